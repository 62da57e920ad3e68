/* A day whose rates are all multiplied by one factor that nobody knows beforehand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mean over log(factor) by the trapezoidal rule, which converges as fast as any where the
 * density and all its derivatives vanish at both ends (L. N. Trefethen and J. A. C. Weideman,
 * The exponentially convergent trapezoidal rule, SIAM Review 56, 2014). */
#include "models/plan/day.h"

#include "sim/arena.h"

#include <math.h>

enum { POINTS = 25 };

/* What is lived is a list of numbers, one like the other. */
static void lived_add(struct day_lived *sum, const struct day_lived *lived, double weight)
{
    double *to = (double *)sum;
    const double *from = (const double *)lived;
    for (size_t i = 0; i < sizeof *sum / sizeof *to; i++)
        to[i] += weight * from[i];
}

/* The density of y = log(factor), factor ~ Gamma(shape) / shape: without its constant. */
static double density(double y, double shape)
{
    return exp(shape * (y - expm1(y)));
}

/* Where it has fallen to 1e-17 of its top, on the side of `sign`. */
static double end_of(double shape, double sign)
{
    double y = sign * 2.0 / sqrt(shape);
    while (density(y, shape) > 1e-17)
        y *= 1.05;
    return y;
}

static bool point_add(const struct day *self, double factor, double weight,
                      struct day_segment *segments, struct day_lived *here,
                      struct day_lived *lived)
{
    struct day day = *self;
    for (size_t i = 0; i < self->n; i++) {
        segments[i] = self->segments[i];
        segments[i].rate_per_s *= factor;
    }
    day.segments = segments;
    if (!day_live(&day, here)) return false;
    for (size_t i = 0; i <= self->n; i++)
        lived_add(&lived[i], &here[i], weight);
    return true;
}

bool day_live_busyness(const struct day *self, double cv, struct day_lived *lived)
{
    if (cv == 0.0) return day_live(self, lived);
    const double shape = 1.0 / (cv * cv), low = end_of(shape, -1.0), high = end_of(shape, 1.0);
    struct sim_arena arena = { 0 };
    struct day_segment *segments = sim_arena_new(&arena, self->n, sizeof *segments);
    struct day_lived *here = sim_arena_new(&arena, self->n + 1, sizeof *here);
    bool ok = segments && here;
    double all = 0.0;
    for (int i = 0; i < POINTS; i++)
        all += density(low + (high - low) * i / (POINTS - 1), shape);
    for (size_t i = 0; i <= self->n; i++)
        lived[i] = (struct day_lived){ 0 };
    for (int i = 0; ok && i < POINTS; i++) {
        const double y = low + (high - low) * i / (POINTS - 1);
        ok = point_add(self, exp(y), density(y, shape) / all, segments, here, lived);
    }
    sim_arena_close(&arena);
    return ok;
}
