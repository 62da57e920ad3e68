/* Values over the hours of a day, by weekday: a rate, a profile, a number of agents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_COURSE_H
#define MODELS_COURSE_H

#include "sim/field.h"

enum { EVERY_DAY = 127 };

/* One stretch of one or more weekdays. One value holds from `from_s` to `to_s`; several follow
 * each other, one per interval, from `from_s` on. */
struct course {
    unsigned days; /* bit 0 is Monday */
    double from_s, to_s;
    struct sim_reals values;
};

/* For lists of courses whose values are shares, rates or people. */
extern const struct sim_fields course_fields;

/* The value at a time of a day (seconds since midnight), by the last course that covers it;
 * NaN where none does. `interval_s` is the length of the intervals. */
double course_at(const struct sim_list *courses, int weekday, double time_s, double interval_s);

/* Do they share a time of a day? */
bool course_overlaps(const struct course *self, const struct course *other, double interval_s);

struct hours;

enum { MOST_INTERVALS = 96 };

/* Times of the week at which something is missing; starts as all zeroes. */
struct gaps {
    int n, weekday; /* how many; the first one's */
    double time_s;
    bool seen[7 * MOST_INTERVALS];
};

void gaps_note(struct gaps *self, int weekday, int time_of_day, double interval_s);

/* Warns of the first, and of how many more there are. */
void gaps_warn(const struct gaps *self, const char *path, const char *what, const char *hint,
               struct sim_faults *faults);

/* Warns of counted open intervals that courses leave without a value; nothing where there are
 * no courses. */
void course_gaps(const struct sim_list *courses, const struct hours *hours, const char *path,
                 struct sim_faults *faults);

/* Notes what does not fit: an end before its beginning, a beginning between two intervals,
 * values that run past midnight. `key` is the path of the list. */
void course_check(const struct sim_list *courses, double interval_s, const char *key,
                  struct sim_faults *faults);

#endif
