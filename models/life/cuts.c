/* From the two tables of a replication to the cells of every axis.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/cuts.h"

#include "sim/estimate.h"

#include <math.h>

static void row_add(double *restrict to, const double *restrict from)
{
    for (int i = 0; i < N_COUNTS; i++)
        to[i] += from[i];
}

/* The row's cells of one axis. */
static double *cells_of(const struct workplace *w, const struct sim_row *row, enum axis axis)
{
    return &row->counts[sim_model_first_cell(w->model, axis) * SIM_COUNTERS];
}

/* Into the cell of that rank; below 0 there is none. */
static void add_ranked(double *cells, int rank, const double *from)
{
    if (rank >= 0) row_add(&cells[(size_t)rank * SIM_COUNTERS], from);
}

/* The answer rate of one interval of one day. */
static void spread_slot(struct sim_spread *spread, const double *from)
{
    const double answered = from[N_ANSWERED_AT_ONCE] + from[N_ANSWERED_LATER];
    double offered = 0.0;
    for (int i = N_HUNG_UP; i <= N_STILL_WAITING; i++)
        offered += from[i];
    if (offered > 0.0) sim_spread_add(spread, answered / offered);
}

/* What a day counted, all its slots together. */
static void day_sum(const struct workplace *w, const struct day *day, double *sum)
{
    const size_t first = (size_t)day->first_slot, n = (size_t)day->n_slots;
    for (size_t i = first; i < first + n; i++)
        row_add(sum, &w->counts.by_slot[i * N_COUNTS]);
}

/* Judges each day as a whole; one that misses the target is counted in its first slot. */
static void judge_days(struct workplace *w)
{
    const struct day_target *target = &w->scenario->day_target;
    const struct hours *hours = &w->scenario->hours;
    for (int i = 0; target->measure && i < hours->n_days; i++) {
        if (hours->days[i].rank < 0) continue;
        double sum[SIM_COUNTERS] = { 0 };
        day_sum(w, &hours->days[i], sum);
        const double under = sim_measure_under(target->measure, sum);
        const double value = sim_measure_over(target->measure, sum) / under;
        if (under == 0.0 ||
            (target->at_least ? value >= target->bound : value <= target->bound))
            continue;
        w->counts.by_slot[(size_t)hours->days[i].first_slot * N_COUNTS + N_DAYS_MISSED] += 1.0;
    }
}

static void cut_months(const struct workplace *w, struct sim_row *row)
{
    const struct hours *hours = &w->scenario->hours;
    double *cells = cells_of(w, row, AXIS_MONTH);
    for (int i = 0; w->model->axes[AXIS_MONTH].n && i < hours->n_days; i++)
        if (hours->days[i].month >= 0)
            day_sum(w, &hours->days[i], &cells[(size_t)hours->days[i].month * SIM_COUNTERS]);
}

static void cut_days(const struct workplace *w, struct sim_row *row)
{
    const struct hours *hours = &w->scenario->hours;
    double *cells = cells_of(w, row, AXIS_DAY);
    for (int i = 0; w->model->axes[AXIS_DAY].n && i < hours->n_days; i++)
        if (hours->days[i].rank >= 0)
            day_sum(w, &hours->days[i], &cells[(size_t)hours->days[i].rank * SIM_COUNTERS]);
}

/* A slot goes to its interval of the week alone where that has a cell, for cut_week() to hand
 * on. */
static void cut_slots(const struct workplace *w, struct sim_row *row)
{
    const struct hours *hours = &w->scenario->hours;
    double *weekdays = cells_of(w, row, AXIS_WEEKDAY), *week = cells_of(w, row, AXIS_WEEK);
    double *parts = cells_of(w, row, AXIS_HALF_HOUR);
    double *dated = w->model->axes[AXIS_INTERVAL].n ? cells_of(w, row, AXIS_INTERVAL) : NULL;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        if (!slot->counted) continue;
        const double *from = &w->counts.by_slot[(size_t)i * N_COUNTS];
        const int weekday = hours->days[slot->day].weekday, part = slot->time_of_day;
        const int rank = hours->week_rank[weekday * hours->slots_per_day + part];
        add_ranked(week, rank, from);
        if (rank < 0) {
            row_add(row->counts, from);
            add_ranked(weekdays, hours->weekday_rank[weekday], from);
            add_ranked(parts, hours->part_rank[part], from);
        }
        if (dated) add_ranked(dated, slot->rank, from);
        if (w->model->n_spreads && slot->open)
            spread_slot(&row->spreads[hours->part_rank[part]], from);
    }
}

