/* An agent in the midst of a call asks a colleague.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_CONSULT_H
#define MODELS_LIFE_CONSULT_H

#include "models/life/workplace.h"

/* A call begins, after so many seconds or at once, that will last so many more, talk and
 * wrap-up: will the agent ask? Then all that comes before its end is arranged for; else nothing
 * is. */
bool plan_question(struct workplace *w, const struct caller *caller, uint32_t agent,
                   double after_s, double handling_s);

/* An agent asks: a colleague joins, or he waits for one, or goes on alone. */
void on_question(struct workplace *w, uint32_t agent);

/* He has waited long enough, and goes on alone. */
void on_alone(struct workplace *w, uint32_t agent);

/* A consultation is over: he goes on with the call, the colleague with his own work. */
void on_advised(struct workplace *w, uint32_t agent);

/* Who has asked for longest of those whom this colleague may join; NOBODY: none. */
uint32_t first_asking(const struct workplace *w, uint32_t colleague);

/* A colleague, who counts as busy, joins him; false when there is none. */
bool join_asking(struct workplace *w, uint32_t colleague);

/* By how much a colleague has raised the chance to resolve in the present call of an agent. */
static inline double advice_gain(const struct workplace *w, const struct agent *agent)
{
    if (!(w->scenario->features & FEATURE_CONSULTATION)) return 0.0;
    const bool advised = w->teamwork.parts[agent - w->floor.agents].was_advised;
    return advised ? w->scenario->consultation.gain : 0.0;
}

#endif
