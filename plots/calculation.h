/* What the calculator found, ready to be printed: columns of measures, and what was solved.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CALCULATION_H
#define PLOTS_CALCULATION_H

#include "plots/report.h"
#include "plots/words.h"

#include <stdio.h>

enum calculation_verdict {
    CALCULATION_PLAIN,  /* no target was set */
    CALCULATION_MET,    /* nothing was unknown, and the targets are met */
    CALCULATION_MISSED, /* or are not */
    CALCULATION_FOUND,  /* the unknown was found */
    CALCULATION_ANY,    /* whatever it is, the targets are met */
    CALCULATION_NEVER,  /* or never */
};

/* One answer: all measures at one set of inputs. */
struct calculation_column {
    double at;            /* of the varied input, or of the unknown */
    double answer, exact; /* rows of a table: the unknown, and where it just does; or NaN */
    const double *values; /* [n_measures]; NaN where undefined */
    double attempts_per_h, load;
    bool at_rest; /* false: the queue grows without end */
    bool met;     /* all targets, if there are any */
};

/* Everything is borrowed. */
struct calculation {
    const char *version;
    const char *model;       /* "a" */
    const char *model_title; /* msgid */
    const struct sim_inputs *inputs;
    const struct sim_measure *const *measures; /* as the simulation names and defines them */
    size_t n_measures;
    const struct report_target *targets;
    size_t n_targets;
    enum calculation_verdict verdict;
    const struct sim_field *unknown; /* NULL: none */
    double exact;                    /* the unknown, where the targets are just met */
    bool least;                      /* it is the least that does; else the most */
    const struct sim_field *varied;  /* of a table; NULL: no table */
    /* Without a table: at the answer, the last of them; before it, below whole agents. */
    const struct calculation_column *columns;
    size_t n_columns;
    double within_s;
};

/* One screen, in the language of LC_MESSAGES. */
void calculation_text_write(FILE *out, const struct calculation *self, struct words words);

/* JSON, schema version 1: the names of a run's results. */
bool calculation_json_write(FILE *out, const struct calculation *self,
                            struct sim_faults *faults);

#endif
