/* The results of a run as JSON, schema version 1: the same seed gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/results_json.h"

#include "plots/gap_json.h"
#include "plots/input_json.h"
#include "plots/json_parts.h"

#include <math.h>
#include <string.h>

enum { AXES_MOST = 32 };

static json_t *class_json(const struct sim_input *input)
{
    const char text[2] = { sim_input_class(input), '\0' };
    return *text ? json_string(text) : json_null();
}

static json_t *one_input_json(const struct sim_input *input)
{
    static const char *const origins[] = { "default", "inherited", "set" };
    json_t *object = json_object();
    bool ok = json_put(object, "value", input_json(input));
    ok = ok && json_put(object, "unit", input_json_text(input_unit(input->field)));
    ok = ok && json_put(object, "class", class_json(input));
    ok = ok && json_put(object, "origin", json_string(origins[input->origin]));
    return json_whole(object, ok);
}

static json_t *inputs_json(const struct sim_inputs *inputs)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; inputs && i < inputs->n && ok; i++)
        ok = json_put(object, inputs->items[i].path, one_input_json(&inputs->items[i]));
    return json_whole(object, ok);
}

/* What a formula gives stands beside what was simulated; where none does, nothing stands. */
static json_t *measure_json(const struct sim_measure *measure,
                            const struct sim_estimate *estimate, double formula)
{
    json_t *object = json_object();
    bool ok = json_put_estimate(object, estimate);
    ok = ok && json_put(object, "unit", input_json_text(measure->unit));
    ok = ok && json_put(object, "better", json_better(measure->better));
    ok = ok && json_put(object, "definition", input_json_text(measure->definition));
    ok = ok && json_put(object, "p10", input_json_real(estimate->p10));
    ok = ok && json_put(object, "p90", input_json_real(estimate->p90));
    if (!isnan(formula)) ok = ok && json_put(object, "formula", input_json_real(formula));
    return json_whole(object, ok);
}

static json_t *measures_json(const struct report *report)
{
    const struct sim_results *results = report->results;
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->n_measures && ok; i++)
        ok = json_put(object, results->measures[i].name,
                      measure_json(&results->measures[i], &results->overall[i],
                                   report->formula ? report->formula[i] : NAN));
    return json_whole(object, ok);
}

static json_t *cell_json(const struct sim_results *results, size_t axis, size_t cell)
{
    const struct sim_estimate *estimates = sim_results_cell(results, axis, cell);
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->n_measures && ok; i++)
        if (results->measures[i].axes >> axis & 1U)
            ok = json_put(object, results->measures[i].name, json_estimate(&estimates[i]));
    return json_whole(object, ok);
}

static json_t *axis_json(const struct sim_results *results, size_t axis)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->axes[axis].n && ok; i++)
        ok = json_put(object, results->axes[axis].cells[i], cell_json(results, axis, i));
    return json_whole(object, ok);
}

static json_t *by_json(const struct sim_results *results)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->n_axes && i < AXES_MOST && ok; i++)
        if (results->axes[i].depth <= SIM_FOR_FILES && results->axes[i].n)
            ok = json_put(object, results->axes[i].name, axis_json(results, i));
    return json_whole(object, ok);
}

static json_t *report_json(const struct report *report)
{
    const struct sim_results *results = report->results;
    json_t *object = json_object();
    bool ok = json_put_program(object, report) && json_put_scenario(object, report) &&
              json_put_seed(object, results->seed);
    ok = ok && json_put(object, "replications", json_integer((json_int_t)results->n_done));
    if (results->interrupted) ok = ok && json_put(object, "interrupted", json_true());
    ok = ok && json_put(object, "inputs", inputs_json(report->inputs));
    ok = ok && json_put(object, "measures", measures_json(report));
    ok = ok && json_put(object, "by", by_json(results));
    if (report->gap) ok = ok && json_put(object, "gap", gap_json(report->gap));
    return json_whole(object, ok);
}

bool results_json_write(FILE *out, const struct report *report, struct sim_faults *faults)
{
    return json_write_whole(out, report_json(report), faults);
}
