/* In which order people read measures, and under which headings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that the results lack are passed over; measures that no section names come last, under
 * a heading of their own. */
#ifndef PLOTS_SECTIONS_H
#define PLOTS_SECTIONS_H

#include "sim/results.h"

#include <stdbool.h>

struct section {
    const char *title;        /* msgid */
    const char *const *names; /* NULL-terminated */
    const char *const *keys;  /* of these, what one screen shows; NULL-terminated */
    const char *const *parts; /* of the last key, what it is the sum of: on one screen told in a
                                 sentence; NULL-terminated, or NULL */
};

extern const struct section sections[];
extern const size_t n_sections;

/* The measures that open every report, the first above all; NULL-terminated. */
extern const char *const section_headlines[];

/* The measure that says the same as another while nobody hears a busy tone: where both agree to
 * the last digit, one of them is enough. NULL for a measure that stands alone. */
const char *section_twin(const char *measure);

/* The columns of tables by line, half-hour ..., most telling first; NULL-terminated. */
extern const char *const section_columns[];

/* By what the cells of an axis are called weak, the first that applies to it; the columns that
 * then say more of them. NULL-terminated. */
extern const char *const section_judges[], *const section_worst[];

/* The axes of which the weakest cells are named, and how many of them at most. */
struct section_place {
    const char *axis;
    size_t most;
};
extern const struct section_place section_places[];
extern const size_t n_section_places;

/* The heading of an axis ("By line"), and one of its cells ("line"), msgids; NULL for an axis
 * that is not known. */
const char *section_axis_title(const char *axis);
const char *section_axis_noun(const char *axis);

/* True when the cells of an axis are times of day. */
bool section_is_clock(const char *axis);

/* The words for a cell whose name is the program's own ("monday"), a msgid; NULL for others. */
const char *section_cell_title(const char *axis, const char *cell);

/* False for what most scenarios have none of: where it is nought, nothing is said of it. */
bool section_is_spoken_of(const char *measure);

/* True when some section names the measure. */
bool section_has(const char *measure);

#endif
