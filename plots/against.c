/* A run held against its baseline: which measures have changed, by how much, and where most.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/against.h"

#include "plots/sections.h"

#include <math.h>
#include <string.h>

static bool same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* ---- where most */

/* The kept cell of that name; the baseline has them in the order in which they are asked for,
 * so that the search goes on where the last one ended. */
static const struct baseline_cell *cell_of(const struct baseline *self, const char *axis,
                                           const char *cell, const char *measure)
{
    for (size_t i = 0; i < self->n_cells; i++)
        if (strcmp(self->cells[i].measure, measure) == 0 &&
            strcmp(self->cells[i].cell, cell) == 0 && strcmp(self->cells[i].axis, axis) == 0)
            return &self->cells[i];
    return NULL;
}

static struct against_place place_of(const struct against *self, const char *measure,
                                     const struct sim_estimate *now, size_t axis, size_t cell)
{
    const struct sim_axis *cells = &self->report->results->axes[axis];
    const struct baseline_cell *was =
        cell_of(self->baseline, cells->name, cells->cells[cell], measure);
    struct against_place place = { .axis = axis, .cell = cell };
    if (!was || isnan(now->value)) return place;
    place.was = was->value;
    place.is = now->value;
    place.half = hypot(was->half, (now->high - now->low) / 2.0);
    const double change = fabs(place.is - place.was);
    if (place.half > 0.0) place.weight = change / place.half;
    return place;
}

/* The clearest change of an axis; of weight 0 where there is none. */
static struct against_place clearest_of(const struct against *self, size_t measure, size_t axis)
{
    const struct sim_results *results = self->report->results;
    struct against_place clearest = { 0 };
    for (size_t cell = 0; cell < results->axes[axis].n; cell++) {
        const struct sim_estimate *now = &sim_results_cell(results, axis, cell)[measure];
        const struct against_place place =
            place_of(self, results->measures[measure].name, now, axis, cell);
        if (place.weight > clearest.weight) clearest = place;
    }
    return clearest;
}

static void place_insert(struct against_line *line, struct against_place place)
{
    size_t at = line->n_most < AGAINST_PLACES ? line->n_most++ : AGAINST_PLACES - 1;
    if (at == AGAINST_PLACES - 1 && line->most[at].weight >= place.weight) return;
    for (; at > 0 && line->most[at - 1].weight < place.weight; at--)
        line->most[at] = line->most[at - 1];
    line->most[at] = place;
}

/* Of the axes, those of which a report names the weakest cells. */
static bool is_a_place(const char *axis)
{
    for (size_t i = 0; i < n_section_places; i++)
        if (strcmp(section_places[i].axis, axis) == 0) return true;
    return false;
}

/* Of other people a cell is named where its change is wider than its interval; of the same
 * people changes are clearer than intervals say, and the first is named in any case. */
static void places_find(const struct against *self, struct against_line *line)
{
    const struct sim_results *results = self->report->results;
    const size_t measure = (size_t)(line->measure - results->measures);
    for (size_t axis = 0; axis < results->n_axes; axis++) {
        const bool applies = line->measure->axes >> axis & 1U;
        if (!applies || !is_a_place(results->axes[axis].name) || results->axes[axis].n < 2)
            continue;
        const struct against_place place = clearest_of(self, measure, axis);
        if (place.weight > (self->paired ? 0.0 : 1.0)) place_insert(line, place);
    }
}

/* ---- every number */

static bool series_same(const struct baseline_series *series, struct sim_series now)
{
    for (size_t i = 0; i < now.n; i++)
        if (!same(series->over[i], now.over[i * now.stride]) ||
            !same(series->under[i], now.under[i * now.stride]))
            return false;
    return true;
}

static void line_exact(struct against *self, size_t measure)
{
    const struct sim_results *results = self->report->results;
    const char *name = results->measures[measure].name;
    const struct baseline_value *was = baseline_value_of(self->baseline, name);
    const struct baseline_series *series = baseline_series_of(self->baseline, name);
    struct against_line *line = &self->lines[self->n++];
    *line = (struct against_line){ .measure = &results->measures[measure] };
    line->drift.was = was ? was->value : NAN;
    line->drift.is = results->overall[measure].value;
    line->drift.p = 1.0;
    line->changed = !was || !same(line->drift.was, line->drift.is) ||
                    (series && !series_same(series, sim_series_of(results, measure)));
}

/* ---- what can be shown */

static void line_test(struct against *self, size_t measure,
                      const struct baseline_series *series)
{
    const struct sim_results *results = self->report->results;
    const struct sim_measure *what = &results->measures[measure];
    const struct sim_drift_way way = { .paired = self->paired,
                                       .counts = what->quantity == SIM_TOTAL &&
                                                 what->show == SIM_SHOW_COUNT,
                                       .tolerance = series->tolerance };
    const struct sim_series was = { series->over, series->under, self->baseline->n, 1 };
    self->lines[self->n++] = (struct against_line){
        .measure = what,
        .drift = sim_drift_of(was, sim_series_of(results, measure), &way),
        .tolerance = series->tolerance,
    };
}

