/* How many needs are expected in each interval: rates, or volumes spread over the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_ARRIVALS_H
#define MODELS_DEMAND_ARRIVALS_H

#include "models/demand/demand.h"
#include "models/hours.h"

/* Checks the demand. Expected needs of each slot, with a busyness of 1 and but for events, and
 * each slot's share of its day. */
bool arrivals_expect(const struct demand *demand, const struct hours_rules *rules,
                     struct hours *hours, double *expected, struct sim_faults *faults);

#endif
