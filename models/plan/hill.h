/* Where a concave function of x >= 0 stands high: exp of it is then integrated there alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_HILL_H
#define PLAN_HILL_H

#include "models/plan/quadrature.h"

/* What lies outside low .. high is less than 1e-20 of the top. */
struct hill {
    double low, peak, high; /* peak: near it, as good a place as any to part the integral */
    double top;             /* the height at peak */
};

/* Height is concave, and goes down without end; `scale` is a first guess of its width. */
typedef double hill_height(const void *of, double x);

struct hill hill_find(hill_height *height, const void *of, double scale);

/* The logarithm of the integral of exp(height) over x >= 0. */
double hill_log_integral(const struct quadrature *rule, hill_height *height, const void *of,
                         double scale);

#endif
