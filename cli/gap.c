/* Why simulation and formula differ: a ladder of ever simpler scenarios, each asked of both.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/gap.h"

#include "cli/formula.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/weekly.h"
#include "models/centre.h"
#include "models/headcount.h"
#include "models/simpler.h"
#include "sim/compare.h"

#include <math.h>
#include <string.h>

enum { MOST_MEASURES = 3, LEAST_DAYS = 7 };

/* What each step is called. */
static const struct {
    const char *name, *title;
} steps[N_SIMPLER] = {
    [SIMPLER_PEOPLE] = { "people", N_("people who come and go") },
    [SIMPLER_BUSYNESS] = { "busyness", N_("days and intervals that differ by chance") },
    [SIMPLER_GROUPS] = { "groups", N_("groups, skills, priorities, reasons") },
    [SIMPLER_CONSULTATION] = { "consultation", N_("agents who ask each other") },
    [SIMPLER_REQUESTS] = { "requests", N_("requests, and what callers are told") },
    [SIMPLER_VISITORS] = { "visitors", N_("visitors of a desk") },
    [SIMPLER_STRAYS] = { "strays", N_("calls to a wrong line, or another") },
    [SIMPLER_MESSAGE] = { "message", N_("the greeting and the waiting message") },
    [SIMPLER_LAWS] = { "laws", N_("handling and patience not exponential") },
    [SIMPLER_RETURNS] = { "returns", N_("redials and calls again") },
    [SIMPLER_DAY] = { "day", N_("opening hours, rates and staff that change") },
};

/* The way down. */
struct ladder {
    const struct session *session;
    struct call *call;
    struct gap *gap;
    struct gap_step *steps;
    struct simpler_means means;
    struct sim_series *before; /* [n_measures]: of the step before, pair by pair */
    double *present;           /* [7 * slots_per_day * n_groups]: of the scenario as it is */
    bool on[N_SIMPLER];
};

/* ---- what is asked ---- */

/* The first target that a formula gives, and two more. */
static bool measures_choose(struct gap *gap, const struct session *session,
                            const struct sim_results *results, struct call *call)
{
    static const char *const usual[] = { "answer_rate", "service_level", "wait_answered_mean" };
    const struct sim_measure **measures =
        sim_arena_new(call->arena, MOST_MEASURES, sizeof(const struct sim_measure *));
    if (!measures) return sim_faults_memory(call->faults);
    gap->measures = measures;
    for (size_t i = 0; i < session->n_targets + 3 && gap->n_measures < MOST_MEASURES; i++) {
        const bool target = i < session->n_targets;
        const char *name = target ? session->targets[i].measure : usual[i - session->n_targets];
        const size_t m = sim_results_measure(results, name);
        bool wanted = m < results->n_measures && formula_knows(name);
        if (target && gap->n_measures > 0) wanted = false;
        for (size_t k = 0; k < gap->n_measures; k++)
            wanted = wanted && gap->measures[k] != &results->measures[m];
        if (wanted) measures[gap->n_measures++] = &results->measures[m];
    }
    return true;
}

/* The half-width of what a step did to the simulation, and its series for the next one. */
static bool effects_keep(struct ladder *self, const struct sim_results *results, double *halves)
{
    const size_t n = results->n_done;
    for (size_t m = 0; m < self->gap->n_measures; m++) {
        const size_t row = sim_results_measure(results, self->gap->measures[m]->name);
        const struct sim_series now = sim_series_of(results, row);
        const struct sim_difference effect = sim_difference_of(now, self->before[m]);
        double *over = sim_arena_new(self->call->arena, n, sizeof *over),
               *under = sim_arena_new(self->call->arena, n, sizeof *under);
        if (!over || !under) return false;
        for (size_t i = 0; i < n; i++) {
            over[i] = now.over[i * now.stride];
            under[i] = now.under[i * now.stride];
        }
        halves[m] = self->gap->n_steps ? sim_difference_half(&effect, 0.95, 1) : NAN;
        self->before[m] = (struct sim_series){ over, under, n, 1 };
    }
    return true;
}

static bool step_keep(struct ladder *self, const char *name, const char *title,
                      const struct scenario *scenario, const struct sim_results *results)
{
    struct gap *gap = self->gap;
    struct week_lived lived;
    struct sim_estimate *simulated =
        sim_arena_new(self->call->arena, gap->n_measures, sizeof *simulated);
    double *formula = sim_arena_new(self->call->arena, gap->n_measures, sizeof *formula);
    double *halves = sim_arena_new(self->call->arena, gap->n_measures, sizeof *halves);
    if (!simulated || !formula || !halves || !formula_live(scenario, &lived) ||
        !effects_keep(self, results, halves))
        return sim_faults_memory(self->call->faults);
    for (size_t m = 0; m < gap->n_measures; m++) {
        const size_t row = sim_results_measure(results, gap->measures[m]->name);
        simulated[m] = results->overall[row];
        formula[m] = formula_value(&lived, gap->measures[m]->name);
    }
    self->steps[gap->n_steps++] = (struct gap_step){ name, title, simulated, formula, halves };
    gap->formula_title = formula_title(scenario);
    return true;
}

/* ---- means of the scenario as it is ---- */

static void means_add(struct ladder *self, const struct weekly *weekly)
{
    struct simpler_means *means = &self->means;
    double share = 0.0;
    for (size_t p = 0; p < weekly->n_pools; p++) {
        const struct weekly_pool *pool = &weekly->pools[p];
        share += pool->share;
        means->factor += pool->share * pool->factor;
        means->p_again += pool->share * pool->p_again;
    }
    means->factor /= share;
    means->p_again /= share;
    means->handling_s = weekly->scenario->handling.law.expected;
}

