/* Elements of a list that say `like = "name"`: they begin as a copy of that element.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element of that name, of the same list, stands under what the element itself says, by the
 * rules of scenarios/merge.h. All layers and overrides come first: what changes the one changes
 * those that are like it, where they do not say otherwise. */
#ifndef SCENARIOS_LIKE_H
#define SCENARIOS_LIKE_H

#include "scenarios/setting.h"

/* Does so in all lists of elements with names, however deep; what is copied lives in the arena.
 * False with faults: no such element, a circle, memory. */
bool like_resolve(struct setting *root, struct sim_arena *arena, struct sim_faults *faults);

#endif
