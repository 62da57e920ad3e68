/* From the two tables of a replication to the cells of every axis.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/cuts.h"

#include "models/date.h"

#include <math.h>

static const char *const weekday_names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                             "friday", "saturday", "sunday" };
static const char *const weekday_titles[] = { N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                              N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                              N_("Sunday") };

/* Names and titles of a list whose structs begin with both. */
struct named {
    const char *name, *title;
};

static bool axis_of_list(struct sim_axis *axis, const char *name, const struct sim_list *list,
                         size_t size, struct sim_arena *arena)
{
    const char **names = sim_arena_new(arena, list->n, sizeof *names);
    const char **titles = sim_arena_new(arena, list->n, sizeof *titles);
    if (!names || !titles) return false;
    for (size_t i = 0; i < list->n; i++) {
        const void *item = (const char *)list->items + i * size;
        const struct named *named = item;
        names[i] = named->name;
        titles[i] = named->title;
    }
    *axis = (struct sim_axis){ name, names, titles, list->n, false };
    return true;
}

static char *clock_text(const struct hours *hours, int part, struct sim_arena *arena)
{
    const int minutes = (int)(part * hours->interval_s / 60.0);
    return sim_arena_print(arena, "%02d:%02d", minutes / 60, minutes % 60);
}

static bool axis_of_weekdays(struct sim_axis *axis, const struct hours *hours,
                             struct sim_arena *arena)
{
    const char **names = sim_arena_new(arena, 7, sizeof *names);
    const char **titles = sim_arena_new(arena, 7, sizeof *titles);
    if (!names || !titles) return false;
    for (int i = 0; i < 7; i++) {
        if (hours->weekday_rank[i] < 0) continue;
        names[hours->weekday_rank[i]] = weekday_names[i];
        titles[hours->weekday_rank[i]] = weekday_titles[i];
    }
    *axis = (struct sim_axis){ "weekday", names, titles, (size_t)hours->n_weekdays, false };
    return true;
}

static bool axis_of_parts(struct sim_axis *axis, const struct hours *hours,
                          struct sim_arena *arena)
{
    const char **names = sim_arena_new(arena, (size_t)hours->n_parts, sizeof *names);
    if (!names) return false;
    for (int i = 0; i < hours->slots_per_day; i++)
        if (hours->part_rank[i] >= 0 &&
            !(names[hours->part_rank[i]] = clock_text(hours, i, arena)))
            return false;
    *axis = (struct sim_axis){ "half_hour", names, NULL, (size_t)hours->n_parts, false };
    return true;
}

/* "2017-10-02 08:30-09:00" */
static bool axis_of_slots(struct sim_axis *axis, const struct hours *hours,
                          struct sim_arena *arena)
{
    const char **names = sim_arena_new(arena, (size_t)hours->n_ranked, sizeof *names);
    if (!names) return false;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        if (slot->rank < 0) continue;
        const struct date date = date_of(hours->days[slot->day].date);
        const char *start = clock_text(hours, slot->time_of_day, arena);
        const char *end = clock_text(hours, slot->time_of_day + 1, arena);
        if (!start || !end) return false;
        names[slot->rank] = sim_arena_print(arena, "%04d-%02d-%02d %s-%s", date.year,
                                            date.month, date.day, start, end);
        if (!names[slot->rank]) return false;
    }
    *axis = (struct sim_axis){ "interval", names, NULL, (size_t)hours->n_ranked, true };
    return true;
}

const struct sim_axis *cuts_axes(const struct scenario *scenario, bool dated, size_t *n,
                                 struct sim_arena *arena)
{
    struct sim_axis *axes = sim_arena_new(arena, N_AXES, sizeof *axes);
    *n = dated ? N_AXES : N_AXES - 1;
    const struct hours *hours = &scenario->hours;
    const bool ok =
        axes &&
        axis_of_list(&axes[AXIS_LINE], "line", &scenario->lines, sizeof(struct line), arena) &&
        axis_of_list(&axes[AXIS_REASON], "reason", &scenario->reasons, sizeof(struct reason),
                     arena) &&
        axis_of_list(&axes[AXIS_GROUP], "group", &scenario->groups, sizeof(struct group),
                     arena) &&
        axis_of_weekdays(&axes[AXIS_WEEKDAY], hours, arena) &&
        axis_of_parts(&axes[AXIS_HALF_HOUR], hours, arena) &&
        (!dated || axis_of_slots(&axes[AXIS_INTERVAL], hours, arena));
    return ok ? axes : NULL;
}

static void row_add(double *to, const double *from)
{
    for (int i = 0; i < N_COUNTS; i++)
        to[i] += from[i];
}

/* The row's cells of one axis. */
static double *cells_of(const struct workplace *w, const struct sim_row *row, enum axis axis)
{
    return &row->counts[sim_model_first_cell(w->model, axis) * SIM_COUNTERS];
}

static void cut_slots(struct workplace *w, struct sim_row *row)
{
    const struct hours *hours = &w->scenario->hours;
    double *weekdays = cells_of(w, row, AXIS_WEEKDAY);
    double *parts = cells_of(w, row, AXIS_HALF_HOUR);
    double *dated = w->model->n_axes == N_AXES ? cells_of(w, row, AXIS_INTERVAL) : NULL;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        if (!slot->counted) continue;
        const double *from = &w->counts.by_slot[(size_t)i * N_COUNTS];
        const int weekday = hours->weekday_rank[hours->days[slot->day].weekday];
        const int part = hours->part_rank[slot->time_of_day];
        row_add(row->counts, from);
        if (weekday >= 0) row_add(&weekdays[(size_t)weekday * SIM_COUNTERS], from);
        if (part >= 0) row_add(&parts[(size_t)part * SIM_COUNTERS], from);
        if (dated && slot->rank >= 0) row_add(&dated[(size_t)slot->rank * SIM_COUNTERS], from);
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

/* Talk is what wrap-up leaves of handling: the same share of every call. */
static void derive_talk(double *cell, double talk_share)
{
    cell[S_TALK] = cell[S_HANDLING] * talk_share;
}

void cuts_fill(struct workplace *w, struct sim_row *row)
{
    cut_slots(w, row);
    cut_classes(w, row);
    const double talk_share = 1.0 - w->scenario->handling.wrap_up;
    const size_t n = sim_model_cells(w->model);
    for (size_t i = 0; i < n; i++)
        derive_talk(&row->counts[i * SIM_COUNTERS], talk_share);
    row->histograms[WAITS_ANSWERED].zeroes += (uint64_t)row->counts[N_ANSWERED_AT_ONCE];
}
