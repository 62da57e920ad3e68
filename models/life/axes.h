/* The axes of a scenario: into which cells its counts are cut.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_AXES_H
#define MODELS_LIFE_AXES_H

#include "models/centre.h"

/* The N_AXES axes, in the order of enum axis, in the arena; some of them without cells where no
 * detail is asked for. NULL when memory has run out. */
const struct sim_axis *axes_of(const struct scenario *scenario, struct centre_detail detail,
                               struct sim_arena *arena);

#endif
