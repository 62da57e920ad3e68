/* Calls that take more than one agent, in a scenario: worked out, and warned of where it cannot
 * be meant. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SCENARIO_TEAMWORK_H
#define MODELS_SCENARIO_TEAMWORK_H

#include "models/scenario.h"

/* Adds the features, once it is known who takes which calls and how many are there. */
void teamwork_find(struct scenario *self, struct sim_faults *faults);

#endif
