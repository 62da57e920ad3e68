/* The books of a replication must balance, or it is no result.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_BALANCE_H
#define MODELS_LIFE_BALANCE_H

#include "models/life/workplace.h"

/* True when all that came in went out or is still there, when Little's law holds in the queues
 * and on the floor, when agent time adds up to the shift, and when the tables hold what was
 * booked; else faults that say what does not come out even. Always on. */
bool balance_holds(const struct workplace *self, struct sim_faults *faults);

#endif
