/* Names that stand for the elements of a list: lines, reasons, groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_NAMES_H
#define MODELS_NAMES_H

#include "sim/field.h"

/* The name of the i-th element of a list of structs of `size` bytes that begin with their name.
 */
const char *names_at(const struct sim_list *list, size_t size, size_t i);

/* The element of that name; the list's length if there is none. */
size_t names_index(const struct sim_list *list, size_t size, const char *name);

/* Notes a fault (`what`, a msgid) for each name that no element has. */
void names_check(const struct sim_texts *names, const struct sim_list *list, size_t size,
                 const char *path, const char *what, struct sim_faults *faults);

/* Is that name among them, or are there none, which stands for all? */
bool names_take(const struct sim_texts *names, const char *name);

#endif
