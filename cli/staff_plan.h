/* Agents required in each interval of a scenario's week, and what becomes of the calls then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STAFF_PLAN_H
#define CLI_STAFF_PLAN_H

#include "cli/staff_ask.h"
#include "cli/weekly.h"
#include "plots/staffing.h"

struct staff_plan {
    const struct staff_ask *ask;
    struct weekly weekly;
    int *totals;                 /* [n * n_pools] */
    int *required;               /* [n * n_groups] */
    struct week_lived *lived;    /* [n]: of all pools, by the formulas */
    struct sim_estimate *values; /* [n * n_targets]: of the targets' measures */
    bool *met;                   /* [n] */
};

/* False when memory has run out. */
bool staff_plan_open(struct staff_plan *self, const struct session *session,
                     const struct staff_ask *ask, struct sim_arena *arena);

/* By the formulas; what they say of each interval too. */
bool staff_plan_formula(struct staff_plan *self, struct sim_arena *arena);

/* Shares out the agents of each pool of cell i over its groups, by the load that comes to each
 * first: to the largest remainder. */
void staff_plan_share(struct staff_plan *self, size_t i);

/* What a cell's margin is: see requirement_margin(). NaN, where nobody called, meets. */
double staff_plan_margin(const struct staff_plan *self, const struct sim_estimate *values);

/* Fills all of what is printed but the check and where it comes from. */
bool staff_plan_tell(const struct staff_plan *self, struct staffing *staffing,
                     struct sim_arena *arena);

#endif
