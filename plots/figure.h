/* Figures are drawn by gnuplot, a program of its own: the only process that is ever started.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_FIGURE_H
#define PLOTS_FIGURE_H

#include "sim/fault.h"

#include <stdio.h>

/* Has gnuplot do what a script says, from its beginning. False with a fault of the machine:
 * there is no gnuplot, or what it said when it failed. */
bool figure_draw(FILE *script, struct sim_faults *faults);

/* Parts of a script: under a name a number, a text, or a list of n texts (at least one), whose
 * i-th item, from 0, follows. */
void figure_number(FILE *script, const char *name, double value);
void figure_text(FILE *script, const char *name, const char *text);
void figure_list(FILE *script, const char *name, size_t n);
void figure_item(FILE *script, const char *name, size_t i, const char *text);
void figure_value(FILE *script, const char *name, size_t i, double value);

#endif
