/* What is asked of options that are weighed: which measures, which variants.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/weighing.h"

#include "cli/ask.h"
#include "cli/progress.h"
#include "models/flow/counts.h"
#include "sim/compare.h"

#include <string.h>

enum { ROUND = 50 };

static bool measures(const struct alternative *of, size_t row)
{
    const unsigned features = centre_measures[row].features;
    return !features || (features & of->session.scenario.features);
}

static void keep(struct chosen_measures *self, size_t row)
{
    for (size_t i = 0; i < self->n; i++)
        if (self->rows[i] == row) return;
    self->rows[self->n++] = row;
}

/* One name; every option that does not measure it is a fault. */
static bool add_one(struct chosen_measures *self, const char *name, const char *option,
                    const struct alternatives *of, struct call *call)
{
    const struct measure_table all = { centre_measures, n_centre_measures, ~0U };
    size_t row;
    if (!ask_measure(name, all, option, &row, call->faults)) return false;
    bool ok = true;
    for (size_t i = 0; i < of->n; i++) {
        if (measures(&of->items[i], row)) continue;
        ok = false;
        sim_faults_add(call->faults,
                       (struct sim_fault){ .severity = SIM_INPUT,
                                           .file = of->items[i].session.source.file,
                                           .path = option,
                                           .what = N_("this scenario has nothing to measure "
                                                      "there"),
                                           .got = name });
    }
    if (ok && self->n == MOST_MEASURES) {
        sim_faults_add(call->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                         .path = option,
                                                         .what = N_("more than 16 measures") });
        return false;
    }
    if (ok) keep(self, row);
    return ok;
}

bool chosen_add(struct chosen_measures *self, const struct sim_texts *names, const char *option,
                const struct alternatives *of, struct call *call)
{
    bool ok = true;
    for (size_t i = 0; i < names->n; i++) {
        const char *at = names->values[i];
        for (;;) {
            const size_t length = strcspn(at, ",");
            const char *name = sim_arena_print(call->arena, "%.*s", (int)length, at);
            if (!name) return sim_faults_memory(call->faults);
            ok = add_one(self, name, option, of, call) && ok;
            if (!at[length]) break;
            at += length + 1;
        }
    }
    return ok;
}

void chosen_add_if(struct chosen_measures *self, const char *name,
                   const struct alternatives *of)
{
    size_t row = 0;
    while (strcmp(centre_measures[row].name, name) != 0)
        row++;
    for (size_t i = 0; i < of->n; i++)
        if (!measures(&of->items[i], row)) return;
    if (self->n < MOST_MEASURES) keep(self, row);
}

size_t chosen_place(const struct chosen_measures *self, const char *name)
{
    size_t i = 0;
    while (i < self->n && strcmp(centre_measures[self->rows[i]].name, name) != 0)
        i++;
    return i;
}

static size_t column_of(const struct alternative *of, size_t row)
{
    size_t i = 0;
    while (strcmp(of->model.measures[i].name, centre_measures[row].name) != 0)
        i++;
    return i;
}

static struct sim_series series_of(const struct alternative *of, size_t row)
{
    const size_t column = column_of(of, row);
    return (struct sim_series){ &of->fold.over[column], &of->fold.under[column], of->fold.n,
                                of->model.n_measures };
}

struct sim_difference alternatives_difference(const struct alternative *base,
                                              const struct alternative *other, size_t row)
{
    const struct sim_measure *measure = &centre_measures[row];
    if (measure->quantity == SIM_QUANTILE)
        return sim_difference_of_quantiles(base->fold.sections, other->fold.sections,
                                           SIM_HISTOGRAMS, measure->histograms, measure->p);
    return sim_difference_of(series_of(base, row), series_of(other, row));
}

static size_t done_by(const struct alternatives *self)
{
    size_t done = 0;
    for (size_t i = 0; i < self->n; i++)
        done += self->items[i].fold.n;
    return done;
}

bool alternatives_run(struct alternatives *self, size_t n, uint64_t seed, struct call *call)
{
    struct progress progress;
    bool ok = true;
    progress_begin(&progress);
    for (size_t to = 0; ok && to < n;) {
        to = to + ROUND < n ? to + ROUND : n;
        for (size_t i = 0; ok && i < self->n; i++) {
            ok = alternative_run(&self->items[i], to, seed, self->threads, call);
            progress_tell(&progress, done_by(self), self->n * n);
        }
    }
    progress_end(&progress);
    return ok;
}

static bool are_several(const struct alternatives *self, struct call *call)
{
    if (self->n > 1) return true;
    sim_faults_add(call->faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .what = N_("there is nothing to compare with"),
                                       .wanted = N_("a second scenario, or --vary "
                                                    "groups.accueil.agents=5..9") });
    return false;
}

bool alternatives_ask(struct alternatives *self, const struct sim_texts *vary,
                      enum vary_design design, struct call *call, struct sim_request *request,
                      bool *opened)
{
    /* Whatever can be measured at all is measured there. */
    static const struct session any = { .scenario = { .features = ~0U, .replications = 100 } };
    *opened = alternatives_open(self, vary, design, call);
    const bool several = !*opened || are_several(self, call);
    const struct session *session = *opened ? &self->items[0].session : &any;
    const bool asked = session_request(session, call, request);
    self->threads = request->threads;
    return *opened && several && asked;
}
