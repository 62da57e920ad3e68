/* How often the best of known staffings is selected, and what it takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LAWS_CHOOSING_H
#define TESTS_LAWS_CHOOSING_H

#include "tests/laws/staffings.h"

#include "sim/select.h"

/* Over so many seeds. */
struct choosing {
    size_t best;                /* by the exact cost of a need reached */
    double lead;                /* of the best over the next one, EUR */
    int right;                  /* seeds in which it was selected */
    double replications, equal; /* in all; equal: as often as the one selected, for each */
};

/* Selects by cost_per_need_reached, where a lead as large as the true one matters. Staffings
 * are independent where the procedure wants it. False when a run fails. */
bool choosing_count(struct choosing *self, struct staffings *of,
                    enum sim_select_procedure procedure, uint64_t from, int seeds);

#endif