static bool means_find(struct ladder *self)
{
    const struct scenario *scenario = &self->session->scenario;
    const size_t n_groups = scenario->groups.n;
    struct simpler_means *means = &self->means;
    struct weekly weekly;
    double needs = 0.0, open_s = 0.0, agents_s = 0.0;
    self->present =
        sim_arena_new(self->call->arena, 7 * (size_t)scenario->hours.slots_per_day * n_groups,
                      sizeof *self->present);
    if (!self->present || !weekly_open(&weekly, scenario, self->call->arena))
        return sim_faults_memory(self->call->faults);
    means_add(self, &weekly);
    for (size_t i = 0; i < weekly.n; i++) {
        const struct weekly_cell *cell = &weekly.cells[i];
        const size_t at =
            (size_t)cell->weekday * (size_t)scenario->hours.slots_per_day + (size_t)cell->part;
        if (!cell->open) continue;
        needs += cell->n_dates * cell->needs;
        open_s += cell->n_dates * scenario->hours.interval_s;
        for (size_t g = 0; g < n_groups; g++) {
            const double there = weekly.present[i * n_groups + g];
            self->present[at * n_groups + g] = there;
            agents_s += cell->n_dates * scenario->hours.interval_s * there;
        }
    }
    means->rate_per_h = 3600.0 * needs / open_s;
    means->agents = agents_s / open_s;
    means->patience_s =
        scenario->patience.law.kind == SIM_NEVER ? INFINITY : scenario->patience.law.expected;
    means->days = (int)fmax(LEAST_DAYS, ceil(open_s / 86400.0));
    return true;
}

/* ---- one step down ---- */

/* The scenario as read, with all switched off that is; checked, and staffed as the steps say.
 */
static struct scenario *step_scenario(struct ladder *self, struct call *quiet)
{
    struct scenario_source source;
    struct scenario *read = sim_arena_new(quiet->arena, 1, sizeof *read);
    const struct options *options = quiet->options;
    const char *file = paths_scenario(options->operands[0], quiet->arena);
    if (!read || !scenario_read(file, options->sets, options->n_sets, &scenario_fields, read,
                                quiet->arena, &source, quiet->faults))
        return NULL;
    for (int step = 0; step < N_SIMPLER; step++)
        if (self->on[step] &&
            !simpler_switch(read, (enum simpler)step, &self->means, quiet->arena))
            return NULL;
    if (!scenario_check(read, quiet->arena, quiet->faults)) return NULL;
    struct scenario *staffed = read;
    if (self->on[SIMPLER_PEOPLE] || self->on[SIMPLER_GROUPS] || self->on[SIMPLER_DAY])
        staffed = headcount_copy(read, quiet->arena);
    if (!staffed) return NULL;
    if (self->on[SIMPLER_DAY])
        simpler_staff_evenly(staffed, self->means.agents);
    else if (staffed != read)
        simpler_staff(staffed, self->present, staffed->groups.n, self->on[SIMPLER_GROUPS]);
    return staffed;
}

static bool step_simulate(struct ladder *self, const struct scenario *scenario,
                          const char *name, const char *title, struct call *quiet)
{
    struct sim_request request;
    struct sim_model model;
    struct sim_results results = { 0 };
    if (!session_request(self->session, self->call, &request)) return false;
    request.half_width = 0.0;
    request.stop = self->call->stop;
    const bool ok = centre_model(&model, scenario, (struct centre_detail){ false, false },
                                 quiet->arena, self->call->faults) &&
                    sim_replicate(&model, &request, &results, self->call->faults) &&
                    step_keep(self, name, title, scenario, &results);
    sim_results_close(&results);
    return ok;
}

static bool step_down(struct ladder *self, enum simpler step)
{
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct call quiet = *self->call;
    quiet.arena = &arena;
    quiet.faults = &faults;
    self->on[step] = true;
    const struct scenario *scenario = step_scenario(self, &quiet);
    bool ok = scenario;
    if (!ok) sim_faults_memory(self->call->faults);
    ok = ok && step_simulate(self, scenario, steps[step].name, steps[step].title, &quiet);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return ok;
}

bool gap_explain(struct gap *gap, const struct session *session,
                 const struct sim_results *results, struct call *call)
{
    struct progress progress;
    *gap = (struct gap){ .n_measures = 0 };
    struct ladder ladder = { .session = session, .call = call, .gap = gap };
    ladder.steps = sim_arena_new(call->arena, N_SIMPLER + 1, sizeof *ladder.steps);
    if (!ladder.steps) return sim_faults_memory(call->faults);
    gap->steps = ladder.steps;
    if (!measures_choose(gap, session, results, call)) return false;
    ladder.before = sim_arena_new(call->arena, gap->n_measures + 1, sizeof *ladder.before);
    if (!ladder.before) return sim_faults_memory(call->faults);
    if (!means_find(&ladder) || !step_keep(&ladder, "scenario", N_("the scenario as it is"),
                                           &session->scenario, results))
        return false;
    progress_begin(&progress);
    bool ok = true;
    for (int step = 0; step < N_SIMPLER && ok; step++) {
        if (simpler_applies(&session->scenario, (enum simpler)step))
            ok = step_down(&ladder, (enum simpler)step);
        progress_tell(&progress, (size_t)step + 1, N_SIMPLER);
    }
    progress_end(&progress);
    return ok;
}
