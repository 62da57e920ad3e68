/* Does the best of the options lie at the end of a range that was varied?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OUTERMOST_H
#define CLI_OUTERMOST_H

#include "cli/alternatives.h"
#include "plots/edge.h"

/* The keys of `vary` whose number in option `best` is the least, or the most, of all options
 * that have another; in the arena. False with faults. */
bool outermost_find(struct edges *self, const struct alternatives *options,
                    const struct sim_texts *vary, size_t best, struct call *call);

#endif
