/* Staffings of one Erlang A queue beside each other, simulated, and what is true of each.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The queue is at rest, round the clock. Beside the agents on the phones there may be others
 * who are paid and take no calls, so that the cost of a need reached has its least value
 * inside. */
#ifndef TESTS_LAWS_STAFFINGS_H
#define TESTS_LAWS_STAFFINGS_H

#include "tests/laws/theory.h"

enum { STAFFINGS_MOST = 12 };

/* Staffing i has fewest + i agents on the phones. */
struct staffings {
    struct theory of[STAFFINGS_MOST];
    size_t n;
    int fewest, others;
};

/* False, and says why, when the scenarios cannot be made. */
bool staffings_open(struct staffings *self, int fewest, size_t n, int others);

/* Replications with a seed, of all of them: the same chances. */
bool staffings_run(struct staffings *self, uint64_t seed, size_t runs);

/* answer_rate, wait_mean, occupancy, cost_per_need_reached. */
double staffings_exact(const struct staffings *self, size_t i, const char *measure);

/* The place of a measure among those of the models. */
size_t staffings_measure(const struct staffings *self, const char *measure);

void staffings_close(struct staffings *self);

#endif
