/* What a training plan costs and gives, as JSON: the same seed gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/payback_result.h"

#include <inttypes.h>

enum { SCHEMA_VERSION = 1 };

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

/* "2017-10-02"; null for a day that is not reached. */
static json_t *date_json(const struct payback_result *self, int step)
{
    if (step == SIM_NEVER_CROSSES) return json_null();
    const struct words plain = { .french = false };
    return json_string(number_date(plain, self->first_date + step).text);
}

static json_t *estimate_json(double value, double low, double high)
{
    json_t *object = json_object();
    bool ok = put(object, "value", input_json_real(value));
    ok = ok && put(object, "low", input_json_real(low));
    ok = ok && put(object, "high", input_json_real(high));
    return whole(object, ok);
}

static json_t *of_estimate(const struct sim_estimate *estimate)
{
    return estimate_json(estimate->value, estimate->low, estimate->high);
}

static json_t *scenario_json(const struct report *report)
{
    json_t *object = json_object();
    bool ok = put(object, "title", input_json_text(report->title));
    ok = ok && put(object, "name", input_json_text(report->name));
    ok = ok && put(object, "sha256", input_json_text(report->sha256));
    return whole(object, ok);
}

static json_t *program_json(const struct report *report)
{
    json_t *object = json_object();
    bool ok = put(object, "name", input_json_text(report->program));
    ok = ok && put(object, "version", input_json_text(report->version));
    return whole(object, ok);
}

/* A seed above 2^63 has no JSON integer that jansson can write: it goes as a text. */
static json_t *seed_json(uint64_t seed)
{
    char text[32];
    if (seed <= INT64_MAX) return json_integer((json_int_t)seed);
    snprintf(text, sizeof text, "%" PRIu64, seed);
    return json_string(text);
}

static json_t *break_even_json(const struct payback_result *self)
{
    const bool one = self->report->results->n_done < 2;
    json_t *object = json_object();
    bool ok = put(object, "paid_back", json_boolean(self->crossing.at != SIM_NEVER_CROSSES));
    ok = ok && put(object, "date", date_json(self, self->crossing.at));
    ok = ok && put(object, "low", one ? json_null() : date_json(self, self->crossing.low));
    ok = ok && put(object, "high", one ? json_null() : date_json(self, self->crossing.high));
    ok = ok && put(object, "not_paid_back_share", input_json_real(self->crossing.p_never));
    ok = ok && put(object, "horizon_end", date_json(self, (int)self->n_days - 1));
    return whole(object, ok);
}

static json_t *told_json(const struct payback_result *self, size_t k)
{
    const struct sim_results *results = self->report->results;
    const struct sim_difference *difference = &self->differences[k];
    const double half = sim_difference_half(difference, 0.95, 1);
    json_t *object = json_object();
    bool ok = put(object, "unit", input_json_text(results->measures[2 * k].unit));
    ok = ok && put(object, "with", of_estimate(&results->overall[2 * k]));
    ok = ok && put(object, "without", of_estimate(&results->overall[2 * k + 1]));
    ok = ok && put(object, "difference",
                   estimate_json(difference->value, difference->value - half,
                                 difference->value + half));
    ok = ok && put(object, "definition", input_json_text(results->measures[2 * k].definition));
    return whole(object, ok);
}

static json_t *measures_json(const struct payback_result *self)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t k = 0; k < self->n_told && ok; k++)
        ok = put(object, self->report->results->measures[2 * k].name, told_json(self, k));
    return whole(object, ok);
}

static json_t *month_json(const struct payback_result *self, size_t month)
{
    const struct sim_results *results = self->report->results;
    const struct sim_estimate *cell = sim_results_cell(results, 0, month);
    json_t *object = json_object();
    bool ok = object;
    for (size_t k = 0; k < self->n_told && ok; k++) {
        if (!results->measures[2 * k].axes) continue;
        json_t *sides = json_object();
        ok = put(sides, "with", of_estimate(&cell[2 * k])) &&
             put(sides, "without", of_estimate(&cell[2 * k + 1]));
        ok = put(object, results->measures[2 * k].name, whole(sides, ok));
    }
    return whole(object, ok);
}

static json_t *by_json(const struct payback_result *self)
{
    const struct sim_axis *axis = &self->report->results->axes[0];
    json_t *object = json_object(), *months = json_object();
    bool ok = months;
    for (size_t i = 0; i < axis->n && ok; i++)
        ok = put(months, axis->cells[i], month_json(self, i));
    return whole(object, put(object, "month", whole(months, ok)));
}

static json_t *day_json(const struct payback_result *self, size_t day)
{
    json_t *object = json_object();
    bool ok = put(object, "date", date_json(self, (int)day));
    ok = ok && put(object, "given", of_estimate(&self->given[day]));
    ok = ok && put(object, "saved", of_estimate(&self->saved[day]));
    ok = ok && put(object, "net", of_estimate(&self->net[day]));
    return whole(object, ok);
}

static json_t *days_json(const struct payback_result *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_days && ok; i++)
        ok = json_array_append_new(array, day_json(self, i)) == 0;
    return whole(array, ok);
}

static json_t *payback_json(const struct payback_result *self)
{
    const struct report *report = self->report;
    const struct sim_results *results = report->results;
    json_t *object = json_object();
    bool ok = put(object, "schema_version", json_integer(SCHEMA_VERSION));
    ok = ok && put(object, "program", program_json(report));
    ok = ok && put(object, "scenario", scenario_json(report));
    ok = ok && put(object, "seed", seed_json(results->seed));
    ok = ok && put(object, "replications", json_integer((json_int_t)results->n_done));
    if (results->interrupted) ok = ok && put(object, "interrupted", json_true());
    ok = ok && put(object, "break_even", break_even_json(self));
    ok = ok && put(object, "measures", measures_json(self));
    ok = ok && put(object, "by", by_json(self));
    ok = ok && put(object, "accumulated_hours", days_json(self));
    return whole(object, ok);
}

bool payback_json_write(FILE *out, const struct payback_result *self, struct sim_faults *faults)
{
    json_t *json = payback_json(self);
    if (!json) return sim_faults_memory(faults);
    const size_t flags = JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(17);
    const bool dumped = json_dumpf(json, out, flags) == 0;
    json_decref(json);
    putc('\n', out);
    return dumped || ferror(out) ? true : sim_faults_memory(faults);
}
