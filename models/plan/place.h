/* The wait of a caller who knows his place in the queue, where patience is exponential.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With `ahead` callers in front, and agents who end calls at c/handling in all, the wait V for
 * an agent is a sum of exponential times of rates c/handling + i/patience, i = 0 .. ahead; then
 * exp(-V/patience) has a beta law (J. Riordan, Stochastic Service Systems, 1962). */
#ifndef PLAN_PLACE_H
#define PLAN_PLACE_H

struct place_law {
    double served_per_s; /* agents over handling */
    double left_per_s;   /* 1 over patience; 0: nobody leaves */
};

/* The chance to be answered, before patience ends, within t seconds (infinite: ever). */
double place_answered(struct place_law law, int ahead, double t);

#endif
