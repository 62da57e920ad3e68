/* Agents required in each interval of a scenario's week, and what becomes of the calls then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/staff_plan.h"

#include "models/flow/counts.h"
#include "models/staff/presence.h"

#include <math.h>
#include <string.h>

bool staff_plan_open(struct staff_plan *self, const struct session *session,
                     const struct staff_ask *ask, struct sim_arena *arena)
{
    *self = (struct staff_plan){ .ask = ask };
    if (!weekly_open(&self->weekly, &session->scenario, arena)) return false;
    const size_t n = self->weekly.n;
    self->totals = sim_arena_new(arena, n * self->weekly.n_pools, sizeof *self->totals);
    self->required =
        sim_arena_new(arena, n * session->scenario.groups.n, sizeof *self->required);
    self->lived = sim_arena_new(arena, n, sizeof *self->lived);
    self->values = sim_arena_new(arena, n * ask->n_targets, sizeof *self->values);
    self->met = sim_arena_new(arena, n, sizeof *self->met);
    return self->totals && self->required && self->lived && self->values && self->met;
}

void staff_plan_share(struct staff_plan *self, size_t i)
{
    const struct weekly *weekly = &self->weekly;
    const size_t n = weekly->scenario->groups.n;
    int *required = &self->required[i * n];
    for (size_t p = 0; p < weekly->n_pools; p++) {
        const int total = self->totals[i * weekly->n_pools + p];
        int given = 0;
        for (size_t g = 0; g < n; g++)
            if (weekly->pool_of[g] == p)
                given += required[g] = (int)floor(total * weekly->part_of[g] + 1e-9);
        for (; given < total; given++) {
            size_t most = n;
            for (size_t g = 0; g < n; g++)
                if (weekly->pool_of[g] == p &&
                    (most == n || total * weekly->part_of[g] - required[g] >
                                      total * weekly->part_of[most] - required[most]))
                    most = g;
            required[most]++;
        }
    }
}

double staff_plan_margin(const struct staff_plan *self, const struct sim_estimate *values)
{
    double least = INFINITY;
    for (size_t t = 0; t < self->ask->n_targets; t++) {
        const struct requirement_target *target = &self->ask->targets[t];
        const double value = values[t].value;
        const double gap = target->at_least ? value - target->bound : target->bound - value;
        if (!isnan(value)) least = fmin(least, gap / fmax(fabs(target->bound), 1e-9));
    }
    return isinf(least) ? 0.0 : least;
}

/* ---- formulas ---- */

static void pool_keep(struct staff_plan *self, size_t pool, const struct week *week,
                      const struct week_lived *lived)
{
    for (size_t i = 0; i < self->weekly.n; i++) {
        self->totals[i * self->weekly.n_pools + pool] = (int)week->cells[i].agents;
        week_lived_add(&self->lived[i], &lived[i], 1.0);
        if (requirement_margin(&lived[i], (struct requirement_targets){
                                              self->ask->targets, self->ask->n_targets }) < 0.0)
            self->met[i] = false;
    }
}

static void values_fill(struct staff_plan *self, size_t i)
{
    const size_t n = self->ask->n_targets;
    for (size_t t = 0; t < n; t++)
        self->values[i * n + t] =
            (struct sim_estimate){ self->ask->targets[t].measure->value(&self->lived[i]), NAN,
                                   NAN, NAN, NAN };
}

