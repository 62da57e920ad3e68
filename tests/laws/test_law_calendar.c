/* Needs of a dated calendar: busy intervals, events, calls before opening, months with
 * holidays. SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#include "models/flow/counts.h"
#include "sim/estimate.h"

#include <math.h>
#include <string.h>

/* Mornings of two hours; 240 needs; every caller dials once. */
#define MORNINGS                                                                               \
    THEORY_PLAIN                                                                               \
    "interval = \"60 min\";\n"                                                                 \
    "hours = ( { days = \"monday-friday\"; open = \"08:00\"; close = \"10:00\"; } "            \
    ");\ngroups = ( { name = \"a\"; agents = 20; } );\n"

/* Needs of both hours of many days. */
struct hours_of_days {
    double *first, *second; /* [n] */
    size_t n;
};

static void hours_fill(struct hours_of_days *self, const struct theory *t)
{
    void *place = t->model.open(&t->model);
    struct sim_row row = { 0 };
    struct sim_faults faults = { 0 };
    const size_t n_counts = sim_model_cells(&t->model) * SIM_COUNTERS;
    const size_t first = sim_model_first_cell(&t->model, AXIS_HALF_HOUR);
    size_t needs = 0;
    while (strcmp(centre_measures[needs].name, "needs") != 0)
        needs++;
    row.counts = sim_aligned(n_counts * sizeof *row.counts);
    row.histograms = sim_aligned(SIM_HISTOGRAMS * sizeof *row.histograms);
    assert_true(place && row.counts && row.histograms);
    for (uint32_t i = 0; i < self->n; i++) {
        const struct sim_stream stream = { 52, i };
        memset(row.counts, 0, n_counts * sizeof *row.counts);
        assert_true(t->model.replicate(place, &stream, &row, &faults));
        self->first[i] =
            sim_measure_over(&centre_measures[needs], &row.counts[first * SIM_COUNTERS]);
        self->second[i] =
            sim_measure_over(&centre_measures[needs], &row.counts[(first + 1) * SIM_COUNTERS]);
    }
    sim_release(row.counts);
    sim_release(row.histograms);
    sim_faults_close(&faults);
    t->model.close(place);
}

/* The mean of (a - mean)(b - mean) / mean. */
static struct figure product(const double *a, const double *b, size_t n, double mean)
{
    struct sim_ratio ratio = { 0 };
    for (size_t i = 0; i < n; i++)
        sim_ratio_add(&ratio, (a[i] - mean) * (b[i] - mean), mean);
    const struct sim_estimate estimate = sim_ratio_estimate(&ratio);
    const double degrees = (double)n - 1.0;
    return (struct figure){ estimate.value,
                            (estimate.high - estimate.value) / sim_student(degrees), degrees };
}

/* Counts given their factors are Poisson: a variance of mean + (mean cv)^2, and a covariance of
 * neighbours of (mean cv)^2 times the factors' correlation. That one is .48666 for scores that
 * have .5 and a Gamma of cv .5 (Mehler's expansion, to its 30th term; see test_busyness.c). */
static void busy_intervals_add_variance_and_hang_together(void **state)
{
    enum { N = 60000 };
    static double first[N], second[N];
    struct hours_of_days days = { first, second, N };
    const double mean = 120.0, cv = 0.5;
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "intervals",
                            "horizon = { start = \"2018-01-02\"; days = 1; warm_up = 0; "
                            "run_off = 0; };\n" MORNINGS
                            "demand = { volume = 240; per = \"day\"; busyness_cv = 0.0;\n"
                            "interval_cv = 0.5; interval_correlation = 0.5; };\n"));
    assert_true(theory_run(&t, 2)); /* makes the model */
    hours_fill(&days, &t);
    theory_compare(&t, "variance / mean", product(first, first, N, mean), 1.0 + mean * cv * cv,
                   0.012);
    theory_compare(&t, "of the second", product(second, second, N, mean), 1.0 + mean * cv * cv,
                   0.012);
    theory_compare(&t, "covariance / mean", product(first, second, N, mean),
                   mean * cv * cv * 0.48666, 0.02);
    assert_true(theory_close(&t));
}

