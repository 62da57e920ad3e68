/* How often do all intervals of a comparison hold the truth, over 200 seeds of Erlang A?
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Five staffings of one queue on common random numbers: four paired differences to the first,
 * by three measures, and each staffing against the best of the others. A share of .95 of 200
 * seeds has a standard error of 1.5 points; intervals that hold however they hang together
 * cover more. */
#include "tests/laws/covering.h"

#include <stdio.h>

enum { SEEDS = 200, RUNS = 40 };

static bool tell(const char *what, int held, double least, double most)
{
    const double share = 100.0 * held / SEEDS;
    const bool good = share >= least && share <= most;
    printf("%-40s %5.1f %%%s\n", what, share, good ? "" : " (!)");
    return good;
}

int main(void)
{
    struct staffings staffings;
    struct covering found;
    if (!staffings_open(&staffings, 6, 5, 0)) return 2;
    if (!covering_count(&found, &staffings, 1, SEEDS, RUNS)) return 3;
    bool ok = tell("12 differences to the base, together", found.to_base, 92.0, 100.0);
    for (int m = 0; m < COVERING_MEASURES; m++) {
        char what[80];
        snprintf(what, sizeof what, "%s, 5 against the best", covering_measures[m]);
        ok = tell(what, found.to_best[m], 92.0, 100.0) && ok;
        snprintf(what, sizeof what, "%s, one interval alone", covering_measures[m]);
        ok = tell(what, found.alone[m], 91.0, 98.5) && ok;
    }
    staffings_close(&staffings);
    return ok ? 0 : 1;
}
