/* Events to come, earliest first; ties by rank, then by order of asking.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of 16 bytes: the instant and, in one word, what breaks ties (rank, then sequence), the
 * event's kind and its subject. The earliest few keys are kept sorted, the first of them last,
 * so that taking one is a step back and asking for one moves a handful; what does not fit there
 * stands in an implicit binary heap. Events that may be taken back stand apart, in a heap that
 * knows where each of them is. What most events need is inline: it is the inner loop. */
#ifndef SIM_CALENDAR_H
#define SIM_CALENDAR_H

#include "sim/later.h"
#include "sim/timers.h"

/* From the highest bit of a tie down: rank, sequence, kind, subject. */
enum { SIM_KIND_BITS = 5, SIM_RANK_BITS = 2, SIM_NEAR = 32 };

struct sim_calendar {
    /* The earliest keys, from the latest to the earliest, which is `first`. near[0] is a guard
     * that no key comes after; first points to it only when there are no others at all. */
    struct sim_key near[SIM_NEAR + 1];
    struct sim_key *first;
    double near_end;      /* what comes earlier belongs to near */
    uint32_t n;           /* in the heap */
    struct sim_key *heap; /* heap[0] is the earliest of them */
    size_t heap_capacity;
    uint32_t span;            /* the present one, or the last that had events */
    struct sim_later later;   /* what comes after it */
    struct sim_timers timers; /* what may be taken back */
    uint64_t sequence;        /* of the next key, in its place within the tie */
    bool out_of_memory;
};

/* Empties the calendar, which starts as all zeroes and has to be cleared before its first use;
 * memory is kept for the next replication. It must not be copied. */
void sim_calendar_clear(struct sim_calendar *self);
void sim_calendar_close(struct sim_calendar *self);

/* Puts a key where it belongs when near is full, or the key not earlier than near_end. Sets
 * out_of_memory when there is no room for it. */
void sim_calendar_put_far(struct sim_calendar *self, struct sim_key key);

/* Moves the earliest of the other keys to near, which is empty. */
void sim_calendar_refill(struct sim_calendar *self);

static inline uint32_t sim_key_subject(struct sim_key key)
{
    return (uint32_t)(key.tie & ((1U << SIM_EVENT_BITS) - 1));
}

/* Puts a key among the near ones, which have room for it: past those at earlier instants, then,
 * which is rare, past those at the same instant that come before it. */
static inline void sim_calendar_insert(struct sim_calendar *self, struct sim_key key)
{
    struct sim_key *place = ++self->first;
    for (; place[-1].at < key.at; place--)
        place[0] = place[-1];
    for (; place[-1].at == key.at && place[-1].tie < key.tie; place--)
        place[0] = place[-1];
    *place = key;
}

static inline void sim_calendar_put(struct sim_calendar *self, struct sim_key key)
{
    if (key.at < self->near_end && self->first != &self->near[SIM_NEAR])
        sim_calendar_insert(self, key);
    else
        sim_calendar_put_far(self, key);
}

/* What breaks ties for the next key: asked for later, it comes later. */
static inline uint64_t sim_calendar_order(struct sim_calendar *self, uint32_t rank)
{
    const uint64_t order = (uint64_t)rank << (64 - SIM_RANK_BITS) | self->sequence;
    self->sequence += UINT64_C(1) << (SIM_EVENT_BITS + SIM_KIND_BITS);
    return order;
}

/* Asks for an event of that kind (below 32) for that subject (below 2^24) at that instant;
 * among events at the same instant the lower rank (below 4) comes first. It is firm: it cannot
 * be taken back, and costs less than one that can. */
static inline void sim_calendar_ask_firm(struct sim_calendar *self, double at, uint32_t rank,
                                         uint32_t kind, uint32_t subject)
{
    const uint64_t order = sim_calendar_order(self, rank);
    sim_calendar_put(self, (struct sim_key){ at, order | kind << SIM_EVENT_BITS | subject });
}

/* The same for an event that may be taken back. Returns its handle, 0 when there is none: then
 * out_of_memory is set. */
static inline sim_event sim_calendar_ask(struct sim_calendar *self, double at, uint32_t rank,
                                         uint32_t kind, uint32_t subject)
{
    const struct sim_key key = { at, sim_calendar_order(self, rank) };
    const sim_event event =
        sim_timers_ask(&self->timers, key, (struct sim_due){ kind, subject });
    if (!event) self->out_of_memory = true;
    return event;
}

/* Takes back an event that has not come. Its handle must not be used again. */
static inline void sim_calendar_cancel(struct sim_calendar *self, sim_event event)
{
    sim_timers_cancel(&self->timers, event);
}

/* The instant of the earliest event; infinite when there is none. */
static inline double sim_calendar_next_at(const struct sim_calendar *self)
{
    const double firm_at = self->first->at;
    return firm_at < self->timers.next_at ? firm_at : self->timers.next_at;
}

/* Do all events come after that instant? */
static inline bool sim_calendar_is_after(const struct sim_calendar *self, double at)
{
    return at < self->first->at && at < self->timers.next_at;
}

/* Is the earliest event one that could have been taken back? */
static inline bool sim_calendar_timer_is_next(const struct sim_calendar *self)
{
    return self->timers.next_at <= self->first->at && self->timers.n &&
           sim_key_before(self->timers.heap[0], *self->first);
}

/* Takes out the earliest event, which must be there. */
static inline struct sim_due sim_calendar_take(struct sim_calendar *self, double *at)
{
    if (sim_calendar_timer_is_next(self)) {
        *at = self->timers.next_at;
        return sim_timers_take(&self->timers);
    }
    const struct sim_key first = *self->first--;
    *at = first.at;
    if (self->first == self->near) sim_calendar_refill(self);
    const uint32_t kind = (uint32_t)(first.tie >> SIM_EVENT_BITS) & ((1U << SIM_KIND_BITS) - 1);
    return (struct sim_due){ kind, sim_key_subject(first) };
}

#endif
