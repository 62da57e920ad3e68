/* Estimates and their intervals, against the formulas of the textbooks computed naively.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/estimate.h"

static struct sim_estimate ratio_of(const double *y, const double *x, size_t n)
{
    struct sim_ratio ratio = { 0 };
    for (size_t i = 0; i < n; i++)
        sim_ratio_add(&ratio, y[i], x[i]);
    return sim_ratio_estimate(&ratio);
}

/* Three replications by hand: 80/100, 90/100, 70/100. Ratio .8, deviations 0, 10, -10, sum of
 * squares 200, error sqrt(200 / (3 * 2)) / 100, t(2) = 4.302653. */
static void a_ratio_computed_by_hand(void **state)
{
    (void)state;
    static const double y[] = { 80, 90, 70 }, x[] = { 100, 100, 100 };
    const struct sim_estimate got = ratio_of(y, x, 3);
    assert_near(got.value, 0.8, 1e-15);
    const double half = 4.302652729749464 * sqrt(200.0 / 6.0) / 100.0;
    assert_near(got.low, 0.8 - half, 1e-9);
    assert_near(got.high, 0.8 + half, 1e-9);
}

/* 10/20 and 30/40: ratio 40/60, deviations 10 - 40/3 = -10/3 and 10/3, mean denominator 30. */
static void a_ratio_of_unequal_replications_is_that_of_the_sums(void **state)
{
    (void)state;
    static const double y[] = { 10, 30 }, x[] = { 20, 40 };
    const struct sim_estimate got = ratio_of(y, x, 2);
    assert_near(got.value, 2.0 / 3.0, 1e-15);
    assert_near(got.high - got.value, 12.706204736432095 * (10.0 / 3.0) / 30.0, 1e-9);
}

/* Cochran (1977), 6.4: v(r) = (1/n) sum (y - r x)^2 / (n - 1) / mean(x)^2. */
static struct sim_estimate naive_ratio(const double *y, const double *x, size_t n)
{
    long double sum_y = 0.0L, sum_x = 0.0L, squares = 0.0L;
    for (size_t i = 0; i < n; i++) {
        sum_y += y[i];
        sum_x += x[i];
    }
    const long double r = sum_y / sum_x;
    for (size_t i = 0; i < n; i++)
        squares += (y[i] - r * x[i]) * (y[i] - r * x[i]);
    const long double size = (long double)n, mean = sum_x / size;
    const long double half = gsl_cdf_tdist_Pinv(0.975, (double)n - 1.0) *
                             sqrtl(squares / (size - 1.0L) / size) / mean;
    return (struct sim_estimate){ .value = (double)r,
                                  .low = (double)(r - half),
                                  .high = (double)(r + half) };
}

static void ratios_are_those_of_the_delta_method(void **state)
{
    (void)state;
    struct chance chance = { { 24, 1 }, 0 };
    double y[200], x[200];
    for (int round = 0; round < 200; round++) {
        const size_t n = 2 + chance_below(&chance, 199);
        /* Large and nearly constant denominators, where naive sums of squares lose digits. */
        const double scale = pow(10.0, chance_below(&chance, 9)),
                     wide = chance_uniform(&chance);
        for (size_t i = 0; i < n; i++) {
            x[i] = scale * (1.0 + wide * chance_uniform(&chance));
            y[i] = x[i] * (0.5 + 0.3 * chance_uniform(&chance));
        }
        const struct sim_estimate got = ratio_of(y, x, n), wanted = naive_ratio(y, x, n);
        const double half = wanted.high - wanted.value;
        assert_near(got.value, wanted.value, 1e-13);
        assert_near(got.high - got.value, half, 1e-8 * half);
        assert_near(got.value - got.low, half, 1e-8 * half);
    }
}

