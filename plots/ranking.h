/* The best of many options selected, ready to be printed: which, and what it took.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_RANKING_H
#define PLOTS_RANKING_H

#include "plots/edge.h"
#include "plots/report.h"
#include "plots/words.h"

#include <stdio.h>

struct ranking_option {
    const char *name, *title, *sha256;
    double value;        /* mean of its observations */
    double half;         /* half-width of its 95 % interval, from its own observations alone */
    size_t replications; /* that it took */
    bool survived;       /* to the end of the selection */
};

/* Everything is borrowed. */
struct ranking {
    const struct report *base;            /* of the first option; its results may be empty */
    const struct ranking_option *options; /* the best first */
    size_t n_options;
    const struct sim_measure *measure;
    struct edges edges;    /* of what was varied, where the best lies */
    double zone, level;    /* a lead that matters; 0.95 */
    const char *procedure; /* "kim-nelson" */
    size_t batch, first;   /* replications in an observation; first ones of all */
    uint64_t seed;
    size_t spent, equal; /* replications; what equal allocation had taken */
    bool guaranteed;     /* false: ended before its time */
};

/* One screen, in the language of LC_MESSAGES. */
void ranking_text_write(FILE *out, const struct ranking *self, struct words words);

/* JSON, schema version 1. */
bool ranking_json_write(FILE *out, const struct ranking *self, struct sim_faults *faults);

/* ranking.csv, a row for each option. */
bool ranking_csv_check(const char *directory, struct sim_faults *faults);
bool ranking_csv_write(const char *directory, const struct ranking *self,
                       struct sim_faults *faults);

#endif
