/* Does the best of the options lie at the end of a range that was varied?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/outermost.h"

#include "scenarios/field_write.h"

#include <math.h>
#include <string.h>

static const struct sim_input *input_of(const struct alternative *option, const char *path)
{
    const struct sim_inputs *inputs = &option->session.source.inputs;
    for (size_t i = 0; i < inputs->n; i++)
        if (strcmp(inputs->items[i].path, path) == 0) return &inputs->items[i];
    return NULL;
}

/* NaN where it is no number. */
static double number_of(const struct sim_input *input)
{
    if (!input) return NAN;
    if (input->field->kind == SIM_REAL) return *(const double *)input->value;
    if (input->field->kind == SIM_WHOLE) return *(const int *)input->value;
    return NAN;
}

/* Is anything below the best, is anything above? An end has one of the two. */
static bool is_outermost(const struct alternatives *options, const char *path, size_t best,
                         bool *is_least)
{
    const double here = number_of(input_of(&options->items[best], path));
    bool below = false, above = false;
    for (size_t i = 0; i < options->n; i++) {
        const double there = number_of(input_of(&options->items[i], path));
        below = below || there < here;
        above = above || there > here;
    }
    *is_least = above;
    return below != above;
}

bool outermost_find(struct edges *self, const struct alternatives *options,
                    const struct sim_texts *vary, size_t best, struct call *call)
{
    struct edge *items = sim_arena_new(call->arena, vary->n + 1, sizeof *items);
    if (!items) return sim_faults_memory(call->faults);
    *self = (struct edges){ items, 0 };
    for (size_t i = 0; i < vary->n; i++) {
        struct vary key;
        bool is_least;
        if (!vary_read(&key, vary->values[i], "--vary", call->arena, call->faults))
            return false;
        if (!is_outermost(options, key.path, best, &is_least)) continue;
        const struct sim_input *input = input_of(&options->items[best], key.path);
        const char *value = field_text(call->arena, input->field, input->value);
        if (!value) return sim_faults_memory(call->faults);
        items[self->n++] = (struct edge){ key.path, value, is_least };
    }
    return true;
}
