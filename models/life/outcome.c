/* What an answer comes to: resolved at first level or oriented, and who calls again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/outcome.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/call.h"
#include "models/life/consult.h"
#include "models/life/request.h"
#include "models/life/tell.h"

#include <math.h>

static int day_of(double at)
{
    return (int)(at / 86400.0);
}

SIM_ASIDE void first_answer(struct workplace *w, const struct caller *caller)
{
    if (caller->answers > 0 || caller->dialled == DIALLED_WRONG) return;
    counts_add(&w->counts, caller->born, S_TO_FIRST_ANSWER, w->now - caller->born_at);
    if (day_of(w->now) == day_of(caller->born_at))
        counts_add(&w->counts, caller->born, N_REACHED_SAME_DAY, 1.0);
}

void away_until(struct workplace *w, struct caller *caller, double at)
{
    struct casefile *file = file_of(w, caller);
    caller->state = CALLER_AWAY;
    if (file) file->call_at = at;
    if (at < INFINITY)
        tell_caller(w, caller, caller->again ? TOLD_CALLS_AGAIN : TOLD_DIALS_AGAIN, at);
    if (!(at < w->scenario->hours.end_at)) return;
    if (file)
        ask_file(w, at, EVENT_PLANNED, file);
    else
        ask_firm(w, at, EVENT_DIAL, caller);
}

double call_again_at(const struct workplace *w, const struct caller *caller, double p_again)
{
    const struct again *again = &w->scenario->again;
    if (!(p_again > 0.0)) return INFINITY;
    const struct sim_draw draw = call_draw(w, caller, caller->answers, LANE_AGAIN);
    if (sim_uniform(draw.word) >= p_again) return INFINITY;
    const struct moment moment = moment_of(w);
    bool beyond;
    const double at = again_at(again, &w->scenario->redial, &moment, &w->stream,
                               caller_place(caller, 0, caller->answers), &beyond);
    return beyond ? w->scenario->hours.end_at : at;
}

/* Does the caller call again some day, by that chance? Then all that follows is done. */
static bool calls_again(struct workplace *w, struct caller *caller, double p_again)
{
    const double at = call_again_at(w, caller, p_again);
    if (at == INFINITY) return false;
    caller->again = true;
    caller->asks = false;
    away_until(w, caller, at);
    if (at >= w->scenario->hours.end_at && caller->file == NOBODY)
        end_need(w, caller, N_NEEDS_OPEN, &w->ledger.open);
    return true;
}

/* One number a need and answer against the chance: a better chance resolves the same people,
 * and more. */
static bool is_resolved(const struct workplace *w, const struct caller *caller,
                        const struct agent *agent)
{
    const struct sim_place place = caller_place(caller, PURPOSE_OUTCOME, caller->answers);
    const double p =
        agent->abilities[class_of(w, caller)->reason].p_resolved + advice_gain(w, agent);
    if (p >= 1.0) return true;
    return sim_uniform(sim_stream_block(&w->stream, place, 0).word[LANE_RESOLVED]) < p;
}

void close_need(struct workplace *w, struct caller *caller)
{
    counts_add(&w->counts, caller->born, S_TO_CLOSURE, w->now - caller->born_at);
    tell_caller(w, caller, TOLD_NEED_CLOSED, w->now - caller->born_at);
    release_file(w, caller);
    end_need(w, caller, N_NEEDS_CLOSED, &w->ledger.done);
}

static void on_resolved(struct workplace *w, struct caller *caller)
{
    if (calls_again(w, caller, w->scenario->again.p_resolved)) return;
    if (caller->answers == 1) counts_add(&w->counts, caller->born, N_FIRST_CONTACT, 1.0);
    close_need(w, caller);
}

/* He was answered, not helped, and lets it be. */
static void drop_need(struct workplace *w, struct caller *caller)
{
    tell_caller(w, caller, TOLD_NEED_DROPPED, 0.0);
    end_need(w, caller, N_NEEDS_DROPPED, &w->ledger.dropped);
}

/* With a request, his first or one that is open still, or without. */
static void on_oriented(struct workplace *w, struct caller *caller)
{
    const struct scenario *scenario = w->scenario;
    const bool had = caller->file != NOBODY;
    const bool has = had || open_request(w, caller);
    const bool traced = has && scenario->requests.tracing;
    const double p_again = traced ? scenario->again.p_traced : scenario->again.p_untraced;
    if (has)
        plan_call(w, caller, p_again, false, !had);
    else if (!calls_again(w, caller, p_again))
        drop_need(w, caller);
}

/* He asked how his request stands, which is open still: without tracing he is passed on, and
 * may try again. */
static void on_asked(struct workplace *w, struct caller *caller)
{
    const struct scenario *scenario = w->scenario;
    tell_caller(w, caller, TOLD_STATUS, 0.0);
    plan_call(w, caller, scenario->requests.tracing ? 0.0 : scenario->again.p_untraced, true,
              false);
}

static void on_decided(struct workplace *w, struct caller *caller, const struct agent *agent)
{
    const struct casefile *file = file_of(w, caller);
    if (file && file->request >= REQUEST_ANSWERED) {
        tell_caller(w, caller, TOLD_ANSWER, 0.0);
        close_need(w, caller);
        return;
    }
    if (caller->asks) {
        on_asked(w, caller);
        return;
    }
    const bool resolved = is_resolved(w, caller, agent);
    count_answer(caller, agent, resolved ? N_RESOLVED : N_ORIENTED, 1.0);
    tell_caller(w, caller, resolved ? TOLD_RESOLVED : TOLD_ORIENTED, 0.0);
    if (resolved)
        on_resolved(w, caller);
    else
        on_oriented(w, caller);
}

void on_helped(struct workplace *w, struct caller *caller, const struct agent *agent)
{
    if (w->scenario->features & FEATURE_OUTCOMES)
        on_decided(w, caller, agent);
    else if (!calls_again(w, caller, w->scenario->again.p_resolved))
        end_need(w, caller, N_COUNTS, &w->ledger.done);
}

void on_not_helped(struct workplace *w, struct caller *caller)
{
    const double p_again = w->scenario->again.p_untraced;
    caller->again = true;
    caller->asks = false;
    if (caller->file != NOBODY)
        on_filed_failure(w, caller, call_again_at(w, caller, p_again), false);
    else if (!calls_again(w, caller, p_again))
        drop_need(w, caller);
}
