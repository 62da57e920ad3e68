/* Redials and calls again, by fixed point: attempts are as many as their failures bring about.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Callers come back so late that their attempts are as good as new ones: attempts are then a
 * Poisson stream at the rate that agrees with itself. It is the limit of slow redials (A. Sze,
 * A queueing model for telephone operator staffing, Operations Research 32, 1984; Z. Aksin, M.
 * Armony and V. Mehrotra, The modern call center, POM 16, 2007); orbit.h has no such limit. */
#ifndef PLAN_ATTEMPTS_H
#define PLAN_ATTEMPTS_H

#include "models/plan/erlang.h"

/* Chances to dial once more, the same after each attempt; all below 1. */
struct attempts {
    double p_redial;      /* after hanging up or balking */
    double p_redial_busy; /* after a busy tone */
    double p_again;       /* after an answer */
};

/* Solves the queue that first calls at first->rate_per_s bring about, redials and calls again
 * included: law->of.rate_per_s is then the rate of attempts. False where it has no state of
 * rest. The rate is unique: one attempt more is at most one failure more. */
bool attempts_solve(const struct attempts *self, const struct erlang *first,
                    const struct quadrature *rule, struct erlang_law *law);

/* The share of needs that are ever answered, where each attempt fares as these shares say. */
double attempts_reached(const struct attempts *self, const struct erlang_shares *shares);

#endif
