/* Variants of a scenario from one line: groups.accueil.agents=5..9.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_VARY_H
#define CLI_VARY_H

#include "sim/field.h"

/* A key and the values that it takes in turn. */
struct vary {
    const char *path;
    struct sim_texts values; /* as they would be written after --set path= */
};

enum vary_design {
    VARY_EACH, /* one key at a time, the others as they stand */
    VARY_GRID  /* every value of each key with every value of the others */
};

/* Up to a NULL, in that order. */
extern const char *const vary_designs[];

/* Reads "path=5..9", "path=200 s..280 s:20 s" or "path=exponential, lognormal"; whole steps of
 * 1 where none is said. Lives in the arena. False with faults at `option`. */
bool vary_read(struct vary *self, const char *text, const char *option, struct sim_arena *arena,
               struct sim_faults *faults);

/* The variants that n keys make, each a list of overrides "path=value", in the order of
 * writing. *n_variants of them, in the arena; NULL with faults: memory, or far too many. */
struct sim_texts *vary_variants(const struct vary *keys, size_t n, enum vary_design design,
                                size_t *n_variants, struct sim_arena *arena,
                                struct sim_faults *faults);

#endif
