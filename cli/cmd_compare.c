/* decroche compare: which options are better than a base, by how much, at what cost?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/delivery.h"
#include "cli/interrupt.h"
#include "cli/outermost.h"
#include "cli/weighing.h"
#include "models/flow/counts.h"
#include "plots/comparison.h"

#include <math.h>
#include <string.h>

enum { GROWTH_MOST = 10 };

static const double level = 0.95, power = 0.8;

/* What the command line asks for. */
struct asked {
    struct sim_texts vary, measures;
    int design;
    const char *best;
};

/* clang-format off */
static const struct sim_field rows[] = {
    { .key = "vary", .kind = SIM_TEXTS, .offset = offsetof(struct asked, vary),
      .low = 0, .high = 64, .fallback = "",
      .help = N_("options made from the first scenario, as in groups.accueil.agents=5..9; may be "
                 "repeated") },
    { .key = "design", .kind = SIM_CHOICE, .offset = offsetof(struct asked, design),
      .fallback = "each", .choices = vary_designs,
      .help = N_("each (one varied key at a time) or grid (all combinations)") },
    { .key = "measure", .kind = SIM_TEXTS, .offset = offsetof(struct asked, measures),
      .low = 0, .high = MOST_MEASURES, .fallback = "",
      .help = N_("what is compared, as in answer_rate,wait_p90; the first decides") },
    { .key = "best", .kind = SIM_TEXT, .offset = offsetof(struct asked, best), .fallback = "",
      .help = N_("recommend the best by this measure, as in cost_per_need") },
};
/* clang-format on */
static const struct sim_fields fields = SIM_FIELDS(struct asked, rows, NULL);

/* A comparison under way. */
struct work {
    struct asked asked;
    struct alternatives options;
    struct chosen_measures chosen;
    struct sim_request request;
    struct sim_results *results; /* [options.n] */
    size_t precise;              /* row of centre_measures; where a precision is asked */
    struct call *call;
};

static void text(FILE *out, const void *of, struct words words)
{
    comparison_text_write(out, of, words);
}

static bool json(FILE *out, const void *of, struct sim_faults *faults)
{
    return comparison_json_write(out, of, faults);
}

static bool csv(const char *directory, const void *of, struct sim_faults *faults)
{
    return comparison_csv_write(directory, of, faults);
}

static bool plots(const char *directory, const void *of, struct words words,
                  const char *templates, struct sim_faults *faults)
{
    return comparison_figures_write(directory, of, words, templates, faults);
}

static struct delivery delivery_of(const struct comparison *found)
{
    return (struct delivery){ .of = found,
                              .text = text,
                              .json = json,
                              .csv = csv,
                              .plots = plots,
                              .csv_check = comparison_csv_check,
                              .plots_check = comparison_figures_check };
}

/* Of options that could not be opened, only whether there are such measures. */
static bool measures_choose(struct work *self, const struct alternatives *of)
{
    static const char *const usual[] = { "answer_rate", "wait_answered_mean",
                                         "need_answer_rate", "first_level_rate" };
    struct call *call = self->call;
    bool ok = chosen_add(&self->chosen, &self->asked.measures, "--measure", of, call);
    if (!self->asked.measures.n)
        for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
            chosen_add_if(&self->chosen, usual[i], of);
    if (self->asked.best) {
        const struct sim_texts best = { &self->asked.best, 1 };
        ok = chosen_add(&self->chosen, &best, "--best", of, call) && ok;
    }
    if (of->n && self->request.half_width > 0.0) {
        const char *name = of->items[0].model.measures[self->request.precise_measure].name;
        const struct sim_texts precise = { &name, 1 };
        ok = chosen_add(&self->chosen, &precise, "--precision", of, call) && ok;
        if (ok) self->precise = self->chosen.rows[chosen_place(&self->chosen, name)];
    }
    chosen_add_if(&self->chosen, "cost", of);
    return ok;
}

/* What other people call is no merit of an option. */
static bool demand_warn(const struct work *self)
{
    struct call *call = self->call;
    for (size_t i = 1; i < self->options.n; i++) {
        const struct alternative *option = &self->options.items[i];
        size_t n, c = 0;
        const struct comparison_change *changes =
            alternative_changes(&self->options.items[0], option, &n, call->arena);
        if (!changes) return sim_faults_memory(call->faults);
        while (c < n && !change_is_of_demand(changes[c].path))
            c++;
        if (c == n) continue;
        sim_faults_add(
            call->faults,
            (struct sim_fault){ .severity = SIM_WARNING,
                                .file = option->name,
                                .path = changes[c].path,
                                .what = N_("does not have the demand of the base"),
                                .got = sim_faults_text(call->faults, "%s → %s",
                                                       changes[c].from ? changes[c].from : "–",
                                                       changes[c].to ? changes[c].to : "–") });
    }
    return true;
}

/* All that can be wrong is told at once, before anything runs. */
static bool ask(struct work *self)
{
    struct call *call = self->call;
    struct sim_inputs inputs;
    const struct alternatives none = { .n = 0 };
    const struct delivery delivery = delivery_of(NULL);
    bool ok = options_own_read(call->options, &fields, &self->asked, call->arena, &inputs,
                               call->faults);
    bool opened;
    ok =
        alternatives_ask(&self->options, &self->asked.vary,
                         (enum vary_design)self->asked.design, call, &self->request, &opened) &&
        ok;
    ok = measures_choose(self, opened ? &self->options : &none) && ok;
    return ok && demand_warn(self) && delivery_check(&delivery, call);
}

