/* Firm events of later, by spans of time: in no order until their span begins.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One list for each span, through a pool of keys: to take a key in, and to give it out again,
 * costs the same however many there are. The calendar keeps in order only what comes within the
 * present span. */
#ifndef SIM_LATER_H
#define SIM_LATER_H

#include "sim/timers.h"

/* About half an hour, a power of two so that the bounds are exact; what comes after the
 * last but one (in about four years) is in the last. */
enum { SIM_SPAN_S = 2048, SIM_N_SPANS = 1 << 16 };

struct sim_later_key {
    struct sim_key key;
    uint32_t next; /* of the same span, or free; 0: none */
};

struct sim_later {
    struct sim_later_key *keys; /* from 1 on */
    uint32_t *first;            /* by span: its first key; 0: none */
    size_t keys_capacity, spans_capacity;
    uint32_t n_keys;  /* ever used, 0 among them */
    uint32_t n_spans; /* that have a first */
    uint32_t free;    /* first of the free keys */
    uint32_t n;       /* keys in all spans */
};

/* The span of an instant, which is not before 0. */
static inline uint32_t sim_span_at(double at)
{
    const uint32_t last = SIM_N_SPANS - 1;
    return at < (double)SIM_SPAN_S * last ? (uint32_t)(at / SIM_SPAN_S) : last;
}

/* The instant at which it is over; infinite for the last. */
double sim_span_end(uint32_t span);

/* Empties it, which starts as all zeroes and has to be cleared before its first use; memory is
 * kept. */
void sim_later_clear(struct sim_later *self);
void sim_later_close(struct sim_later *self);

/* Takes a key into its span; false when memory has run out. */
bool sim_later_put(struct sim_later *self, uint32_t span, struct sim_key key);

/* The first span from `span` on that has keys: there must be one. */
uint32_t sim_later_next(const struct sim_later *self, uint32_t span);

/* Gives out one of the keys of a span, in no order; false when it has no more. */
bool sim_later_take(struct sim_later *self, uint32_t span, struct sim_key *key);

#endif
