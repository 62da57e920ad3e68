/* A Markov chain at rest: elimination within a band, or lumping where the band is too wide.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/markov.h"

#include "sim/arena.h"

#include <math.h>
#include <string.h>

#define LARGE 1e200 /* from here on, all is scaled down */

/* Rates between states whose numbers differ by at most `width`. */
struct band {
    double *rates; /* row i: from i to i - width .. i + width */
    size_t n, width;
};

static double *band_at(const struct band *self, size_t from, size_t to)
{
    return &self->rates[from * (2 * self->width + 1) + (to + self->width - from)];
}

static size_t width_of(const struct markov *chain)
{
    size_t width = 1;
    for (size_t i = 0; i < chain->n; i++)
        for (size_t m = chain->first[i]; m < chain->first[i + 1]; m++) {
            const size_t to = chain->moves[m].to, apart = to > i ? to - i : i - to;
            if (apart > width) width = apart;
        }
    return width;
}

static bool band_open(struct band *self, size_t n, size_t width)
{
    void *rates = NULL;
    size_t room = 0;
    const size_t size = n * (2 * width + 1);
    *self = (struct band){ NULL, n, width };
    if (!sim_grow(&rates, &room, size, sizeof *self->rates)) return false;
    memset(rates, 0, size * sizeof *self->rates);
    self->rates = rates;
    return true;
}

/* Leaves out state k: who would pass through it goes on to where it leads. */
static void band_leave_out(const struct band *self, size_t k)
{
    const size_t low = k > self->width ? k - self->width : 0;
    const double *out = band_at(self, k, low);
    double sum = 0.0;
    for (size_t j = 0; j < k - low; j++)
        sum += out[j];
    for (size_t i = low; i < k; i++) {
        double *into = band_at(self, i, k);
        if (*into == 0.0) continue;
        *into /= sum;
        double *row = band_at(self, i, low);
        const double share = *into;
        for (size_t j = 0; j < k - low; j++)
            row[j] += share * out[j];
    }
}

static void scale(double *p, size_t n, double factor)
{
    for (size_t i = 0; i < n; i++)
        p[i] *= factor;
}

static double sum_of(const double *p, size_t n)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++)
        sum += p[i];
    return sum;
}

/* Solves, and gives the band back. */
static void band_rest(struct band *self, double *p)
{
    for (size_t k = self->n - 1; k > 0; k--)
        band_leave_out(self, k);
    p[0] = 1.0;
    for (size_t k = 1; k < self->n; k++) {
        p[k] = 0.0;
        for (size_t i = k > self->width ? k - self->width : 0; i < k; i++)
            p[k] += p[i] * *band_at(self, i, k);
        if (p[k] > LARGE) scale(p, k + 1, 1.0 / LARGE);
    }
    scale(p, self->n, 1.0 / sum_of(p, self->n));
    sim_release(self->rates);
}

bool markov_rest(struct markov *self, double *p)
{
    struct band band;
    if (!band_open(&band, self->n, width_of(self))) return false;
    for (size_t i = 0; i < self->n; i++)
        for (size_t m = self->first[i]; m < self->first[i + 1]; m++)
            if (self->moves[m].to != i)
                *band_at(&band, i, self->moves[m].to) += self->moves[m].rate;
    band_rest(&band, p);
    return true;
}

/* ---- lumped ---- */

/* A chain beside its lumps, and the moves into each of its states. */
struct lumping {
    const struct markov *chain;
    struct markov lumps;
    size_t *lump;         /* [n]: of each state */
    size_t *first, *from; /* moves into state i: from[first[i]] .. */
    double *rate, *leave; /* of those moves; [n]: of leaving a state */
    size_t width;         /* between lumps */
};

static void *room_for(size_t count, size_t size)
{
    void *items = NULL;
    size_t room = 0;
    if (!sim_grow(&items, &room, count + 1, size)) return NULL;
    memset(items, 0, (count + 1) * size);
    return items;
}

static void lumping_close(struct lumping *self)
{
    markov_close(&self->lumps);
    sim_release(self->lump);
    sim_release(self->first);
    sim_release(self->from);
    sim_release(self->rate);
    sim_release(self->leave);
}

