/* The same random field as a gsl_rng_type, for the laws of GSL that few draws need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_GSL_STREAM_H
#define SIM_GSL_STREAM_H

#include "sim/ziggurat.h"

#include <gsl/gsl_rng.h>

/* Philox as a generator of GSL's: get() gives 32-bit words. Seeded by gsl_rng_set() it starts
 * at address 0 of that seed; sim_gsl_at() puts it elsewhere. */
extern const gsl_rng_type *const sim_gsl_philox;

/* The state behind such a generator: words left of the present block, and where it stands. */
struct sim_gsl_state {
    struct sim_stream stream;
    struct sim_place place;
    uint32_t retry, lane;
    struct sim_words block;
    uint32_t used;
};

/* A generator that starts at the further blocks of one draw. It needs no gsl_rng_alloc: both
 * structs may stand on the stack, and `state` must outlive the generator. */
gsl_rng sim_gsl_at(struct sim_gsl_state *state, const struct sim_draw *draw);

#endif
