/* Handling in two phases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/phases.h"

#include "models/plan/markov.h"

#include "sim/arena.h"

#include <math.h>

enum { FIRST, SECOND, QUEUE }; /* parts of a state */

#define NEGLIGIBLE 1e-17

struct cut {
    struct phases of;
    int queue;
};

/* One agent's call has ended: the next caller is taken, if there is one. */
static struct markov_state ended(struct markov_state state, int phase)
{
    state.part[phase]--;
    if (state.part[QUEUE] > 0) {
        state.part[QUEUE]--;
        state.part[FIRST]++;
    }
    return state;
}

static void phases_moves(const void *model, struct markov_state from, struct markov *chain)
{
    const struct cut *cut = model;
    const struct phases *of = &cut->of;
    struct markov_state to = from;
    if (from.part[FIRST] + from.part[SECOND] < of->agents)
        to.part[FIRST]++;
    else
        to.part[QUEUE]++;
    if (to.part[QUEUE] <= cut->queue) markov_move(chain, to, of->rate_per_s);
    if (from.part[FIRST] > 0) {
        const double rate = from.part[FIRST] / of->first_s;
        to = from;
        to.part[FIRST]--;
        to.part[SECOND]++;
        markov_move(chain, to, rate * of->p_second);
        markov_move(chain, ended(from, FIRST), rate * (1.0 - of->p_second));
    }
    if (from.part[SECOND] > 0)
        markov_move(chain, ended(from, SECOND), from.part[SECOND] / of->second_s);
    if (from.part[QUEUE] > 0) {
        to = from;
        to.part[QUEUE]--;
        markov_move(chain, to, from.part[QUEUE] * of->left_per_s);
    }
}

/* Fills the means, and returns the mass where the chain is cut. */
static double rest_fill(const struct cut *cut, const struct markov *chain, const double *p,
                        struct phases_rest *rest)
{
    const struct phases *of = &cut->of;
    double mass = 0.0;
    *rest = (struct phases_rest){ 0 };
    for (size_t i = 0; i < chain->n; i++) {
        const int *part = chain->states[i].part, busy = part[FIRST] + part[SECOND];
        if (busy == of->agents) rest->p_wait += p[i];
        rest->occupancy += p[i] * busy / of->agents;
        rest->queue_mean += p[i] * part[QUEUE];
        if (part[QUEUE] == cut->queue) mass += p[i];
    }
    rest->wait_s = rest->queue_mean / of->rate_per_s;
    rest->abandoned = rest->wait_s * of->left_per_s;
    return mass;
}

static bool rest_try(const struct cut *cut, struct phases_rest *rest, double *mass)
{
    struct markov chain = { 0 };
    void *p = NULL;
    size_t room = 0;
    markov_add(&chain, (struct markov_state){ 0 });
    bool ok = markov_explore(&chain, phases_moves, cut) &&
              sim_grow(&p, &room, chain.n, sizeof(double)) && markov_rest(&chain, p);
    if (ok) *mass = rest_fill(cut, &chain, p, rest);
    sim_release(p);
    markov_close(&chain);
    return ok;
}

bool phases_rest(const struct phases *self, struct phases_rest *rest)
{
    struct cut cut = { *self, 32 + 2 * self->agents };
    double mass = 1.0;
    for (; mass > NEGLIGIBLE; cut.queue *= 2)
        if (!rest_try(&cut, rest, &mass)) return false;
    return true;
}

/* The variance of first + second: with p_second second_s = mean / 2 it is cv^2 mean^2. */
void phases_fit(struct phases *self, double mean_s, double cv_squared)
{
    self->first_s = 0.5 * mean_s;
    self->p_second = 0.5 / cv_squared;
    self->second_s = mean_s * cv_squared;
}

double phases_allen_cunneen(double wait_s, double arrivals_cv, double handling_cv)
{
    return wait_s * 0.5 * (arrivals_cv * arrivals_cv + handling_cv * handling_cv);
}
