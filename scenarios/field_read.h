/* Fills a struct from a tree of settings, as a table of fields declares it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_FIELD_READ_H
#define SCENARIOS_FIELD_READ_H

#include "scenarios/setting.h"

/* Reads every field of the table into `out` (table->size bytes, all zero), with its default
 * where the text says nothing; all faults are noted at once. `inputs` gets each value that took
 * effect, in the order of the tables: one entry for each key, and for each key of each list
 * element; groups and lists of groups are told by what they hold. Texts, lists and inputs are
 * owned by the arena. False with faults. */
bool field_read(const struct setting *root, const struct sim_fields *table, void *out,
                struct sim_arena *arena, struct sim_inputs *inputs, struct sim_faults *faults);

#endif
