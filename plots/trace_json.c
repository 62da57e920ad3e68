/* One day of one replication as JSON, schema version 1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/trace_json.h"

#include "plots/input_json.h"
#include "plots/json_parts.h"

#include <math.h>

/* What does not belong to an event is left out. */
static bool put_text(json_t *object, const char *key, const char *text)
{
    return !text || json_put(object, key, input_json_text(text));
}

static bool put_real(json_t *object, const char *key, double value)
{
    return isnan(value) || json_put(object, key, input_json_real(value));
}

static json_t *event_json(const struct trace_event *event)
{
    json_t *object = json_object();
    bool ok = object && put_text(object, "at", event->at);
    ok = ok && put_text(object, "what", event->what);
    ok = ok && put_text(object, "subject", event->subject);
    ok = ok && put_text(object, "need", event->need);
    if (event->attempt) ok = ok && json_put(object, "attempt", json_integer(event->attempt));
    ok = ok && put_text(object, "line", event->line);
    ok = ok && put_text(object, "reason", event->reason);
    ok = ok && put_text(object, "agent", event->agent);
    ok = ok && put_text(object, "duty", event->duty);
    ok = ok && put_text(object, "module", event->module);
    ok = ok && put_real(object, "wait_s", event->wait_s);
    ok = ok && put_real(object, "length_s", event->length_s);
    ok = ok && put_text(object, "until", event->until);
    ok = ok && json_put(object, "waiting", json_integer(event->waiting));
    return json_whole(object, ok);
}

static json_t *events_json(const struct trace_day *day)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < day->n_events && ok; i++)
        ok = json_add(array, event_json(&day->events[i]));
    return json_whole(array, ok);
}

static json_t *span_json(const struct trace_day *day, const struct trace_span *span)
{
    json_t *object = json_object();
    bool ok = object && put_text(object, "agent", day->lanes[span->lane]);
    ok = ok && put_text(object, "does", day->kinds[span->kind].name);
    ok = ok && json_put(object, "from_h", input_json_real(span->from_h));
    ok = ok && json_put(object, "to_h", input_json_real(span->to_h));
    return json_whole(object, ok);
}

static json_t *spans_json(const struct trace_day *day)
{
    json_t *array = json_array();
    bool ok = array;
    for (size_t i = 0; i < day->n_spans && ok; i++)
        ok = json_add(array, span_json(day, &day->spans[i]));
    return json_whole(array, ok);
}

static json_t *counts_json(const struct trace_day *day)
{
    json_t *object = json_object();
    bool ok = object;
    for (size_t i = 0; i < day->n_counts && ok; i++)
        ok = json_put(object, day->counts[i].measure, input_json_real(day->counts[i].value));
    return json_whole(object, ok);
}

static json_t *day_json(const struct trace_day *day)
{
    json_t *object = json_object();
    const struct report report = { .program = day->program,
                                   .version = day->version,
                                   .title = day->title,
                                   .name = day->name,
                                   .sha256 = day->sha256 };
    bool ok = json_put_program(object, &report) && json_put_scenario(object, &report) &&
              json_put_seed(object, day->seed);
    ok = ok && json_put(object, "replication", json_integer(day->replication));
    ok = ok && put_text(object, "day", day->day);
    ok = ok && put_text(object, "need", day->need);
    ok = ok && put_text(object, "agent", day->agent);
    ok = ok && json_put(object, "counts", counts_json(day));
    ok = ok && json_put(object, "events", events_json(day));
    ok = ok && json_put(object, "spans", spans_json(day));
    return json_whole(object, ok);
}

bool trace_json_write(FILE *out, const struct trace_day *day, struct sim_faults *faults)
{
    return json_write_whole(out, day_json(day), faults);
}
