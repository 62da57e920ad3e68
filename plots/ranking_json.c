/* The best of many options selected, as JSON, schema version 1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/json_parts.h"
#include "plots/ranking.h"

static json_t *option_json(const struct ranking_option *option)
{
    json_t *object = json_object();
    bool ok = json_put(object, "name", input_json_text(option->name));
    ok = ok && json_put(object, "title", input_json_text(option->title));
    ok = ok && json_put(object, "sha256", input_json_text(option->sha256));
    ok = ok && json_put(object, "mean", input_json_real(option->value));
    ok = ok && json_put(object, "replications", json_integer((json_int_t)option->replications));
    ok = ok && json_put(object, "survived", json_boolean(option->survived));
    return json_whole(object, ok);
}

static json_t *options_json(const struct ranking *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; ok && i < self->n_options; i++)
        ok = json_add(array, option_json(&self->options[i]));
    return json_whole(array, ok);
}

bool ranking_json_write(FILE *out, const struct ranking *self, struct sim_faults *faults)
{
    json_t *object = json_object();
    bool ok = json_put_program(object, self->base);
    ok = ok && json_put_seed(object, self->seed);
    ok = ok && json_put(object, "measure", input_json_text(self->measure->name));
    ok = ok && json_put(object, "unit", input_json_text(self->measure->unit));
    ok = ok && json_put(object, "better", json_better(self->measure->better));
    ok = ok && json_put(object, "procedure", json_string(self->procedure));
    ok = ok && json_put(object, "level", json_real(self->level));
    ok = ok && json_put(object, "zone", json_real(self->zone));
    ok = ok && json_put(object, "batch", json_integer((json_int_t)self->batch));
    ok = ok && json_put(object, "guaranteed", json_boolean(self->guaranteed));
    ok = ok && json_put(object, "replications", json_integer((json_int_t)self->spent));
    ok = ok && json_put(object, "equal_allocation", json_integer((json_int_t)self->equal));
    ok = ok && json_put(object, "best", input_json_text(self->options[0].name));
    ok = ok && json_put(object, "options", options_json(self));
    return json_write_whole(out, json_whole(object, ok), faults);
}
