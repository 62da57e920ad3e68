/* An agent hands his call over to another group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/hand_over.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/call.h"
#include "models/life/outcome.h"
#include "models/life/tell.h"

#include <math.h>

/* What is drawn for a transfer belongs to the need and its answer, whoever gives it. */
static struct sim_draw transfer_draw(const struct workplace *w, const struct caller *caller,
                                     uint32_t lane)
{
    const struct sim_place place = caller_place(caller, PURPOSE_TRANSFER, caller->answers + 1U);
    const struct sim_words words = sim_stream_block(&w->stream, place, 0);
    return (struct sim_draw){ &w->stream, place, lane, words.word[lane] };
}

static const struct ability *ability_of(const struct workplace *w, const struct caller *caller,
                                        uint32_t a)
{
    return &w->floor.agents[a].abilities[class_of(w, caller)->reason];
}

/* The first agent's part, talk and wrap-up. */
static double first_s(const struct workplace *w, const struct caller *caller, uint32_t a)
{
    const struct sim_draw draw = transfer_draw(w, caller, LANE_DELAY);
    return sim_law_draw(&ability_of(w, caller, a)->transfer->first, &draw);
}

bool plan_hand_over(struct workplace *w, const struct caller *caller, uint32_t a)
{
    const struct transfer *transfer = ability_of(w, caller, a)->transfer;
    if (!transfer) return false;
    const uint32_t word = transfer_draw(w, caller, LANE_WHETHER).word;
    if (sim_uniform(word) >= transfer->probability) return false;
    const double length_s = first_s(w, caller, a);
    count_answer(caller, &w->floor.agents[a], S_HANDLING, length_s);
    const double talk_s = length_s * (1.0 - w->scenario->handling.wrap_up);
    ask_agent(w, w->now + talk_s, EVENT_HAND_OVER, a);
    return true;
}

/* Is somebody of the group there who stays? */
static bool is_manned(const struct workplace *w, uint32_t group)
{
    const struct team *team = &w->floor.teams[group];
    if (team_present(team) <= team->n_leaving) return false;
    for (uint32_t a = team->first; a < team->first + team->n; a++)
        if (w->floor.agents[a].state != AGENT_OFF && w->floor.agents[a].leaves == AGENT_STAYS)
            return true;
    return false;
}

/* The second agent, busy from now on, takes the caller over; he is told first what it is about,
 * if the other is still there. */
static void take_over(struct workplace *w, struct caller *caller, uint32_t a, double brief_s)
{
    struct agent *agent = &w->floor.agents[a];
    w->teamwork.parts[a] = (struct part){ .state = PART_PLAIN };
    agent->caller = caller->self;
    caller->state = CALLER_TALKING;
    caller->since = w->now;
    w->ledger.taken_over++;
    count_answer(caller, agent, N_TAKEN_OVER, 1.0);
    count_aside(w, caller, a, brief_s);
    help(w, caller, a, brief_s);
}

/* Nobody is free: the caller waits for that group, with a patience of its own. */
static void begin_wait(struct workplace *w, struct caller *caller, uint32_t group)
{
    const struct patience *patience = &w->scenario->patience;
    const struct sim_draw draw = transfer_draw(w, caller, LANE_TIME);
    double held_s =
        patience->law.kind == SIM_NEVER ? INFINITY : sim_law_draw(&patience->law, &draw);
    if (patience->trait_cv > 0.0)
        held_s *= patience_trait(patience, &w->stream, caller_place(caller, 0, 0));
    caller->state = CALLER_HANDED_OVER;
    caller->since = w->now;
    caller->timer = 0;
    if (held_s < INFINITY)
        caller->timer = ask_caller(w, w->now + held_s, EVENT_GIVES_UP, caller);
    caller->handed_to = group;
    waiting_join(&w->teamwork.handed_over[group], &w->callers, caller);
    w->teamwork.n_handed_over++;
    w->n_first++;
    sim_level_step(&w->teamwork.waiting, w->now, 1.0);
}

