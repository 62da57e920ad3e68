/* What agents dial themselves: answers to requests, and call-backs offered instead of waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/callback.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/call.h"
#include "models/life/outcome.h"
#include "models/life/request.h"
#include "models/life/tell.h"

#include <math.h>

static void count_callback(struct workplace *w, const struct casefile *file, enum count which)
{
    counts_add(&w->counts, class_cell(w, file->class), which, 1.0);
}

static bool may_call_out(const struct workplace *w)
{
    return w->open || (w->scenario->outbound.when_closed && !w->held_back);
}

/* By try; those of an offer, by the attempt that took it too. */
static struct sim_place try_place(const struct workplace *w, const struct casefile *file)
{
    const struct caller *caller = caller_at(w, file->caller);
    const uint32_t offer = file->offered ? caller->attempts << 4 : 0;
    return caller_place(caller, PURPOSE_CALLBACK, (offer | file->tries) & 0xffff);
}

/* The call-back that has been due for longest of those a group may make. */
static struct casefile *first_due(const struct workplace *w, uint32_t group)
{
    const struct group_plan *plan = &w->scenario->routing.groups[group];
    struct casefile *best = NULL;
    for (int i = 0; i < plan->n_sources; i++) {
        const uint32_t f = w->files.due[plan->sources[i].queue].first;
        if (f == NOBODY || (best && w->files.all[f].since >= best->since)) continue;
        best = &w->files.all[f];
    }
    return best;
}

bool callback_waits(const struct workplace *w, uint32_t group, int n_free_besides)
{
    return w->files.n_due && may_call_out(w) &&
           n_free_besides >= w->scenario->outbound.reserve && first_due(w, group);
}

/* He picks up: what he meant to do himself is done with. How long he will talk. */
static double pick_up(struct workplace *w, struct casefile *file, const struct agent *agent)
{
    struct caller *caller = caller_at(w, file->caller);
    file->call_at = INFINITY;
    caller->state = CALLER_CALLED;
    file->begun = false;
    w->ledger.called_reached++;
    count_callback(w, file, N_CALLBACKS_REACHED);
    if (file->request == REQUEST_ANSWERED)
        return like_handling_s(w, caller, w->scenario->outbound.length_s);
    return call_length_s(w, caller, agent);
}

/* An agent, busy from now on, dials. */
static void call_out(struct workplace *w, struct casefile *file, uint32_t a)
{
    const struct scenario *scenario = w->scenario;
    struct agent *agent = &w->floor.agents[a];
    due_leave(&w->files, file);
    file->callback = CALLBACK_DIALLED;
    file->since = w->now;
    file->tries++;
    agent->caller = file->self;
    sim_level_step(&w->files.calling[agent->group], w->now, 1.0);
    count_callback(w, file, N_CALLBACK_TRIES);
    const double p =
        file->offered ? scenario->callback_offer.p_picked_up : scenario->outbound.p_picked_up;
    const struct sim_words words = sim_stream_block(&w->stream, try_place(w, file), 0);
    file->picked_up = sim_uniform(words.word[LANE_WHETHER]) < p;
    tell_file(w, file, TOLD_CALLBACK_DIALS, a, file->picked_up);
    const double length_s =
        file->picked_up ? pick_up(w, file, agent) : scenario->outbound.unanswered_s;
    ask_agent(w, w->now + length_s, EVENT_CALLED, a);
}

bool take_callback(struct workplace *w, uint32_t a)
{
    const uint32_t group = w->floor.agents[a].group;
    if (!callback_waits(w, group, w->floor.teams[group].n_idle)) return false;
    call_out(w, first_due(w, group), a);
    return true;
}

/* A free agent begins to call back. */
static void call_from_idle(struct workplace *w, struct casefile *file, uint32_t a)
{
    floor_unidle(&w->floor, a, w->now);
    floor_busy(&w->floor, a, w->now);
    call_out(w, file, a);
}

void serve_callbacks(struct workplace *w)
{
    for (uint32_t t = 0; t < w->floor.n_teams; t++)
        while (w->floor.teams[t].n_idle && callback_waits(w, t, w->floor.teams[t].n_idle - 1))
            call_from_idle(w, first_due(w, t), w->floor.teams[t].longest);
}

static void serve_callback(struct workplace *w, struct casefile *file)
{
    const struct queue_plan *plan = &w->scenario->routing.queues[file->queue];
    for (int i = 0; i < plan->n_offers; i++) {
        const struct team *team = &w->floor.teams[plan->offers[i].group];
        if (team->n_idle <= w->scenario->outbound.reserve) continue;
        call_from_idle(w, file, team->longest);
        return;
    }
}

void callback_due(struct workplace *w, struct casefile *file, double since)
{
    file->since = since;
    due_join(&w->files, file);
    if (!file->begun) {
        tell_file(w, file, TOLD_CALLBACK_DUE, NOBODY, 0.0);
        file->begun = true;
        w->ledger.callbacks++;
        count_callback(w, file, N_CALLBACKS);
    }
    if (may_call_out(w)) serve_callback(w, file);
}

SIM_ASIDE void on_due(struct workplace *w, uint32_t f)
{
    struct casefile *file = &w->files.all[f];
    if (file->callback == CALLBACK_LATER && file->since == w->now)
        callback_due(w, file, w->now);
}

