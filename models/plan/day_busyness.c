/* A day whose rates are all multiplied by one factor that nobody knows beforehand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mean over the factor exp(t - exp(-t)) by the trapezoidal rule in t, which both tails
 * leave double-exponentially (H. Takahasi and M. Mori, Double exponential formulas for
 * numerical integration, Publ. RIMS 9, 1974), with points between the points until nothing
 * changes. */
#include "models/plan/day.h"

#include "sim/arena.h"

#include <math.h>
#include <string.h>

enum { INTERVALS = 24, MOST = 24 * 64, LIVED = sizeof(struct day_lived) / sizeof(double) };

static const double settled = 1e-10;

/* A mean under way; what is lived is a list of numbers, one like the other. */
struct mean {
    const struct day *of;
    struct day_segment *segments; /* [n] */
    struct day_lived *here;       /* [n + 1] */
    double *sums, *means;         /* [(n + 1) * LIVED] */
    double weight;
};

static double factor_at(double t)
{
    return exp(t - exp(-t));
}

/* The density in t of a factor ~ Gamma(shape) / shape: without its constant. */
static double density(double t, double shape)
{
    const double y = t - exp(-t);
    return (1.0 + exp(-t)) * exp(shape * (y - expm1(y)));
}

/* Where it has fallen to 1e-17 of what it is near its top, on the side of `sign`. */
static double end_of(double shape, double sign)
{
    const double middle = 0.5671432904097838; /* where the factor is 1 */
    double reach = 0.5 / sqrt(shape);
    while (density(middle + sign * reach, shape) > 1e-17 * density(middle, shape))
        reach *= 1.02;
    return middle + sign * reach;
}

static bool point_add(struct mean *self, double factor, double weight)
{
    struct day day = *self->of;
    for (size_t i = 0; i < day.n; i++) {
        self->segments[i] = day.segments[i];
        self->segments[i].rate_per_s *= factor;
    }
    day.segments = self->segments;
    if (!day_live(&day, self->here)) return false;
    const double *here = (const double *)self->here;
    for (size_t i = 0; i < (day.n + 1) * LIVED; i++)
        self->sums[i] += weight * here[i];
    self->weight += weight;
    return true;
}

/* Takes the means anew; whether they still change. */
static bool mean_moves(struct mean *self)
{
    bool moves = false;
    for (size_t i = 0; i < (self->of->n + 1) * LIVED; i++) {
        const double mean = self->sums[i] / self->weight;
        moves = moves || fabs(mean - self->means[i]) > settled * fabs(mean) + 1e-14;
        self->means[i] = mean;
    }
    return moves;
}

static bool mean_take(struct mean *self, double shape)
{
    const double low = end_of(shape, -1.0), high = end_of(shape, 1.0);
    bool moves = true;
    for (int n = INTERVALS, step = 1; moves && n <= MOST; n *= 2, step = 2) {
        for (int i = step - 1; i <= n; i += step) {
            const double t = low + (high - low) * i / n;
            if (!point_add(self, factor_at(t), density(t, shape))) return false;
        }
        moves = mean_moves(self);
    }
    return true;
}

bool day_live_busyness(const struct day *self, double cv, struct day_lived *lived)
{
    if (cv == 0.0) return day_live(self, lived);
    struct sim_arena arena = { 0 };
    const size_t n = (self->n + 1) * LIVED;
    struct mean mean = {
        .of = self,
        .segments = sim_arena_new(&arena, self->n, sizeof *mean.segments),
        .here = sim_arena_new(&arena, self->n + 1, sizeof *mean.here),
        .sums = sim_arena_new(&arena, n, sizeof *mean.sums),
        .means = sim_arena_new(&arena, n, sizeof *mean.means),
    };
    const bool ok = mean.segments && mean.here && mean.sums && mean.means &&
                    mean_take(&mean, 1.0 / (cv * cv));
    if (ok) memcpy(lived, mean.means, n * sizeof *mean.means);
    sim_arena_close(&arena);
    return ok;
}
