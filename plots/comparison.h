/* Options compared with a base, ready to be printed: differences, words, costs, the best.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_COMPARISON_H
#define PLOTS_COMPARISON_H

#include "plots/edge.h"
#include "plots/report.h"
#include "plots/words.h"
#include "sim/compare.h"

#include <stdio.h>

/* What an interval says of a difference. */
enum comparison_word {
    COMPARISON_UNDEFINED,
    COMPARISON_SAME, /* no difference shown: the interval holds 0 */
    COMPARISON_BETTER,
    COMPARISON_WORSE,
    COMPARISON_MORE, /* of a measure of which neither more nor less is better */
    COMPARISON_LESS,
    COMPARISON_EQUAL /* no run differs at all */
};

/* One measure of one option. */
struct comparison_cell {
    struct sim_estimate estimate;     /* with its own interval, and the spread of single runs */
    struct sim_difference difference; /* to the base */
    double half;                      /* of its simultaneous interval; NaN: none */
    double shown;                     /* the smallest difference shown at 80 % power */
    enum comparison_word word;
};

/* An input that an option has otherwise; NULL: not there. */
struct comparison_change {
    const char *path, *from, *to;
};

struct comparison_option {
    const char *name, *title, *sha256;
    const struct sim_results *results;
    struct comparison_cell *cells;           /* [n_measures] */
    const struct comparison_change *changes; /* [n_changes] */
    size_t n_changes;
    const char *unlike;         /* a key by which other people call; NULL: none */
    struct sim_to_best to_best; /* of the measure `best` */
    bool on_front;              /* none is both cheaper and better */
};

/* Everything is borrowed. */
struct comparison {
    const struct report *base; /* of the first option */
    struct comparison_option *options;
    size_t n_options; /* the first is the base */
    const struct sim_measure *const *measures;
    size_t n_measures;
    size_t service;     /* of the measures, the one that decides */
    size_t cost;        /* what it costs; n_measures: not among them */
    size_t best;        /* by which one is recommended; n_measures: none is */
    struct edges edges; /* of what was varied, where the best lies */
    double level;       /* at which all intervals hold together: 0.95 */
    double power;       /* 0.8 */
};

/* How many intervals hold together: options but the base, times measures. */
size_t comparison_intervals(const struct comparison *self);

/* Fills cells (their words too), the front and the distances to the best, from the results of
 * the options. False without memory. */
bool comparison_fill(struct comparison *self);

/* Is there a cost to be worth, and a service of which more, or less, is better? */
bool comparison_has_front(const struct comparison *self);

/* Of all but the base, the one that stands first by the measure that decides; of those that
 * count as the best, where one is recommended. */
size_t comparison_first(const struct comparison *self);

/* On which side of the base a cell stands, as a sign: 1 is the better one. 0: not told. */
int comparison_side(const struct comparison_cell *cell);

/* The decision on a screen or two, in the language of LC_MESSAGES. */
void comparison_text_write(FILE *out, const struct comparison *self, struct words words);

/* JSON, schema version 1. */
bool comparison_json_write(FILE *out, const struct comparison *self, struct sim_faults *faults);

/* Tidy tables in a folder: options.csv, differences.csv, replications.csv. */
bool comparison_csv_check(const char *directory, struct sim_faults *faults);
bool comparison_csv_write(const char *directory, const struct comparison *self,
                          struct sim_faults *faults);

/* Figures, each as SVG and PNG with its data beside it. */
bool comparison_figures_check(const char *directory, struct sim_faults *faults);
bool comparison_figures_write(const char *directory, const struct comparison *self,
                              struct words words, const char *templates,
                              struct sim_faults *faults);

#endif
