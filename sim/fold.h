/* Folds the rows of replications, in order, into what the estimates need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_FOLD_H
#define SIM_FOLD_H

#include "sim/estimate.h"
#include "sim/model.h"

struct sim_fold {
    const struct sim_model *model;
    size_t n;                       /* replications folded */
    struct sim_ratio *ratios;       /* [cells * n_measures], cell first */
    struct sim_histogram *sections; /* [SIM_SECTIONS * SIM_HISTOGRAMS]; NULL: no quantiles */
    struct sim_spread *spreads;     /* [n_spreads] */
    double *over, *under;           /* rows of the overall measures, [n * n_measures] */
    size_t over_capacity, under_capacity;
};

/* False when memory has run out; close it all the same. */
bool sim_fold_open(struct sim_fold *self, const struct sim_model *model);
void sim_fold_close(struct sim_fold *self);

/* Folds the row of replication number self->n; false when memory has run out. */
bool sim_fold_row(struct sim_fold *self, const struct sim_row *row);

/* The estimate of one overall measure as things stand, without its spread. */
struct sim_estimate sim_fold_estimate(const struct sim_fold *self, size_t measure);

/* Estimates of everything; rows, sections and spreads pass over to the
 * results. False when memory has run out. */
bool sim_fold_results(struct sim_fold *self, struct sim_results *results);

#endif