/* It is over; returns how long it was, in seconds. */
static double end_wait(struct workplace *w, struct caller *caller)
{
    const double waited_s = w->now - caller->since;
    if (caller->timer) sim_calendar_cancel(&w->calendar, caller->timer);
    caller->timer = 0;
    waiting_leave(&w->teamwork.handed_over[caller->handed_to], &w->callers, caller);
    w->teamwork.n_handed_over--;
    w->n_first--;
    sim_level_step(&w->teamwork.waiting, w->now, -1.0);
    w->ledger.transfer_waited_s += waited_s;
    count(w, caller, S_TRANSFER_WAIT, waited_s);
    return waited_s;
}

/* The agent keeps the call, as if it began now; what was said before has no wrap-up. */
static void keep(struct workplace *w, struct caller *caller, uint32_t a)
{
    const double length_s = first_s(w, caller, a);
    count_answer(caller, &w->floor.agents[a], S_HANDLING, -length_s);
    count_aside(w, caller, a, length_s * (1.0 - w->scenario->handling.wrap_up));
    help(w, caller, a, 0.0);
}

SIM_ASIDE void on_hand_over(struct workplace *w, uint32_t a)
{
    struct agent *agent = &w->floor.agents[a];
    struct caller *caller = caller_at(w, agent->caller);
    const struct ability *ability = ability_of(w, caller, a);
    const double brief_s = ability->transfer->brief_s;
    if (!w->open || !is_manned(w, ability->transfer_to)) {
        keep(w, caller, a);
        return;
    }
    const uint32_t other = w->floor.teams[ability->transfer_to].longest;
    w->ledger.handed_over++;
    count_answer(caller, agent, N_TRANSFERS, 1.0);
    count_aside(w, caller, a, brief_s);
    w->teamwork.parts[a].state = PART_WRAPPING;
    w->teamwork.parts[a].since = caller->since;
    agent->caller = NOBODY;
    const double wrap_up_s = first_s(w, caller, a) * w->scenario->handling.wrap_up;
    ask_agent(w, w->now + brief_s + wrap_up_s, EVENT_WRAPPED, a);
    tell_call(w, caller, TOLD_HANDS_OVER, a, other == NOBODY);
    if (other == NOBODY) {
        begin_wait(w, caller, ability->transfer_to);
        return;
    }
    floor_unidle(&w->floor, other, w->now);
    floor_busy(&w->floor, other, w->now);
    tell_call(w, caller, TOLD_TAKES_OVER, other, 0.0);
    take_over(w, caller, other, brief_s);
}

SIM_ASIDE void on_wrapped(struct workplace *w, uint32_t a)
{
    struct part *part = &w->teamwork.parts[a];
    part->state = PART_PLAIN;
    w->ledger.handled_s += w->now - part->since;
    tell_wrapped(w, a);
    agent_goes_on(w, a);
}

SIM_ASIDE void leave_hand_over(struct workplace *w, struct caller *caller)
{
    const double waited_s = end_wait(w, caller);
    w->ledger.left_transfer++;
    count(w, caller, N_TRANSFERS_LEFT, 1.0);
    tell_caller(w, caller, TOLD_LEAVES_TRANSFER, waited_s);
    free_line(w, caller);
    caller->answers++;
    caller->tries = 0;
    on_not_helped(w, caller);
}

SIM_ASIDE void on_gives_up(struct workplace *w, struct caller *caller)
{
    caller->timer = 0;
    leave_hand_over(w, caller);
}

bool handed_over_waits(const struct workplace *w, uint32_t a)
{
    const struct agent *agent = &w->floor.agents[a];
    const struct team *team = agent->team;
    if (w->teamwork.n_handed_over == 0) return false;
    if (w->teamwork.handed_over[agent->group].first == NOBODY) return false;
    if (agent->leaves != AGENT_LEAVES && team->n_leaving == 0) return true;
    if (team->n_leaving > 0 ? team_present(team) > team->n_leaving : team_present(team) > 1)
        return false;
    return w->open || w->held_back;
}

bool take_handed_over(struct workplace *w, uint32_t a)
{
    if (!handed_over_waits(w, a)) return false;
    struct caller *caller =
        caller_at(w, w->teamwork.handed_over[w->floor.agents[a].group].first);
    const double waited_s = end_wait(w, caller);
    tell_call(w, caller, TOLD_TAKES_OVER, a, waited_s);
    take_over(w, caller, a, 0.0);
    return true;
}
