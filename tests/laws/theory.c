/* A textbook model, simulated, beside what theory says of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/theory.h"

#include "models/centre.h"
#include "sim/estimate.h"
#include "tests/laws/exact.h"
#include "tests/scratch.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct figure unknown = { NAN, NAN, 1.0 };

static bool faults_tell(const struct theory *self)
{
    for (size_t i = 0; i < self->faults.n; i++) {
        const struct sim_fault *fault = &self->faults.items[i];
        fprintf(stderr, "%s: %s: %s (%s)\n", self->id, fault->path ? fault->path : "-",
                fault->what, fault->got ? fault->got : "-");
    }
    return false;
}

bool theory_open_file(struct theory *self, const char *id, const char *file)
{
    *self = (struct theory){ .id = id };
    const bool ok = scenario_read(file, NULL, 0, &scenario_fields, &self->scenario,
                                  &self->arena, &self->source, &self->faults) &&
                    scenario_check(&self->scenario, &self->arena, &self->faults) &&
                    centre_model(&self->model, &self->scenario, (struct centre_detail){ 0 },
                                 &self->arena, &self->faults);
    return ok || faults_tell(self);
}

bool theory_open(struct theory *self, const char *id, const char *format, ...)
{
    char text[8192], file[] = SCRATCH_NAME;
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    if (length < 0 || (size_t)length >= sizeof text) return false;
    const bool ok = scratch_file(file, text) && theory_open_file(self, id, file);
    unlink(file);
    return ok;
}

bool theory_request(struct theory *self, const struct sim_request *request)
{
    sim_results_close(&self->results);
    self->results = (struct sim_results){ 0 };
    return sim_replicate(&self->model, request, &self->results, &self->faults) ||
           faults_tell(self);
}

bool theory_run(struct theory *self, size_t replications)
{
    const struct sim_request request = { .seed = 1,
                                         .replications = replications,
                                         .threads = 2 };
    return theory_request(self, &request);
}

/* The interval of an estimate is Student's t times its standard error on both sides; that of a
 * quantile comes from sections, and may be cut at 0 below. */
static struct figure figure_of(const struct sim_results *results, size_t measure,
                               struct sim_estimate estimate)
{
    const bool quantile = results->measures[measure].quantity == SIM_QUANTILE;
    const double degrees = quantile ? SIM_SECTIONS - 1.0 : (double)results->n_done - 1.0;
    return (struct figure){ estimate.value,
                            (estimate.high - estimate.value) / sim_student(degrees), degrees };
}

static size_t measure_named(const struct theory *self, const char *name)
{
    const size_t i = sim_results_measure(&self->results, name);
    if (i == self->results.n_measures) fprintf(stderr, "no measure %s\n", name);
    return i;
}

struct figure theory_figure(const struct theory *self, const char *measure)
{
    const size_t i = measure_named(self, measure);
    if (i == self->results.n_measures) return unknown;
    return figure_of(&self->results, i, self->results.overall[i]);
}

struct figure theory_cell(const struct theory *self, const char *axis, const char *cell,
                          const char *measure)
{
    const struct sim_results *results = &self->results;
    const size_t i = measure_named(self, measure);
    for (size_t a = 0; i < results->n_measures && a < results->n_axes; a++)
        for (size_t c = 0; c < results->axes[a].n; c++)
            if (strcmp(results->axes[a].name, axis) == 0 &&
                strcmp(results->axes[a].cells[c], cell) == 0)
                return figure_of(results, i, sim_results_cell(results, a, c)[i]);
    fprintf(stderr, "no %s %s\n", axis, cell);
    return unknown;
}

struct figure theory_ratio(const struct theory *self, const char *over, const char *under)
{
    const struct sim_results *results = &self->results;
    const size_t y = measure_named(self, over), x = measure_named(self, under);
    if (y == results->n_measures || x == results->n_measures) return unknown;
    struct sim_ratio ratio = { 0 };
    for (size_t i = 0; i < results->n_done; i++)
        sim_ratio_add(&ratio, results->over[i * results->n_measures + y],
                      results->over[i * results->n_measures + x]);
    return figure_of(results, y, sim_ratio_estimate(&ratio));
}

struct figure figure_times(struct figure figure, double unit)
{
    return (struct figure){ figure.value * unit, figure.error * unit, figure.degrees };
}

double figure_z(struct figure figure, double exact)
{
    const double off = fabs(figure.value - exact);
    if (isnan(off) || isnan(figure.error)) return NAN;
    if (off <= 1e-9 * fabs(exact)) return 0.0; /* rounding, where nothing is left to chance */
    const double beyond = gsl_cdf_tdist_Q(off / figure.error, figure.degrees);
    return copysign(gsl_cdf_ugaussian_Qinv(fmax(beyond, 1e-300)), figure.value - exact);
}

bool theory_compare(struct theory *self, const char *what, struct figure figure, double exact,
                    double sharp)
{
    const double z = figure_z(figure, exact);
    const bool off = !(fabs(z) < THEORY_Z);
    const bool blunt = !(figure.error <= sharp * fabs(exact));
    printf("%-4s %-34s exact %-12.8g got %-12.8g error %6.3f %% z %6.2f%s%s\n", self->id, what,
           exact, figure.value, exact != 0.0 ? 100.0 * figure.error / fabs(exact) : 0.0, z,
           off ? " OFF" : "", blunt ? " BLUNT" : "");
    self->n_compared++;
    self->n_off += off;
    self->n_blunt += blunt;
    return !off && !blunt;
}

void theory_compare_pairs(struct theory *self, const struct theory_pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct theory_pair *pair = &pairs[i];
        const double unit = pair->unit > 0.0 ? pair->unit : 1.0;
        const struct figure figure =
            pair->axis ? theory_cell(self, pair->axis, pair->cell, pair->measure)
                       : theory_figure(self, pair->measure);
        theory_compare(self, pair->column, figure, exact(self->id, pair->column) * unit,
                       pair->sharp > 0.0 ? pair->sharp : THEORY_SHARP);
    }
}

bool theory_close(struct theory *self)
{
    const bool ok = self->n_compared > 0 && self->n_off == 0 && self->n_blunt == 0;
    sim_results_close(&self->results);
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
    return ok;
}
