/* How a share differs from one time to another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/spread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <math.h>

static void quantiles_are_right_to_half_a_step(void **state)
{
    (void)state;
    struct sim_spread spread = { { 0 } };
    for (int i = 0; i < 4000; i++)
        sim_spread_add(&spread, pow((i + 0.5) / 4000.0, 2.0));
    for (double p = 0.05; p < 1.0; p += 0.05)
        assert_true(fabs(sim_spread_quantile(&spread, p) - p * p) <= 0.0011);
    assert_int_equal(sim_spread_count(&spread), 4000);
}

static void none_and_all_have_their_place(void **state)
{
    (void)state;
    struct sim_spread spread = { { 0 } };
    assert_true(isnan(sim_spread_quantile(&spread, 0.1)));
    sim_spread_add(&spread, 1.0);
    assert_true(sim_spread_quantile(&spread, 0.1) == 1.0);
    for (int i = 0; i < 9; i++)
        sim_spread_add(&spread, 0.0);
    assert_true(sim_spread_quantile(&spread, 0.9) == 0.0);
    assert_true(sim_spread_quantile(&spread, 0.91) == 1.0);
}

static void a_merged_spread_has_seen_what_both_have(void **state)
{
    (void)state;
    struct sim_spread spread = { { 0 } }, other = { { 0 } };
    sim_spread_add(&spread, 0.25);
    sim_spread_add(&other, 0.75);
    sim_spread_add(&other, 0.75);
    sim_spread_merge(&spread, &other);
    assert_int_equal(sim_spread_count(&spread), 3);
    assert_true(sim_spread_quantile(&spread, 0.3) == 0.25);
    assert_true(sim_spread_quantile(&spread, 0.4) == 0.75);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_are_right_to_half_a_step),
        cmocka_unit_test(none_and_all_have_their_place),
        cmocka_unit_test(a_merged_spread_has_seen_what_both_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
