/* A scenario whose agents are numbers that can be set by weekday and interval, whoever they
 * were. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/headcount.h"

#include <string.h>

static void *copy_of(const void *items, size_t n, size_t size, struct sim_arena *arena)
{
    void *copy = sim_arena_new(arena, n, size);
    if (copy && n) memcpy(copy, items, n * size);
    return copy;
}

struct scenario *headcount_copy(const struct scenario *of, struct sim_arena *arena)
{
    const size_t n = of->groups.n, n_slots = (size_t)of->hours.n_slots;
    struct scenario *self = copy_of(of, 1, sizeof *self, arena);
    if (!self) return NULL;
    struct group *groups = copy_of(of->groups.items, n, sizeof *groups, arena);
    self->groups.items = groups;
    self->staffing = copy_of(of->staffing, n_slots * n, sizeof *self->staffing, arena);
    self->most_staff = copy_of(of->most_staff, n, sizeof *self->most_staff, arena);
    self->roster = (struct roster){ .crews = sim_arena_new(arena, n, sizeof(struct crew)) };
    self->features &= ~(unsigned)FEATURE_PEOPLE;
    self->calls_when_closed = false;
    if (!groups || !self->staffing || !self->most_staff || !self->roster.crews) return NULL;
    for (size_t g = 0; g < n; g++)
        groups[g].contract = NULL;
    return self;
}

void headcount_put(struct scenario *self, int weekday, int part, size_t group, int agents)
{
    const struct hours *hours = &self->hours;
    if (agents > self->most_staff[group]) self->most_staff[group] = agents;
    for (int d = 0; d < hours->n_days; d++) {
        const struct day *day = &hours->days[d];
        const int slot = day->first_slot + part;
        if (day->weekday == weekday && part < day->n_slots && hours->slots[slot].open)
            self->staffing[(size_t)slot * self->groups.n + group] = agents;
    }
}
