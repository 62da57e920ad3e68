/* Redials and calls again as they are: callers who will dial once more, each after a while.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/orbit.h"

#include "models/plan/markov.h"
#include "models/plan/place.h"

#include "sim/arena.h"

#include <math.h>

enum { PRESENT, REDIAL, AGAIN }; /* parts of a state */

#define NEGLIGIBLE 1e-15 /* of the mass where the chain is cut */

/* A model and where it is cut. */
struct cut {
    struct orbit of;
    int most[3];
};

static double ended_per_s(const struct orbit *of, int present)
{
    return fmin(present, of->agents) / of->handling_s;
}

static int queue_of(const struct orbit *of, int present)
{
    return present > of->agents ? present - of->agents : 0;
}

static void go(struct markov *chain, const struct cut *cut, struct markov_state to, double rate)
{
    for (int i = 0; i < 3; i++)
        if (to.part[i] > cut->most[i]) return;
    markov_move(chain, to, rate);
}

static struct markov_state with(struct markov_state state, int part, int more)
{
    state.part[part] += more;
    return state;
}

/* An attempt at this rate by callers who leave `from` for it: they get through, balk or find
 * all lines busy, and then may redial. */
static void attempt(struct markov *chain, const struct cut *cut, struct markov_state from,
                    double rate)
{
    const struct orbit *of = &cut->of;
    const int present = from.part[PRESENT];
    if (of->lines > 0 && present >= of->lines) {
        go(chain, cut, with(from, REDIAL, 1), rate * of->p_redial_busy);
        go(chain, cut, from, rate * (1.0 - of->p_redial_busy));
        return;
    }
    const double balking = present >= of->agents ? rate * of->p_balk : 0.0;
    go(chain, cut, with(from, PRESENT, 1), rate - balking);
    go(chain, cut, with(from, REDIAL, 1), balking * of->p_redial);
    go(chain, cut, from, balking * (1.0 - of->p_redial));
}

static void orbit_moves(const void *model, struct markov_state from, struct markov *chain)
{
    const struct cut *cut = model;
    const struct orbit *of = &cut->of;
    attempt(chain, cut, from, of->rate_per_s);
    if (from.part[REDIAL] > 0)
        attempt(chain, cut, with(from, REDIAL, -1), from.part[REDIAL] / of->redial_s);
    if (from.part[AGAIN] > 0)
        attempt(chain, cut, with(from, AGAIN, -1), from.part[AGAIN] / of->again_s);
    if (from.part[PRESENT] == 0) return;
    const struct markov_state less = with(from, PRESENT, -1);
    const double ended = ended_per_s(of, from.part[PRESENT]);
    const double left = queue_of(of, from.part[PRESENT]) * of->left_per_s;
    go(chain, cut, less, ended * (1.0 - of->p_again) + left * (1.0 - of->p_redial));
    go(chain, cut, with(less, AGAIN, 1), ended * of->p_again);
    go(chain, cut, with(less, REDIAL, 1), left * of->p_redial);
}

/* Attempts a second in a state. */
static double attempts_per_s(const struct orbit *of, struct markov_state state)
{
    return of->rate_per_s + (state.part[REDIAL] ? state.part[REDIAL] / of->redial_s : 0.0) +
           (state.part[AGAIN] ? state.part[AGAIN] / of->again_s : 0.0);
}

/* What an attempt finds: shares of it. */
struct found {
    double blocked, waited, abandoned, within;
};

static struct found found_in(const struct orbit *of, struct markov_state state)
{
    const struct place_law law = { of->agents / of->handling_s, of->left_per_s };
    const int present = state.part[PRESENT];
    if (of->lines > 0 && present >= of->lines) return (struct found){ .blocked = 1.0 };
    if (present < of->agents) return (struct found){ .within = 1.0 };
    const int ahead = present - of->agents;
    const double stays = 1.0 - of->p_balk;
    return (struct found){ .waited = 1.0,
                           .abandoned = 1.0 - stays * place_answered(law, ahead, INFINITY),
                           .within = stays * place_answered(law, ahead, of->within_s) };
}

