/* How many agents each interval of a week needs, so that a target is met in every one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_REQUIREMENT_H
#define PLAN_REQUIREMENT_H

#include "models/plan/week.h"

/* A measure held to a bound. */
struct requirement_target {
    const struct week_measure *measure;
    bool at_least; /* else at most */
    double bound;
};

struct requirement_targets {
    const struct requirement_target *items;
    size_t n; /* one at least */
};

/* By how much the worst of the targets is met, relative to its bound; negative where it is
 * missed, or nothing is known. Where nobody calls everything is met. */
double requirement_margin(const struct week_lived *lived, struct requirement_targets targets);

/* Puts the fewest whole agents that meet the targets into the cells of the week, each at most
 * `most`, interval by interval in order, with the attempts that their failures bring about;
 * where none do, the fewest that come as near as any. lived[n] is what comes of it. False when
 * memory has run out. */
bool requirement_solve(struct week *self, struct requirement_targets targets, double most,
                       const struct quadrature *rule, struct week_lived *lived);

#endif
