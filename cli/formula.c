/* What the formulas say of a scenario as it is: each interval at rest, with the agents who are
 * there. SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/formula.h"

#include "cli/weekly.h"

#include <math.h>
#include <string.h>

/* Pools that are alike in all that the formulas know need be solved once. */
static bool are_alike(const struct week *a, const struct week *b)
{
    bool alike = week_is_like(a, b);
    for (size_t i = 0; i < a->n && alike; i++)
        alike = fabs(a->cells[i].agents - b->cells[i].agents) <= 1e-9;
    return alike;
}

static bool pools_live(const struct weekly *weekly, struct sim_arena *arena,
                       struct week_lived *lived)
{
    struct quadrature rule;
    const size_t n = weekly->n;
    struct week *weeks = sim_arena_new(arena, weekly->n_pools, sizeof *weeks);
    struct week_lived *cells = sim_arena_new(arena, weekly->n_pools * n, sizeof *cells);
    if (!weeks || !cells) return false;
    quadrature_open(&rule);
    for (size_t p = 0; p < weekly->n_pools; p++) {
        size_t twin = 0;
        if (!weekly_week(weekly, p, &weeks[p], arena)) return false;
        while (twin < p && !are_alike(&weeks[twin], &weeks[p]))
            twin++;
        if (twin == p && !week_live(&weeks[p], &rule, &cells[p * n])) return false;
        for (size_t i = 0; i < n; i++)
            week_lived_add(lived, &cells[twin * n + i], weekly->cells[i].n_dates);
    }
    return true;
}

bool formula_live(const struct scenario *scenario, struct week_lived *lived)
{
    struct sim_arena arena = { 0 };
    struct weekly weekly;
    *lived = (struct week_lived){ .at_rest = true };
    const bool ok =
        weekly_open(&weekly, scenario, &arena) && pools_live(&weekly, &arena, lived);
    sim_arena_close(&arena);
    return ok;
}

static const struct week_measure *measure_named(const char *name)
{
    for (size_t i = 0; i < n_week_measures; i++)
        if (strcmp(week_measures[i].name, name) == 0) return &week_measures[i];
    return NULL;
}

bool formula_knows(const char *measure)
{
    return measure_named(measure);
}

double formula_value(const struct week_lived *lived, const char *measure)
{
    const struct week_measure *found = measure_named(measure);
    return found && lived->at_rest ? found->value(lived) : NAN;
}

const double *formula_values(const struct scenario *scenario,
                             const struct sim_measure *measures, size_t n_measures,
                             struct sim_arena *arena)
{
    struct week_lived lived;
    double *values = sim_arena_new(arena, n_measures, sizeof *values);
    if (!values || !formula_live(scenario, &lived)) return NULL;
    for (size_t i = 0; i < n_measures; i++)
        values[i] = formula_value(&lived, measures[i].name);
    return values;
}

const char *formula_title(const struct scenario *scenario)
{
    const bool patient = scenario->patience.law.kind == SIM_NEVER;
    const bool redials = redial_is_possible(&scenario->redial) || scenario->again.p_again > 0.0;
    if (patient && !redials) return N_("Erlang C, each interval at rest");
    if (patient) return N_("Erlang C, each interval at rest, with those who call again");
    return redials ? N_("Erlang A, each interval at rest, with those who dial again")
                   : N_("Erlang A, each interval at rest");
}
