/* A Markov chain in continuous time: states found from the moves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/markov.h"

#include "sim/arena.h"

#include <assert.h>
#include <string.h>

static uint64_t hash_of(struct markov_state state)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < MARKOV_PARTS; i++) {
        assert(state.part[i] >= 0);
        hash = (hash ^ (uint64_t)state.part[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return hash;
}

static bool same(struct markov_state a, struct markov_state b)
{
    return memcmp(a.part, b.part, sizeof a.part) == 0;
}

/* Where a state stands in the table, or the empty place where it would. */
static size_t place_of(const struct markov *self, struct markov_state state)
{
    size_t at = (size_t)hash_of(state) & (self->table_size - 1);
    while (self->table[at] && !same(self->states[self->table[at] - 1], state))
        at = (at + 1) & (self->table_size - 1);
    return at;
}

/* Keeps the table at most half full. */
static bool table_grow(struct markov *self)
{
    if (2 * (self->n + 1) <= self->table_size) return true;
    const size_t size = self->table_size ? 2 * self->table_size : 1024;
    void *table = NULL;
    size_t room = 0;
    if (!sim_grow(&table, &room, size, sizeof *self->table)) return false;
    memset(table, 0, size * sizeof *self->table);
    sim_release(self->table);
    self->table = table;
    self->table_size = size;
    for (size_t i = 0; i < self->n; i++)
        self->table[place_of(self, self->states[i])] = i + 1;
    return true;
}

size_t markov_add(struct markov *self, struct markov_state state)
{
    void *states = self->states;
    if (self->failed || self->n >= MARKOV_MOST || !table_grow(self) ||
        !sim_grow(&states, &self->states_room, self->n + 1, sizeof *self->states)) {
        self->failed = true;
        return 0;
    }
    self->states = states;
    const size_t at = place_of(self, state);
    if (!self->table[at]) {
        self->states[self->n++] = state;
        self->table[at] = self->n;
    }
    return self->table[at] - 1;
}

size_t markov_find(const struct markov *self, struct markov_state state)
{
    if (self->table_size == 0) return self->n;
    const size_t at = place_of(self, state);
    return self->table[at] ? self->table[at] - 1 : self->n;
}

void markov_move(struct markov *self, struct markov_state to, double rate)
{
    if (!(rate > 0.0)) return;
    const size_t index = markov_add(self, to);
    void *moves = self->moves;
    if (!sim_grow(&moves, &self->moves_room, self->n_moves + 1, sizeof *self->moves))
        self->failed = true;
    if (self->failed) return;
    self->moves = moves;
    self->moves[self->n_moves++] = (struct markov_move){ index, rate };
}

bool markov_explore(struct markov *self, markov_moves *moves, const void *model)
{
    for (size_t i = 0; i < self->n && !self->failed; i++) {
        void *first = self->first;
        if (!sim_grow(&first, &self->first_room, i + 2, sizeof *self->first)) return false;
        self->first = first;
        self->first[i] = self->n_moves;
        moves(model, self->states[i], self);
        self->first[i + 1] = self->n_moves;
    }
    return !self->failed;
}

void markov_close(struct markov *self)
{
    sim_release(self->states);
    sim_release(self->first);
    sim_release(self->moves);
    sim_release(self->table);
    sim_release(self->scratch);
    *self = (struct markov){ 0 };
}
