/* How often the best of known staffings is selected, and what it takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/laws/choosing.h"

#include <math.h>

static const char measure[] = "cost_per_need_reached";

enum { MOST = 20000 };

/* The staffings as a source of observations, each a day. */
struct stock {
    struct staffings *of;
    struct sim_fold folds[STAFFINGS_MOST];
    struct sim_model models[STAFFINGS_MOST]; /* of the one measure */
    double *values[STAFFINGS_MOST];
    size_t capacity[STAFFINGS_MOST];
    uint64_t seed;
    bool independent;
};

static const double *observe(void *of, size_t option, size_t n, struct sim_faults *faults)
{
    struct stock *self = of;
    struct sim_fold *fold = &self->folds[option];
    const uint64_t apart = self->independent ? 1000003 * option : 0;
    const struct sim_request request = { .seed = self->seed + apart,
                                         .replications = n,
                                         .threads = 2 };
    if (!sim_replicate_on(fold, &request, faults)) return NULL;
    void *items = self->values[option];
    if (!sim_grow(&items, &self->capacity[option], n, sizeof(double))) return NULL;
    self->values[option] = items;
    for (size_t i = 0; i < n; i++)
        self->values[option][i] = fold->over[i] / fold->under[i];
    return self->values[option];
}

static bool select_once(struct stock *self, enum sim_select_procedure procedure, double zone,
                        struct choosing *count)
{
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct sim_selection found;
    const struct sim_selecting asked = { .procedure = procedure,
                                         .options = self->of->n,
                                         .level = 0.95,
                                         .zone = zone,
                                         .better = SIM_LOWER,
                                         .first = 5,
                                         .step = 2,
                                         .most = MOST,
                                         .observe = observe,
                                         .source = self };
    bool ok = true;
    for (size_t i = 0; ok && i < self->of->n; i++)
        ok = sim_fold_open(&self->folds[i], &self->models[i]);
    ok = ok && sim_select(&asked, &found, &arena, &faults) && found.guaranteed;
    if (ok) {
        count->right += found.best == count->best;
        count->replications += (double)found.observations;
        count->equal += (double)(found.options[found.best].observations * self->of->n);
    }
    for (size_t i = 0; i < self->of->n; i++)
        sim_fold_close(&self->folds[i]);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return ok;
}

static void best_find(struct choosing *self, const struct staffings *of)
{
    double least = INFINITY, next = INFINITY;
    for (size_t i = 0; i < of->n; i++) {
        const double cost = staffings_exact(of, i, measure);
        if (cost < least) {
            next = least;
            least = cost;
            self->best = i;
        } else {
            next = fmin(next, cost);
        }
    }
    self->lead = next - least;
}

bool choosing_count(struct choosing *self, struct staffings *of,
                    enum sim_select_procedure procedure, uint64_t from, int seeds)
{
    static struct stock stock;
    stock = (struct stock){ .of = of, .independent = procedure == SIM_RINOTT };
    *self = (struct choosing){ .best = 0 };
    best_find(self, of);
    for (size_t i = 0; i < of->n; i++) {
        stock.models[i] = of->of[i].model;
        stock.models[i].measures += staffings_measure(of, measure);
        stock.models[i].n_measures = 1;
    }
    bool ok = true;
    for (int seed = 0; ok && seed < seeds; seed++) {
        stock.seed = from + (uint64_t)seed;
        ok = select_once(&stock, procedure, self->lead, self);
    }
    for (size_t i = 0; i < of->n; i++)
        sim_release(stock.values[i]);
    return ok;
}
