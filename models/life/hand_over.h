/* An agent hands his call over to another group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_HAND_OVER_H
#define MODELS_LIFE_HAND_OVER_H

#include "models/life/workplace.h"

/* A call begins: will the agent hand it over? Then all that comes before is arranged for; else
 * nothing is. */
bool plan_hand_over(struct workplace *w, const struct caller *caller, uint32_t agent);

/* He hands it over now: to an agent of that group, or to its queue; where nobody of it is there
 * to stay, he keeps the call. */
void on_hand_over(struct workplace *w, uint32_t agent);

/* He is done with his part of a call that was handed over. */
void on_wrapped(struct workplace *w, uint32_t agent);

/* A caller who was handed over, and waits, hangs up. */
void on_gives_up(struct workplace *w, struct caller *caller);

/* The same, or he is cut off. */
void leave_hand_over(struct workplace *w, struct caller *caller);

/* Does one wait whom this agent, free or done with his work, takes now? Who is to go leaves him
 * to those who stay, if there are any. */
bool handed_over_waits(const struct workplace *w, uint32_t agent);

/* An agent, who counts as busy, takes the one who has waited longest; false when there is none.
 */
bool take_handed_over(struct workplace *w, uint32_t agent);

#endif
