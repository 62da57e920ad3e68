/* A scenario made simpler step by step, down to a queue that formulas know.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/simpler.h"

#include "models/holiday.h"

#include <math.h>
#include <string.h>

/* ---- what there is ---- */

static bool groups_differ(const struct scenario *self)
{
    for (size_t i = 1; i < self->reasons.n; i++)
        if (scenario_reason(self, i)->handling_factor !=
                scenario_reason(self, 0)->handling_factor ||
            scenario_reason(self, i)->priority != scenario_reason(self, 0)->priority)
            return true;
    return self->groups.n > 1;
}

static bool day_changes(const struct scenario *self)
{
    return self->rules.openings.n > 0 || isnan(self->demand.rate_per_h) ||
           self->demand.rates.n > 0 || self->dated.events.n > 0;
}

bool simpler_applies(const struct scenario *self, enum simpler step)
{
    const struct busyness *busyness = &self->demand.busyness;
    switch (step) {
    case SIMPLER_PEOPLE:
        return self->roster.n > 0;
    case SIMPLER_BUSYNESS:
        return busyness->day_cv > 0.0 || busyness->interval_cv > 0.0;
    case SIMPLER_GROUPS:
        return groups_differ(self);
    case SIMPLER_CONSULTATION:
        return self->consultation.probability > 0.0;
    case SIMPLER_REQUESTS:
        return self->features & (FEATURE_OUTCOMES | FEATURE_REQUESTS | FEATURE_OFFERS);
    case SIMPLER_VISITORS:
        return self->visited;
    case SIMPLER_STRAYS:
        return self->strays;
    case SIMPLER_MESSAGE:
        return self->greeting_s > 0.0 || self->message.length_s > 0.0;
    case SIMPLER_LAWS:
        return self->handling.law.kind != SIM_EXPONENTIAL || self->patience.trait_cv > 0.0 ||
               (self->patience.law.kind != SIM_EXPONENTIAL &&
                self->patience.law.kind != SIM_NEVER);
    case SIMPLER_RETURNS:
        return redial_is_possible(&self->redial) || self->again.p_again > 0.0;
    case SIMPLER_DAY:
        return day_changes(self);
    case N_SIMPLER:
        break;
    }
    return false;
}

/* ---- switches ---- */

/* A list of its own: the one that was read may be shared. */
static bool own(struct sim_list *list, size_t size, struct sim_arena *arena)
{
    void *copy = sim_arena_new(arena, list->n, size);
    if (!copy) return false;
    if (list->n) memcpy(copy, list->items, list->n * size);
    list->items = copy;
    return true;
}

static void switch_people(struct scenario *self)
{
    struct group *groups = self->groups.items;
    for (size_t i = 0; i < self->groups.n; i++) {
        groups[i].contract = NULL;
        groups[i].people.n = 0;
    }
    self->training.n = 0;
}

/* The telephone lines of a pool are those of its lines together, where all have a limit. */
static void pool_lines(struct scenario *self)
{
    struct line *lines = self->lines.items;
    int all = 0;
    bool limited = self->lines.n > 0;
    for (size_t i = 0; i < self->lines.n; i++) {
        limited = limited && lines[i].phone_lines > 0;
        all += lines[i].phone_lines;
        lines[i].phone_lines = 0;
    }
    if (limited && (self->phone_lines == 0 || all < self->phone_lines)) self->phone_lines = all;
}

static void switch_groups(struct scenario *self, const struct simpler_means *means)
{
    struct group *groups = self->groups.items;
    struct reason *reasons = self->reasons.items;
    for (size_t i = 0; i < self->groups.n; i++)
        groups[i].skills.n = 0;
    for (size_t i = 0; i < self->reasons.n; i++) {
        reasons[i].handling_factor = means->factor;
        reasons[i].priority = 0;
    }
    self->routes.n = 0;
    pool_lines(self);
}

static void switch_requests(struct scenario *self, const struct simpler_means *means)
{
    struct reason *reasons = self->reasons.items;
    for (size_t i = 0; i < self->reasons.n; i++)
        reasons[i].p_resolved = 1.0;
    self->requests.p_opened = 0.0;
    self->again.p_again = means->p_again;
    self->again.p_resolved = self->again.p_traced = self->again.p_untraced = NAN;
    self->callback_offer.p_accept = 0.0;
}

static void switch_visitors(struct scenario *self)
{
    struct group *groups = self->groups.items;
    for (size_t i = 0; i < self->groups.n; i++)
        groups[i].visitors.share = 0.0;
}

static struct sim_law exponential(double mean_s)
{
    return (struct sim_law){ .kind = SIM_EXPONENTIAL,
                             .mean = mean_s,
                             .factor = 1.0,
                             .cv = 1.0,
                             .shape = NAN,
                             .p = NAN,
                             .mean_1 = NAN,
                             .mean_2 = NAN };
}

