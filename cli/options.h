/* The command line: options declared once, from which parsing and help follow.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "scenarios/setting.h"

#include <stdint.h>
#include <stdio.h>

enum option {
    OPTION_HELP,
    OPTION_LANG,
    OPTION_SET,
    OPTION_REPLICATIONS,
    OPTION_PRECISION,
    OPTION_SEED,
    OPTION_THREADS,
    OPTION_JSON,
    OPTION_CSV,
    OPTION_PLOTS,
    OPTION_FULL,
    OPTION_MARKDOWN,
    OPTION_STORE,
    OPTION_GATE,
    OPTION_EXACT,
    OPTION_UPDATE,
    OPTION_TAP,
    OPTION_EXPLAIN_GAP,
    N_OPTIONS
};

#define OPTION(option) (1U << (option))

/* What was given. Texts are the command line's own. */
struct options {
    const char *value[N_OPTIONS]; /* the last one given; "" for a flag; NULL: not given */
    const char **sets;            /* each --set, in order */
    size_t n_sets;
    const char **operands;
    size_t n_operands;
    struct setting own; /* a group: what was given for the command's own fields, as texts */
};

/* What a command takes: the options whose bits are set, and a table of its own, in which the
 * key "rate" is the option --rate; its values are read with field_read(). NULL: none. */
struct options_taken {
    unsigned bits;
    const struct sim_fields *own;
};

/* Reads argv[1..]. The lists live in the arena. False with faults. */
bool options_read(struct options *self, int argc, char **argv, struct options_taken taken,
                  struct sim_arena *arena, struct sim_faults *faults);

/* Fills a struct from the command's own options, by the table that it takes; in the arena.
 * False with faults, each of which names its option. */
bool options_own_read(const struct options *self, const struct sim_fields *own, void *out,
                      struct sim_arena *arena, struct sim_inputs *inputs,
                      struct sim_faults *faults);

/* Writes one line for each option that is taken. */
void options_help(FILE *out, struct options_taken taken);

/* The whole number given for an option, between low and high; `otherwise` where it is not
 * given. Notes a fault and returns `otherwise` where it is none. */
uint64_t options_number(const struct options *self, enum option option, uint64_t low,
                        uint64_t high, uint64_t otherwise, struct sim_faults *faults);

#endif
