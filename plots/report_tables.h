/* The parts of the text report, from its first line to its last table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_REPORT_TABLES_H
#define PLOTS_REPORT_TABLES_H

#include "plots/page.h"

/* Title, the rates that open every report, targets; what chance does to a single run. */
void report_headline(const struct page *page);

/* The measures by section, each with its definition beside it: the telling ones, or all of them
 * on a full page. Below, what is nought in every run, and what a level of some measures means.
 */
void report_overall(const struct page *page);

/* What the formulas say beside what was simulated; nothing where they were not asked. */
void report_formula(const struct page *page);

/* The half-hours, weekdays, lines ... that are clearly worse than the whole. */
void report_worst(const struct page *page);

/* One table per axis that has more than one cell and no dates. */
void report_by_axis(const struct page *page);

#endif
