/* A list of names in one sentence: "a", "a, b", "a, b and 3 more".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/list.h"

#include "plots/words.h"

#include <stdio.h>
#include <string.h>

/* Room for what follows the names. */
enum { TAIL = 60 };

void list_add(struct list *self, const char *name)
{
    if (self->n++ >= self->most) return;
    const char *before = self->used ? ", " : "";
    if (self->used + strlen(before) + strlen(name) + TAIL >= sizeof self->text) {
        self->most = self->n - 1; /* no more room: the rest is counted */
        return;
    }
    self->used += (size_t)sprintf(self->text + self->used, "%s%s", before, name);
}

const char *list_text(struct list *self)
{
    if (self->n > self->most)
        snprintf(self->text + self->used, sizeof self->text - self->used,
                 ngettext(" and %zu more", " and %zu more", self->n - self->most),
                 self->n - self->most);
    return self->text;
}
