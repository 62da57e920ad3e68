/* Tells the listener, where there is one, what has just happened.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/tell.h"

static struct happening happening_of(const struct workplace *w, enum happened what,
                                     double value)
{
    return (struct happening){ .at = w->now,
                               .value = value,
                               .agent = NOBODY,
                               .n_waiting = w->n_waiting,
                               .n_visitors = w->desks.n_waiting,
                               .cohort = -1,
                               .what = (uint8_t)what };
}

static void say(const struct workplace *w, struct happening happening)
{
    w->listener->hear(w->listener->self, &happening);
}

/* The slot in which an attempt is counted; -1 where it is not. */
static int cohort_of(const struct workplace *w, const struct caller *caller)
{
    if (!counts_is_counted(&w->counts, caller->cell)) return -1;
    return (int)((caller->cell.slot - w->counts.by_slot) / N_COUNTS);
}

static void put_agent(const struct workplace *w, struct happening *happening, uint32_t a)
{
    happening->agent = a;
    if (a != NOBODY) happening->group = w->floor.agents[a].group;
}

SIM_SELDOM void told_centre(const struct workplace *w, enum happened what, double value)
{
    say(w, happening_of(w, what, value));
}

SIM_SELDOM void told_call(const struct workplace *w, const struct caller *caller,
                          enum happened what, uint32_t agent, double value)
{
    struct happening happening = happening_of(w, what, value);
    happening.number = caller->number;
    happening.where = caller->where;
    happening.class = caller->class;
    happening.attempts = caller->attempts;
    happening.tries = caller->tries;
    happening.dialled = caller->dialled;
    happening.again = caller->again;
    happening.asks = caller->asks;
    happening.cohort = cohort_of(w, caller);
    put_agent(w, &happening, agent);
    if (what == TOLD_HANDLED && w->teamwork.parts)
        happening.aside_s = w->teamwork.parts[agent].aside_s;
    say(w, happening);
}

SIM_SELDOM void told_caller(const struct workplace *w, const struct caller *caller,
                            enum happened what, double value)
{
    told_call(w, caller, what, NOBODY, value);
}

SIM_SELDOM void told_file(const struct workplace *w, const struct casefile *file,
                          enum happened what, uint32_t agent, double value)
{
    struct happening happening = happening_of(w, what, value);
    happening.number = file->number;
    happening.where = file->where;
    happening.class = file->class;
    happening.tries = file->tries;
    put_agent(w, &happening, agent);
    say(w, happening);
}

SIM_SELDOM void told_agent(const struct workplace *w, enum happened what, uint32_t agent,
                           enum duty duty, uint32_t module)
{
    struct happening happening = happening_of(w, what, 0.0);
    happening.duty = (uint8_t)duty;
    happening.module = module;
    put_agent(w, &happening, agent);
    say(w, happening);
}

SIM_SELDOM void told_wrapped(const struct workplace *w, uint32_t agent)
{
    struct happening happening = happening_of(w, TOLD_WRAPPED, w->teamwork.parts[agent].since);
    happening.aside_s = w->teamwork.parts[agent].aside_s;
    put_agent(w, &happening, agent);
    say(w, happening);
}

SIM_SELDOM void told_visit(const struct workplace *w, const struct visit *visit,
                           enum happened what, uint32_t agent, double value)
{
    struct happening happening = happening_of(w, what, value);
    put_agent(w, &happening, agent);
    happening.group = visit->desk;
    say(w, happening);
}
