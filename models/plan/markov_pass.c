/* A Markov chain under way: uniformisation, forward for distributions and back for means.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/markov.h"

#include "sim/arena.h"

#include <math.h>
#include <string.h>

/* Terms below this share of all are left out. */
#define NEGLIGIBLE 1e-18

static double leave_of(const struct markov *self, size_t i)
{
    double rate = 0.0;
    for (size_t m = self->first[i]; m < self->first[i + 1]; m++)
        rate += self->moves[m].rate;
    return rate;
}

static double fastest(const struct markov *self)
{
    double most = 0.0;
    for (size_t i = 0; i < self->n; i++)
        most = fmax(most, leave_of(self, i));
    return most;
}

/* One step of the chain that jumps at the same rate everywhere, once a tick. */
static void step_forward(const struct markov *self, double tick, const double *p, double *next)
{
    memset(next, 0, self->n * sizeof *next);
    for (size_t i = 0; i < self->n; i++) {
        double stays = p[i];
        for (size_t m = self->first[i]; m < self->first[i + 1]; m++) {
            const double moved = p[i] * (self->moves[m].rate * tick);
            next[self->moves[m].to] += moved;
            stays -= moved;
        }
        next[i] += stays;
    }
}

static void step_back(const struct markov *self, double tick, const double *v, double *before)
{
    for (size_t i = 0; i < self->n; i++) {
        double sum = v[i];
        for (size_t m = self->first[i]; m < self->first[i + 1]; m++)
            sum += (self->moves[m].rate * tick) * (v[self->moves[m].to] - v[i]);
        before[i] = sum;
    }
}

static double *scratch_of(struct markov *self, size_t vectors)
{
    void *scratch = self->scratch;
    if (!sim_grow(&scratch, &self->scratch_room, vectors * self->n + 1, sizeof *self->scratch))
        return NULL;
    self->scratch = scratch;
    return self->scratch;
}

/* Poisson(jumps): the weight of k, and of all above k. Weights far below the mean are 0, and no
 * harm; they add up to 1 within rounding. */
struct jumps {
    double mean, weight, above;
    size_t k;
};

static struct jumps jumps_begin(double mean)
{
    const double none = exp(-mean);
    return (struct jumps){ mean, none, 1.0 - none, 0 };
}

static void jumps_next(struct jumps *self)
{
    const double k = (double)++self->k;
    self->weight = exp(k * log(self->mean) - self->mean - lgamma(k + 1.0));
    self->above = fmax(0.0, self->above - self->weight);
}

static bool jumps_go_on(const struct jumps *self)
{
    return (double)self->k < self->mean || self->weight > NEGLIGIBLE;
}

static void add(double *to, double weight, const double *from, size_t n)
{
    for (size_t i = 0; weight > 0.0 && i < n; i++)
        to[i] += weight * from[i];
}

bool markov_pass(struct markov *self, double t, double *p, double *spent)
{
    const double rate = fastest(self);
    double *now = scratch_of(self, 3);
    if (!now) return false;
    double *next = now + self->n, *sum = next + self->n;
    if (!(rate * t > 0.0)) {
        if (spent) add(spent, t, p, self->n);
        return true;
    }
    memcpy(now, p, self->n * sizeof *p);
    memset(sum, 0, self->n * sizeof *sum);
    for (struct jumps jumps = jumps_begin(rate * t); jumps_go_on(&jumps); jumps_next(&jumps)) {
        add(sum, jumps.weight, now, self->n);
        if (spent) add(spent, jumps.above / rate, now, self->n);
        step_forward(self, 1.0 / rate, now, next);
        double *swap = now;
        now = next;
        next = swap;
    }
    memcpy(p, sum, self->n * sizeof *p);
    return true;
}

bool markov_look_ahead(struct markov *self, double t, double *v)
{
    const double rate = fastest(self);
    double *now = scratch_of(self, 3);
    if (!now) return false;
    double *next = now + self->n, *sum = next + self->n;
    if (!(rate * t > 0.0)) return true;
    memcpy(now, v, self->n * sizeof *v);
    memset(sum, 0, self->n * sizeof *sum);
    for (struct jumps jumps = jumps_begin(rate * t); jumps_go_on(&jumps); jumps_next(&jumps)) {
        add(sum, jumps.weight, now, self->n);
        step_back(self, 1.0 / rate, now, next);
        double *swap = now;
        now = next;
        next = swap;
    }
    memcpy(v, sum, self->n * sizeof *v);
    return true;
}
