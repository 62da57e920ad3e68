/* The call itself: answered, handled, over; and what the agent does next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/call.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/callback.h"
#include "models/life/consult.h"
#include "models/life/desk.h"
#include "models/life/hand_over.h"
#include "models/life/line.h"
#include "models/life/match.h"
#include "models/life/outcome.h"
#include "models/life/request.h"
#include "models/life/tell.h"
#include "models/life/turn.h"

#include <math.h>

struct sim_draw call_draw(const struct workplace *w, const struct caller *caller,
                          uint32_t ordinal, uint32_t lane)
{
    if (ordinal == 1 && lane <= LANE_HANDLING)
        return (struct sim_draw){ &w->stream, caller_place(caller, PURPOSE_BIRTH, 0),
                                  LANE_FIRST_PATIENCE + lane, birth_word(caller->birth, lane) };
    const struct sim_place place = caller_place(caller, PURPOSE_CALL, ordinal);
    const struct sim_words words = sim_stream_block(&w->stream, place, 0);
    return (struct sim_draw){ &w->stream, place, lane, words.word[lane] };
}

SIM_ASIDE double call_law_far(const struct workplace *w, const struct caller *caller,
                              const struct sim_law *law, uint32_t ordinal, uint32_t lane)
{
    const struct sim_draw draw = call_draw(w, caller, ordinal, lane);
    return sim_law_draw(law, &draw);
}

double like_handling_s(const struct workplace *w, const struct caller *caller, double mean_s)
{
    const struct sim_law *law = &w->scenario->handling.law;
    return call_law(w, caller, law, caller->answers + 1U, LANE_HANDLING) * mean_s /
           law->expected;
}

/* How long an agent is busy with a caller who wants to be helped. */
static inline double helping_s(const struct workplace *w, const struct caller *caller,
                               const struct agent *agent)
{
    const struct scenario *scenario = w->scenario;
    const struct ability *ability =
        &agent->abilities[scenario->several_kinds ? class_of(w, caller)->reason : 0];
    return call_law(w, caller, &scenario->handling.law, caller->answers + 1U, LANE_HANDLING) *
           ability->handling_factor;
}

/* Where practice is counted in calls. */
static void practise(struct workplace *w, const struct caller *caller,
                     const struct agent *agent)
{
    struct learning *learning = &w->workforce.learning;
    const struct roster *roster = &w->scenario->roster;
    if (!learning->calls || !roster->crews[agent->group].n) return;
    const uint32_t a = (uint32_t)(agent - w->floor.agents);
    learning_handle(learning, workforce_of(roster, &w->floor, a), class_of(w, caller)->reason);
}

/* Does the caller want what agents are there for? Not on a wrong line, or for an answer that is
 * there. */
static bool wants_help(const struct workplace *w, const struct caller *caller)
{
    return caller->dialled != DIALLED_WRONG && !(caller->file != NOBODY && is_brief(w, caller));
}

/* An agent answers, where not all calls are alike. */
static void begin_answer(struct workplace *w, const struct caller *caller,
                         const struct agent *agent)
{
    first_answer(w, caller);
    if (w->teamwork.parts)
        w->teamwork.parts[agent - w->floor.agents] = (struct part){ .state = PART_PLAIN };
}

/* A call in which nobody is helped. */
static double brief_s(const struct workplace *w, const struct caller *caller)
{
    if (caller->dialled == DIALLED_WRONG) return wrong_line_s(w, caller);
    return like_handling_s(w, caller, w->scenario->requests.status_length_s);
}

SIM_ASIDE double call_length_s(struct workplace *w, const struct caller *caller,
                               const struct agent *agent)
{
    begin_answer(w, caller, agent);
    if (!wants_help(w, caller)) return brief_s(w, caller);
    practise(w, caller, agent);
    return helping_s(w, caller, agent);
}

