/* The needs that are born in one slot: a Poisson process, thinned by height.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_BIRTHS_H
#define MODELS_DEMAND_BIRTHS_H

#include "models/hours.h"
#include "sim/ziggurat.h"

/* What a need is born with besides its time: a word for the patience of its first attempt, and
 * one for the handling of its first answer. */
struct birth {
    uint64_t words;
};

/* By how manieth word: 0 or 1. */
static inline uint32_t birth_word(struct birth self, uint32_t which)
{
    return (uint32_t)(self.words >> 32 * which);
}

/* The births of one slot. keys[] has them in order of time: the time within the slot in the
 * high word, the need's number in the low one, by which blocks[] is indexed. The number is the
 * need's entity in the random field: the same whatever the volume. */
struct births {
    struct sim_block *blocks;
    uint64_t *keys, *unsorted;
    uint32_t *bins;
    size_t n;
    size_t capacity, keys_capacity, unsorted_capacity, bins_capacity;
};

static inline struct birth births_of(const struct births *self, uint32_t number)
{
    return (struct birth){ self->blocks[number].half[1] };
}

static inline double births_at(uint64_t key, const struct slot *slot)
{
    return slot->start_at +
           sim_uniform((uint32_t)(key >> 32)) * (slot->end_at - slot->start_at);
}

/* Draws them. Needs are points at a time in the slot and a height: a scenario takes those below
 * its expected number. A volume 5 % higher keeps every need, at its time, and adds some
 * (thinning; Lewis and Shedler, 1979). False when memory has run out. */
bool births_draw(struct births *self, const struct slot *slot, double expected,
                 const struct sim_stream *stream);

void births_close(struct births *self);

#endif
