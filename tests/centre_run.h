/* A centre from the text of its scenario, and single replications of it, for tests.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_CENTRE_RUN_H
#define TESTS_CENTRE_RUN_H

#include "tests/sampling.h"

#include "models/centre.h"
#include "models/flow/counts.h"
#include "scenarios/scenario_read.h"
#include "sim/estimate.h"
#include "sim/replicate.h"
#include "tests/scratch.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* All that a text becomes. */
struct centre {
    struct sim_arena arena;
    struct sim_faults faults;
    struct scenario_source source;
    struct scenario scenario;
    struct sim_model model;
    void *place;
    struct sim_row row; /* of the last replication */
};

static inline void centre_close(struct centre *self)
{
    if (self->place) self->model.close(self->place);
    sim_release(self->row.counts);
    sim_release(self->row.histograms);
    sim_release(self->row.spreads);
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

/* Reads and checks a text; false with faults. */
static inline bool centre_check(struct centre *self, const char *text)
{
    char name[] = SCRATCH_NAME;
    *self = (struct centre){ 0 };
    assert_true(scratch_file(name, text));
    const bool ok = scenario_read(name, NULL, 0, &scenario_fields, &self->scenario,
                                  &self->arena, &self->source, &self->faults) &&
                    scenario_check(&self->scenario, &self->arena, &self->faults);
    unlink(name);
    return ok;
}

static inline void centre_explain(const struct centre *self)
{
    for (size_t i = 0; i < self->faults.n; i++) {
        const struct sim_fault *fault = &self->faults.items[i];
        print_error("%s: %s (got %s, wanted %s)\n", fault->path ? fault->path : "-",
                    fault->what, fault->got ? fault->got : "-",
                    fault->wanted ? fault->wanted : "-");
    }
}

static inline size_t centre_counts(const struct centre *self)
{
    return sim_model_cells(&self->model) * SIM_COUNTERS;
}

/* Makes a centre that must be possible, with every detail. */
static inline void centre_open(struct centre *self, const char *text)
{
    if (!centre_check(self, text)) {
        centre_explain(self);
        fail_msg("this scenario does not pass:\n%s", text);
    }
    const struct centre_detail all = { .dated = true, .figures = true };
    assert_true(centre_model(&self->model, &self->scenario, all, &self->arena, &self->faults));
    self->place = self->model.open(&self->model);
    self->row.counts = sim_aligned(centre_counts(self) * sizeof *self->row.counts);
    self->row.histograms = sim_aligned(SIM_HISTOGRAMS * sizeof *self->row.histograms);
    self->row.spreads = sim_aligned(self->model.n_spreads * sizeof *self->row.spreads);
    assert_non_null(self->row.spreads);
    assert_non_null(self->place);
    assert_non_null(self->row.counts);
    assert_non_null(self->row.histograms);
}

/* One replication into self->row; false, explained, when its books do not balance. */
static inline bool centre_try(struct centre *self, uint64_t seed, uint32_t replication)
{
    const struct sim_stream stream = { seed, replication };
    memset(self->row.counts, 0, centre_counts(self) * sizeof *self->row.counts);
    memset(self->row.histograms, 0, SIM_HISTOGRAMS * sizeof *self->row.histograms);
    memset(self->row.spreads, 0, self->model.n_spreads * sizeof *self->row.spreads);
    const bool ok = self->model.replicate(self->place, &stream, &self->row, &self->faults);
    if (!ok) centre_explain(self);
    return ok;
}

static inline void centre_replicate(struct centre *self, uint64_t seed, uint32_t replication)
{
    if (!centre_try(self, seed, replication)) fail();
}

static inline const struct sim_measure *centre_measure(const char *name)
{
    for (size_t i = 0; i < n_centre_measures; i++)
        if (strcmp(centre_measures[i].name, name) == 0) return &centre_measures[i];
    fail_msg("there is no measure %s", name);
    return NULL;
}

/* The numerator of a measure in one cell of an axis, or (axis -1) of all. */
static inline double centre_over(const struct centre *self, const char *name, int axis,
                                 size_t cell)
{
    const size_t at = axis < 0 ? 0 : sim_model_first_cell(&self->model, (size_t)axis) + cell;
    return sim_measure_over(centre_measure(name), &self->row.counts[at * SIM_COUNTERS]);
}

static inline double centre_total(const struct centre *self, const char *name)
{
    return centre_over(self, name, -1, 0);
}

/* The value of a measure in the last replication. */
static inline double centre_value(const struct centre *self, const char *name)
{
    return centre_total(self, name) / sim_measure_under(centre_measure(name), self->row.counts);
}

#endif