bool staff_plan_formula(struct staff_plan *self, struct sim_arena *arena)
{
    const struct weekly *weekly = &self->weekly;
    struct quadrature rule;
    struct week *weeks = sim_arena_new(arena, weekly->n_pools, sizeof *weeks);
    struct week_lived *lived = sim_arena_new(arena, weekly->n_pools * weekly->n, sizeof *lived);
    if (!weeks || !lived) return false;
    quadrature_open(&rule);
    for (size_t i = 0; i < weekly->n; i++) {
        self->lived[i] = (struct week_lived){ .at_rest = true };
        self->met[i] = true;
    }
    for (size_t p = 0; p < weekly->n_pools; p++) {
        size_t twin = 0;
        if (!weekly_week(weekly, p, &weeks[p], arena)) return false;
        weeks[p].by_load = self->ask->written.method == STAFF_MOL;
        while (twin < p && !week_is_like(&weeks[twin], &weeks[p]))
            twin++;
        if (twin == p &&
            !requirement_solve(
                &weeks[p],
                (struct requirement_targets){ self->ask->targets, self->ask->n_targets },
                self->ask->written.most, &rule, &lived[p * weekly->n]))
            return false;
        pool_keep(self, p, &weeks[twin], &lived[twin * weekly->n]);
    }
    for (size_t i = 0; i < weekly->n; i++) {
        staff_plan_share(self, i);
        values_fill(self, i);
    }
    return true;
}

/* ---- what is told ---- */

static bool interval_tell(const struct staff_plan *self, size_t i,
                          struct staffing_interval *interval, struct sim_arena *arena)
{
    const struct weekly *weekly = &self->weekly;
    const struct weekly_cell *cell = &weekly->cells[i];
    const size_t n = weekly->scenario->groups.n;
    const int minutes = (int)(cell->part * weekly->scenario->hours.interval_s / 60.0);
    int *required = sim_arena_new(arena, n + 1, sizeof *required);
    double *present = sim_arena_new(arena, n + 1, sizeof *present);
    if (!required || !present) return false;
    for (size_t g = 0; g < n; g++) {
        required[n] += required[g] = self->required[i * n + g];
        present[n] += present[g] = weekly->present[i * n + g];
    }
    *interval = (struct staffing_interval){
        .weekday = cell->weekday,
        .clock = sim_arena_print(arena, "%02d:%02d", minutes / 60, minutes % 60),
        .start_h = minutes / 60.0,
        .end_h = minutes / 60.0 + weekly->scenario->hours.interval_s / 3600.0,
        .n_dates = cell->n_dates,
        .needs = cell->needs,
        .attempts = self->lived[i].attempts,
        .load =
            (self->lived[i].attempts * (self->lived[i].answered > 0.0
                                            ? self->lived[i].busy_s / self->lived[i].answered
                                            : 0.0) +
             self->lived[i].held_s) /
            weekly->scenario->hours.interval_s,
        .met = self->met[i],
        .values = &self->values[i * self->ask->n_targets],
        .required = required,
        .present = present,
    };
    return interval->clock;
}

/* Intervals that follow each other on one day. */
static bool halves_tell(struct staffing *staffing, struct sim_arena *arena)
{
    const size_t n_groups = staffing->n_groups;
    struct staffing_half *halves = sim_arena_new(arena, staffing->n, sizeof *halves);
    double *spare = sim_arena_new(arena, staffing->n * (n_groups + 1), sizeof *spare);
    if (!halves || !spare) return false;
    for (size_t i = 0; i < staffing->n; i++) {
        const struct staffing_interval *at = &staffing->intervals[i];
        const bool goes_on =
            i > 0 && at[-1].weekday == at->weekday && at[-1].end_h > at->start_h - 1e-6;
        if (!goes_on)
            halves[staffing->n_halves++] =
                (struct staffing_half){ i, 0, &spare[i * (n_groups + 1)] };
        struct staffing_half *half = &halves[staffing->n_halves - 1];
        double *least = &spare[half->first * (n_groups + 1)];
        for (size_t g = 0; g <= n_groups; g++) {
            const double here = at->present[g] - at->required[g];
            least[g] = half->n == 0 ? here : fmin(least[g], here);
        }
        half->n++;
    }
    staffing->halves = halves;
    return true;
}