/* The widest of the intervals that the precision is about. */
static double widest(const struct work *self)
{
    const size_t n = (self->options.n - 1) * self->chosen.n;
    double half = 0.0;
    for (size_t i = 1; i < self->options.n; i++) {
        const struct sim_difference difference = alternatives_difference(
            &self->options.items[0], &self->options.items[i], self->precise);
        half = fmax(half, sim_difference_half(&difference, level, n));
    }
    return half;
}

/* Runs until all are as narrow as asked; looks rarely, as sim_replicate() does. */
static bool run_precisely(struct work *self)
{
    const double ceiling = (double)self->request.replications;
    double n = fmin(SIM_PRECISION_FLOOR, ceiling);
    for (;;) {
        if (!alternatives_run(&self->options, (size_t)n, self->request.seed, self->call))
            return false;
        const double half = widest(self);
        if (half <= self->request.half_width || n >= ceiling || atomic_load(self->call->stop))
            return true;
        const double wants = n * 1.05 * pow(half / self->request.half_width, 2.0);
        n = fmin(ceiling, ceil(fmin(fmax(wants, 1.2 * n), GROWTH_MOST * n)));
    }
}

static bool results_take(struct work *self)
{
    struct call *call = self->call;
    self->results = sim_arena_new(call->arena, self->options.n, sizeof *self->results);
    if (!self->results) return sim_faults_memory(call->faults);
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < self->options.n; i++) {
        struct sim_fold *fold = &self->options.items[i].fold;
        struct sim_results *results = &self->results[i];
        least = fold->n < least ? fold->n : least;
        results->seed = self->request.seed;
        results->n_asked = self->request.replications;
        results->interrupted = atomic_load(call->stop);
        if (!sim_fold_results(fold, results)) return sim_faults_memory(call->faults);
    }
    if (least > 0) return true;
    sim_faults_add(call->faults, (struct sim_fault){
                                     .severity = SIM_MACHINE,
                                     .what = N_("interrupted before the first replication was "
                                                "done") });
    return false;
}

static bool option_fill(struct comparison_option *option, const struct work *self, size_t i,
                        size_t n_measures)
{
    const struct alternative *from = &self->options.items[i];
    struct sim_arena *arena = self->call->arena;
    size_t n;
    const struct comparison_change *changes =
        alternative_changes(&self->options.items[0], from, &n, arena);
    *option = (struct comparison_option){
        .name = from->name,
        .title = from->session.scenario.title,
        .sha256 = from->session.source.sha256,
        .results = &self->results[i],
        .cells = sim_arena_new(arena, n_measures, sizeof *option->cells),
        .changes = changes,
        .n_changes = n,
    };
    if (!changes || !option->cells) return false;
    for (size_t c = 0; !option->unlike && c < n; c++)
        if (change_is_of_demand(changes[c].path)) option->unlike = changes[c].path;
    return true;
}

static bool comparison_make(struct comparison *found, const struct work *self)
{
    struct sim_arena *arena = self->call->arena;
    const size_t n = self->chosen.n;
    const struct sim_measure **measures = sim_arena_new(arena, n, sizeof(*measures));
    found->options = sim_arena_new(arena, self->options.n, sizeof *found->options);
    if (!measures || !found->options) return false;
    for (size_t m = 0; m < n; m++)
        measures[m] = &centre_measures[self->chosen.rows[m]];
    found->measures = measures;
    found->n_measures = n;
    found->n_options = self->options.n;
    found->cost = chosen_place(&self->chosen, "cost");
    found->best = self->asked.best ? chosen_place(&self->chosen, self->asked.best) : n;
    found->level = level;
    found->power = power;
    for (size_t i = 0; i < found->n_options; i++)
        if (!option_fill(&found->options[i], self, i, n)) return false;
    if (!comparison_fill(found)) return false;
    return found->best == n || outermost_find(&found->edges, &self->options, &self->asked.vary,
                                              comparison_first(found), self->call);
}

static bool answer(struct work *self)
{
    const struct session *base = &self->options.items[0].session;
    const struct report report = { .results = &self->results[0],
                                   .inputs = &base->source.inputs,
                                   .program = "decroche",
                                   .version = DECROCHE_VERSION,
                                   .title = base->scenario.title,
                                   .name = base->source.name,
                                   .sha256 = base->source.sha256,
                                   .targets = base->targets,
                                   .n_targets = base->n_targets };
    struct comparison found = { .base = &report };
    if (!comparison_make(&found, self)) return sim_faults_memory(self->call->faults);
    const struct delivery delivery = delivery_of(&found);
    return deliver(&delivery, self->call);
}

static int run(struct call *call)
{
    struct work work = { .call = call };
    if (ask(&work)) {
        interrupt_watch(call->stop);
        const bool ran = work.request.half_width > 0.0
                             ? run_precisely(&work)
                             : alternatives_run(&work.options, work.request.replications,
                                                work.request.seed, call);
        if (ran && results_take(&work)) answer(&work);
    }
    for (size_t i = 0; work.results && i < work.options.n; i++)
        sim_results_close(&work.results[i]);
    alternatives_close(&work.options);
    return 0;
}

const struct command cmd_compare = {
    .name = "compare",
    .operands = "BASE.cfg OPTION.cfg...",
    .summary = N_("compare options with a scenario: differences, costs, what to choose"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_PRECISION) | OPTION(OPTION_SEED) |
               OPTION(OPTION_THREADS) | OPTION(OPTION_JSON) | OPTION(OPTION_CSV) |
               OPTION(OPTION_PLOTS),
    .own = &fields,
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
