/* Finds the declaration of a key by its path.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_FIELD_FIND_H
#define SCENARIOS_FIELD_FIND_H

#include "sim/field.h"

/* True where the elements of a list are addressed by name rather than by [index]. */
bool field_table_is_named(const struct sim_fields *table);

/* The declaration of a key; elements of lists may be left out of the path, be <name>, a name or
 * [index]. NULL where there is none: *nearest is then the path that may be meant, or NULL;
 * owned by the arena. */
const struct sim_field *field_find(const struct sim_fields *table, const char *path,
                                   struct sim_arena *arena, const char **nearest);

#endif
