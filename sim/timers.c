/* Events that may be taken back, earliest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/timers.h"

#include "sim/arena.h"

#include <assert.h>
#include <math.h>

static sim_event event_of(struct sim_key key)
{
    return (sim_event)(key.tie & ((1U << SIM_EVENT_BITS) - 1));
}

/* Handles from `first` on become free, to be handed out lowest first. */
static void handles_free(struct sim_timers *self, uint32_t first)
{
    for (uint32_t event = self->n_handles; event-- > first;) {
        self->timer[event].due.subject = self->free;
        self->free = event;
    }
}

void sim_timers_clear(struct sim_timers *self)
{
    self->n = 0;
    self->next_at = INFINITY;
    self->free = 0;
    handles_free(self, 1);
}

void sim_timers_close(struct sim_timers *self)
{
    sim_release(self->heap);
    sim_release(self->timer);
    *self = (struct sim_timers){ 0 };
}

/* Room for one more handle, and for a key of each. */
static bool timers_grow(struct sim_timers *self)
{
    const uint32_t first = self->n_handles ? self->n_handles : 1;
    const uint32_t most = 1U << SIM_EVENT_BITS;
    void *heap = self->heap, *timer = self->timer;
    const bool ok =
        first < most &&
        sim_grow(&timer, &self->timer_capacity, (size_t)first + 1, sizeof *self->timer) &&
        sim_grow(&heap, &self->heap_capacity, self->timer_capacity, sizeof *self->heap);
    self->timer = timer;
    self->heap = heap;
    if (!ok) return false;
    self->n_handles = (uint32_t)(self->timer_capacity < most ? self->timer_capacity : most);
    handles_free(self, first);
    return true;
}

static inline void key_put(struct sim_timers *self, uint32_t place, struct sim_key key)
{
    self->heap[place] = key;
    self->timer[event_of(key)].place = place;
}

static inline void key_rise(struct sim_timers *self, uint32_t place, struct sim_key key)
{
    for (uint32_t parent; place > 0; place = parent) {
        parent = (place - 1) / 2;
        if (!sim_key_before(key, self->heap[parent])) break;
        key_put(self, place, self->heap[parent]);
    }
    key_put(self, place, key);
    self->next_at = self->heap[0].at;
}

static inline void key_sink(struct sim_timers *self, uint32_t place, struct sim_key key)
{
    for (uint32_t child; (child = 2 * place + 1) < self->n; place = child) {
        if (child + 1 < self->n)
            child += sim_key_before(self->heap[child + 1], self->heap[child]);
        if (!sim_key_before(self->heap[child], key)) break;
        key_put(self, place, self->heap[child]);
    }
    key_put(self, place, key);
}

/* Takes out the key at a place, which the last one fills; what was due is free. */
static inline struct sim_due key_remove(struct sim_timers *self, uint32_t place)
{
    const sim_event event = event_of(self->heap[place]);
    const struct sim_due due = self->timer[event].due;
    const struct sim_key last = self->heap[--self->n];
    self->timer[event].due.subject = self->free;
    self->free = event;
    if (place < self->n) {
        if (place > 0 && sim_key_before(last, self->heap[(place - 1) / 2]))
            key_rise(self, place, last);
        else
            key_sink(self, place, last);
    }
    self->next_at = self->n ? self->heap[0].at : INFINITY;
    return due;
}

sim_event sim_timers_ask(struct sim_timers *self, struct sim_key key, struct sim_due due)
{
    if (!self->free && !timers_grow(self)) return 0;
    const sim_event event = self->free;
    struct sim_timer *timer = &self->timer[event];
    self->free = timer->due.subject;
    timer->due = due;
    key.tie |= event;
    key_rise(self, self->n++, key);
    return event;
}

void sim_timers_cancel(struct sim_timers *self, sim_event event)
{
    assert(event && event < self->n_handles);
    assert(event_of(self->heap[self->timer[event].place]) == event);
    key_remove(self, self->timer[event].place);
}

struct sim_due sim_timers_take(struct sim_timers *self)
{
    return key_remove(self, 0);
}
