/* Latin hypercubes: points that cover the range of every input evenly, each in its own order.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of n points, each n-th part of an input's range holds exactly one (McKay, Beckman and
 * Conover, "A comparison of three methods for selecting values of input variables in the
 * analysis of output from a computer code", Technometrics 21, 1979). */
#ifndef SIM_HYPERCUBE_H
#define SIM_HYPERCUBE_H

#include "sim/stream.h"

#include <stddef.h>

/* The coordinate of one input at n points, each within ]0, 1[. It depends on the seed, the
 * purpose, n and the number of the input alone: an input more leaves the others as they were.
 */
void sim_hypercube(double *u, size_t n, const struct sim_stream *stream, uint32_t purpose,
                   uint32_t input);

#endif
