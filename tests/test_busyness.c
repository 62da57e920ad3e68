/* Busy days and intervals: their mean, their spread, and how they hang together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/demand/busyness.h"

#include <gsl/gsl_cdf.h>

enum { DAYS = 400, SLOTS = 48, RUNS = 200 };

/* The correlation of two Gamma factors whose normal scores have the correlation r, by the
 * expansion of the quantile function in Hermite polynomials (Mehler). */
static double factors_correlation(double cv, double r)
{
    enum { N_TERMS = 30, N_STEPS = 16000 };
    const double shape = 1.0 / (cv * cv), step = 16.0 / N_STEPS;
    double c[N_TERMS + 1] = { 0.0 }, covariance = 0.0, variance = 0.0;
    for (int i = 0; i < N_STEPS; i++) {
        const double z = -8.0 + (i + 0.5) * step;
        const double f = gsl_cdf_gamma_Pinv(gsl_cdf_ugaussian_P(z), shape, 1.0 / shape);
        const double weight = exp(-z * z / 2.0) / sqrt(2.0 * acos(-1.0)) * step;
        double last = 0.0, now = 1.0; /* He_k / sqrt(k!) */
        for (int k = 0; k <= N_TERMS; k++) {
            c[k] += f * now * weight;
            const double next = (z * now - sqrt(k) * last) / sqrt(k + 1.0);
            last = now;
            now = next;
        }
    }
    for (int k = 1; k <= N_TERMS; k++) {
        covariance += c[k] * c[k] * pow(r, k);
        variance += c[k] * c[k];
    }
    return covariance / variance;
}

/* The mean of products of neighbours, as a correlation of factors of mean 1. */
static struct sample neighbours(const double *factors, int n_rows, int n_columns, double cv)
{
    static double products[RUNS * DAYS];
    size_t n = 0;
    for (int i = 0; i < n_rows; i++) /* one per row, so that the error is that of the rows */
    {
        double sum = 0.0;
        for (int k = 1; k < n_columns; k++)
            sum += (factors[i * n_columns + k - 1] - 1.0) * (factors[i * n_columns + k] - 1.0);
        products[n++] = sum / (n_columns - 1) / (cv * cv);
    }
    return sample_of(products, n);
}

static void a_days_busyness_has_mean_1_and_its_coefficient_of_variation(void **state)
{
    (void)state;
    enum { N = 20000 };
    static double drawn[N];
    static const double cvs[] = { 0.15, 0.6, 1.5 };
    for (int k = 0; k < 3; k++) {
        const struct busyness busyness = { .day_cv = cvs[k] };
        struct mood mood = { 0 };
        for (uint32_t i = 0; i < N; i++) {
            const struct sim_stream stream = { 30, i % 100 };
            drawn[i] = busyness_day(&busyness, &mood, &stream, (int)(i / 100), true);
        }
        const struct sample sample = sample_of(drawn, N);
        assert_near(sample.mean, 1.0, 4.0 * sample.se_mean);
        assert_near(sample.cv, cvs[k], 4.0 * sample.se_cv);
        const struct sim_stream first = { 30, 0 };
        assert_true(busyness_day(&busyness, &mood, &first, 0, true) == drawn[0]);
    }
    const struct busyness none = { 0 };
    const struct sim_stream stream = { 30, 1 };
    assert_true(busyness_day(&none, NULL, &stream, 17441, true) == 1.0);
}

static void days_hang_together_as_the_copula_says(void **state)
{
    (void)state;
    static double drawn[RUNS * DAYS];
    static const struct {
        double cv, correlation;
    } rows[] = { { 0.15, 0.5 }, { 0.6, 0.8 }, { 0.3, -0.6 } };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        const double cv = rows[k].cv;
        const struct busyness busyness = { .day_cv = cv,
                                           .day_correlation = rows[k].correlation };
        for (uint32_t run = 0; run < RUNS; run++) {
            const struct sim_stream stream = { 31, run };
            struct mood mood = { 0 };
            for (int day = 0; day < DAYS; day++)
                drawn[run * DAYS + (uint32_t)day] =
                    busyness_day(&busyness, &mood, &stream, day, true);
        }
        const struct sample all = sample_of(drawn, RUNS * DAYS);
        assert_near(all.mean, 1.0, 0.012);
        assert_near(all.cv, cv, 0.02 * cv);
        const struct sample lag_1 = neighbours(drawn, RUNS, DAYS, cv);
        const double exact = factors_correlation(cv, rows[k].correlation);
        assert_true(lag_1.se_mean < 0.02 * fabs(exact));
        assert_near(lag_1.mean, exact, 4.0 * lag_1.se_mean);
    }
}

