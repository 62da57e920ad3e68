/* The results of a run as JSON, schema version 1: the same seed gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing in it depends on the machine, the language, the number of threads or the day. Reals
 * have 17 digits and are read back exactly; what is undefined is null. */
#ifndef PLOTS_RESULTS_JSON_H
#define PLOTS_RESULTS_JSON_H

#include "plots/report.h"

#include <stdio.h>

/* Writes the whole document and a newline; false when memory has run out. What cannot be
 * written is told by output_commit(). */
bool results_json_write(FILE *out, const struct report *report, struct sim_faults *faults);

#endif
