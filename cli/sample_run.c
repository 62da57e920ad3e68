/* The points of a sample, one after the other: drawn, solved, run, held against the facts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sample_run.h"

#include "cli/interrupt.h"
#include "cli/probe.h"
#include "cli/progress.h"
#include "models/demand/purpose.h"
#include "models/flow/counts.h"
#include "sim/hypercube.h"

#include <math.h>

enum { SOLVE_MOST = 8 };

/* A point under way. */
struct point {
    const struct sample_plan *plan;
    const struct sample_request *asked;
    struct call *call;
    struct sim_request request;
    double *values; /* one for each input */
    double *found;  /* [n_scenarios][n_centre_measures] */
};

static bool probe_of(const struct point *self, size_t scenario, struct sim_arena *arena,
                     struct probe *probe)
{
    *probe = (struct probe){ self->plan->scenarios[scenario].found,
                             sample_point_sets(self->plan, scenario, self->values, arena) };
    return probe->sets.values || sim_faults_memory(self->call->faults);
}

static double *found_of(const struct point *self, size_t scenario)
{
    return &self->found[scenario * n_centre_measures];
}

static bool run_one(const struct point *self, size_t scenario)
{
    struct sim_arena arena = { 0 };
    struct probe probe;
    const bool ok = probe_of(self, scenario, &arena, &probe) &&
                    probe_run(&probe, &self->request, found_of(self, scenario), self->call);
    sim_arena_close(&arena);
    return ok;
}

static double value_of(const struct point *self, const struct sample_measure *measure)
{
    const double value = found_of(self, measure->of_index)[measure->row];
    if (measure->over_index == self->plan->n_scenarios) return value;
    return value / found_of(self, measure->over_index)[measure->row];
}

/* A search on logarithms, in which what grows with an input does so about evenly. */
struct search {
    double low, high;      /* of the input */
    double last_x, last_y; /* where it was before; NaN: nowhere */
    double slope;          /* of the measure against the input */
};

/* Where to look next, having found y more than is wanted at x; NaN where that is nowhere. */
static double search_next(struct search *self, double x, double y)
{
    const double step = x - self->last_x;
    if (fabs(step) > 1e-9) self->slope = (y - self->last_y) / step; /* false for NaN */
    self->slope = fmin(fmax(self->slope, 0.3), 5.0);
    self->last_x = x;
    self->last_y = y;
    const double next = fmin(fmax(x - y / self->slope, self->low), self->high);
    return fabs(next - x) > 1e-9 ? next : NAN;
}

/* Finds the last input such that the first fact is within a quarter of its width of its middle;
 * leaves NaN where there is no such value in the range. The scenario of that fact has then been
 * run. False with faults. */
static bool solve(const struct point *self)
{
    const struct sample_measure *fact = self->plan->measures;
    const struct sample_input *input = &self->plan->inputs[self->plan->n_inputs - 1];
    double *value = &self->values[self->plan->n_inputs - 1];
    const double middle = (fact->low + fact->high) / 2.0, near = (fact->high - fact->low) / 4.0;
    struct search search = { log(input->low), log(input->high), NAN, NAN, 1.4 };
    double x = log(input->middle);
    for (int i = 0; i < SOLVE_MOST && !isnan(x); i++) {
        *value = exp(x);
        if (!run_one(self, fact->of_index)) return false;
        const double found = value_of(self, fact);
        if (fabs(found - middle) <= near) return true;
        x = found > 0.0 ? search_next(&search, x, log(found / middle)) : NAN;
    }
    *value = NAN;
    return true;
}

/* All scenarios at a point; where it cannot be solved, none, and nothing is known of it. */
static bool point_run(const struct point *self)
{
    const struct sample_plan *plan = self->plan;
    const size_t n = plan->n_scenarios * n_centre_measures;
    if (plan->solves && !solve(self)) return false;
    const bool unsolved = plan->solves && isnan(self->values[plan->n_inputs - 1]);
    for (size_t i = 0; unsolved && i < n; i++)
        self->found[i] = NAN;
    for (size_t s = 0; !unsolved && s < plan->n_scenarios; s++)
        if (!(plan->solves && s == plan->measures->of_index) && !run_one(self, s)) return false;
    return true;
}

/* Copies what the point has into its row; true where all facts hold. */
static bool row_fill(const struct point *self, const struct sample_column *columns, double *row)
{
    const struct sample_plan *plan = self->plan;
    bool fits = true;
    for (size_t i = 0; i < plan->n_inputs; i++)
        row[i] = self->values[i];
    for (size_t i = 0; i < plan->n_measures; i++) {
        const size_t at = plan->n_inputs + i;
        row[at] = value_of(self, &plan->measures[i]);
        if (sample_is_fact(&columns[at]) && !sample_holds(&columns[at], row[at])) fits = false;
    }
    return fits;
}

