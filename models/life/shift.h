/* What the hour changes: opening and closing, who is there, the births of an interval.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_SHIFT_H
#define MODELS_LIFE_SHIFT_H

#include "models/life/workplace.h"

/* Everybody who was held back past closing may go, once nobody waits any more. */
void release_held_back(struct workplace *w);

/* An interval begins. */
void on_slot(struct workplace *w, int slot);

#endif
