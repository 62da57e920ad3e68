/* Has a measure changed since its baseline? One test for each measure of a declared family, and
 * one level for all of them together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rates and means: the difference of two ratios of sums (sim/compare.h) against its standard
 * error, by Student's t; pair by pair where both runs met the same chances, else Welch's.
 *
 * Rare counts, of which at least half of all replications have none, are no matter for t: their
 * tests are exact. Of pairs, which of those that differ have more now (sign test); of runs that
 * share nothing, how many replications have any (Fisher's test). Callers who come in clusters
 * do not mislead these, as they would a test that takes counts for Poisson's.
 *
 * Together: Holm (Scand. J. Stat. 6, 1979). That any of the measures that have not changed is
 * called changed has at most the probability of the level, however they hang together. */
#ifndef SIM_DRIFT_H
#define SIM_DRIFT_H

#include "sim/compare.h"

enum sim_drift_test {
    SIM_DRIFT_UNTESTED, /* undefined on a side, or no two replications */
    SIM_DRIFT_PAIRED,
    SIM_DRIFT_APART,
    SIM_DRIFT_RARE
};

struct sim_drift {
    enum sim_drift_test test;
    double was, is;  /* ratios of sums */
    double half;     /* of the 95 % interval of is - was, alone; 0: nothing varies */
    double p;        /* of this measure alone; 1 where untested */
    double together; /* adjusted for all: changed where it is below the level */
};

/* How a measure is tested. */
struct sim_drift_way {
    bool paired;      /* replication i of both met the same chances */
    bool counts;      /* whole numbers, which may be rare */
    double tolerance; /* a change up to this is none: in the measure's unit, 0 for any */
};

struct sim_drift sim_drift_of(struct sim_series base, struct sim_series now,
                              const struct sim_drift_way *way);

/* Fills `together` of them all. False without memory. */
bool sim_drift_together(struct sim_drift **all, size_t n);

#endif
