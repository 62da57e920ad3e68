/* What the calculator is asked on the command line: inputs, what is unknown, targets, a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_ERLANG_ASK_H
#define CLI_ERLANG_ASK_H

#include "cli/command.h"
#include "models/plan/calculator.h"
#include "plots/report.h"

/* The options of its own. */
extern const struct sim_fields erlang_fields;

/* As it is written; NaN where it is not. */
struct erlang_written {
    double rate_per_h, handling_s, patience_s, agents, lines, p_balk, within_s;
    double p_redial, p_again;
    int model;
    struct sim_texts targets;
    const char *table;
};

enum { ERLANG_NO_UNKNOWN = -1 };

/* "agents=4..12": an input takes these values in turn. */
struct erlang_table {
    const struct sim_field *field; /* NULL: no table */
    double low, high, step;        /* in the field's unit */
};

/* As it is understood. */
struct erlang_ask {
    struct erlang_written written;
    struct sim_inputs inputs;
    struct calculator question; /* what is unknown or varied is still to be put in */
    int unknown;                /* enum calculator_unknown, or ERLANG_NO_UNKNOWN */
    struct erlang_table table;
    struct report_target *shown; /* the targets, by name */
    struct calculator_target *targets;
    size_t n_targets;
};

/* Reads the call's options; false with faults, all at once. */
bool erlang_ask_read(struct erlang_ask *self, struct call *call);

/* The row of the simulation's table that has this name; it must be there. */
const struct sim_measure *erlang_measure(const char *name);

/* The field that declares this unknown. */
const struct sim_field *erlang_field(enum calculator_unknown unknown);

/* Puts the value of a field, in its unit, into a question. */
void erlang_put(struct calculator *question, const struct sim_field *field, double value);

#endif
