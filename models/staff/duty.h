/* Duties: what an agent is meant to do, moment by moment of one day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day's plan is a row of steps from midnight to midnight. It is worked out at the beginning
 * of the day, from the contract, the opening hours and what chance adds; each draw has the
 * address (agent, date). What the agent then really does is up to the calls:
 * models/life/turn.c. */
#ifndef MODELS_STAFF_DUTY_H
#define MODELS_STAFF_DUTY_H

#include "models/staff/roster.h"

enum duty {
    DUTY_NONE, /* not in the group on that date */
    DUTY_HOME, /* not at work, by the contract */
    DUTY_LEAVE,
    DUTY_ABSENT,
    DUTY_LATE,
    DUTY_BREAK,
    DUTY_MEETING,
    DUTY_TRAINING,
    DUTY_OTHER, /* another session */
    DUTY_OFF_PHONE,
    DUTY_CLOSED, /* at work while the centre is closed */
    DUTY_PHONES,
    N_DUTIES
};

struct stint {
    double end_at;       /* it begins where the one before ends */
    double shift_end_at; /* end of the work it is a part of; its own end where there is none */
    enum duty duty;
    uint32_t module; /* of a training: 1 + its index; 0: none */
};

/* The sessions of modules that someone is to attend on a day. */
enum { MOST_LESSONS = 16 };
struct timetable {
    struct {
        struct stretch when;
        uint32_t module;
    } all[MOST_LESSONS];
    int n;
};

/* A row of steps that grows; starts as all zeroes. */
struct plan {
    struct stint *steps; /* owned */
    size_t n, capacity;
};

void plan_close(struct plan *self);

/* Where an agent is away on a date for the whole of it, until when. */
struct away {
    int leave_until, absent_until; /* first dates that are not covered */
};

/* What is drawn or known of the agent for a whole date; `away` holds what began before, and is
 * carried on. DUTY_PHONES when he or she is at work as the contract says. */
enum duty duty_of_date(const struct member *member, struct away *away,
                       const struct sim_stream *stream, int date);

/* Spells that began before the first simulated date. */
struct away away_before(const struct member *member, const struct sim_stream *stream, int date);

/* Appends the steps of a day (an index) to the plan, merged; false when memory has run out.
 * `whole` is duty_of_date(); lessons may be NULL. */
bool plan_day(struct plan *self, const struct member *member, const struct timetable *lessons,
              const struct hours *hours, int day, enum duty whole,
              const struct sim_stream *stream);

/* Has it its full length, however late it begins? Others end when they were meant to. */
static inline bool duty_is_elastic(enum duty duty)
{
    return duty == DUTY_BREAK || duty == DUTY_OFF_PHONE;
}

/* Is it within a shift? */
static inline bool duty_is_work(enum duty duty)
{
    return duty >= DUTY_LEAVE;
}

#endif