static bool lines_judge(struct against *self, struct sim_arena *arena)
{
    struct sim_drift **drifts = sim_arena_new(arena, self->n, sizeof(struct sim_drift *));
    if (!drifts) return false;
    for (size_t i = 0; i < self->n; i++)
        drifts[i] = &self->lines[i].drift;
    if (!sim_drift_together(drifts, self->n)) return false;
    for (size_t i = 0; i < self->n; i++)
        self->lines[i].changed = self->lines[i].drift.together <= AGAINST_LEVEL;
    return true;
}

/* ---- the digest, and what is kept beside it */

/* Cells are kept to six digits. */
static bool nearly(double a, double b)
{
    return same(a, b) || fabs(a - b) <= 1e-5 * fmax(fabs(a), fabs(b));
}

static bool numbers_same(const double *a, const double *b, size_t n)
{
    size_t i = 0;
    while (i < n && same(a[i], b[i]))
        i++;
    return i == n;
}

static bool all_series_same(const struct baseline *a, const struct baseline *b)
{
    if (a->n != b->n || a->n_series != b->n_series) return false;
    for (size_t i = 0; i < a->n_series; i++) {
        const struct baseline_series *here = &a->series[i],
                                     *there = baseline_series_of(b, here->measure);
        if (!there || !numbers_same(here->over, there->over, a->n) ||
            !numbers_same(here->under, there->under, a->n))
            return false;
    }
    return true;
}

static bool all_values_same(const struct baseline *a, const struct baseline *b)
{
    if (a->n_values != b->n_values) return false;
    for (size_t i = 0; i < a->n_values; i++) {
        const struct baseline_value *there = baseline_value_of(b, a->values[i].measure);
        if (!there || !same(a->values[i].value, there->value)) return false;
    }
    return true;
}

static bool is_cell(const struct baseline_cell *cell, const struct baseline_cell *like)
{
    return strcmp(cell->measure, like->measure) == 0 && strcmp(cell->cell, like->cell) == 0 &&
           strcmp(cell->axis, like->axis) == 0;
}

/* Mostly they stand in the same order. */
static bool all_cells_same(const struct baseline *a, const struct baseline *b)
{
    if (a->n_cells != b->n_cells) return false;
    for (size_t i = 0; i < a->n_cells; i++) {
        const struct baseline_cell *here = &a->cells[i], *there = &b->cells[i];
        if (!is_cell(there, here)) there = cell_of(b, here->axis, here->cell, here->measure);
        if (!there || !nearly(here->value, there->value) || !nearly(here->half, there->half))
            return false;
    }
    return true;
}

/* Where every number of the run is in the digest, what else the baseline says is what the run
 * came to: or somebody has changed it. */
static bool digest_check(struct against *self, const struct baseline *now,
                         struct sim_faults *faults)
{
    const struct baseline *was = self->baseline;
    self->all_same = strcmp(now->digest, was->digest) == 0;
    if (!self->all_same ||
        (all_series_same(now, was) && all_values_same(now, was) && all_cells_same(now, was)))
        return true;
    sim_faults_add(
        faults, (struct sim_fault){ .severity = SIM_INPUT,
                                    .file = self->file,
                                    .path = "digest",
                                    .what = N_("is not that of the numbers in this baseline"),
                                    .hint = N_("write it anew, with --update") });
    return false;
}

/* ---- all of it */

static void lines_make(struct against *self)
{
    const struct sim_results *results = self->report->results;
    if (self->exact) {
        for (size_t i = 0; i < results->n_measures; i++)
            line_exact(self, i);
        return;
    }
    for (const char *const *name = baseline_family; *name; name++) {
        const size_t measure = sim_results_measure(results, *name);
        const struct baseline_series *series = baseline_series_of(self->baseline, *name);
        if (measure < results->n_measures && series) line_test(self, measure, series);
    }
}

static void gone_find(struct against *self)
{
    for (size_t i = 0; i < self->baseline->n_values; i++) {
        const char *name = self->baseline->values[i].measure;
        if (!self->exact && !baseline_series_of(self->baseline, name)) continue;
        if (sim_results_measure(self->report->results, name) <
            self->report->results->n_measures)
            continue;
        self->gone[self->n_gone++] = name;
    }
}

bool against_make(struct against *self, const struct report *report,
                  const struct baseline *baseline, const struct against_way *way,
                  struct sim_arena *arena, struct sim_faults *faults)
{
    const struct sim_results *results = report->results;
    struct baseline now;
    *self = (struct against){ .report = report,
                              .baseline = baseline,
                              .file = way->file,
                              .exact = way->exact,
                              .paired = results->seed == baseline->seed };
    self->lines = sim_arena_new(arena, results->n_measures, sizeof *self->lines);
    self->gone = sim_arena_new(arena, baseline->n_values, sizeof *self->gone);
    if (!self->lines || !self->gone || !baseline_make(&now, report, arena, faults))
        return sim_faults_memory(faults);
    if (!digest_check(self, &now, faults)) return false;
    lines_make(self);
    if (!self->exact && !lines_judge(self, arena)) return sim_faults_memory(faults);
    gone_find(self);
    for (size_t i = 0; i < self->n; i++) {
        if (self->lines[i].changed) places_find(self, &self->lines[i]);
        self->n_changed += self->lines[i].changed;
    }
    return true;
}

bool against_holds(const struct against *self)
{
    if (self->n_changed + self->n_gone > 0) return false;
    return !self->exact || self->all_same;
}
