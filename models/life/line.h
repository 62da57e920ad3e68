/* Which line a caller dials: his own, a wrong one, or another because his own does not answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_LINE_H
#define MODELS_LIFE_LINE_H

#include "models/life/workplace.h"

/* Who a need is (its line, its reason), where it is counted, and which line it dials first. */
void draw_kind(struct workplace *w, struct caller *caller);

/* Which line the attempt that begins goes to, where that may be another than the caller's own;
 * moves it to that line's cell. */
void choose_line(struct workplace *w, struct caller *caller);

/* How long a caller on a wrong line keeps an agent, in seconds. */
double wrong_line_s(const struct workplace *w, const struct caller *caller);

/* A caller has been told that this is not his line: he dials his own soon, or gives up. */
void on_told(struct workplace *w, struct caller *caller);

#endif
