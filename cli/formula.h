/* What the formulas say of a scenario as it is: each interval at rest, with the agents who are
 * there. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_FORMULA_H
#define CLI_FORMULA_H

#include "models/plan/week.h"
#include "models/scenario.h"
#include "sim/results.h"

/* The whole counted horizon, all pools; not at rest where some interval is not. False when
 * memory has run out. */
bool formula_live(const struct scenario *scenario, struct week_lived *lived);

/* Does a formula give that measure? */
bool formula_knows(const char *measure);

/* The value of a measure of the simulation by formula; NaN where none gives it, or where the
 * queue grows without end. */
double formula_value(const struct week_lived *lived, const char *measure);

/* The values of all measures of results, in the arena; NULL when memory has run out. */
const double *formula_values(const struct scenario *scenario,
                             const struct sim_measure *measures, size_t n_measures,
                             struct sim_arena *arena);

/* Which formula it is, a msgid: what callers do decides. */
const char *formula_title(const struct scenario *scenario);

#endif
