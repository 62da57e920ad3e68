/* What a training plan costs and gives, ready to be shown: on the screen, as JSON, as a figure.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_PAYBACK_RESULT_H
#define PLOTS_PAYBACK_RESULT_H

#include "plots/page.h"
#include "sim/compare.h"
#include "sim/crossing.h"

/* Everything is borrowed. Measure 2 k of the results is one with the plan, 2 k + 1 the same
 * without it; their axis is that of months. */
struct payback_result {
    const struct report *report;
    size_t n_told;
    const struct sim_difference *differences; /* [n_told]: with the plan less without it */
    size_t n_days;                            /* of the horizon */
    int first_date;
    /* accumulated at the end of each day, in hours */
    const struct sim_estimate *given, *saved, *net; /* [n_days] */
    struct sim_crossing crossing;                   /* of the net, in days; on which it pays */
};

/* The index of a measure among those told; n_told where there is none. */
size_t payback_told(const struct payback_result *self, const char *measure);

/* One screen, in the language of LC_MESSAGES. */
void payback_text_write(FILE *out, const struct payback_result *self, struct words words);

/* JSON, schema version 1. */
bool payback_json_write(FILE *out, const struct payback_result *self,
                        struct sim_faults *faults);

/* The two courses, into a folder. Whether it could be written is asked before. */
bool payback_figure_check(const char *directory, struct sim_faults *faults);
bool payback_figure_write(const char *directory, const struct payback_result *self,
                          struct words words, const char *templates, struct sim_faults *faults);

#endif
