/* Short texts in which a planner asks for something of a measure: targets, precision.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "plots/report.h"
#include "sim/measure.h"

/* All measures there are, and the features of the scenario that is asked about: see
 * sim_measure. */
struct measure_table {
    const struct sim_measure *rows;
    size_t n;
    unsigned features;
};

/* "answer_rate >= 85 %", "wait_p95 <= 10 min". False with a fault at `path`. */
bool ask_target(const char *text, struct measure_table measures, const char *path,
                struct report_target *target, struct sim_faults *faults);

/* "answer_rate" and nothing after it: which row of the table. False with a fault at `path`. */
bool ask_measure(const char *text, struct measure_table measures, const char *path,
                 size_t *measure, struct sim_faults *faults);

/* "answer_rate=85%" as ask_target() reads it: with the way that is better; other texts as they
 * are. NULL when memory has run out. */
const char *ask_bound(const char *text, struct measure_table measures, struct sim_arena *arena);

/* "answer_rate 0.5 pt", "wait_mean 2 s": which measure, counted among
 * those of the scenario, and the half-width in its unit. */
bool ask_precision(const char *text, struct measure_table measures, const char *path,
                   size_t *measure, double *half_width, struct sim_faults *faults);

#endif
