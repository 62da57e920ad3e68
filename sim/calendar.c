/* Events to come: the parts outside the inner loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/calendar.h"

#include "sim/arena.h"

#include <math.h>

void sim_calendar_clear(struct sim_calendar *self)
{
    self->n = 0;
    self->near[0] = (struct sim_key){ INFINITY, UINT64_MAX };
    self->first = self->near;
    self->span = 0;
    self->near_end = sim_span_end(0);
    self->sequence = 0;
    self->out_of_memory = false;
    sim_later_clear(&self->later);
    sim_timers_clear(&self->timers);
}

void sim_calendar_close(struct sim_calendar *self)
{
    sim_release(self->heap);
    sim_later_close(&self->later);
    sim_timers_close(&self->timers);
    *self = (struct sim_calendar){ 0 };
}

/* Room for one more key, and what may spill from near. */
static bool heap_grow(struct sim_calendar *self)
{
    const size_t want = (size_t)self->n + SIM_NEAR + 1;
    void *heap = self->heap;
    if (want > UINT32_MAX / 2 ||
        !sim_grow(&heap, &self->heap_capacity, want, sizeof *self->heap)) {
        self->out_of_memory = true;
        return false;
    }
    self->heap = heap;
    return true;
}

static void heap_rise(struct sim_key *heap, uint32_t place, struct sim_key key)
{
    while (place > 0) {
        const uint32_t parent = (place - 1) / 2;
        if (!sim_key_before(key, heap[parent])) break;
        heap[place] = heap[parent];
        place = parent;
    }
    heap[place] = key;
}

/* Takes the first key out of a heap that has n more: the hole sinks to the bottom, where the
 * last key fills it and rises to its place, which is seldom far (Wegener, 1993). */
static void heap_sink(struct sim_key *heap, uint32_t n)
{
    uint32_t place = 0;
    for (uint32_t child = 1; child < n; child = 2 * place + 1) {
        child += sim_key_before(heap[child + 1], heap[child]);
        heap[place] = heap[child];
        place = child;
    }
    heap_rise(heap, place, heap[n]);
}

/* Moves the later half of the near keys to the heap. */
static void spill(struct sim_calendar *self)
{
    const uint32_t n = SIM_NEAR / 2;
    for (uint32_t i = 1; i <= n; i++)
        heap_rise(self->heap, self->n++, self->near[i]);
    for (uint32_t i = n + 1; i <= SIM_NEAR; i++)
        self->near[i - n] = self->near[i];
    self->first = &self->near[SIM_NEAR - n];
    self->near_end = self->near[1].at;
}

/* A key of the present span. */
static void put_here(struct sim_calendar *self, struct sim_key key)
{
    if (self->n + SIM_NEAR >= self->heap_capacity && !heap_grow(self)) return;
    if (self->first == &self->near[SIM_NEAR]) spill(self);
    if (self->n && !sim_key_before(key, self->near[1]))
        heap_rise(self->heap, self->n++, key);
    else
        sim_calendar_insert(self, key);
}

/* The next span that has events begins: they are put in order. */
static void begin_span(struct sim_calendar *self)
{
    struct sim_key key;
    self->span = sim_later_next(&self->later, self->span);
    self->near_end = sim_span_end(self->span);
    while (sim_later_take(&self->later, self->span, &key))
        sim_calendar_put(self, key);
}

void sim_calendar_put_far(struct sim_calendar *self, struct sim_key key)
{
    const uint32_t span = sim_span_at(key.at);
    if (span <= self->span) {
        put_here(self, key);
        return;
    }
    if (!sim_later_put(&self->later, span, key)) self->out_of_memory = true;
    if (self->first == self->near && self->later.n) begin_span(self);
}

/* The earliest keys of the heap. */
static void refill_from_heap(struct sim_calendar *self)
{
    const uint32_t n = self->n < SIM_NEAR / 2 ? self->n : SIM_NEAR / 2;
    for (uint32_t i = n; i >= 1; i--) {
        self->near[i] = self->heap[0];
        if (--self->n) heap_sink(self->heap, self->n);
    }
    self->first = &self->near[n];
    self->near_end = self->n ? self->near[1].at : sim_span_end(self->span);
}

void sim_calendar_refill(struct sim_calendar *self)
{
    if (self->n)
        refill_from_heap(self);
    else if (self->later.n)
        begin_span(self);
}
