/* How many needs a date has, by the volume: months, weekdays, closed days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_VOLUME_H
#define MODELS_DEMAND_VOLUME_H

#include "models/demand/demand.h"
#include "models/hours_rules.h"

/* Goes from date to date, in order, none left out. */
struct volume {
    const struct demand *demand;
    const struct hours_rules *rules;
    int month;      /* first date of the month below; 0: none yet */
    double factors; /* of the weekdays of its open dates, summed */
    double waiting; /* needs of closed days that come on the next open one */
};

/* Starts with the needs that wait from closed days just before `date`. */
struct volume volume_before(const struct demand *demand, const struct hours_rules *rules,
                            int date);

/* The needs of the next date, a postponed share of closed days before it included; 0 where it
 * is closed. */
double volume_of_date(struct volume *self, int date);

#endif
