/* A scenario made simpler step by step, down to a queue that formulas know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SIMPLER_H
#define MODELS_SIMPLER_H

#include "models/scenario.h"

/* What is switched off, in this order; each step holds for all that follow. */
enum simpler {
    SIMPLER_PEOPLE,   /* leave, absence, breaks ...: as many agents as there are on average */
    SIMPLER_BUSYNESS, /* days and intervals that differ by chance */
    SIMPLER_GROUPS,   /* groups, skills, priorities, transfers, reasons: one pool, one queue */
    SIMPLER_CONSULTATION, /* agents who ask each other */
    SIMPLER_REQUESTS,     /* requests, what callers are told, offers to be called back */
    SIMPLER_VISITORS,     /* of a desk */
    SIMPLER_STRAYS,       /* calls to wrong or other lines */
    SIMPLER_MESSAGE,      /* greeting, message: balking is at once */
    SIMPLER_LAWS,         /* of handling and patience: exponential */
    SIMPLER_RETURNS,      /* redials, calls again */
    SIMPLER_DAY,          /* opening hours, and rates that change: one rate, round the clock */
    N_SIMPLER
};

/* What stays as it is on average when its variety is taken away. */
struct simpler_means {
    double factor;     /* of handling */
    double p_again;    /* after an answer */
    double patience_s; /* infinite: nobody hangs up */
    double handling_s; /* for a reason of factor 1 */
    double rate_per_h; /* of needs while open */
    double agents;     /* on the phones while open */
    int days;          /* round the clock, that have about as many open hours */
};

/* Has a checked scenario anything that the step switches off? */
bool simpler_applies(const struct scenario *self, enum simpler step);

/* Switches it off in a scenario that was read and is not yet checked. False when memory has run
 * out. */
bool simpler_switch(struct scenario *self, enum simpler step, const struct simpler_means *means,
                    struct sim_arena *arena);

/* Puts numbers of agents that are present[week_cell * n_groups + group] on average into a
 * checked scenario, staffed by number: from date to date the whole number below and the one
 * above, in turn. The cells are weekday * slots_per_day + time_of_day. With `pooled` all are in
 * the first group. */
void simpler_staff(struct scenario *self, const double *present, size_t n_groups, bool pooled);

/* So many on average at all hours, in the first group: whole numbers, day by day. */
void simpler_staff_evenly(struct scenario *self, double agents);

#endif
