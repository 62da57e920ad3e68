/* Callers: a need from its first dialling to its end, and the queues they stand in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/callers.h"

bool callers_grow(struct callers *self)
{
    void *all = self->all;
    const bool ok = self->used < NOBODY - 1 &&
                    sim_grow(&all, &self->capacity, (size_t)self->used + 1, sizeof *self->all);
    self->all = all;
    return ok;
}
