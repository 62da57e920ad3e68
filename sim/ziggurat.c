/* Standard exponential and normal variates: the draws that the first word does not settle.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/ziggurat.h"

/* More tries than this happen less than once in 10^90 draws. */
enum { MOST_TRIES = 60 };

/* True when the point at x, at a random height within layer i, lies under the curve f. */
static bool under_curve(const struct sim_ziggurat *zig, uint32_t i, double f_of_x, double u)
{
    return zig->height[i] + u * (zig->height[i + 1] - zig->height[i]) < f_of_x;
}

double sim_exponential_slow(const struct sim_draw *draw)
{
    const struct sim_ziggurat *zig = &sim_ziggurat_exponential;
    uint32_t word = draw->word;
    double passed = 0.0; /* the tail of an exponential is an exponential */
    for (uint32_t try = 0; try < MOST_TRIES; try++) {
        const uint32_t layer = word & 255, abscissa = word >> 8;
        const double x = ((double)abscissa + 0.5) * zig->width[layer];
        if (abscissa < zig->sure[layer]) return passed + x;
        const struct sim_words more = sim_draw_more(draw, try);
        if (layer == 0)
            passed += zig->edge;
        else if (under_curve(zig, layer, exp(-x), sim_uniform(more.word[0])))
            return passed + x;
        word = more.word[1];
    }
    return passed + 1.0;
}

/* Marsaglia's tail: exponential proposals beyond the edge. */
static double normal_tail(const struct sim_draw *draw, uint32_t try)
{
    const double edge = sim_ziggurat_normal.edge;
    for (; try < MOST_TRIES; try++) {
        const struct sim_words more = sim_draw_more(draw, try);
        const double x = -log(sim_uniform(more.word[2])) / edge;
        const double y = -log(sim_uniform(more.word[3]));
        if (2.0 * y > x * x) return edge + x;
    }
    return edge;
}

double sim_normal_slow(const struct sim_draw *draw)
{
    const struct sim_ziggurat *zig = &sim_ziggurat_normal;
    uint32_t word = draw->word;
    for (uint32_t try = 0; try < MOST_TRIES; try++) {
        const uint32_t layer = word & 255, abscissa = word >> 9;
        const double sign = word & 256 ? -1.0 : 1.0;
        const double x = ((double)abscissa + 0.5) * zig->width[layer];
        if (abscissa < zig->sure[layer]) return sign * x;
        const struct sim_words more = sim_draw_more(draw, try);
        if (layer == 0) return sign * normal_tail(draw, try);
        if (under_curve(zig, layer, exp(-0.5 * x * x), sim_uniform(more.word[0])))
            return sign * x;
        word = more.word[1];
    }
    return 0.0;
}
