/* One point of a sample: what it puts into the scenarios, and what it is told as.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sample_point.h"

#include "models/flow/counts.h"
#include "scenarios/unit.h"

#include <math.h>
#include <string.h>

double sample_input_at(const struct sample_input *self, double u)
{
    const double at = u < 0.5 ? self->low + 2.0 * u * (self->middle - self->low)
                              : self->middle + (2.0 * u - 1.0) * (self->high - self->middle);
    return self->field->kind == SIM_WHOLE ? round(at) : at;
}

static bool is_of(const struct sample_input *input, const char *scenario)
{
    for (size_t i = 0; i < input->only.n; i++)
        if (strcmp(input->only.values[i], scenario) == 0) return true;
    return input->only.n == 0;
}

struct sim_texts sample_point_sets(const struct sample_plan *plan, size_t scenario,
                                   const double *values, struct sim_arena *arena)
{
    const struct sample_scenario *of = &plan->scenarios[scenario];
    struct sim_texts sets = { 0 };
    size_t most = of->sets.n;
    for (size_t i = 0; i < plan->n_inputs; i++)
        most += plan->inputs[i].paths.n;
    sets.values = sim_arena_new(arena, most, sizeof *sets.values);
    for (size_t i = 0; sets.values && i < of->sets.n; i++)
        sets.values[sets.n++] = of->sets.values[i];
    for (size_t i = 0; sets.values && i < plan->n_inputs; i++) {
        const struct sample_input *input = &plan->inputs[i];
        for (size_t k = 0; is_of(input, of->name) && k < input->paths.n; k++) {
            const char *text = unit_print(arena, values[i], input->field->unit);
            const char *set =
                text ? sim_arena_print(arena, "%s=%s", input->paths.values[k], text) : NULL;
            if (!set) return (struct sim_texts){ 0 };
            sets.values[sets.n++] = set;
        }
    }
    return sets;
}

/* How the numbers of a unit are shown. */
static const struct sim_measure *shown_of(enum sim_unit unit)
{
    static const struct sim_measure share = { .show = SIM_SHOW_SHARE },
                                    seconds = { .show = SIM_SHOW_SECONDS },
                                    number = { .show = SIM_SHOW_NUMBER };
    return unit == SIM_SHARE ? &share : unit == SIM_SECONDS ? &seconds : &number;
}

static const char *title_of(const char *title, const char *name)
{
    return title && *title ? title : name;
}

static struct sample_column measure_column(const struct sample_measure *of)
{
    static const struct sim_measure ratio = { .show = SIM_SHOW_SHARE };
    return (struct sample_column){ .role = SAMPLE_FOUND,
                                   .name = of->name,
                                   .title = title_of(of->title, of->name),
                                   .shown = of->over ? &ratio : &centre_measures[of->row],
                                   .low = of->low,
                                   .middle = NAN,
                                   .high = of->high };
}

struct sample_column *sample_point_columns(const struct sample_plan *plan,
                                           struct sim_arena *arena)
{
    struct sample_column *columns =
        sim_arena_new(arena, plan->n_inputs + plan->n_measures, sizeof *columns);
    for (size_t i = 0; columns && i < plan->n_inputs; i++) {
        const struct sample_input *of = &plan->inputs[i];
        const bool solved = plan->solves && i == plan->n_inputs - 1;
        columns[i] = (struct sample_column){ .role = solved ? SAMPLE_SOLVED : SAMPLE_INPUT,
                                             .name = of->name,
                                             .title = title_of(of->title, of->name),
                                             .shown = shown_of(of->field->unit),
                                             .low = of->low,
                                             .middle = of->middle,
                                             .high = of->high };
    }
    for (size_t i = 0; columns && i < plan->n_measures; i++)
        columns[plan->n_inputs + i] = measure_column(&plan->measures[i]);
    return columns;
}
