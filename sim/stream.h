/* A place in the random field: every draw has an address, and needs nothing drawn before it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The generator is Philox 2x64-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3", SC 2011), from Random123: of its family the one that costs least where a
 * 64-bit product is one instruction. Its key is the 64-bit seed, its 128-bit counter the
 * address: who, what for, for the how-manieth time, and in which replication. One block gives
 * 128 random bits, in four words of 32; a model decides which word serves what. */
#ifndef SIM_STREAM_H
#define SIM_STREAM_H

#include <Random123/philox.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

/* What is common to all draws of one replication. */
struct sim_stream {
    uint64_t seed;
    uint32_t replication;
};

/* One address. `entity` and `where` name who draws (a caller: number and slot of birth);
 * `purpose` is below 256, `draw` (the nth attempt, the nth answer) below 2^16, `retry` below
 * 256 is taken by the laws that need more than one block. */
struct sim_place {
    uint32_t entity;
    uint32_t where;
    uint32_t purpose;
    uint32_t draw;
};

struct sim_words {
    uint32_t word[4];
};

enum { SIM_PURPOSE_BITS = 8, SIM_DRAW_BITS = 16, SIM_RETRY_BITS = 8 };

/* A block as it comes, in halves of two words, the first of them in the low bits. */
struct sim_block {
    uint64_t half[2];
};

static inline struct sim_block sim_stream_halves(const struct sim_stream *self,
                                                 struct sim_place place, uint32_t retry)
{
    const uint32_t what = place.purpose | place.draw << SIM_PURPOSE_BITS |
                          retry << (SIM_PURPOSE_BITS + SIM_DRAW_BITS);
    const philox2x64_ctr_t counter = { { place.entity | (uint64_t)place.where << 32,
                                         what | (uint64_t)self->replication << 32 } };
    const philox2x64_key_t key = { { self->seed } };
    const philox2x64_ctr_t block = philox2x64(counter, key);
    return (struct sim_block){ { block.v[0], block.v[1] } };
}

static inline struct sim_words sim_stream_block(const struct sim_stream *self,
                                                struct sim_place place, uint32_t retry)
{
    const struct sim_block block = sim_stream_halves(self, place, retry);
    return (struct sim_words){ { (uint32_t)block.half[0], (uint32_t)(block.half[0] >> 32),
                                 (uint32_t)block.half[1], (uint32_t)(block.half[1] >> 32) } };
}

/* Uniform on ]0, 1[ from one word: never 0, never 1. */
static inline double sim_uniform(uint32_t word)
{
    return ((double)word + 0.5) * 0x1p-32;
}

#endif
