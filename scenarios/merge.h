/* One tree of settings laid over another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups merge key by key. Lists whose elements all have a name merge element by element: known
 * names are merged, new ones appended, and `remove = true` takes an element out. Everything
 * else is replaced whole. */
#ifndef SCENARIOS_MERGE_H
#define SCENARIOS_MERGE_H

#include "scenarios/setting.h"

/* Lays the members of one group over those of another; both are used up, and all that is left
 * is `base`. Notes faults: an element to remove that is not there, memory. */
void merge_group(struct setting *base, struct setting *over, struct sim_arena *arena,
                 struct sim_faults *faults);

/* The element of a list of this name; NULL if there is none, or it is not a list of elements
 * with names. */
struct setting *merge_element_named(const struct setting *list, const char *name);

#endif
