/* What was followed, in the plain texts and numbers that files and figures take.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trace_export.h"

#include "cli/trace_phrase.h"
#include "models/date.h"
#include "models/flow/callers.h"
#include "models/names.h"
#include "scenarios/date_text.h"

#include <math.h>

/* What an event is called, and what its value is. */
enum value_kind { VALUE_NONE, VALUE_WAIT, VALUE_SINCE, VALUE_UNTIL };
struct event_row {
    const char *name;
    enum value_kind value;
};

static const struct event_row rows[N_TOLD] = {
    [TOLD_DAY] = { "day", VALUE_NONE },
    [TOLD_OPENS] = { "opens", VALUE_NONE },
    [TOLD_CLOSES] = { "closes", VALUE_NONE },
    [TOLD_DIALS] = { "dials", VALUE_NONE },
    [TOLD_CLOSED] = { "closed_message", VALUE_NONE },
    [TOLD_BUSY] = { "busy_tone", VALUE_NONE },
    [TOLD_GREETED] = { "greeting", VALUE_NONE },
    [TOLD_HUNG_UP] = { "hangs_up_in_greeting", VALUE_NONE },
    [TOLD_WAITS] = { "waits", VALUE_NONE },
    [TOLD_BALKED] = { "balks", VALUE_WAIT },
    [TOLD_ABANDONED] = { "abandons", VALUE_WAIT },
    [TOLD_CUT_OFF] = { "cut_off", VALUE_WAIT },
    [TOLD_LEFT] = { "takes_offer", VALUE_WAIT },
    [TOLD_ANSWERED] = { "answered", VALUE_WAIT },
    [TOLD_TALKED] = { "talked", VALUE_SINCE },
    [TOLD_HANDLED] = { "handled", VALUE_SINCE },
    [TOLD_WRONG_LINE] = { "wrong_line", VALUE_NONE },
    [TOLD_ASKS] = { "asks_colleague", VALUE_NONE },
    [TOLD_ADVISES] = { "joins_colleague", VALUE_NONE },
    [TOLD_ADVICE_OVER] = { "leaves_colleague", VALUE_SINCE },
    [TOLD_ALONE] = { "goes_on_alone", VALUE_WAIT },
    [TOLD_HANDS_OVER] = { "hands_over", VALUE_NONE },
    [TOLD_TAKES_OVER] = { "takes_over", VALUE_WAIT },
    [TOLD_LEAVES_TRANSFER] = { "leaves_transfer", VALUE_WAIT },
    [TOLD_WRAPPED] = { "wrapped_up", VALUE_SINCE },
    [TOLD_RESOLVED] = { "resolved", VALUE_NONE },
    [TOLD_ORIENTED] = { "oriented", VALUE_NONE },
    [TOLD_STATUS] = { "told_status", VALUE_NONE },
    [TOLD_ANSWER] = { "given_answer", VALUE_NONE },
    [TOLD_DIALS_AGAIN] = { "will_dial_again", VALUE_UNTIL },
    [TOLD_CALLS_AGAIN] = { "will_call_again", VALUE_UNTIL },
    [TOLD_RESTS] = { "rests", VALUE_NONE },
    [TOLD_NEED_CLOSED] = { "need_closed", VALUE_NONE },
    [TOLD_NEED_LOST] = { "need_lost", VALUE_NONE },
    [TOLD_NEED_DROPPED] = { "need_dropped", VALUE_NONE },
    [TOLD_NEED_UNDELIVERABLE] = { "need_undeliverable", VALUE_NONE },
    [TOLD_REQUEST_OPENED] = { "request_opened", VALUE_NONE },
    [TOLD_REQUEST_WORKED] = { "request_worked", VALUE_NONE },
    [TOLD_REQUEST_CLOSED] = { "request_closed", VALUE_SINCE },
    [TOLD_CALLBACK_DUE] = { "callback_due", VALUE_NONE },
    [TOLD_CALLBACK_DIALS] = { "callback_dials", VALUE_NONE },
    [TOLD_CALLBACK_OVER] = { "callback_over", VALUE_SINCE },
    [TOLD_CALLBACK_LATER] = { "callback_later", VALUE_UNTIL },
    [TOLD_CALLBACK_IN_VAIN] = { "callback_in_vain", VALUE_NONE },
    [TOLD_COMES] = { "comes", VALUE_NONE },
    [TOLD_GOES] = { "goes", VALUE_NONE },
    [TOLD_TURNS] = { "turns_to", VALUE_NONE },
    [TOLD_DUE] = { "due", VALUE_NONE },
    [TOLD_VISITOR] = { "visitor", VALUE_NONE },
    [TOLD_VISIT_BEGINS] = { "visit", VALUE_WAIT },
    [TOLD_VISIT_ENDS] = { "visit_over", VALUE_SINCE },
};

