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

/* Does that group hand calls over, and is anybody ever there to take them? */
static void transfers_find(struct scenario *self, size_t group, struct sim_faults *faults)
{
    const struct group *from = scenario_group(self, group);
    const struct skill *skills = from->skills.items;
    const struct ability *abilities = &self->abilities[group * self->reasons.n];
    for (size_t i = 0; i < from->skills.n; i++)
        for (size_t r = 0; r < self->reasons.n; r++) {
            if (abilities[r].transfer != &skills[i].transfer) continue;
            self->features |= FEATURE_TRANSFERS;
            if (self->most_staff[abilities[r].transfer_to] > 0) continue;
            sim_faults_add(faults,
                           (struct sim_fault){
                               .severity = SIM_WARNING,
                               .path = sim_faults_text(
                                   faults, "groups.%s.skills.[%zu].transfer.to", from->name, i),
                               .what = N_("nobody of that group is ever there") });
            break;
        }
}

void teamwork_find(struct scenario *self, struct sim_faults *faults)
{
    for (size_t g = 0; g < self->groups.n; g++)
        transfers_find(self, g, faults);
    if (!(self->consultation.probability > 0.0)) return;
    self->features |= FEATURE_CONSULTATION;
    if (!has_colleagues(self))
        sim_faults_add(faults, (struct sim_fault){
                                   .severity = SIM_WARNING,
                                   .path = "consultation.probability",
                                   .what = N_("nobody has a colleague whom he could ask") });
}
