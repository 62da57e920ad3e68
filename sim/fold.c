/* Folds the rows of replications, in order, into what the estimates need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/fold.h"

#include <math.h>

size_t sim_model_first_cell(const struct sim_model *self, size_t axis)
{
    size_t first = 1;
    for (size_t i = 0; i < axis; i++)
        first += self->axes[i].n;
    return first;
}

size_t sim_model_cells(const struct sim_model *self)
{
    return sim_model_first_cell(self, self->n_axes);
}

/* Histograms are large: they are kept where a quantile is asked for. */
static bool has_quantiles(const struct sim_model *model)
{
    for (size_t i = 0; i < model->n_measures; i++)
        if (model->measures[i].quantity == SIM_QUANTILE) return true;
    return false;
}

bool sim_fold_open(struct sim_fold *self, const struct sim_model *model)
{
    *self = (struct sim_fold){ .model = model };
    const size_t ratios = sim_model_cells(model) * model->n_measures;
    self->ratios = sim_aligned(ratios * sizeof *self->ratios);
    const bool sections = has_quantiles(model);
    if (sections)
        self->sections = sim_aligned(SIM_SECTIONS * SIM_HISTOGRAMS * sizeof *self->sections);
    self->spreads = sim_aligned(model->n_spreads * sizeof *self->spreads);
    return self->ratios && (self->sections || !sections) && self->spreads;
}

void sim_fold_close(struct sim_fold *self)
{
    sim_release(self->ratios);
    sim_release(self->sections);
    sim_release(self->spreads);
    sim_release(self->over);
    sim_release(self->under);
}

static void fold_cell(struct sim_fold *self, size_t cell, const double *counts,
                      unsigned axis_bit)
{
    const struct sim_model *model = self->model;
    struct sim_ratio *ratios = &self->ratios[cell * model->n_measures];
    for (size_t i = 0; i < model->n_measures; i++) {
        const struct sim_measure *measure = &model->measures[i];
        if (measure->quantity == SIM_QUANTILE) continue;
        if (cell > 0 && !(measure->axes & axis_bit)) continue;
        sim_ratio_add(&ratios[i], sim_measure_over(measure, counts),
                      sim_measure_under(measure, counts));
    }
}

static void fold_cells(struct sim_fold *self, const struct sim_row *row)
{
    const struct sim_model *model = self->model;
    fold_cell(self, 0, row->counts, 0);
    size_t cell = 1;
    for (unsigned axis = 0; axis < model->n_axes; axis++)
        for (size_t i = 0; i < model->axes[axis].n; i++, cell++)
            fold_cell(self, cell, &row->counts[cell * SIM_COUNTERS], 1U << axis);
}

static bool rows_grow(double **rows, size_t *capacity, size_t want)
{
    void *items = *rows;
    const bool ok = sim_grow(&items, capacity, want, sizeof **rows);
    *rows = items;
    return ok;
}

bool sim_fold_row(struct sim_fold *self, const struct sim_row *row)
{
    const struct sim_model *model = self->model;
    const size_t first = self->n * model->n_measures, want = first + model->n_measures;
    if (!rows_grow(&self->over, &self->over_capacity, want)) return false;
    if (!rows_grow(&self->under, &self->under_capacity, want)) return false;
    for (size_t i = 0; i < model->n_measures; i++) {
        const struct sim_measure *measure = &model->measures[i];
        const bool pooled = measure->quantity == SIM_QUANTILE;
        self->over[first + i] =
            pooled ? sim_histogram_quantile(row->histograms, measure->histograms, measure->p)
                   : sim_measure_over(measure, row->counts);
        self->under[first + i] = pooled ? 1.0 : sim_measure_under(measure, row->counts);
    }
    fold_cells(self, row);
    for (size_t i = 0; self->sections && i < SIM_HISTOGRAMS; i++)
        sim_histogram_merge(&self->sections[self->n % SIM_SECTIONS * SIM_HISTOGRAMS + i],
                            &row->histograms[i]);
    for (size_t i = 0; i < model->n_spreads; i++)
        sim_spread_merge(&self->spreads[i], &row->spreads[i]);
    self->n++;
    return true;
}

struct sim_estimate sim_fold_estimate(const struct sim_fold *self, size_t measure)
{
    const struct sim_measure *asked = &self->model->measures[measure];
    if (asked->quantity == SIM_QUANTILE)
        return sim_quantile_estimate(self->sections, SIM_HISTOGRAMS, asked->histograms,
                                     asked->p);
    return sim_ratio_estimate(&self->ratios[measure]);
}

static bool fold_overall(const struct sim_fold *self, struct sim_results *results)
{
    double *values = sim_aligned(self->n * sizeof *values);
    if (!values) return false;
    for (size_t i = 0; i < results->n_measures; i++) {
        results->overall[i] = sim_fold_estimate(self, i);
        for (size_t row = 0; row < self->n; row++)
            values[row] = sim_results_row(results, row, i);
        results->overall[i].p10 = sim_sample_quantile(values, self->n, 0.1);
        for (size_t row = 0; row < self->n; row++)
            values[row] = sim_results_row(results, row, i);
        results->overall[i].p90 = sim_sample_quantile(values, self->n, 0.9);
    }
    sim_release(values);
    return true;
}

static bool fold_axes(const struct sim_fold *self, struct sim_results *results)
{
    const struct sim_ratio *ratio = &self->ratios[results->n_measures];
    for (size_t axis = 0; axis < results->n_axes; axis++) {
        const size_t n = results->axes[axis].n * results->n_measures;
        results->by[axis] = sim_aligned(n * sizeof *results->by[axis]);
        if (!results->by[axis]) return false;
        for (size_t i = 0; i < n; i++)
            results->by[axis][i] = sim_ratio_estimate(ratio++);
    }
    return true;
}

/* What was pooled passes over to the results. */
static void fold_pools(struct sim_fold *self, struct sim_results *results)
{
    results->sections = self->sections;
    results->spreads = self->spreads;
    results->n_spreads = self->model->n_spreads;
    self->sections = NULL;
    self->spreads = NULL;
}

bool sim_fold_results(struct sim_fold *self, struct sim_results *results)
{
    const struct sim_model *model = self->model;
    results->n_done = self->n;
    results->measures = model->measures;
    results->n_measures = model->n_measures;
    results->axes = model->axes;
    results->n_axes = model->n_axes;
    results->over = self->over;
    results->under = self->under;
    self->over = self->under = NULL;
    results->overall = sim_aligned(model->n_measures * sizeof *results->overall);
    results->by = sim_aligned(model->n_axes * sizeof *results->by);
    if (!results->overall || !results->by || !fold_overall(self, results) ||
        !fold_axes(self, results))
        return false;
    fold_pools(self, results);
    return true;
}