static void rest_add(struct orbit_rest *rest, const struct orbit *of, struct markov_state state,
                     double p)
{
    const struct found found = found_in(of, state);
    const double attempts = p * attempts_per_s(of, state);
    const int present = state.part[PRESENT];
    rest->attempts_per_s += attempts;
    rest->blocked += attempts * found.blocked;
    rest->waited += attempts * found.waited;
    rest->answered_within += attempts * found.within;
    rest->abandoned_first += p * found.abandoned;
    rest->blocked_first += p * found.blocked;
    rest->answered_within_first += p * found.within;
    rest->abandoned +=
        p * queue_of(of, present) * of->left_per_s + attempts * found.waited * of->p_balk;
    rest->answered_per_s += p * ended_per_s(of, present);
    rest->occupancy += p * fmin(present, of->agents) / of->agents;
    rest->queue_mean += p * queue_of(of, present);
    rest->all_busy += present >= of->agents ? p : 0.0;
    rest->redial_mean += p * state.part[REDIAL];
    rest->redial_variance += p * state.part[REDIAL] * state.part[REDIAL];
    rest->again_mean += p * state.part[AGAIN];
}

static void rest_finish(struct orbit_rest *rest, const struct orbit *of)
{
    const double attempts = rest->attempts_per_s;
    rest->redials_per_s = rest->redial_mean > 0.0 ? rest->redial_mean / of->redial_s : 0.0;
    rest->again_per_s = rest->again_mean > 0.0 ? rest->again_mean / of->again_s : 0.0;
    rest->lost_per_s =
        rest->abandoned * (1.0 - of->p_redial) + rest->blocked * (1.0 - of->p_redial_busy);
    rest->answered = rest->answered_per_s / attempts;
    rest->abandoned /= attempts;
    rest->blocked /= attempts;
    rest->waited /= attempts;
    rest->answered_within /= attempts;
    rest->wait_s = rest->queue_mean / attempts;
    rest->redial_variance -= rest->redial_mean * rest->redial_mean;
}

/* Where the chain is cut at first: some deviations above what the means may be. */
static struct cut cut_of(const struct orbit *self)
{
    const double most =
        fmin(0.95, fmax(self->p_again, fmax(self->p_redial, self->p_redial_busy)));
    const double attempts = self->rate_per_s / (1.0 - most);
    const double load = attempts * self->handling_s;
    double queue =
        self->left_per_s > 0.0
            ? fmax(0.0, attempts - self->agents / self->handling_s) / self->left_per_s
            : 40.0;
    struct cut cut = { .of = *self };
    queue = fmin(queue, load);
    cut.most[PRESENT] = self->lines > 0 ? self->lines : self->agents + (int)(24 + 2 * queue);
    const bool redials = self->p_redial > 0.0 || (self->lines > 0 && self->p_redial_busy > 0.0);
    const double redial = redials ? attempts * most * self->redial_s : 0.0;
    const double again = self->p_again > 0.0 ? attempts * self->p_again * self->again_s : 0.0;
    cut.most[REDIAL] = redials ? (int)(12 + 0.5 * redial + 4 * sqrt(redial)) : 0;
    cut.most[AGAIN] = self->p_again > 0.0 ? (int)(12 + again + 6 * sqrt(again)) : 0;
    return cut;
}

/* Widens where too much of the mass stands at the cut. */
static bool cut_widen(struct cut *self, const struct markov *chain, const double *p)
{
    bool widened = false;
    for (int part = 0; part < 3; part++) {
        double mass = 0.0;
        if (self->most[part] == 0 || (part == PRESENT && self->of.lines > 0)) continue;
        for (size_t i = 0; i < chain->n; i++)
            if (chain->states[i].part[part] == self->most[part]) mass += p[i];
        if (mass < NEGLIGIBLE) continue;
        self->most[part] += self->most[part] / 2;
        widened = true;
    }
    return widened;
}

static double *vector(size_t n)
{
    void *items = NULL;
    size_t room = 0;
    return sim_grow(&items, &room, n + 1, sizeof(double)) ? items : NULL;
}

