/* The way of a call to its answer: born, dialled, greeted, waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/dial.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/call.h"
#include "models/life/callback.h"
#include "models/life/line.h"
#include "models/life/match.h"
#include "models/life/request.h"
#include "models/life/tell.h"

#include <math.h>

/* When the caller's patience will end, counted from now. */
static inline double draw_deadline(struct workplace *w, const struct caller *caller)
{
    const struct patience *patience = &w->scenario->patience;
    if (patience->law.kind == SIM_NEVER) return INFINITY;
    double held_s = call_law(w, caller, &patience->law, caller->attempts, LANE_PATIENCE);
    if (patience->trait_cv > 0.0)
        held_s *= patience_trait(patience, &w->stream, caller_place(caller, 0, 0));
    count(w, caller, S_PATIENCE, held_s);
    count(w, caller, N_PATIENCE, 1.0);
    return w->now + held_s;
}

/* The next of the delays after which further groups join, if any is left. */
SIM_ASIDE static void ask_join(struct workplace *w, struct caller *caller)
{
    const struct queue_plan *plan = &w->scenario->routing.queues[class_of(w, caller)->queue];
    for (int i = 0; i < plan->n_delays; i++) {
        const double at = caller->since + plan->delays[i];
        if (at <= w->now) continue;
        caller->overflow = ask_caller(w, at, EVENT_JOIN, caller);
        return;
    }
}

static inline void join_queue(struct workplace *w, struct caller *caller)
{
    caller->state = CALLER_QUEUED;
    waiting_join(&w->queues[class_of(w, caller)->queue], &w->callers, caller);
    if (caller->deadline < INFINITY)
        caller->timer = ask_caller(w, caller->deadline, EVENT_TIMER, caller);
    if (w->scenario->routing.queues[class_of(w, caller)->queue].n_delays) ask_join(w, caller);
}

/* Does the caller hang up at the waiting message? */
SIM_ASIDE static bool balks(const struct workplace *w, const struct caller *caller)
{
    const double p_balk = w->scenario->message.p_balk;
    return sim_uniform(call_draw(w, caller, caller->attempts, LANE_BALKING).word) < p_balk;
}

/* When the waiting message ends for him; or his patience, if that is before. */
static double message_end(const struct workplace *w, const struct caller *caller)
{
    return fmin(caller->since + w->scenario->message.length_s, caller->deadline);
}

/* The waiting message has ended: some hang up at it, the others are answered or queue. */
SIM_ASIDE static void on_message_end(struct workplace *w, struct caller *caller)
{
    if (balks(w, caller)) {
        leave_unanswered(w, caller, N_BALKED, &w->ledger.balked, CAUSE_BALKED);
        return;
    }
    const uint32_t a = match_agent(w, caller);
    if (a == NOBODY)
        join_queue(w, caller);
    else
        answer_waiting(w, caller, a);
}

/* Nobody is free: the wait begins, with its message if there is one. */
SIM_ASIDE static void begin_wait(struct workplace *w, struct caller *caller)
{
    wait_begins(w);
    if (w->scenario->greeting_s <= 0.0) caller->deadline = draw_deadline(w, caller);
    caller->state = CALLER_MESSAGE;
    caller->timer = caller->overflow = 0;
    if (w->scenario->features & FEATURE_OFFERS) plan_offer(w, caller);
    tell_caller(w, caller, TOLD_WAITS, 0.0);
    if (w->now + w->scenario->message.length_s > w->now)
        ask_firm(w, message_end(w, caller), EVENT_MESSAGE, caller);
    else if (w->scenario->message.p_balk > 0.0 && balks(w, caller))
        leave_unanswered(w, caller, N_BALKED, &w->ledger.balked, CAUSE_BALKED);
    else
        join_queue(w, caller);
}

/* Past the greeting. */
static inline void on_greeted(struct workplace *w, struct caller *caller)
{
    caller->since = w->now;
    const uint32_t a = match_agent(w, caller);
    if (a == NOBODY)
        begin_wait(w, caller);
    else
        answer_at_once(w, caller, a);
}

SIM_ASIDE static void begin_greeting(struct workplace *w, struct caller *caller)
{
    caller->state = CALLER_GREETING;
    caller->overflow = 0;
    caller->deadline = draw_deadline(w, caller);
    w->n_greeting++;
    tell_caller(w, caller, TOLD_GREETED, 0.0);
    const double end = w->now + w->scenario->greeting_s;
    caller->timer = ask_caller(w, fmin(end, caller->deadline), EVENT_TIMER, caller);
}

