/* What is asked of options that are weighed: which measures, which variants.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WEIGHING_H
#define CLI_WEIGHING_H

#include "cli/alternatives.h"

enum { MOST_MEASURES = 16 };

/* Rows of centre_measures. */
struct chosen_measures {
    size_t rows[MOST_MEASURES];
    size_t n;
};

/* Adds the measures that texts name, each one or several apart by commas; all options must
 * measure them. False with faults at `option`, every one of them. */
bool chosen_add(struct chosen_measures *self, const struct sim_texts *names, const char *option,
                const struct alternatives *of, struct call *call);

/* Adds one that all options measure, unless it is there, or not measured. */
void chosen_add_if(struct chosen_measures *self, const char *name,
                   const struct alternatives *of);

/* Where a row stands among those chosen; n: nowhere. */
size_t chosen_place(const struct chosen_measures *self, const char *name);

/* Of two options, the paired difference of a row of centre_measures so far. */
struct sim_difference alternatives_difference(const struct alternative *base,
                                              const struct alternative *other, size_t row);

/* Runs all options until each has n replications, in rounds, so that an interruption leaves
 * them even. False with faults. */
bool alternatives_run(struct alternatives *self, size_t n, uint64_t seed, struct call *call);

/* Opens the options, of which there must be several, and reads what is asked of a run; of
 * options that could not be `opened` as far as the command line says it. False with all faults.
 */
bool alternatives_ask(struct alternatives *self, const struct sim_texts *vary,
                      enum vary_design design, struct call *call, struct sim_request *request,
                      bool *opened);

#endif
