/* What a scenario has that outlives an answer: worked out, and warned of where it cannot be
 * meant. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SCENARIO_CASEWORK_H
#define MODELS_SCENARIO_CASEWORK_H

#include "models/scenario.h"

/* The features of a scenario whose abilities and hours are known, and the professionals' time;
 * false when memory has run out. */
bool casework_find(struct scenario *self, struct sim_arena *arena, struct sim_faults *faults);

#endif
