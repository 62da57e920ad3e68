/* Agents and callers find each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_MATCH_H
#define MODELS_LIFE_MATCH_H

#include "models/life/workplace.h"

/* The same as below, where it takes a search. */
uint32_t match_agent_among(const struct workplace *w, const struct caller *caller);
uint32_t match_caller_among(const struct workplace *w, uint32_t group);

/* The free agent a caller, who waits since caller->since, may have now; NOBODY when there is
 * none. */
static inline uint32_t match_agent(const struct workplace *w, const struct caller *caller)
{
    const int only = w->scenario->classes[caller->class].only;
    if (only >= 0) return w->floor.teams[only].longest;
    return match_agent_among(w, caller);
}

/* The caller an agent about to be free takes: highest priority, then longest wait; NOBODY when
 * none waits for his group. */
static inline uint32_t match_caller(const struct workplace *w, uint32_t group)
{
    return w->n_waiting ? match_caller_among(w, group) : NOBODY;
}

#endif
