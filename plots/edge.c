/* The best of what was tried, where it lies at the end of a range: better may lie beyond.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/edge.h"

void edges_write(const struct page *page, const struct edges *self)
{
    char line[PAGE_LINE_MOST];
    for (size_t i = 0; i < self->n; i++) {
        const struct edge *edge = &self->items[i];
        snprintf(line, sizeof line,
                 edge->is_least
                     ? _("It lies at the edge of what was tried: %s = %s is the least. Better "
                         "may lie beyond.")
                     : _("It lies at the edge of what was tried: %s = %s is the most. Better "
                         "may lie beyond."),
                 edge->path, edge->value);
        page_paragraph(page, line, PAGE_HANG, PAGE_HANG);
    }
}
