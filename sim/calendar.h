/* Events to come, earliest first; ties by rank, then by order of asking.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of 16 bytes: the instant and, in one word, what breaks ties (rank, then sequence) and
 * the handle of the event, whose kind and subject stand in an array aside. The earliest few
 * keys are kept sorted, the first of them last, so that taking one is a step back and asking
 * for one moves a handful; what does not fit there stands in an implicit binary heap. An event
 * that is taken back is marked by its handle and comes up as SIM_CANCELLED when its time comes:
 * nothing is searched for. Everything here is inline: it is the inner loop. */
#ifndef SIM_CALENDAR_H
#define SIM_CALENDAR_H

#include "sim/fault.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>

/* A handle of an event that can be taken back. Handles count from 1: 0 is no event. */
typedef uint32_t sim_event;

/* From the highest bit of a tie down: rank, sequence, one bit for a firm event, its kind, its
 * subject; the handle of one that is not firm stands where the subject would. */
enum { SIM_EVENT_BITS = 24, SIM_KIND_BITS = 3, SIM_RANK_BITS = 2, SIM_NEAR = 32 };
enum { SIM_FIRM_BIT = SIM_EVENT_BITS + SIM_KIND_BITS };

struct sim_key {
    double at;
    uint64_t tie;
};

struct sim_due {
    uint32_t kind;    /* the model's own code, or SIM_CANCELLED */
    uint32_t subject; /* whom it happens to; of a free handle: the next free one */
};

enum { SIM_CANCELLED = 0x7fffffff }; /* no model has that many kinds of events */

struct sim_calendar {
    /* The earliest keys, from the latest to the earliest, which is `first`. near[0] is a guard
     * that no key comes after; first points to it only when the heap is empty too. */
    struct sim_key near[SIM_NEAR + 1];
    struct sim_key *first;
    double near_end;      /* what comes earlier belongs to near; infinite with an empty heap */
    uint32_t n;           /* in the heap */
    struct sim_key *heap; /* heap[0] is the earliest of them */
    struct sim_due *due;  /* by handle */
    size_t heap_capacity, due_capacity;
    uint32_t n_due;    /* handles ever used, 0 among them */
    uint32_t free;     /* head of the list of free handles */
    uint64_t sequence; /* of the next key, in its place within the tie */
    bool out_of_memory;
};

/* Empties the calendar, which starts as all zeroes and has to be cleared before its first use;
 * memory is kept for the next replication. It must not be copied. */
void sim_calendar_clear(struct sim_calendar *self);
void sim_calendar_close(struct sim_calendar *self);

/* Makes room for one more handle; false, and out_of_memory set, when there is none. */
bool sim_calendar_grow_handles(struct sim_calendar *self);

/* Puts a key where it belongs when near is full, or the key not earlier than near_end. Sets
 * out_of_memory when there is no room for it. */
void sim_calendar_put_far(struct sim_calendar *self, struct sim_key key);

/* Moves the earliest keys of the heap to near, which is empty. */
void sim_calendar_refill(struct sim_calendar *self);

static inline bool sim_key_before(struct sim_key a, struct sim_key b)
{
    return a.at < b.at || (a.at == b.at && a.tie < b.tie);
}

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

static inline void sim_calendar_put(struct sim_calendar *self, double at, uint32_t rank,
                                    uint32_t low_bits)
{
    const uint64_t order = (uint64_t)rank << (64 - SIM_RANK_BITS) | self->sequence;
    const struct sim_key key = { at, order | low_bits };
    self->sequence += UINT64_C(1) << (SIM_FIRM_BIT + 1);
    if (at < self->near_end && self->first != &self->near[SIM_NEAR])
        sim_calendar_insert(self, key);
    else
        sim_calendar_put_far(self, key);
}

/* Asks for an event of that kind (below 8) for that subject (below 2^24) at that instant; among
 * events at the same instant the lower rank (below 4) comes first. It is firm: it cannot be
 * taken back, and costs less than one that can. */
static inline void sim_calendar_ask_firm(struct sim_calendar *self, double at, uint32_t rank,
                                         uint32_t kind, uint32_t subject)
{
    sim_calendar_put(self, at, rank, 1U << SIM_FIRM_BIT | kind << SIM_EVENT_BITS | subject);
}

/* The same for an event that may be taken back. Returns its handle, 0 when there is none. */
static inline sim_event sim_calendar_ask(struct sim_calendar *self, double at, uint32_t rank,
                                         uint32_t kind, uint32_t subject)
{
    if (!self->free && !sim_calendar_grow_handles(self)) return 0;
    const sim_event event = self->free;
    self->free = self->due[event].subject;
    self->due[event] = (struct sim_due){ kind, subject };
    sim_calendar_put(self, at, rank, event);
    return event;
}

/* Takes an event back. Its handle must not be used again. */
static inline void sim_calendar_cancel(struct sim_calendar *self, sim_event event)
{
    assert(event && event < self->n_due && self->due[event].kind != SIM_CANCELLED);
    self->due[event].kind = SIM_CANCELLED;
}

/* The instant of the earliest event, cancelled or not; infinite when there is none. */
static inline double sim_calendar_next_at(const struct sim_calendar *self)
{
    return self->first->at;
}

/* What stands under a handle, which is free from now on. */
static inline struct sim_due sim_calendar_release(struct sim_calendar *self, sim_event event)
{
    const struct sim_due due = self->due[event];
    self->due[event].subject = self->free;
    self->free = event;
    return due;
}

/* Takes out the earliest event, which must be there; its kind is SIM_CANCELLED where it was
 * taken back. */
static inline struct sim_due sim_calendar_take(struct sim_calendar *self, double *at)
{
    const struct sim_key first = *self->first--;
    *at = first.at;
    if (self->first == self->near && self->n) sim_calendar_refill(self);
    if (!(first.tie >> SIM_FIRM_BIT & 1))
        return sim_calendar_release(self, sim_key_subject(first));
    const uint32_t kind = (uint32_t)(first.tie >> SIM_EVENT_BITS) & ((1U << SIM_KIND_BITS) - 1);
    return (struct sim_due){ kind, sim_key_subject(first) };
}

#endif
