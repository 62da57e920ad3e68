/* The best of what was tried, where it lies at the end of a range: better may lie beyond.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_EDGE_H
#define PLOTS_EDGE_H

#include "plots/page.h"

/* One varied key whose value in the best option is the least, or the most, of those tried. */
struct edge {
    const char *path, *value;
    bool is_least;
};

struct edges {
    const struct edge *items;
    size_t n;
};

/* A sentence for each; nothing where there is none. */
void edges_write(const struct page *page, const struct edges *self);

#endif
