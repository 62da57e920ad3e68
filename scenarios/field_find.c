/* Finds the declaration of a key by its path.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/field_find.h"

#include "scenarios/nearest.h"
#include "scenarios/setting.h"

#include <assert.h>
#include <string.h>

bool field_table_is_named(const struct sim_fields *table)
{
    return table->n && table->rows[0].kind == SIM_NAME && !strcmp(table->rows[0].key, "name");
}

static const struct sim_field *row_find(const struct sim_fields *table, struct path_part part)
{
    for (size_t i = 0; i < table->n; i++) {
        const char *key = table->rows[i].key;
        if (strlen(key) == part.length && !strncmp(key, part.start, part.length))
            return &table->rows[i];
    }
    return NULL;
}

static const char *row_nearest(const struct sim_fields *table, const char *word)
{
    struct nearest nearest = { .word = word };
    for (size_t i = 0; i < table->n; i++)
        nearest_offer(&nearest, table->rows[i].key);
    return nearest.best;
}

/* The path of the first key anywhere that has this very name: "mean" -> "handling.mean". */
static const char *anywhere(const struct sim_fields *table, const char *word,
                            struct sim_arena *arena)
{
    for (size_t i = 0; i < table->n; i++) {
        const struct sim_field *row = &table->rows[i];
        if (!strcmp(row->key, word)) return row->key;
        if (!row->sub) continue;
        const char *inner = anywhere(row->sub, word, arena);
        if (inner) return sim_arena_print(arena, "%s.%s", row->key, inner);
    }
    return NULL;
}

/* A part that is no key may still be an element of the list just passed: <name>, [0], a name;
 * unless it is nearly a key, and the last part: then it is a slip. */
static bool is_element(const struct sim_field *list, const char *word, bool is_last)
{
    if (!list || list->kind != SIM_LIST || !list->sub) return false;
    return strchr("<[", *word) || !is_last || !row_nearest(list->sub, word);
}

const struct sim_field *field_find(const struct sim_fields *table, const char *path,
                                   struct sim_arena *arena, const char **nearest)
{
    const struct sim_fields *within = table;
    const struct sim_field *list = NULL, *found = NULL; /* list: the row just before */
    struct path_part part;
    assert(table);
    *nearest = NULL;
    for (const char *rest = path; path_next(&rest, &part);) {
        const struct sim_field *row = within ? row_find(within, part) : NULL;
        const char *word = sim_arena_print(arena, "%.*s", (int)part.length, part.start);
        if (!word) return NULL;
        if (row) {
            list = found = row;
            within = row->sub;
        } else if (is_element(list, word, !*rest)) {
            list = NULL;
        } else {
            const char *near = within ? row_nearest(within, word) : NULL;
            const int before = (int)(part.start - path);
            *nearest = near ? sim_arena_print(arena, "%.*s%s", before, path, near)
                            : anywhere(table, word, arena);
            return NULL;
        }
    }
    return found;
}
