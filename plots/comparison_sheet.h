/* What all parts of a comparison's text share: names, values, differences, words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_COMPARISON_SHEET_H
#define PLOTS_COMPARISON_SHEET_H

#include "plots/comparison.h"
#include "plots/list.h"
#include "plots/page.h"

/* What is written, and onto what. */
struct sheet {
    struct page page;
    const struct comparison *of;
    size_t names; /* columns of the longest name */
};

const char *sheet_name(const struct sheet *self, size_t option);
const char *sheet_label(const struct sheet *self, size_t measure);
const struct comparison_cell *sheet_cell(const struct sheet *self, size_t option,
                                         size_t measure);

/* "84.3 %", without its interval. */
struct number sheet_value(const struct sheet *self, size_t option, size_t measure);

/* "+5.1 pt ± 0.4", to the base. */
struct page_text sheet_difference(const struct sheet *self, size_t option, size_t measure);

/* A difference without a sign, "0.8 pt", with the digits that a half-width bears out. */
struct number sheet_size(const struct sheet *self, size_t measure, double size, double half);

/* "better", "dearer", "no difference shown" ... */
const char *sheet_word(const struct sheet *self, size_t option, size_t measure);

void sheet_paragraph(const struct sheet *self, const char *text);

/* Names of the options for which a question is answered by yes, up to some of them. */
struct list sheet_names_where(const struct sheet *self,
                              bool (*holds)(const struct sheet *self, size_t option));

/* Question and answer: what is best or better, what it costs, which keep the targets. */
void comparison_answer(const struct sheet *self);

#endif
