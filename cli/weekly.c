/* What a scenario's week amounts to for the formulas: who calls when, who is there, who dials
 * again when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/weekly.h"

#include "models/staff/presence.h"

#include <math.h>

/* ---- cells ---- */

/* What the counted dates have in one interval of the week. */
struct sums {
    int n_open, n_closed;
    double open_needs, closed_needs;
};

static void sums_fill(const struct scenario *scenario, struct sums *sums)
{
    const struct hours *hours = &scenario->hours;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        struct sums *at =
            &sums[hours->days[slot->day].weekday * hours->slots_per_day + slot->time_of_day];
        if (!slot->counted) continue;
        *(slot->open ? &at->n_open : &at->n_closed) += 1;
        *(slot->open ? &at->open_needs : &at->closed_needs) += scenario->expected[i];
    }
}

/* An interval is what it is on the dates on which it is open, if there are any. */
static bool cells_fill(struct weekly *self, int *cell_at, struct sim_arena *arena)
{
    const int n = 7 * self->scenario->hours.slots_per_day;
    struct sums *sums = sim_arena_new(arena, (size_t)n, sizeof *sums);
    self->cells = sim_arena_new(arena, (size_t)n, sizeof *self->cells);
    if (!sums || !self->cells) return false;
    sums_fill(self->scenario, sums);
    for (int i = 0; i < n; i++) {
        const bool open = sums[i].n_open > 0;
        cell_at[i] = -1;
        if (!open && !(sums[i].closed_needs > 0.0)) continue;
        const int n_dates = open ? sums[i].n_open : sums[i].n_closed;
        cell_at[i] = (int)self->n;
        self->cells[self->n++] = (struct weekly_cell){
            .weekday = i / self->scenario->hours.slots_per_day,
            .part = i % self->scenario->hours.slots_per_day,
            .n_dates = n_dates,
            .open = open,
            .opens = open && sums[(i + n - 1) % n].n_open == 0,
            .needs = (open ? sums[i].open_needs : sums[i].closed_needs) / n_dates,
        };
    }
    return true;
}

/* ---- who is there ---- */

static void headcount_add(struct weekly *self, const int *cell_at, size_t group)
{
    const struct scenario *scenario = self->scenario;
    const struct hours *hours = &scenario->hours;
    const size_t n = scenario->groups.n;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        const int cell =
            cell_at[hours->days[slot->day].weekday * hours->slots_per_day + slot->time_of_day];
        if (slot->counted && slot->open && cell >= 0)
            self->present[(size_t)cell * n + group] +=
                (double)scenario->staffing[(size_t)i * n + group] / self->cells[cell].n_dates;
    }
}

static void people_fill(struct weekly *self, size_t group)
{
    const struct scenario *scenario = self->scenario;
    struct presence_week week;
    presence_week_fill(&week, &scenario->roster, &scenario->roster.crews[group],
                       &scenario->hours);
    for (size_t i = 0; i < self->n; i++) {
        const struct weekly_cell *cell = &self->cells[i];
        /* A mean over the days that are open at all, to one over those open then. */
        const double dates = (double)week.n_days[cell->weekday] / cell->n_dates;
        if (cell->open)
            self->present[i * scenario->groups.n + group] =
                week.expected[cell->weekday][cell->part] * dates;
    }
}

/* ---- pools ---- */

static void join(size_t *pool_of, size_t n, size_t a, size_t b)
{
    const size_t from = pool_of[a] > pool_of[b] ? pool_of[a] : pool_of[b];
    const size_t to = pool_of[a] > pool_of[b] ? pool_of[b] : pool_of[a];
    for (size_t i = 0; i < n; i++)
        if (pool_of[i] == from) pool_of[i] = to;
}

