/* Writes a field's value back as a planner would.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_FIELD_WRITE_H
#define SCENARIOS_FIELD_WRITE_H

#include "sim/field.h"

/* The value behind a field: "4 min", "85 %", "2017-10-02", "monday-friday", "lognormal";
 * elements of lists are set apart by commas; "" where it is absent, and for groups and lists of
 * groups. Owned by the arena; NULL when memory has run out. */
const char *field_text(struct sim_arena *arena, const struct sim_field *field,
                       const void *value);

#endif