static void a_mean_is_a_ratio_whose_denominator_is_1(void **state)
{
    (void)state;
    static const double y[] = { 3, 5, 4, 8 }, ones[] = { 1, 1, 1, 1 };
    const struct sim_estimate got = ratio_of(y, ones, 4);
    assert_near(got.value, 5.0, 1e-14);
    /* Standard deviation sqrt(14 / 3), t(3) = 3.182446. */
    assert_near(got.high - 5.0, 3.182446305284263 * sqrt(14.0 / 3.0) / 2.0, 1e-9);
}

static void what_never_varies_has_an_interval_of_no_width(void **state)
{
    (void)state;
    static const double y[] = { 3, 6, 9 }, x[] = { 4, 8, 12 };
    const struct sim_estimate got = ratio_of(y, x, 3);
    assert_near(got.low, 0.75, 1e-7);
    assert_near(got.high, 0.75, 1e-7);
}

static void one_replication_has_a_value_and_no_interval(void **state)
{
    (void)state;
    static const double y[] = { 3 }, x[] = { 4 };
    const struct sim_estimate got = ratio_of(y, x, 1);
    assert_true(got.value == 0.75);
    assert_true(isnan(got.low) && isnan(got.high));
}

static void nothing_divided_by_nothing_is_undefined(void **state)
{
    (void)state;
    static const double y[] = { 0, 0, 0 }, x[] = { 0, 0, 0 };
    for (size_t n = 0; n <= 3; n++) {
        const struct sim_estimate got = ratio_of(y, x, n);
        assert_true(isnan(got.value) && isnan(got.low) && isnan(got.high));
    }
}

static void a_replication_with_nothing_in_it_counts_as_one(void **state)
{
    (void)state;
    static const double y[] = { 5, 0, 7 }, x[] = { 10, 0, 10 };
    const struct sim_estimate got = ratio_of(y, x, 3), wanted = naive_ratio(y, x, 3);
    assert_near(got.value, 0.6, 1e-15);
    assert_near(got.high, wanted.high, 1e-12);
}

