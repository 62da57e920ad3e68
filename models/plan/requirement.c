/* How many agents each interval of a week needs, so that a target is met in every one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/requirement.h"

#include <math.h>

#define AS_NEAR 1e-3 /* margins that differ by less are alike */

/* More agents are fewer attempts, and fewer attempts fewer agents: after so many rounds none is
 * taken away any more, so that the search ends. */
enum { FREE_ROUNDS = 12 };

/* Agents beyond which nothing gets better in practice, where nobody says how many there may be.
 */
static double enough(const struct week *self, double attempts, double length_s)
{
    const double load = attempts / length_s * self->handling_s / (1.0 - self->held);
    return ceil(20.0 + 3.0 * load);
}

double requirement_margin(const struct week_lived *lived, struct requirement_targets targets)
{
    double least = INFINITY;
    if (!(lived->attempts > 0.0)) return 0.0;
    if (!lived->at_rest) return -1.0;
    for (size_t i = 0; i < targets.n; i++) {
        const struct requirement_target *target = &targets.items[i];
        const double value = target->measure->value(lived);
        const double gap = target->at_least ? value - target->bound : target->bound - value;
        least = fmin(least, isnan(value) ? -1.0 : gap / fmax(fabs(target->bound), 1e-9));
    }
    return least;
}

struct search {
    struct week *week;
    struct requirement_targets targets;
    const struct quadrature *rule;
    double most;
    bool settling; /* agents are only added */
};

/* What becomes of a cell with so many agents. */
static struct week_lived tried(const struct search *search, size_t i, double agents,
                               struct week_demand demand, const struct week_lived *before)
{
    struct week_lived lived = *before;
    search->week->cells[i].agents = agents;
    week_cell_live(search->week, i, demand, search->rule, &lived);
    return lived;
}

static double margin(const struct search *search, size_t i, double agents,
                     struct week_demand demand, const struct week_lived *before)
{
    const struct week_lived lived = tried(search, i, agents, demand, before);
    return requirement_margin(&lived, search->targets);
}

/* The fewest that come as near to a target that none meets as the most do. */
static double nearest(const struct search *search, size_t i, double most,
                      struct week_demand demand, const struct week_lived *before)
{
    const double best = margin(search, i, most, demand, before);
    double low = 0.0, high = most; /* between them stands the answer */
    while (high - low > 1.0) {
        const double middle = floor((low + high) / 2.0);
        if (margin(search, i, middle, demand, before) >= best - AS_NEAR)
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* From those of the round before, one by one: there are rarely more than two steps. */
static double fewest(const struct search *search, size_t i, struct week_demand demand,
                     const struct week_lived *before)
{
    const struct week *week = search->week;
    const double most = isfinite(search->most)
                            ? search->most
                            : enough(week, demand.attempts, week->cells[i].length_s);
    const double start = fmin(most, week->cells[i].agents);
    double agents = start;
    if (!(demand.attempts > 0.0)) return search->settling ? start : 0.0;
    while (agents < most && margin(search, i, agents, demand, before) < 0.0)
        agents += 1.0;
    if (agents == most && margin(search, i, agents, demand, before) < 0.0)
        return fmax(search->settling ? start : 0.0, nearest(search, i, most, demand, before));
    if (search->settling || agents > start) return agents;
    while (agents > 1.0 && margin(search, i, agents - 1.0, demand, before) >= 0.0)
        agents -= 1.0;
    return agents;
}

static void cell_staff(void *with, size_t i, struct week_demand demand,
                       struct week_lived *lived)
{
    const struct search *search = with;
    struct week_cell *cell = &search->week->cells[i];
    const struct week_lived before = *lived;
    const double agents = cell->open ? fewest(search, i, demand, &before) : 0.0;
    *lived = tried(search, i, agents, demand, &before);
}

/* A first guess: as many as the load, and some. */
static void begin(struct week *self)
{
    for (size_t i = 0; i < self->n; i++) {
        struct week_cell *cell = &self->cells[i];
        const double load = cell->needs / cell->length_s * self->handling_s;
        cell->agents = cell->open ? ceil(load / (1.0 - self->held)) : 0.0;
    }
}

bool requirement_solve(struct week *self, struct requirement_targets targets, double most,
                       const struct quadrature *rule, struct week_lived *lived)
{
    struct sim_arena arena = { 0 };
    struct search search = { self, targets, rule, most, false };
    const struct week_round round = { cell_staff, &search,
                                      sim_arena_new(&arena, self->n, sizeof(double)) };
    double change = 1.0;
    self->levels = false;
    for (size_t i = 0; i < targets.n; i++)
        self->levels = self->levels || targets.items[i].measure->levels;
    begin(self);
    week_begin(self, lived);
    for (int i = 0; round.room && i < WEEK_ROUNDS && (i < 2 || change > WEEK_SETTLED); i++) {
        search.settling = i >= FREE_ROUNDS;
        change = week_round(self, round, lived);
    }
    self->levels = true;
    search.settling = true;
    if (round.room && change >= 0.0) change = week_round(self, round, lived);
    sim_arena_close(&arena);
    return round.room && change >= 0.0;
}