/* Groups that stand on one route share a pool; pools are numbered from 0. */
static void pools_find(struct weekly *self)
{
    const struct routing *routing = &self->scenario->routing;
    const size_t n = self->scenario->groups.n;
    for (size_t i = 0; i < n; i++)
        self->pool_of[i] = i;
    for (int q = 0; q < routing->n_queues; q++)
        for (int i = 1; i < routing->queues[q].n_offers; i++)
            join(self->pool_of, n, (size_t)routing->queues[q].offers[0].group,
                 (size_t)routing->queues[q].offers[i].group);
    for (size_t i = 0; i < n; i++) {
        bool is_new = true;
        for (size_t j = 0; j < i; j++)
            is_new = is_new && self->pool_of[j] != self->pool_of[i];
        if (!is_new) continue;
        const size_t old = self->pool_of[i];
        for (size_t j = i; j < n; j++)
            if (self->pool_of[j] == old) self->pool_of[j] = n + self->n_pools;
        self->n_pools++;
    }
    for (size_t i = 0; i < n; i++)
        self->pool_of[i] -= n;
}

static double cumulated_share(const double *cumulated, size_t i)
{
    return i ? cumulated[i] - cumulated[i - 1] : cumulated[0];
}

/* The chance that one who was helped by this group for this reason calls again. */
static double p_again(const struct scenario *scenario, const struct ability *ability)
{
    const struct again *again = &scenario->again;
    const struct requests *requests = &scenario->requests;
    const double opened = requests->tracing ? requests->p_opened : 0.0;
    if (!(scenario->features & FEATURE_OUTCOMES)) return again->p_resolved;
    return ability->p_resolved * again->p_resolved +
           (1.0 - ability->p_resolved) *
               (opened * again->p_traced + (1.0 - opened) * again->p_untraced);
}

/* The calls of one line and reason: those of the first step take them alike. */
static void class_add(struct weekly *self, size_t line, size_t reason)
{
    const struct scenario *scenario = self->scenario;
    const size_t n = scenario->reasons.n;
    const struct queue_plan *queue =
        &scenario->routing.queues[scenario->routing.queue_of[line * n + reason]];
    const double share = cumulated_share(scenario->mix.lines, line) *
                         cumulated_share(scenario->mix.reasons + line * n, reason);
    int alike = 1;
    while (alike < queue->n_offers && queue->offers[alike].step == queue->offers[0].step)
        alike++;
    for (int i = 0; i < alike; i++) {
        const size_t group = (size_t)queue->offers[i].group;
        const struct ability *ability = &scenario->abilities[group * n + reason];
        struct weekly_pool *pool = &self->pools[self->pool_of[group]];
        pool->share += share / alike;
        pool->factor += share / alike * ability->handling_factor;
        pool->p_again += share / alike * p_again(scenario, ability);
        self->part_of[group] += share / alike * ability->handling_factor;
    }
}

/* A line belongs to the pool of its first reason; where each of a pool's has a limit, they are
 * its lines. */
static double lines_of(const struct weekly *self, size_t pool)
{
    const struct scenario *scenario = self->scenario;
    double own = 0.0;
    for (size_t i = 0; i < scenario->lines.n; i++) {
        const int queue = scenario->routing.queue_of[i * scenario->reasons.n];
        const struct offer *offer = scenario->routing.queues[queue].offers;
        const int limit = scenario_line(scenario, i)->phone_lines;
        if (self->pool_of[offer->group] == pool)
            own += limit > 0 ? (double)limit : (double)INFINITY;
    }
    const bool common = scenario->phone_lines > 0 && self->n_pools == 1;
    const double most = common ? (double)scenario->phone_lines : (double)INFINITY;
    return own > 0.0 ? fmin(own, most) : most;
}

static bool pools_fill(struct weekly *self, struct sim_arena *arena)
{
    const struct scenario *scenario = self->scenario;
    pools_find(self);
    self->pools = sim_arena_new(arena, self->n_pools, sizeof *self->pools);
    if (!self->pools) return false;
    for (size_t i = 0; i < scenario->lines.n; i++)
        for (size_t j = 0; j < scenario->reasons.n; j++)
            class_add(self, i, j);
    for (size_t g = 0; g < scenario->groups.n; g++) {
        struct weekly_pool *pool = &self->pools[self->pool_of[g]];
        if (pool->factor > 0.0) self->part_of[g] /= pool->factor;
        pool->held += self->part_of[g] * scenario_group(scenario, g)->visitors.share;
    }
    for (size_t p = 0; p < self->n_pools; p++) {
        struct weekly_pool *pool = &self->pools[p];
        pool->lines = lines_of(self, p);
        if (!(pool->share > 0.0)) continue;
        pool->factor /= pool->share;
        pool->p_again /= pool->share;
    }
    return true;
}

