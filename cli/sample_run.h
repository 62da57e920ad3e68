/* The points of a sample, one after the other: drawn, solved, run, held against the facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SAMPLE_RUN_H
#define CLI_SAMPLE_RUN_H

#include "cli/sample_point.h"

#include <stdint.h>

/* How a sample is made. */
struct sample_request {
    uint64_t seed;
    size_t points, runs; /* runs of each scenario at each point */
    size_t threads;
};

/* Is the plan sound where all inputs are low, in the middle, and high? False with faults. */
bool sample_run_check(const struct sample_plan *plan, struct call *call);

/* Runs all points, or those until it is interrupted, and fills the result, which lives in the
 * call's arena. Each point has a seed of its own, common to its scenarios: chance differs from
 * point to point, and weighs on no share. False with faults. */
bool sample_run(const struct sample_plan *plan, const struct sample_request *request,
                struct sample *sample, struct call *call);

#endif
