/* Dates and weekdays as a planner writes them, read and written back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_DATE_TEXT_H
#define SCENARIOS_DATE_TEXT_H

#include "sim/fault.h"

/* Reads "2017-10-02" into days since 1970-01-01, in the Gregorian calendar carried back before
 * its beginning; years 1 to 9999. False where there is no such day: `fault` then holds what,
 * wanted and perhaps a hint. */
bool date_parse(const char *text, int *days, struct sim_fault *fault);

/* Reads one date, or a range "2017-10-23 to 2017-10-27" with both its ends, in the same way. */
bool date_range_parse(const char *text, int *first, int *last, struct sim_fault *fault);

/* Writes days since 1970-01-01 as "2017-10-02"; owned by the arena. */
char *date_print(struct sim_arena *arena, int days);

/* Reads "monday-friday", "monday, thursday", "weekdays", "weekend" or "every day" into a mask,
 * bit 0 for Monday; days may be shortened to three letters, and a range may pass Sunday. False
 * where a word is no weekday: `fault` then holds what and wanted. */
bool days_parse(const char *text, unsigned *mask, struct sim_fault *fault);

/* Writes a mask in the shortest of these ways; owned by the arena. */
char *days_print(struct sim_arena *arena, unsigned mask);

#endif
