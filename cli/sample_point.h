/* One point of a sample: what it puts into the scenarios, and what it is told as.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SAMPLE_POINT_H
#define CLI_SAMPLE_POINT_H

#include "cli/sample_plan.h"
#include "plots/sample.h"

/* The value of an input at u in ]0, 1[: below its middle for half of them, evenly on each side.
 */
double sample_input_at(const struct sample_input *self, double u);

/* The overrides of a scenario at a point that has `values`, one for each input. In the arena;
 * its values are NULL without memory. */
struct sim_texts sample_point_sets(const struct sample_plan *plan, size_t scenario,
                                   const double *values, struct sim_arena *arena);

/* The columns of the results: inputs, then measures; NULL without memory. */
struct sample_column *sample_point_columns(const struct sample_plan *plan,
                                           struct sim_arena *arena);

#endif
