/* Calls that take more than one agent, in a scenario: worked out, and warned of where it cannot
 * be meant. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/scenario_teamwork.h"

/* Is there a queue that two people may take calls of? */
static bool has_colleagues(const struct scenario *self)
{
    for (int q = 0; q < self->routing.n_queues; q++) {
        int n = 0;
        for (uint32_t g = 0; g < self->groups.n; g++)
            if (routing_offers(&self->routing.queues[q], g)) n += self->most_staff[g];
        if (n > 1) return true;
    }
    return false;
}

void teamwork_find(struct scenario *self, struct sim_faults *faults)
{
    if (!(self->consultation.probability > 0.0)) return;
    self->features |= FEATURE_CONSULTATION;
    if (!has_colleagues(self))
        sim_faults_add(faults, (struct sim_fault){
                                   .severity = SIM_WARNING,
                                   .path = "consultation.probability",
                                   .what = N_("nobody has a colleague whom he could ask") });
}
