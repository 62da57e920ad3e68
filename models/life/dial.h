/* The way of a call to its answer: born, dialled, greeted, waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_DIAL_H
#define MODELS_LIFE_DIAL_H

#include "models/life/workplace.h"

/* A need is born and dials. */
void on_birth(struct workplace *w);

/* A caller dials, for the first time or again. */
void on_dial(struct workplace *w, struct caller *caller);

/* The greeting, or patience, has come to its end: which, the state and the instant say. */
void on_timer(struct workplace *w, struct caller *caller);

/* The waiting message has come to its end, or patience before it. The event is firm: one who
 * has left meanwhile, or who hears another, it does not concern. */
void on_message(struct workplace *w, struct caller *caller);

/* A caller has waited until further groups join. */
void on_join(struct workplace *w, struct caller *caller);

#endif
