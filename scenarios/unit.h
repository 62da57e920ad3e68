/* Numbers with units as a planner writes them, read and written back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers are read and written with a dot: the program never sets LC_NUMERIC. */
#ifndef SCENARIOS_UNIT_H
#define SCENARIOS_UNIT_H

#include "sim/field.h"

enum { NUMBER_SIZE = 32 };

/* Reads "4 min", "94 /h", "85 %", "08:30" ... into the unit that sim/field.h names; ranges are
 * not looked at. False when the text is not such a number: `fault` then holds what, wanted and
 * perhaps a hint (msgids); where it stood is for the caller to add. */
bool unit_parse(const char *text, enum sim_unit unit, double *value, struct sim_fault *fault);

/* What is wanted where a number of this unit stands, as a msgid. */
const char *unit_wanted(enum sim_unit unit);

/* Writes a value the way unit_parse() reads it: "4 min", "85 %", "08:30"; NaN gives "". Owned
 * by the arena; NULL when memory has run out. */
char *unit_print(struct sim_arena *arena, double value, enum sim_unit unit);

/* Writes a decimal number in the fewest digits, from 15 on, that read back as the same number.
 */
void number_print(char text[NUMBER_SIZE], double value);

/* The end of the decimal number at the start of a text, or NULL where none stands: digits, one
 * dot, an exponent, a sign; neither hex, nor inf, nor nan. */
const char *number_end(const char *text);

/* Skips blanks, the no-break spaces of French typing among them. */
const char *blank_end(const char *text);

#endif
