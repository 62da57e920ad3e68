/* The needs that are born in one slot: a Poisson process, thinned by height.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/births.h"

#include "models/demand/purpose.h"

#include <string.h>

static bool births_grow(struct births *self, size_t want)
{
    void *blocks = self->blocks, *keys = self->keys, *unsorted = self->unsorted,
         *bins = self->bins;
    const bool ok =
        sim_grow(&blocks, &self->capacity, want, sizeof *self->blocks) &&
        sim_grow(&keys, &self->keys_capacity, want, sizeof *self->keys) &&
        sim_grow(&unsorted, &self->unsorted_capacity, want, sizeof *self->unsorted) &&
        sim_grow(&bins, &self->bins_capacity, want + 1, sizeof *self->bins);
    self->blocks = blocks;
    self->keys = keys;
    self->unsorted = unsorted;
    self->bins = bins;
    return ok;
}

enum { AHEAD = 8 };

/* The words of a block are those of LANE_HEIGHT and so on. */
static uint64_t key_of(struct sim_block block, uint32_t number)
{
    return (block.half[0] & ~UINT64_C(0xffffffff)) | number;
}

/* Blocks are drawn some at a time: a loop that does nothing else is a good deal faster. */
static void blocks_ahead(struct sim_block ahead[AHEAD], const struct sim_stream *stream,
                         uint32_t first, uint32_t where)
{
    const struct sim_stream here = *stream;
    for (uint32_t i = 0; i < AHEAD; i++)
        ahead[i] = sim_stream_halves(
            &here, (struct sim_place){ first + i, where, PURPOSE_BIRTH, 0 }, 0);
}

/* From one height to the next: exponential with mean 1. */
static inline double height_gap(const struct sim_stream *stream, uint32_t number,
                                uint32_t where, uint32_t word)
{
    double gap;
    if (sim_exponential_quick(word, &gap)) return gap;
    const struct sim_place place = { number, where, PURPOSE_BIRTH, 0 };
    return sim_exponential_slow(&(struct sim_draw){ stream, place, LANE_HEIGHT, word });
}

/* Heights are a Poisson process of rate 1; need number i is the i-th from below. */
static bool births_below(struct births *self, const struct slot *slot, double expected,
                         const struct sim_stream *stream)
{
    double height = 0.0;
    for (uint32_t first = 0;; first += AHEAD) {
        if (!births_grow(self, (size_t)first + AHEAD)) return false;
        const struct sim_block *ahead = &self->blocks[first];
        uint64_t *keys = &self->unsorted[first];
        blocks_ahead(&self->blocks[first], stream, first, slot->where);
        for (uint32_t i = 0; i < AHEAD; i++) {
            height += height_gap(stream, first + i, slot->where, (uint32_t)ahead[i].half[0]);
            self->n = first + i;
            if (height > expected) return true;
            keys[i] = key_of(ahead[i], first + i);
        }
    }
}

/* Sorts the keys: into as many bins as there are keys, by their leading bits, then what little
 * is left by insertion. Linear, since the times are uniform. */
static void births_sort(struct births *self)
{
    const size_t n = self->n;
    const uint64_t *from = self->unsorted;
    uint64_t *to = self->keys;
    memset(self->bins, 0, (n + 1) * sizeof *self->bins);
    for (size_t i = 0; i < n; i++)
        self->bins[((from[i] >> 32) * n >> 32) + 1]++;
    for (size_t i = 1; i <= n; i++)
        self->bins[i] += self->bins[i - 1];
    for (size_t i = 0; i < n; i++)
        to[self->bins[(from[i] >> 32) * n >> 32]++] = from[i];
    for (size_t i = 1; i < n; i++) {
        const uint64_t key = to[i];
        if (to[i - 1] < key) continue;
        size_t j = i;
        for (; j > 0 && to[j - 1] > key; j--)
            to[j] = to[j - 1];
        to[j] = key;
    }
}

SIM_ASIDE bool births_draw(struct births *self, const struct slot *slot, double expected,
                           const struct sim_stream *stream)
{
    self->n = 0;
    if (!(expected > 0.0)) return true;
    if (!births_below(self, slot, expected, stream)) return false;
    if (self->n) births_sort(self);
    return true;
}

void births_close(struct births *self)
{
    sim_release(self->blocks);
    sim_release(self->keys);
    sim_release(self->unsorted);
    sim_release(self->bins);
    *self = (struct births){ 0 };
}
