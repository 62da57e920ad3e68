/* The fewest agents of each interval, found by simulation, interval by interval in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/staff_trial.h"

#include <math.h>

enum { MOST_PASSES = 5, MOST_TARGETS = 32 };

/* Margins that an agent more moves by less are not worth one. */
#define AS_NEAR 1e-3

/* The trial at the agents there are now is the last one that was run. */
struct search {
    struct staff_trial *trial;
    struct progress progress;
    size_t n_done; /* cells, of all passes */
    size_t n_cells;
};

static int total_of(const struct staff_plan *plan, size_t i)
{
    int total = 0;
    for (size_t p = 0; p < plan->weekly.n_pools; p++)
        total += plan->totals[i * plan->weekly.n_pools + p];
    return total;
}

/* The pool of a cell that has most agents beyond its load (by -1), or fewest (by 1). */
static size_t pool_to_change(const struct staff_plan *plan, size_t i, int by)
{
    const struct weekly *weekly = &plan->weekly;
    size_t best = weekly->n_pools;
    double most = -INFINITY;
    for (size_t p = 0; p < weekly->n_pools; p++) {
        const struct weekly_pool *pool = &weekly->pools[p];
        const int agents = plan->totals[i * weekly->n_pools + p];
        const double load = pool->share * pool->factor / (1.0 - pool->held);
        const double spare = -by * (agents + 0.5 * by) / load;
        if ((by > 0 || agents > 1) && load > 0.0 && spare > most) {
            most = spare;
            best = p;
        }
    }
    return best;
}

/* False where there is nobody to take away. */
static bool change(struct staff_plan *plan, size_t i, size_t pool, int by)
{
    if (pool == plan->weekly.n_pools) return false;
    plan->totals[i * plan->weekly.n_pools + pool] += by;
    staff_plan_share(plan, i);
    return true;
}

static double margin_now(const struct search *self, size_t i)
{
    struct sim_estimate values[MOST_TARGETS];
    staff_trial_values(self->trial, i, values);
    return staff_plan_margin(self->trial->plan, values);
}

/* Adds agents until the cell meets the targets; takes back those that did nothing. */
static bool raise_to_target(const struct search *self, size_t i)
{
    struct staff_plan *plan = self->trial->plan;
    double margin = margin_now(self, i);
    while (margin < 0.0 && total_of(plan, i) < plan->ask->written.most) {
        const size_t pool = pool_to_change(plan, i, 1);
        const double before = margin;
        if (!change(plan, i, pool, 1) || !staff_trial_run(self->trial)) return false;
        margin = margin_now(self, i);
        if (margin < before + AS_NEAR) {
            change(plan, i, pool, -1);
            return staff_trial_run(self->trial);
        }
    }
    return true;
}

/* Takes agents away as long as the cell meets the targets all the same. */
static bool lower_to_target(const struct search *self, size_t i, bool *lowered)
{
    struct staff_plan *plan = self->trial->plan;
    for (;;) {
        const size_t pool = pool_to_change(plan, i, -1);
        if (!change(plan, i, pool, -1)) return true;
        if (!staff_trial_run(self->trial)) return false;
        if (margin_now(self, i) < 0.0) {
            change(plan, i, pool, 1);
            return staff_trial_run(self->trial);
        }
        *lowered = true;
    }
}

static bool cell_search(struct search *self, size_t i, bool first, bool *changed)
{
    const int before = total_of(self->trial->plan, i);
    bool lowered = false;
    if (margin_now(self, i) < 0.0) {
        if (!raise_to_target(self, i)) return false;
    } else if (first && !lower_to_target(self, i, &lowered)) {
        return false;
    }
    *changed = *changed || lowered || total_of(self->trial->plan, i) != before;
    return true;
}

bool staff_trial_search(struct staff_trial *trial)
{
    struct search self = { .trial = trial };
    const struct weekly *weekly = &trial->plan->weekly;
    bool changed = true, ok = staff_trial_run(trial);
    for (size_t i = 0; i < weekly->n; i++)
        self.n_cells += weekly->cells[i].open;
    progress_begin(&self.progress);
    for (int pass = 0; pass < MOST_PASSES && changed && ok; pass++) {
        changed = false;
        self.n_done = 0;
        for (size_t i = 0; i < weekly->n && ok; i++) {
            if (!weekly->cells[i].open) continue;
            ok = cell_search(&self, i, pass == 0, &changed);
            progress_tell(&self.progress, ++self.n_done, self.n_cells);
        }
    }
    progress_end(&self.progress);
    return ok;
}
