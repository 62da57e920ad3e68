/* What events and school holidays make of each day: how many more need something, and what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_EFFECT_H
#define MODELS_DEMAND_EFFECT_H

#include "models/demand/dated.h"
#include "models/demand/reason.h"

/* Of one day. */
struct day_effect {
    double factor;         /* on all its needs together */
    const struct mix *mix; /* their lines and reasons: the scenario's, or the day's own */
};

/* Who calls on a day like others. */
struct usual {
    const struct sim_list *lines, *reasons;
    const struct mix *mix;
};

/* Works them out for all days: effects[n_days]. On the day of an event its factor counts, on
 * the k-th open day after it 1 + (factor - 1) exp(-k / decay); several effects multiply. One
 * that concerns some lines or reasons tilts the day's mix. False when memory has run out. */
bool effects_build(struct day_effect *effects, const struct dated *dated,
                   const struct usual *usual, const struct hours_rules *rules,
                   const struct hours *hours, struct sim_arena *arena,
                   struct sim_faults *faults);

/* Multiplies the expected needs of all slots. False, with a fault, where one then has more than
 * can be simulated. */
bool effects_apply(const struct day_effect *effects, const struct hours *hours,
                   double *expected, struct sim_faults *faults);

#endif
