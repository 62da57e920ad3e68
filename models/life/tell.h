/* Tells the listener, where there is one, what has just happened.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line in the handlers for each thing that happens. Without a listener it is one look at a
 * pointer; what most calls do goes past even that (workplace.straight). */
#ifndef MODELS_LIFE_TELL_H
#define MODELS_LIFE_TELL_H

#include "models/life/workplace.h"
#include "models/listener.h"

/* The same where there is a listener. */
SIM_SELDOM void told_centre(const struct workplace *w, enum happened what, double value);
SIM_SELDOM void told_caller(const struct workplace *w, const struct caller *caller,
                            enum happened what, double value);
SIM_SELDOM void told_call(const struct workplace *w, const struct caller *caller,
                          enum happened what, uint32_t agent, double value);
SIM_SELDOM void told_file(const struct workplace *w, const struct casefile *file,
                          enum happened what, uint32_t agent, double value);
SIM_SELDOM void told_agent(const struct workplace *w, enum happened what, uint32_t agent,
                           enum duty duty, uint32_t module);
SIM_SELDOM void told_wrapped(const struct workplace *w, uint32_t agent);
SIM_SELDOM void told_visit(const struct workplace *w, const struct visit *visit,
                           enum happened what, uint32_t agent, double value);

/* Of the centre. */
static inline void tell_centre(const struct workplace *w, enum happened what, double value)
{
    if (w->listener) told_centre(w, what, value);
}

/* Of a caller, and no agent; of both. */
static inline void tell_caller(const struct workplace *w, const struct caller *caller,
                               enum happened what, double value)
{
    if (w->listener) told_caller(w, caller, what, value);
}

static inline void tell_call(const struct workplace *w, const struct caller *caller,
                             enum happened what, uint32_t agent, double value)
{
    if (w->listener) told_call(w, caller, what, agent, value);
}

/* Of a request or a call-back; agent NOBODY: of none. */
static inline void tell_file(const struct workplace *w, const struct casefile *file,
                             enum happened what, uint32_t agent, double value)
{
    if (w->listener) told_file(w, file, what, agent, value);
}

static inline void tell_agent(const struct workplace *w, enum happened what, uint32_t agent,
                              enum duty duty)
{
    if (w->listener) told_agent(w, what, agent, duty, 0);
}

/* Of a step of somebody's day. */
static inline void tell_step(const struct workplace *w, enum happened what, uint32_t agent,
                             const struct stint *step)
{
    if (w->listener) told_agent(w, what, agent, step->duty, step->module);
}

/* Of an agent whose part of a call is over, the caller being elsewhere. */
static inline void tell_wrapped(const struct workplace *w, uint32_t agent)
{
    if (w->listener) told_wrapped(w, agent);
}

static inline void tell_visit(const struct workplace *w, const struct visit *visit,
                              enum happened what, uint32_t agent, double value)
{
    if (w->listener) told_visit(w, visit, what, agent, value);
}

#endif
