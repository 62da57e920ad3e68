/* How many callers still wait after so long: the laws of sim/law as formulas need them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_SURVIVAL_H
#define PLAN_SURVIVAL_H

#include "sim/law.h"

/* Of a patience R, at x seconds. tail + gone = 1, and held = spent + x tail; each is given for
 * itself, so that none is lost in a difference. */
struct survival {
    double tail;  /* P(R > x) */
    double gone;  /* P(R <= x) */
    double held;  /* E[min(R, x)], in seconds */
    double spent; /* E[R; R <= x], in seconds */
};

/* The law must have passed sim_law_check(). x is at least 0. */
struct survival survival_at(const struct sim_law *law, double x);

/* The next place above x where the law is not smooth; infinite when there is none. */
double survival_next_kink(const struct sim_law *law, double x);

/* An exponential law of this mean; a law of no end where the mean is infinite. */
struct sim_law survival_exponential(double mean_s);

#endif
