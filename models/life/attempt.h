/* How a wait, an attempt and a need end without an answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_ATTEMPT_H
#define MODELS_LIFE_ATTEMPT_H

#include "models/life/workplace.h"

static inline void wait_begins(struct workplace *w)
{
    w->n_waiting++;
    sim_level_step(&w->waiting, w->now, 1.0);
}

/* A wait ends, answered or not: counts what all waits have in common, with `which` histogram;
 * returns its length in seconds. */
double wait_ends(struct workplace *w, const struct caller *caller, int which);

/* Out of the queue, with whatever was still to happen there; the wait goes on until
 * wait_ends(). */
void leave_queue(struct workplace *w, struct caller *caller);

/* A caller who waits loses patience. */
void abandon(struct workplace *w, struct caller *caller);

/* A caller who waits leaves otherwise: balks or is cut off. */
void leave_unanswered(struct workplace *w, struct caller *caller, enum count which,
                      uint64_t *book, enum cause cause);

/* The caller, who was not reached, dials again some day, or gives up for good. */
void redial(struct workplace *w, struct caller *caller, enum cause cause);

/* An attempt that found no answer is over: the caller dials again, now or some day, or gives up
 * for good. */
void fail(struct workplace *w, struct caller *caller, enum cause cause);

/* The same once it is known when: at an instant, never (infinite), or `beyond` the run's end.
 */
void dial_again(struct workplace *w, struct caller *caller, double at, bool beyond);

/* The phone line is free for others; harmless for callers who hold none. */
static inline void free_line(struct workplace *w, struct caller *caller)
{
    if (!caller->holds_line) return;
    caller->holds_line = false;
    w->phone_lines--;
    w->phone_lines_of[class_of(w, caller)->line]--;
}

/* The need is over, counted as `which` (N_COUNTS: as nothing in particular) and in a book. */
static inline void end_need(struct workplace *w, struct caller *caller, enum count which,
                            uint64_t *book)
{
    if (which != N_COUNTS) counts_add(&w->counts, caller->born, which, 1.0);
    if (caller->attempts > 1)
        counts_add(&w->counts, caller->born, N_FURTHER_ATTEMPTS, caller->attempts - 1);
    (*book)++;
    callers_give_back(&w->callers, caller);
}

/* The present, as those who draw a time for another call need it. */
static inline struct moment moment_of(const struct workplace *w)
{
    return (struct moment){ &w->scenario->hours, w->slot, w->now };
}

#endif
