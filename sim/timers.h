/* Events that may be taken back, earliest first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An implicit binary heap of keys, and for each handle where its key stands. So an event that
 * is taken back leaves at once: the heap holds none that will not happen. The calendar keeps
 * them apart from its firm ones, which need no such care. */
#ifndef SIM_TIMERS_H
#define SIM_TIMERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A handle counts from 1: 0 is no event. */
typedef uint32_t sim_event;

enum { SIM_EVENT_BITS = 24 };

/* When an event comes. The tie says which of several at one instant; its low SIM_EVENT_BITS are
 * the handle. */
struct sim_key {
    double at;
    uint64_t tie;
};

/* What happens then. */
struct sim_due {
    uint32_t kind;    /* the model's own code */
    uint32_t subject; /* whom it happens to */
};

struct sim_timer {
    struct sim_due due; /* its subject, for a free handle: the next free one */
    uint32_t place;     /* in the heap */
};

struct sim_timers {
    struct sim_key *heap; /* heap[0] is the earliest */
    uint32_t n;
    double next_at;          /* its instant; infinite when there is none */
    struct sim_timer *timer; /* by handle */
    size_t heap_capacity, timer_capacity;
    uint32_t n_handles; /* ever used, 0 among them */
    uint32_t free;      /* head of the list of free handles */
};

static inline bool sim_key_before(struct sim_key a, struct sim_key b)
{
    return a.at < b.at || (a.at == b.at && a.tie < b.tie);
}

/* Forgets all, which starts as all zeroes and has to be cleared before its first use; memory is
 * kept. Handles are handed out lowest first, each time alike. */
void sim_timers_clear(struct sim_timers *self);
void sim_timers_close(struct sim_timers *self);

/* Asks for an event at `key`, whose tie lacks the handle. Returns it; 0 when memory, or the
 * number of handles, has run out. */
sim_event sim_timers_ask(struct sim_timers *self, struct sim_key key, struct sim_due due);

/* Takes an event back, which must not have come. */
void sim_timers_cancel(struct sim_timers *self, sim_event event);

/* Takes out the earliest, which must be there. */
struct sim_due sim_timers_take(struct sim_timers *self);

#endif