/* An agent and a caller are on the line. */
static inline void enter_call(struct workplace *w, struct caller *caller, uint32_t a)
{
    w->ledger.answered++;
    caller->state = CALLER_TALKING;
    caller->since = w->now;
    w->floor.agents[a].caller = caller->self;
}

static inline double talk_of(const struct workplace *w, double handling_s)
{
    return handling_s * (1.0 - w->scenario->handling.wrap_up);
}

SIM_ASIDE void count_aside(struct workplace *w, const struct caller *caller, uint32_t a,
                           double seconds)
{
    const struct agent *agent = &w->floor.agents[a];
    w->teamwork.parts[a].aside_s += seconds;
    count_answer(caller, agent, S_HANDLING, seconds);
    count_answer(caller, agent, S_ASIDE, seconds);
}

SIM_ASIDE void ask_talked(struct workplace *w, const struct caller *caller, double talk_s,
                          double all_s)
{
    if (talk_s < all_s) ask_firm(w, w->now + talk_s, EVENT_TALKED, caller);
}

SIM_ASIDE void help(struct workplace *w, const struct caller *caller, uint32_t a,
                    double after_s)
{
    const struct agent *agent = &w->floor.agents[a];
    const double handling_s = helping_s(w, caller, agent);
    practise(w, caller, agent);
    count_answer(caller, agent, S_HANDLING, handling_s);
    if (w->teamwork.parts && plan_question(w, caller, a, after_s, handling_s)) return;
    ask_end(w, caller, a, after_s + talk_of(w, handling_s), after_s + handling_s);
}

/* A call begins where not all calls are alike, or somebody listens. */
SIM_ASIDE static void start_any_call(struct workplace *w, struct caller *caller, uint32_t a)
{
    const struct agent *agent = &w->floor.agents[a];
    tell_call(w, caller, TOLD_ANSWERED, a, w->now - caller->since);
    if (w->scenario->calls_differ) begin_answer(w, caller, agent);
    enter_call(w, caller, a);
    if (!wants_help(w, caller)) {
        const double handling_s = brief_s(w, caller);
        count_answer(caller, agent, S_HANDLING, handling_s);
        ask_end(w, caller, a, talk_of(w, handling_s), handling_s);
    } else if (!(w->teamwork.parts && plan_hand_over(w, caller, a))) {
        help(w, caller, a, 0.0);
    }
}

/* An agent, busy from now on, takes a caller, whose wait is over. */
static inline void start_call(struct workplace *w, struct caller *caller, uint32_t a)
{
    const struct agent *agent = &w->floor.agents[a];
    if (!w->alike) {
        start_any_call(w, caller, a);
        return;
    }
    const double handling_s = helping_s(w, caller, agent);
    count_answer(caller, agent, S_HANDLING, handling_s);
    enter_call(w, caller, a);
    ask_end(w, caller, a, talk_of(w, handling_s), handling_s);
}

/* The wait of a caller who is answered: counted, and over. */
static void end_wait(struct workplace *w, struct caller *caller, uint32_t a)
{
    const struct agent *agent = &w->floor.agents[a];
    leave_queue(w, caller);
    const double waited = wait_ends(w, caller, WAITS_ANSWERED);
    count_answer(caller, agent, N_ANSWERED_LATER, 1.0);
    count_answer(caller, agent, S_WAIT_ANSWERED, waited);
    if (waited <= w->scenario->service_level.within_s)
        count_answer(caller, agent, N_ANSWERED_WITHIN, 1.0);
}

static inline void busy_from_idle(struct workplace *w, uint32_t a)
{
    floor_unidle(&w->floor, a, w->now);
    floor_busy(&w->floor, a, w->now);
}

inline void answer_at_once(struct workplace *w, struct caller *caller, uint32_t a)
{
    busy_from_idle(w, a);
    count_answer(caller, &w->floor.agents[a], N_ANSWERED_AT_ONCE, 1.0);
    start_call(w, caller, a);
}