static const char *const duty_names[N_DUTIES] = {
    "none",    "home",     "leave", "absent",    "late",   "break",
    "meeting", "training", "other", "off_phone", "closed", "phones",
};

static const char *instant(const struct follow *follow, double at, struct sim_arena *arena)
{
    const struct hours *hours = &follow->scenario->hours;
    const double day = floor(at / 86400.0);
    const long ms = lround(floor((at - day * 86400.0) * 1000.0));
    const char *date = date_print(arena, hours->days[0].date + (int)day);
    return sim_arena_print(arena, "%sT%02ld:%02ld:%02ld.%03ld", date ? date : "", ms / 3600000,
                           ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

/* What kind of attempt, or of call-back, it is. */
static const char *subject_of(const struct happening *happening)
{
    if (happening->what == TOLD_CALLBACK_DIALS)
        return happening->value > 0.0 ? "picked_up" : "not_picked_up";
    if (happening->what != TOLD_DIALS) return NULL;
    if (happening->dialled == DIALLED_WRONG) return "wrong_line";
    if (happening->dialled == DIALLED_OTHER) return "other_line";
    if (happening->again) return happening->asks ? "status" : "again";
    return happening->attempts > 1 ? "redial" : NULL;
}

static void put_value(struct trace_event *event, const struct follow *follow,
                      const struct happening *happening, struct sim_arena *arena)
{
    const enum value_kind kind = rows[happening->what].value;
    event->wait_s = kind == VALUE_WAIT ? happening->value : NAN;
    event->length_s = kind == VALUE_SINCE ? happening->at - happening->value : NAN;
    if (kind == VALUE_UNTIL && happening->value < follow->scenario->hours.end_at)
        event->until = instant(follow, happening->value, arena);
}

static struct trace_event event_of(const struct follow *follow,
                                   const struct happening *happening, struct sim_arena *arena)
{
    const struct scenario *scenario = follow->scenario;
    struct trace_event event = { .at = instant(follow, happening->at, arena),
                                 .what = rows[happening->what].name,
                                 .subject = subject_of(happening),
                                 .attempt = happening->attempts,
                                 .waiting = happening->n_waiting };
    put_value(&event, follow, happening, arena);
    if (happening->agent != NOBODY)
        event.agent = sim_arena_text(arena, trace_agent(scenario, happening->agent).text);
    if (happening->what == TOLD_TURNS || happening->what == TOLD_DUE)
        event.duty = duty_names[happening->duty];
    if (happening->module)
        event.module =
            names_at(&scenario->training, sizeof(struct module), happening->module - 1);
    if (happening->where == 0) return event;
    const struct call_class *class = &scenario->classes[happening->class];
    event.need = sim_arena_text(
        arena, trace_need((struct need_address){ happening->number, happening->where }).text);
    event.line = scenario_line(scenario, class->line)->name;
    event.reason = scenario_reason(scenario, class->reason)->name;
    return event;
}

static bool put_events(const struct trace *self, struct trace_day *day, struct sim_arena *arena)
{
    const struct follow *follow = self->follow;
    struct trace_event *events = sim_arena_new(arena, follow->n + 1, sizeof *events);
    if (!events) return false;
    for (size_t i = 0, to; i < follow->n; i = to) {
        to = trace_together(follow, i);
        if (!trace_shows(self, i, to)) continue;
        for (size_t k = i; k < to; k++)
            events[day->n_events++] = event_of(follow, &follow->happenings[k], arena);
    }
    day->events = events;
    return true;
}

/* Of all agents, or of the one that is asked for. */
static bool put_spans(const struct trace *self, struct trace_day *day, struct sim_arena *arena)
{
    const struct follow *follow = self->follow;
    const bool one = self->agent != NOBODY;
    const uint32_t first = one ? self->agent : 0, n = one ? 1 : follow->n_agents;
    struct trace_span *spans = sim_arena_new(arena, follow->n_spans + 1, sizeof *spans);
    const char **lanes = sim_arena_new(arena, n + 1, sizeof *lanes);
    if (!spans || !lanes) return false;
    for (uint32_t i = 0; i < n; i++)
        lanes[i] = sim_arena_text(arena, trace_agent(follow->scenario, first + i).text);
    for (size_t i = 0; i < follow->n_spans; i++) {
        const struct span *span = &follow->spans[i];
        if (span->agent < first || span->agent >= first + n) continue;
        spans[day->n_spans++] =
            (struct trace_span){ .lane = span->agent - first,
                                 .kind = (size_t)span->doing,
                                 .from_h = (span->from_at - follow->from_at) / 3600.0,
                                 .to_h = (span->to_at - follow->from_at) / 3600.0 };
    }
    day->spans = spans;
    day->lanes = lanes;
    day->n_lanes = n;
    return true;
}

static bool put_crowds(const struct follow *follow, struct trace_day *day,
                       struct sim_arena *arena)
{
    struct trace_crowd *crowds = sim_arena_new(arena, follow->n_crowding + 1, sizeof *crowds);
    if (!crowds) return false;
    for (size_t i = 0; i < follow->n_crowding; i++)
        crowds[i] = (struct trace_crowd){
            fmax(0.0, (follow->crowding[i].at - follow->from_at) / 3600.0),
            follow->crowding[i].n_waiting, follow->crowding[i].n_visitors
        };
    day->crowds = crowds;
    day->n_crowds = follow->n_crowding;
    return true;
}

/* When the centre was open, in stretches. */
static bool put_open(const struct follow *follow, struct trace_day *day,
                     struct sim_arena *arena)
{
    const struct hours *hours = &follow->scenario->hours;
    const struct day *of = &hours->days[follow->day];
    double *open_h = sim_arena_new(arena, (size_t)of->n_slots * 2 + 2, sizeof *open_h);
    if (!open_h) return false;
    for (int i = of->first_slot; i < of->first_slot + of->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        if (!slot->open) continue;
        const double from_h = (slot->start_at - follow->from_at) / 3600.0;
        if (day->n_open == 0 || open_h[2 * day->n_open - 1] < from_h)
            open_h[2 * day->n_open++] = from_h;
        open_h[2 * day->n_open - 1] = (slot->end_at - follow->from_at) / 3600.0;
    }
    day->open_h = open_h;
    return true;
}

/* When something happened to the need on that day, each instant once. */
static bool put_marks(const struct follow *follow, struct trace_day *day,
                      struct sim_arena *arena)
{
    double *marks_h = sim_arena_new(arena, follow->n + 1, sizeof *marks_h);
    if (!marks_h) return false;
    for (size_t i = 0; follow->need.where && i < follow->n; i++) {
        const double at = follow->happenings[i].at;
        const bool again = i > 0 && follow->happenings[i - 1].at == at;
        if (again || at < follow->from_at || at >= follow->to_at) continue;
        marks_h[day->n_marks++] = (at - follow->from_at) / 3600.0;
    }
    day->marks_h = marks_h;
    return true;
}

static bool put_counts(const struct follow *follow, struct trace_day *day,
                       struct sim_arena *arena)
{
    struct trace_count *counts = sim_arena_new(arena, n_followed_measures, sizeof *counts);
    if (!counts) return false;
    for (size_t i = 0; i < n_followed_measures; i++)
        counts[i] = (struct trace_count){ followed_measures[i].measure,
                                          follow->counts[followed_measures[i].count] };
    day->counts = counts;
    day->n_counts = follow->need.where ? 0 : n_followed_measures;
    return true;
}

bool trace_export(const struct trace *self, struct trace_day *day, struct sim_arena *arena)
{
    const struct follow *follow = self->follow;
    struct trace_kind *kinds = sim_arena_new(arena, N_DOING, sizeof *kinds);
    if (!kinds) return false;
    for (int i = 0; i < N_DOING; i++)
        kinds[i] = (struct trace_kind){ trace_doing_names[i], trace_doing_titles[i] };
    day->kinds = kinds;
    day->n_kinds = N_DOING;
    day->seed = self->seed;
    day->replication = self->replication + 1;
    day->date = follow->scenario->hours.days[follow->day].date;
    day->day = date_print(arena, day->date);
    if (follow->need.where) day->need = sim_arena_text(arena, trace_need(follow->need).text);
    if (self->agent != NOBODY)
        day->agent = sim_arena_text(arena, trace_agent(follow->scenario, self->agent).text);
    return put_events(self, day, arena) && put_spans(self, day, arena) &&
           put_crowds(follow, day, arena) && put_open(follow, day, arena) &&
           put_marks(follow, day, arena) && put_counts(follow, day, arena);
}
