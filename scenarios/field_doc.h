/* The reference of a scenario's keys, printed from the tables that declare them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words come in the language of LC_MESSAGES. */
#ifndef SCENARIOS_FIELD_DOC_H
#define SCENARIOS_FIELD_DOC_H

#include "sim/field.h"

#include <stdio.h>

/* Prints every key as an indented tree: what it is, its range, its default, what it means. */
void field_doc_all(FILE *out, const struct sim_fields *table);

/* Prints one key, and what it holds; elements of lists may be left out of the path, or be
 * named: groups.agents, groups.<name>.agents, groups.accueil.agents, hours.[0].open. False
 * where there is no such key: *nearest is then the path that may be meant, or NULL; owned by
 * the arena. */
bool field_doc_key(FILE *out, const struct sim_fields *table, const char *path,
                   struct sim_arena *arena, const char **nearest);

/* What a key means, as a msgid: its help, or of a mean what it is the mean of. NULL where there
 * is no such key, or it says nothing. */
const char *field_doc_meaning(const struct sim_fields *table, const char *path,
                              struct sim_arena *arena);

/* Prints every key, at whatever depth, whose path ends so ("mean", "steps.reserve"); returns
 * how many there are. */
size_t field_doc_ending(FILE *out, const struct sim_fields *table, const char *ending,
                        struct sim_arena *arena);

/* "15 min to 1 h", "at least 15 min"; NULL: no limit on that side. */
const char *field_doc_range(struct sim_arena *arena, const char *from, const char *to);

/* Prints every key as a page of Markdown, a section for each group. */
void field_doc_markdown(FILE *out, const struct sim_fields *table);

#endif
