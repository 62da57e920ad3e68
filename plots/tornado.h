/* What each assumption changes, ready to be printed: values at both ends of its range, and
 * where a decision turns. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_TORNADO_H
#define PLOTS_TORNADO_H

#include "plots/number.h"
#include "plots/report.h"
#include "plots/words.h"

#include <stdio.h>

/* What is looked at, with an input at some value: the measure, or the difference of two options
 * in it; `half` of the interval of its paired change from where the input stands, which holds
 * together with all others. */
struct tornado_end {
    const char *at; /* of the input, as a planner writes it */
    double input, value, half;
};

struct tornado_bar {
    const char *path;    /* "patience.mean"; of elements of a list "groups.*.x" */
    const char *meaning; /* a msgid; NULL: not known */
    struct tornado_end low, high;
    enum sim_unit unit;
    bool times; /* its numbers are factors of where it stands */
    double stands_input;
    /* The decision turns there, give or take half: NaN, and NULL, where it turns nowhere in the
     * range. The grain is what the half bears out. */
    double turns_input, turns_half, turns_grain;
    const char *turns_at; /* to that grain, as a planner writes it */
};

/* Everything is borrowed. */
struct tornado {
    const struct report *base;
    const char *name, *against; /* the scenario; the option held against it, or NULL */
    const struct sim_measure *measure;
    struct sim_estimate stands;         /* where all inputs stand as they are */
    const struct report_target *target; /* without an option: what turns; NULL: nothing */
    const struct tornado_bar *bars;     /* the longest first */
    size_t n_bars;
    const char *const *idle; /* paths of inputs that change nothing here */
    size_t n_idle;
    double level;
    size_t replications;
    uint64_t seed;
};

/* An input of a bar, as a person reads it. */
struct number tornado_input(struct words words, const struct tornado_bar *bar, double input);

/* How far apart the ends of a bar are, and where it stands. */
double tornado_swing(const struct tornado *self, size_t bar);

/* One screen, in the language of LC_MESSAGES. */
void tornado_text_write(FILE *out, const struct tornado *self, struct words words);

/* JSON, schema version 1. */
bool tornado_json_write(FILE *out, const struct tornado *self, struct sim_faults *faults);

/* sensitivity.csv, a row for each input. */
bool tornado_csv_check(const char *directory, struct sim_faults *faults);
bool tornado_csv_write(const char *directory, const struct tornado *self,
                       struct sim_faults *faults);

/* The figure "tornado", as SVG and PNG with its data beside it. */
bool tornado_figure_check(const char *directory, struct sim_faults *faults);
bool tornado_figure_write(const char *directory, const struct tornado *self, struct words words,
                          const char *templates, struct sim_faults *faults);

#endif
