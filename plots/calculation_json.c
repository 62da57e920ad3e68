/* The calculator's answer as JSON, with the names of a run's results.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/calculation.h"
#include "plots/input_json.h"

enum { SCHEMA_VERSION = 1 };

/* Sets a member and takes the value over; see results_json.c. */
static bool put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static json_t *whole(json_t *object, bool complete)
{
    if (complete) return object;
    json_decref(object);
    return NULL;
}

static json_t *program_json(const struct calculation *self)
{
    json_t *object = json_object();
    bool ok = put(object, "name", json_string("decroche"));
    ok = ok && put(object, "version", input_json_text(self->version));
    return whole(object, ok);
}

static json_t *one_input_json(const struct sim_input *input)
{
    json_t *object = json_object();
    bool ok = put(object, "value", input_json(input));
    ok = ok && put(object, "unit", input_json_text(input_unit(input->field)));
    ok = ok && put(object, "origin", json_string(input->origin == SIM_SET ? "set" : "default"));
    return whole(object, ok);
}

static json_t *inputs_json(const struct sim_inputs *inputs)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < inputs->n && ok; i++)
        ok = put(object, inputs->items[i].path, one_input_json(&inputs->items[i]));
    return whole(object, ok);
}

static json_t *measure_json(const struct sim_measure *measure, double value)
{
    static const char *const better[] = { "lower", "neither", "higher" };
    json_t *object = json_object();
    bool ok = put(object, "value", input_json_real(value));
    ok = ok && put(object, "unit", input_json_text(measure->unit));
    ok = ok && put(object, "better", json_string(better[measure->better + 1]));
    ok = ok && put(object, "definition", input_json_text(measure->definition));
    return whole(object, ok);
}

static json_t *measures_json(const struct calculation *self,
                             const struct calculation_column *column)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < self->n_measures && ok; i++)
        ok = put(object, self->measures[i]->name,
                 measure_json(self->measures[i], column->values[i]));
    return whole(object, ok);
}

/* Values alone: definitions stand once, under "measures" or in the reference. */
static json_t *values_json(const struct calculation *self,
                           const struct calculation_column *column)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < self->n_measures && ok; i++)
        ok = put(object, self->measures[i]->name, input_json_real(column->values[i]));
    return whole(object, ok);
}

static bool put_column(json_t *object, const struct calculation *self,
                       const struct calculation_column *column)
{
    return put(object, "at_rest", json_boolean(column->at_rest)) &&
           put(object, "load", input_json_real(column->load)) &&
           put(object, "attempts_per_h", input_json_real(column->attempts_per_h)) &&
           (self->n_targets == 0 || put(object, "met", json_boolean(column->met)));
}

static json_t *column_json(const struct calculation *self, const struct sim_field *input,
                           const struct calculation_column *column)
{
    json_t *object = json_object();
    bool ok = put(object, input->key, input_json_real(column->at));
    if (self->varied && self->unknown) {
        ok = ok && put(object, self->unknown->key, input_json_real(column->answer));
        ok = ok && put(object, "exact", input_json_real(column->exact));
    }
    ok = ok && put_column(object, self, column);
    ok = ok && put(object, "measures", values_json(self, column));
    return whole(object, ok);
}

static json_t *columns_json(const struct calculation *self, const struct sim_field *input)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_columns && ok; i++)
        ok = json_array_append_new(array, column_json(self, input, &self->columns[i])) == 0;
    return whole(array, ok);
}

static json_t *solved_json(const struct calculation *self)
{
    static const char *const verdicts[] = {
        [CALCULATION_MET] = "met",     [CALCULATION_MISSED] = "missed",
        [CALCULATION_FOUND] = "found", [CALCULATION_ANY] = "any",
        [CALCULATION_NEVER] = "never",
    };
    json_t *object = json_object();
    bool ok = put(object, "verdict", json_string(verdicts[self->verdict]));
    if (self->unknown) {
        const bool found = self->verdict == CALCULATION_FOUND && self->n_columns > 0;
        ok = ok && put(object, "unknown", json_string(self->unknown->key));
        ok = ok && put(object, "unit", input_json_text(input_unit(self->unknown)));
        ok = ok && put(object, "exact", input_json_real(self->exact));
        if (found)
            ok = ok &&
                 put(object, "value", input_json_real(self->columns[self->n_columns - 1].at));
        if (found) ok = ok && put(object, "levels", columns_json(self, self->unknown));
    }
    return whole(object, ok);
}

static json_t *calculation_json(const struct calculation *self)
{
    json_t *object = json_object();
    bool ok = put(object, "schema_version", json_integer(SCHEMA_VERSION));
    ok = ok && put(object, "program", program_json(self));
    ok = ok && put(object, "model", json_string(self->model));
    ok = ok && put(object, "inputs", inputs_json(self->inputs));
    if (self->varied)
        return whole(object, ok && put(object, "table", columns_json(self, self->varied)));
    if (self->verdict != CALCULATION_PLAIN) ok = ok && put(object, "solved", solved_json(self));
    if (self->n_columns > 0) {
        const struct calculation_column *answer = &self->columns[self->n_columns - 1];
        ok = ok && put_column(object, self, answer);
        ok = ok && put(object, "measures", measures_json(self, answer));
    }
    return whole(object, ok);
}

bool calculation_json_write(FILE *out, const struct calculation *self,
                            struct sim_faults *faults)
{
    json_t *json = calculation_json(self);
    if (!json) return sim_faults_memory(faults);
    const size_t flags = JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(17);
    const bool dumped = json_dumpf(json, out, flags) == 0;
    json_decref(json);
    putc('\n', out);
    return dumped || ferror(out) ? true : sim_faults_memory(faults);
}
