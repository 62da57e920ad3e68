/* The state of rest of a Markov chain in continuous time, solved as linear equations.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The witness where no table has the exact value: it knows rates between numbered states, and
 * nothing of calls or of simulation. */
#ifndef TESTS_LAWS_CHAIN_H
#define TESTS_LAWS_CHAIN_H

#include <stddef.h>

struct chain_edge {
    size_t from, to;
    double rate;
};

/* States that no edge leaves are taken to be out of reach: their probability is 0. */
struct chain {
    size_t n_states, n_edges, capacity;
    struct chain_edge *edges;
    double *p; /* [n_states]: probabilities, once solved; owned */
};

void chain_open(struct chain *self, size_t n_states);

/* A rate of 0 or less is no edge. */
void chain_add(struct chain *self, size_t from, size_t to, double rate);

/* Finds p with p Q = 0, to 1e-12 of each probability that matters. A chain that does not
 * converge is a slip of the test, and ends it. */
void chain_solve(struct chain *self);

void chain_close(struct chain *self);

#endif