/* Every state about equally likely to begin with. */
static bool solve(struct markov *chain, const struct cut *cut, double *p)
{
    if (cut->most[REDIAL] == 0 || cut->most[AGAIN] == 0) return markov_rest(chain, p);
    for (size_t i = 0; i < chain->n; i++)
        p[i] = 1.0;
    return markov_rest_lumped(chain, PRESENT, p);
}

bool orbit_rest(const struct orbit *self, struct orbit_rest *rest)
{
    struct cut cut = cut_of(self);
    bool ok = true, again = true;
    while (ok && again) {
        struct markov chain = { 0 };
        markov_add(&chain, (struct markov_state){ 0 });
        ok = markov_explore(&chain, orbit_moves, &cut);
        double *p = ok ? vector(chain.n) : NULL;
        ok = p && solve(&chain, &cut, p);
        again = ok && cut_widen(&cut, &chain, p);
        *rest = (struct orbit_rest){ 0 };
        for (size_t i = 0; ok && i < chain.n; i++)
            rest_add(rest, self, chain.states[i], p[i]);
        sim_release(p);
        markov_close(&chain);
    }
    rest_finish(rest, self);
    return ok;
}

static void lived_add(struct orbit_lived *lived, const struct orbit *of,
                      struct markov_state state, double spent, double p)
{
    const int present = state.part[PRESENT], queue = queue_of(of, present);
    const double attempts = spent * attempts_per_s(of, state);
    lived->attempts += attempts;
    lived->abandoned +=
        spent * queue * of->left_per_s + attempts * found_in(of, state).waited * of->p_balk;
    lived->completed += spent * ended_per_s(of, present);
    lived->queue_s += spent * queue;
    lived->busy_s += spent * (present - queue);
    lived->end_queue += p * queue;
    lived->end_busy += p * (present - queue);
    lived->end_redial += p * state.part[REDIAL];
    lived->end_again += p * state.part[AGAIN];
}

/* One part; states keep their numbers, for all parts reach the same ones in the same order. */
static bool part_live(const struct cut *cut, struct orbit_part part, double *p, double *spent,
                      struct markov *chain, struct orbit_lived *lived)
{
    struct cut here = *cut;
    here.of.rate_per_s = part.rate_per_s;
    chain->n_moves = 0;
    if (!markov_explore(chain, orbit_moves, &here)) return false;
    for (size_t i = 0; i < chain->n; i++)
        spent[i] = 0.0;
    if (!markov_pass(chain, part.length_s, p, spent)) return false;
    *lived = (struct orbit_lived){ 0 };
    for (size_t i = 0; i < chain->n; i++)
        lived_add(lived, &here.of, chain->states[i], spent[i], p[i]);
    return true;
}

/* All states there are: those of the busiest part. */
static bool states_find(struct cut *cut, const struct orbit_part *parts, size_t n,
                        struct markov *chain)
{
    for (size_t i = 0; i < n; i++)
        cut->of.rate_per_s = fmax(cut->of.rate_per_s, parts[i].rate_per_s);
    markov_add(chain, (struct markov_state){ 0 });
    return markov_explore(chain, orbit_moves, cut);
}

bool orbit_day(const struct orbit *self, const struct orbit_part *parts, size_t n,
               struct orbit_lived *lived)
{
    struct orbit busiest = *self;
    for (size_t i = 0; i < n; i++)
        busiest.rate_per_s = fmax(i ? busiest.rate_per_s : 0.0, parts[i].rate_per_s);
    struct cut cut = cut_of(&busiest);
    bool ok = true, again = true;
    while (ok && again) {
        struct markov chain = { 0 };
        ok = states_find(&cut, parts, n, &chain);
        double *p = ok ? vector(chain.n) : NULL, *spent = ok ? vector(chain.n) : NULL;
        ok = p && spent;
        again = false;
        for (size_t i = 0; ok && i < chain.n; i++)
            p[i] = i == 0 ? 1.0 : 0.0;
        for (size_t i = 0; ok && !again && i < n; i++) {
            ok = part_live(&cut, parts[i], p, spent, &chain, &lived[i]);
            again = ok && cut_widen(&cut, &chain, p); /* and then from the morning on */
        }
        sim_release(p);
        sim_release(spent);
        markov_close(&chain);
    }
    return ok;
}
