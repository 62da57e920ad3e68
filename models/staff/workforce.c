/* The workforce: agents who are people, where each stands in the plan of the day, and how many
 * do what. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/workforce.h"

#include <math.h>

bool workforce_open(struct workforce *self, const struct roster *roster,
                    const struct floor *floor)
{
    *self = (struct workforce){ .n = roster->n, .n_groups = floor->n_teams };
    if (roster->n == 0) return true;
    self->workers = sim_aligned(roster->n * sizeof *self->workers);
    self->crowds = sim_aligned(floor->n_teams * sizeof *self->crowds);
    if (!self->workers || !self->crowds) return false;
    if (!learning_open(&self->learning, roster->training, roster->n)) return false;
    for (uint32_t g = 0; g < floor->n_teams; g++)
        for (uint32_t i = 0; i < roster->crews[g].n; i++)
            self->workers[roster->crews[g].first + i] =
                (struct worker){ .agent = floor->teams[g].first + i, .group = g };
    return true;
}

void workforce_close(struct workforce *self)
{
    sim_release(self->workers);
    sim_release(self->crowds);
    plan_close(&self->plan);
    learning_close(&self->learning);
    *self = (struct workforce){ 0 };
}

void workforce_clear(struct workforce *self, const struct roster *roster,
                     const struct sim_stream *stream, int date)
{
    self->plan.n = 0;
    self->planned_s = 0.0;
    learning_clear(&self->learning);
    for (uint32_t g = 0; self->n && g < self->n_groups; g++) {
        self->crowds[g] = (struct crowd){ .n_at_work = 0 };
        self->crowds[g].duties[DUTY_HOME].value = roster->crews[g].n;
    }
    for (uint32_t i = 0; i < self->n; i++)
        self->workers[i] =
            (struct worker){ .agent = self->workers[i].agent,
                             .group = self->workers[i].group,
                             .doing = DUTY_HOME,
                             .away = away_before(&roster->members[i], stream, date) };
}

/* The plan of one worker has been appended: what it amounts to; is he on the phones then? */
static bool plan_note(struct workforce *self, const struct worker *worker, double midnight)
{
    bool at_work = false;
    double begins_at = midnight;
    for (uint32_t i = 0; i < worker->n_steps; i++) {
        const struct stint *step = &self->plan.steps[worker->first_step + i];
        if (duty_is_work(step->duty)) self->planned_s += step->end_at - begins_at;
        at_work = at_work || step->duty == DUTY_PHONES;
        begins_at = step->end_at;
    }
    self->crowds[worker->group].n_at_work += at_work;
    return at_work;
}

/* A worker's day, from what he has learnt before it. */
static bool worker_plan(struct workforce *self, uint32_t i, const struct member *member,
                        const struct hours *hours, int day, const struct sim_stream *stream)
{
    struct worker *worker = &self->workers[i];
    struct timetable lessons;
    const int date = hours->days[day].date;
    const enum duty whole = duty_of_date(member, &worker->away, stream, date);
    worker->first_step = (uint32_t)self->plan.n;
    worker->step = 0;
    learning_refresh(&self->learning, member, i, worker->group, date);
    learning_timetable(&self->learning, i, date, &lessons);
    if (!plan_day(&self->plan, member, &lessons, hours, day, whole, stream)) return false;
    worker->n_steps = (uint32_t)self->plan.n - worker->first_step;
    if (plan_note(self, worker, hours->slots[hours->days[day].first_slot].start_at))
        learning_work(&self->learning, i);
    return true;
}

bool workforce_plan(struct workforce *self, const struct roster *roster,
                    const struct hours *hours, int day, const struct sim_stream *stream)
{
    self->plan.n = 0;
    for (uint32_t g = 0; g < self->n_groups; g++)
        self->crowds[g].n_at_work = 0;
    for (uint32_t i = 0; i < self->n; i++)
        if (!worker_plan(self, i, &roster->members[i], hours, day, stream)) return false;
    return true;
}

/* Passes over so many seconds of a worker's time on the phones, within limits; the instant at
 * which they are over, or NaN where there are not so many, which are then taken off. */
static double worker_pass(const struct workforce *self, const struct worker *worker,
                          double from, double to, double *seconds)
{
    const struct stint *steps = &self->plan.steps[worker->first_step];
    double begins_at = from;
    for (uint32_t i = 0; i < worker->n_steps && begins_at < to; i++) {
        const double ends_at = fmin(steps[i].end_at, to);
        if (ends_at <= begins_at) continue;
        if (steps[i].duty == DUTY_PHONES) {
            if (*seconds < ends_at - begins_at) return begins_at + *seconds;
            *seconds -= ends_at - begins_at;
        }
        begins_at = ends_at;
    }
    return NAN;
}

double workforce_on_phones(const struct workforce *self, const struct crew *crew, double from,
                           double to)
{
    const double most = crew->n * (to - from) + 1.0;
    double left = most;
    for (uint32_t i = 0; i < crew->n; i++)
        worker_pass(self, &self->workers[crew->first + i], from, to, &left);
    return most - left;
}

double workforce_instant(const struct workforce *self, const struct crew *crew, double from,
                         double to, double seconds)
{
    for (uint32_t i = 0; i < crew->n; i++) {
        const double at =
            worker_pass(self, &self->workers[crew->first + i], from, to, &seconds);
        if (!isnan(at)) return at;
    }
    return to; /* by rounding alone */
}
