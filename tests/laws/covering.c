/* How often all intervals of a comparison hold the truth, over seeds of known staffings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/covering.h"

#include "sim/compare.h"

#include <math.h>

const char *const covering_measures[] = { "answer_rate", "wait_mean", "occupancy" };

static const double level = 0.95;

/* What is true of each staffing, and where the measures stand in the results. */
struct known {
    size_t place[COVERING_MEASURES];
    double exact[STAFFINGS_MOST][COVERING_MEASURES];
};

static void known_fill(struct known *self, const struct staffings *of)
{
    for (int m = 0; m < COVERING_MEASURES; m++) {
        self->place[m] = staffings_measure(of, covering_measures[m]);
        for (size_t i = 0; i < of->n; i++)
            self->exact[i][m] = staffings_exact(of, i, covering_measures[m]);
    }
}

static bool holds(const struct known *known, const struct staffings *of, size_t i, int m,
                  size_t comparisons)
{
    const struct sim_difference found =
        sim_difference_of(sim_series_of(&of->of[0].results, known->place[m]),
                          sim_series_of(&of->of[i].results, known->place[m]));
    const double exact = known->exact[i][m] - known->exact[0][m];
    return fabs(found.value - exact) <= sim_difference_half(&found, level, comparisons);
}

static bool all_to_base(const struct known *known, const struct staffings *of)
{
    const size_t comparisons = (of->n - 1) * COVERING_MEASURES;
    for (size_t i = 1; i < of->n; i++)
        for (int m = 0; m < COVERING_MEASURES; m++)
            if (!holds(known, of, i, m, comparisons)) return false;
    return true;
}

/* More is better of the answer rate only. */
static bool all_to_best(const struct known *known, const struct staffings *of, int m)
{
    struct sim_series series[STAFFINGS_MOST];
    struct sim_to_best found[STAFFINGS_MOST];
    const double sign = m == 0 ? 1.0 : -1.0;
    for (size_t i = 0; i < of->n; i++)
        series[i] = sim_series_of(&of->of[i].results, known->place[m]);
    if (!sim_compare_best(series, of->n, m == 0 ? SIM_HIGHER : SIM_LOWER, level, found))
        return false;
    for (size_t i = 0; i < of->n; i++) {
        double best = -INFINITY;
        for (size_t l = 0; l < of->n; l++)
            if (l != i) best = fmax(best, sign * known->exact[l][m]);
        const double lead = sign * known->exact[i][m] - best;
        if (lead < found[i].low || lead > found[i].high) return false;
    }
    return true;
}

bool covering_count(struct covering *self, struct staffings *of, uint64_t from, int seeds,
                    size_t runs)
{
    struct known known = { { 0 }, { { 0.0 } } };
    known_fill(&known, of);
    *self = (struct covering){ .seeds = seeds };
    for (int seed = 0; seed < seeds; seed++) {
        if (!staffings_run(of, from + (uint64_t)seed, runs)) return false;
        self->to_base += all_to_base(&known, of);
        for (int m = 0; m < COVERING_MEASURES; m++) {
            self->to_best[m] += all_to_best(&known, of, m);
            self->alone[m] += holds(&known, of, 1, m, 1);
        }
    }
    return true;
}
