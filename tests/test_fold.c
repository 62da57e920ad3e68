/* From rows to results: every measure of every cell, from the counts of every replication.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/toy_model.h"

enum { RUNS = 25 };

static const struct toy_scenario scenario = { .throws = 60, .fails_at = TOY_NEVER };
static struct sim_model model;
static struct sim_row rows[RUNS];
static struct sim_fold fold;
static struct sim_results results;

static int make_rows(void **state)
{
    (void)state;
    model = toy_model(&scenario);
    void *place = model.open(&model);
    struct sim_faults faults = { 0 };
    for (uint32_t i = 0; i < RUNS; i++) {
        const struct sim_stream stream = { 25, i };
        rows[i].counts = calloc(sim_model_cells(&model) * SIM_COUNTERS, sizeof(double));
        rows[i].histograms = calloc(SIM_HISTOGRAMS, sizeof(struct sim_histogram));
        if (!model.replicate(place, &stream, &rows[i], &faults)) return 1;
    }
    model.close(place);
    return 0;
}

static int drop_rows(void **state)
{
    (void)state;
    for (int i = 0; i < RUNS; i++) {
        free(rows[i].counts);
        free(rows[i].histograms);
    }
    return 0;
}

static int fold_rows(void **state)
{
    (void)state;
    if (!sim_fold_open(&fold, &model)) return 1;
    for (int i = 0; i < RUNS; i++)
        if (!sim_fold_row(&fold, &rows[i])) return 1;
    results = (struct sim_results){ 0 };
    return !sim_fold_results(&fold, &results);
}

static int close_results(void **state)
{
    (void)state;
    sim_results_close(&results);
    sim_fold_close(&fold);
    return 0;
}

static void cells_stand_axis_by_axis_after_the_whole(void **state)
{
    (void)state;
    assert_int_equal(sim_model_first_cell(&model, TOY_HAND), 1);
    assert_int_equal(sim_model_first_cell(&model, TOY_PARITY), 4);
    assert_int_equal(sim_model_cells(&model), 6);
}

static void row_i_is_that_of_replication_i(void **state)
{
    (void)state;
    assert_int_equal(results.n_done, RUNS);
    for (size_t i = 0; i < RUNS; i++) {
        const double *counts = rows[i].counts;
        assert_true(sim_results_row(&results, i, TOY_N_THROWS) == counts[TOY_THROWS]);
        assert_true(sim_results_row(&results, i, TOY_SIX_RATE) ==
                    counts[TOY_SIXES] / counts[TOY_THROWS]);
        assert_true(sim_results_row(&results, i, TOY_MEDIAN) ==
                    sim_histogram_quantile(rows[i].histograms, 3, 0.5));
    }
}

/* The estimate of a measure over a cell, from the rows. */
static struct sim_estimate of_rows(size_t measure, size_t cell)
{
    struct sim_ratio ratio = { 0 };
    for (int i = 0; i < RUNS; i++) {
        const double *counts = &rows[i].counts[cell * SIM_COUNTERS];
        sim_ratio_add(&ratio, sim_measure_over(&toy_measures[measure], counts),
                      sim_measure_under(&toy_measures[measure], counts));
    }
    return sim_ratio_estimate(&ratio);
}

static void assert_same_interval(const struct sim_estimate *a, struct sim_estimate b)
{
    assert_true(same_number(a->value, b.value));
    assert_true(same_number(a->low, b.low));
    assert_true(same_number(a->high, b.high));
}

static void every_cell_has_the_estimates_of_its_counts(void **state)
{
    (void)state;
    for (size_t measure = 0; measure < TOY_MEASURES; measure++) {
        if (measure == TOY_MEDIAN) continue;
        assert_same_interval(&results.overall[measure], of_rows(measure, 0));
        for (size_t hand = 0; hand < TOY_HANDS; hand++)
            assert_same_interval(&sim_results_cell(&results, TOY_HAND, hand)[measure],
                                 of_rows(measure, 1 + hand));
    }
    for (size_t parity = 0; parity < 2; parity++)
        assert_same_interval(&sim_results_cell(&results, TOY_PARITY, parity)[TOY_N_THROWS],
                             of_rows(TOY_N_THROWS, 4 + parity));
}