/* One line's share of the variance: its own Poisson needs, and its own factor. */
static void each_line_may_have_busy_intervals_of_its_own(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "lines",
                            "horizon = { start = \"2018-01-02\"; days = 1; warm_up = 0; "
                            "run_off = 0; };\n" MORNINGS
                            "lines = ( { name = \"a\"; weight = 1.0; },\n"
                            "          { name = \"b\"; weight = 3.0; } );\n"
                            "demand = { volume = 240; per = \"day\"; busyness_cv = 0.0;\n"
                            "interval_cv = 0.5; interval_correlation = 0.0;\n"
                            "interval_of = \"each_line\"; };\n"));
    assert_true(theory_run(&t, 40000));
    theory_compare(&t, "line a", theory_cell(&t, "line", "a", "needs"), 60.0, THEORY_SHARP);
    theory_compare(&t, "line b", theory_cell(&t, "line", "b", "needs"), 180.0, THEORY_SHARP);
    struct sim_ratio ratio = { 0 };
    const size_t needs = sim_results_measure(&t.results, "needs");
    for (size_t i = 0; i < 40000; i++) {
        const double off = sim_results_row(&t.results, i, needs) - 240.0;
        sim_ratio_add(&ratio, off * off, 240.0);
    }
    const struct sim_estimate estimate = sim_ratio_estimate(&ratio);
    const struct figure figure = { estimate.value,
                                   (estimate.high - estimate.value) / sim_student(39999.0),
                                   39999.0 };
    /* two hours, each 30 and 90 needs expected of the lines */
    theory_compare(&t, "variance / mean", figure,
                   1.0 + 2.0 * 0.25 * (30.0 * 30.0 + 90.0 * 90.0) / 240.0, 0.012);
    assert_true(theory_close(&t));
}

/* November 2017 has 22 weekdays, of which All Saints' is closed; 11 November is a Saturday. */
static void a_months_volume_comes_whatever_is_closed(void **state)
{
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "month",
                    "horizon = { start = \"2017-11-01\"; months = 1; warm_up = 0; "
                    "run_off = 0; };\n" MORNINGS "public_holidays = \"france\";\n"
                    "closed_on = [ \"2017-11-09 to 2017-11-10\" ];\n"
                    "demand = { volume = 4200; busyness_cv = 0.1; weekdays = [ 2.0, 1.0, "
                    "1.0, 1.0, 1.0, 0.0, 0.0 ]; busyness_correlation = 0.5; };\n"));
    assert_true(theory_run(&t, 400));
    theory_compare(&t, "needs", theory_figure(&t, "needs"), 4200.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* 240 needs a day; on Wednesday 3 January half as many again of line b, and a third of that
 * (exp(-1)) the day after. */
static void events_show_in_the_needs_of_their_days_and_lines(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "events",
                            "horizon = { start = \"2018-01-02\"; days = 3; warm_up = 0; "
                            "run_off = 0; };\n" MORNINGS
                            "lines = ( { name = \"a\"; weight = 1.0; },\n"
                            "          { name = \"b\"; weight = 3.0; } );\n"
                            "demand = { volume = 240; per = \"day\"; busyness_cv = 0.0; };\n"
                            "events = ( { name = \"e\"; dates = \"2018-01-03\"; factor = 1.5; "
                            "decay = 1; lines = \"b\"; } );\n"));
    assert_true(theory_run(&t, 8000));
    const double third = exp(-1.0);
    theory_compare(&t, "tuesday", theory_cell(&t, "weekday", "tuesday", "needs"), 240.0,
                   THEORY_SHARP);
    theory_compare(&t, "wednesday", theory_cell(&t, "weekday", "wednesday", "needs"), 330.0,
                   THEORY_SHARP);
    theory_compare(&t, "thursday", theory_cell(&t, "weekday", "thursday", "needs"),
                   240.0 + 90.0 * third, THEORY_SHARP);
    theory_compare(&t, "line a", theory_cell(&t, "line", "a", "needs"), 180.0, THEORY_SHARP);
    theory_compare(&t, "line b", theory_cell(&t, "line", "b", "needs"),
                   3.0 * 180.0 + 90.0 * (1.0 + third), THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void a_share_of_needs_hears_the_closed_message_first(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "closed",
                            "horizon = { start = \"2018-01-02\"; days = 3; warm_up = 0; "
                            "run_off = 0; };\n" MORNINGS
                            "demand = { volume = 240; per = \"day\"; busyness_cv = 0.0; "
                            "first_dial_closed = \"10 %%\"; };\n"));
    assert_true(theory_run(&t, 12000));
    theory_compare(&t, "needs", theory_figure(&t, "needs"), 720.0, THEORY_SHARP);
    theory_compare(&t, "closed message", theory_figure(&t, "turned_away_closed"), 72.0,
                   THEORY_SHARP);
    theory_compare(&t, "while open", theory_figure(&t, "attempts_open"), 648.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(busy_intervals_add_variance_and_hang_together),
        cmocka_unit_test(each_line_may_have_busy_intervals_of_its_own),
        cmocka_unit_test(a_months_volume_comes_whatever_is_closed),
        cmocka_unit_test(events_show_in_the_needs_of_their_days_and_lines),
        cmocka_unit_test(a_share_of_needs_hears_the_closed_message_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
