/* How a share differs from one time to another: its quantiles, to a tenth of a point.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/spread.h"

#include <math.h>

void sim_spread_merge(struct sim_spread *self, const struct sim_spread *other)
{
    for (int i = 0; i <= SIM_SPREAD_STEPS; i++)
        self->seen[i] += other->seen[i];
}

uint64_t sim_spread_count(const struct sim_spread *self)
{
    uint64_t n = 0;
    for (int i = 0; i <= SIM_SPREAD_STEPS; i++)
        n += self->seen[i];
    return n;
}

double sim_spread_quantile(const struct sim_spread *self, double p)
{
    const double wanted = p * (double)sim_spread_count(self);
    uint64_t below = 0;
    for (int i = 0; i <= SIM_SPREAD_STEPS; i++) {
        below += self->seen[i];
        if (below > 0 && (double)below >= wanted) return (double)i / SIM_SPREAD_STEPS;
    }
    return NAN;
}
