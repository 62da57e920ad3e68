/* Days with changing rates and staff, a lunch closing and a cut at closing, empty at first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where fewer agents are due, busy ones finish their call, and nobody takes a new one while as
 * many as are due or more are busy. The rule by which calls in excess go back to the queue,
 * oracle day_requeue, is not one a centre follows, and the simulator has none such.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/day_text.h"
#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <math.h>

enum { STARTS = 8 * 60 + 30, DAYS = 12000 };

/* Measures of a half-hour vary more than those of the day. */
#define SHARP_PART 0.014

static struct day_text day_of(const char *id, int n_parts)
{
    struct day_text day = { 0 };
    int at = STARTS;
    for (int i = 0; i < n_parts; i++) {
        const int length = (int)exact_part(id, i, "T");
        day_text_add(&day, at, length, 60.0 * exact_part(id, i, "lam"),
                     (int)exact_part(id, i, "c"));
        at += length;
    }
    return day;
}

/* Of the day as a whole. A caller who balks counts as one who abandoned at once. */
static void compare_day(struct theory *t, double open_min)
{
    const char *id = t->id;
    const double calls = exact(id, "arrivals"), agents = exact(id, "int_agents") / open_min;
    const double abandoned = exact(id, "theta") * exact(id, "int_queue");
    const double within = exact(id, "answered_within");
    const double left = within + exact(id, "abandoned_within");
    const struct {
        const char *measure;
        double exact, sharp;
    } lines[] = {
        { "attempts", calls, THEORY_SHARP },
        { "answered", exact(id, "answered"), THEORY_SHARP },
        { "answer_rate", exact(id, "p_answered"), THEORY_SHARP },
        { "abandonment_rate", exact(id, "p_abandon"), THEORY_SHARP },
        { "abandonment_rate_pure", abandoned / calls, THEORY_SHARP },
        { "cut_off", exact(id, "flushed"), 0.03 },
        { "wait_mean", 60.0 * exact(id, "mean_wait_all"), THEORY_SHARP },
        { "queue_mean", exact(id, "int_queue") / open_min, THEORY_SHARP },
        { "agents_present", agents, THEORY_SHARP },
        { "talk_hours_per_agent_day", exact(id, "int_busy") / 60.0 / agents, THEORY_SHARP },
        { "service_level", within / calls, THEORY_SHARP },
        { "service_level_left", left / calls, THEORY_SHARP },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        theory_compare(t, lines[i].measure, theory_figure(t, lines[i].measure), lines[i].exact,
                       lines[i].sharp);
}

/* Of each half-hour: callers waiting and, while staff has not fallen and nobody can be in
 * overtime, agents busy. */
static void compare_parts(struct theory *t, int n_parts)
{
    char cell[6];
    int at = STARTS;
    double most = 0.0;
    for (int i = 0; i < n_parts; i++) {
        const double staff = exact_part(t->id, i, "c");
        clock_text(cell, at);
        at += (int)exact_part(t->id, i, "T");
        most = staff > 0.0 ? fmax(most, staff) : 0.0;
        if (!(staff > 0.0)) continue;
        theory_compare(t, cell, theory_cell(t, "half_hour", cell, "queue_mean"),
                       exact_part(t->id, i, "mean_queue"), SHARP_PART);
        if (staff == most)
            theory_compare(t, cell, theory_cell(t, "half_hour", cell, "occupancy"),
                           exact_part(t->id, i, "mean_busy") / staff, SHARP_PART);
    }
}

static void the_day_follows(const char *id, int n_parts)
{
    struct theory t;
    const struct day_text day = day_of(id, n_parts);
    assert_true(theory_open(
        &t, id,
        DAY_TEXT THEORY_ONCE THEORY_HANDLING THEORY_PATIENCE THEORY_WITHIN
        "message = { length = \"0 s\"; balking = %.10g; };\nat_closing = \"cut\";\n",
        DAY_TEXT_VALUES(&day, 0.0), 1.0 / exact(id, "mu"), 1.0 / exact(id, "theta"),
        exact(id, "awt"), exact(id, "balk")));
    assert_true(theory_run(&t, DAYS));
    compare_day(&t, day.open_min);
    compare_parts(&t, n_parts);
    assert_true(theory_close(&t));
}

static void a_day_with_a_lunch_closing_follows_theory(void **state)
{
    (void)state;
    the_day_follows("T1", 17);
}

static void a_morning_that_ends_early_follows_theory(void **state)
{
    (void)state;
    the_day_follows("T2", 14);
}

static void a_day_of_longer_calls_and_balking_follows_theory(void **state)
{
    (void)state;
    the_day_follows("T3", 17);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_with_a_lunch_closing_follows_theory),
        cmocka_unit_test(a_morning_that_ends_early_follows_theory),
        cmocka_unit_test(a_day_of_longer_calls_and_balking_follows_theory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
