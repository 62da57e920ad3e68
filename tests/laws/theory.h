/* A textbook model, simulated, beside what theory says of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario is a text of keys, read and checked as a planner's; it is run with a fixed seed,
 * and each figure is held against its exact value by z = (estimate - exact) / standard error. A
 * comparison is off where |z| is THEORY_Z or more; it is blunt where its standard error is too
 * large for it to see an error of 1 %. */
#ifndef TESTS_LAWS_THEORY_H
#define TESTS_LAWS_THEORY_H

#include "models/scenario.h"
#include "scenarios/scenario_read.h"
#include "sim/replicate.h"

#define THEORY_Z     3.5
#define THEORY_SHARP 0.0025 /* standard error over value: 1 % is then 4 of them */

struct theory {
    const char *id;
    struct sim_arena arena;
    struct sim_faults faults;
    struct scenario scenario;
    struct scenario_source source;
    struct sim_model model;
    struct sim_results results;
    size_t n_compared, n_off, n_blunt;
};

/* What a run says of a quantity. */
struct figure {
    double value, error; /* standard error */
    double degrees;      /* of freedom that the error has */
};

/* A column of the exact values, and the measure that estimates it. */
struct theory_pair {
    const char *column, *measure;
    double unit;             /* the measure is the exact value times this; 0 is read as 1 */
    const char *axis, *cell; /* NULL: overall */
    double sharp;            /* 0 is read as THEORY_SHARP */
};

/* Callers who hang up for good, hear no message, and never call again. */
#define THEORY_ONCE       "redial = { first = 0.0; later = 0.0; }; again = { probability = 0.0; };\n"
#define THEORY_NO_MESSAGE "message = { length = \"0 s\"; balking = 0.0; };\n"
#define THEORY_PLAIN      THEORY_ONCE THEORY_NO_MESSAGE

/* Round the clock; at rest, from a day that is not counted. */
#define THEORY_SPAN(days, warm_up, run_off)                                                    \
    "horizon = { start = \"2018-01-01\"; days = " #days "; warm_up = " #warm_up                \
    "; run_off = " #run_off "; };\n"
#define THEORY_AT_REST(days) THEORY_SPAN(days, 1, 0)

/* One key each, whose value is still to be given. */
#define THEORY_HANDLING                                                                        \
    "handling = { law = \"exponential\"; mean = \"%.10g min\"; wrap_up = 0.0; };\n"
#define THEORY_PATIENCE "patience = { law = \"exponential\"; mean = \"%.10g min\"; };\n"
#define THEORY_RATE     "demand = { rate = \"%.10g /min\"; busyness_cv = 0.0; };\n"
#define THEORY_WITHIN   "service_level = { within = \"%.10g min\"; };\n"
#define THEORY_AGENTS   "groups = ( { name = \"agents\"; agents = %d; } );\n"

/* Reads and checks a scenario; false, and says what is wrong, when that fails. */
bool theory_open(struct theory *self, const char *id, const char *format, ...) SIM_PRINTF(3, 4);

/* The same of a file. */
bool theory_open_file(struct theory *self, const char *id, const char *file);

/* Runs it as asked, again if it was run before. */
bool theory_request(struct theory *self, const struct sim_request *request);

/* The same with seed 1, on 2 threads. */
bool theory_run(struct theory *self, size_t replications);

struct figure theory_figure(const struct theory *self, const char *measure);
struct figure theory_cell(const struct theory *self, const char *axis, const char *cell,
                          const char *measure);

/* Of two totals, replication by replication: redials / attempts. */
struct figure theory_ratio(const struct theory *self, const char *over, const char *under);

/* A figure in another unit. */
struct figure figure_times(struct figure figure, double unit);

/* Where the estimate lies around the exact value, as a standard normal number would. */
double figure_z(struct figure figure, double exact);

/* Prints one comparison and counts it. `sharp` is the greatest standard error, over the value,
 * that will do. True when it is neither off nor blunt. */
bool theory_compare(struct theory *self, const char *what, struct figure figure, double exact,
                    double sharp);

/* Compares columns of the case self->id. */
void theory_compare_pairs(struct theory *self, const struct theory_pair *pairs, size_t n);

/* Gives all back. True when something was compared, and nothing was off or blunt. */
bool theory_close(struct theory *self);

#endif
