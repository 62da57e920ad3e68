/* Staffing tried by simulation: the same callers each time, only the agents differ.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STAFF_TRIAL_H
#define CLI_STAFF_TRIAL_H

#include "cli/progress.h"
#include "cli/staff_plan.h"
#include "sim/replicate.h"

struct staff_trial {
    struct staff_plan *plan;
    struct scenario *scenario; /* of its own, staffed by number */
    struct sim_request request;
    struct call *call;
    struct sim_results results; /* of the last trial; owned, as is its model's arena */
    struct sim_arena arena;
};

bool staff_trial_open(struct staff_trial *self, struct staff_plan *plan,
                      const struct session *session, struct call *call);

/* Simulates the plan's agents. False with faults, or when it was interrupted. */
bool staff_trial_run(struct staff_trial *self);

/* What the last trial says of cell i: [n_targets]. */
void staff_trial_values(const struct staff_trial *self, size_t i, struct sim_estimate *values);

/* The values of all cells, and whether they meet the targets, into the plan; what the whole
 * comes to into the check. */
bool staff_trial_tell(struct staff_trial *self, bool keep, struct staffing_check *check);

/* The fewest agents of each cell in order, beginning with the plan's. */
bool staff_trial_search(struct staff_trial *self);

void staff_trial_close(struct staff_trial *self);

#endif
