/* Contracts: how people work, by the week: shifts, breaks, meetings, work off the phone, days
 * away.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_CONTRACT_H
#define MODELS_STAFF_CONTRACT_H

#include "models/hours.h"
#include "models/staff/spell.h"

/* Which weeks, by the number of the week (ISO 8601). */
enum weeks { WEEKS_ALL, WEEKS_EVEN, WEEKS_ODD };

/* As written: a stretch of work. */
struct shift {
    unsigned days;
    double from_s, to_s; /* since midnight */
    int weeks;           /* enum weeks */
};

/* As written: breaks. It begins at a random moment of its window from which it fits in. */
struct pause {
    unsigned days;
    double from_s, to_s, length_s;
};

enum session_kind { SESSION_MEETING, SESSION_TRAINING, SESSION_OTHER };

/* As written: a meeting, a training: time off the phone that all of the contract share. */
struct gathering {
    const char *name;
    int kind; /* enum session_kind */
    unsigned days;
    double from_s, to_s;
    int weeks;
    struct sim_dates dates; /* instead of days and weeks */
};

/* As written: work that is no call, in blocks at random moments. */
struct off_phone {
    double share, block_s;
};

struct late {
    double p, delay_s;
};

struct contract {
    const char *name, *title;
    struct sim_list shifts;   /* of struct shift; none: the opening hours of each date */
    struct sim_list breaks;   /* of struct pause */
    struct sim_list sessions; /* of struct gathering */
    struct off_phone off_phone;
    struct spells leave, absence;
    struct late late;
};

extern const struct sim_fields contract_fields;

/* A stretch of one day, in seconds since its midnight. */
struct stretch {
    double from_s, to_s;
};

/* Of one day: when people of a contract are at work, or when the centre is open. */
enum { MOST_STRETCHES = 96 };
struct stretches {
    struct stretch all[MOST_STRETCHES];
    int n;
};

/* Completes contracts and gathers what is wrong with them alone. */
bool contracts_check(const struct sim_list *contracts, struct sim_faults *faults);

/* NULL where there is none of that name. */
const struct contract *contract_named(const struct sim_list *contracts, const char *name);

/* When the centre is open on a day, an index, in order of time. */
void hours_stretches(const struct hours *hours, int day, struct stretches *open);

/* When people of a contract are at work on a day, in order of time; never on a day on which the
 * centre is closed all day. */
void contract_stretches(const struct contract *self, const struct hours *hours, int day,
                        struct stretches *shifts);

/* Seconds of work in a week without holidays, on average over even and odd weeks. */
double contract_week_s(const struct contract *self, const struct hours_rules *rules);

bool shift_is_on(const struct shift *self, int date);
bool gathering_is_on(const struct gathering *self, int date);

/* Shares of a week's days and weeks. */
bool weeks_meet(int a, int b);

#endif
