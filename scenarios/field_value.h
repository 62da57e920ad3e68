/* Reads the value of one field that is neither a group nor a list of groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_FIELD_VALUE_H
#define SCENARIOS_FIELD_VALUE_H

#include "scenarios/setting.h"

/* One value to read: what is declared, what is written, and where. */
struct field_place {
    const struct sim_field *field;
    const struct setting *from;
    const char *path;
    struct sim_arena *arena;
    struct sim_faults *faults;
};

/* Converts what is written into the C type of field->kind at `slot`, checks its range, and
 * notes what is wrong; the slot is then left as it was. Texts and arrays are owned by the
 * arena. "" in quotes, or "none", means absent where that is the default. */
void field_value(const struct field_place *place, void *slot);

/* True for the kinds that hold several values in one key. */
bool field_is_plural(enum sim_kind kind);

/* What is wanted where this field stands, as a msgid. */
const char *field_wanted(const struct sim_field *field);

/* Notes a fault at the place, whose `got` is what is written unless it says otherwise. */
void field_refuse(const struct field_place *place, struct sim_fault fault);

/* "2 to 7", "at least 1", in a number's own unit; owned by the arena; NULL without limits. */
const char *field_range(struct sim_arena *arena, double low, double high, enum sim_unit unit);

#endif
