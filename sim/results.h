/* What n replications gave: per-replication rows of the overall measures, and estimates with
 * intervals for every measure in every cell.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Row i belongs to replication i, whatever thread made it, and everything is reduced in the
 * order of i: the same seed gives the same bytes. */
#ifndef SIM_RESULTS_H
#define SIM_RESULTS_H

#include "sim/field.h"
#include "sim/histogram.h"
#include "sim/measure.h"
#include "sim/spread.h"

#include <stdint.h>

/* Where the cells of an axis are shown: there are more of them at each step. */
enum sim_depth {
    SIM_FOR_ALL,
    SIM_FOR_FILES,  /* not on the page */
    SIM_FOR_TABLES, /* nor in the JSON: in CSV and figures */
    SIM_FOR_DATES,  /* one cell per interval of the horizon, in a table of its own */
};

/* An axis cuts the counts in cells: by line, by reason, by weekday ... */
struct sim_axis {
    const char *name;          /* "line", "half_hour": as in the JSON */
    const char *const *cells;  /* "halluin", "08:30": as in the JSON */
    const char *const *titles; /* what a person reads; NULL: as cells */
    size_t n;
    enum sim_depth depth;
};

/* An undefined number is NaN: no data, or an interval from one replication. */
struct sim_estimate {
    double value;     /* of all replications together */
    double low, high; /* 95 % interval of the mean */
    double p10, p90;  /* spread of single replications */
};

struct sim_results {
    /* what was asked */
    uint64_t seed;
    size_t n_asked;   /* replications asked for, or the ceiling with a precision */
    bool interrupted; /* ended early: only n_done replications */
    /* what came of it */
    size_t n_done;
    const struct sim_measure *measures;
    size_t n_measures;
    struct sim_estimate *overall; /* [n_measures] */
    const struct sim_axis *axes;
    size_t n_axes;
    struct sim_estimate **by; /* [n_axes] -> [axis.n * n_measures], cell first; p10, p90 NaN */
    double *over;             /* [n_done * n_measures]: numerators, row by row */
    double *under; /* [n_done * n_measures]: denominators (1 for totals, quantiles) */
    /* all replications pooled; NULL where there are none */
    struct sim_histogram *sections; /* of waits: see sim/estimate.h */
    struct sim_spread *spreads;     /* the model's, in its order */
    size_t n_spreads;
};

/* The value of one measure in one replication: over / under, NaN where undefined. */
double sim_results_row(const struct sim_results *self, size_t replication, size_t measure);

/* The estimates of all measures in one cell. */
const struct sim_estimate *sim_results_cell(const struct sim_results *self, size_t axis,
                                            size_t cell);

/* The index of a measure by its name; n_measures when there is none. */
size_t sim_results_measure(const struct sim_results *self, const char *name);

void sim_results_close(struct sim_results *self);

#endif
