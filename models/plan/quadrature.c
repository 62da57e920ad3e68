/* Several integrals at once over a piece on which they are smooth.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/quadrature.h"

#include <math.h>
#include <stdbool.h>

#define FURTHEST 3.5  /* beyond, weights are below 1e-21 */
#define AGREED   1e-8 /* of two levels: the later one is then far better */
#define HALF_PI  1.57079632679489661923

static size_t level_fill(struct quadrature *self, size_t n, double first, double step)
{
    for (double t = first; t <= FURTHEST; t += step) {
        const double fold = exp(-2.0 * HALF_PI * sinh(t));
        self->near[n] = fold / (1.0 + fold);
        self->weight[n] = 2.0 * HALF_PI * cosh(t) * fold / ((1.0 + fold) * (1.0 + fold));
        n++;
    }
    return n;
}

void quadrature_open(struct quadrature *self)
{
    size_t n = level_fill(self, 0, 0.5, 0.5);
    self->end[0] = n;
    for (size_t level = 1; level < QUADRATURE_LEVELS; level++) {
        const double step = ldexp(0.5, -(int)level);
        n = level_fill(self, n, step, 2.0 * step);
        self->end[level] = n;
    }
}

/* One piece under way. */
struct piece {
    quadrature_values *values;
    const void *of;
    double low, high;
    size_t n;
    double
        sums[QUADRATURE_MOST]; /* of weight times value: times step and length, the integral */
};

static void piece_add(struct piece *self, double x, double weight)
{
    double values[QUADRATURE_MOST];
    /* What rounding puts on an end may be beyond a step there, and weighs nothing. */
    if (x <= self->low || x >= self->high) return;
    self->values(self->of, x, values);
    for (size_t i = 0; i < self->n; i++)
        self->sums[i] += weight * values[i];
}

static void piece_add_level(struct piece *self, const struct quadrature *rule, size_t level)
{
    const double length = self->high - self->low;
    for (size_t i = level ? rule->end[level - 1] : 0; i < rule->end[level]; i++) {
        piece_add(self, self->low + length * rule->near[i], rule->weight[i]);
        piece_add(self, self->high - length * rule->near[i], rule->weight[i]);
    }
}

static bool piece_agrees(const struct piece *self, double step, double *before)
{
    bool agreed = true;
    for (size_t i = 0; i < self->n; i++) {
        const double now = step * self->sums[i];
        if (!(fabs(now - before[i]) <= AGREED * fabs(now))) agreed = false;
        before[i] = now;
    }
    return agreed;
}

void quadrature_add(const struct quadrature *self, quadrature_values *values, const void *of,
                    double low, double high, size_t n, double *sums)
{
    struct piece piece = { values, of, low, high, n, { 0 } };
    double found[QUADRATURE_MOST] = { 0 };
    if (!(high > low)) return;
    piece_add(&piece, low + 0.5 * (high - low), 0.5 * HALF_PI);
    for (size_t level = 0; level < QUADRATURE_LEVELS; level++) {
        piece_add_level(&piece, self, level);
        if (piece_agrees(&piece, ldexp(0.5, -(int)level), found) && level > 1) break;
    }
    for (size_t i = 0; i < n; i++)
        sums[i] += (high - low) * found[i];
}
