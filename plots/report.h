/* What all reports of a run are made of, and whether its targets were met.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_H
#define PLOTS_REPORT_H

#include "sim/results.h"

struct gap; /* plots/gap_result.h */

/* A bound that a measure should keep: answer_rate >= 85 %. */
struct report_target {
    const char *measure; /* its name; one that is unknown is told as such */
    bool at_least;       /* else at most */
    double bound;        /* in the measure's unit: 0.85, 600 s */
};

/* Everything is borrowed. */
struct report {
    const struct sim_results *results;
    const struct sim_inputs *inputs; /* may be NULL */
    const char *program;             /* "decroche" */
    const char *version;             /* "0.1.0" */
    const char *title;               /* what a person calls the scenario; may be NULL */
    const char *name;                /* nord/2017 */
    const char *sha256;              /* of the flattened scenario; may be NULL */
    const struct report_target *targets;
    size_t n_targets;
    const double
        *formula; /* [n_measures of the results], NaN where none gives it; may be NULL */
    const char *formula_title; /* which it is, a msgid */
    const struct gap *gap;     /* why they differ; NULL: not asked */
};

/* Of the mean: met or missed when its whole interval is on that side, or when it has none. */
enum report_verdict {
    REPORT_UNKNOWN, /* no such measure, or undefined */
    REPORT_MISSED,
    REPORT_UNSETTLED, /* the interval holds the bound: more replications would tell */
    REPORT_MET
};

enum report_verdict report_verdict(const struct sim_results *results,
                                   const struct report_target *target);

/* True when the value itself, whatever its interval, keeps the bound. */
bool report_target_holds(const struct report_target *target, double value);

/* A share of n and its 95 % interval (Wilson, "Probable inference", J. Am. Stat. Assoc. 22,
 * 1927); p10 and p90 are NaN. */
struct sim_estimate report_share(double kept, double n);

/* The share of single replications that keep the bound, the same way. */
struct sim_estimate report_single_runs(const struct sim_results *results,
                                       const struct report_target *target);

#endif
