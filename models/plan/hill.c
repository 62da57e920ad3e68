/* Where a concave function of x >= 0 stands high: exp of it is then integrated there alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/hill.h"

#include <math.h>

enum { MOST_STEPS = 1100 }; /* a doubling each reaches from the least double to the greatest */
#define DEPTH  50.0         /* exp(-50) is 2e-22 */
#define GOLDEN 0.38196601125010515

/* Three places, of which the middle one is the highest. */
struct hill_bracket {
    double x[3], y[3];
};

static struct hill_bracket bracket_find(hill_height *height, const void *of, double scale)
{
    struct hill_bracket at = { { 0.0, scale, scale },
                               { height(of, 0.0), height(of, scale), 0 } };
    at.x[2] = 2.0 * scale;
    at.y[2] = height(of, at.x[2]);
    for (int i = 0; i < MOST_STEPS && at.y[2] > at.y[1]; i++) {
        at.x[0] = at.x[1], at.y[0] = at.y[1];
        at.x[1] = at.x[2], at.y[1] = at.y[2];
        at.x[2] *= 2.0;
        at.y[2] = height(of, at.x[2]);
    }
    return at;
}

/* Golden section, until the three stand about equally high. */
static struct hill_bracket bracket_narrow(struct hill_bracket at, hill_height *height,
                                          const void *of)
{
    for (int i = 0; i < MOST_STEPS; i++) {
        if (fmax(fabs(at.y[1] - at.y[0]), fabs(at.y[1] - at.y[2])) < 0.5) break;
        const int side = at.x[2] - at.x[1] > at.x[1] - at.x[0] ? 2 : 0;
        const double x = at.x[1] + GOLDEN * (at.x[side] - at.x[1]), y = height(of, x);
        const int loser = y > at.y[1] ? 2 - side : side;
        const double kept_x = at.x[1], kept_y = at.y[1];
        if (y > at.y[1]) {
            at.x[1] = x, at.y[1] = y;
            at.x[loser] = kept_x, at.y[loser] = kept_y;
        } else {
            at.x[loser] = x, at.y[loser] = y;
        }
    }
    return at;
}

/* From a place that is high enough to one that is too low, but not by much. */
static double edge(hill_height *height, const void *of, double floor, double in, double out)
{
    for (int i = 0; i < MOST_STEPS && height(of, out) < floor - 0.5 * DEPTH; i++) {
        const double middle = in + 0.5 * (out - in);
        if (middle == in || middle == out) break;
        if (height(of, middle) < floor)
            out = middle;
        else
            in = middle;
    }
    return out;
}

struct hill hill_find(hill_height *height, const void *of, double scale)
{
    struct hill_bracket at = bracket_narrow(bracket_find(height, of, scale), height, of);
    const int best = at.y[0] > at.y[1] ? 0 : 1;
    struct hill hill = { 0.0, at.x[best], at.x[2], at.y[best] };
    const double floor = hill.top - DEPTH;
    double step = fmax(at.x[2] - hill.peak, 1e-3 * scale);
    for (int i = 0; i < MOST_STEPS && height(of, hill.peak + step) > floor; i++)
        step *= 2.0;
    hill.high = edge(height, of, floor, hill.peak, hill.peak + step);
    if (height(of, 0.0) < floor) hill.low = edge(height, of, floor, hill.peak, 0.0);
    return hill;
}

struct slope {
    hill_height *height;
    const void *of;
    double top;
};

static void slope_value(const void *self, double x, double *values)
{
    const struct slope *slope = self;
    values[0] = exp(slope->height(slope->of, x) - slope->top);
}

double hill_log_integral(const struct quadrature *rule, hill_height *height, const void *of,
                         double scale)
{
    const struct hill hill = hill_find(height, of, scale);
    const struct slope slope = { height, of, hill.top };
    double sum = 0.0;
    quadrature_add(rule, slope_value, &slope, hill.low, hill.peak, 1, &sum);
    quadrature_add(rule, slope_value, &slope, hill.peak, hill.high, 1, &sum);
    return hill.top + log(sum);
}
