/* One segment of a day: its chain of calls, and that of one caller who waits. For day.c alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_DAY_CHAIN_H
#define PLAN_DAY_CHAIN_H

#include "models/plan/day.h"
#include "models/plan/markov.h"

/* Parts of a state. More agents may be busy than there are: they finish their calls. */
enum { DAY_BUSY, DAY_QUEUE, DAY_FATE };

/* Of the one caller: DAY_QUEUE counts those ahead; the two fates have no other parts. */
enum { FATE_WAITS, FATE_ANSWERED, FATE_LEFT };

/* What the moves of a segment need. */
struct day_moves {
    const struct day *day;
    double rate_per_s;
    int agents, queue; /* queue: where the chain is cut */
};

void day_chain_moves(const void *model, struct markov_state from, struct markov *chain);
void day_caller_moves(const void *model, struct markov_state from, struct markov *chain);

/* Where a state goes when the staff changes to so many, the queue being flushed or not. */
struct markov_state day_change(const struct day *day, struct markov_state state, int agents,
                               bool flush);

/* The same of the one caller. */
struct markov_state day_caller_change(const struct day *day, struct markov_state state,
                                      int agents, bool flush);

#endif
