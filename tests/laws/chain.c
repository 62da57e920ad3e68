/* The state of rest of a Markov chain in continuous time, solved as linear equations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/chain.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_SWEEPS = 200000 };

static void *must_have(void *memory)
{
    if (memory) return memory;
    fputs("no memory for a chain\n", stderr);
    abort();
}

void chain_open(struct chain *self, size_t n_states)
{
    *self = (struct chain){ .n_states = n_states };
    self->p = must_have(calloc(n_states, sizeof *self->p));
}

void chain_close(struct chain *self)
{
    free(self->edges);
    free(self->p);
    *self = (struct chain){ 0 };
}

void chain_add(struct chain *self, size_t from, size_t to, double rate)
{
    if (!(rate > 0.0)) return;
    if (self->n_edges == self->capacity) {
        self->capacity = self->capacity ? 2 * self->capacity : 1024;
        self->edges = must_have(realloc(self->edges, self->capacity * sizeof *self->edges));
    }
    self->edges[self->n_edges++] = (struct chain_edge){ from, to, rate };
}

static int by_target(const void *a, const void *b)
{
    const struct chain_edge *left = a, *right = b;
    if (left->to != right->to) return left->to < right->to ? -1 : 1;
    return (left->from > right->from) - (left->from < right->from);
}

/* One sweep of Gauss and Seidel: what flows out of a state is what flows in. Returns the
 * greatest change, over the mean probability. Edges are sorted by target. */
static double sweep(struct chain *self, const double *out)
{
    double change = 0.0;
    for (size_t i = 0; i < self->n_edges;) {
        const size_t to = self->edges[i].to;
        double in = 0.0;
        for (; i < self->n_edges && self->edges[i].to == to; i++)
            in += self->p[self->edges[i].from] * self->edges[i].rate;
        if (!(out[to] > 0.0)) continue;
        change = fmax(change, fabs(in / out[to] - self->p[to]));
        self->p[to] = in / out[to];
    }
    return change * (double)self->n_states;
}

static void normalise(struct chain *self)
{
    double total = 0.0;
    for (size_t i = 0; i < self->n_states; i++)
        total += self->p[i];
    for (size_t i = 0; i < self->n_states; i++)
        self->p[i] /= total;
}

void chain_solve(struct chain *self)
{
    double *out = must_have(calloc(self->n_states, sizeof *out));
    qsort(self->edges, self->n_edges, sizeof *self->edges, by_target);
    for (size_t i = 0; i < self->n_edges; i++)
        out[self->edges[i].from] += self->edges[i].rate;
    for (size_t i = 0; i < self->n_states; i++)
        self->p[i] = out[i] > 0.0 ? 1.0 : 0.0;
    normalise(self);
    int left = MOST_SWEEPS;
    while (left && sweep(self, out) > 1e-13) {
        normalise(self);
        left--;
    }
    normalise(self);
    free(out);
    if (left) return;
    fputs("a chain did not converge\n", stderr);
    abort();
}
