/* Reads a whole file as text, and refuses what is none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_TEXT_READ_H
#define SCENARIOS_TEXT_READ_H

#include "sim/fault.h"

/* Returns the text of a file without its byte-order mark, owned by the arena. NULL, with a
 * fault, where it is missing, a folder, may not be read, is over 1 MiB or is not UTF-8. */
char *text_read(const char *file, struct sim_arena *arena, struct sim_faults *faults);

/* The first byte that is not UTF-8; NULL where all is well. */
const char *text_not_utf8(const char *text);

/* The path of a file that is named in another one, beside which it is looked for unless its
 * name is an absolute path; owned by the arena, NULL when memory has run out. */
const char *file_beside(struct sim_arena *arena, const char *file, const char *name);

#endif
