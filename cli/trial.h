/* A question put again with one input elsewhere: a scenario, perhaps an option held against it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRIAL_H
#define CLI_TRIAL_H

#include "cli/ranges.h"
#include "cli/weighing.h"
#include "sim/compare.h"

/* What all trials share. */
struct question {
    const char *files[2]; /* the scenario, and the option or NULL */
    size_t row;           /* of centre_measures */
    size_t replications, threads;
    uint64_t seed;
    double bound; /* without an option: of the target; NaN: none */
    struct call *call;
};

/* The scenario and the option with the same input at one value. */
struct trial {
    struct alternative sides[2];
    double input;
};

/* Reads both with an input at a value; `tried` NULL leaves all as it stands. False with faults.
 */
bool trial_open(struct trial *self, const struct question *question, const struct tried *tried,
                double value);
void trial_close(struct trial *self);

/* False with faults, or when it was interrupted. */
bool trial_run(struct trial *self, const struct question *question);

/* Of the scenario alone the measure, with its interval; of two the difference, which is paired.
 */
struct sim_estimate trial_value(const struct trial *self, const struct question *question);

/* By how much that has changed from one trial to another, pair by pair. */
struct sim_difference trial_change(const struct trial *from, const struct trial *to,
                                   const struct question *question);

/* What decides: above 0 the option is better, or the target is kept; `error` its standard
 * error. NaN where nothing decides. */
double trial_decision(const struct trial *self, const struct question *question, double *error);

#endif
