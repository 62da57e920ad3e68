/* How often is the best of ten staffings of Erlang A selected, over 200 seeds, and at what
 * cost? SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Others are paid beside the agents on the phones, so that the cost of a need reached has its
 * least value inside. What matters is the true lead of the best: the promise is .95. A share of
 * .95 of 200 seeds has a standard error of 1.5 points. */
#include "tests/laws/choosing.h"

#include <stdio.h>

enum { SEEDS = 200, FEWEST = 3, STAFFINGS = 10 };

/* A case: with so many others, and at most that share of equal allocation. */
static bool count(int others, enum sim_select_procedure procedure, double most)
{
    static struct staffings of;
    struct choosing found;
    if (!staffings_open(&of, FEWEST, STAFFINGS, others)) return false;
    const bool ran = choosing_count(&found, &of, procedure, 1, SEEDS);
    staffings_close(&of);
    if (!ran) return false;
    const double right = 100.0 * found.right / SEEDS,
                 spent = 100.0 * found.replications / found.equal;
    const bool good = right >= 92.0 && spent < most;
    printf("%-10s best of %d: %zu agents, lead %.3f EUR: selected %.1f %%; %.0f replications, "
           "%.0f %% of equal allocation%s\n",
           sim_select_names[procedure], STAFFINGS, FEWEST + found.best, found.lead, right,
           found.replications / SEEDS, spent, good ? "" : " (!)");
    return good;
}

int main(void)
{
    bool ok = count(10, SIM_KIM_NELSON, 60.0);
    ok = count(11, SIM_KIM_NELSON, 60.0) && ok;
    ok = count(8, SIM_RINOTT, 1000.0) && ok;
    return ok ? 0 : 1;
}
