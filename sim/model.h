/* A model as the engine sees it: how to make one replication, and what it counts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_MODEL_H
#define SIM_MODEL_H

#include "sim/histogram.h"
#include "sim/results.h"
#include "sim/spread.h"
#include "sim/stream.h"

enum { SIM_COUNTERS = 128, SIM_HISTOGRAMS = 2 };

/* What one replication counted. Cell 0 is the whole; the cells of axis 0 follow, then those of
 * axis 1, and so on: counts[cell * SIM_COUNTERS + counter]. */
struct sim_row {
    double *counts;
    struct sim_histogram *histograms; /* SIM_HISTOGRAMS of them, overall only */
    struct sim_spread *spreads;       /* the model's n_spreads of them */
};

struct sim_model {
    const struct sim_measure *measures;
    size_t n_measures;
    const struct sim_axis *axes;
    size_t n_axes;
    size_t n_spreads;     /* may be 0; what they are of, the model knows */
    const void *scenario; /* const for ever, shared by all threads */
    /* A place to work in, one per thread; NULL when memory has run out. */
    void *(*open)(const struct sim_model *model);
    void (*close)(void *workplace);
    /* Makes one replication and counts it in a row of zeroes. What it finds depends on the
     * scenario, seed and number alone, never on what the workplace did before. */
    bool (*replicate)(void *workplace, const struct sim_stream *stream, struct sim_row *row,
                      struct sim_faults *faults);
};

/* Cells of all axes and the whole. */
size_t sim_model_cells(const struct sim_model *self);

/* The first cell of an axis. */
size_t sim_model_first_cell(const struct sim_model *self, size_t axis);

#endif
