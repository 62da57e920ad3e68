/* When the centre answers: the days of a horizon, cut in slots.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Instants are seconds of local civil time since midnight before the first simulated day, which
 * is a day of the warm-up. */
#ifndef MODELS_HOURS_H
#define MODELS_HOURS_H

#include "models/hours_rules.h"

#include <stdint.h>

enum { QUARTERS_PER_DAY = 96 };

/* One interval of a day, open or closed. Nothing changes within a slot but what callers and
 * agents do. */
struct slot {
    double start_at, end_at;
    uint32_t where;  /* its address in the random field: quarters of an hour since 1970 */
    int day;         /* index of the day it begins in */
    int time_of_day; /* the how-manieth interval of its day */
    bool open, opens, closes;
    bool counted;     /* within the horizon, neither warm-up nor run-off */
    int rank;         /* among the slots that are counted and open; else -1 */
    int next_opening; /* index of the first slot of the next opening; -1: none */
    int closing;      /* of an open one: index of the last slot of the same opening */
    double share;     /* of the day's calls that choose their time: cumulated over the day */
};

struct day {
    int date;
    int weekday; /* 0 is Monday */
    int first_slot, n_slots;
    int first_open; /* the first interval of the day that is open; 0 where none is */
    bool counted;
    double open_s; /* 0: closed all day */
    int rank;      /* among the days that are counted and open; else -1 */
    int month;     /* of a counted day: among the months of these; else -1 */
};

struct hours {
    struct slot *slots;
    int n_slots;
    struct day *days;
    int n_days;
    int *open_days; /* indexes of days, in order */
    int n_open_days;
    int slots_per_day;
    double interval_s;
    double end_at;
    /* What reports show: weekdays and intervals of the day that are ever open while counted. */
    int weekday_rank[7], n_weekdays; /* -1: not shown */
    int *part_rank, n_parts;         /* [slots_per_day] */
    int *week_rank, n_week;          /* [weekday * slots_per_day + time_of_day] */
    int n_ranked;                    /* slots with a rank */
    int n_ranked_days;               /* and days */
    int n_months;                    /* in which days are counted */
};

/* Cuts the horizon in slots, in the arena. False with faults: paths are those of the keys. */
bool hours_build(struct hours *self, const struct hours_rules *rules, struct sim_arena *arena,
                 struct sim_faults *faults);

/* Warns of counted French public holidays on which the centre opens as on other days, where
 * its hours are those of a centre that knows rest: none on Sundays. */
void hours_holidays_warn(const struct hours *self, const struct hours_rules *rules,
                         struct sim_faults *faults);

/* The k-th open day after `day` (an index); -1 beyond the horizon. */
int hours_open_day_after(const struct hours *self, int day, int k);

/* An instant of that day, by the shares of its open slots, from one uniform number. */
double hours_instant(const struct hours *self, int day, double u);

/* The slot an instant, not before 0, falls in; n_slots beyond the end. */
int hours_slot_at(const struct hours *self, double at);

#endif
