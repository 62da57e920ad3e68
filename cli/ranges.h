/* The inputs that are tried on a range: those whose declaration says where they may lie, or
 * those that are named. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_RANGES_H
#define CLI_RANGES_H

#include "cli/session.h"
#include "scenarios/range.h"

/* One input. Elements of a list that share its declaration are moved together. */
struct tried {
    const char *path; /* the input's, or groups.*.visitors.share of several */
    const struct sim_field *field;
    const char **paths; /* [n] */
    double *values;     /* [n], where each stands */
    size_t n;
    struct range range; /* with factors, of where each stands */
};

struct tried_list {
    struct tried *items;
    size_t n;
};

/* Where the input stands: the first of its paths, or 1 where the range has factors. */
double tried_stands_at(const struct tried *self);

/* Every number of the scenario whose declaration has a likely range, but for what is 0: that is
 * switched off, and stays so. With texts, "patience.mean=2 min..30 min" or
 * "reasons.*.resolved=x0.7..x1.4", those they name instead. False with faults at --range, all
 * of them. */
bool ranges_read(struct tried_list *self, const struct session *session,
                 const struct sim_texts *given, struct call *call);

/* As a planner writes it; owned by the arena, NULL without memory. */
const char *tried_text(const struct tried *self, double value, struct sim_arena *arena);

/* The overrides that put the input at a value; false without memory. */
bool tried_sets(const struct tried *self, double value, struct sim_texts *sets,
                struct sim_arena *arena);

#endif
