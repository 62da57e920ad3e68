/* The rules of opening, as written: weekly hours, public holidays, dates of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds on a date: its rows in special_days, if it has any; else it is closed on a listed
 * date or a public holiday; else the hours of its weekday. */
#ifndef MODELS_HOURS_RULES_H
#define MODELS_HOURS_RULES_H

#include "sim/field.h"

/* As written: horizon. */
struct horizon {
    int start; /* date of the first counted day */
    int months, weeks, days;
    int warm_up_days, run_off_days; /* open days before and after */
};

/* As written: one stretch of opening hours. */
struct opening {
    unsigned days;
    double open_s, close_s; /* since midnight */
};

/* As written: one stretch of opening hours of some dates, instead of their weekday's. */
struct special_day {
    struct sim_dates dates;
    double open_s, close_s;
};

extern const struct sim_fields horizon_fields, opening_fields, special_day_fields;

struct hours_rules {
    struct horizon horizon;
    struct sim_list openings; /* of struct opening; none: round the clock */
    int public_holidays;      /* enum holidays */
    struct sim_list specials; /* of struct special_day */
    struct sim_dates closed_on;
    double interval_s;
};

/* Is the centre open at that time of that date? */
bool hours_rules_is_open_at(const struct hours_rules *self, int date, double time_s);

/* Seconds the centre is open on that date. */
double hours_rules_open_s(const struct hours_rules *self, int date);

/* The same by the hours of its weekday alone, as if it were a day like others. */
double hours_rules_usual_open_s(const struct hours_rules *self, int date);

static inline bool hours_rules_is_open_on(const struct hours_rules *self, int date)
{
    return hours_rules_open_s(self, date) > 0.0;
}

/* Has that date hours of its own? */
bool hours_rules_is_special(const struct hours_rules *self, int date);

/* The date `n` open days from `date`, which itself does not count; direction +1 or -1. */
int hours_rules_open_day_from(const struct hours_rules *self, int date, int n, int direction);

/* Is that date among them? */
bool dates_hold(const struct sim_dates *self, int date);

/* Notes what is wrong with weekly hours, a list of struct opening at the path `key`. */
void openings_check(const struct sim_list *openings, double interval_s, const char *key,
                    struct sim_faults *faults);

/* Notes what is wrong with them; false where something is. */
bool hours_rules_check(const struct hours_rules *self, struct sim_faults *faults);

#endif
