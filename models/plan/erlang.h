/* A queue at rest, by formula: M/M/c/K+G, of which Erlang B, C and A are special cases.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls come at random, are handled for exponential times by equal agents in order of arrival,
 * and hold a line from arrival to the end of handling. Patience has any law; a caller who finds
 * no agent free may balk at once. Erlang B: as many lines as agents. Erlang C: nobody ever
 * leaves. Erlang A: exponential patience.
 *
 * C. Palm, Research on telephone traffic carried by full availability groups, Tele 1, 1957;
 * F. Baccelli and G. Hebuterne, On queues with impatient customers, Performance '81, 1981;
 * A. Brandt and M. Brandt, On the M(n)/M(n)/s queue with impatient calls, Performance
 * Evaluation 35, 1999 (lines); S. Zeltyn and A. Mandelbaum, Call centers with impatient
 * customers: many-server asymptotics of the M/M/n+G queue, Queueing Systems 51, 2005.
 *
 * The one idea: a caller who would wait for ever would wait V. P(V = 0) is the share who find
 * an agent free; above 0, V has the density v(x) = rate p(c-1) exp(-c x / handling) sum of
 * (rate H(x))^j / j! over j < lines - c with H(x) = E[min(patience, x)], and p(c-1) the
 * probability of one agent free. Its logarithm is concave, so that its integrals are taken
 * where they weigh, at any load. Agents and lines may be any real numbers. */
#ifndef PLAN_ERLANG_H
#define PLAN_ERLANG_H

#include "models/plan/hill.h"
#include "models/plan/survival.h"

struct erlang {
    double rate_per_s;       /* above 0 */
    double handling_s;       /* mean, above 0 */
    double agents;           /* above 0 */
    double lines;            /* at least agents; infinite: no limit */
    double p_balk;           /* of those who find no agent free, and a line */
    struct sim_law patience; /* checked; survival_exponential() makes one */
};

/* What becomes of an attempt; the five shares add up to 1 (free and waited are both answered).
 * Sums of waits are per attempt, in seconds: divided by a share, they are means. */
struct erlang_shares {
    double free;        /* answered at once */
    double waited;      /* answered after a wait */
    double balked;      /* hung up at once, no agent being free */
    double abandoned;   /* hung up while waiting */
    double blocked;     /* all lines busy */
    double wait_s;      /* of all */
    double answered_s;  /* of the answered */
    double abandoned_s; /* of the abandoned */
};

/* A queue solved; further questions can be asked of it. */
struct erlang_law {
    struct erlang of;
    const struct quadrature *rule; /* borrowed */
    struct hill hill;              /* of v */
    double density;                /* v at the top of the hill, per second */
    double blocked_top;            /* height of the term for full lines, while it is solved */
    double p_wait;                 /* found no agent free, but a line: of all attempts */
    struct erlang_shares shares;
};

/* Load in Erlang. */
double erlang_load(const struct erlang *self);

/* False where callers come faster than they can be handled, none leaves, and lines do not end:
 * the queue then grows without end, and has no state of rest. */
bool erlang_is_stable(const struct erlang *self);

/* Solves a stable queue. The rule must outlive the law. */
void erlang_solve(struct erlang_law *self, const struct erlang *of,
                  const struct quadrature *rule);

/* Shares of all attempts that are answered, or have hung up (balked or abandoned), within t
 * seconds of joining the queue; t is at least 0. */
struct erlang_within {
    double answered, left;
};
struct erlang_within erlang_within(const struct erlang_law *self, double t);

/* The wait that a share p of the answered do not exceed, 0 < p < 1. */
double erlang_answered_quantile(const struct erlang_law *self, double p);

#endif
