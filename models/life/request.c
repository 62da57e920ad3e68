/* Requests to field professionals: opened, worked, closed, and what their callers do meanwhile.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/request.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/callback.h"
#include "models/life/dial.h"
#include "models/life/outcome.h"
#include "models/life/tell.h"

#include <math.h>

static void count_request(struct workplace *w, const struct casefile *file, enum count which,
                          double by)
{
    counts_add(&w->counts, class_cell(w, file->class), which, by);
}

static size_t line_of(const struct workplace *w, const struct casefile *file)
{
    return w->scenario->classes[file->class].line;
}

struct casefile *open_file(struct workplace *w, struct caller *caller)
{
    struct casefile *file =
        casefiles_take(&w->files, caller->self, own_class(w->scenario, caller));
    if (!file) {
        w->out_of_memory = true;
        return NULL;
    }
    file->number = caller->number;
    file->where = caller->where;
    file->queue = w->scenario->classes[file->class].queue;
    caller->file = file->self;
    return file;
}

void release_file(struct workplace *w, struct caller *caller)
{
    struct casefile *file = file_of(w, caller);
    if (!file) return;
    caller->file = NOBODY;
    file->call_at = INFINITY;
    withdraw_callback(w, file);
    if (file->begun) w->ledger.overtaken++;
    file->begun = false;
    file->caller = NOBODY;
    if (file->request == REQUEST_OPEN) return;
    file->request = REQUEST_TOLD;
    if (file->callback != CALLBACK_DIALLED) casefiles_give_back(&w->files, file);
}

/* The caller as one who draws for his request, of which he has one at most. */
static struct sim_place request_place(const struct workplace *w, const struct casefile *file)
{
    return caller_place(caller_at(w, file->caller), 0, 1);
}

static void ask_closed(struct workplace *w, const struct casefile *file, double at)
{
    if (at < INFINITY) ask_file(w, at, EVENT_CLOSED, file);
}

/* A professional, who is there for it now, works a request. The work was drawn when it was
 * opened: the need may be over by now. */
static void begin_work(struct workplace *w, const struct casefile *file)
{
    const struct moment moment = moment_of(w);
    tell_file(w, file, TOLD_REQUEST_WORKED, NOBODY, 0.0);
    ask_closed(w, file, requests_worked_until(w->scenario->worked_s, &moment, file->work_s));
}

static void join_bureau(struct workplace *w, struct casefile *file)
{
    const size_t line = line_of(w, file);
    file->work_s =
        requests_law_s(&w->scenario->requests.work_time, &w->stream, request_place(w, file));
    if (w->files.bureaus[line].n_free == 0) {
        bureau_join(&w->files, line, file);
        return;
    }
    w->files.bureaus[line].n_free--;
    begin_work(w, file);
}

static bool is_opened(const struct workplace *w, const struct caller *caller)
{
    const double p = w->scenario->requests.p_opened;
    const struct sim_place place = caller_place(caller, PURPOSE_OUTCOME, caller->answers);
    return p >= 1.0 ||
           sim_uniform(sim_stream_block(&w->stream, place, 0).word[LANE_OPENED]) < p;
}

struct casefile *open_request(struct workplace *w, struct caller *caller)
{
    const struct scenario *scenario = w->scenario;
    if (!(scenario->features & FEATURE_REQUESTS) || !is_opened(w, caller)) return NULL;
    struct casefile *file = open_file(w, caller);
    if (!file) return NULL;
    const struct moment moment = moment_of(w);
    bool beyond;
    file->request = REQUEST_OPEN;
    file->opened_at = w->now;
    w->ledger.requests++;
    count_request(w, file, N_REQUESTS, 1.0);
    tell_file(w, file, TOLD_REQUEST_OPENED, NOBODY, 0.0);
    if (scenario_professionals(scenario, line_of(w, file)) > 0)
        join_bureau(w, file);
    else
        ask_closed(w, file,
                   requests_closed_at(&scenario->requests, scenario->redial.spread_s, &moment,
                                      &w->stream, request_place(w, file), &beyond));
    return file;
}

/* The professional is free for the next request of his line. */
static void free_professional(struct workplace *w, size_t line)
{
    if (scenario_professionals(w->scenario, line) == 0) return;
    const struct casefile *next = bureau_leave(&w->files, line);
    if (next)
        begin_work(w, next);
    else
        w->files.bureaus[line].n_free++;
}

