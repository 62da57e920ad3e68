/* The calculator's answer as JSON, with the names of a run's results.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/calculation.h"
#include "plots/input_json.h"
#include "plots/json_parts.h"

static json_t *one_input_json(const struct sim_input *input)
{
    json_t *object = json_object();
    bool ok = json_put(object, "value", input_json(input));
    ok = ok && json_put(object, "unit", input_json_text(input_unit(input->field)));
    ok = ok &&
         json_put(object, "origin", json_string(input->origin == SIM_SET ? "set" : "default"));
    return json_whole(object, ok);
}

static json_t *inputs_json(const struct sim_inputs *inputs)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < inputs->n && ok; i++)
        ok = json_put(object, inputs->items[i].path, one_input_json(&inputs->items[i]));
    return json_whole(object, ok);
}

static json_t *measure_json(const struct sim_measure *measure, double value)
{
    json_t *object = json_object();
    bool ok = json_put(object, "value", input_json_real(value));
    ok = ok && json_put(object, "unit", input_json_text(measure->unit));
    ok = ok && json_put(object, "better", json_better(measure->better));
    ok = ok && json_put(object, "definition", input_json_text(measure->definition));
    return json_whole(object, ok);
}

static json_t *measures_json(const struct calculation *self,
                             const struct calculation_column *column)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < self->n_measures && ok; i++)
        ok = json_put(object, self->measures[i]->name,
                      measure_json(self->measures[i], column->values[i]));
    return json_whole(object, ok);
}

/* Values alone: definitions stand once, under "measures" or in the reference. */
static json_t *values_json(const struct calculation *self,
                           const struct calculation_column *column)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < self->n_measures && ok; i++)
        ok = json_put(object, self->measures[i]->name, input_json_real(column->values[i]));
    return json_whole(object, ok);
}

static bool put_column(json_t *object, const struct calculation *self,
                       const struct calculation_column *column)
{
    return json_put(object, "at_rest", json_boolean(column->at_rest)) &&
           json_put(object, "load", input_json_real(column->load)) &&
           json_put(object, "attempts_per_h", input_json_real(column->attempts_per_h)) &&
           (self->n_targets == 0 || json_put(object, "met", json_boolean(column->met)));
}

static json_t *column_json(const struct calculation *self, const struct sim_field *input,
                           const struct calculation_column *column)
{
    json_t *object = json_object();
    bool ok = json_put(object, input->key, input_json_real(column->at));
    if (self->varied && self->unknown) {
        ok = ok && json_put(object, self->unknown->key, input_json_real(column->answer));
        ok = ok && json_put(object, "exact", input_json_real(column->exact));
    }
    ok = ok && put_column(object, self, column);
    ok = ok && json_put(object, "measures", values_json(self, column));
    return json_whole(object, ok);
}

static json_t *columns_json(const struct calculation *self, const struct sim_field *input)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_columns && ok; i++)
        ok = json_add(array, column_json(self, input, &self->columns[i]));
    return json_whole(array, ok);
}

static json_t *solved_json(const struct calculation *self)
{
    static const char *const verdicts[] = {
        [CALCULATION_MET] = "met",     [CALCULATION_MISSED] = "missed",
        [CALCULATION_FOUND] = "found", [CALCULATION_ANY] = "any",
        [CALCULATION_NEVER] = "never",
    };
    json_t *object = json_object();
    bool ok = json_put(object, "verdict", json_string(verdicts[self->verdict]));
    if (self->unknown) {
        const bool found = self->verdict == CALCULATION_FOUND && self->n_columns > 0;
        ok = ok && json_put(object, "unknown", json_string(self->unknown->key));
        ok = ok && json_put(object, "unit", input_json_text(input_unit(self->unknown)));
        ok = ok && json_put(object, "exact", input_json_real(self->exact));
        if (found)
            ok = ok && json_put(object, "value",
                                input_json_real(self->columns[self->n_columns - 1].at));
        if (found) ok = ok && json_put(object, "levels", columns_json(self, self->unknown));
    }
    return json_whole(object, ok);
}

static json_t *calculation_json(const struct calculation *self)
{
    json_t *object = json_object();
    const struct report report = { .program = "decroche", .version = self->version };
    bool ok = json_put_program(object, &report);
    ok = ok && json_put(object, "model", json_string(self->model));
    ok = ok && json_put(object, "inputs", inputs_json(self->inputs));
    if (self->varied)
        return json_whole(object,
                          ok && json_put(object, "table", columns_json(self, self->varied)));
    if (self->verdict != CALCULATION_PLAIN)
        ok = ok && json_put(object, "solved", solved_json(self));
    if (self->n_columns > 0) {
        const struct calculation_column *answer = &self->columns[self->n_columns - 1];
        ok = ok && put_column(object, self, answer);
        ok = ok && json_put(object, "measures", measures_json(self, answer));
    }
    return json_whole(object, ok);
}

bool calculation_json_write(FILE *out, const struct calculation *self,
                            struct sim_faults *faults)
{
    return json_write_whole(out, calculation_json(self), faults);
}