void withdraw_callback(struct workplace *w, struct casefile *file)
{
    if (file->callback == CALLBACK_LATER) file->callback = CALLBACK_NONE;
    if (file->callback == CALLBACK_DUE) due_leave(&w->files, file);
}

void resume_callback(struct workplace *w, struct casefile *file)
{
    if (file->request == REQUEST_ANSWERED && file->callback == CALLBACK_NONE)
        callback_due(w, file, w->now);
}

SIM_ASIDE void give_up_answer(struct workplace *w, struct caller *caller)
{
    tell_caller(w, caller, TOLD_NEED_UNDELIVERABLE, 0.0);
    release_file(w, caller);
    end_need(w, caller, N_NEEDS_UNDELIVERABLE, &w->ledger.undeliverable);
}

/* Nobody picked up, and it is tried again. */
static void call_later(struct workplace *w, struct casefile *file)
{
    const struct moment moment = moment_of(w);
    bool beyond;
    file->callback = CALLBACK_LATER;
    file->since = outbound_again_at(&moment, &w->stream, try_place(w, file), &beyond);
    tell_file(w, file, TOLD_CALLBACK_LATER, NOBODY,
              beyond ? w->scenario->hours.end_at : file->since);
    if (!beyond) ask_file(w, file->since, EVENT_DUE, file);
}

/* The last try was in vain. One who took an offer is where those are who hung up. */
static void give_up_callback(struct workplace *w, struct casefile *file)
{
    struct caller *caller = caller_at(w, file->caller);
    file->begun = false;
    w->ledger.called_in_vain++;
    count_callback(w, file, N_CALLBACKS_UNREACHED);
    tell_file(w, file, TOLD_CALLBACK_IN_VAIN, NOBODY, 0.0);
    if (file->offered) {
        file->offered = false;
        file->tries = 0;
        if (file->request == REQUEST_NONE) release_file(w, caller);
        redial(w, caller, CAUSE_ABANDONED);
        return;
    }
    file->callback = CALLBACK_GIVEN_UP;
    if (caller->state == CALLER_AWAY && file->call_at == INFINITY) give_up_answer(w, caller);
}

static void on_vain(struct workplace *w, struct casefile *file)
{
    const struct scenario *scenario = w->scenario;
    struct caller *caller = caller_at(w, file->caller);
    const int most = file->offered ? scenario->callback_offer.tries : scenario->outbound.tries;
    const bool away = caller->state == CALLER_AWAY;
    if (file->request == REQUEST_TOLD) {
        if (away) close_need(w, caller);
    } else if (file->tries >= most) {
        give_up_callback(w, file);
    } else if (away) {
        call_later(w, file);
    }
}

static void on_reached(struct workplace *w, struct casefile *file, const struct agent *agent)
{
    struct caller *caller = caller_at(w, file->caller);
    file->offered = false;
    file->tries = 0;
    if (file->request == REQUEST_NONE) release_file(w, caller);
    caller->answers++;
    caller->tries = 0;
    on_helped(w, caller, agent);
}

SIM_ASIDE void on_called(struct workplace *w, uint32_t a)
{
    const struct agent *agent = &w->floor.agents[a];
    struct casefile *file = &w->files.all[agent->caller];
    tell_file(w, file, TOLD_CALLBACK_OVER, a, file->since);
    w->ledger.called_s += w->now - file->since;
    sim_level_step(&w->files.calling[agent->group], w->now, -1.0);
    file->callback = CALLBACK_NONE;
    if (file->caller != NOBODY && file->picked_up)
        on_reached(w, file, agent);
    else if (file->caller != NOBODY)
        on_vain(w, file);
    else if (file->request != REQUEST_OPEN)
        casefiles_give_back(&w->files, file);
    agent_goes_on(w, a);
}

SIM_ASIDE void plan_offer(struct workplace *w, const struct caller *caller)
{
    const struct callback_offer *offer = &w->scenario->callback_offer;
    if (caller->dialled == DIALLED_WRONG) return;
    const struct sim_place place = caller_place(caller, PURPOSE_OFFER, caller->attempts);
    const struct sim_words words = sim_stream_block(&w->stream, place, 0);
    if (sim_uniform(words.word[LANE_WHETHER]) < offer->p_accept)
        ask_firm(w, caller->since + offer->after_s, EVENT_OFFER, caller);
}

/* The wait for which the event was asked is known by its beginning, to the last bit. Who has
 * dialled while an agent tries to reach him is not offered the same again. */
SIM_ASIDE void on_offer(struct workplace *w, struct caller *caller)
{
    if (caller->state != CALLER_MESSAGE && caller->state != CALLER_QUEUED) return;
    if (w->now != caller->since + w->scenario->callback_offer.after_s) return;
    struct casefile *file = file_of(w, caller);
    if (!file) file = open_file(w, caller);
    if (!file || file->callback == CALLBACK_DIALLED) return;
    leave_queue(w, caller);
    const double waited = wait_ends(w, caller, WAITS_LEFT);
    tell_caller(w, caller, TOLD_LEFT, waited);
    count(w, caller, N_LEFT_BY_OFFER, 1.0);
    count(w, caller, S_WAIT_OTHERS, waited);
    count_unanswered(w, caller, N_LEFT_BY_OFFER);
    w->ledger.left_by_offer++;
    free_line(w, caller);
    away_until(w, caller, INFINITY);
    file->queue = class_of(w, caller)->queue;
    file->offered = true;
    callback_due(w, file, caller->since);
}
