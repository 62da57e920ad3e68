/* Tests of what all reports say of targets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fake_report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

static int start(void **state)
{
    struct fake_report *fake = calloc(1, sizeof *fake);
    assert_non_null(fake);
    fake_report_start(fake);
    *state = fake;
    return 0;
}

static int end(void **state)
{
    free(*state);
    return 0;
}

static void a_target_is_judged_by_the_whole_interval(void **state)
{
    struct fake_report *fake = *state;
    const struct sim_results *results = &fake->results;
    struct report_target target = { "answer_rate", true, 0.85 };
    assert_int_equal(report_verdict(results, &target), REPORT_MISSED);
    target.bound = 0.845;
    assert_int_equal(report_verdict(results, &target), REPORT_UNSETTLED);
    target.bound = 0.80;
    assert_int_equal(report_verdict(results, &target), REPORT_MET);
    target.at_least = false;
    assert_int_equal(report_verdict(results, &target), REPORT_MISSED);
    target.measure = "no_such_measure";
    assert_int_equal(report_verdict(results, &target), REPORT_UNKNOWN);
    assert_true(isnan(report_single_runs(results, &target).value));
}

static void single_runs_that_keep_a_target_are_counted_with_an_interval(void **state)
{
    struct fake_report *fake = *state;
    /* rows go from 0.91 to 1.10 times 0.843: 10 of 20 lie above this */
    const struct report_target target = { "answer_rate", true, 0.843 * 1.005 };
    const struct sim_estimate kept = report_single_runs(&fake->results, &target);
    assert_float_equal(kept.value, 0.5, 1e-9);
    /* Wilson for 10 of 20 */
    assert_float_equal(kept.low, 0.2993, 1e-4);
    assert_float_equal(kept.high, 0.7007, 1e-4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_target_is_judged_by_the_whole_interval, start, end),
        cmocka_unit_test_setup_teardown(
            single_runs_that_keep_a_target_are_counted_with_an_interval, start, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
