/* A session that begins empty and ends with the last minute, with redials within it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/day_text.h"
#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

enum { STARTS = 8 * 60, N_PARTS = 4, DAYS = 16000 };

static void compare_session(struct theory *t, double open_min)
{
    const char *id = t->id;
    const double handling = 1.0 / exact(id, "mu"), staff = exact(id, "c");
    const double answered = exact(id, "answered_started");
    const double overtime = exact(id, "end_busy") * handling;
    const struct {
        const char *measure;
        double exact, sharp;
    } lines[] = {
        { "needs", exact(id, "fresh"), THEORY_SHARP },
        { "attempts", exact(id, "attempts"), THEORY_SHARP },
        { "answered", answered, THEORY_SHARP },
        { "abandoned", exact(id, "abandoned"), THEORY_SHARP },
        { "answer_rate", exact(id, "p_answered_per_attempt"), THEORY_SHARP },
        { "queue_mean", exact(id, "int_queue") / open_min, THEORY_SHARP },
        { "cut_off", exact(id, "end_queue"), 0.04 },
        { "overtime", overtime / 60.0, 0.005 },
        { "occupancy", answered * handling / (staff * open_min + overtime), THEORY_SHARP },
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        theory_compare(t, lines[i].measure, theory_figure(t, lines[i].measure), lines[i].exact,
                       lines[i].sharp);
}

/* Who waits at the end is cut off for good; who would redial later is past the horizon. */
static void a_session_with_redials_follows_the_chain(void **state)
{
    struct theory t;
    struct day_text day = { 0 };
    const char *id = "RD1";
    char cell[6];
    (void)state;
    for (int i = 0; i < N_PARTS; i++)
        day_text_add(&day, STARTS + 60 * i, (int)exact_part(id, i, "0"),
                     60.0 * exact_part(id, i, "1"), (int)exact(id, "c"));
    assert_true(theory_open(
        &t, id,
        DAY_TEXT THEORY_NO_MESSAGE THEORY_HANDLING THEORY_PATIENCE
        "interval = \"60 min\";\nat_closing = \"cut\";\nagain = { probability = 0.0; };\n"
        "redial = { first = %.10g; later = %.10g; most_attempts = 10000; soon = 1.0;\n"
        "    next_half_day = 0.0; cut_off = { first = 0.0; later = 0.0; };\n"
        "    delay = { law = \"exponential\"; mean = \"%.10g min\"; }; };\n",
        DAY_TEXT_VALUES(&day, 0.0), 1.0 / exact(id, "mu"), 1.0 / exact(id, "theta"),
        exact(id, "p_redial"), exact(id, "p_redial"), 1.0 / exact(id, "d_redial")));
    assert_true(theory_run(&t, DAYS));
    compare_session(&t, day.open_min);
    for (int i = 0; i < N_PARTS; i++) {
        clock_text(cell, STARTS + 60 * i);
        theory_compare(&t, cell, theory_cell(&t, "half_hour", cell, "attempts"),
                       exact_part(id, i, "attempts"), THEORY_SHARP);
    }
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_with_redials_follows_the_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