/* The centre will call him: until then he asks no more, though he may have meant to. */
static void await_callback(struct workplace *w, struct casefile *file)
{
    struct caller *caller = caller_at(w, file->caller);
    file->request = REQUEST_ANSWERED;
    if (caller->state != CALLER_AWAY) return;
    if (caller->asks && caller->again) file->call_at = INFINITY;
    if (file->callback == CALLBACK_NONE) callback_due(w, file, w->now);
}

/* The professional tells him; one who is on the line meanwhile ends his call first. */
static void tell(struct workplace *w, struct casefile *file)
{
    struct caller *caller = caller_at(w, file->caller);
    file->request = REQUEST_TOLD;
    if (caller->state == CALLER_AWAY && file->callback != CALLBACK_DIALLED)
        close_need(w, caller);
}

SIM_ASIDE void on_closed(struct workplace *w, uint32_t f)
{
    const struct requests *requests = &w->scenario->requests;
    struct casefile *file = &w->files.all[f];
    w->ledger.requests_closed++;
    count_request(w, file, N_REQUESTS_CLOSED, 1.0);
    count_request(w, file, S_REQUEST_OPEN, w->now - file->opened_at);
    tell_file(w, file, TOLD_REQUEST_CLOSED, NOBODY, file->opened_at);
    free_professional(w, line_of(w, file));
    if (file->caller == NOBODY) {
        file->request = REQUEST_TOLD;
        if (file->callback != CALLBACK_DIALLED) casefiles_give_back(&w->files, file);
    } else if (requests->tracing &&
               requests_called_back(requests, &w->stream, request_place(w, file))) {
        await_callback(w, file);
    } else {
        tell(w, file);
    }
}

void plan_call(struct workplace *w, struct caller *caller, double p_again, bool asks,
               bool today)
{
    struct casefile *file = file_of(w, caller);
    const struct moment moment = moment_of(w);
    bool beyond;
    const double again_at = call_again_at(w, caller, p_again);
    double asked_at = requests_asked_at(&w->scenario->requests, &moment, today, &w->stream,
                                        caller_place(caller, 0, ++file->asked), &beyond);
    if (beyond) asked_at = w->scenario->hours.end_at;
    caller->again = true;
    caller->asks = asks || asked_at < again_at;
    away_until(w, caller, fmin(again_at, asked_at));
}

SIM_ASIDE void on_planned(struct workplace *w, uint32_t f)
{
    const struct casefile *file = &w->files.all[f];
    if (file->call_at == w->now) on_dial(w, caller_at(w, file->caller));
}

void on_filed_dial(struct workplace *w, struct caller *caller)
{
    struct casefile *file = file_of(w, caller);
    file->call_at = INFINITY;
    withdraw_callback(w, file);
    if (caller->again && caller->asks) count(w, caller, N_STATUS_CALLS, 1.0);
}

/* He gives up, for the time being: what he dials later begins anew. */
static void rest(struct workplace *w, struct caller *caller, struct casefile *file)
{
    away_until(w, caller, INFINITY);
    caller->tries = 0;
    tell_caller(w, caller, TOLD_RESTS, 0.0);
    if (file->request == REQUEST_OPEN)
        plan_call(w, caller, 0.0, true, false);
    else if (file->callback == CALLBACK_GIVEN_UP)
        give_up_answer(w, caller);
    else
        resume_callback(w, file);
}

void on_filed_failure(struct workplace *w, struct caller *caller, double at, bool beyond)
{
    struct casefile *file = file_of(w, caller);
    if (file->request == REQUEST_TOLD) {
        close_need(w, caller);
    } else if (at < INFINITY || beyond) {
        away_until(w, caller, beyond ? w->scenario->hours.end_at : at);
        resume_callback(w, file);
    } else {
        rest(w, caller, file);
    }
}

void stock_requests(struct workplace *w, enum count which)
{
    for (uint32_t f = 0; f < w->files.used; f++) {
        const struct casefile *file = &w->files.all[f];
        if (file->callback == FILE_FREE || file->request != REQUEST_OPEN) continue;
        count_request(w, file, which, 1.0);
        if (which == N_REQUESTS_AT_END)
            count_request(w, file, S_REQUEST_AGE, w->now - file->opened_at);
    }
}
