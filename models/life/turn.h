/* People come and go: each turns from one step of the day's plan to the next.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step is due at its time. Who is free turns to it at once, who is on a call after it. Breaks
 * and work off the phone then have their full length, but not beyond the shift; everything else
 * ends when it was meant to, and what is over before it could begin is left out. While callers
 * are served out after closing, those who were there at closing stay. */
#ifndef MODELS_LIFE_TURN_H
#define MODELS_LIFE_TURN_H

#include "models/life/workplace.h"

/* A day begins, an index: everybody's plan is made. */
void turn_day(struct workplace *w, int day);

/* The next step of the p-th worker is due. */
void on_turn(struct workplace *w, uint32_t p);

/* An agent, no longer busy, has ended the call after which he or she was to leave the phones.
 */
void turn_after_call(struct workplace *w, uint32_t a);

/* Nobody is kept after closing any more. */
void turn_release(struct workplace *w);

#endif
