/* The same random field as a gsl_rng_type, for the laws of GSL that few draws need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/gsl_stream.h"

static void state_set(void *memory, unsigned long seed)
{
    struct sim_gsl_state *state = memory;
    *state = (struct sim_gsl_state){ .stream = { .seed = seed }, .used = 4 };
}

/* Blocks follow each other through the retries of a lane. A generator used as one long run
 * moves on to the next address after 240 words; a draw at an address never takes as many. */
static unsigned long state_get(void *memory)
{
    struct sim_gsl_state *state = memory;
    if (state->used == 4) {
        state->block =
            sim_stream_block(&state->stream, state->place, 1 + 4 * state->retry + state->lane);
        state->used = 0;
        state->retry = (state->retry + 1) % 60;
        if (state->retry == 0 && ++state->place.where == 0) state->place.entity++;
    }
    return state->block.word[state->used++];
}

static double state_get_double(void *memory)
{
    return sim_uniform((uint32_t)state_get(memory));
}

static const gsl_rng_type philox = {
    .name = "philox2x64-10",
    .max = 0xffffffffUL,
    .min = 0,
    .size = sizeof(struct sim_gsl_state),
    .set = state_set,
    .get = state_get,
    .get_double = state_get_double,
};

const gsl_rng_type *const sim_gsl_philox = &philox;

gsl_rng sim_gsl_at(struct sim_gsl_state *state, const struct sim_draw *draw)
{
    *state = (struct sim_gsl_state){
        .stream = *draw->stream, .place = draw->place, .lane = draw->lane, .used = 4
    };
    return (gsl_rng){ .type = sim_gsl_philox, .state = state };
}
