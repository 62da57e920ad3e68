/* What is wrong with a text or with the machine: where, what, got, wanted; a list of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/fault.h"

static struct sim_fault fault_copy(struct sim_arena *arena, struct sim_fault fault)
{
    fault.file = sim_arena_text(arena, fault.file);
    fault.path = sim_arena_text(arena, fault.path);
    fault.what = sim_arena_text(arena, fault.what);
    fault.got = sim_arena_text(arena, fault.got);
    fault.wanted = sim_arena_text(arena, fault.wanted);
    fault.hint = sim_arena_text(arena, fault.hint);
    return fault;
}

void sim_faults_add(struct sim_faults *self, struct sim_fault fault)
{
    void *items = self->items;
    if (!sim_grow(&items, &self->capacity, self->n + 1, sizeof *self->items)) {
        self->out_of_memory = true;
        return;
    }
    self->items = items;
    self->items[self->n] = fault_copy(&self->arena, fault);
    if (!self->items[self->n].what) self->out_of_memory = true;
    self->n++;
    self->n_input += fault.severity == SIM_INPUT;
    self->n_machine += fault.severity == SIM_MACHINE;
}

bool sim_faults_memory(struct sim_faults *self)
{
    self->out_of_memory = true;
    return false;
}

bool sim_faults_any(const struct sim_faults *self)
{
    return self->out_of_memory || self->n_input || self->n_machine;
}

int sim_faults_exit(const struct sim_faults *self)
{
    if (self->out_of_memory || self->n_machine) return 3;
    return self->n_input ? 2 : 0;
}

void sim_faults_close(struct sim_faults *self)
{
    sim_release(self->items);
    sim_arena_close(&self->arena);
    *self = (struct sim_faults){ 0 };
}