static void what_has_no_meaning_in_a_cell_is_undefined_there(void **state)
{
    (void)state;
    for (size_t parity = 0; parity < 2; parity++) {
        const struct sim_estimate *cell = sim_results_cell(&results, TOY_PARITY, parity);
        assert_true(isnan(cell[TOY_SIX_RATE].value));
        assert_true(isnan(cell[TOY_MEDIAN].value));
        assert_true(!isnan(cell[TOY_N_THROWS].value));
    }
}

static void quantiles_pool_all_replications(void **state)
{
    (void)state;
    static struct sim_histogram all[SIM_HISTOGRAMS];
    for (int i = 0; i < RUNS; i++)
        for (int h = 0; h < SIM_HISTOGRAMS; h++)
            sim_histogram_merge(&all[h], &rows[i].histograms[h]);
    assert_true(results.overall[TOY_MEDIAN].value == sim_histogram_quantile(all, 3, 0.5));
    assert_true(results.overall[TOY_MEDIAN].low < results.overall[TOY_MEDIAN].value);
}

static void the_spread_is_that_of_single_replications(void **state)
{
    (void)state;
    for (size_t measure = 0; measure < TOY_MEASURES; measure++) {
        double values[RUNS];
        for (size_t i = 0; i < RUNS; i++)
            values[i] = sim_results_row(&results, i, measure);
        assert_true(results.overall[measure].p10 == sim_sample_quantile(values, RUNS, 0.1));
        assert_true(results.overall[measure].p90 == sim_sample_quantile(values, RUNS, 0.9));
        assert_true(results.overall[measure].p10 < results.overall[measure].p90);
    }
    assert_true(isnan(sim_results_cell(&results, TOY_HAND, 0)[TOY_N_THROWS].p10));
}

static void the_fold_knows_an_estimate_on_the_way(void **state)
{
    (void)state;
    struct sim_fold part;
    assert_true(sim_fold_open(&part, &model));
    assert_true(isnan(sim_fold_estimate(&part, TOY_SIX_RATE).value));
    for (int i = 0; i < RUNS; i++)
        assert_true(sim_fold_row(&part, &rows[i]));
    assert_same_interval(&results.overall[TOY_SIX_RATE],
                         sim_fold_estimate(&part, TOY_SIX_RATE));
    assert_same_interval(&results.overall[TOY_MEDIAN], sim_fold_estimate(&part, TOY_MEDIAN));
    sim_fold_close(&part);
}

static void measures_are_found_by_name(void **state)
{
    (void)state;
    assert_int_equal(sim_results_measure(&results, "throws"), TOY_N_THROWS);
    assert_int_equal(sim_results_measure(&results, "points_mean"), TOY_MEAN);
    assert_int_equal(sim_results_measure(&results, "throw"), TOY_MEASURES);
}

static void an_undefined_row_is_not_a_number(void **state)
{
    (void)state;
    results.under[3 * TOY_MEASURES + TOY_SIX_RATE] = 0.0;
    assert_true(isnan(sim_results_row(&results, 3, TOY_SIX_RATE)));
}

int main(void)
{
#define FOLD(test) cmocka_unit_test_setup_teardown(test, fold_rows, close_results)
    const struct CMUnitTest tests[] = {
        FOLD(cells_stand_axis_by_axis_after_the_whole),
        FOLD(row_i_is_that_of_replication_i),
        FOLD(every_cell_has_the_estimates_of_its_counts),
        FOLD(what_has_no_meaning_in_a_cell_is_undefined_there),
        FOLD(quantiles_pool_all_replications),
        FOLD(the_spread_is_that_of_single_replications),
        FOLD(the_fold_knows_an_estimate_on_the_way),
        FOLD(measures_are_found_by_name),
        FOLD(an_undefined_row_is_not_a_number),
    };
    return cmocka_run_group_tests(tests, make_rows, drop_rows);
}
