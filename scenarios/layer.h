/* One scenario as layers: the file it is based on, the file itself, overrides; merged.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one lies over another is in scenarios/merge.h; elements like others, in scenarios/like.h.
 */
#ifndef SCENARIOS_LAYER_H
#define SCENARIOS_LAYER_H

#include "scenarios/setting.h"

/* What was read. */
struct layers {
    struct setting *root;   /* merged; without based_on */
    const char *based_on;   /* the file that the asked-for file is based on; NULL if none */
    struct sim_texts files; /* all that were read, the oldest base first */
};

/* Reads a file, its bases and the overrides ("path=value"); all is owned by the arena. False
 * with faults. */
bool layers_read(const char *file, const char *const *sets, size_t n_sets, struct layers *out,
                 struct sim_arena *arena, struct sim_faults *faults);

#endif
