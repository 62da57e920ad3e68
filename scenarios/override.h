/* Puts one value of the command line over what a scenario says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_OVERRIDE_H
#define SCENARIOS_OVERRIDE_H

#include "scenarios/setting.h"

/* Applies "path=value" to a tree. The path may name members that are not there yet, but only
 * elements that are; the value is a number, true or false, a text bare or quoted, or a list or
 * group in libconfig's grammar. An element is taken out by groups.night.remove=true. Whether
 * the key is known is for field_read() to say. Faults name "--set path=value" as their file. */
bool override_apply(struct setting *root, const char *path_value, struct sim_arena *arena,
                    struct sim_faults *faults);

#endif
