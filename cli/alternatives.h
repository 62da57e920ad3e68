/* Several scenarios that are weighed against each other: files, and variants of the first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_ALTERNATIVES_H
#define CLI_ALTERNATIVES_H

#include "cli/session.h"
#include "cli/vary.h"
#include "plots/comparison.h"
#include "sim/fold.h"

/* One of them. */
struct alternative {
    const char
        *name; /* of the file, or the overrides that make it, "groups.accueil.agents=9" */
    struct session session;
    struct sim_model model;
    struct sim_fold fold; /* as many replications as were asked for so far */
};

struct alternatives {
    struct alternative *items; /* the first is the base */
    size_t n;
    size_t threads;
};

/* Reads all: the operands, then the variants of the first operand, but for those that are the
 * base, of which a file is warned of. Every fault of every one of them is noted before it
 * returns false; a warning that the base had already is not said again. Models are made for
 * all. */
bool alternatives_open(struct alternatives *self, const struct sim_texts *vary,
                       enum vary_design design, struct call *call);

void alternatives_close(struct alternatives *self);

/* Reads one from a file with the overrides of the call, then those of a variant, and makes its
 * model. False with its faults, after which it is named. */
bool alternative_open(struct alternative *self, const char *file, const char *name,
                      const struct sim_texts *variant, struct call *call);

/* Nothing is folded but one measure, so that some hundred take little room; before it runs. */
void alternative_narrow(struct alternative *self, const struct sim_measure *measure);

/* Runs alternative i until it has n replications in all; `seed` as of the request. False with
 * faults; `stop` of the call ends it early. */
bool alternative_run(struct alternative *self, size_t n, uint64_t seed, size_t threads,
                     struct call *call);

/* All inputs in which `other` differs, as a planner writes them; *n of them, in the arena.
 * NULL without memory. */
struct comparison_change *alternative_changes(const struct alternative *base,
                                              const struct alternative *other, size_t *n,
                                              struct sim_arena *arena);

/* Does a change of this key mean that other people call, or at other times? */
bool change_is_of_demand(const char *path);

#endif
