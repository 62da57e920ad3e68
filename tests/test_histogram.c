/* Quantiles from buckets, against those of the sorted observations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/histogram.h"

enum { MOST = 50000 };
static struct sim_histogram set[3];
static double seen[3 * MOST];
static size_t n_seen;

static int clear(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++)
        sim_histogram_clear(&set[i]);
    n_seen = 0;
    return 0;
}

static void observe(int which, double value)
{
    seen[n_seen++] = value;
    if (value > 0.0)
        sim_histogram_add(&set[which], value);
    else
        set[which].zeroes++;
}

/* The smallest observation that a share p does not exceed. */
static double exact_quantile(double p)
{
    const size_t rank = (size_t)ceil(p * (double)n_seen - 1e-9);
    return seen[rank ? rank - 1 : 0];
}

static const double shares[] = { 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999 };

static void assert_quantiles_are_close(unsigned which)
{
    qsort(seen, n_seen, sizeof *seen, by_value);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        const double exact = exact_quantile(shares[i]);
        assert_near(sim_histogram_quantile(set, which, shares[i]), exact, 0.005 * exact);
    }
}

static double waits(const struct sim_draw *draw, int law)
{
    switch (law) {
    case 0:
        return 90.0 * sim_exponential(draw);
    case 1:
        return exp(4.0 + 1.5 * sim_normal(draw));
    case 2:
        return sim_uniform(draw->word) * 600.0;
    case 3:
        return 240.0; /* deterministic */
    case 4:
        return 0.002 * (1.0 + sim_exponential(draw)); /* some milliseconds */
    case 5:
        return 86400.0 * (1.0 + sim_exponential(draw)); /* days */
    case 6:
        return pow(sim_uniform(draw->word), -1.0 / 1.5); /* Pareto */
    default:
        return sim_uniform(draw->word) < 0.5 ? 10.0 : 1000.0; /* two points */
    }
}

static void quantiles_are_within_half_a_per_cent_whatever_the_law(void **state)
{
    (void)state;
    const struct sim_stream stream = { 22, 1 };
    for (int law = 0; law < 8; law++) {
        clear(NULL);
        for (uint32_t i = 0; i < MOST; i++) {
            const struct sim_draw draw = draw_of(&stream, i, (uint32_t)law % 4);
            observe(0, waits(&draw, law));
        }
        assert_quantiles_are_close(1);
    }
}

static void few_observations_have_quantiles_too(void **state)
{
    (void)state;
    for (int i = 1; i <= 3; i++)
        observe(0, 100.0 * i);
    assert_quantiles_are_close(1);
}

static void zeroes_are_exactly_0(void **state)
{
    (void)state;
    for (int i = 0; i < 80; i++)
        observe(0, 0.0);
    for (int i = 0; i < 20; i++)
        observe(0, 60.0);
    assert_true(sim_histogram_quantile(set, 1, 0.5) == 0.0);
    assert_true(sim_histogram_quantile(set, 1, 0.8) == 0.0);
    assert_quantiles_are_close(1);
    clear(NULL);
    observe(0, 0.0);
    assert_true(sim_histogram_quantile(set, 1, 0.999) == 0.0);
}

static void an_empty_histogram_has_no_quantile(void **state)
{
    (void)state;
    assert_true(isnan(sim_histogram_quantile(set, 1, 0.5)));
    observe(1, 5.0);
    assert_true(isnan(sim_histogram_quantile(set, 1 | 4, 0.5)));
    assert_near(sim_histogram_quantile(set, 2, 0.5), 5.0, 0.025);
}

/* The powers of 2 are where buckets change their width. */
static void values_on_the_edges_of_buckets_are_close(void **state)
{
    (void)state;
    for (int exponent = SIM_HISTOGRAM_LOW; exponent < SIM_HISTOGRAM_HIGH; exponent++) {
        const double edge = ldexp(1.0, exponent);
        const double values[] = { edge, edge * (1.0 + 1e-15), edge * (2.0 - 1e-15) };
        for (int i = 0; i < 3; i++) {
            clear(NULL);
            observe(0, values[i]);
            const double got = sim_histogram_quantile(set, 1, 0.5);
            assert_near(got, values[i], 0.005 * values[i]);
        }
    }
}

static void what_is_beyond_the_scale_falls_in_its_ends(void **state)
{
    (void)state;
    static const double tiny[] = { 1e-6, 1e-300, 5e-324 }, huge[] = { 1e7, 1e300, INFINITY };
    for (int i = 0; i < 3; i++) {
        clear(NULL);
        observe(0, tiny[i]);
        assert_in_range((uint64_t)(1e7 * sim_histogram_quantile(set, 1, 0.5)), 1, 9900);
        clear(NULL);
        observe(0, huge[i]);
        assert_near(sim_histogram_quantile(set, 1, 0.5), 0x1p22, 0.005 * 0x1p22);
    }
}