void answer_waiting(struct workplace *w, struct caller *caller, uint32_t a)
{
    busy_from_idle(w, a);
    end_wait(w, caller, a);
    start_call(w, caller, a);
}

/* A call is over, and the need may not be, or somebody listens: on a wrong line it has no
 * answer yet. */
SIM_ASIDE static void need_goes_on(struct workplace *w, struct caller *caller,
                                   const struct agent *agent)
{
    tell_call(w, caller, TOLD_HANDLED, (uint32_t)(agent - w->floor.agents), caller->since);
    if (caller->dialled == DIALLED_WRONG) {
        on_told(w, caller);
        return;
    }
    caller->answers++;
    caller->tries = 0;
    on_helped(w, caller, agent);
}

/* The call is over: the caller dials again some day, or his need is done. */
static inline void on_answered(struct workplace *w, struct caller *caller,
                               const struct agent *agent)
{
    free_line(w, caller);
    w->ledger.handled_s += w->now - caller->since;
    if (w->once)
        end_need(w, caller, N_COUNTS, &w->ledger.done);
    else
        need_goes_on(w, caller, agent);
}

/* One of a headcount that drops, who has ended a call, goes. */
SIM_ASIDE static void on_left(struct workplace *w, uint32_t a)
{
    floor_leave(&w->floor, a, w->now);
    tell_agent(w, TOLD_GOES, a, DUTY_HOME);
}

/* What comes before new calls: a visitor; a colleague who asks, whom those who leave do not
 * join; a caller who was handed over. */
SIM_ASIDE static bool take_first(struct workplace *w, uint32_t a, bool leaves)
{
    return (w->desks.n_waiting && take_visitor(w, a)) || (!leaves && join_asking(w, a)) ||
           take_handed_over(w, a);
}

/* An agent who is done, and was busy until now. */
static inline void go_on(struct workplace *w, uint32_t a)
{
    struct agent *agent = &w->floor.agents[a];
    const bool turns = agent->leaves == AGENT_LEAVES;
    const bool leaves = turns || agent->team->n_leaving > 0;
    if (w->n_first && take_first(w, a, leaves)) return;
    const uint32_t next = leaves ? NOBODY : match_caller(w, agent->group);
    if (next != NOBODY) { /* busy he was, busy he stays */
        struct caller *caller = caller_at(w, next);
        end_wait(w, caller, a);
        start_call(w, caller, a);
        return;
    }
    if (w->files.n_due && !leaves && take_callback(w, a)) return;
    floor_unbusy(&w->floor, a, w->now);
    if (turns)
        turn_after_call(w, a);
    else if (leaves)
        on_left(w, a);
    else
        floor_idle(&w->floor, a, w->now);
}

void agent_goes_on(struct workplace *w, uint32_t a)
{
    go_on(w, a);
}

void on_handled(struct workplace *w, uint32_t a)
{
    const struct agent *agent = &w->floor.agents[a];
    on_answered(w, caller_at(w, agent->caller), agent);
    go_on(w, a);
}

void on_talked(struct workplace *w, struct caller *caller)
{
    free_line(w, caller);
}

void on_joined(void *workplace, uint32_t a)
{
    struct workplace *w = workplace;
    if (visitor_waits(w, w->floor.agents[a].group)) {
        busy_from_idle(w, a);
        take_visitor(w, a);
        return;
    }
    if (first_asking(w, a) != NOBODY) {
        busy_from_idle(w, a);
        join_asking(w, a);
        return;
    }
    if (handed_over_waits(w, a)) {
        busy_from_idle(w, a);
        take_handed_over(w, a);
        return;
    }
    floor_unidle(&w->floor, a, w->now); /* he himself does not count among the free */
    const uint32_t c = match_caller(w, w->floor.agents[a].group);
    floor_idle(&w->floor, a, w->now);
    if (c != NOBODY)
        answer_waiting(w, caller_at(w, c), a);
    else if (w->files.n_due)
        serve_callbacks(w);
}