/* Day 1 is closed: 2 hangs on 0 as if 1 were not there, and 1 on none. */
static void closed_days_stand_apart(void **state)
{
    (void)state;
    const struct busyness linked = { .day_cv = 0.3, .day_correlation = 0.7 };
    const struct busyness free = { .day_cv = 0.3 };
    const struct sim_stream stream = { 32, 5 };
    struct mood with = { 0 }, without = { 0 };
    const double first = busyness_day(&linked, &with, &stream, 0, true);
    const double closed = busyness_day(&linked, &with, &stream, 1, false);
    const double second = busyness_day(&linked, &with, &stream, 2, true);
    assert_near(first, busyness_day(&free, NULL, &stream, 0, true), 1e-9);
    assert_near(closed, busyness_day(&free, NULL, &stream, 1, true), 1e-9);
    busyness_day(&linked, &without, &stream, 0, true);
    assert_true(second == busyness_day(&linked, &without, &stream, 2, true));
}

static struct busyness interval_busyness(double cv, double correlation, struct sim_arena *arena)
{
    struct sim_faults faults = { 0 };
    struct busyness self = { .interval_cv = cv,
                             .interval_correlation = correlation,
                             .interval_of = OF_EACH_LINE };
    const struct hours_rules rules = { .interval_s = 1800 };
    assert_true(busyness_build(&self, &rules, 17441, arena, &faults));
    return self;
}

/* Two lines, RUNS * 10 days of SLOTS intervals. */
static void intervals_have_mean_1_their_spread_and_their_correlation(void **state)
{
    enum { N = RUNS * 10 };
    static double lines[2][N * SLOTS];
    static const struct {
        double cv, correlation;
    } rows[] = { { 0.1, 0.5 }, { 0.25, 0.8 }, { 1.0, 0.5 } };
    (void)state;
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        struct sim_arena arena = { 0 };
        const double cv = rows[k].cv;
        const struct busyness busyness = interval_busyness(cv, rows[k].correlation, &arena);
        double scores[2] = { NAN, NAN };
        struct mood mood = { .scores = scores };
        for (uint32_t day = 0; day < N; day++)
            for (uint32_t i = 0; i < SLOTS; i++) {
                const struct sim_stream stream = { 33, day };
                busyness_go_on(&busyness, &mood, &stream, 1000 + i, i == 0, 2);
                for (size_t line = 0; line < 2; line++)
                    lines[line][day * SLOTS + i] = busyness_interval(&busyness, &mood, line);
            }
        for (size_t line = 0; line < 2; line++) {
            const struct sample all = sample_of(lines[line], N * SLOTS);
            assert_near(all.mean, 1.0, 0.012 * fmax(cv, 0.5));
            assert_near(all.cv, cv, 0.02 * cv);
            const struct sample lag_1 = neighbours(lines[line], N, SLOTS, cv);
            const double exact = factors_correlation(cv, rows[k].correlation);
            assert_near(lag_1.mean, exact, 4.0 * lag_1.se_mean);
        }
        for (size_t i = 0; i < N * SLOTS; i++)
            lines[0][i] = 1.0 + (lines[0][i] - 1.0) * (lines[1][i] - 1.0) / (cv * cv);
        const struct sample both = sample_of(lines[0], N * SLOTS);
        assert_near(both.mean, 1.0, 6.0 * both.se_mean); /* neighbours are not independent */
        sim_arena_close(&arena);
    }
}

static void intervals_without_a_spread_have_no_factors(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    const struct busyness none = interval_busyness(0.0, 0.5, &arena);
    assert_int_equal(busyness_n(&none, 8), 0);
    struct busyness some = interval_busyness(0.1, 0.5, &arena);
    assert_int_equal(busyness_n(&some, 8), 8);
    some.interval_of = OF_ALL_LINES;
    assert_int_equal(busyness_n(&some, 8), 1);
    sim_arena_close(&arena);
}

/* A score stands for the quantile that is as rare. */
static void the_curve_is_the_quantile_of_gamma(void **state)
{
    (void)state;
    static const double cvs[] = { 0.1, 0.25, 1.0, 2.0 };
    for (size_t k = 0; k < 4; k++) {
        struct sim_arena arena = { 0 };
        const struct busyness busyness = interval_busyness(cvs[k], 0.5, &arena);
        const double shape = 1.0 / (cvs[k] * cvs[k]);
        for (double score = -4.0; score < 4.0; score += 0.0137) {
            const struct mood mood = { .scores = &score };
            const double exact =
                gsl_cdf_gamma_Pinv(gsl_cdf_ugaussian_P(score), shape, 1 / shape);
            assert_near(busyness_interval(&busyness, &mood, 0), exact, 1e-4 * (exact + cvs[k]));
        }
        static const double far[] = { -9.0, -6.0, 6.0, 9.0 };
        for (size_t i = 0; i < 4; i++) {
            double score = far[i];
            const struct mood mood = { .scores = &score };
            const double factor = busyness_interval(&busyness, &mood, 0);
            assert_true(factor >= 0.0 && factor < 100.0);
        }
        sim_arena_close(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_days_busyness_has_mean_1_and_its_coefficient_of_variation),
        cmocka_unit_test(days_hang_together_as_the_copula_says),
        cmocka_unit_test(closed_days_stand_apart),
        cmocka_unit_test(intervals_have_mean_1_their_spread_and_their_correlation),
        cmocka_unit_test(intervals_without_a_spread_have_no_factors),
        cmocka_unit_test(the_curve_is_the_quantile_of_gamma),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
