/* The report that a planner reads on a screen: headline first, at most 100 columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_TEXT_H
#define PLOTS_REPORT_TEXT_H

#include "plots/report.h"
#include "plots/words.h"

/* Writes the report on one screen, or in full: every measure and a table for every axis. What
 * cannot be written is told by output_commit(). */
void report_text_write(FILE *out, const struct report *report, struct words words, bool full);

#endif
