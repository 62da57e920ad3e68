/* A run as figures, each as SVG and PNG with its data beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_FIGURES_H
#define PLOTS_FIGURES_H

#include "plots/report.h"
#include "plots/words.h"

/* Could they be written there? Nothing is left behind. */
bool figures_check(const char *directory, struct sim_faults *faults);

/* Draws all figures that the results have data for into a folder, which is made where it does
 * not exist. All are written before the first takes its place, so that a failure, such as a
 * missing gnuplot, leaves the folder as it was. `templates` is the folder of the .gp files. */
bool figures_write(const char *directory, const struct report *report, struct words words,
                   const char *templates, struct sim_faults *faults);

#endif
