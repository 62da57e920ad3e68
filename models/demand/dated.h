/* What sets some dates apart, as a planner writes it: dated events, school holidays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_DATED_H
#define MODELS_DEMAND_DATED_H

#include "models/hours.h"

/* As written: a payment, a letter, an election. */
struct dated_event {
    const char *name;
    struct sim_dates dates;
    double factor;                   /* on the needs of the day itself */
    double decay_days;               /* open days in which it fades to 1/e; 0: that day only */
    struct sim_texts lines, reasons; /* that it concerns; empty: all */
};

/* As written: school_holidays. */
struct school_holidays {
    struct sim_dates_file file;
    double factor; /* on the needs of those days */
};

/* All of them. */
struct dated {
    struct sim_list events; /* of struct dated_event */
    struct school_holidays school_holidays;
};

extern const struct sim_fields event_fields, school_holidays_fields;

/* Notes what is wrong, or probably not meant; false where something is wrong. `lines` and
 * `reasons` are the scenario's. */
bool dated_check(const struct dated *self, const struct sim_list *lines,
                 const struct sim_list *reasons, const struct hours *hours,
                 struct sim_faults *faults);

#endif
