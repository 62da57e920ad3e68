/* Training: hours attended are sessions times those who are there; a chance learnt is that
 * chance. SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#define WEEK                                                                                   \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "horizon = { start = \"2018-01-08\"; days = 5; warm_up = 0; run_off = 0; "                 \
    "};\n" THEORY_PLAIN
#define CONTRACT                                                                               \
    "contracts = ( { name = \"c\"; %s shifts = ( { days = \"monday-friday\"; from = "          \
    "\"08:30\"; to = \"17:30\"; } ); } );\n"                                                   \
    "groups = ( { name = \"a\"; agents = %d; contract = \"c\"; } );\n"

/* One session while open, of an hour, and one while closed, of half an hour, two of five days
 * and three of five. */
static void hours_attended_are_sessions_times_those_who_are_at_work(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(
        &t, "hours",
        WEEK
        "demand = { rate = \"1 /h\"; busyness_cv = 0; };\n" CONTRACT
        "training = ( { name = \"m\"; hours = \"100 h\"; changes = ( { reasons = \"*\"; } );\n"
        "    sessions = ( { days = \"monday-tuesday\"; from = \"09:00\"; to = \"10:00\"; },\n"
        "      { days = \"wednesday-friday\"; from = \"12:30\"; to = \"13:00\"; } ); } );\n",
        "leave = { share = 0.12; }; absence = { share = 0.096; };", 2000));
    assert_true(theory_run(&t, 60));
    theory_compare(&t, "hours", theory_figure(&t, "training_hours"),
                   2000.0 * (2.0 + 1.5) * 0.88 * 0.904, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* All learn on Monday at lunch: a fifth of the week at the old chance, but for its afternoon.
 */
static void a_chance_that_was_learnt_resolves_so_many(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(
        &t, "chance",
        WEEK
        "demand = { rate = \"20 /min\"; busyness_cv = 0; };\n" CONTRACT
        "handling = { law = \"exponential\"; mean = \"60 s\"; };\n"
        "reasons = ( { name = \"r\"; resolved = 0.4; }, { name = \"s\"; resolved = 0.5; } );\n"
        "requests = { opened = 0; };\n"
        "training = ( { name = \"m\"; hours = \"1 h\"; sessions = ( { days = \"monday\"; from "
        "= "
        "\"12:30\"; to = \"13:30\"; } );\n"
        "    changes = ( { reasons = \"r\"; resolved = 0.9; }, { reasons = \"s\"; more = 0.2; "
        "} "
        "); } );\n",
        "absence = { share = 0; };", 200));
    assert_true(theory_run(&t, 20));
    theory_compare(&t, "before", theory_cell(&t, "weekday", "monday", "first_level_rate"), 0.45,
                   0.003);
    theory_compare(&t, "after", theory_cell(&t, "weekday", "tuesday", "first_level_rate"), 0.8,
                   THEORY_SHARP);
    theory_compare(&t, "r", theory_cell(&t, "reason", "r", "first_level_rate"),
                   0.2 * 0.4 + 0.8 * 0.9, THEORY_SHARP);
    theory_compare(&t, "s", theory_cell(&t, "reason", "s", "first_level_rate"),
                   0.2 * 0.5 + 0.8 * 0.7, THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_attended_are_sessions_times_those_who_are_at_work),
        cmocka_unit_test(a_chance_that_was_learnt_resolves_so_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
