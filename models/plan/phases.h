/* Handling in two phases: how much it matters that handling times vary more, or less, than
 * exponential ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * M/Cox2/c+M: each call has a first exponential phase, and a second one with some probability
 * (D. R. Cox, A use of complex probabilities in the theory of stochastic processes, 1955); by
 * Markov chain. */
#ifndef PLAN_PHASES_H
#define PLAN_PHASES_H

#include <stdbool.h>

struct phases {
    double rate_per_s;
    double first_s, p_second, second_s; /* means; p_second 0 .. 1 */
    double left_per_s;                  /* 1 over mean patience; 0: nobody leaves */
    int agents;
};

struct phases_rest {
    double p_wait, abandoned, occupancy, queue_mean, wait_s; /* wait_s: of all */
};

/* The queue must have a state of rest. False when memory has run out. */
bool phases_rest(const struct phases *self, struct phases_rest *rest);

/* First and second phase that have this mean and squared coefficient of variation, at least
 * 0.5: each phase brings half of the mean (R. A. Marie, Calculating equilibrium probabilities
 * for M(n)/C_k/1/N queues, Performance '80). The others are left as they are. */
void phases_fit(struct phases *self, double mean_s, double cv_squared);

/* The mean wait by A. O. Allen and J. Cunneen (Probability, Statistics and Queueing Theory,
 * 1978): that of exponential arrivals and handling times the mean of both squared coefficients
 * of variation. Exact for one agent where arrivals are Poisson. */
double phases_allen_cunneen(double wait_s, double arrivals_cv, double handling_cv);

#endif
