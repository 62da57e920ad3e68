/* What each assumption changes, as JSON, schema version 1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/json_parts.h"
#include "plots/tornado.h"

static json_t *end_json(const struct tornado_end *end)
{
    json_t *object = json_object();
    bool ok = json_put(object, "input", input_json_real(end->input));
    ok = ok && json_put(object, "text", input_json_text(end->at));
    ok = ok && json_put(object, "value", input_json_real(end->value));
    ok = ok && json_put(object, "half_of_change", input_json_real(end->half));
    return json_whole(object, ok);
}

static json_t *turn_json(const struct tornado_bar *bar)
{
    if (!bar->turns_at) return json_null();
    json_t *object = json_object();
    bool ok = json_put(object, "input", input_json_real(bar->turns_input));
    ok = ok && json_put(object, "low", input_json_real(bar->turns_input - bar->turns_half));
    ok = ok && json_put(object, "high", input_json_real(bar->turns_input + bar->turns_half));
    ok = ok && json_put(object, "text", input_json_text(bar->turns_at));
    return json_whole(object, ok);
}

static json_t *bar_json(const struct tornado *self, size_t i)
{
    const struct tornado_bar *bar = &self->bars[i];
    json_t *object = json_object();
    bool ok = json_put(object, "input", input_json_text(bar->path));
    ok = ok && json_put(object, "stands_at", input_json_real(bar->stands_input));
    ok = ok && json_put(object, "low", end_json(&bar->low));
    ok = ok && json_put(object, "high", end_json(&bar->high));
    ok = ok && json_put(object, "swing", input_json_real(tornado_swing(self, i)));
    ok = ok && json_put(object, "turns_at", turn_json(bar));
    return json_whole(object, ok);
}

static json_t *bars_json(const struct tornado *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; ok && i < self->n_bars; i++)
        ok = json_add(array, bar_json(self, i));
    return json_whole(array, ok);
}

static json_t *idle_json(const struct tornado *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; ok && i < self->n_idle; i++)
        ok = json_add(array, input_json_text(self->idle[i]));
    return json_whole(array, ok);
}

static json_t *stands_json(const struct tornado *self)
{
    json_t *object = json_object();
    return json_whole(object, json_put_estimate(object, &self->stands));
}

bool tornado_json_write(FILE *out, const struct tornado *self, struct sim_faults *faults)
{
    json_t *object = json_object();
    bool ok = json_put_program(object, self->base);
    ok = ok && json_put(object, "scenario", input_json_text(self->name));
    ok = ok && json_put(object, "against", input_json_text(self->against));
    ok = ok && json_put_seed(object, self->seed);
    ok = ok && json_put(object, "replications", json_integer((json_int_t)self->replications));
    ok = ok && json_put(object, "level", json_real(self->level));
    ok = ok && json_put(object, "measure", input_json_text(self->measure->name));
    ok = ok && json_put(object, "unit", input_json_text(self->measure->unit));
    ok = ok && json_put(object, "better", json_better(self->measure->better));
    ok = ok && json_put(object, "target",
                        self->target ? input_json_real(self->target->bound) : json_null());
    ok = ok && json_put(object, "stands", stands_json(self));
    ok = ok && json_put(object, "inputs", bars_json(self));
    ok = ok && json_put(object, "without_effect", idle_json(self));
    return json_write_whole(out, json_whole(object, ok), faults);
}
