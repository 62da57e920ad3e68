/* JSON put together: members that may fail for want of memory, and what all results share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/json_parts.h"

#include "plots/input_json.h"

#include <inttypes.h>

enum { SCHEMA_VERSION = 1 };

bool json_put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

bool json_add(json_t *array, json_t *value)
{
    return json_array_append_new(array, value) == 0;
}

json_t *json_whole(json_t *container, bool complete)
{
    if (complete) return container;
    json_decref(container);
    return NULL;
}

bool json_put_estimate(json_t *object, const struct sim_estimate *estimate)
{
    return json_put(object, "value", input_json_real(estimate->value)) &&
           json_put(object, "low", input_json_real(estimate->low)) &&
           json_put(object, "high", input_json_real(estimate->high));
}

json_t *json_estimate(const struct sim_estimate *estimate)
{
    json_t *object = json_object();
    return json_whole(object, json_put_estimate(object, estimate));
}

bool json_put_program(json_t *object, const struct report *report)
{
    if (!json_put(object, "schema_version", json_integer(SCHEMA_VERSION))) return false;
    json_t *program = json_object();
    bool ok = json_put(program, "name", input_json_text(report->program));
    ok = ok && json_put(program, "version", input_json_text(report->version));
    return json_put(object, "program", json_whole(program, ok));
}

bool json_put_scenario(json_t *object, const struct report *report)
{
    json_t *scenario = json_object();
    bool ok = json_put(scenario, "title", input_json_text(report->title));
    ok = ok && json_put(scenario, "name", input_json_text(report->name));
    ok = ok && json_put(scenario, "sha256", input_json_text(report->sha256));
    return json_put(object, "scenario", json_whole(scenario, ok));
}

bool json_put_seed(json_t *object, uint64_t seed)
{
    char text[32];
    if (seed <= INT64_MAX) return json_put(object, "seed", json_integer((json_int_t)seed));
    snprintf(text, sizeof text, "%" PRIu64, seed);
    return json_put(object, "seed", json_string(text));
}

json_t *json_better(enum sim_better better)
{
    return json_string(better == SIM_HIGHER  ? "higher"
                       : better == SIM_LOWER ? "lower"
                                             : "neither");
}

bool json_write_whole(FILE *out, json_t *json, struct sim_faults *faults)
{
    if (!json) return sim_faults_memory(faults);
    const size_t flags = JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(17);
    const bool dumped = json_dumpf(json, out, flags) == 0;
    json_decref(json);
    putc('\n', out);
    return dumped || ferror(out) ? true : sim_faults_memory(faults);
}
