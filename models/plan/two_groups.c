/* Two kinds of calls, and three groups of agents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/two_groups.h"

#include "models/plan/markov.h"

#include "sim/arena.h"

#include <math.h>

#define NEGLIGIBLE 1e-15

/* Parts of a state. Specialists are busy or not, and a queue of their kind stands only while
 * none is free: one number says both, busy specialists and then callers waiting. */
enum { FIRST_KIND, SECOND_KIND, FLEXIBLE_FIRST_KIND, FLEXIBLE_SECOND_KIND };

struct cut {
    struct two_groups of;
    int queue[2];
};

static int busy(const struct cut *cut, struct markov_state state, int kind)
{
    const int specialists = cut->of.kind[kind].specialists;
    return state.part[kind] < specialists ? state.part[kind] : specialists;
}

static int waiting(const struct cut *cut, struct markov_state state, int kind)
{
    return state.part[kind] - busy(cut, state, kind);
}

static int flexible_free(const struct cut *cut, struct markov_state state)
{
    return cut->of.flexible - state.part[FLEXIBLE_FIRST_KIND] -
           state.part[FLEXIBLE_SECOND_KIND];
}

static bool may_help(const struct cut *cut, struct markov_state state, int kind)
{
    return flexible_free(cut, state) > cut->of.kind[kind].reserve;
}

static struct markov_state with(struct markov_state state, int part, int more)
{
    state.part[part] += more;
    return state;
}

/* A flexible agent takes a waiting caller of this kind. */
static struct markov_state help(struct markov_state state, int kind)
{
    return with(with(state, kind, -1), FLEXIBLE_FIRST_KIND + kind, 1);
}

/* An arrival: a free specialist, a flexible agent, or the queue. */
static void arrive(struct markov *chain, const struct cut *cut, struct markov_state from,
                   int kind)
{
    const struct two_groups_kind *of = &cut->of.kind[kind];
    const bool special = from.part[kind] < of->specialists, helped = may_help(cut, from, kind);
    double specially = special ? 1.0 : 0.0;
    if (special && helped && of->first == FLEXIBLE_FIRST) specially = 0.0;
    if (special && helped && of->first == ANY_FIRST) specially = 0.5;
    markov_move(chain, with(from, kind, 1), of->rate_per_s * specially);
    if (helped)
        markov_move(chain, with(from, FLEXIBLE_FIRST_KIND + kind, 1),
                    of->rate_per_s * (1.0 - specially));
    else if (!special && waiting(cut, from, kind) < cut->queue[kind])
        markov_move(chain, with(from, kind, 1), of->rate_per_s);
}

/* A flexible agent is free again, and takes whom he may. */
static struct markov_state freed(const struct cut *cut, struct markov_state state)
{
    const int one = cut->of.preferred, other = 1 - one;
    if (waiting(cut, state, one) > 0 && may_help(cut, state, one)) return help(state, one);
    if (waiting(cut, state, other) > 0 && may_help(cut, state, other))
        return help(state, other);
    return state;
}

static void two_groups_moves(const void *model, struct markov_state from, struct markov *chain)
{
    const struct cut *cut = model;
    for (int kind = 0; kind < 2; kind++) {
        const struct two_groups_kind *of = &cut->of.kind[kind];
        const int part = FLEXIBLE_FIRST_KIND + kind;
        arrive(chain, cut, from, kind);
        if (from.part[kind] > 0) {
            const int at_work = busy(cut, from, kind);
            const double ended = at_work > 0 ? at_work / of->handling_s : 0.0;
            markov_move(chain, with(from, kind, -1),
                        ended + waiting(cut, from, kind) * of->left_per_s);
        }
        if (from.part[part] > 0)
            markov_move(chain, freed(cut, with(from, part, -1)),
                        from.part[part] / of->flexible_s);
    }
}

static void kind_add(struct two_groups_rest *rest, const struct cut *cut,
                     struct markov_state state, int kind, double p)
{
    const struct two_groups_kind *of = &cut->of.kind[kind];
    const double queue = waiting(cut, state, kind);
    if (state.part[kind] >= of->specialists && !may_help(cut, state, kind))
        rest->kind[kind].p_wait += p;
    rest->kind[kind].queue_mean += p * queue;
    rest->kind[kind].queue_variance += p * queue * queue;
    if (of->specialists > 0)
        rest->kind[kind].occupancy += p * busy(cut, state, kind) / of->specialists;
    rest->kind[kind].by_flexible += p * state.part[FLEXIBLE_FIRST_KIND + kind] / of->flexible_s;
}

static void rest_finish(struct two_groups_rest *rest, const struct two_groups *of)
{
    double offered = 0.0, answered = 0.0;
    for (int kind = 0; kind < 2; kind++) {
        const double rate = of->kind[kind].rate_per_s;
        rest->kind[kind].wait_s = rest->kind[kind].queue_mean / rate;
        rest->kind[kind].abandoned = rest->kind[kind].wait_s * of->kind[kind].left_per_s;
        rest->kind[kind].queue_variance -=
            rest->kind[kind].queue_mean * rest->kind[kind].queue_mean;
        rest->kind[kind].by_flexible /= rate * (1.0 - rest->kind[kind].abandoned);
        offered += rate;
        answered += rate * (1.0 - rest->kind[kind].abandoned);
    }
    rest->answered = answered / offered;
}

static bool rest_try(const struct cut *cut, struct two_groups_rest *rest, double mass[2])
{
    struct markov chain = { 0 };
    void *items = NULL;
    size_t room = 0;
    markov_add(&chain, (struct markov_state){ 0 });
    bool ok = markov_explore(&chain, two_groups_moves, cut) &&
              sim_grow(&items, &room, chain.n, sizeof(double)) && markov_rest(&chain, items);
    const double *p = items;
    *rest = (struct two_groups_rest){ 0 };
    mass[0] = mass[1] = 0.0;
    for (size_t i = 0; ok && i < chain.n; i++)
        for (int kind = 0; kind < 2; kind++) {
            kind_add(rest, cut, chain.states[i], kind, p[i]);
            if (cut->of.flexible > 0)
                rest->flexible_occupancy +=
                    p[i] * chain.states[i].part[FLEXIBLE_FIRST_KIND + kind] / cut->of.flexible;
            if (waiting(cut, chain.states[i], kind) == cut->queue[kind]) mass[kind] += p[i];
        }
    sim_release(items);
    markov_close(&chain);
    return ok;
}

bool two_groups_rest(const struct two_groups *self, struct two_groups_rest *rest)
{
    struct cut cut = { *self, { 16, 16 } };
    double mass[2] = { 1.0, 1.0 };
    bool widened = true;
    while (widened) {
        if (!rest_try(&cut, rest, mass)) return false;
        widened = false;
        for (int kind = 0; kind < 2; kind++)
            if (mass[kind] > NEGLIGIBLE) {
                cut.queue[kind] += cut.queue[kind] / 2;
                widened = true;
            }
    }
    rest_finish(rest, self);
    return true;
}