static bool all_lines_taken(const struct workplace *w, const struct caller *caller)
{
    const uint32_t line = class_of(w, caller)->line;
    const int own = scenario_line(w->scenario, line)->phone_lines;
    return (w->scenario->phone_lines && w->phone_lines >= w->scenario->phone_lines) ||
           (own && w->phone_lines_of[line] >= own);
}

/* A free phone line is taken; false when there is none. */
SIM_ASIDE static bool take_line(struct workplace *w, struct caller *caller)
{
    if (all_lines_taken(w, caller)) return false;
    caller->holds_line = true;
    w->phone_lines++;
    w->phone_lines_of[class_of(w, caller)->line]++;
    return true;
}

SIM_ASIDE static void turn_away(struct workplace *w, struct caller *caller, enum count which,
                                uint64_t *book, enum cause cause)
{
    static const enum happened told_of[N_CAUSES] = {
        [CAUSE_CLOSED] = TOLD_CLOSED, [CAUSE_BUSY] = TOLD_BUSY, [CAUSE_HUNG_UP] = TOLD_HUNG_UP
    };
    tell_caller(w, caller, told_of[cause], 0.0);
    count(w, caller, which, 1.0);
    (*book)++;
    fail(w, caller, cause);
}

/* The doors, the phone lines, the greeting: true when a caller is past them at once. */
SIM_ASIDE static bool gets_through(struct workplace *w, struct caller *caller)
{
    tell_caller(w, caller, TOLD_DIALS, 0.0);
    if (!w->open)
        turn_away(w, caller, N_TURNED_CLOSED, &w->ledger.closed, CAUSE_CLOSED);
    else if (w->scenario->phone_lines_limited && !take_line(w, caller))
        turn_away(w, caller, N_TURNED_BUSY, &w->ledger.busy, CAUSE_BUSY);
    else if (w->scenario->greeting_s > 0.0)
        begin_greeting(w, caller);
    else
        return true;
    return false;
}

/* An attempt, whose cell is known, begins. */
static inline void begin_attempt(struct workplace *w, struct caller *caller)
{
    w->ledger.dialled++;
    caller->attempts++;
    caller->tries++;
    if (w->straight || gets_through(w, caller)) on_greeted(w, caller);
}

SIM_ASIDE void on_dial(struct workplace *w, struct caller *caller)
{
    caller->cell = present_cell(w, caller);
    if (w->scenario->strays) choose_line(w, caller);
    count(w, caller, caller->again ? N_CALLS_AGAIN : N_REDIALS, 1.0);
    if (caller->file != NOBODY) on_filed_dial(w, caller);
    count_begun(w, caller, caller->tries + 1);
    begin_attempt(w, caller);
}

void on_birth(struct workplace *w)
{
    const uint32_t number = (uint32_t)*w->next_birth++;
    struct caller *caller = callers_take(&w->callers);
    w->now = w->next_birth_at;
    w->next_birth_at = w->next_birth < &w->births.keys[w->births.n]
                           ? births_at(*w->next_birth, w->here)
                           : INFINITY;
    if (!caller) {
        w->out_of_memory = true;
        return;
    }
    caller_init(caller, number, w->here->where, births_of(&w->births, number));
    caller->born = caller->cell = present_cell(w, caller);
    if (w->scenario->several_kinds) {
        draw_kind(w, caller);
        count_begun(w, caller, 1);
    }
    caller->born_at = w->now;
    w->ledger.born++;
    begin_attempt(w, caller);
}

/* In the greeting: out of it without having waited at all. */
static void on_hung_up(struct workplace *w, struct caller *caller)
{
    count(w, caller, N_ABANDONED_WITHIN, 1.0);
    turn_away(w, caller, N_HUNG_UP, &w->ledger.hung_up, CAUSE_HUNG_UP);
}

SIM_ASIDE void on_timer(struct workplace *w, struct caller *caller)
{
    caller->timer = 0;
    if (caller->state != CALLER_GREETING) {
        abandon(w, caller);
        return;
    }
    w->n_greeting--;
    if (w->now >= caller->deadline)
        on_hung_up(w, caller);
    else
        on_greeted(w, caller);
}

SIM_ASIDE void on_message(struct workplace *w, struct caller *caller)
{
    if (caller->state != CALLER_MESSAGE || w->now != message_end(w, caller)) return;
    if (w->now >= caller->deadline)
        abandon(w, caller);
    else
        on_message_end(w, caller);
}

SIM_ASIDE void on_join(struct workplace *w, struct caller *caller)
{
    caller->overflow = 0;
    const uint32_t a = match_agent(w, caller);
    if (a == NOBODY)
        ask_join(w, caller);
    else
        answer_waiting(w, caller, a);
}
