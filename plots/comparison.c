/* Options compared with a base: what the intervals say, which are on the front, which is best.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison.h"

#include "sim/model.h"

#include <math.h>

size_t comparison_intervals(const struct comparison *self)
{
    return (self->n_options - 1) * self->n_measures;
}

/* The place of a measure among those of an option: scenarios differ in what they measure. */
static size_t place(const struct comparison *self, size_t option, size_t measure)
{
    return sim_results_measure(self->options[option].results, self->measures[measure]->name);
}

static struct sim_series series_of(const struct comparison *self, size_t option, size_t measure)
{
    return sim_series_of(self->options[option].results, place(self, option, measure));
}

static struct sim_difference difference_of(const struct comparison *self, size_t option,
                                           size_t measure)
{
    const struct sim_measure *asked = self->measures[measure];
    struct sim_difference found =
        sim_difference_of(series_of(self, 0, measure), series_of(self, option, measure));
    if (asked->quantity != SIM_QUANTILE) return found;
    const struct sim_difference pooled = sim_difference_of_quantiles(
        self->options[0].results->sections, self->options[option].results->sections,
        SIM_HISTOGRAMS, asked->histograms, asked->p);
    const double above = found.above, below = found.below;
    found = pooled;
    found.above = above;
    found.below = below;
    return found;
}

static enum comparison_word word_of(const struct comparison_cell *cell, enum sim_better better)
{
    const double value = cell->difference.value;
    if (isnan(value) || isnan(cell->half)) return COMPARISON_UNDEFINED;
    if (value == 0.0 && cell->half == 0.0) return COMPARISON_EQUAL;
    if (fabs(value) <= cell->half) return COMPARISON_SAME;
    if (better == SIM_NEITHER) return value > 0.0 ? COMPARISON_MORE : COMPARISON_LESS;
    return (value > 0.0) == (better == SIM_HIGHER) ? COMPARISON_BETTER : COMPARISON_WORSE;
}

int comparison_side(const struct comparison_cell *cell)
{
    return cell->word == COMPARISON_BETTER ? 1 : cell->word == COMPARISON_WORSE ? -1 : 0;
}

static void cell_fill(struct comparison *self, size_t option, size_t measure)
{
    struct comparison_cell *cell = &self->options[option].cells[measure];
    const size_t n = comparison_intervals(self);
    cell->estimate = self->options[option].results->overall[place(self, option, measure)];
    cell->difference = difference_of(self, option, measure);
    cell->half = sim_difference_half(&cell->difference, self->level, n);
    cell->shown = sim_difference_shown(&cell->difference, self->level, n, self->power);
    cell->word = word_of(cell, self->measures[measure]->better);
}

/* More is better of what this gives. */
static double worth(const struct comparison *self, size_t option, size_t measure)
{
    const double sign = self->measures[measure]->better == SIM_LOWER ? -1.0 : 1.0;
    return sign * self->options[option].cells[measure].estimate.value;
}

/* Is another one no dearer and no worse, and one of the two truly? */
static bool is_beaten(const struct comparison *self, size_t option)
{
    for (size_t i = 0; i < self->n_options; i++) {
        const double cheaper = worth(self, i, self->cost) - worth(self, option, self->cost);
        const double better =
            worth(self, i, self->service) - worth(self, option, self->service);
        if (cheaper >= 0.0 && better >= 0.0 && cheaper + better > 0.0) return true;
    }
    return false;
}

bool comparison_has_front(const struct comparison *self)
{
    return self->cost < self->n_measures &&
           self->measures[self->service]->better != SIM_NEITHER;
}

static bool best_fill(struct comparison *self)
{
    struct sim_series *series = sim_aligned(self->n_options * sizeof *series);
    struct sim_to_best *found = sim_aligned(self->n_options * sizeof *found);
    bool ok = series && found;
    for (size_t i = 0; ok && i < self->n_options; i++)
        series[i] = series_of(self, i, self->best);
    ok = ok && sim_compare_best(series, self->n_options, self->measures[self->best]->better,
                                self->level, found);
    for (size_t i = 0; ok && i < self->n_options; i++)
        self->options[i].to_best = found[i];
    sim_release(series);
    sim_release(found);
    return ok;
}

bool comparison_fill(struct comparison *self)
{
    for (size_t i = 0; i < self->n_options; i++)
        for (size_t m = 0; m < self->n_measures; m++)
            cell_fill(self, i, m);
    for (size_t i = 0; comparison_has_front(self) && i < self->n_options; i++)
        self->options[i].on_front = !is_beaten(self, i);
    return self->best == self->n_measures || best_fill(self);
}

size_t comparison_first(const struct comparison *self)
{
    const bool recommends = self->best < self->n_measures;
    const size_t by = recommends ? self->best : self->service;
    size_t first = recommends ? 0 : 1;
    for (size_t i = first + 1; i < self->n_options; i++)
        if (worth(self, i, by) > worth(self, first, by)) first = i;
    return first;
}
