/* One replication: the events of a call in the order a caller lives them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_CENTRE_H
#define MODELS_CENTRE_H

#include "models/listener.h"
#include "models/scenario.h"
#include "sim/model.h"

/* What is counted only where somebody looks at it. */
struct centre_detail {
    bool dated;   /* every interval of the horizon */
    bool figures; /* lines by half-hour; the spread of single days */
};

/* The model of a checked scenario, with its axes, in the arena. With figures its spreads are
 * answer rates of single days, one for each cell of AXIS_HALF_HOUR. False when memory has run
 * out. */
bool centre_model(struct sim_model *model, const struct scenario *scenario,
                  struct centre_detail detail, struct sim_arena *arena,
                  struct sim_faults *faults);

/* What happens in the next replications of a workplace, which the model's open() gave, is told
 * to the listener, who outlives them; NULL: to nobody. */
void centre_listen(void *workplace, const struct listener *listener);

#endif
