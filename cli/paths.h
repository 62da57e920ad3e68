/* Where the program's own files are: beside the installed program, or in the build tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "sim/arena.h"

/* The folder that holds fr/LC_MESSAGES/decroche.mo; NULL when memory has run out. */
const char *paths_locale(struct sim_arena *arena);

/* The folder that holds scenarios/ (starter.cfg, nord/, textbook/); NULL as above. */
const char *paths_data(struct sim_arena *arena);

/* The scenario of that name: where it says or, from a folder that has none such, the program's
 * own, so that "decroche run scenarios/nord/centre-2017.cfg" works anywhere. */
const char *paths_scenario(const char *file, struct sim_arena *arena);

#endif
