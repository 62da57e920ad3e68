/* How a share differs from one time to another: its quantiles, to a tenth of a point.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_SPREAD_H
#define SIM_SPREAD_H

#include <stdint.h>

enum { SIM_SPREAD_STEPS = 1000 };

/* How often each share, rounded to a step, was seen. Starts as all zeroes. */
struct sim_spread {
    uint32_t seen[SIM_SPREAD_STEPS + 1];
};

/* Counts one share, from 0 to 1. */
static inline void sim_spread_add(struct sim_spread *self, double share)
{
    self->seen[(int)(share * SIM_SPREAD_STEPS + 0.5)]++;
}

/* Adds what another one has seen. */
void sim_spread_merge(struct sim_spread *self, const struct sim_spread *other);

/* How many shares were seen. */
uint64_t sim_spread_count(const struct sim_spread *self);

/* The smallest step that a part p of the shares does not exceed; NaN where none was seen. */
double sim_spread_quantile(const struct sim_spread *self, double p);

#endif
