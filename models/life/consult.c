/* An agent in the midst of a call asks a colleague.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/consult.h"

#include "models/demand/purpose.h"
#include "models/life/call.h"
#include "models/life/tell.h"

/* What is drawn for a consultation belongs to the need and its answer, whoever gives it. */
static struct sim_place question_place(const struct caller *caller)
{
    return caller_place(caller, PURPOSE_CONSULTATION, caller->answers + 1U);
}

static struct part *part_of(const struct workplace *w, uint32_t a)
{
    return &w->teamwork.parts[a];
}

static struct caller *caller_of(const struct workplace *w, uint32_t a)
{
    return caller_at(w, w->floor.agents[a].caller);
}

bool plan_question(struct workplace *w, const struct caller *caller, uint32_t a, double after_s,
                   double handling_s)
{
    const double p = w->scenario->consultation.probability;
    if (!(p > 0.0)) return false;
    const struct sim_words words = sim_stream_block(&w->stream, question_place(caller), 0);
    if (sim_uniform(words.word[LANE_WHETHER]) >= p) return false;
    const double talk_s = handling_s * (1.0 - w->scenario->handling.wrap_up);
    const double before_s = talk_s * sim_uniform(words.word[LANE_WHEN]);
    part_of(w, a)->talk_s = talk_s - before_s;
    part_of(w, a)->all_s = handling_s - before_s;
    ask_agent(w, w->now + after_s + before_s, EVENT_QUESTION, a);
    return true;
}

/* The wait for a colleague is over. */
static void end_asking(struct workplace *w, uint32_t a)
{
    const double waited_s = w->now - part_of(w, a)->since;
    count_answer(caller_of(w, a), &w->floor.agents[a], S_COLLEAGUE_WAIT, waited_s);
    count_aside(w, caller_of(w, a), a, waited_s);
}

/* He goes on with the call. */
static void resume(struct workplace *w, uint32_t a)
{
    ask_end(w, caller_of(w, a), a, part_of(w, a)->talk_s, part_of(w, a)->all_s);
}

/* A colleague, busy from now on, is with him for as long as it takes. */
static void confer(struct workplace *w, uint32_t a, uint32_t colleague)
{
    const struct caller *caller = caller_of(w, a);
    const struct sim_place place = question_place(caller);
    const uint32_t word = sim_stream_block(&w->stream, place, 0).word[LANE_DELAY];
    const struct sim_draw draw = { &w->stream, place, LANE_DELAY, word };
    const double length_s = sim_law_draw(&w->scenario->consultation.length, &draw);
    struct part *part = part_of(w, a);
    end_asking(w, a);
    count_aside(w, caller, a, length_s);
    count_answer(caller, &w->floor.agents[a], N_ADVISED, 1.0);
    *part = (struct part){ .talk_s = part->talk_s,
                           .all_s = part->all_s,
                           .aside_s = part->aside_s,
                           .since = w->now,
                           .colleague = colleague,
                           .state = PART_ADVISED,
                           .was_advised = true };
    sim_level_step(&w->teamwork.advising[w->floor.agents[colleague].group], w->now, 1.0);
    tell_call(w, caller, TOLD_ADVISES, colleague, (double)a);
    ask_agent(w, w->now + length_s, EVENT_ADVISED, a);
}

/* Those who may take such calls, some time or other, may be asked; and those of his own group,
 * who has this one. */
static bool may_advise(const struct workplace *w, uint32_t group, uint32_t a)
{
    const struct scenario *scenario = w->scenario;
    const uint32_t queue = class_of(w, caller_of(w, a))->queue;
    return group == w->floor.agents[a].group ||
           routing_offers(&scenario->routing.queues[queue], group);
}

/* Of all who are free and may be asked, the longest idle. */
static uint32_t free_colleague(const struct workplace *w, uint32_t a)
{
    uint32_t best = NOBODY;
    if (!w->open) return NOBODY;
    for (uint32_t t = 0; t < w->floor.n_teams; t++) {
        const uint32_t longest = w->floor.teams[t].longest;
        if (longest == NOBODY || !may_advise(w, t, a)) continue;
        if (best == NOBODY ||
            w->floor.agents[longest].idle_since < w->floor.agents[best].idle_since)
            best = longest;
    }
    return best;
}

SIM_ASIDE void on_question(struct workplace *w, uint32_t a)
{
    struct part *part = part_of(w, a);
    const double wait_s = w->scenario->consultation.wait_at_most_s;
    const uint32_t colleague = free_colleague(w, a);
    part->since = w->now;
    count_answer(caller_of(w, a), &w->floor.agents[a], N_CONSULTATIONS, 1.0);
    tell_call(w, caller_of(w, a), TOLD_ASKS, a, colleague == NOBODY);
    if (colleague != NOBODY) {
        floor_unidle(&w->floor, colleague, w->now);
        floor_busy(&w->floor, colleague, w->now);
        confer(w, a, colleague);
    } else if (wait_s > 0.0 && w->open) {
        teamwork_ask(&w->teamwork, a);
        w->n_first++;
        part->patience =
            sim_calendar_ask(&w->calendar, w->now + wait_s, RANK_AGENT, EVENT_ALONE, a);
    } else {
        resume(w, a);
    }
}

static void ask_no_more(struct workplace *w, uint32_t a)
{
    teamwork_ask_no_more(&w->teamwork, a);
    w->n_first--;
}

SIM_ASIDE void on_alone(struct workplace *w, uint32_t a)
{
    ask_no_more(w, a);
    end_asking(w, a);
    tell_call(w, caller_of(w, a), TOLD_ALONE, a, w->now - part_of(w, a)->since);
    resume(w, a);
}

uint32_t first_asking(const struct workplace *w, uint32_t colleague)
{
    if (w->teamwork.n_asking == 0 || !w->open) return NOBODY;
    uint32_t a = w->teamwork.first;
    while (a != NOBODY && !may_advise(w, w->floor.agents[colleague].group, a))
        a = part_of(w, a)->next;
    return a;
}

bool join_asking(struct workplace *w, uint32_t colleague)
{
    const uint32_t a = first_asking(w, colleague);
    if (a == NOBODY) return false;
    sim_calendar_cancel(&w->calendar, part_of(w, a)->patience);
    ask_no_more(w, a);
    confer(w, a, colleague);
    return true;
}

SIM_ASIDE void on_advised(struct workplace *w, uint32_t a)
{
    struct part *part = part_of(w, a);
    const uint32_t colleague = part->colleague;
    part->state = PART_PLAIN;
    w->ledger.advised_s += w->now - part->since;
    sim_level_step(&w->teamwork.advising[w->floor.agents[colleague].group], w->now, -1.0);
    tell_call(w, caller_of(w, a), TOLD_ADVICE_OVER, colleague, part->since);
    resume(w, a);
    agent_goes_on(w, colleague);
}