/* The coordinates of all points: [n_inputs][points]. */
static double *coordinates(const struct sample_plan *plan, const struct sample_request *asked,
                           struct sim_arena *arena)
{
    const struct sim_stream stream = { asked->seed, 0 };
    double *u = sim_arena_new(arena, plan->n_inputs * asked->points, sizeof *u);
    for (size_t i = 0; u && i < plan->n_inputs; i++)
        sim_hypercube(&u[i * asked->points], asked->points, &stream, PURPOSE_SAMPLE,
                      (uint32_t)i);
    return u;
}

static uint64_t seed_of(const struct sample_request *asked, size_t point)
{
    const struct sim_stream stream = { asked->seed, 0 };
    const struct sim_place place = { (uint32_t)point, 0, PURPOSE_POINT, 0 };
    return sim_stream_halves(&stream, place, 0).half[0];
}

static bool points_run(struct point *point, const double *u, struct sample *sample,
                       double *values, bool *fits)
{
    const size_t n = point->asked->points;
    struct progress progress;
    bool ok = true;
    interrupt_watch(point->call->stop);
    progress_begin(&progress);
    for (size_t i = 0; ok && i < n; i++) {
        for (size_t k = 0; k < point->plan->n_inputs; k++)
            point->values[k] = sample_input_at(&point->plan->inputs[k], u[k * n + i]);
        point->request.seed = seed_of(point->asked, i);
        ok = point_run(point);
        if (!ok) break;
        fits[i] = row_fill(point, sample->columns, &values[i * sample->n_columns]);
        sample->n_fits += fits[i];
        sample->n++;
        progress_tell(&progress, i + 1, n);
    }
    progress_end(&progress);
    return ok || !sim_faults_any(point->call->faults); /* else it was interrupted */
}

bool sample_run_check(const struct sample_plan *plan, struct call *call)
{
    static const double at[] = { 0.5, 0.0, 1.0 };
    double *values = sim_arena_new(call->arena, plan->n_inputs, sizeof *values);
    const struct point point = { .plan = plan, .call = call, .values = values };
    if (!values) return sim_faults_memory(call->faults);
    for (size_t k = 0; k < sizeof at / sizeof *at; k++)
        for (size_t s = 0; s < plan->n_scenarios; s++) {
            struct probe probe;
            for (size_t i = 0; i < plan->n_inputs; i++)
                values[i] = sample_input_at(&plan->inputs[i], at[k]);
            if (!probe_of(&point, s, call->arena, &probe) ||
                !probe_check(&probe, k == 0 ? SIM_WARNING : SIM_INPUT, call))
                return false;
        }
    return true;
}

static void axes_fill(const struct sample_plan *plan, struct sample *sample)
{
    for (size_t i = 0; i < plan->axes.n; i++)
        sample->axes[sample->n_axes++] = sample_plan_column(plan, plan->axes.values[i]);
}

bool sample_run(const struct sample_plan *plan, const struct sample_request *request,
                struct sample *sample, struct call *call)
{
    struct sim_arena *arena = call->arena;
    const size_t n_columns = plan->n_inputs + plan->n_measures;
    const struct sample_column *columns = sample_point_columns(plan, arena);
    const double *u = coordinates(plan, request, arena);
    double *values = sim_arena_new(arena, request->points * n_columns, sizeof *values);
    bool *fits = sim_arena_new(arena, request->points, sizeof *fits);
    struct point point = { .plan = plan,
                           .asked = request,
                           .call = call,
                           .request = { .replications = request->runs,
                                        .threads = request->threads,
                                        .stop = call->stop },
                           .values = sim_arena_new(arena, plan->n_inputs, sizeof *point.values),
                           .found = sim_arena_new(arena, plan->n_scenarios * n_centre_measures,
                                                  sizeof *point.found) };
    if (!columns || !u || !values || !fits || !point.values || !point.found)
        return sim_faults_memory(call->faults);
    *sample = (struct sample){ .version = DECROCHE_VERSION,
                               .title = plan->title,
                               .name = plan->source.name,
                               .sha256 = plan->source.sha256,
                               .seed = request->seed,
                               .replications = request->runs,
                               .n_asked = request->points,
                               .columns = columns,
                               .n_columns = n_columns,
                               .values = values,
                               .fits = fits };
    axes_fill(plan, sample);
    return points_run(&point, u, sample, values, fits);
}
