/* A day of changing rates and staff, never at rest: exact, interval by interval.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * M(t)/M/c(t)+M by uniformisation (W. Grassmann, Transient solutions in Markovian queueing
 * systems, Computers and Operations Research 4, 1977; A. Ingolfsson, E. Akhmetshina, S. Budge,
 * Y. Li and X. Wu, A survey and experimental comparison of service level approximation methods
 * for nonstationary M(t)/M/s(t) queueing systems, INFORMS J. on Computing 19, 2007). A caller
 * who waits across a change of staff is followed across it. */
#ifndef PLAN_DAY_H
#define PLAN_DAY_H

#include <stdbool.h>
#include <stddef.h>

struct day_segment {
    double length_s, rate_per_s;
    int agents;
    bool flush; /* at its end all who wait are disconnected */
};

struct day {
    double handling_s;
    double left_per_s; /* 1 over mean patience; 0: nobody leaves */
    double p_balk;     /* of those who find no agent free */
    double within_s;   /* threshold */
    bool requeue;      /* calls in excess of a reduced staff go back to the queue; else they are
                          finished */
    const struct day_segment *segments;
    size_t n;
    double cut_after_s; /* after the last segment all who are there are still served, by its
                           staff, for so long; infinite: to the end */
};

/* What is lived in one segment; counts of calls belong to the segment they came in where they
 * say within, else to the segment in which it happens. */
struct day_lived {
    double arrivals, answered, abandoned, flushed, completed; /* abandoned: balked included */
    double answered_within, abandoned_within; /* of its arrivals, once they have waited */
    double queue_s, busy_s, agents_s, all_busy_s;
    double end_queue, end_busy;       /* before what happens at its end */
    double end_all_busy, end_waiting; /* chances: no agent free; somebody waits */
};

/* Fills lived[n + 1]; the last is what comes after. False when memory has run out, or so many
 * wait that they cannot all be told apart. */
bool day_live(const struct day *self, struct day_lived *lived);

/* The mean over a Gamma-distributed factor of all rates, one for the whole day, of mean 1 and
 * this coefficient of variation: to ten digits where a busier day is not another world, that
 * is up to a coefficient of about 1. */
bool day_live_busyness(const struct day *self, double cv, struct day_lived *lived);

#endif
