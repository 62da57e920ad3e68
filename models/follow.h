/* One day of a replication, followed: what happened, what each agent did, how many waited.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A listener that keeps the happenings of one day, or those of one need on whatever day. From
 * them alone it works out what the agents do, moment by moment. */
#ifndef MODELS_FOLLOW_H
#define MODELS_FOLLOW_H

#include "models/listener.h"
#include "models/scenario.h"

/* What an agent does. */
enum doing {
    DOING_NOTHING, /* not there, by the contract or by the numbers */
    DOING_TALK,
    DOING_WRAP_UP,
    DOING_VISIT,
    DOING_OUTBOUND,     /* calls back */
    DOING_CONSULTATION, /* is with a colleague who asked */
    DOING_IDLE,
    DOING_OFF_PHONE,
    DOING_MEETING,
    DOING_TRAINING,
    DOING_SESSION, /* another one */
    DOING_BREAK,
    DOING_CLOSED, /* at work while the centre is closed */
    DOING_LEAVE,
    DOING_ABSENT,
    DOING_LATE,
    N_DOING
};

/* What is counted of a day: each happening, and of the attempts those that are */
enum followed {
    FOLLOWED_REDIALS = N_TOLD,
    FOLLOWED_CALLS_AGAIN,
    FOLLOWED_STATUS_CALLS,
    N_FOLLOWED
};

/* The measures that count the same. */
struct followed_measure {
    const char *measure;
    int count; /* enum happened or followed */
};
extern const struct followed_measure followed_measures[];
extern const size_t n_followed_measures;

/* Something that an agent did, within the day. */
struct span {
    double from_at, to_at;
    uint32_t agent;
    enum doing doing;
};

/* How many wait, from an instant on. */
struct crowding {
    double at;
    uint32_t n_waiting, n_visitors;
};

/* Which need; where 0: none in particular. */
struct need_address {
    uint32_t number, where;
};

struct follow {
    const struct scenario *scenario;
    int day;                      /* an index */
    struct need_address need;     /* keeps its happenings, of all days, instead of the day's */
    struct listener listener;     /* for centre_listen() */
    double from_at, to_at;        /* the day */
    struct happening *happenings; /* in order of time; owned, as the next two */
    struct span *spans;           /* in the order in which they end */
    struct crowding *crowding;    /* in order of time */
    size_t n, n_spans, n_crowding;
    size_t capacity, spans_capacity, crowding_capacity;
    struct lane *lanes; /* [n_agents], owned: what each does now */
    uint32_t n_agents;
    double counts[N_FOLLOWED]; /* of the day, as the measures count it: attempts by when they
                                  were dialled */
    double busyness;
    uint32_t born; /* needs of the interval of that need */
    bool out_of_memory;
};

/* Before a replication: nothing has happened. False when memory has run out. */
bool follow_open(struct follow *self, const struct scenario *scenario, int day,
                 struct need_address need);

/* After it: what was worked out afterwards is put in its place. */
bool follow_finish(struct follow *self);
void follow_close(struct follow *self);

#endif
