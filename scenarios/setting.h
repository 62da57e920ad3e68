/* The settings of a scenario as they were written: a tree that remembers where each one stands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree lives in an arena and holds no value of any library; nothing is ever given back
 * before the arena is. */
#ifndef SCENARIOS_SETTING_H
#define SCENARIOS_SETTING_H

#include "sim/field.h"

#include <stdio.h>

enum setting_type {
    SETTING_GROUP, /* { ... }: members with keys */
    SETTING_LIST,  /* ( ... ) and [ ... ]: elements without */
    SETTING_WHOLE,
    SETTING_REAL,
    SETTING_FLAG,
    SETTING_TEXT,
};

struct setting {
    const char *key; /* NULL for the root and in lists */
    enum setting_type type;
    long long whole;
    double real; /* finite */
    bool flag;
    const char *text;             /* UTF-8 */
    struct setting *first, *last; /* members or elements, in the order of writing */
    struct setting *next;
    const char *file; /* also "--set path=value", then line is 0 */
    unsigned line;
    enum sim_origin origin;
};

/* One part of a path such as groups.accueil.agents or hours.[1].open; not ended by a zero. */
struct path_part {
    const char *start;
    size_t length;
};

/* Takes the next part off a path; false at its end. */
bool path_next(const char **path, struct path_part *part);

/* Puts a child at the end. */
void setting_append(struct setting *self, struct setting *child);

/* Takes a child out; it must be there. */
void setting_remove(struct setting *self, const struct setting *child);

/* A copy of a setting and all that it holds, without a next; texts are shared. NULL when memory
 * has run out. */
struct setting *setting_copy(struct sim_arena *arena, const struct setting *self);

/* The member of a group that has this key; NULL if there is none. */
struct setting *setting_member(const struct setting *self, const char *key);

/* The text of the member `name` of a group; NULL if there is none. */
const char *setting_name(const struct setting *self);

/* What a part of a path says: a member, an element by its name, an element by [index] from 0; a
 * group that stands where a list may is its own element. NULL if there is none. */
struct setting *setting_step(struct setting *self, struct path_part part);

/* Follows a path as far as it stands in the text; the root itself if not at all. */
const struct setting *setting_find(struct setting *root, const char *path);

/* The value as a fault shows it: texts bare and shortened, "( ... )", "{ ... }". Owned by the
 * arena or static; NULL when memory has run out. */
const char *setting_show(struct sim_arena *arena, const struct setting *self);

/* Writes the members of a group in libconfig's grammar, in one way only: the same settings give
 * the same bytes, and read back they are the same settings. */
void setting_write(FILE *out, const struct setting *group);

#endif
