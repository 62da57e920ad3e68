/* Handling that always takes the same time, where nobody hangs up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_CONSTANT_H
#define PLAN_CONSTANT_H

#include "sim/arena.h"

/* M/D/c: every call takes the same time. What a caller finds after each such time is a random
 * walk (C. D. Crommelin, Delay probability formulae, POEE Journal 26, 1933), whose rest is a
 * sum by F. Spitzer (1956); waits by G. J. Franx, A simple solution for the M/D/c waiting time
 * distribution, Operations Research Letters 29, 2001. */
struct constant {
    double rate_per_s, handling_s;
    int agents; /* rate times handling is below it */
};

struct constant_law {
    struct constant of;
    double queue_mean, wait_s, p_wait;
};

/* False when memory has run out. */
bool constant_solve(struct constant_law *law, const struct constant *of,
                    struct sim_arena *arena);

/* The chance to wait at most t seconds; NaN when memory has run out. */
double constant_within(const struct constant_law *law, double t, struct sim_arena *arena);

#endif
