/* What a sample of inputs found, ready to be shown: on the screen, as JSON, as a figure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_SAMPLE_H
#define PLOTS_SAMPLE_H

#include "plots/words.h"
#include "sim/measure.h"

#include <stdint.h>
#include <stdio.h>

enum { SAMPLE_AXES = 3 };

enum sample_role {
    SAMPLE_INPUT,  /* drawn from its range */
    SAMPLE_SOLVED, /* found, so that the first fact holds */
    SAMPLE_FOUND,  /* measured; a fact where a range is wanted of it */
};

/* One number of each point. */
struct sample_column {
    enum sample_role role;
    const char *name;                /* as in the JSON */
    const char *title;               /* what a person reads */
    const struct sim_measure *shown; /* how its numbers are shown */
    double low, middle, high; /* of an input its range; of a fact what is wanted; else NaN */
};

/* Everything is borrowed. */
struct sample {
    const char *version, *title, *name, *sha256;
    uint64_t seed;
    size_t replications; /* of each scenario at each point */
    size_t n_asked, n;   /* points asked for; done */
    const struct sample_column *columns;
    size_t n_columns;
    const double *values; /* [n * n_columns]; NaN: undefined, or not solved */
    const bool *fits;     /* [n]: all facts hold */
    size_t n_fits;
    size_t axes[SAMPLE_AXES]; /* columns, two or three of them, that are drawn; */
    size_t n_axes;            /* 0: none are */
};

/* True where a range is wanted of a column. */
bool sample_is_fact(const struct sample_column *column);

/* True where a value lies in what is wanted. */
bool sample_holds(const struct sample_column *column, double value);

/* One screen, in the language of LC_MESSAGES. */
void sample_text_write(FILE *out, const struct sample *self, struct words words);

/* JSON, schema version 1, with every point. */
bool sample_json_write(FILE *out, const struct sample *self, struct sim_faults *faults);

/* The axes two by two, those points that fit among the others; into a folder. Whether it could
 * be written is asked before. */
bool sample_figure_check(const char *directory, struct sim_faults *faults);
bool sample_figure_write(const char *directory, const struct sample *self, struct words words,
                         const char *templates, struct sim_faults *faults);

#endif
