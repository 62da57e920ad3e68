/* Teamwork: agents who work on one call together, one after the other or side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/teamwork.h"

bool teamwork_open(struct teamwork *self, size_t n_agents, size_t n_groups)
{
    *self = (struct teamwork){ .n_agents = n_agents, .n_groups = n_groups };
    self->parts = sim_aligned(n_agents * sizeof *self->parts);
    self->advising = sim_aligned(n_groups * sizeof *self->advising);
    self->handed_over = sim_aligned(n_groups * sizeof *self->handed_over);
    return self->parts && self->advising && self->handed_over;
}

void teamwork_close(struct teamwork *self)
{
    sim_release(self->parts);
    sim_release(self->advising);
    sim_release(self->handed_over);
    *self = (struct teamwork){ 0 };
}

void teamwork_clear(struct teamwork *self)
{
    self->first = self->last = NOBODY;
    self->n_asking = self->n_handed_over = 0;
    self->waiting = (struct sim_level){ 0 };
    for (size_t i = 0; i < self->n_agents; i++)
        self->parts[i] = (struct part){ .state = PART_PLAIN };
    for (size_t i = 0; i < self->n_groups; i++) {
        self->advising[i] = (struct sim_level){ 0 };
        self->handed_over[i] = (struct waiting_line){ NOBODY, NOBODY };
    }
}

void teamwork_ask(struct teamwork *self, uint32_t agent)
{
    struct part *part = &self->parts[agent];
    part->state = PART_ASKING;
    part->next = NOBODY;
    part->previous = self->last;
    if (self->last == NOBODY)
        self->first = agent;
    else
        self->parts[self->last].next = agent;
    self->last = agent;
    self->n_asking++;
}

void teamwork_ask_no_more(struct teamwork *self, uint32_t agent)
{
    struct part *part = &self->parts[agent];
    part->state = PART_PLAIN;
    if (part->previous == NOBODY)
        self->first = part->next;
    else
        self->parts[part->previous].next = part->next;
    if (part->next == NOBODY)
        self->last = part->previous;
    else
        self->parts[part->next].previous = part->previous;
    self->n_asking--;
}
