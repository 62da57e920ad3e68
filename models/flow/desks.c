/* Desks: the visitors of each group, from their coming to the end of their visit.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/desks.h"

#include "models/staff/floor.h"

bool desks_open(struct desks *self, size_t n)
{
    *self = (struct desks){ .n = n, .free = NOBODY };
    self->all = sim_aligned(n * sizeof *self->all);
    return self->all != NULL;
}

void desks_close(struct desks *self)
{
    sim_release(self->all);
    sim_release(self->visits);
    *self = (struct desks){ 0 };
}

void desks_clear(struct desks *self)
{
    self->used = self->n_waiting = 0;
    self->free = NOBODY;
    for (size_t i = 0; i < self->n; i++)
        self->all[i] = (struct desk){ .first = NOBODY, .last = NOBODY };
}

uint32_t desks_take(struct desks *self, uint32_t desk, double length_s)
{
    uint32_t v = self->free;
    if (v != NOBODY) {
        self->free = self->visits[v].next;
    } else {
        void *visits = self->visits;
        const bool ok =
            sim_grow(&visits, &self->capacity, (size_t)self->used + 1, sizeof *self->visits);
        self->visits = visits;
        if (!ok) return NOBODY;
        v = self->used++;
    }
    self->visits[v] =
        (struct visit){ .length_s = length_s, .desk = desk, .state = VISIT_COMING };
    return v;
}

void desks_give_back(struct desks *self, uint32_t visit)
{
    self->visits[visit].state = VISIT_OVER;
    self->visits[visit].next = self->free;
    self->free = visit;
}

void desk_join(struct desks *self, uint32_t visit, double now)
{
    struct visit *joins = &self->visits[visit];
    struct desk *desk = &self->all[joins->desk];
    joins->state = VISIT_WAITING;
    joins->since = now;
    joins->next = NOBODY;
    if (desk->last == NOBODY)
        desk->first = visit;
    else
        self->visits[desk->last].next = visit;
    desk->last = visit;
    sim_level_step(&desk->waiting, now, 1.0);
    self->n_waiting++;
}

uint32_t desk_leave(struct desks *self, uint32_t desk, double now)
{
    struct desk *at = &self->all[desk];
    const uint32_t visit = at->first;
    at->first = self->visits[visit].next;
    if (at->first == NOBODY) at->last = NOBODY;
    sim_level_step(&at->waiting, now, -1.0);
    self->n_waiting--;
    return visit;
}