/* Of the tables at the end of every textbook. */
static void students_t_is_that_of_the_tables(void **state)
{
    (void)state;
    static const double rows[][2] = { { 1, 12.706 },  { 2, 4.303 },   { 3, 3.182 },
                                      { 4, 2.776 },   { 5, 2.571 },   { 9, 2.262 },
                                      { 10, 2.228 },  { 20, 2.086 },  { 29, 2.045 },
                                      { 30, 2.042 },  { 60, 2.000 },  { 99, 1.984 },
                                      { 120, 1.980 }, { 999, 1.962 }, { 1e7, 1.960 } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_near(sim_student(rows[i][0]), rows[i][1], 0.0005);
}

/* 95 intervals of 100 hold the truth: exponential counts, 20 replications, 4000 times. */
static void intervals_hold_the_truth_19_times_of_20(void **state)
{
    (void)state;
    enum { TIMES = 4000, N = 20 };
    const struct sim_stream stream = { 24, 2 };
    double held = 0.0, y[N], x[N];
    for (uint32_t round = 0; round < TIMES; round++) {
        for (uint32_t i = 0; i < N; i++) {
            const struct sim_draw a = draw_of(&stream, round * N + i, 0);
            const struct sim_draw b = draw_of(&stream, round * N + i, 1);
            x[i] = 1000.0 + 30.0 * sim_normal(&a);
            y[i] = 0.8 * x[i] + 20.0 * sim_normal(&b);
        }
        const struct sim_estimate got = ratio_of(y, x, N);
        held += got.low <= 0.8 && 0.8 <= got.high;
    }
    assert_near(held / TIMES, 0.95, 4.0 * sqrt(0.95 * 0.05 / TIMES));
}

static void a_quantile_pools_all_sections_and_its_interval_comes_from_them(void **state)
{
    (void)state;
    const struct sim_stream stream = { 24, 3 };
    static struct sim_histogram sections[SIM_SECTIONS * 2], all[2];
    for (uint32_t i = 0; i < 50000; i++) {
        const struct sim_draw draw = draw_of(&stream, i, 0);
        const double value = 60.0 * sim_exponential(&draw);
        sim_histogram_add(&sections[i % SIM_SECTIONS * 2 + 1], value);
        sim_histogram_add(&all[1], value);
    }
    const struct sim_estimate got = sim_quantile_estimate(sections, 2, 2, 0.9);
    assert_true(got.value == sim_histogram_quantile(all, 2, 0.9));
    double squares = 0.0;
    for (int s = 0; s < SIM_SECTIONS; s++) {
        const double here = sim_histogram_quantile(&sections[2 * s], 2, 0.9);
        squares += (here - got.value) * (here - got.value);
    }
    const double half = 2.262157162798205 * sqrt(squares / (SIM_SECTIONS * (SIM_SECTIONS - 1)));
    assert_near(got.high - got.value, half, 1e-9);
    assert_near(got.value - got.low, half, 1e-9);
    assert_near(got.value, 60.0 * log(10.0), 3.0 * half);
    assert_true(isnan(sim_quantile_estimate(sections, 2, 1, 0.9).value));
}

static void one_section_alone_gives_a_quantile_without_interval(void **state)
{
    (void)state;
    static struct sim_histogram sections[SIM_SECTIONS * 2];
    sim_histogram_add(&sections[6], 5.0);
    const struct sim_estimate got = sim_quantile_estimate(sections, 2, 3, 0.5);
    assert_near(got.value, 5.0, 0.025);
    assert_true(isnan(got.low) && isnan(got.high));
}

static void quantiles_of_a_sample_leave_out_what_is_undefined(void **state)
{
    (void)state;
    double values[] = { 5, NAN, 1, 4, NAN, 2, 3 }, none[] = { NAN, NAN };
    assert_true(sim_sample_quantile(values, 7, 0.5) == 3.0);
    double again[] = { 0, 10 };
    assert_near(sim_sample_quantile(again, 2, 0.1), 1.0, 1e-12);
    assert_true(isnan(sim_sample_quantile(none, 2, 0.5)));
    assert_true(isnan(sim_sample_quantile(none, 0, 0.5)));
}

static void a_measure_is_made_of_counters_as_declared(void **state)
{
    (void)state;
    double counters[5];
    for (int i = 0; i < 5; i++)
        counters[i] = i + 1;
    const struct sim_measure ratio = { .quantity = SIM_RATIO,
                                       .over = SIM_SUM(SIM_PLUS(0), SIM_LESS(4)),
                                       .under = SIM_SUM(SIM_PLUS(1), SIM_PLUS(2), SIM_LESS(3)),
                                       .scale = 0.5 };
    assert_true(sim_measure_over(&ratio, counters) == 0.5 * (1 - 5));
    assert_true(sim_measure_under(&ratio, counters) == 2 + 3 - 4);
    struct sim_measure total = ratio;
    total.quantity = SIM_TOTAL;
    total.scale = 0.0;
    assert_true(sim_measure_over(&total, counters) == -4.0);
    assert_true(sim_measure_under(&total, counters) == 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ratio_computed_by_hand),
        cmocka_unit_test(a_ratio_of_unequal_replications_is_that_of_the_sums),
        cmocka_unit_test(ratios_are_those_of_the_delta_method),
        cmocka_unit_test(a_mean_is_a_ratio_whose_denominator_is_1),
        cmocka_unit_test(what_never_varies_has_an_interval_of_no_width),
        cmocka_unit_test(one_replication_has_a_value_and_no_interval),
        cmocka_unit_test(nothing_divided_by_nothing_is_undefined),
        cmocka_unit_test(a_replication_with_nothing_in_it_counts_as_one),
        cmocka_unit_test(students_t_is_that_of_the_tables),
        cmocka_unit_test(intervals_hold_the_truth_19_times_of_20),
        cmocka_unit_test(a_quantile_pools_all_sections_and_its_interval_comes_from_them),
        cmocka_unit_test(one_section_alone_gives_a_quantile_without_interval),
        cmocka_unit_test(quantiles_of_a_sample_leave_out_what_is_undefined),
        cmocka_unit_test(a_measure_is_made_of_counters_as_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
