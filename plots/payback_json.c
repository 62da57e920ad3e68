/* What a training plan costs and gives, as JSON: the same seed gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"
#include "plots/json_parts.h"
#include "plots/payback_result.h"

/* "2017-10-02"; null for a day that is not reached. */
static json_t *date_json(const struct payback_result *self, int step)
{
    if (step == SIM_NEVER_CROSSES) return json_null();
    const struct words plain = { .french = false };
    return json_string(number_date(plain, self->first_date + step).text);
}

static json_t *break_even_json(const struct payback_result *self)
{
    const bool one = self->report->results->n_done < 2;
    json_t *object = json_object();
    bool ok =
        json_put(object, "paid_back", json_boolean(self->crossing.at != SIM_NEVER_CROSSES));
    ok = ok && json_put(object, "date", date_json(self, self->crossing.at));
    ok = ok && json_put(object, "low", one ? json_null() : date_json(self, self->crossing.low));
    ok = ok &&
         json_put(object, "high", one ? json_null() : date_json(self, self->crossing.high));
    ok = ok && json_put(object, "not_paid_back_share", input_json_real(self->crossing.p_never));
    ok = ok && json_put(object, "horizon_end", date_json(self, (int)self->n_days - 1));
    return json_whole(object, ok);
}

static json_t *told_json(const struct payback_result *self, size_t k)
{
    const struct sim_results *results = self->report->results;
    const struct sim_difference *difference = &self->differences[k];
    const double half = sim_difference_half(difference, 0.95, 1);
    const struct sim_estimate gained = { .value = difference->value,
                                         .low = difference->value - half,
                                         .high = difference->value + half };
    json_t *object = json_object();
    bool ok = json_put(object, "unit", input_json_text(results->measures[2 * k].unit));
    ok = ok && json_put(object, "with", json_estimate(&results->overall[2 * k]));
    ok = ok && json_put(object, "without", json_estimate(&results->overall[2 * k + 1]));
    ok = ok && json_put(object, "difference", json_estimate(&gained));
    ok = ok &&
         json_put(object, "definition", input_json_text(results->measures[2 * k].definition));
    return json_whole(object, ok);
}

static json_t *measures_json(const struct payback_result *self)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t k = 0; k < self->n_told && ok; k++)
        ok = json_put(object, self->report->results->measures[2 * k].name, told_json(self, k));
    return json_whole(object, ok);
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
        ok = json_put(sides, "with", json_estimate(&cell[2 * k])) &&
             json_put(sides, "without", json_estimate(&cell[2 * k + 1]));
        ok = json_put(object, results->measures[2 * k].name, json_whole(sides, ok));
    }
    return json_whole(object, ok);
}

static json_t *by_json(const struct payback_result *self)
{
    const struct sim_axis *axis = &self->report->results->axes[0];
    json_t *object = json_object(), *months = json_object();
    bool ok = months;
    for (size_t i = 0; i < axis->n && ok; i++)
        ok = json_put(months, axis->cells[i], month_json(self, i));
    return json_whole(object, json_put(object, "month", json_whole(months, ok)));
}

static json_t *day_json(const struct payback_result *self, size_t day)
{
    json_t *object = json_object();
    bool ok = json_put(object, "date", date_json(self, (int)day));
    ok = ok && json_put(object, "given", json_estimate(&self->given[day]));
    ok = ok && json_put(object, "saved", json_estimate(&self->saved[day]));
    ok = ok && json_put(object, "net", json_estimate(&self->net[day]));
    return json_whole(object, ok);
}

static json_t *days_json(const struct payback_result *self)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < self->n_days && ok; i++)
        ok = json_add(array, day_json(self, i));
    return json_whole(array, ok);
}

static json_t *payback_json(const struct payback_result *self)
{
    const struct report *report = self->report;
    const struct sim_results *results = report->results;
    json_t *object = json_object();
    bool ok = json_put_program(object, report) && json_put_scenario(object, report) &&
              json_put_seed(object, results->seed);
    ok = ok && json_put(object, "replications", json_integer((json_int_t)results->n_done));
    if (results->interrupted) ok = ok && json_put(object, "interrupted", json_true());
    ok = ok && json_put(object, "break_even", break_even_json(self));
    ok = ok && json_put(object, "measures", measures_json(self));
    ok = ok && json_put(object, "by", by_json(self));
    ok = ok && json_put(object, "accumulated_hours", days_json(self));
    return json_whole(object, ok);
}

bool payback_json_write(FILE *out, const struct payback_result *self, struct sim_faults *faults)
{
    return json_write_whole(out, payback_json(self), faults);
}
