/* What all parts of the page on the screen share: where they write, how they name and show.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No number without its interval: "84.3 % ± 0.4", "41 s (38–46 s)". One run has none: the page
 * says so once, and shows values alone. */
#ifndef PLOTS_PAGE_H
#define PLOTS_PAGE_H

#include "plots/number.h"
#include "plots/report.h"

#include <stdio.h>

enum { PAGE_INDENT = 2, PAGE_HANG = 4, PAGE_LINE_MOST = 1024 };

struct page {
    FILE *out;
    const struct report *report;
    const struct sim_results *results;
    struct words words;
    bool full; /* every measure and every axis, not the telling ones alone */
};

/* Writes a text over as many lines as it takes. */
void page_paragraph(const struct page *self, const char *text, size_t indent, size_t hang);

/* The index of a measure that is there and defined; n_measures otherwise. */
size_t page_measure(const struct page *self, const char *name);

/* What a person calls a measure: its label, or its name where it has none. */
const char *page_label(const struct sim_measure *measure);

struct page_text {
    char text[256];
};

/* The definition in the reader's language, never empty; where it speaks of a threshold, with
 * that, unless it is NaN. */
struct page_text page_definition_within(const struct sim_measure *measure, double within_s,
                                        struct words words);

/* The same with the thresholds of the scenario. */
struct page_text page_definition(const struct page *self, const struct sim_measure *measure);

/* What a person calls a cell: the planner's own words as they are, the program's ("monday",
 * "08:30") in the reader's language. `room` holds what has to be made. */
const char *page_cell(const struct page *self, const struct sim_axis *axis, size_t cell,
                      struct number *room);

/* A value and its interval. */
struct number_pair page_pair(const struct page *self, const struct sim_measure *measure,
                             const struct sim_estimate *estimate);

/* The same as one text: "84.3 % ± 0.4". */
struct page_text page_estimate(const struct page *self, const struct sim_measure *measure,
                               const struct sim_estimate *estimate);

/* The value behind the path of an input; NULL where there is none. */
const void *page_input(const struct page *self, const char *path);

#endif
