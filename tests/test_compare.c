/* Paired differences: against arithmetic by hand, and how often intervals hold together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/compare.h"

#include <math.h>
#include <string.h>

enum { MOST = 40 };

/* An option whose values are a common part, a part of its own, and a mean. */
struct made {
    double over[MOST], under[MOST];
};

static struct sim_series series_of(const struct made *made, size_t n)
{
    return (struct sim_series){ made->over, made->under, n, 1 };
}

/* Normal variates at (experiment, option, replication): option 0 is what all share. */
static double noise(uint64_t experiment, uint32_t option, uint32_t i)
{
    const struct sim_stream stream = { experiment, i };
    const struct sim_draw draw = draw_of(&stream, option, 0);
    return sim_normal(&draw);
}

static void means_fill(struct made *made, uint64_t experiment, uint32_t option, double mean,
                       double common)
{
    for (uint32_t i = 0; i < MOST; i++) {
        made->over[i] =
            mean + common * noise(experiment, 0, i) + noise(experiment, option + 1, i);
        made->under[i] = 1.0;
    }
}

static void a_difference_of_means_is_that_of_the_paired_t_test(void **state)
{
    (void)state;
    const struct made base = { { 4, 6, 5, 9 }, { 1, 1, 1, 1 } },
                      other = { { 5, 7, 7, 9 }, { 1, 1, 1, 1 } };
    const struct sim_difference d =
        sim_difference_of(series_of(&base, 4), series_of(&other, 4));
    /* differences 1, 1, 2, 0: mean 1, variance 2/3 */
    assert_near(d.value, 1.0, 1e-12);
    assert_near(d.error, sqrt(2.0 / 3.0 / 4.0), 1e-12);
    assert_near(d.degrees, 3.0, 0.0);
    /* variances 14/3 and 8/3 apart */
    assert_near(sim_difference_gain(&d), (14.0 / 3.0 + 8.0 / 3.0) / (2.0 / 3.0), 1e-9);
    assert_near(d.above, 0.75, 0.0);
    assert_near(d.below, 0.0, 0.0);
    /* t(.975, 3) = 3.182446, t(1 - .05/4, 3) = 4.176535, t(.8, 3) = .978472 */
    assert_near(sim_difference_half(&d, 0.95, 1), 3.182446 * d.error, 1e-5);
    assert_near(sim_difference_half(&d, 0.95, 2), 4.176535 * d.error, 1e-5);
    assert_near(sim_difference_shown(&d, 0.95, 1, 0.8), (3.182446 + 0.978472) * d.error, 1e-5);
}

static void a_rate_is_a_ratio_of_sums(void **state)
{
    (void)state;
    const struct made base = { { 10, 30 }, { 20, 40 } }, other = { { 15, 35 }, { 20, 60 } };
    const struct sim_difference d =
        sim_difference_of(series_of(&base, 2), series_of(&other, 2));
    assert_near(d.value, 50.0 / 80.0 - 40.0 / 60.0, 1e-12);
    /* what replication 0 moves: (10 - 2/3 20)/30 = -1/9, (15 - 5/8 20)/40 = 1/16; 1 the rest */
    assert_near(d.error, fabs(1.0 / 16.0 + 1.0 / 9.0), 1e-12);
}

static void options_without_a_difference_have_none(void **state)
{
    (void)state;
    struct made made;
    means_fill(&made, 1, 0, 5.0, 1.0);
    const struct sim_difference d =
        sim_difference_of(series_of(&made, MOST), series_of(&made, MOST));
    assert_true(d.value == 0.0 && d.error == 0.0 && d.above == 0.0 && d.below == 0.0);
    assert_true(isinf(sim_difference_gain(&d)));
    assert_true(sim_difference_half(&d, 0.95, 3) == 0.0);
}

static void what_is_not_there_is_undefined(void **state)
{
    (void)state;
    const struct made made = { { 1, 2 }, { 0, 0 } }, other = { { 1, 2 }, { 1, 1 } };
    struct sim_difference d = sim_difference_of(series_of(&made, 2), series_of(&other, 2));
    assert_true(isnan(d.value) && isnan(d.error) && isnan(sim_difference_half(&d, 0.95, 1)));
    d = sim_difference_of(series_of(&other, 1), series_of(&other, 1));
    assert_true(d.value == 0.0 && isnan(d.error));
    d = sim_difference_of(series_of(&other, 0), series_of(&other, 2));
    assert_true(isnan(d.value));
}

/* Five options against a base, 30 runs each: within the error of 2000 experiments, no less than
 * 95 % have all five intervals on the truth; and with one interval alone about 95 %. */
static void simultaneous_intervals_hold_together(void **state)
{
    (void)state;
    enum { EXPERIMENTS = 2000, OPTIONS = 5, RUNS = 30 };
    int together = 0, alone = 0;
    for (uint64_t e = 0; e < EXPERIMENTS; e++) {
        struct made base, other;
        bool all = true;
        means_fill(&base, e, 0, 0.0, 3.0);
        for (uint32_t k = 1; k <= OPTIONS; k++) {
            means_fill(&other, e, k, 0.1 * k, 3.0);
            const struct sim_difference d =
                sim_difference_of(series_of(&base, RUNS), series_of(&other, RUNS));
            const double off = fabs(d.value - 0.1 * k);
            all = all && off <= sim_difference_half(&d, 0.95, OPTIONS);
            alone += k == 1 && off <= sim_difference_half(&d, 0.95, 1);
        }
        together += all;
    }
    const double error = sqrt(0.95 * 0.05 / EXPERIMENTS);
    assert_true(together >= (0.95 - 2.0 * error) * EXPERIMENTS);
    assert_true(fabs(alone - 0.95 * EXPERIMENTS) <= 3.0 * error * EXPERIMENTS);
}

