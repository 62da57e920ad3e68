/* What of a scenario runs, but is probably not meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SCENARIO_WARN_H
#define MODELS_SCENARIO_WARN_H

#include "models/scenario.h"

/* Of a scenario that is worked out: needs that are never born, calls with nobody there, callers
 * who wait overnight. */
void scenario_warn(const struct scenario *self, struct sim_faults *faults);

#endif
