/* What a scenario came to when it was last looked at: to be held against what it comes to now.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a declared family of measures numerator and denominator of each replication are kept, so
 * that a change can be tested; of all measures the value, and of cells value and half-width, so
 * that it can be said where a change is most. A digest of every number that a run gives stands
 * for those that are not kept. */
#ifndef PLOTS_BASELINE_H
#define PLOTS_BASELINE_H

#include "plots/report.h"

#include <stdio.h>

enum { BASELINE_DIGEST = 65 };

/* Replication i stands at over[i], under[i]. */
struct baseline_series {
    const char *measure;
    double *over, *under;
    double tolerance; /* a change up to this is none; 0 where none was given */
};

struct baseline_value {
    const char *measure;
    double value; /* NaN: undefined */
};

struct baseline_cell {
    const char *axis, *cell, *measure;
    double value, half;
};

struct baseline {
    const char *version, *scenario, *title, *sha256;
    uint64_t seed;
    size_t n; /* replications */
    char digest[BASELINE_DIGEST];
    struct baseline_series *series;
    struct baseline_value *values;
    struct baseline_cell *cells;
    size_t n_series, n_values, n_cells;
};

/* The measures that are tested, where a scenario has them; NULL-terminated. No quantile is
 * among them: shares that waited longer say the same, and have a numerator. */
extern const char *const baseline_family[];

/* Makes the baseline of a run, without tolerances, in the arena. False without memory. */
bool baseline_make(struct baseline *self, const struct report *report, struct sim_arena *arena,
                   struct sim_faults *faults);

/* The series, or the value, of a measure; NULL where there is none. */
struct baseline_series *baseline_series_of(const struct baseline *self, const char *measure);
const struct baseline_value *baseline_value_of(const struct baseline *self,
                                               const char *measure);

/* Writes one line for each measure and each axis; false when memory has run out. What cannot be
 * written is told by output_commit(). */
bool baseline_json_write(FILE *out, const struct baseline *self, struct sim_faults *faults);

/* Reads a file that baseline_json_write() wrote, into the arena. False with faults, by place:
 * what is no JSON, is cut, or has something else than finite numbers in it. */
bool baseline_json_read(struct baseline *self, const char *path, struct sim_arena *arena,
                        struct sim_faults *faults);

#endif
