/* The results of a run as JSON, schema version 1: the same seed gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/results_json.h"

#include "plots/gap_json.h"
#include "plots/input_json.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { SCHEMA_VERSION = 1, AXES_MOST = 32 };

/* Sets a member and takes the value over. jansson passes NULL along, so that the first want of
 * memory makes everything above it fail. */
static bool put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

/* The object when all its members could be set; else gives it back and returns NULL. */
static json_t *whole(json_t *object, bool complete)
{
    if (complete) return object;
    json_decref(object);
    return NULL;
}

static json_t *program_json(const struct report *report)
{
    json_t *object = json_object();
    bool ok = put(object, "name", input_json_text(report->program));
    ok = ok && put(object, "version", input_json_text(report->version));
    return whole(object, ok);
}

static json_t *scenario_json(const struct report *report)
{
    json_t *object = json_object();
    bool ok = put(object, "title", input_json_text(report->title));
    ok = ok && put(object, "name", input_json_text(report->name));
    ok = ok && put(object, "sha256", input_json_text(report->sha256));
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

static json_t *class_json(const struct sim_field *field)
{
    const char text[2] = { field->class_of_default, '\0' };
    return *text ? json_string(text) : json_null();
}

static json_t *one_input_json(const struct sim_input *input)
{
    static const char *const origins[] = { "default", "inherited", "set" };
    json_t *object = json_object();
    bool ok = put(object, "value", input_json(input));
    ok = ok && put(object, "unit", input_json_text(input_unit(input->field)));
    ok = ok && put(object, "class", class_json(input->field));
    ok = ok && put(object, "origin", json_string(origins[input->origin]));
    return whole(object, ok);
}

static json_t *inputs_json(const struct sim_inputs *inputs)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; inputs && i < inputs->n && ok; i++)
        ok = put(object, inputs->items[i].path, one_input_json(&inputs->items[i]));
    return whole(object, ok);
}

static json_t *better_json(enum sim_better better)
{
    return json_string(better == SIM_HIGHER  ? "higher"
                       : better == SIM_LOWER ? "lower"
                                             : "neither");
}

static bool put_estimate(json_t *object, const struct sim_estimate *estimate)
{
    return put(object, "value", input_json_real(estimate->value)) &&
           put(object, "low", input_json_real(estimate->low)) &&
           put(object, "high", input_json_real(estimate->high));
}

/* What a formula gives stands beside what was simulated; where none does, nothing stands. */
static json_t *measure_json(const struct sim_measure *measure,
                            const struct sim_estimate *estimate, double formula)
{
    json_t *object = json_object();
    bool ok = put_estimate(object, estimate);
    ok = ok && put(object, "unit", input_json_text(measure->unit));
    ok = ok && put(object, "better", better_json(measure->better));
    ok = ok && put(object, "definition", input_json_text(measure->definition));
    ok = ok && put(object, "p10", input_json_real(estimate->p10));
    ok = ok && put(object, "p90", input_json_real(estimate->p90));
    if (!isnan(formula)) ok = ok && put(object, "formula", input_json_real(formula));
    return whole(object, ok);
}

static json_t *measures_json(const struct report *report)
{
    const struct sim_results *results = report->results;
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->n_measures && ok; i++)
        ok = put(object, results->measures[i].name,
                 measure_json(&results->measures[i], &results->overall[i],
                              report->formula ? report->formula[i] : NAN));
    return whole(object, ok);
}

static json_t *estimate_json(const struct sim_estimate *estimate)
{
    json_t *object = json_object();
    return whole(object, put_estimate(object, estimate));
}

static json_t *cell_json(const struct sim_results *results, size_t axis, size_t cell)
{
    const struct sim_estimate *estimates = sim_results_cell(results, axis, cell);
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->n_measures && ok; i++)
        if (results->measures[i].axes >> axis & 1U)
            ok = put(object, results->measures[i].name, estimate_json(&estimates[i]));
    return whole(object, ok);
}

static json_t *axis_json(const struct sim_results *results, size_t axis)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->axes[axis].n && ok; i++)
        ok = put(object, results->axes[axis].cells[i], cell_json(results, axis, i));
    return whole(object, ok);
}

static json_t *by_json(const struct sim_results *results)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < results->n_axes && i < AXES_MOST && ok; i++)
        if (results->axes[i].depth <= SIM_FOR_FILES && results->axes[i].n)
            ok = put(object, results->axes[i].name, axis_json(results, i));
    return whole(object, ok);
}

static json_t *report_json(const struct report *report)
{
    const struct sim_results *results = report->results;
    json_t *object = json_object();
    bool ok = put(object, "schema_version", json_integer(SCHEMA_VERSION));
    ok = ok && put(object, "program", program_json(report));
    ok = ok && put(object, "scenario", scenario_json(report));
    ok = ok && put(object, "seed", seed_json(results->seed));
    ok = ok && put(object, "replications", json_integer((json_int_t)results->n_done));
    if (results->interrupted) ok = ok && put(object, "interrupted", json_true());
    ok = ok && put(object, "inputs", inputs_json(report->inputs));
    ok = ok && put(object, "measures", measures_json(report));
    ok = ok && put(object, "by", by_json(results));
    if (report->gap) ok = ok && put(object, "gap", gap_json(report->gap));
    return whole(object, ok);
}

bool results_json_write(FILE *out, const struct report *report, struct sim_faults *faults)
{
    json_t *json = report_json(report);
    if (!json) return sim_faults_memory(faults);
    const size_t flags = JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(17);
    const bool dumped = json_dumpf(json, out, flags) == 0;
    json_decref(json);
    putc('\n', out);
    /* What the disk refuses, output_commit() tells; the rest is memory. */
    return dumped || ferror(out) ? true : sim_faults_memory(faults);
}
