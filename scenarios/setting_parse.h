/* Turns a scenario's text into a tree of settings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_SETTING_PARSE_H
#define SCENARIOS_SETTING_PARSE_H

#include "scenarios/setting.h"

/* Where a text comes from: what its settings remember. */
struct text_origin {
    const char *file; /* borrowed by the settings */
    enum sim_origin origin;
    bool one_line; /* from the command line: there are no lines to count */
};

/* Returns the root group, owned by the arena; NULL with faults: all that text_check() finds, or
 * the one syntax error at which libconfig stops. */
struct setting *setting_parse(const char *text, struct text_origin origin,
                              struct sim_arena *arena, struct sim_faults *faults);

#endif
