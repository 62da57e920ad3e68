/* A planner's question to the formulas: what comes of so many agents, or how many it takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLAN_CALCULATOR_H
#define PLAN_CALCULATOR_H

#include "models/plan/attempts.h"

enum calculator_model { CALCULATOR_B, CALCULATOR_C, CALCULATOR_A };

/* What is given, or asked for. */
struct calculator {
    enum calculator_model model;
    double rate_per_s; /* of first calls; with redials, attempts are more */
    double handling_s;
    double patience_s; /* mean; not looked at by models B and C */
    double agents;
    double lines; /* infinite: no limit; not looked at by model B */
    double p_balk;
    double within_s; /* the threshold of service levels */
    struct attempts again;
};

/* The measures, as centre_measures[] names and defines them; NaN where undefined. */
struct calculator_values {
    double answer_rate, answer_rate_attempts, service_level, service_level_excluding_short,
        service_level_of_answered, service_level_left, abandonment_rate, abandonment_rate_pure,
        p_wait, p_blocked, wait_mean, wait_answered_mean, wait_abandoned_mean, wait_p50,
        wait_p90, wait_p95, wait_p99, queue_mean, occupancy, attempts_per_need,
        need_answer_rate;
    double load;           /* Erlang, of all attempts */
    double attempts_per_s; /* first calls, redials and calls again */
};

struct calculator_measure {
    const char *name;
    size_t offset; /* in struct calculator_values */
};

extern const struct calculator_measure calculator_measures[];
extern const size_t n_calculator_measures;

/* The value of calculator_measures[i]. */
double calculator_value(const struct calculator_values *values, size_t i);

/* False where the queue has no state of rest; values are then NaN, but for the load. */
bool calculator_run(const struct calculator *self, const struct quadrature *rule,
                    struct calculator_values *values);

/* A measure held to a bound. */
struct calculator_target {
    size_t measure; /* in calculator_measures[] */
    bool at_least;  /* else at most */
    double bound;
};

struct calculator_targets {
    const struct calculator_target *items;
    size_t n;
};

/* Are all targets met? A measure that is undefined misses. */
bool calculator_meets(const struct calculator_values *values,
                      struct calculator_targets targets);

enum calculator_unknown { UNKNOWN_RATE, UNKNOWN_HANDLING, UNKNOWN_PATIENCE, UNKNOWN_AGENTS };

enum calculator_verdict {
    VERDICT_FOUND, /* value is where the targets are just met */
    VERDICT_ANY,   /* met whatever the unknown is, within all that can be asked */
    VERDICT_NEVER, /* never met */
};

struct calculator_solution {
    enum calculator_verdict verdict;
    double value;        /* of the unknown: the least or the most that meets the targets */
    bool least;          /* the least; else the most */
    double whole_agents; /* the fewest whole agents, at least 1 (unknown: agents) */
};

/* Solves for the unknown; what self says of it is not looked at. There is at least one target.
 */
struct calculator_solution calculator_solve(const struct calculator *self,
                                            enum calculator_unknown unknown,
                                            struct calculator_targets targets,
                                            const struct quadrature *rule);

/* Where the unknown stands in the struct. */
double *calculator_unknown_of(struct calculator *self, enum calculator_unknown unknown);

#endif
