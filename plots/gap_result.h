/* Why the simulation and the formula differ: what each step towards the formula's model
 * changes. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_GAP_RESULT_H
#define PLOTS_GAP_RESULT_H

#include "plots/words.h"
#include "sim/results.h"

#include <stdio.h>

/* One model, simulated and by formula. */
struct gap_step {
    const char *name;  /* "people": as in the JSON; "scenario" for the first */
    const char *title; /* msgid: what has been switched off since the one before */
    const struct sim_estimate *simulated; /* [n_measures] */
    const double *formula;                /* [n_measures] */
    const double *effect_half; /* [n_measures]: of the paired change from the step before */
};

/* Everything is borrowed. The last step is the model of the formula. */
struct gap {
    const struct sim_measure *const *measures;
    size_t n_measures;
    const struct gap_step *steps;
    size_t n_steps;
    const char *formula_title; /* of the last step, a msgid */
};

/* How much of the gap step i, from 1 on, accounts for: by how much simulation less formula
 * changes where it is switched off. Those of all steps and what is left add up to the gap. */
double gap_part(const struct gap *self, size_t step, size_t measure);

/* What that which is switched off in step i does to the simulation. */
double gap_effect(const struct gap *self, size_t step, size_t measure);

/* Simulation less formula, of a step. */
double gap_of(const struct gap *self, size_t step, size_t measure);

/* Is the formula within the interval of the last simulation? */
bool gap_is_closed(const struct gap *self, size_t measure);

/* A table for each measure. */
void gap_text_write(FILE *out, const struct gap *self, struct words words);

#endif
