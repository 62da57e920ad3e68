/* One day of one replication as JSON, schema version 1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/trace_json.h"

#include "plots/input_json.h"

#include <inttypes.h>
#include <math.h>

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

/* What does not belong to an event is left out. */
static bool put_text(json_t *object, const char *key, const char *text)
{
    return !text || put(object, key, input_json_text(text));
}

static bool put_real(json_t *object, const char *key, double value)
{
    return isnan(value) || put(object, key, input_json_real(value));
}

static json_t *event_json(const struct trace_event *event)
{
    json_t *object = json_object();
    bool ok = object && put_text(object, "at", event->at);
    ok = ok && put_text(object, "what", event->what);
    ok = ok && put_text(object, "subject", event->subject);
    ok = ok && put_text(object, "need", event->need);
    if (event->attempt) ok = ok && put(object, "attempt", json_integer(event->attempt));
    ok = ok && put_text(object, "line", event->line);
    ok = ok && put_text(object, "reason", event->reason);
    ok = ok && put_text(object, "agent", event->agent);
    ok = ok && put_text(object, "duty", event->duty);
    ok = ok && put_text(object, "module", event->module);
    ok = ok && put_real(object, "wait_s", event->wait_s);
    ok = ok && put_real(object, "length_s", event->length_s);
    ok = ok && put_text(object, "until", event->until);
    ok = ok && put(object, "waiting", json_integer(event->waiting));
    return whole(object, ok);
}

static json_t *events_json(const struct trace_day *day)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < day->n_events && ok; i++)
        ok = json_array_append_new(array, event_json(&day->events[i])) == 0;
    return whole(array, ok);
}

static json_t *span_json(const struct trace_day *day, const struct trace_span *span)
{
    json_t *object = json_object();
    bool ok = object && put_text(object, "agent", day->lanes[span->lane]);
    ok = ok && put_text(object, "does", day->kinds[span->kind].name);
    ok = ok && put(object, "from_h", input_json_real(span->from_h));
    ok = ok && put(object, "to_h", input_json_real(span->to_h));
    return whole(object, ok);
}

static json_t *spans_json(const struct trace_day *day)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < day->n_spans && ok; i++)
        ok = json_array_append_new(array, span_json(day, &day->spans[i])) == 0;
    return whole(array, ok);
}

static json_t *counts_json(const struct trace_day *day)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < day->n_counts && ok; i++)
        ok = put(object, day->counts[i].measure, input_json_real(day->counts[i].value));
    return whole(object, ok);
}

static json_t *seed_json(uint64_t seed)
{
    char text[32];
    if (seed <= INT64_MAX) return json_integer((json_int_t)seed);
    snprintf(text, sizeof text, "%" PRIu64, seed);
    return json_string(text);
}

static json_t *names_json(const char *const keys[3], const char *const values[3])
{
    json_t *object = json_object();
    bool ok = object;
    for (int i = 0; i < 3 && keys[i] && ok; i++)
        ok = put(object, keys[i], input_json_text(values[i]));
    return whole(object, ok);
}

static json_t *day_json(const struct trace_day *day)
{
    json_t *object = json_object();
    bool ok = object && put(object, "schema_version", json_integer(SCHEMA_VERSION));
    ok = ok && put(object, "program",
                   names_json((const char *const[3]){ "name", "version" },
                              (const char *const[3]){ day->program, day->version }));
    ok = ok && put(object, "scenario",
                   names_json((const char *const[3]){ "title", "name", "sha256" },
                              (const char *const[3]){ day->title, day->name, day->sha256 }));
    ok = ok && put(object, "seed", seed_json(day->seed));
    ok = ok && put(object, "replication", json_integer(day->replication));
    ok = ok && put_text(object, "day", day->day);
    ok = ok && put_text(object, "need", day->need);
    ok = ok && put_text(object, "agent", day->agent);
    ok = ok && put(object, "counts", counts_json(day));
    ok = ok && put(object, "events", events_json(day));
    ok = ok && put(object, "spans", spans_json(day));
    return whole(object, ok);
}

bool trace_json_write(FILE *out, const struct trace_day *day, struct sim_faults *faults)
{
    json_t *json = day_json(day);
    if (!json) return sim_faults_memory(faults);
    const size_t flags = JSON_INDENT(1) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(17);
    const bool dumped = json_dumpf(json, out, flags) == 0;
    json_decref(json);
    putc('\n', out);
    return dumped || ferror(out) ? true : sim_faults_memory(faults);
}
