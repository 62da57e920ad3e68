/* A day as if each interval were at rest: what a planner's spreadsheet does, and two ways to do
 * it better.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_STEADY_H
#define PLAN_STEADY_H

#include "models/plan/day.h"
#include "models/plan/erlang.h"

enum steady_method {
    /* Stationary, independent, period by period: L. Green, P. Kolesar and J. Soares, Improving
     * the SIPP approach for staffing service systems that have cyclic demands, Oper. Res. 49,
     * 2001. */
    STEADY_SIPP,
    /* The same with what is left waiting carried over. Where callers leave, by the balance of
     * calls: those who wait at the end of an interval come in the next. Where they do not, by
     * R. Stolletz, Approximation of the non-stationary M(t)/M(t)/c(t)-queue using stationary
     * queueing models, European J. of Oper. Res. 190, 2008. */
    STEADY_CARRY,
    /* Modified offered load: the rate that brings about the load that would be there if nobody
     * ever waited: O. Jennings, A. Mandelbaum, W. Massey and W. Whitt, Server staffing to meet
     * time-varying demand, Management Science 42, 1996. */
    STEADY_MOL,
};

/* One interval. */
struct steady_part {
    double rate_per_s; /* at which it is looked at */
    bool at_rest;      /* else the shares are not known */
    struct erlang_shares shares;
    struct erlang_within within;
};

/* Fills parts[n]; a day's requeue, flush and what comes after it are not looked at. */
void steady_live(const struct day *self, enum steady_method method,
                 const struct quadrature *rule, struct steady_part *parts);

/* Calls there would be at t seconds into the day with as many agents as calls, from an empty
 * start, and the mean of that over a segment. */
double steady_load(const struct day *self, double t);
double steady_load_mean(const struct day *self, size_t segment);

#endif
