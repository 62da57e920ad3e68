/* Why the simulation and the formula differ, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/gap_json.h"

#include "plots/input_json.h"
#include "plots/json_parts.h"

static json_t *value_json(const struct gap *self, size_t step, size_t m)
{
    const struct gap_step *at = &self->steps[step];
    json_t *object = json_object();
    bool ok = json_put_estimate(object, &at->simulated[m]);
    ok = ok && json_put(object, "formula", input_json_real(at->formula[m]));
    if (step > 0) {
        ok = ok && json_put(object, "effect", input_json_real(gap_effect(self, step, m)));
        ok = ok && json_put(object, "effect_half", input_json_real(at->effect_half[m]));
        ok = ok && json_put(object, "part", input_json_real(gap_part(self, step, m)));
    }
    return json_whole(object, ok);
}

static json_t *step_json(const struct gap *self, size_t step)
{
    json_t *object = json_object(), *measures = json_object();
    bool ok = measures;
    for (size_t m = 0; m < self->n_measures && ok; m++)
        ok = json_put(measures, self->measures[m]->name, value_json(self, step, m));
    measures = json_whole(measures, ok);
    ok = json_put(object, "step", json_string(self->steps[step].name));
    ok = json_put(object, "measures", measures) && ok;
    return json_whole(object, ok);
}

static json_t *whole_json(const struct gap *self, size_t m)
{
    json_t *object = json_object();
    bool ok = json_put(object, "gap", input_json_real(gap_of(self, 0, m)));
    ok = ok && json_put(object, "left", input_json_real(gap_of(self, self->n_steps - 1, m)));
    ok = ok && json_put(object, "agrees", json_boolean(gap_is_closed(self, m)));
    return json_whole(object, ok);
}

json_t *gap_json(const struct gap *self)
{
    json_t *object = json_object(), *steps = json_array(), *measures = json_object();
    bool ok = steps && measures;
    for (size_t i = 0; i < self->n_steps && ok; i++)
        ok = json_add(steps, step_json(self, i));
    for (size_t m = 0; m < self->n_measures && ok; m++)
        ok = json_put(measures, self->measures[m]->name, whole_json(self, m));
    ok = json_put(object, "steps", steps) && ok;
    ok = json_put(object, "measures", measures) && ok;
    return json_whole(object, ok);
}
