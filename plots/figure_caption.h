/* What a figure says in words: its title, its labels, and the caption that defines what it
 * shows. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_FIGURE_CAPTION_H
#define PLOTS_FIGURE_CAPTION_H

#include "plots/page.h"

/* What all figures of a drawing share: a subtitle, which may have several lines, how numbers
 * and hours are written. */
void figure_caption_begin(FILE *script, const char *subtitle, struct words words);

/* The same of a run: the scenario, the runs, how numbers and hours are written.
 */
void figure_caption_run(FILE *script, const struct page *page);

/* Title, caption and size of one. */
void figure_caption_frame(FILE *script, const char *title, const char *caption, double width,
                          double height);

/* What a figure of answer rates over the day says of them: the target, the hours. */
void figure_caption_rate(FILE *script, const struct page *page);

/* The words of each figure, and the sizes that hang on them. */
void figure_caption_day(FILE *script, const struct page *page);
void figure_caption_presence(FILE *script, const struct page *page);
void figure_caption_waits(FILE *script, const struct page *page);
void figure_caption_week(FILE *script, const struct page *page);
void figure_caption_attempts(FILE *script, const struct page *page);
void figure_caption_lines(FILE *script, const struct page *page);

#endif
