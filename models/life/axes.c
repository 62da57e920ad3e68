/* The axes of a scenario: into which cells its counts are cut.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/axes.h"

#include "models/date.h"
#include "models/flow/outcomes.h"

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
    *axis = (struct sim_axis){ name, names, titles, .n = list->n };
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
    *axis = (struct sim_axis){ "weekday", names, titles, .n = (size_t)hours->n_weekdays };
    return true;
}

/* "2017-10"; nothing where there is one alone. */
static bool axis_of_months(struct sim_axis *axis, const struct hours *hours,
                           struct sim_arena *arena)
{
    const size_t n = hours->n_months > 1 ? (size_t)hours->n_months : 0;
    const char **names = sim_arena_new(arena, n, sizeof *names);
    if (!names) return false;
    for (int i = 0; n && i < hours->n_days; i++) {
        const struct date date = date_of(hours->days[i].date);
        const int month = hours->days[i].month;
        if (month < 0 || names[month]) continue;
        names[month] = sim_arena_print(arena, "%04d-%02d", date.year, date.month);
        if (!names[month]) return false;
    }
    *axis = (struct sim_axis){ "month", names, .n = n };
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
    *axis = (struct sim_axis){ "half_hour", names, .n = (size_t)hours->n_parts };
    return true;
}

/* "monday 08:30" */
static bool axis_of_week(struct sim_axis *axis, const struct hours *hours,
                         struct sim_arena *arena)
{
    const char **names = sim_arena_new(arena, (size_t)hours->n_week, sizeof *names);
    if (!names) return false;
    for (int i = 0; i < 7 * hours->slots_per_day; i++) {
        if (hours->week_rank[i] < 0) continue;
        const char *clock = clock_text(hours, i % hours->slots_per_day, arena);
        if (!clock) return false;
        const char *weekday = weekday_names[i / hours->slots_per_day];
        names[hours->week_rank[i]] = sim_arena_print(arena, "%s %s", weekday, clock);
        if (!names[hours->week_rank[i]]) return false;
    }
    *axis =
        (struct sim_axis){ "week", names, .n = (size_t)hours->n_week, .depth = SIM_FOR_FILES };
    return true;
}

/* "1", "2" ...; where the last one stands for later ones too, "10+". Only "1" where nobody
 * dials again. */
static bool axis_of_attempts(struct sim_axis *axis, const struct scenario *scenario,
                             struct sim_arena *arena)
{
    const struct redial *redial = &scenario->redial;
    const bool ever = redial_is_possible(redial) || scenario->wrong_line.probability > 0.0;
    const bool more = redial->most_attempts > MOST_TRIES;
    const int all = more ? MOST_TRIES : redial->most_attempts;
    const int n = ever ? all : 1;
    const char **names = sim_arena_new(arena, (size_t)n, sizeof *names);
    if (!names) return false;
    for (int i = 0; i < n; i++) {
        names[i] =
            sim_arena_print(arena, "%d%s", i + 1, more && i + 1 == MOST_TRIES ? "+" : "");
        if (!names[i]) return false;
    }
    *axis = (struct sim_axis){ "attempt", names, .n = (size_t)n };
    return true;
}

/* "halluin 08:30"; nothing where there is one line. */
static bool axis_of_line_parts(struct sim_axis *axis, const struct sim_axis *lines,
                               const struct sim_axis *parts, struct sim_arena *arena)
{
    const size_t n = lines->n > 1 ? lines->n * parts->n : 0;
    const char **names = sim_arena_new(arena, n, sizeof *names);
    if (!names) return false;
    for (size_t i = 0; i < n; i++) {
        names[i] = sim_arena_print(arena, "%s %s", lines->cells[i / parts->n],
                                   parts->cells[i % parts->n]);
        if (!names[i]) return false;
    }
    *axis = (struct sim_axis){ "line_half_hour", names, .n = n, .depth = SIM_FOR_TABLES };
    return true;
}

/* "2017-10-02" */
static bool axis_of_days(struct sim_axis *axis, const struct hours *hours,
                         struct sim_arena *arena)
{
    const char **names = sim_arena_new(arena, (size_t)hours->n_ranked_days, sizeof *names);
    if (!names) return false;
    for (int i = 0; i < hours->n_days; i++) {
        const int rank = hours->days[i].rank;
        if (rank < 0) continue;
        const struct date date = date_of(hours->days[i].date);
        names[rank] = sim_arena_print(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
        if (!names[rank]) return false;
    }
    *axis = (struct sim_axis){ "day", names, .n = (size_t)hours->n_ranked_days,
                               .depth = SIM_FOR_TABLES };
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
    *axis =
        (struct sim_axis){ "interval", names, NULL, (size_t)hours->n_ranked, SIM_FOR_DATES };
    return true;
}

static bool axes_of_detail(struct sim_axis *axes, const struct scenario *scenario,
                           struct centre_detail detail, struct sim_arena *arena)
{
    axes[AXIS_LINE_HALF_HOUR] = (struct sim_axis){ "line_half_hour", .depth = SIM_FOR_TABLES };
    axes[AXIS_DAY] = (struct sim_axis){ "day", .depth = SIM_FOR_TABLES };
    axes[AXIS_INTERVAL] = (struct sim_axis){ "interval", .depth = SIM_FOR_DATES };
    return (!detail.figures || axis_of_line_parts(&axes[AXIS_LINE_HALF_HOUR], &axes[AXIS_LINE],
                                                  &axes[AXIS_HALF_HOUR], arena)) &&
           (!detail.dated || (axis_of_days(&axes[AXIS_DAY], &scenario->hours, arena) &&
                              axis_of_slots(&axes[AXIS_INTERVAL], &scenario->hours, arena)));
}

const struct sim_axis *axes_of(const struct scenario *scenario, struct centre_detail detail,
                               struct sim_arena *arena)
{
    struct sim_axis *axes = sim_arena_new(arena, N_AXES, sizeof *axes);
    const struct hours *hours = &scenario->hours;
    const bool ok =
        axes &&
        axis_of_list(&axes[AXIS_LINE], "line", &scenario->lines, sizeof(struct line), arena) &&
        axis_of_list(&axes[AXIS_REASON], "reason", &scenario->reasons, sizeof(struct reason),
                     arena) &&
        axis_of_list(&axes[AXIS_GROUP], "group", &scenario->groups, sizeof(struct group),
                     arena) &&
        axis_of_months(&axes[AXIS_MONTH], hours, arena) &&
        axis_of_weekdays(&axes[AXIS_WEEKDAY], hours, arena) &&
        axis_of_parts(&axes[AXIS_HALF_HOUR], hours, arena) &&
        axis_of_week(&axes[AXIS_WEEK], hours, arena) &&
        axis_of_attempts(&axes[AXIS_ATTEMPT], scenario, arena) &&
        axes_of_detail(axes, scenario, detail, arena);
    return ok ? axes : NULL;
}
