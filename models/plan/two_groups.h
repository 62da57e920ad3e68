/* Two kinds of calls, and three groups of agents: for the first kind, for the second, for both.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By Markov chain. Without specialists of the second kind it is the N design (general agents,
 * and medico-social ones who help), with them the M design (bilingual agents between two
 * languages): O. Garnett and A. Mandelbaum, An introduction to skills-based routing and its
 * operational complexities, Technion, 2000; R. Stanford and W. Grassmann, Bilingual server call
 * centres, Fields Institute Communications 28, 2000. Patience is exponential; a freed agent
 * takes whom he may: the preferred kind first, within a kind in order of arrival. */
#ifndef PLAN_TWO_GROUPS_H
#define PLAN_TWO_GROUPS_H

#include <stdbool.h>

enum two_groups_first { SPECIALISTS_FIRST, FLEXIBLE_FIRST, ANY_FIRST };

/* One kind of calls. */
struct two_groups_kind {
    double rate_per_s;
    double left_per_s;             /* 1 over mean patience; 0: nobody leaves */
    double handling_s, flexible_s; /* mean, with a specialist and with a flexible agent */
    int specialists;
    int reserve; /* goes to flexible agents only while more than so many of them are free */
    enum two_groups_first first; /* whom an arriving call tries first */
};

struct two_groups {
    struct two_groups_kind kind[2];
    int flexible;
    int preferred; /* kind that a freed flexible agent takes first: 0 or 1 */
};

struct two_groups_rest {
    struct {
        double p_wait, abandoned, queue_mean, wait_s, occupancy, by_flexible;
        double queue_variance;
    } kind[2]; /* occupancy: of its specialists; by_flexible: share of its answered calls */
    double flexible_occupancy, answered;
};

/* Queues must have a state of rest. False when memory has run out. */
bool two_groups_rest(const struct two_groups *self, struct two_groups_rest *rest);

#endif
