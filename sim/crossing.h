/* Gains that add up from step to step: when their mean turns, for good, above nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gains[row * n_steps + step] is what replication `row` gains in a step; it may be negative.
 * The crossing is the first step from whose end on the accumulated mean is above 0, and stays
 * so. Its interval is the bootstrap's: replications are drawn anew, with replacement, and 95 %
 * of the crossings of these samples lie within (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, 13.3); a sample that never crosses lies beyond all steps. */
#ifndef SIM_CROSSING_H
#define SIM_CROSSING_H

#include "sim/results.h"
#include "sim/stream.h"

enum { SIM_NEVER_CROSSES = -1, SIM_CROSSING_SAMPLES = 1000 };

/* Steps, or SIM_NEVER_CROSSES. */
struct sim_crossing {
    int at, low, high;
    double p_never; /* the share of single replications whose own gains do not cross */
};

/* Of one row, or of means. */
int sim_crossing_step(const double *gains, size_t n_steps);

/* Of n_rows rows, at least one; samples are drawn at places of that purpose. False when memory
 * has run out. */
bool sim_crossing_find(const double *gains, size_t n_rows, size_t n_steps,
                       const struct sim_stream *stream, uint32_t purpose,
                       struct sim_crossing *found);

/* The accumulated mean at the end of each step, with its interval, to sums[n_steps]. */
void sim_crossing_sums(const double *gains, size_t n_rows, size_t n_steps,
                       struct sim_estimate *sums);

#endif
