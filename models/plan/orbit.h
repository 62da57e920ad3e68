/* Redials and calls again as they are: callers who will dial once more, each after a while.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A truncated Markov chain of calls present, of callers who will redial and of those who will
 * call again (G. Falin and J. Templeton, Retrial Queues, 1997; S. Aguir, F. Karaesmen, Z. Aksin
 * and F. Chauvet, The impact of retrials on call center performance, OR Spectrum 26, 2004). All
 * times are exponential. In the limit of slow redials it gives what attempts.h gives. */
#ifndef PLAN_ORBIT_H
#define PLAN_ORBIT_H

#include <stdbool.h>
#include <stddef.h>

struct orbit {
    double rate_per_s;    /* first calls */
    double handling_s;    /* mean */
    double left_per_s;    /* 1 over mean patience; 0: nobody leaves */
    int agents, lines;    /* lines: 0 for no limit */
    double p_balk;        /* of those who find no agent free */
    double p_redial;      /* after hanging up or balking, at every attempt */
    double p_redial_busy; /* after a busy tone */
    double redial_s;      /* mean delay */
    double p_again;       /* after an answer */
    double again_s;
    double within_s; /* threshold */
};

/* Means at rest. Shares are of attempts, and of first calls where their name says so. */
struct orbit_rest {
    double attempts_per_s, redials_per_s, again_per_s, answered_per_s;
    double answered, abandoned, blocked, waited; /* abandoned: balked included */
    double answered_within;
    double abandoned_first, blocked_first, answered_within_first;
    double occupancy, queue_mean, all_busy;          /* all_busy: of time */
    double redial_mean, redial_variance, again_mean; /* callers between two attempts */
    double wait_s;                                   /* per attempt */
    double lost_per_s; /* who will not dial again, and had no answer */
};

/* False when memory has run out. */
bool orbit_rest(const struct orbit *self, struct orbit_rest *rest);

/* A day that starts empty: first calls at these rates for so long. */
struct orbit_part {
    double length_s, rate_per_s;
};

/* Over one part, and at its end. */
struct orbit_lived {
    double attempts, abandoned, completed, queue_s, busy_s;
    double end_queue, end_busy, end_redial, end_again;
};

/* Fills lived[n]. False when memory has run out. */
bool orbit_day(const struct orbit *self, const struct orbit_part *parts, size_t n,
               struct orbit_lived *lived);

#endif
