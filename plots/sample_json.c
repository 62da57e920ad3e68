/* A sample as JSON, schema version 1: every point, with what was drawn and what was found.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/json_parts.h"
#include "plots/sample.h"

static json_t *column_json(const struct sample_column *column)
{
    static const char *const roles[] = {
        [SAMPLE_INPUT] = "input", [SAMPLE_SOLVED] = "solved", [SAMPLE_FOUND] = "measure"
    };
    json_t *object = json_object();
    const bool fact = sample_is_fact(column);
    bool ok = json_put(object, "role", json_string(fact ? "fact" : roles[column->role]));
    ok = ok && json_put(object, "title", input_json_text(column->title));
    if (fact || column->role != SAMPLE_FOUND) {
        ok = ok && json_put(object, "low", input_json_real(column->low));
        if (!fact) ok = ok && json_put(object, "middle", input_json_real(column->middle));
        ok = ok && json_put(object, "high", input_json_real(column->high));
    }
    return json_whole(object, ok);
}

static json_t *columns_json(const struct sample *self)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t c = 0; ok && c < self->n_columns; c++)
        ok = json_put(object, self->columns[c].name, column_json(&self->columns[c]));
    return json_whole(object, ok);
}

static json_t *point_json(const struct sample *self, size_t point)
{
    json_t *object = json_object();
    bool ok = json_put(object, "fits", json_boolean(self->fits[point]));
    for (size_t c = 0; ok && c < self->n_columns; c++)
        ok = json_put(object, self->columns[c].name,
                      input_json_real(self->values[point * self->n_columns + c]));
    return json_whole(object, ok);
}

static json_t *points_json(const struct sample *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; ok && i < self->n; i++)
        ok = json_add(array, point_json(self, i));
    return json_whole(array, ok);
}

static json_t *plan_json(const struct sample *self)
{
    json_t *object = json_object();
    bool ok = json_put(object, "name", input_json_text(self->name));
    ok = ok && json_put(object, "title", input_json_text(self->title));
    ok = ok && json_put(object, "sha256", input_json_text(self->sha256));
    return json_whole(object, ok);
}

static json_t *share_json(const struct sample *self)
{
    const struct sim_estimate share = report_share((double)self->n_fits, (double)self->n);
    json_t *object = json_object();
    return json_whole(object, json_put_estimate(object, &share));
}

bool sample_json_write(FILE *out, const struct sample *self, struct sim_faults *faults)
{
    const struct report report = { .program = "decroche", .version = self->version };
    json_t *object = json_object();
    bool ok = json_put_program(object, &report);
    ok = ok && json_put(object, "plan", plan_json(self));
    ok = ok && json_put_seed(object, self->seed);
    ok = ok && json_put(object, "replications", json_integer((json_int_t)self->replications));
    ok = ok && json_put(object, "asked", json_integer((json_int_t)self->n_asked));
    ok = ok && json_put(object, "done", json_integer((json_int_t)self->n));
    ok = ok && json_put(object, "fitting", json_integer((json_int_t)self->n_fits));
    ok = ok && json_put(object, "share", share_json(self));
    ok = ok && json_put(object, "columns", columns_json(self));
    ok = ok && json_put(object, "points", points_json(self));
    return json_write_whole(out, json_whole(object, ok), faults);
}
