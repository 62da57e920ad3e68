/* A list of names in one sentence: "a", "a, b", "a, b and 3 more".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_LIST_H
#define PLOTS_LIST_H

#include <stddef.h>

/* Starts as all zeroes but `most`, the number of names that are written out. */
struct list {
    size_t most, n, used;
    char text[640];
};

void list_add(struct list *self, const char *name);

/* The whole; the list keeps it. */
const char *list_text(struct list *self);

#endif
