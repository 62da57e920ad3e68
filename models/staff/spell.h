/* Spells of days away: leave and absence, in single days and in longer spells.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On each date of the calendar a spell begins with probability p_start, whatever came before;
 * it lasts one day, or several. An agent is away on a date that any of his spells covers: a
 * queue of infinitely many servers in discrete time, stationary from the first simulated day
 * on. Every spell has the address (agent, date of its first day), so that nobody's days depend
 * on the horizon or on who else is there. */
#ifndef MODELS_STAFF_SPELL_H
#define MODELS_STAFF_SPELL_H

#include "sim/field.h"
#include "sim/stream.h"

/* As written: leave, absence; then as spells_check() completes it. */
struct spells {
    double share;    /* of days away */
    double p_single; /* of spells, those of one day */
    double mean_s;   /* of the others, which last two days or more */
    double p_start;  /* completed */
    double q;        /* of the others: chance of one more day, from the third on */
    int longest;     /* days; longer ones, less than one in 10^7, are cut */
};

extern const struct sim_fields leave_fields, absence_fields;

void spells_check(struct spells *self);

/* Chance that a spell lasts more than n days. */
double spells_longer(const struct spells *self, int n);

/* Length in days of the spell that begins at that place (entity: agent, where: date); 0 where
 * none does. */
int spells_begin(const struct spells *self, const struct sim_stream *stream,
                 struct sim_place place);

/* The date after the last one covered by spells that began before `date`. */
int spells_cover(const struct spells *self, const struct sim_stream *stream,
                 struct sim_place place, int date);

#endif
