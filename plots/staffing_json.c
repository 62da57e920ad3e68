/* Agents required and present as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/json_parts.h"
#include "plots/staffing.h"

#include <math.h>

static bool put_real(json_t *object, const char *key, double value)
{
    return json_put(object, key, input_json_real(value));
}

static json_t *origin_json(const struct staffing *self)
{
    json_t *object = json_object();
    bool ok = json_put(object, "title", input_json_text(self->title));
    ok = ok && json_put(object, "name", input_json_text(self->name));
    ok = ok && json_put(object, "sha256", input_json_text(self->sha256));
    return json_whole(object, ok);
}

static json_t *targets_json(const struct staffing *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_targets && ok; i++) {
        json_t *object = json_object();
        bool one = json_put(object, "measure", json_string(self->targets[i].measure));
        one = one &&
              json_put(object, "way", json_string(self->targets[i].at_least ? ">=" : "<="));
        one = one && put_real(object, "bound", self->targets[i].bound);
        ok = json_add(array, json_whole(object, one));
    }
    return json_whole(array, ok);
}

static json_t *estimate_json(const struct sim_estimate *estimate)
{
    json_t *object = json_object();
    return json_whole(object, json_put_estimate(object, estimate));
}

static json_t *values_json(const struct staffing *self, const struct sim_estimate *values)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < self->n_targets && ok; i++)
        ok = json_put(object, self->measures[i]->name, estimate_json(&values[i]));
    return json_whole(object, ok);
}

static json_t *numbers_json(double required, double present)
{
    json_t *object = json_object();
    bool ok = json_put(object, "required", json_integer((json_int_t)required));
    ok = ok && put_real(object, "present", present);
    ok = ok && put_real(object, "gap", present - required);
    return json_whole(object, ok);
}

static json_t *interval_json(const struct staffing *self,
                             const struct staffing_interval *interval)
{
    json_t *object = json_object(), *groups = json_object();
    bool ok = groups;
    for (size_t g = 0; g < self->n_groups && ok; g++)
        ok = json_put(groups, self->groups[g].name,
                      numbers_json(interval->required[g], interval->present[g]));
    ok = json_put(object, "groups", json_whole(groups, ok));
    ok = ok && json_put(object, "weekday", json_string(staffing_weekday(interval->weekday)));
    ok = ok && json_put(object, "start", json_string(interval->clock));
    ok = ok && json_put(object, "dates", json_integer(interval->n_dates));
    ok = ok && put_real(object, "needs", interval->needs);
    ok = ok && put_real(object, "attempts", interval->attempts);
    ok = ok && put_real(object, "load", interval->load);
    ok = ok && json_put(object, "required", json_integer(interval->required[self->n_groups]));
    ok = ok && put_real(object, "present", interval->present[self->n_groups]);
    ok = ok && put_real(object, "gap",
                        interval->present[self->n_groups] - interval->required[self->n_groups]);
    ok = ok && json_put(object, "met", json_boolean(interval->met));
    ok = ok && json_put(object, "measures", values_json(self, interval->values));
    return json_whole(object, ok);
}

static json_t *intervals_json(const struct staffing *self, bool missed)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n && ok; i++)
        if (!missed || !self->intervals[i].met)
            ok = json_add(array, interval_json(self, &self->intervals[i]));
    return json_whole(array, ok);
}

static json_t *half_json(const struct staffing *self, const struct staffing_half *half)
{
    const struct staffing_interval *first = &self->intervals[half->first];
    const int end = (int)lround(60.0 * self->intervals[half->first + half->n - 1].end_h);
    char clock[16];
    snprintf(clock, sizeof clock, "%02d:%02d", end / 60, end % 60);
    json_t *object = json_object(), *groups = json_object();
    bool ok = groups;
    for (size_t g = 0; g < self->n_groups && ok; g++)
        ok = put_real(groups, self->groups[g].name, half->spare[g]);
    const double spare = half->spare[self->n_groups];
    ok = json_put(object, "groups", json_whole(groups, ok));
    ok = ok && json_put(object, "weekday", json_string(staffing_weekday(first->weekday)));
    ok = ok && json_put(object, "start", json_string(first->clock));
    ok = ok && json_put(object, "end", json_string(clock));
    ok = ok && put_real(object, "least_gap", spare);
    ok = ok && json_put(object, "may_be_released",
                        json_integer(spare > 0.0 ? (json_int_t)floor(spare + 1e-9) : 0));
    return json_whole(object, ok);
}

static json_t *halves_json(const struct staffing *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_halves && ok; i++)
        ok = json_add(array, half_json(self, &self->halves[i]));
    return json_whole(array, ok);
}

static json_t *parts_json(const struct staffing_group *group)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < group->n_parts && ok; i++)
        ok = put_real(object, group->parts[i].name, group->parts[i].share);
    return json_whole(object, ok);
}

static json_t *group_json(const struct staffing_group *group)
{
    json_t *object = json_object();
    bool ok = put_real(object, "required_mean", group->required_mean);
    ok = ok && put_real(object, "people", group->people);
    ok = ok &&
         json_put(object, "staffed_by", json_string(group->has_people ? "people" : "number"));
    if (!group->has_people) return json_whole(object, ok);
    ok = ok && put_real(object, "shrinkage", group->shrinkage);
    ok = ok && json_put(object, "shrinkage_parts", parts_json(group));
    ok = ok && put_real(object, "heads_for_hours", group->heads_mean);
    ok = ok && put_real(object, "heads_for_every_interval", group->heads_peak);
    return json_whole(object, ok);
}

static json_t *groups_json(const struct staffing *self)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t g = 0; g < self->n_groups && ok; g++)
        ok = json_put(object, self->groups[g].name, group_json(&self->groups[g]));
    return json_whole(object, ok);
}

static json_t *check_json(const struct staffing *self)
{
    const struct staffing_check *check = &self->check;
    json_t *object = json_object();
    bool ok = json_put(object, "replications", json_integer((json_int_t)check->replications));
    ok = ok && json_put(object, "measures", values_json(self, check->values));
    ok = ok && json_put(object, "attempts_open", estimate_json(&check->attempts));
    ok = ok && put_real(object, "attempts_open_expected", check->attempts_expected);
    ok = ok && json_put(object, "intervals_missed", json_integer((json_int_t)check->n_missed));
    return json_whole(object, ok);
}

static json_t *staffing_json(const struct staffing *self)
{
    json_t *object = json_object();
    const struct report of = { .program = "decroche", .version = self->version };
    bool ok = json_put_program(object, &of);
    ok = ok && json_put(object, "scenario", origin_json(self));
    ok = ok && json_put_seed(object, self->seed);
    ok = ok && json_put(object, "method", json_string(self->method));
    ok = ok && json_put(object, "targets", targets_json(self));
    ok = ok && json_put(object, "met", json_boolean(staffing_n_missed(self) == 0));
    ok = ok && json_put(object, "intervals", intervals_json(self, false));
    ok = ok && json_put(object, "missed", intervals_json(self, true));
    ok = ok && json_put(object, "half_days", halves_json(self));
    ok = ok && json_put(object, "groups", groups_json(self));
    if (self->check.replications) ok = ok && json_put(object, "simulated", check_json(self));
    return json_whole(object, ok);
}

bool staffing_json_write(FILE *out, const struct staffing *self, struct sim_faults *faults)
{
    return json_write_whole(out, staffing_json(self), faults);
}
