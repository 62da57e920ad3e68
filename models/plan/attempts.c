/* Redials and calls again, by fixed point: attempts are as many as their failures bring about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/attempts.h"

#include "models/plan/root.h"

#include <math.h>

struct search {
    const struct attempts *chances;
    const struct quadrature *rule;
    struct erlang queue;
    double first_per_s;
    struct erlang_law *law;
};

/* Attempts that come of an attempt. */
static double followers(const struct attempts *self, const struct erlang_shares *shares)
{
    return self->p_redial * (shares->balked + shares->abandoned) +
           self->p_redial_busy * shares->blocked +
           self->p_again * (shares->free + shares->waited);
}

static double gap(const void *self, double rate_per_s)
{
    const struct search *search = self;
    struct erlang queue = search->queue;
    queue.rate_per_s = rate_per_s;
    erlang_solve(search->law, &queue, search->rule);
    return rate_per_s * (1.0 - followers(search->chances, &search->law->shares)) /
               search->first_per_s -
           1.0;
}

/* Just below the rate from which on a queue that nobody leaves grows without end. */
static double most_per_s(const struct erlang *queue)
{
    if (queue->patience.kind != SIM_NEVER || isfinite(queue->lines)) return INFINITY;
    return (1.0 - 1e-9) * queue->agents / (queue->handling_s * (1.0 - queue->p_balk));
}

bool attempts_solve(const struct attempts *self, const struct erlang *first,
                    const struct quadrature *rule, struct erlang_law *law)
{
    const double most = fmax(self->p_again, fmax(self->p_redial, self->p_redial_busy));
    const struct search search = { self, rule, *first, first->rate_per_s, law };
    const double high = fmin(first->rate_per_s / (1.0 - most), most_per_s(first));
    if (!erlang_is_stable(first)) return false;
    if (most == 0.0) {
        erlang_solve(law, first, rule);
        return true;
    }
    if (isfinite(most_per_s(first)) && gap(&search, high) < -1e-9) return false;
    const double rate_per_s = root_find(gap, &search, first->rate_per_s, high);
    if (law->of.rate_per_s != rate_per_s) gap(&search, rate_per_s);
    return true;
}

double attempts_reached(const struct attempts *self, const struct erlang_shares *shares)
{
    const double failures = self->p_redial * (shares->balked + shares->abandoned) +
                            self->p_redial_busy * shares->blocked;
    return (shares->free + shares->waited) / (1.0 - failures);
}
