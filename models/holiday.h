/* Public holidays, computed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_HOLIDAY_H
#define MODELS_HOLIDAY_H

#include <stdbool.h>

/* Whose public holidays close the centre. */
enum holidays { HOLIDAYS_NONE, HOLIDAYS_FRANCE };

/* Their names in a scenario, in that order. */
extern const char *const holiday_choices[];

/* The date (days since 1970) of Easter Sunday of a year of the Gregorian calendar. */
int holiday_easter(int year);

/* Is it a public holiday there? France: the eleven of its Code du travail, article L3133-1,
 * which hold all over the country but for Alsace and Moselle, who have two more. */
bool holiday_is(enum holidays where, int date);

#endif