static void switch_laws(struct scenario *self, const struct simpler_means *means)
{
    self->handling.law = exponential(means->handling_s);
    self->patience.trait_cv = 0.0;
    if (isfinite(means->patience_s)) self->patience.law = exponential(means->patience_s);
}

static void switch_returns(struct scenario *self)
{
    static const struct redial_chance never = { 0.0, 0.0 };
    self->redial.general = never;
    for (int i = 0; i < N_CAUSES; i++)
        self->redial.by_cause[i] = never;
    self->again.p_again = 0.0;
    self->again.p_resolved = self->again.p_traced = self->again.p_untraced = NAN;
}

static void switch_day(struct scenario *self, const struct simpler_means *means)
{
    struct hours_rules *rules = &self->rules;
    struct demand *demand = &self->demand;
    struct group *groups = self->groups.items;
    rules->openings.n = rules->specials.n = 0;
    rules->closed_on.n = 0;
    rules->public_holidays = HOLIDAYS_NONE;
    rules->horizon.months = rules->horizon.weeks = 0;
    rules->horizon.days = means->days;
    rules->horizon.warm_up_days = 1;
    rules->horizon.run_off_days = 0;
    demand->rate_per_h = means->rate_per_h;
    demand->volume = NAN;
    demand->rates.n = demand->profile.n = demand->closed_profile.n = 0;
    demand->months.n = demand->weekdays.n = 0;
    demand->shifted = demand->postponed = demand->dialled_closed = 0.0;
    self->dated.events.n = 0;
    self->dated.school_holidays.factor = 1.0;
    for (size_t i = 0; i < self->groups.n; i++) {
        groups[i].staffing.n = 0;
        groups[i].agents = (int)ceil(means->agents);
    }
}

bool simpler_switch(struct scenario *self, enum simpler step, const struct simpler_means *means,
                    struct sim_arena *arena)
{
    if (!own(&self->groups, sizeof(struct group), arena) ||
        !own(&self->reasons, sizeof(struct reason), arena) ||
        !own(&self->lines, sizeof(struct line), arena))
        return false;
    switch (step) {
    case SIMPLER_PEOPLE:
        switch_people(self);
        break;
    case SIMPLER_BUSYNESS:
        self->demand.busyness.day_cv = self->demand.busyness.interval_cv = 0.0;
        break;
    case SIMPLER_GROUPS:
        switch_groups(self, means);
        break;
    case SIMPLER_CONSULTATION:
        self->consultation.probability = 0.0;
        break;
    case SIMPLER_REQUESTS:
        switch_requests(self, means);
        break;
    case SIMPLER_VISITORS:
        switch_visitors(self);
        break;
    case SIMPLER_STRAYS:
        self->wrong_line.probability = self->other_line.probability = 0.0;
        break;
    case SIMPLER_MESSAGE:
        self->greeting_s = self->message.length_s = 0.0;
        break;
    case SIMPLER_LAWS:
        switch_laws(self, means);
        break;
    case SIMPLER_RETURNS:
        switch_returns(self);
        break;
    case SIMPLER_DAY:
        switch_day(self, means);
        break;
    case N_SIMPLER:
        break;
    }
    return true;
}

/* ---- agents ---- */

/* The k-th of a row of whole numbers whose mean is `mean`, that begins at `phase` (0 .. 1). */
static int whole(double mean, int k, double phase)
{
    return (int)(floor((k + 1) * mean + phase) - floor(k * mean + phase));
}

/* Rows of different cells should not all step at once: multiples of the golden ratio are as far
 * apart as can be. */
static double phase_of(size_t i)
{
    return fmod(0.6180339887498949 * (double)(i + 1), 1.0);
}

static void staff_put(struct scenario *self, int slot, size_t group, int agents)
{
    self->staffing[(size_t)slot * self->groups.n + group] = agents;
    if (agents > self->most_staff[group]) self->most_staff[group] = agents;
}

void simpler_staff(struct scenario *self, const double *present, size_t n_groups, bool pooled)
{
    const struct hours *hours = &self->hours;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        const size_t cell =
            (size_t)hours->days[slot->day].weekday * (size_t)hours->slots_per_day +
            (size_t)slot->time_of_day;
        double all = 0.0;
        if (!slot->open) continue;
        for (size_t g = 0; g < n_groups; g++) {
            const double mean = present[cell * n_groups + g];
            all += mean;
            staff_put(self, i, g,
                      pooled ? 0 : whole(mean, slot->day / 7, phase_of(cell * n_groups + g)));
        }
        if (pooled) staff_put(self, i, 0, whole(all, slot->day / 7, phase_of(cell)));
    }
}

void simpler_staff_evenly(struct scenario *self, double agents)
{
    const struct hours *hours = &self->hours;
    for (int i = 0; i < hours->n_slots; i++) {
        for (size_t g = 1; g < self->groups.n; g++)
            staff_put(self, i, g, 0);
        staff_put(self, i, 0, whole(agents, hours->slots[i].day, 0.5));
    }
}
