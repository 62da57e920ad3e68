/* Firm events of later, by spans of time.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/later.h"

#include "sim/arena.h"

#include <assert.h>
#include <math.h>

double sim_span_end(uint32_t span)
{
    return span + 1 < SIM_N_SPANS ? (double)SIM_SPAN_S * (span + 1) : INFINITY;
}

void sim_later_clear(struct sim_later *self)
{
    self->n_keys = 1;
    self->n_spans = self->free = self->n = 0;
}

void sim_later_close(struct sim_later *self)
{
    sim_release(self->keys);
    sim_release(self->first);
    *self = (struct sim_later){ 0 };
}

/* Room for one more key. */
static bool keys_grow(struct sim_later *self)
{
    void *keys = self->keys;
    const bool ok =
        self->n_keys < UINT32_MAX &&
        sim_grow(&keys, &self->keys_capacity, (size_t)self->n_keys + 1, sizeof *self->keys);
    self->keys = keys;
    return ok;
}

/* Gives all spans up to that one a first key: none. */
static bool spans_grow(struct sim_later *self, uint32_t span)
{
    void *first = self->first;
    const bool ok =
        sim_grow(&first, &self->spans_capacity, (size_t)span + 1, sizeof *self->first);
    self->first = first;
    while (ok && self->n_spans <= span)
        self->first[self->n_spans++] = 0;
    return ok;
}

bool sim_later_put(struct sim_later *self, uint32_t span, struct sim_key key)
{
    if (span >= self->n_spans && !spans_grow(self, span)) return false;
    uint32_t place = self->free;
    if (place) {
        self->free = self->keys[place].next;
    } else {
        if (self->n_keys >= self->keys_capacity && !keys_grow(self)) return false;
        place = self->n_keys++;
    }
    self->keys[place] = (struct sim_later_key){ key, self->first[span] };
    self->first[span] = place;
    self->n++;
    return true;
}

uint32_t sim_later_next(const struct sim_later *self, uint32_t span)
{
    assert(self->n);
    while (!self->first[span])
        span++;
    return span;
}

bool sim_later_take(struct sim_later *self, uint32_t span, struct sim_key *key)
{
    const uint32_t place = self->first[span];
    if (!place) return false;
    struct sim_later_key *taken = &self->keys[place];
    *key = taken->key;
    self->first[span] = taken->next;
    taken->next = self->free;
    self->free = place;
    self->n--;
    return true;
}
