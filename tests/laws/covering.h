/* How often all intervals of a comparison hold the truth, over seeds of known staffings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LAWS_COVERING_H
#define TESTS_LAWS_COVERING_H

#include "tests/laws/staffings.h"

enum { COVERING_MEASURES = 3 };
extern const char *const covering_measures[COVERING_MEASURES];

/* Seeds in which all held, of so many. */
struct covering {
    int seeds;
    int to_base;                    /* all options by all measures at once */
    int to_best[COVERING_MEASURES]; /* all options against the best, by one measure */
    int alone[COVERING_MEASURES];   /* one option, one measure, one interval */
};

/* Seeds from..from + seeds - 1, with so many runs each. False when a run fails. */
bool covering_count(struct covering *self, struct staffings *of, uint64_t from, int seeds,
                    size_t runs);

#endif
