/* Reads stretches of dates from a table of start,end[,name]: school holidays, for one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_DATES_FILE_H
#define SCENARIOS_DATES_FILE_H

#include "scenarios/field_value.h"

/* Reads the file that stands at a place, beside the scenario that names it, into a struct
 * sim_dates_file at `slot`: every date of every stretch. Lines that are empty or begin with #
 * are passed over, and so is a heading; cells are parted by commas or semicolons. All bad lines
 * are faults, with the file and line where they stand. */
void dates_file_read(const struct field_place *place, void *slot);

#endif
