/* A scenario whose agents are numbers that can be set by weekday and interval, whoever they
 * were. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_HEADCOUNT_H
#define MODELS_HEADCOUNT_H

#include "models/scenario.h"

/* A copy of a checked scenario in the arena; all that is not staffing is borrowed. Its people
 * are gone, its headcounts as they were meant to be. NULL when memory has run out. */
struct scenario *headcount_copy(const struct scenario *of, struct sim_arena *arena);

/* So many agents of a group on all dates of a weekday, in an interval of the day, when open. */
void headcount_put(struct scenario *self, int weekday, int part, size_t group, int agents);

#endif
