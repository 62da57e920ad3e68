/* Lines of text of at most 100 columns: widths of UTF-8, padding, wrapping, cutting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column is a code point: no wide or combining character occurs in what is written here, and
 * wcwidth() would need a locale. */
#ifndef PLOTS_LAYOUT_H
#define PLOTS_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { LAYOUT_WIDTH = 100 };

/* Columns that a UTF-8 text takes. */
size_t layout_width(const char *text);

/* Columns of the longest of its words; only plain spaces and line ends part words. */
size_t layout_longest_word(const char *text);

/* Columns of the longest of the lines that it has by itself. */
size_t layout_widest_line(const char *text);

void layout_blank(FILE *out, size_t columns);

/* Writes a text in a field of so many columns, cut with "…" where it is longer. */
void layout_left(FILE *out, const char *text, size_t columns);
void layout_right(FILE *out, const char *text, size_t columns);

/* The same, cut with "…" at its beginning: of names whose ends tell them apart. */
void layout_left_tail(FILE *out, const char *text, size_t columns);

/* Writes a text over as many lines as it takes and ends the last; its first line starts at the
 * column `used`, where the cursor is, the others at `indent`. */
void layout_wrap(FILE *out, const char *text, size_t used, size_t indent);

/* Finds the next line of a text that is broken into lines of at most `columns` (one word at
 * least) and at its own line ends: its bytes; *text moves on to the following line. 0 when
 * nothing is left. */
size_t layout_line(const char **text, size_t columns, const char **line);

/* A heading as narrow as the column below it, over several lines where it must be. */
struct layout_heading {
    const char *text;
    size_t gap, width; /* blanks before it; columns it may take */
    bool right;        /* flush right, as numbers are */
};

/* Writes the headings of a table side by side, standing on one base line; no line ends in
 * blanks. */
void layout_headings(FILE *out, const struct layout_heading *headings, size_t n);

#endif
