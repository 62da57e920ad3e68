/* Exact values of textbook models, by case and column.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/exact.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is asked for; `part` is -1 for the case as a whole. */
struct wanted {
    const char *id, *name;
    int part;
};

static bool table_has_parts(const struct exact_table *table)
{
    return strchr(table->columns[0], '#') != NULL;
}

static bool column_ends_in(const char *column, const char *name)
{
    const char *dot = strrchr(column, '.');
    return strcmp(dot ? dot + 1 : column, name) == 0;
}

static const double *table_value(const struct exact_table *table, struct wanted wanted)
{
    size_t column = 0;
    while (table->columns[column] && !column_ends_in(table->columns[column], wanted.name))
        column++;
    if (!table->columns[column] || table_has_parts(table) != (wanted.part >= 0)) return NULL;
    for (size_t i = 0; i < table->n; i++) {
        const struct exact_case *line = &table->cases[i];
        if (strcmp(line->id, wanted.id) == 0 &&
            line->part == (wanted.part < 0 ? 0 : wanted.part))
            return &line->value[column];
    }
    return NULL;
}

static double look_up(struct wanted wanted)
{
    const double *value = NULL;
    for (size_t i = 0; !value && i < n_exact_textbook; i++)
        value = table_value(&exact_textbook[i], wanted);
    for (size_t i = 0; !value && i < n_exact_days; i++)
        value = table_value(&exact_days[i], wanted);
    if (value) return *value;
    fprintf(stderr, "no exact value %s of %s\n", wanted.name, wanted.id);
    abort();
}

double exact(const char *id, const char *name)
{
    return look_up((struct wanted){ id, name, -1 });
}

double exact_part(const char *id, int part, const char *name)
{
    return look_up((struct wanted){ id, name, part });
}
