/* Names that stand for the elements of a list: lines, reasons, groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/names.h"

#include <string.h>

const char *names_at(const struct sim_list *list, size_t size, size_t i)
{
    return *(const char *const *)(const void *)((const char *)list->items + i * size);
}

size_t names_index(const struct sim_list *list, size_t size, const char *name)
{
    size_t i = 0;
    while (i < list->n && strcmp(names_at(list, size, i), name) != 0)
        i++;
    return i;
}

void names_check(const struct sim_texts *names, const struct sim_list *list, size_t size,
                 const char *path, const char *what, struct sim_faults *faults)
{
    for (size_t i = 0; i < names->n; i++)
        if (names_index(list, size, names->values[i]) == list->n)
            sim_faults_add(faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                       .path = path,
                                                       .what = what,
                                                       .got = names->values[i] });
}

bool names_take(const struct sim_texts *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->values[i], name) == 0) return true;
    return names->n == 0;
}
