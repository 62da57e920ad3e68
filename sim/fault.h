/* What is wrong with a text or with the machine: where, what, got, wanted; a list of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_FAULT_H
#define SIM_FAULT_H

#include "sim/arena.h"

/* Marks a text that is translated where it is printed. */
#define N_(text) text

enum sim_severity {
    SIM_WARNING, /* the run goes on */
    SIM_NOTE,    /* says more of the faults before it; is none itself */
    SIM_INPUT,   /* the planner can mend it: exit 2 */
    SIM_MACHINE, /* memory, disk, a missing program: exit 3 */
};

/* One fault. Only `what` is always there; NULL and 0 say "not known" or "does not apply".
 * `what`, `wanted` and `hint` are msgids where they are words; `got` is the reader's own text.
 */
struct sim_fault {
    enum sim_severity severity;
    const char *file;
    unsigned line;
    const char *path; /* groups.accueil.agents, hours.[1].open */
    const char *what;
    const char *got;
    const char *wanted;
    const char *hint; /* the nearest key, or what to write instead */
};

/* A list starts as all zeroes; it owns its texts until sim_faults_close(). */
struct sim_faults {
    struct sim_arena arena;
    struct sim_fault *items;
    size_t n;
    size_t capacity;
    size_t n_input;
    size_t n_machine;
    bool out_of_memory; /* a fault could not even be noted */
};

/* Notes a fault; its texts are copied. */
void sim_faults_add(struct sim_faults *self, struct sim_fault fault);

/* Notes that memory has run out; always returns false, so that callers can return it. */
bool sim_faults_memory(struct sim_faults *self);

/* True when something forbids to go on (warnings do not). */
bool sim_faults_any(const struct sim_faults *self);

/* The exit code the faults ask for: 3 when the machine failed, else 2 when the input is wrong,
 * else 0. */
int sim_faults_exit(const struct sim_faults *self);

void sim_faults_close(struct sim_faults *self);

/* A formatted text that lives as long as the list. */
#define sim_faults_text(self, ...) sim_arena_print(&(self)->arena, __VA_ARGS__)

#endif