static void pairing_takes_the_common_part_away(void **state)
{
    (void)state;
    struct made base, other;
    means_fill(&base, 1, 0, 0.0, 10.0);
    means_fill(&other, 1, 1, 1.0, 10.0);
    const struct sim_difference d =
        sim_difference_of(series_of(&base, MOST), series_of(&other, MOST));
    /* 2 (100 + 1) / 2, give or take what 40 runs leave open */
    assert_true(sim_difference_gain(&d) > 50.0 && sim_difference_gain(&d) < 200.0);
}

/* The intervals to the best hold together, and the best is never excluded more often than 5 %.
 */
static void intervals_to_the_best_hold_together(void **state)
{
    (void)state;
    enum { EXPERIMENTS = 1000, OPTIONS = 6, RUNS = 30 };
    static const double means[OPTIONS] = { 0.0, 0.2, 0.4, 0.5, 1.5, 1.5 };
    static const double truth[OPTIONS] = { 0.2, -0.2, -0.4, -0.5, -1.5, -1.5 };
    int held = 0, told = 0;
    for (uint64_t e = 0; e < EXPERIMENTS; e++) {
        struct made made[OPTIONS];
        struct sim_series series[OPTIONS];
        struct sim_to_best found[OPTIONS];
        bool all = true;
        for (uint32_t k = 0; k < OPTIONS; k++) {
            means_fill(&made[k], e, k, means[k], 2.0);
            series[k] = series_of(&made[k], RUNS);
        }
        assert_true(sim_compare_best(series, OPTIONS, SIM_LOWER, 0.95, found));
        for (int k = 0; k < OPTIONS; k++)
            all = all && found[k].low <= truth[k] && truth[k] <= found[k].high;
        held += all;
        told += found[4].high == 0.0;
    }
    assert_true(held >= 0.95 * EXPERIMENTS - 2.0 * sqrt(0.95 * 0.05 * EXPERIMENTS));
    assert_true(told > 0.9 * EXPERIMENTS);
}

static void a_difference_of_differences_is_that_of_the_pairs(void **state)
{
    (void)state;
    const struct made a0 = { { 1, 2, 4 }, { 1, 1, 1 } }, b0 = { { 2, 2, 5 }, { 1, 1, 1 } },
                      a1 = { { 3, 1, 1 }, { 1, 1, 1 } }, b1 = { { 4, 3, 4 }, { 1, 1, 1 } };
    const struct sim_difference d = sim_difference_of_differences(
        series_of(&a0, 3), series_of(&b0, 3), series_of(&a1, 3), series_of(&b1, 3));
    /* (1, 2, 3) - (1, 0, 1) = 0, 2, 2: mean 4/3, variance 4/3 */
    assert_near(d.value, 4.0 / 3.0, 1e-12);
    assert_near(d.error, sqrt(4.0 / 3.0 / 3.0), 1e-12);
}

static void a_clear_best_is_named(void **state)
{
    (void)state;
    const struct made low = { { 1, 2, 3 }, { 1, 1, 1 } },
                      high = { { 8, 9.5, 10 }, { 1, 1, 1 } };
    const struct sim_series series[] = { series_of(&low, 3), series_of(&high, 3) };
    struct sim_to_best found[2];
    assert_true(sim_compare_best(series, 2, SIM_HIGHER, 0.95, found));
    assert_true(found[0].high == 0.0 && found[0].low < -7.0);
    assert_true(found[1].low == 0.0 && found[1].high > 7.0);
}

static void quantiles_are_compared_section_by_section(void **state)
{
    (void)state;
    static struct sim_histogram base[SIM_SECTIONS], other[SIM_SECTIONS];
    memset(base, 0, sizeof base);
    memset(other, 0, sizeof other);
    for (uint32_t i = 0; i < 5000; i++) {
        const struct sim_stream stream = { 7, i };
        const struct sim_draw draw = draw_of(&stream, 0, 0);
        const double wait_s = 100.0 * sim_exponential(&draw);
        sim_histogram_add(&base[i % SIM_SECTIONS], wait_s);
        sim_histogram_add(&other[i % SIM_SECTIONS], 1.1 * wait_s);
    }
    const struct sim_difference d = sim_difference_of_quantiles(base, other, 1, 1, 0.9);
    const double exact = 0.1 * 100.0 * log(10.0);
    assert_true(fabs(d.value - exact) < 3.0 * d.error + 0.005 * 1.1 * 230.0);
    assert_near(d.degrees, SIM_SECTIONS - 1.0, 0.0);
    assert_true(sim_difference_gain(&d) > 50.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_difference_of_means_is_that_of_the_paired_t_test),
        cmocka_unit_test(a_rate_is_a_ratio_of_sums),
        cmocka_unit_test(options_without_a_difference_have_none),
        cmocka_unit_test(what_is_not_there_is_undefined),
        cmocka_unit_test(simultaneous_intervals_hold_together),
        cmocka_unit_test(pairing_takes_the_common_part_away),
        cmocka_unit_test(intervals_to_the_best_hold_together),
        cmocka_unit_test(a_difference_of_differences_is_that_of_the_pairs),
        cmocka_unit_test(a_clear_best_is_named),
        cmocka_unit_test(quantiles_are_compared_section_by_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