/* Turns the moves around: into each state, from where and how fast. */
static void turn_around(struct lumping *self)
{
    const struct markov *chain = self->chain;
    for (size_t m = 0; m < chain->n_moves; m++)
        self->first[chain->moves[m].to + 1]++;
    for (size_t i = 0; i < chain->n; i++)
        self->first[i + 1] += self->first[i];
    for (size_t i = chain->n; i-- > 0;)
        for (size_t m = chain->first[i]; m < chain->first[i + 1]; m++) {
            const struct markov_move *move = &chain->moves[m];
            const size_t at = --self->first[move->to + 1];
            self->from[at] = i;
            self->rate[at] = move->to == i ? 0.0 : move->rate;
            self->leave[i] += self->rate[at];
        }
    /* Each end has come down to its beginning: they move up by one. */
    memmove(self->first, self->first + 1, chain->n * sizeof *self->first);
    self->first[chain->n] = chain->n_moves;
}

static bool lumping_open(struct lumping *self, const struct markov *chain, size_t part)
{
    *self = (struct lumping){ .chain = chain };
    self->lump = room_for(chain->n, sizeof *self->lump);
    self->first = room_for(chain->n + 1, sizeof *self->first);
    self->from = room_for(chain->n_moves, sizeof *self->from);
    self->rate = room_for(chain->n_moves, sizeof *self->rate);
    self->leave = room_for(chain->n, sizeof *self->leave);
    if (!self->lump || !self->first || !self->from || !self->rate || !self->leave) return false;
    for (size_t i = 0; i < chain->n; i++) {
        struct markov_state state = chain->states[i];
        state.part[part] = 0;
        self->lump[i] = markov_add(&self->lumps, state);
    }
    if (self->lumps.failed) return false;
    turn_around(self);
    for (size_t i = 0; i < chain->n; i++)
        for (size_t m = chain->first[i]; m < chain->first[i + 1]; m++) {
            const size_t a = self->lump[i], b = self->lump[chain->moves[m].to];
            const size_t apart = a > b ? a - b : b - a;
            if (apart > self->width) self->width = apart;
        }
    return true;
}

/* Solves the chain of lumps, in which p says how each lump is filled, and weighs p anew. */
static bool lumps_weigh(const struct lumping *self, double *p)
{
    const struct markov *chain = self->chain;
    const size_t n = self->lumps.n;
    struct band band;
    double *weight = room_for(2 * n, sizeof *weight);
    double *held = weight ? weight + n : NULL;
    if (!weight || !band_open(&band, n, self->width ? self->width : 1)) {
        sim_release(weight);
        return false;
    }
    for (size_t i = 0; i < chain->n; i++)
        held[self->lump[i]] += p[i];
    for (size_t i = 0; i < chain->n; i++)
        for (size_t m = chain->first[i]; m < chain->first[i + 1]; m++) {
            const size_t a = self->lump[i], b = self->lump[chain->moves[m].to];
            if (a != b) *band_at(&band, a, b) += chain->moves[m].rate * p[i] / held[a];
        }
    band_rest(&band, weight);
    for (size_t i = 0; i < chain->n; i++)
        p[i] *= weight[self->lump[i]] / held[self->lump[i]];
    sim_release(weight);
    return true;
}

/* Gauss and Seidel: each state what comes in over how fast it is left. Returns the greatest
 * relative change among states that weigh anything. */
static double sweep(const struct lumping *self, double *p, bool forward)
{
    double change = 0.0;
    for (size_t step = 0; step < self->chain->n; step++) {
        const size_t i = forward ? step : self->chain->n - 1 - step;
        double in = 0.0;
        for (size_t m = self->first[i]; m < self->first[i + 1]; m++)
            in += self->rate[m] * p[self->from[m]];
        const double now = in / self->leave[i];
        if (now > 1e-14) change = fmax(change, fabs(now - p[i]) / now);
        p[i] = now;
    }
    return change;
}

bool markov_rest_lumped(struct markov *self, size_t part, double *p)
{
    enum { MOST_ROUNDS = 2000, SWEEPS = 4 };
    struct lumping lumping;
    bool ok = lumping_open(&lumping, self, part);
    for (int round = 0; ok && round < MOST_ROUNDS; round++) {
        double change = 0.0;
        ok = lumps_weigh(&lumping, p);
        for (int i = 0; ok && i < SWEEPS; i++)
            change = sweep(&lumping, p, i % 2 == 0);
        scale(p, self->n, 1.0 / sum_of(p, self->n));
        if (change < 1e-13) break;
    }
    lumping_close(&lumping);
    return ok;
}
