/* How many needs are born, and when, as a planner writes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_DEMAND_H
#define MODELS_DEMAND_DEMAND_H

#include "models/demand/busyness.h"

enum volume_per { PER_MONTH, PER_OPEN_DAY, PER_OPEN_HOUR };

/* As written: demand. */
struct demand {
    double rate_per_h;     /* one rate round the clock or while open; NaN: not given */
    struct sim_list rates; /* of struct course, needs per hour */
    double volume;         /* needs per month, open day or open hour; NaN: not given */
    int per;               /* enum volume_per */
    struct sim_reals months, weekdays; /* factors; empty: 1 */
    struct sim_list profile; /* of struct course: how a day spreads over its intervals */
    double shifted;          /* share of the needs of closed intervals that still come */
    double postponed;        /* share of those of closed days that come on the next open one */
    double dialled_closed;   /* share of needs that first dial while closed */
    struct sim_list closed_profile; /* of struct course: how those spread over a day */
    struct busyness busyness;
};

extern const struct sim_fields demand_fields;

/* Notes what is wrong, or probably not meant, with the demand as written; false where something
 * is. */
bool demand_check(const struct demand *self, double interval_s, struct sim_faults *faults);

#endif
