/* One replication: the events of a call in the order a caller lives them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_CENTRE_H
#define MODELS_CENTRE_H

#include "models/scenario.h"
#include "sim/model.h"

/* The model of a checked scenario, with its axes, in the arena; `dated` adds the axis of dated
 * intervals. False when memory has run out. */
bool centre_model(struct sim_model *model, const struct scenario *scenario, bool dated,
                  struct sim_arena *arena, struct sim_faults *faults);

#endif
