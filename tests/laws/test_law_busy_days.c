/* Days that are busier or quieter as a whole, by a Gamma factor, served out at closing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/day_text.h"
#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <math.h>

enum { STARTS = 8 * 60, N_PARTS = 13, DAYS = 16000 };

/* This case counts in seconds. */
static void compare_day(struct theory *t, double open_s)
{
    const char *id = t->id;
    const double calls = exact(id, "arrivals"), agents = exact(id, "int_agents") / open_s;
    const double abandoned = exact(id, "theta") * exact(id, "int_queue");
    const double balked = exact(id, "abandoned") - abandoned;
    const double within = exact(id, "answered_within");
    const double left = within + exact(id, "abandoned_within");
    const struct {
        const char *measure;
        double exact, sharp;
    } lines[] = {
        { "attempts", calls, THEORY_SHARP },
        { "answered", exact(id, "answered"), THEORY_SHARP },
        { "answer_rate", exact(id, "p_answered"), THEORY_SHARP },
        { "abandonment_rate", exact(id, "p_abandon"), 0.005 },
        { "abandonment_rate_pure", abandoned / calls, 0.006 },
        { "balked", balked, 0.005 },
        { "wait_mean", exact(id, "mean_wait_all"), 0.006 },
        { "queue_mean", exact(id, "int_queue") / open_s, 0.006 },
        { "agents_present", agents, THEORY_SHARP },
        { "talk_hours_per_agent_day", exact(id, "int_busy") / 3600.0 / agents, THEORY_SHARP },
        { "service_level", within / calls, THEORY_SHARP },
        { "service_level_left", left / calls, THEORY_SHARP },
        { "busyness", 1.0, THEORY_SHARP },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        theory_compare(t, lines[i].measure, theory_figure(t, lines[i].measure), lines[i].exact,
                       lines[i].sharp);
}

static void busy_and_quiet_days_follow_theory(void **state)
{
    struct theory t;
    struct day_text day = { 0 };
    const char *id = "T10";
    (void)state;
    for (int i = 0; i < N_PARTS; i++)
        day_text_add(&day, STARTS + 60 * i, 60, exact_part(id, i, "calls_per_hour"),
                     (int)exact_part(id, i, "agents"));
    assert_true(theory_open(&t, id,
                            DAY_TEXT THEORY_ONCE THEORY_HANDLING THEORY_PATIENCE THEORY_WITHIN
                            "message = { length = \"0 s\"; balking = %.10g; };\n"
                            "interval = \"60 min\";\nat_closing = \"serve\";\n",
                            DAY_TEXT_VALUES(&day, 1.0 / sqrt(exact(id, "gamma_shape"))),
                            1.0 / exact(id, "mu") / 60.0, 1.0 / exact(id, "theta") / 60.0,
                            exact(id, "awt") / 60.0, exact(id, "balk")));
    assert_true(theory_run(&t, DAYS));
    compare_day(&t, day.open_min * 60.0);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(busy_and_quiet_days_follow_theory) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
