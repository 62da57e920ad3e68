/* The known word nearest to one that was mistyped.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_NEAREST_H
#define SCENARIOS_NEAREST_H

/* Start with { .word = ... } and offer candidates: `best` (borrowed) is the nearest so far,
 * NULL as long as none is near enough to be meant. The first of equals stays. */
struct nearest {
    const char *word;
    const char *best;
    unsigned distance; /* of best */
};

void nearest_offer(struct nearest *self, const char *candidate);

#endif
