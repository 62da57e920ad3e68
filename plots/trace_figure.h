/* One day of one replication as a picture: a lane for each agent, and how many waited.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_TRACE_FIGURE_H
#define PLOTS_TRACE_FIGURE_H

#include "plots/trace_day.h"
#include "plots/words.h"

/* Could it be written there? Nothing is left behind. */
bool trace_figure_check(const char *directory, struct sim_faults *faults);

/* Draws trace.svg and trace.png, with trace.tsv beside them, into a folder, which is made where
 * it does not exist. `templates` is the folder of the .gp files. */
bool trace_figure_write(const char *directory, const struct trace_day *day, struct words words,
                        const char *templates, struct sim_faults *faults);

#endif