static void pooled_histograms_are_those_of_the_mask(void **state)
{
    (void)state;
    const struct sim_stream stream = { 22, 2 };
    for (unsigned which = 1; which < 8; which++) {
        clear(NULL);
        for (uint32_t i = 0; i < 9000; i++) {
            const struct sim_draw draw = draw_of(&stream, i, 0);
            const int h = (int)(i % 3);
            observe(h, i % 7 ? waits(&draw, h) : 0.0);
            if (!(which >> h & 1)) n_seen--; /* not one of those asked for */
        }
        assert_quantiles_are_close(which);
    }
}

static void a_merged_histogram_is_that_of_all_observations(void **state)
{
    (void)state;
    const struct sim_stream stream = { 22, 3 };
    for (uint32_t i = 0; i < 9000; i++) {
        const struct sim_draw draw = draw_of(&stream, i, 0);
        const double value = i % 5 ? waits(&draw, 1) : 0.0;
        observe((int)(i % 2), value);
        n_seen--;
        observe(2, value);
    }
    sim_histogram_merge(&set[0], &set[1]);
    assert_memory_equal(&set[0], &set[2], sizeof set[0]);
    sim_histogram_clear(&set[1]);
    sim_histogram_merge(&set[0], &set[1]);
    assert_memory_equal(&set[0], &set[2], sizeof set[0]);
    set[1].zeroes = 3;
    sim_histogram_merge(&set[0], &set[1]);
    assert_int_equal(set[0].zeroes, set[2].zeroes + 3);
    assert_quantiles_are_close(4);
}

static void the_share_above_a_value_is_what_is_left_beyond_its_quantile(void **state)
{
    (void)state;
    const struct sim_stream stream = { 22, 4 };
    const int n = 20000;
    for (uint32_t i = 0; i < (uint32_t)n; i++) {
        const struct sim_draw draw = draw_of(&stream, i, 0);
        observe((int)(i % 2), i % 4 ? 60.0 * sim_exponential(&draw) : 0.0);
    }
    assert_near(sim_histogram_above(set, 3, 0.0), 0.75, 1e-12);
    for (double t = 1.0; t < 400.0; t *= 1.37) {
        double above = 0.0;
        for (size_t i = 0; i < n_seen; i++)
            above += seen[i] > t;
        /* what a bucket of half a per cent of t may hold, and half a dozen more */
        assert_near(sim_histogram_above(set, 3, t), above / n, 0.004 * t / 60.0 + 3e-4);
    }
    for (double p = 0.3; p < 1.0; p += 0.1)
        assert_near(sim_histogram_above(set, 3, sim_histogram_quantile(set, 3, p)), 1.0 - p,
                    1e-9);
    assert_true(sim_histogram_above(set, 3, 1e9) == 0.0);
    assert_true(isnan(sim_histogram_above(set, 4, 1.0)));
}

static void a_wait_that_ends_on_the_stroke_is_not_longer(void **state)
{
    (void)state;
    static const double strokes[] = { 15.0, 20.0, 32.0, 60.0, 120.0, 300.0 };
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++) {
        clear(NULL);
        observe(0, strokes[i]);
        observe(0, strokes[i] * 1.01);
        assert_true(sim_histogram_above(set, 1, strokes[i]) == 0.5);
        assert_true(sim_histogram_above(set, 1, strokes[i] * 0.99) == 1.0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(quantiles_are_within_half_a_per_cent_whatever_the_law, clear),
        cmocka_unit_test_setup(few_observations_have_quantiles_too, clear),
        cmocka_unit_test_setup(zeroes_are_exactly_0, clear),
        cmocka_unit_test_setup(an_empty_histogram_has_no_quantile, clear),
        cmocka_unit_test_setup(values_on_the_edges_of_buckets_are_close, clear),
        cmocka_unit_test_setup(what_is_beyond_the_scale_falls_in_its_ends, clear),
        cmocka_unit_test_setup(pooled_histograms_are_those_of_the_mask, clear),
        cmocka_unit_test_setup(a_wait_that_ends_on_the_stroke_is_not_longer, clear),
        cmocka_unit_test_setup(the_share_above_a_value_is_what_is_left_beyond_its_quantile,
                               clear),
        cmocka_unit_test_setup(a_merged_histogram_is_that_of_all_observations, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
