/* How many are born now, and who they are: what day and interval make of the expected needs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_PACE_H
#define MODELS_LIFE_PACE_H

#include "models/life/workplace.h"

/* A day begins: its busyness, its mix of lines and reasons. */
void begin_day(struct workplace *w, const struct day *day);

/* An interval begins: its busyness, and the needs that will be born in it. */
void bear(struct workplace *w, const struct slot *slot);

#endif
