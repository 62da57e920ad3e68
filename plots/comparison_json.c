/* A comparison as JSON, schema version 1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison.h"
#include "plots/input_json.h"
#include "plots/json_parts.h"

#include <math.h>

static const char *const words[] = {
    [COMPARISON_UNDEFINED] = "undefined", [COMPARISON_SAME] = "no difference shown",
    [COMPARISON_BETTER] = "better",       [COMPARISON_WORSE] = "worse",
    [COMPARISON_MORE] = "more",           [COMPARISON_LESS] = "less",
    [COMPARISON_EQUAL] = "equal",
};

static json_t *difference_json(const struct comparison_cell *cell)
{
    const struct sim_difference *difference = &cell->difference;
    const struct sim_estimate interval = { .value = difference->value,
                                           .low = difference->value - cell->half,
                                           .high = difference->value + cell->half };
    json_t *object = json_object();
    bool ok = json_put_estimate(object, &interval);
    ok = ok && json_put(object, "verdict", json_string(words[cell->word]));
    ok = ok && json_put(object, "standard_error", input_json_real(difference->error));
    ok = ok && json_put(object, "would_show", input_json_real(cell->shown));
    ok = ok &&
         json_put(object, "variance_gain", input_json_real(sim_difference_gain(difference)));
    ok = ok && json_put(object, "runs_above", input_json_real(difference->above));
    ok = ok && json_put(object, "runs_below", input_json_real(difference->below));
    return json_whole(object, ok);
}

static json_t *cell_json(const struct comparison_cell *cell, bool is_base)
{
    json_t *object = json_object();
    bool ok = json_put_estimate(object, &cell->estimate);
    ok = ok && json_put(object, "p10", input_json_real(cell->estimate.p10));
    ok = ok && json_put(object, "p90", input_json_real(cell->estimate.p90));
    if (!is_base) ok = ok && json_put(object, "difference", difference_json(cell));
    return json_whole(object, ok);
}

static json_t *cells_json(const struct comparison *self, size_t option)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t m = 0; ok && m < self->n_measures; m++)
        ok = json_put(object, self->measures[m]->name,
                      cell_json(&self->options[option].cells[m], option == 0));
    return json_whole(object, ok);
}

static json_t *changes_json(const struct comparison_option *option)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; ok && i < option->n_changes; i++) {
        json_t *change = json_object();
        bool whole = json_put(change, "from", input_json_text(option->changes[i].from));
        whole = whole && json_put(change, "to", input_json_text(option->changes[i].to));
        ok = json_put(object, option->changes[i].path, json_whole(change, whole));
    }
    return json_whole(object, ok);
}

/* In the measure's own unit: how much it is over the best of the others. */
static json_t *to_best_json(const struct comparison *self, const struct sim_to_best *to_best)
{
    const bool lower = self->measures[self->best]->better == SIM_LOWER;
    json_t *object = json_object();
    bool ok = json_put(object, "low", input_json_real(lower ? -to_best->high : to_best->low));
    ok = ok && json_put(object, "high", input_json_real(lower ? -to_best->low : to_best->high));
    ok = ok && json_put(object, "may_be_best",
                        json_boolean(to_best->high > 0.0 || to_best->low == 0.0));
    return json_whole(object, ok);
}

static json_t *option_json(const struct comparison *self, size_t index)
{
    const struct comparison_option *option = &self->options[index];
    json_t *object = json_object();
    bool ok = json_put(object, "name", input_json_text(option->name));
    ok = ok && json_put(object, "title", input_json_text(option->title));
    ok = ok && json_put(object, "sha256", input_json_text(option->sha256));
    ok = ok &&
         json_put(object, "replications", json_integer((json_int_t)option->results->n_done));
    if (index > 0) {
        ok = ok && json_put(object, "changes", changes_json(option));
        ok = ok && json_put(object, "same_demand", json_boolean(!option->unlike));
    }
    if (comparison_has_front(self))
        ok = ok && json_put(object, "on_front", json_boolean(option->on_front));
    if (self->best < self->n_measures)
        ok = ok && json_put(object, "against_best", to_best_json(self, &option->to_best));
    ok = ok && json_put(object, "measures", cells_json(self, index));
    return json_whole(object, ok);
}

static json_t *options_json(const struct comparison *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; ok && i < self->n_options; i++)
        ok = json_add(array, option_json(self, i));
    return json_whole(array, ok);
}

static json_t *measures_json(const struct comparison *self)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t m = 0; ok && m < self->n_measures; m++) {
        json_t *measure = json_object();
        bool whole = json_put(measure, "unit", input_json_text(self->measures[m]->unit));
        whole = whole && json_put(measure, "better", json_better(self->measures[m]->better));
        whole = whole &&
                json_put(measure, "definition", input_json_text(self->measures[m]->definition));
        ok = json_put(object, self->measures[m]->name, json_whole(measure, whole));
    }
    return json_whole(object, ok);
}

bool comparison_json_write(FILE *out, const struct comparison *self, struct sim_faults *faults)
{
    const struct sim_results *base = self->base->results;
    json_t *object = json_object();
    bool ok = json_put_program(object, self->base);
    ok = ok && json_put_seed(object, base->seed);
    ok = ok && json_put(object, "replications", json_integer((json_int_t)base->n_done));
    if (base->interrupted) ok = ok && json_put(object, "interrupted", json_true());
    ok = ok && json_put(object, "level", json_real(self->level));
    ok = ok &&
         json_put(object, "intervals", json_integer((json_int_t)comparison_intervals(self)));
    ok = ok && json_put(object, "service", json_string(self->measures[self->service]->name));
    if (self->best < self->n_measures)
        ok = ok && json_put(object, "best_by", json_string(self->measures[self->best]->name));
    ok = ok &&
         json_put(object, "first", input_json_text(self->options[comparison_first(self)].name));
    ok = ok && json_put(object, "measures", measures_json(self));
    ok = ok && json_put(object, "options", options_json(self));
    return json_write_whole(out, json_whole(object, ok), faults);
}
