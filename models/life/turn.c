/* People come and go: each turns from one step of the day's plan to the next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/turn.h"

#include "models/life/call.h"
#include "models/life/callback.h"
#include "models/life/tell.h"

#include <math.h>

static void take_back_turn(struct workplace *w, struct worker *worker)
{
    if (worker->turn) sim_calendar_cancel(&w->calendar, worker->turn);
    worker->turn = 0;
}

/* On the floor are those on the phones; and, where the scenario says that they call back then,
 * those who are at work while the centre is closed. */
static bool is_on_floor(const struct workplace *w, enum duty duty)
{
    return duty == DUTY_PHONES || (duty == DUTY_CLOSED && w->scenario->calls_when_closed);
}

/* The next step is due at that instant, unless the day is over by then. */
static void ask_turn(struct workplace *w, uint32_t p, double at)
{
    struct worker *worker = &w->workforce.workers[p];
    const struct stint *steps = &w->workforce.plan.steps[worker->first_step];
    take_back_turn(w, worker);
    if (worker->step + 1 < worker->n_steps && at < steps[worker->n_steps - 1].end_at)
        worker->turn = sim_calendar_ask(&w->calendar, at, RANK_AGENT, EVENT_TURN, p);
}

/* When a step is over that has not begun yet. */
static double lost_at(const struct stint *step)
{
    return duty_is_elastic(step->duty) ? step->shift_end_at : step->end_at;
}

static double step_length(const struct workplace *w, const struct worker *worker)
{
    const struct stint *step = worker_step(&w->workforce, worker);
    const struct hours *hours = &w->scenario->hours;
    const struct day *day = &hours->days[hours->slots[w->slot].day];
    const double midnight = hours->slots[day->first_slot].start_at;
    return step->end_at - (worker->step ? step[-1].end_at : midnight);
}

static void set_overtime(struct workplace *w, struct worker *worker, bool overtime)
{
    if (worker->overtime == overtime) return;
    worker->overtime = overtime;
    sim_level_step(&w->workforce.crowds[worker->group].overtime, w->now, overtime ? 1.0 : -1.0);
}

/* He turns from what he did to a step. */
static void change_duty(struct workplace *w, struct worker *worker, const struct stint *step)
{
    struct crowd *crowd = &w->workforce.crowds[worker->group];
    sim_level_step(&crowd->duties[worker->doing], w->now, -1.0);
    sim_level_step(&crowd->duties[step->duty], w->now, 1.0);
    if (worker->doing != step->duty || step->module)
        tell_step(w, TOLD_TURNS, worker->agent, step);
    worker->doing = step->duty;
}

/* Whatever he did, and off the phones by now, he turns to the step that is due. */
static void begin_step(struct workplace *w, uint32_t p)
{
    struct worker *worker = &w->workforce.workers[p];
    const struct stint *step = worker_step(&w->workforce, worker);
    double end_at = step->end_at;
    if (duty_is_elastic(step->duty))
        end_at = fmin(w->now + step_length(w, worker), step->shift_end_at);
    ask_turn(w, p, end_at);
    set_overtime(w, worker, false);
    w->floor.agents[worker->agent].leaves = AGENT_STAYS;
    change_duty(w, worker, step);
    if (step->module)
        learning_attend(&w->workforce.learning, p, step->module - 1, step_length(w, worker));
    if (!is_on_floor(w, step->duty)) return;
    floor_come(&w->floor, worker->agent, w->now);
    if (step->duty == DUTY_PHONES)
        on_joined(w, worker->agent);
    else if (w->files.n_due)
        serve_callbacks(w);
}

/* A step is due for someone on the phones. */
static void leave_phones(struct workplace *w, uint32_t p)
{
    struct worker *worker = &w->workforce.workers[p];
    struct agent *agent = &w->floor.agents[worker->agent];
    const struct stint *step = worker_step(&w->workforce, worker);
    if (agent->state == AGENT_IDLE && !w->held_back) {
        floor_go(&w->floor, worker->agent, w->now);
        begin_step(w, p);
        return;
    }
    set_overtime(w, worker, !duty_is_work(step->duty));
    if (agent->leaves == AGENT_STAYS) agent->leaves = w->held_back ? AGENT_HELD : AGENT_LEAVES;
    tell_step(w, TOLD_DUE, worker->agent, step);
    ask_turn(w, p, lost_at(step));
}

static void turn_to_step(struct workplace *w, uint32_t p)
{
    struct worker *worker = &w->workforce.workers[p];
    const struct stint *step = worker_step(&w->workforce, worker);
    if (!is_on_floor(w, worker->doing)) {
        begin_step(w, p);
    } else if (!is_on_floor(w, step->duty)) {
        leave_phones(w, p);
    } else {
        ask_turn(w, p, step->end_at);
        if (worker->doing != step->duty) change_duty(w, worker, step);
        w->floor.agents[worker->agent].leaves = AGENT_STAYS;
        set_overtime(w, worker, false);
    }
}

void on_turn(struct workplace *w, uint32_t p)
{
    struct worker *worker = &w->workforce.workers[p];
    worker->turn = 0;
    do
        worker->step++;
    while (worker->step + 1 < worker->n_steps &&
           lost_at(worker_step(&w->workforce, worker)) <= w->now);
    turn_to_step(w, p);
}

void turn_after_call(struct workplace *w, uint32_t a)
{
    floor_away(&w->floor, a, w->now);
    begin_step(w, workforce_of(&w->scenario->roster, &w->floor, a));
}

void turn_release(struct workplace *w)
{
    for (uint32_t p = 0; p < w->workforce.n; p++) {
        struct agent *agent = &w->floor.agents[w->workforce.workers[p].agent];
        if (agent->leaves != AGENT_HELD) continue;
        agent->leaves = AGENT_LEAVES;
        if (agent->state == AGENT_IDLE) leave_phones(w, p);
    }
}

void turn_day(struct workplace *w, int day)
{
    struct workforce *force = &w->workforce;
    if (force->n == 0) return;
    for (uint32_t p = 0; p < force->n; p++)
        take_back_turn(w, &force->workers[p]);
    if (!workforce_plan(force, &w->scenario->roster, &w->scenario->hours, day, &w->stream)) {
        w->out_of_memory = true;
        return;
    }
    for (uint32_t p = 0; p < force->n; p++)
        turn_to_step(w, p);
}
