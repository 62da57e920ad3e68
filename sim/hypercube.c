/* Latin hypercubes: points that cover the range of every input evenly, each in its own order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/hypercube.h"

/* One block for each point and input: which part it changes places with, and where within its
 * part it lies. */
static struct sim_words block_of(const struct sim_stream *stream, uint32_t purpose, size_t i,
                                 uint32_t input)
{
    const struct sim_place place = { (uint32_t)i, input, purpose, 0 };
    return sim_stream_block(stream, place, 0);
}

void sim_hypercube(double *u, size_t n, const struct sim_stream *stream, uint32_t purpose,
                   uint32_t input)
{
    for (size_t i = 0; i < n; i++)
        u[i] = (double)i;
    for (size_t i = n; i > 1; i--) { /* Fisher and Yates */
        const struct sim_words block = block_of(stream, purpose, i - 1, input);
        const size_t j = (size_t)(sim_uniform(block.word[0]) * (double)i);
        const double part = u[j];
        u[j] = u[i - 1];
        u[i - 1] = part;
    }
    for (size_t i = 0; i < n; i++)
        u[i] = (u[i] + sim_uniform(block_of(stream, purpose, i, input).word[1])) / (double)n;
}
