/* What agents dial themselves: answers to requests, and call-backs offered instead of waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_CALLBACK_H
#define MODELS_LIFE_CALLBACK_H

#include "models/life/workplace.h"

/* A call-back is due, in its place among others by that instant; an agent who is free makes it
 * at once. */
void callback_due(struct workplace *w, struct casefile *file, double since);

/* The next try of one is due. */
void on_due(struct workplace *w, uint32_t file);

/* The caller has a callback no more, or is on the line himself. One that an agent is at goes
 * on. */
void withdraw_callback(struct workplace *w, struct casefile *file);

/* The caller is no longer on the line: if he was to be called back, he is again. */
void resume_callback(struct workplace *w, struct casefile *file);

/* Nobody picked up, and he does not call any more: his answer cannot be given. */
void give_up_answer(struct workplace *w, struct caller *caller);

/* An agent, who counts as busy, calls back who has been due for longest; false when there is
 * nobody he may call now. */
bool take_callback(struct workplace *w, uint32_t agent);

/* May this free agent call somebody back now? */
bool callback_waits(const struct workplace *w, uint32_t group, int n_free_besides);

/* All free agents who may call back do so. */
void serve_callbacks(struct workplace *w);

/* An agent is done with a try. */
void on_called(struct workplace *w, uint32_t agent);

/* A wait begins: some will leave by the offer of a call-back if it lasts. */
void plan_offer(struct workplace *w, const struct caller *caller);

/* A caller has perhaps waited until the offer. */
void on_offer(struct workplace *w, struct caller *caller);

#endif
