/* What an answer comes to: resolved at first level or oriented, and who calls again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_OUTCOME_H
#define MODELS_LIFE_OUTCOME_H

#include "models/life/workplace.h"

/* An answer begins: if it is the first to a need, counts when. */
void first_answer(struct workplace *w, const struct caller *caller);

/* The caller has been answered by an agent, who may or may not have resolved his need: what
 * follows from it. */
void on_helped(struct workplace *w, struct caller *caller, const struct agent *agent);

/* The caller was answered, handed over, and has left before anybody helped him: he calls again
 * as one who has been told nothing, or lets it be. */
void on_not_helped(struct workplace *w, struct caller *caller);

/* The caller has what he wanted. */
void close_need(struct workplace *w, struct caller *caller);

/* When a caller who was answered calls again, by that chance; infinite when he does not, the
 * end of the run when only after it. */
double call_again_at(const struct workplace *w, const struct caller *caller, double p_again);

/* The caller is away, and dials at that instant, infinite for never; with a case file he may
 * change his mind. */
void away_until(struct workplace *w, struct caller *caller, double at);

#endif
