/* One question a planner asks: what main knows of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"
#include "plots/words.h"

#include <stdatomic.h>

/* What a command is given to work with. */
struct call {
    const struct options *options;
    struct words words;
    struct sim_arena *arena;
    atomic_bool *stop;         /* for interrupt_watch(): lives as long as the process */
    struct sim_faults *faults; /* main tells them on stderr when the command returns */
    const struct file *files;  /* what was read so far, the last first: see cli/files.h */
};

struct command {
    const char *name;
    const char *operands;          /* as in the usage line */
    const char *summary;           /* a msgid */
    unsigned options;              /* bits of the options it takes */
    const struct sim_fields *own;  /* and options of its own; may be NULL */
    size_t least, most;            /* operands */
    int (*run)(struct call *call); /* returns the exit code where there are no faults */
};

extern const struct command cmd_run, cmd_check, cmd_history, cmd_explain, cmd_init, cmd_erlang,
    cmd_trace, cmd_training, cmd_compare, cmd_staff, cmd_rank, cmd_sensitivity, cmd_sample;

#endif
