/* Events to come: the parts outside the inner loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/calendar.h"

void sim_calendar_clear(struct sim_calendar *self)
{
    self->n = self->n_near = 0;
    self->near[0] = (struct sim_key){ INFINITY, UINT64_MAX };
    self->free = 0;
    self->sequence = 0;
    self->out_of_memory = false;
    /* Handles are handed out lowest first, in every replication alike. */
    for (uint32_t event = self->n_due; event-- > 1;) {
        self->due[event].subject = self->free;
        self->free = event;
    }
}

void sim_calendar_close(struct sim_calendar *self)
{
    sim_release(self->heap);
    sim_release(self->due);
    *self = (struct sim_calendar){ 0 };
}

bool sim_calendar_grow_heap(struct sim_calendar *self)
{
    const size_t want = (size_t)self->n + SIM_NEAR + 1;
    void *heap = self->heap;
    if (want > UINT32_MAX / 2 ||
        !sim_grow(&heap, &self->heap_capacity, want, sizeof *self->heap)) {
        self->out_of_memory = true;
        return false;
    }
    self->heap = heap;
    self->heap_room = (uint32_t)(self->heap_capacity - SIM_NEAR);
    return true;
}

/* All handles there is room for become free, to be handed out lowest first. */
bool sim_calendar_grow_handles(struct sim_calendar *self)
{
    const uint32_t first = self->n_due ? self->n_due : 1;
    const uint32_t most = 1U << SIM_EVENT_BITS;
    void *due = self->due;
    if (first >= most ||
        !sim_grow(&due, &self->due_capacity, (size_t)first + 1, sizeof *self->due)) {
        self->out_of_memory = true;
        return false;
    }
    self->due = due;
    self->n_due = (uint32_t)(self->due_capacity < most ? self->due_capacity : most);
    for (uint32_t event = self->n_due; event-- > first;) {
        self->due[event].subject = self->free;
        self->free = event;
    }
    return true;
}

void sim_calendar_spill(struct sim_calendar *self)
{
    const uint32_t n = SIM_NEAR / 2;
    for (uint32_t i = 1; i <= n; i++)
        sim_calendar_rise(self->heap, self->n++, self->near[i]);
    for (uint32_t i = n + 1; i <= self->n_near; i++)
        self->near[i - n] = self->near[i];
    self->n_near -= n;
}

void sim_calendar_refill(struct sim_calendar *self)
{
    const uint32_t n = self->n < SIM_NEAR / 2 ? self->n : SIM_NEAR / 2;
    for (uint32_t i = n; i >= 1; i--) {
        self->near[i] = self->heap[0];
        if (--self->n) sim_calendar_sink(self->heap, self->n);
    }
    self->n_near = n;
}
