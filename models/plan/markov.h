/* A Markov chain in continuous time: states found from the moves, at rest or under way.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A model says where one state may go and how fast; the chain finds all states that can be
 * reached, nearest first, so that moves join states whose numbers are close together.
 *
 * At rest: W. Grassmann, M. Taksar and D. Heyman, Regenerative analysis and steady state
 * distributions for Markov chains, Operations Research 33, 1985: elimination without a single
 * subtraction, here within the band that moves lie in; each probability is right to many
 * digits, the smallest too. Under way: uniformisation (A. Jensen, 1953). */
#ifndef PLAN_MARKOV_H
#define PLAN_MARKOV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MARKOV_PARTS = 5, MARKOV_MOST = 1 << 22 };

/* What a model counts: callers waiting, agents busy ... */
struct markov_state {
    int part[MARKOV_PARTS];
};

struct markov;

/* Tells markov_move() every move out of a state. */
typedef void markov_moves(const void *model, struct markov_state from, struct markov *chain);

struct markov_move {
    size_t to;
    double rate;
};

/* Starts as all zeroes; owns its arrays until markov_close(). */
struct markov {
    struct markov_state *states;
    size_t n, states_room;
    size_t
        *first; /* [n + 1]: the moves of state i are moves[first[i]] .. moves[first[i+1]-1] */
    size_t first_room;
    struct markov_move *moves;
    size_t n_moves, moves_room;
    size_t *table; /* of hashes: index + 1, 0 where empty */
    size_t table_size;
    double *scratch;
    size_t scratch_room;
    bool failed; /* memory has run out, or there are more states than MARKOV_MOST */
};

/* The number of a state, which is added when it is new. */
size_t markov_add(struct markov *self, struct markov_state state);

/* The number of a state; n when it is none of the chain's. */
size_t markov_find(const struct markov *self, struct markov_state state);

/* For models: one move. Rates of 0 are left out. */
void markov_move(struct markov *self, struct markov_state to, double rate);

/* Finds all that can be reached from the states added so far. False when it has failed. */
bool markov_explore(struct markov *self, markov_moves *moves, const void *model);

/* The distribution at rest, into p[n]: state 0 must be reached again from everywhere. False
 * when memory has run out. */
bool markov_rest(struct markov *self, double *p);

/* The same by iteration, for chains too wide to eliminate: states that are alike in all parts
 * but `part` are lumped in turn (R. Koury, D. McAllister and W. Stewart, Iterative methods for
 * computing stationary distributions of nearly completely decomposable Markov chains, SIAM J.
 * Algebraic and Discrete Methods 5, 1984). p holds a first guess above 0, then the answer. */
bool markov_rest_lumped(struct markov *self, size_t part, double *p);

/* Moves a distribution p[n] on by t, and adds what was lived through to spent[n], in the unit
 * of t (NULL: not asked for). False when memory has run out. */
bool markov_pass(struct markov *self, double t, double *p, double *spent);

/* Moves back: v[i] becomes the mean of v over where state i is after t. */
bool markov_look_ahead(struct markov *self, double t, double *v);

void markov_close(struct markov *self);

#endif
