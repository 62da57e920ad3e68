/* M/M/n+G: how many hang up, and after how long, by the law of patience.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

static const struct theory_pair pairs[] = {
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "p_wait", .measure = "p_wait" },
    { .column = "p_answered", .measure = "answer_rate" },
    { .column = "p_abandon", .measure = "abandonment_rate" },
    { .column = "mean_queue", .measure = "queue_mean" },
    { .column = "mean_wait_all", .measure = "wait_mean", .unit = 60.0 },
    { .column = "mean_wait_answered", .measure = "wait_answered_mean", .unit = 60.0 },
    { .column = "p_answered_within_t", .measure = "service_level" },
};

static void hang_ups_follow(const char *id, const char *law)
{
    struct theory t;
    assert_true(
        theory_open(&t, id,
                    THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING
                    "patience = { %s; mean = \"%.10g min\"; };\n" THEORY_WITHIN THEORY_AGENTS,
                    exact(id, "arrival_rate"), exact(id, "mean_service"), law,
                    exact(id, "mean"), exact(id, "awt"), (int)exact(id, "servers")));
    assert_true(theory_run(&t, 130));
    theory_compare_pairs(&t, pairs, sizeof pairs / sizeof pairs[0]);
    theory_compare(&t, "still there within t", theory_figure(&t, "service_level_left"),
                   1.0 - exact(id, "p_wait_gt_t"), THEORY_SHARP);
    theory_compare(&t, "patience", theory_figure(&t, "patience_mean"), 60.0 * exact(id, "mean"),
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void callers_who_all_hold_on_as_long_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G1", "law = \"deterministic\"");
}

static void callers_of_alike_patience_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G2", "law = \"erlang\"; shape = 3.0");
}

static void callers_who_leave_early_or_stay_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G3", "law = \"weibull\"; shape = 0.7");
}

static void callers_of_widely_spread_patience_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G4", "law = \"lognormal\"; cv = 1.5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(callers_who_all_hold_on_as_long_follow_theory),
        cmocka_unit_test(callers_of_alike_patience_follow_theory),
        cmocka_unit_test(callers_who_leave_early_or_stay_follow_theory),
        cmocka_unit_test(callers_of_widely_spread_patience_follow_theory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
