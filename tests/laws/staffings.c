/* Staffings of one Erlang A queue beside each other, simulated, and what is true of each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/staffings.h"

#include "models/plan/calculator.h"
#include "models/plan/quadrature.h"

#include <math.h>
#include <string.h>

static const double per_min = 1.6, handling_min = 4.0, patience_min = 5.0, eur_per_h = 24.0;

/* Two groups, of which the calls go to the first. */
#define TWO_GROUPS                                                                             \
    "groups = ( { name = \"phones\"; agents = %d; }, { name = \"office\"; agents = %d; } );\n" \
    "routes = ( { steps = ( { groups = ( \"phones\" ); } ); } );\n"

bool staffings_open(struct staffings *self, int fewest, size_t n, int others)
{
    *self = (struct staffings){ .n = n, .fewest = fewest, .others = others };
    for (size_t i = 0; i < n; i++)
        if (!theory_open(
                &self->of[i], "staffings",
                THEORY_AT_REST(1)
                    THEORY_PLAIN THEORY_RATE THEORY_HANDLING THEORY_PATIENCE TWO_GROUPS,
                per_min, handling_min, patience_min, fewest + (int)i, others))
            return false;
    return true;
}

bool staffings_run(struct staffings *self, uint64_t seed, size_t runs)
{
    const struct sim_request request = { .seed = seed, .replications = runs, .threads = 2 };
    for (size_t i = 0; i < self->n; i++)
        if (!theory_request(&self->of[i], &request)) return false;
    return true;
}

double staffings_exact(const struct staffings *self, size_t i, const char *measure)
{
    const double agents = self->fewest + (double)i;
    const struct calculator question = { .model = CALCULATOR_A,
                                         .rate_per_s = per_min / 60.0,
                                         .handling_s = 60.0 * handling_min,
                                         .patience_s = 60.0 * patience_min,
                                         .agents = agents,
                                         .lines = INFINITY,
                                         .within_s = 20.0 };
    struct quadrature rule;
    struct calculator_values values;
    quadrature_open(&rule);
    if (!calculator_run(&question, &rule, &values)) return NAN;
    if (strcmp(measure, "answer_rate") == 0) return values.answer_rate;
    if (strcmp(measure, "wait_mean") == 0) return values.wait_mean;
    /* Occupancy is that of all who are paid. */
    if (strcmp(measure, "occupancy") == 0)
        return values.occupancy * agents / (agents + self->others);
    return (agents + self->others) * eur_per_h / (60.0 * per_min * values.answer_rate);
}

size_t staffings_measure(const struct staffings *self, const char *measure)
{
    const struct sim_model *model = &self->of[0].model;
    size_t i = 0;
    while (i < model->n_measures && strcmp(model->measures[i].name, measure) != 0)
        i++;
    return i;
}

void staffings_close(struct staffings *self)
{
    for (size_t i = 0; i < self->n; i++) {
        sim_results_close(&self->of[i].results);
        sim_faults_close(&self->of[i].faults);
        sim_arena_close(&self->of[i].arena);
    }
}