bool weekly_open(struct weekly *self, const struct scenario *scenario, struct sim_arena *arena)
{
    *self = (struct weekly){ .scenario = scenario };
    const size_t n = scenario->groups.n;
    int *cell_at =
        sim_arena_new(arena, 7 * (size_t)scenario->hours.slots_per_day, sizeof *cell_at);
    if (!cell_at || !cells_fill(self, cell_at, arena)) return false;
    self->present = sim_arena_new(arena, self->n * n, sizeof *self->present);
    self->pool_of = sim_arena_new(arena, n, sizeof *self->pool_of);
    self->part_of = sim_arena_new(arena, n, sizeof *self->part_of);
    if (!self->present || !self->pool_of || !self->part_of) return false;
    for (size_t g = 0; g < n; g++)
        if (scenario->roster.crews[g].n)
            people_fill(self, g);
        else
            headcount_add(self, cell_at, g);
    return pools_fill(self, arena) && weekly_returns(self, cell_at, arena);
}

/* ---- for the formulas ---- */

static struct week_chance chance(const struct redial *redial, enum cause cause)
{
    return (struct week_chance){ redial->by_cause[cause].p_first,
                                 redial->by_cause[cause].p_later };
}

static bool week_cells(const struct weekly *self, size_t pool, struct week *week,
                       struct sim_arena *arena)
{
    const size_t n_groups = self->scenario->groups.n;
    week->cells = sim_arena_new(arena, self->n, sizeof *week->cells);
    week->n = self->n;
    for (size_t i = 0; week->cells && i < self->n; i++) {
        const struct weekly_cell *cell = &self->cells[i];
        week->cells[i] = (struct week_cell){ .length_s = self->scenario->hours.interval_s,
                                             .needs = cell->needs * self->pools[pool].share,
                                             .open = cell->open,
                                             .opens = cell->opens };
        for (size_t g = 0; g < n_groups; g++)
            if (self->pool_of[g] == pool)
                week->cells[i].agents += self->present[i * n_groups + g];
    }
    return week->cells;
}

/* Of two agents, while one asks the other. */
static double consulted_s(const struct scenario *scenario)
{
    const struct consultation *consultation = &scenario->consultation;
    if (!(consultation->probability > 0.0)) return 0.0;
    return 2.0 * consultation->probability * consultation->length.expected;
}

bool weekly_week(const struct weekly *self, size_t pool, struct week *week,
                 struct sim_arena *arena)
{
    const struct scenario *scenario = self->scenario;
    const struct busyness *busyness = &scenario->demand.busyness;
    const struct weekly_pool *calls = &self->pools[pool];
    const double day = busyness->day_cv, interval = busyness->interval_cv;
    *week = (struct week){
        .redials = self->redials,
        .again = self->again,
        .hung_up = chance(&scenario->redial, CAUSE_ABANDONED),
        .busy = chance(&scenario->redial, CAUSE_BUSY),
        .closed = chance(&scenario->redial, CAUSE_CLOSED),
        .p_again = calls->p_again,
        .most_attempts = scenario->redial.most_attempts,
        .handling_s = scenario->handling.law.expected * calls->factor + consulted_s(scenario),
        .patience = scenario->patience.law,
        .lines = calls->lines,
        .p_balk = scenario->message.p_balk,
        .held = calls->held,
        .within_s = scenario->service_level.within_s,
    };
    return week_busyness(week, sqrt((1.0 + day * day) * (1.0 + interval * interval) - 1.0)) &&
           week_cells(self, pool, week, arena);
}
