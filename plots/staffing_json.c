/* Agents required and present as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/staffing.h"

#include <inttypes.h>
#include <math.h>

enum { SCHEMA_VERSION = 1 };

/* Sets a member and takes the value over; see results_json.c. */
static bool put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static bool put_real(json_t *object, const char *key, double value)
{
    return put(object, key, input_json_real(value));
}

static json_t *whole(json_t *json, bool complete)
{
    if (complete) return json;
    json_decref(json);
    return NULL;
}

static bool append(json_t *array, json_t *value)
{
    return json_array_append_new(array, value) == 0;
}

static json_t *origin_json(const struct staffing *self)
{
    json_t *object = json_object();
    bool ok = put(object, "title", input_json_text(self->title));
    ok = ok && put(object, "name", input_json_text(self->name));
    ok = ok && put(object, "sha256", input_json_text(self->sha256));
    return whole(object, ok);
}

static json_t *program_json(const struct staffing *self)
{
    json_t *object = json_object();
    bool ok = put(object, "name", json_string("decroche"));
    ok = ok && put(object, "version", input_json_text(self->version));
    return whole(object, ok);
}

static json_t *targets_json(const struct staffing *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_targets && ok; i++) {
        json_t *object = json_object();
        bool one = put(object, "measure", json_string(self->targets[i].measure));
        one = one && put(object, "way", json_string(self->targets[i].at_least ? ">=" : "<="));
        one = one && put_real(object, "bound", self->targets[i].bound);
        ok = append(array, whole(object, one));
    }
    return whole(array, ok);
}

static json_t *estimate_json(const struct sim_estimate *estimate)
{
    json_t *object = json_object();
    bool ok = put_real(object, "value", estimate->value);
    ok = ok && put_real(object, "low", estimate->low);
    ok = ok && put_real(object, "high", estimate->high);
    return whole(object, ok);
}

static json_t *values_json(const struct staffing *self, const struct sim_estimate *values)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < self->n_targets && ok; i++)
        ok = put(object, self->measures[i]->name, estimate_json(&values[i]));
    return whole(object, ok);
}

static json_t *numbers_json(double required, double present)
{
    json_t *object = json_object();
    bool ok = put(object, "required", json_integer((json_int_t)required));
    ok = ok && put_real(object, "present", present);
    ok = ok && put_real(object, "gap", present - required);
    return whole(object, ok);
}

static json_t *interval_json(const struct staffing *self,
                             const struct staffing_interval *interval)
{
    json_t *object = json_object(), *groups = json_object();
    bool ok = groups;
    for (size_t g = 0; g < self->n_groups && ok; g++)
        ok = put(groups, self->groups[g].name,
                 numbers_json(interval->required[g], interval->present[g]));
    ok = put(object, "groups", whole(groups, ok));
    ok = ok && put(object, "weekday", json_string(staffing_weekday(interval->weekday)));
    ok = ok && put(object, "start", json_string(interval->clock));
    ok = ok && put(object, "dates", json_integer(interval->n_dates));
    ok = ok && put_real(object, "needs", interval->needs);
    ok = ok && put_real(object, "attempts", interval->attempts);
    ok = ok && put_real(object, "load", interval->load);
    ok = ok && put(object, "required", json_integer(interval->required[self->n_groups]));
    ok = ok && put_real(object, "present", interval->present[self->n_groups]);
    ok = ok && put_real(object, "gap",
                        interval->present[self->n_groups] - interval->required[self->n_groups]);
    ok = ok && put(object, "met", json_boolean(interval->met));
    ok = ok && put(object, "measures", values_json(self, interval->values));
    return whole(object, ok);
}

static json_t *intervals_json(const struct staffing *self, bool missed)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n && ok; i++)
        if (!missed || !self->intervals[i].met)
            ok = append(array, interval_json(self, &self->intervals[i]));
    return whole(array, ok);
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
    ok = put(object, "groups", whole(groups, ok));
    ok = ok && put(object, "weekday", json_string(staffing_weekday(first->weekday)));
    ok = ok && put(object, "start", json_string(first->clock));
    ok = ok && put(object, "end", json_string(clock));
    ok = ok && put_real(object, "least_gap", spare);
    ok = ok && put(object, "may_be_released",
                   json_integer(spare > 0.0 ? (json_int_t)floor(spare + 1e-9) : 0));
    return whole(object, ok);
}

static json_t *halves_json(const struct staffing *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_halves && ok; i++)
        ok = append(array, half_json(self, &self->halves[i]));
    return whole(array, ok);
}

static json_t *parts_json(const struct staffing_group *group)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < group->n_parts && ok; i++)
        ok = put_real(object, group->parts[i].name, group->parts[i].share);
    return whole(object, ok);
}

static json_t *group_json(const struct staffing_group *group)
{
    json_t *object = json_object();
    bool ok = put_real(object, "required_mean", group->required_mean);
    ok = ok && put_real(object, "people", group->people);
    ok = ok && put(object, "staffed_by", json_string(group->has_people ? "people" : "number"));
    if (!group->has_people) return whole(object, ok);
    ok = ok && put_real(object, "shrinkage", group->shrinkage);
    ok = ok && put(object, "shrinkage_parts", parts_json(group));
    ok = ok && put_real(object, "heads_for_hours", group->heads_mean);
    ok = ok && put_real(object, "heads_for_every_interval", group->heads_peak);
    return whole(object, ok);
}

static json_t *groups_json(const struct staffing *self)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t g = 0; g < self->n_groups && ok; g++)
        ok = put(object, self->groups[g].name, group_json(&self->groups[g]));
    return whole(object, ok);
}

static json_t *check_json(const struct staffing *self)
{
    const struct staffing_check *check = &self->check;
    json_t *object = json_object();
    bool ok = put(object, "replications", json_integer((json_int_t)check->replications));
    ok = ok && put(object, "measures", values_json(self, check->values));
    ok = ok && put(object, "attempts_open", estimate_json(&check->attempts));
    ok = ok && put_real(object, "attempts_open_expected", check->attempts_expected);
    ok = ok && put(object, "intervals_missed", json_integer((json_int_t)check->n_missed));
    return whole(object, ok);
}

static json_t *staffing_json(const struct staffing *self)
{
    json_t *object = json_object();
    bool ok = put(object, "schema_version", json_integer(SCHEMA_VERSION));
    ok = ok && put(object, "program", program_json(self));
    ok = ok && put(object, "scenario", origin_json(self));
    ok = ok && put(object, "seed", json_integer((json_int_t)self->seed));
    ok = ok && put(object, "method", json_string(self->method));
    ok = ok && put(object, "targets", targets_json(self));
    ok = ok && put(object, "met", json_boolean(staffing_n_missed(self) == 0));
    ok = ok && put(object, "intervals", intervals_json(self, false));
    ok = ok && put(object, "missed", intervals_json(self, true));
    ok = ok && put(object, "half_days", halves_json(self));
    ok = ok && put(object, "groups", groups_json(self));
    if (self->check.replications) ok = ok && put(object, "simulated", check_json(self));
    return whole(object, ok);
}

bool staffing_json_write(FILE *out, const struct staffing *self, struct sim_faults *faults)
{
    json_t *json = staffing_json(self);
    if (!json) return sim_faults_memory(faults);
    const size_t flags = JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(17);
    const bool dumped = json_dumpf(json, out, flags) == 0;
    json_decref(json);
    putc('\n', out);
    return dumped || ferror(out) ? true : sim_faults_memory(faults);
}
