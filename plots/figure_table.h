/* The data behind the figures, as tables: a header, tabs between columns, NaN for what is
 * undefined.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of day are hours since midnight. An empty line stands where the day is interrupted, two
 * part the panels of a figure: so gnuplot reads them, and others pass over them. Nothing in a
 * table depends on the language. */
#ifndef PLOTS_FIGURE_TABLE_H
#define PLOTS_FIGURE_TABLE_H

#include "plots/page.h"

/* The answer rate over the day: its mean, and the spread of single days. */
void figure_table_day(FILE *out, const struct page *page);

/* Agents and load over the day: of all days ("all"), then of each weekday. */
void figure_table_presence(FILE *out, const struct page *page);

/* Shares of those who wait longer. */
void figure_table_waits(FILE *out, const struct page *page);

/* The answer rate over the week, closed times too. */
void figure_table_week(FILE *out, const struct page *page);

/* What becomes of first, second ... attempts. */
void figure_table_attempts(FILE *out, const struct page *page);

/* The answer rate over the day: of all lines ("all"), then of each. */
void figure_table_lines(FILE *out, const struct page *page);

/* An axis by its name; n_axes where there is none, or none with cells. */
size_t figure_axis(const struct page *page, const char *name);

/* Hours since midnight of "08:30"; and of the "08:30" that ends "monday 08:30". */
double figure_clock_h(const char *text);

/* When days begin and end on a figure, and how long an interval is. */
struct figure_day {
    double from_h, to_h, step_h;
};
struct figure_day figure_day(const struct page *page);

/* The waits that a figure shows go from 0 to this, in steps. */
struct figure_scale {
    double to_s, step_s;
};
struct figure_scale figure_waits_scale(const struct page *page);

/* The share of the waits behind a quantile measure that are longer; NaN where nothing is known.
 */
struct sim_estimate figure_longer(const struct page *page, const char *quantile, double wait_s);

#endif
