/* Standard exponential and normal variates from one word of 32 random bits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Softw.
 * 5(8), 2000, with Doornik's remedy (2005): layer, sign and abscissa take bits of their own
 * (8 + 24, or 8 + 1 + 23). 98.9 % of draws need no more than the word; the others go on to
 * further blocks at the same address, so a draw still depends on nothing but its address. */
#ifndef SIM_ZIGGURAT_H
#define SIM_ZIGGURAT_H

#include "sim/stream.h"

enum { SIM_LAYERS = 256 };

/* Layer i is [0, x_i] wide; x_1 is the edge beyond which the tail begins, layer 0 holds the
 * tail. width[i] = x_i / 2^bits, sure[i] = 2^bits x_{i+1} / x_i, height[i] = f(x_i). */
struct sim_ziggurat {
    double edge;
    double width[SIM_LAYERS];
    uint32_t sure[SIM_LAYERS];
    double height[SIM_LAYERS + 1];
};

extern const struct sim_ziggurat sim_ziggurat_exponential, sim_ziggurat_normal;

/* A word of a block, and the address it came from: what a draw may need. `lane` is the index of
 * the word in the block. */
struct sim_draw {
    const struct sim_stream *stream;
    struct sim_place place;
    uint32_t lane;
    uint32_t word;
};

/* The further blocks of a draw: retry n of its lane. */
static inline struct sim_words sim_draw_more(const struct sim_draw *self, uint32_t n)
{
    return sim_stream_block(self->stream, self->place, 1 + 4 * n + self->lane);
}

double sim_exponential_slow(const struct sim_draw *draw);
double sim_normal_slow(const struct sim_draw *draw);

/* The exponential of a word that settles it; false for the 1 % that do not. */
static inline bool sim_exponential_quick(uint32_t word, double *value)
{
    const struct sim_ziggurat *zig = &sim_ziggurat_exponential;
    const uint32_t layer = word & 255, abscissa = word >> 8;
    *value = ((double)abscissa + 0.5) * zig->width[layer];
    return abscissa < zig->sure[layer];
}

/* Exponential with mean 1. */
static inline double sim_exponential(const struct sim_draw *draw)
{
    double value;
    return sim_exponential_quick(draw->word, &value) ? value : sim_exponential_slow(draw);
}

/* Normal with mean 0 and variance 1. */
static inline double sim_normal(const struct sim_draw *draw)
{
    const struct sim_ziggurat *zig = &sim_ziggurat_normal;
    const uint32_t layer = draw->word & 255, abscissa = draw->word >> 9;
    if (abscissa >= zig->sure[layer]) return sim_normal_slow(draw);
    const double x = ((double)abscissa + 0.5) * zig->width[layer];
    return draw->word & 256 ? -x : x;
}

#endif
