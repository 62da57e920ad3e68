/* Where a function of one number changes its sign.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/root.h"

#include <math.h>
#include <stdbool.h>

enum { MOST_STEPS = 200 };
#define PRECISION 2e-15

struct place {
    double x, y;
};

/* How far to go from a to b, as a share: inverse quadratic interpolation through the last three
 * places where it can be trusted, else the middle. */
static double share_of_way(struct place a, struct place b, struct place c)
{
    const double xi = (a.x - b.x) / (c.x - b.x), phi = (a.y - b.y) / (c.y - b.y);
    if (!(phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi)) return 0.5;
    return a.y / (b.y - a.y) * c.y / (b.y - c.y) +
           (c.x - a.x) / (b.x - a.x) * a.y / (c.y - a.y) * b.y / (c.y - b.y);
}

double root_find(root_function *function, const void *self, double low, double high)
{
    struct place a = { high, function(self, high) }, b = { low, function(self, low) }, c;
    double share = 0.5;
    if (a.y == 0.0 || b.y == 0.0 || (a.y > 0.0) == (b.y > 0.0))
        return fabs(a.y) < fabs(b.y) ? a.x : b.x;
    for (int i = 0; i < MOST_STEPS; i++) {
        struct place t = { a.x + share * (b.x - a.x), 0.0 };
        t.y = function(self, t.x);
        c = (t.y > 0.0) == (a.y > 0.0) ? a : b;
        if ((t.y > 0.0) != (a.y > 0.0)) b = a;
        a = t;
        const struct place best = fabs(a.y) < fabs(b.y) ? a : b;
        const double least = (PRECISION * fabs(best.x) + 1e-300) / fabs(b.x - a.x);
        if (least > 0.5 || best.y == 0.0) return best.x;
        share = fmin(1.0 - least, fmax(least, share_of_way(a, b, c)));
    }
    return a.x;
}
