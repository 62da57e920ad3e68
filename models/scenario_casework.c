/* What a scenario has that outlives an answer: worked out, and warned of where it cannot be
 * meant. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/scenario_casework.h"

static unsigned features_of(const struct scenario *self)
{
    unsigned features = 0;
    for (size_t i = 0; i < self->groups.n * self->reasons.n; i++)
        if (self->abilities[i].able && self->abilities[i].p_resolved < 1.0)
            features |= FEATURE_OUTCOMES;
    if (self->roster.training && self->roster.training->has_newcomers &&
        self->newcomers.p_factor < 1.0)
        features |= FEATURE_OUTCOMES;
    if (features && self->requests.p_opened > 0.0) features |= FEATURE_REQUESTS;
    if (self->callback_offer.p_accept > 0.0) features |= FEATURE_OFFERS;
    if (self->roster.n) features |= FEATURE_PEOPLE;
    return features;
}

static bool has_professionals(const struct scenario *self)
{
    for (size_t i = 0; i < self->lines.n; i++)
        if (scenario_professionals(self, i) > 0) return true;
    return false;
}

bool casework_find(struct scenario *self, struct sim_arena *arena, struct sim_faults *faults)
{
    self->features = features_of(self);
    self->calls_when_closed =
        self->outbound.when_closed && self->roster.n && scenario_keeps_files(self);
    if (!(self->features & FEATURE_REQUESTS) || !has_professionals(self)) return true;
    self->worked_s = requests_worked(&self->requests, &self->rules, &self->hours, arena);
    if (!self->worked_s) return false;
    if (!(self->worked_s[self->hours.n_slots] > 0.0))
        sim_faults_add(faults,
                       (struct sim_fault){ .severity = SIM_WARNING,
                                           .path = "requests.hours",
                                           .what = N_("the professionals never work within "
                                                      "the horizon: no request is closed") });
    return true;
}
