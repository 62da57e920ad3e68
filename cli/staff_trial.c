/* Staffing tried by simulation: the same callers each time, only the agents differ.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/staff_trial.h"

#include "cli/interrupt.h"
#include "models/centre.h"
#include "models/headcount.h"

#include <math.h>

enum { TRIAL_REPLICATIONS = 30 };

bool staff_trial_open(struct staff_trial *self, struct staff_plan *plan,
                      const struct session *session, struct call *call)
{
    *self = (struct staff_trial){ .plan = plan, .call = call };
    if (!session_request(session, call, &self->request)) return false;
    self->request.half_width = 0.0;
    if (!call->options->value[OPTION_REPLICATIONS])
        self->request.replications = TRIAL_REPLICATIONS;
    self->request.stop = call->stop;
    self->scenario = headcount_copy(&session->scenario, call->arena);
    if (!self->scenario) return sim_faults_memory(call->faults);
    interrupt_watch(call->stop);
    return true;
}

void staff_trial_close(struct staff_trial *self)
{
    sim_results_close(&self->results);
    sim_arena_close(&self->arena);
    self->results = (struct sim_results){ 0 };
}

bool staff_trial_run(struct staff_trial *self)
{
    const struct weekly *weekly = &self->plan->weekly;
    const size_t n = self->scenario->groups.n;
    struct sim_model model;
    for (size_t i = 0; i < weekly->n; i++)
        for (size_t g = 0; g < n && weekly->cells[i].open; g++)
            headcount_put(self->scenario, weekly->cells[i].weekday, weekly->cells[i].part, g,
                          self->plan->required[i * n + g]);
    staff_trial_close(self);
    const bool ok = centre_model(&model, self->scenario, (struct centre_detail){ false, false },
                                 &self->arena, self->call->faults) &&
                    sim_replicate(&model, &self->request, &self->results, self->call->faults);
    if (ok && self->results.interrupted)
        sim_faults_add(self->call->faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                                               .what = N_("interrupted") });
    return ok && !self->results.interrupted;
}

void staff_trial_values(const struct staff_trial *self, size_t i, struct sim_estimate *values)
{
    const struct hours *hours = &self->scenario->hours;
    const struct weekly_cell *cell = &self->plan->weekly.cells[i];
    const int rank = hours->week_rank[cell->weekday * hours->slots_per_day + cell->part];
    for (size_t t = 0; t < self->plan->ask->n_targets; t++) {
        const size_t m =
            sim_results_measure(&self->results, self->plan->ask->measures[t]->name);
        values[t] = sim_results_cell(&self->results, AXIS_WEEK, (size_t)rank)[m];
    }
}

/* On one date of cell i; the attempts of an open cell are dialled while open. */
static double attempts_of(const struct staff_trial *self, size_t i)
{
    const struct hours *hours = &self->scenario->hours;
    const struct weekly_cell *cell = &self->plan->weekly.cells[i];
    const int rank = hours->week_rank[cell->weekday * hours->slots_per_day + cell->part];
    const size_t m = sim_results_measure(&self->results, "attempts");
    return sim_results_cell(&self->results, AXIS_WEEK, (size_t)rank)[m].value / cell->n_dates;
}

/* The whole horizon, by the simulation and by the formulas. */
static void whole_tell(const struct staff_trial *self, struct sim_estimate *values,
                       struct staffing_check *check)
{
    const struct staff_plan *plan = self->plan;
    const struct sim_results *results = &self->results;
    *check = (struct staffing_check){
        .replications = results->n_done,
        .values = values,
        .attempts = results->overall[sim_results_measure(results, "attempts_open")],
    };
    for (size_t t = 0; t < plan->ask->n_targets; t++)
        values[t] =
            results->overall[sim_results_measure(results, plan->ask->measures[t]->name)];
    for (size_t i = 0; i < plan->weekly.n; i++)
        check->attempts_expected += plan->weekly.cells[i].n_dates * plan->lived[i].attempts;
}

bool staff_trial_tell(struct staff_trial *self, bool keep, struct staffing_check *check)
{
    struct staff_plan *plan = self->plan;
    const size_t n = plan->ask->n_targets;
    struct sim_estimate *whole = sim_arena_new(self->call->arena, n, sizeof *whole),
                        *here = sim_arena_new(self->call->arena, n, sizeof *here);
    if (!whole || !here) return sim_faults_memory(self->call->faults);
    whole_tell(self, whole, check);
    if (keep) check->attempts_expected = NAN;
    for (size_t i = 0; i < plan->weekly.n; i++) {
        if (!plan->weekly.cells[i].open) continue;
        staff_trial_values(self, i, here);
        const bool met = staff_plan_margin(plan, here) >= 0.0;
        check->n_missed += !met;
        if (!keep) continue;
        for (size_t t = 0; t < n; t++)
            plan->values[i * n + t] = here[t];
        plan->met[i] = met;
        plan->lived[i].attempts = attempts_of(self, i);
    }
    return true;
}
