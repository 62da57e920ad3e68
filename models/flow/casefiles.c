/* Case files: what the centre keeps of a need between its calls: its request, its call-back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/casefiles.h"

#include "models/staff/floor.h"

#include <math.h>

bool casefiles_open(struct casefiles *self, size_t n_queues, size_t n_lines, size_t n_groups)
{
    *self =
        (struct casefiles){ .n_queues = n_queues, .n_lines = n_lines, .n_groups = n_groups };
    self->due = sim_aligned(n_queues * sizeof *self->due);
    self->bureaus = sim_aligned(n_lines * sizeof *self->bureaus);
    self->calling = sim_aligned(n_groups * sizeof *self->calling);
    return self->due && self->bureaus && self->calling;
}

void casefiles_close(struct casefiles *self)
{
    sim_release(self->all);
    sim_release(self->due);
    sim_release(self->bureaus);
    sim_release(self->calling);
    *self = (struct casefiles){ 0 };
}

void casefiles_clear(struct casefiles *self)
{
    self->used = self->n_due = 0;
    self->free = NOBODY;
    for (size_t i = 0; i < self->n_queues; i++)
        self->due[i] = (struct due_list){ NOBODY, NOBODY };
    for (size_t i = 0; i < self->n_lines; i++)
        self->bureaus[i] = (struct bureau){ 0, NOBODY, NOBODY };
    for (size_t i = 0; i < self->n_groups; i++)
        self->calling[i] = (struct sim_level){ 0 };
}

static bool casefiles_grow(struct casefiles *self)
{
    void *all = self->all;
    const bool ok = sim_grow(&all, &self->capacity, (size_t)self->used + 1, sizeof *self->all);
    self->all = all;
    return ok;
}

struct casefile *casefiles_take(struct casefiles *self, uint32_t caller, uint32_t class)
{
    uint32_t f = self->free;
    if (f != NOBODY) {
        self->free = self->all[f].next;
    } else {
        if (self->used == self->capacity && !casefiles_grow(self)) return NULL;
        f = self->used++;
    }
    self->all[f] =
        (struct casefile){ .self = f, .caller = caller, .class = class, .call_at = INFINITY };
    return &self->all[f];
}

void casefiles_give_back(struct casefiles *self, struct casefile *file)
{
    file->callback = FILE_FREE;
    file->call_at = INFINITY;
    file->next = self->free;
    self->free = file->self;
}

/* Most are due now, and come last. */
void due_join(struct casefiles *self, struct casefile *file)
{
    struct due_list *list = &self->due[file->queue];
    uint32_t before = list->last;
    while (before != NOBODY && self->all[before].since > file->since)
        before = self->all[before].previous;
    file->previous = before;
    file->next = before == NOBODY ? list->first : self->all[before].next;
    if (before == NOBODY)
        list->first = file->self;
    else
        self->all[before].next = file->self;
    if (file->next == NOBODY)
        list->last = file->self;
    else
        self->all[file->next].previous = file->self;
    file->callback = CALLBACK_DUE;
    self->n_due++;
}

void due_leave(struct casefiles *self, struct casefile *file)
{
    struct due_list *list = &self->due[file->queue];
    if (file->previous == NOBODY)
        list->first = file->next;
    else
        self->all[file->previous].next = file->next;
    if (file->next == NOBODY)
        list->last = file->previous;
    else
        self->all[file->next].previous = file->previous;
    file->callback = CALLBACK_NONE;
    self->n_due--;
}

void bureau_join(struct casefiles *self, size_t line, struct casefile *file)
{
    struct bureau *bureau = &self->bureaus[line];
    file->next_request = NOBODY;
    if (bureau->first == NOBODY)
        bureau->first = file->self;
    else
        self->all[bureau->last].next_request = file->self;
    bureau->last = file->self;
}

struct casefile *bureau_leave(struct casefiles *self, size_t line)
{
    struct bureau *bureau = &self->bureaus[line];
    if (bureau->first == NOBODY) return NULL;
    struct casefile *file = &self->all[bureau->first];
    bureau->first = file->next_request;
    return file;
}