/* Duties in the order of shrinkage's measures; on the phones is not among them. */
static const struct {
    const char *name;
    int duty; /* enum duty */
} shrinkages[STAFFING_PARTS] = {
    { "shrinkage_unscheduled", DUTY_HOME },   { "shrinkage_leave", DUTY_LEAVE },
    { "shrinkage_absence", DUTY_ABSENT },     { "shrinkage_late", DUTY_LATE },
    { "shrinkage_breaks", DUTY_BREAK },       { "shrinkage_meetings", DUTY_MEETING },
    { "shrinkage_training", DUTY_TRAINING },  { "shrinkage_sessions", DUTY_OTHER },
    { "shrinkage_off_phone", DUTY_OFF_PHONE }
};

static const char *label_of(const char *measure)
{
    for (size_t i = 0; i < n_centre_measures; i++)
        if (strcmp(centre_measures[i].name, measure) == 0) return centre_measures[i].label;
    return measure;
}

/* required / (1 - shrinkage), over all hours and where that is most. */
static void heads_tell(const struct staffing *staffing, size_t group,
                       struct staffing_group *told)
{
    double required = 0.0, present = 0.0, dates = 0.0;
    for (size_t i = 0; i < staffing->n; i++) {
        const struct staffing_interval *at = &staffing->intervals[i];
        required += at->n_dates * (double)at->required[group];
        present += at->n_dates * at->present[group];
        dates += at->n_dates;
        const double heads = at->required[group] * told->people / at->present[group];
        if (at->required[group] > 0 && heads > told->heads_peak) {
            told->heads_peak = heads;
            told->peak = i;
        }
    }
    told->required_mean = required / dates;
    if (!told->has_people) told->people = present / dates;
    if (told->has_people) told->heads_mean = told->required_mean / (1.0 - told->shrinkage);
}

static bool groups_tell(const struct staff_plan *self, struct staffing *staffing,
                        struct sim_arena *arena)
{
    const struct scenario *scenario = self->weekly.scenario;
    struct staffing_group *groups = sim_arena_new(arena, scenario->groups.n, sizeof *groups);
    if (!groups) return false;
    staffing->groups = groups;
    for (size_t g = 0; g < scenario->groups.n; g++) {
        const struct group *group = scenario_group(scenario, g);
        const struct crew *crew = &scenario->roster.crews[g];
        double shares[N_DUTIES];
        groups[g] = (struct staffing_group){ .name = group->name, .title = group->title };
        groups[g].people = presence_shares(shares, &scenario->roster, crew, &scenario->hours);
        groups[g].has_people = groups[g].people > 0.0;
        if (groups[g].has_people) groups[g].shrinkage = 1.0 - shares[DUTY_PHONES];
        for (size_t d = 0; groups[g].has_people && shrinkages[d].name; d++)
            groups[g].parts[groups[g].n_parts++] =
                (struct staffing_part){ shrinkages[d].name, label_of(shrinkages[d].name),
                                        shares[shrinkages[d].duty] };
        heads_tell(staffing, g, &groups[g]);
    }
    return true;
}

bool staff_plan_tell(const struct staff_plan *self, struct staffing *staffing,
                     struct sim_arena *arena)
{
    const struct staff_ask *ask = self->ask;
    struct staffing_interval *intervals =
        sim_arena_new(arena, self->weekly.n, sizeof *intervals);
    if (!intervals) return false;
    staffing->intervals = intervals;
    for (size_t i = 0; i < self->weekly.n; i++)
        if (self->weekly.cells[i].open &&
            !interval_tell(self, i, &intervals[staffing->n++], arena))
            return false;
    staffing->method = staff_method_name(ask->written.method);
    staffing->method_title = staff_method_title(ask->written.method);
    staffing->targets = ask->shown;
    staffing->measures = ask->measures;
    staffing->n_targets = ask->n_targets;
    staffing->most = ask->written.most;
    staffing->n_groups = self->weekly.scenario->groups.n;
    staffing->within_s = self->weekly.scenario->service_level.within_s;
    staffing->interval_h = self->weekly.scenario->hours.interval_s / 3600.0;
    return halves_tell(staffing, arena) && groups_tell(self, staffing, arena);
}
