/* The plan of a sample: scenarios, the ranges of their inputs, and the facts they should meet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SAMPLE_PLAN_H
#define CLI_SAMPLE_PLAN_H

#include "cli/command.h"
#include "scenarios/scenario_read.h"

/* A scenario that is run at each point. */
struct sample_scenario {
    const char *name, *file;
    struct sim_texts sets; /* "path=value", at all points */
    const char *found;     /* the file, from where the program was started */
};

/* Keys that all take one value from a range, in the scenarios of these names, or in all. */
struct sample_input {
    const char *name, *title;
    struct sim_texts paths, only;
    const char *written_low, *written_middle, *written_high;
    const struct sim_field *field; /* of the first path; all have its unit */
    double low, middle, high;      /* in that unit; half of the points lie below the middle */
};

/* A measure of one scenario, or its ratio to that of another. */
struct sample_measure {
    const char *name, *title, *measure, *of, *over;
    double low, high;            /* what is wanted, both included; NaN: it is told only */
    size_t row;                  /* of centre_measures */
    size_t of_index, over_index; /* of scenarios; over_index n_scenarios where there is none */
};

/* Lists are arrays in the arena; all is const once it was read. */
struct sample_plan {
    const char *title;
    struct sim_list scenario_list, input_list, solve_list, measure_list;
    struct sim_texts axes;
    struct sample_scenario *scenarios;
    struct sample_input *inputs; /* with what is solved for as the last, if anything is */
    struct sample_measure *measures;
    size_t n_scenarios, n_inputs, n_measures;
    bool solves; /* the last input is found so that the first measure is what is wanted of it */
    struct scenario_source source;
};

/* Reads and checks a plan, with the --set options of the call, which are overrides of the plan.
 * False with faults, each with its line. */
bool sample_plan_read(struct sample_plan *self, const char *file, struct call *call);

/* The column of that name; their number where there is none. */
size_t sample_plan_column(const struct sample_plan *self, const char *name);

#endif
