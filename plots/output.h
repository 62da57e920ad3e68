/* Where outputs go: files appear whole or not at all, devices and pipes are written directly.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A regular or new file is written to a temporary beside it, which output_commit() renames; so
 * no reader ever sees half of it, and a failure leaves what was there before. "-" and whatever
 * is the same file as standard output or standard error go through those streams. Anything else
 * (a device, a pipe, what is below /dev and /proc) is opened and written in place.
 *
 * Life: output_open(), writing to ->file, then output_commit() or output_abandon(). Of several
 * outputs that belong together, seal all first: from then on only renaming can fail. */
#ifndef PLOTS_OUTPUT_H
#define PLOTS_OUTPUT_H

#include "sim/fault.h"

#include <stdio.h>

struct output {
    FILE *file;            /* NULL when sealed */
    const char *path;      /* as asked for; borrowed */
    const char *target;    /* what is renamed to: path, its links followed */
    const char *temporary; /* NULL when written in place, or renamed */
    bool is_standard;      /* stdout or stderr: flushed, never closed */
    struct sim_arena arena;
};

/* Opens an output; false with a fault of the machine, and nothing to give back, when it cannot
 * be written. */
bool output_open(struct output *self, const char *path, struct sim_faults *faults);

/* Could it be written? Asked before the work that fills it; devices and pipes are let be. */
bool output_check(const char *path, struct sim_faults *faults);

/* Flushes and closes; false with a fault, and the temporary removed, when something could not
 * be written (a full disk shows only here). */
bool output_seal(struct output *self, struct sim_faults *faults);

/* Seals where that is still to be done, then renames; the output is closed whatever comes. */
bool output_commit(struct output *self, struct sim_faults *faults);

/* Removes the temporary; harmless after output_commit() or a failure. */
void output_abandon(struct output *self);

/* Makes a directory unless it is there; *made says whether it is new. */
bool output_directory(const char *path, bool *made, struct sim_faults *faults);

#endif