static void cut_week(const struct workplace *w, struct sim_row *row)
{
    const struct hours *hours = &w->scenario->hours;
    const int n_parts = hours->slots_per_day;
    const double *week = cells_of(w, row, AXIS_WEEK);
    for (int i = 0; i < 7 * n_parts; i++) {
        if (hours->week_rank[i] < 0) continue;
        const double *from = &week[(size_t)hours->week_rank[i] * SIM_COUNTERS];
        row_add(row->counts, from);
        add_ranked(cells_of(w, row, AXIS_WEEKDAY), hours->weekday_rank[i / n_parts], from);
        add_ranked(cells_of(w, row, AXIS_HALF_HOUR), hours->part_rank[i % n_parts], from);
    }
}

static void cut_classes(struct workplace *w, struct sim_row *row)
{
    const size_t n_reasons = w->scenario->reasons.n, n_groups = w->counts.n_groups;
    double *lines = cells_of(w, row, AXIS_LINE), *reasons = cells_of(w, row, AXIS_REASON);
    double *groups = cells_of(w, row, AXIS_GROUP);
    const double *from = w->counts.by_class;
    for (size_t class = 0; class < w->counts.n_classes; class ++)
        for (size_t group = 0; group <= n_groups; group++, from += N_COUNTS) {
            row_add(&lines[class / n_reasons * SIM_COUNTERS], from);
            row_add(&reasons[class % n_reasons * SIM_COUNTERS], from);
            if (group < n_groups) row_add(&groups[group * SIM_COUNTERS], from);
        }
    for (size_t group = 0; group < n_groups; group++)
        row_add(&groups[group * SIM_COUNTERS], &w->counts.by_group[group * N_COUNTS]);
}

/* The first attempts are those that later ones leave; they too are taken for answered. */
static void complete_first_try(double *tries, size_t n, const double *whole)
{
    for (int i = 0; i <= N_STILL_WAITING; i++) {
        tries[N_ANSWERED_LATER] += whole[i];
        for (size_t k = 1; k < n; k++)
            tries[N_ANSWERED_LATER] -= tries[k * SIM_COUNTERS + (size_t)i];
    }
}

static void cut_outcomes(const struct workplace *w, struct sim_row *row)
{
    const struct outcomes *outcomes = &w->outcomes;
    const size_t n_tries = outcomes->n_tries, n_lines = outcomes->n_lines * outcomes->n_parts;
    double *tries = cells_of(w, row, AXIS_ATTEMPT);
    double *lines = cells_of(w, row, AXIS_LINE_HALF_HOUR);
    for (size_t i = 0; i < n_tries * N_OUTCOMES; i++)
        tries[i / N_OUTCOMES * SIM_COUNTERS + i % N_OUTCOMES] = outcomes->by_try[i];
    for (size_t i = 0; i < n_lines * N_OUTCOMES; i++)
        lines[i / N_OUTCOMES * SIM_COUNTERS + i % N_OUTCOMES] = outcomes->by_line[i];
    complete_first_try(tries, n_tries, row->counts);
    for (size_t i = 0; i < n_tries; i++) {
        row->counts[N_REDIALLED] += tries[i * SIM_COUNTERS + N_REDIALLED];
        row->counts[N_GIVEN_UP] += tries[i * SIM_COUNTERS + N_GIVEN_UP];
    }
}

/* Talk is what wrap-up leaves of handling: the same share of every call, what has no wrap-up of
 * its own apart. The load is what would keep agents busy if every attempt while open took the
 * mean handling time, and visitors, and colleagues who are asked. */
static void derive(double *cell, const struct scenario *scenario, double handling_s)
{
    const double aside_s = cell[S_ASIDE];
    cell[S_TALK] = (cell[S_HANDLING] - aside_s) * (1.0 - scenario->handling.wrap_up) + aside_s;
    cell[X_COST] = cell[S_PAID] / 3600.0 * scenario->eur_per_h;
    cell[S_LOAD] = cell[S_VISIT] + cell[S_ADVISING];
    for (int i = N_TURNED_BUSY; i <= N_STILL_WAITING; i++)
        cell[S_LOAD] += cell[i] * handling_s;
}

void cuts_fill(struct workplace *w, struct sim_row *row)
{
    judge_days(w);
    cut_slots(w, row);
    cut_months(w, row);
    cut_days(w, row);
    cut_week(w, row);
    cut_classes(w, row);
    cut_outcomes(w, row);
    const double *whole = row->counts;
    const double answered = whole[N_ANSWERED_AT_ONCE] + whole[N_ANSWERED_LATER];
    const double handling_s = answered > 0.0 ? whole[S_HANDLING] / answered : 0.0;
    const size_t n = sim_model_cells(w->model);
    for (size_t i = 0; i < n; i++)
        derive(&row->counts[i * SIM_COUNTERS], w->scenario, handling_s);
    row->histograms[WAITS_ANSWERED].zeroes += (uint64_t)row->counts[N_ANSWERED_AT_ONCE];
}
