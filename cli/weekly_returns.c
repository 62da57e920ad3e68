/* In which intervals of the week those who dial again do so, by arithmetic over the dates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Delays and times of a day are not drawn: each stands at the middles of so many parts of equal
 * chance, and lands where the rules of models/demand/redial.h lead. */
#include "cli/weekly.h"

#include "models/plan/root.h"

#include <math.h>

/* The first dates of an interval stand for all. */
enum { STARTS = 3, DELAYS = 24, TIMES = 8, DATES = 6 };

struct quantile {
    const struct sim_law *law;
    double p;
};

static double excess(const void *self, double log_s)
{
    const struct quantile *quantile = self;
    return survival_at(quantile->law, exp(log_s)).gone - quantile->p;
}

/* The middles of DELAYS parts of equal chance. */
static void delays_fill(const struct sim_law *law, double *delays)
{
    for (int i = 0; i < DELAYS; i++) {
        const struct quantile quantile = { law, (i + 0.5) / DELAYS };
        const double low = log(1e-6 * law->expected), high = log(1e4 * law->expected);
        delays[i] = exp(root_find(excess, &quantile, low, high));
    }
}

/* Delays of those who dial again, and of those who call again. */
struct delays {
    double redial[DELAYS], again[DELAYS];
    bool redials, agains; /* somebody does */
};

/* Where one row of a table is filled. */
struct row {
    const struct weekly *week;
    const int *cell_at;
    double *shares;
};

static void land(const struct row *row, double at, bool beyond, double share)
{
    const struct hours *hours = &row->week->scenario->hours;
    if (beyond) return;
    const int slot = hours_slot_at(hours, at);
    if (slot >= hours->n_slots) return;
    const struct slot *there = &hours->slots[slot];
    const int cell = row->cell_at[hours->days[there->day].weekday * hours->slots_per_day +
                                  there->time_of_day];
    if (cell >= 0) row->shares[cell] += share;
}

static double middle(int i, int n)
{
    return (i + 0.5) / n;
}

/* A delay of this law from somewhere in the slot. Most do not hang on the time that a caller
 * chooses: then one stands for all. */
static void after(const struct row *row, struct moment moment, const double *delays,
                  double share)
{
    const struct scenario *scenario = row->week->scenario;
    const double start_at = moment.now, each = share / STARTS / DELAYS;
    for (int s = 0; s < STARTS; s++) {
        moment.now = start_at + middle(s, STARTS) * scenario->hours.interval_s;
        for (int d = 0; d < DELAYS; d++) {
            double at[TIMES];
            bool beyond = false;
            int n = 0;
            while (n < TIMES && (n < 2 || at[0] != at[1])) {
                at[n] = moment_after(&moment, delays[d], scenario->redial.spread_s,
                                     middle(n, TIMES), &beyond);
                n++;
            }
            if (at[0] == at[1]) n = 1;
            for (int t = 0; t < n; t++)
                land(row, at[t], beyond, each / n);
        }
    }
}

static void redials_add(const struct row *row, const struct moment *moment,
                        const double *delays, double share)
{
    const struct redial *redial = &row->week->scenario->redial;
    const double next_day = 1.0 - redial->p_soon - redial->p_next_half_day;
    after(row, *moment, delays, share * redial->p_soon);
    for (int t = 0; t < TIMES; t++) {
        bool beyond = false;
        double at = moment_in_next_opening(moment, middle(t, TIMES), &beyond);
        land(row, at, beyond, share * redial->p_next_half_day / TIMES);
        beyond = false;
        at = moment_on_open_day(moment, 1, middle(t, TIMES), &beyond);
        land(row, at, beyond, share * next_day / TIMES);
    }
}

static bool anybody_calls_again(const struct weekly *self)
{
    for (size_t p = 0; p < self->n_pools; p++)
        if (self->pools[p].p_again > 0.0) return true;
    return false;
}

/* The rows of one slot's cell, of which it is one date of n. */
static void slot_add(struct weekly *self, const struct delays *delays, const int *cell_at,
                     int i, double share)
{
    const struct scenario *scenario = self->scenario;
    const struct slot *slot = &scenario->hours.slots[i];
    const struct moment moment = { &scenario->hours, i, slot->start_at };
    const size_t first =
        self->n *
        (size_t)
            cell_at[scenario->hours.days[slot->day].weekday * scenario->hours.slots_per_day +
                    slot->time_of_day];
    if (delays->redials)
        redials_add(&(struct row){ self, cell_at, self->redials + first }, &moment,
                    delays->redial, share);
    if (delays->agains && slot->open)
        after(&(struct row){ self, cell_at, self->again + first }, moment, delays->again,
              share);
}

bool weekly_returns(struct weekly *self, const int *cell_at, struct sim_arena *arena)
{
    const struct hours *hours = &self->scenario->hours;
    struct delays delays = { .redials = redial_is_possible(&self->scenario->redial),
                             .agains = anybody_calls_again(self) };
    int *n_seen = sim_arena_new(arena, self->n, sizeof *n_seen);
    self->redials = sim_arena_new(arena, self->n * self->n, sizeof *self->redials);
    self->again = sim_arena_new(arena, self->n * self->n, sizeof *self->again);
    if (!n_seen || !self->redials || !self->again) return false;
    if (delays.redials) delays_fill(&self->scenario->redial.delay, delays.redial);
    if (delays.agains) delays_fill(&self->scenario->again.delay, delays.again);
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        const int cell =
            cell_at[hours->days[slot->day].weekday * hours->slots_per_day + slot->time_of_day];
        if (!slot->counted || cell < 0 || slot->open != self->cells[cell].open) continue;
        const int n_dates = self->cells[cell].n_dates;
        if (n_seen[cell]++ < DATES)
            slot_add(self, &delays, cell_at, i, 1.0 / (n_dates < DATES ? n_dates : DATES));
    }
    return true;
}
