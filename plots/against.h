/* A run held against its baseline: which measures have changed, by how much, and where most.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_AGAINST_H
#define PLOTS_AGAINST_H

#include "plots/baseline.h"
#include "plots/words.h"
#include "sim/drift.h"

#define AGAINST_LEVEL 0.05

enum { AGAINST_PLACES = 2 };

/* A cell in which a measure has changed. */
struct against_place {
    size_t axis, cell;
    double was, is, half; /* half: of the difference, as if both runs shared nothing */
    double weight;        /* the difference, in half-widths of it */
};

struct against_line {
    const struct sim_measure *measure;
    struct sim_drift drift; /* exact: was and is alone */
    double tolerance;
    bool changed;
    struct against_place most[AGAINST_PLACES]; /* of two axes at most, the clearest first */
    size_t n_most;
};

struct against {
    const struct report *report;
    const struct baseline *baseline;
    const char *file; /* of the baseline */
    bool exact;       /* every number, to the last bit */
    bool paired;      /* the same seed: the same people */
    bool all_same;    /* no number that a run gives differs */
    struct against_line *lines;
    size_t n, n_changed;
    const char **gone; /* in the baseline, and measured no more: changes too */
    size_t n_gone;
};

/* How a run is held against a baseline. */
struct against_way {
    const char *file;
    bool exact;
};

/* Texts and lines live in the arena; report and baseline are borrowed. False with faults: no
 * memory, or a baseline whose digest is that of the run while its numbers are not. */
bool against_make(struct against *self, const struct report *report,
                  const struct baseline *baseline, const struct against_way *way,
                  struct sim_arena *arena, struct sim_faults *faults);

/* True where nothing has changed that can be shown; exact: nothing at all. */
bool against_holds(const struct against *self);

/* For people; with `full` a line for each measure. */
void against_text_write(FILE *out, const struct against *self, struct words words, bool full);

/* For machines: Test Anything Protocol, version 13, and JUnit's XML; a test for each measure,
 * with the words of the text. */
void against_tap_write(FILE *out, const struct against *self, struct words words);
void against_junit_write(FILE *out, const struct against *self, struct words words);

/* What is said of one line: "4 min 08 s, was 4 min 05 s: +2.4 s ± 0.2 s". */
struct against_phrase {
    char text[512];
};
struct against_phrase against_change(const struct against *self,
                                     const struct against_line *line, struct words words);

/* "most in half-hour 09:00: 81 %, was 79 %; ..."; "" where no cell stands out. */
struct against_phrase against_where(const struct against *self, const struct against_line *line,
                                    struct words words);

#endif
