/* What visitors at the desk do: they come, wait if they must, and hold an agent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_DESK_H
#define MODELS_LIFE_DESK_H

#include "models/life/workplace.h"

/* Those who will come in the slot that begins. */
void draw_visits(struct workplace *w, const struct slot *slot);

/* A visitor comes. */
void on_visit(struct workplace *w, uint32_t visit);

/* An agent is done with a visitor. */
void on_visited(struct workplace *w, uint32_t a);

static inline bool visitor_waits(const struct workplace *w, uint32_t group)
{
    return w->desks.n_waiting && w->desks.all[group].first != NOBODY;
}

/* An agent, who counts as busy, takes the visitor who has waited longest at his desk; false
 * when there is none, or when he is about to go and leaves him to those who stay. */
bool take_visitor(struct workplace *w, uint32_t a);

#endif
