/* decroche rank: which of many options is the best, with a guaranteed probability?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ask.h"
#include "cli/delivery.h"
#include "cli/interrupt.h"
#include "cli/outermost.h"
#include "cli/weighing.h"
#include "models/flow/counts.h"
#include "plots/ranking.h"
#include "sim/estimate.h"
#include "sim/select.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>

enum { CEILING = 10000, BY = 2 };

/* What the command line asks for. */
struct asked {
    struct sim_texts vary;
    int design;
    const char *by;
    int procedure, first, step, batch;
    double level;
};

/* clang-format off */
#define WHOLE(key_, member_, low_, high_, fallback_, help_) \
    { .key = (key_), .kind = SIM_WHOLE, .offset = offsetof(struct asked, member_), \
      .low = (low_), .high = (high_), .fallback = (fallback_), .help = (help_) }
static const struct sim_field rows[] = {
    { .key = "vary", .kind = SIM_TEXTS, .offset = offsetof(struct asked, vary),
      .low = 0, .high = 64, .fallback = "",
      .help = N_("options made from the first scenario, as in groups.accueil.agents=5..9; may be "
                 "repeated") },
    { .key = "design", .kind = SIM_CHOICE, .offset = offsetof(struct asked, design),
      .fallback = "each", .choices = vary_designs,
      .help = N_("each (one varied key at a time) or grid (all combinations)") },
    { .key = "by", .kind = SIM_TEXT, .offset = offsetof(struct asked, by), .fallback = "",
      .help = N_("the measure, and the lead in it that matters, as in \"answer_rate 0.5 pt\" or "
                 "\"cost_per_need_reached 0.05\"") },
    { .key = "level", .kind = SIM_REAL, .unit = SIM_SHARE, .offset = offsetof(struct asked, level),
      .low = 0.5, .high = 0.9999, .fallback = "95 %",
      .help = N_("the chance that the one selected is the best, if it leads by as much") },
    { .key = "procedure", .kind = SIM_CHOICE, .offset = offsetof(struct asked, procedure),
      .fallback = "kim-nelson", .choices = sim_select_names,
      .help = N_("kim-nelson (on common random numbers) or rinott (independent options)") },
    WHOLE("first", first, 2, 100000, "5", N_("observations of every option to begin with")),
    WHOLE("step", step, 1, 100000, "2", N_("observations at a time after that")),
    WHOLE("batch", batch, 1, 100000, "1",
          N_("replications in an observation: a rate is then that of all of them together")),
};
/* clang-format on */
static const struct sim_fields fields = SIM_FIELDS(struct asked, rows, NULL);

/* A selection under way. */
struct work {
    struct asked asked;
    struct alternatives options;
    struct sim_request request;
    size_t row; /* of centre_measures */
    double zone;
    double **values; /* [options.n]: the observations of each */
    size_t *made, *capacity;
    struct call *call;
};

/* Options that must be independent have seeds of their own, far from each other. */
static uint64_t seed_of(const struct work *self, size_t option)
{
    const uint64_t apart = UINT64_C(0x9E3779B97F4A7C15);
    return self->request.seed + (self->asked.procedure == SIM_RINOTT ? apart * option : 0);
}

/* One observation: the ratio of sums over a batch of replications. */
static double observation(const struct alternative *option, size_t number, size_t batch)
{
    double over = 0.0, under = 0.0;
    for (size_t i = number * batch; i < (number + 1) * batch; i++) {
        over += option->fold.over[i];
        under += option->fold.under[i];
    }
    return over / under;
}

static void undefined_fault(const struct work *self, size_t option, struct sim_faults *faults)
{
    sim_faults_add(
        faults,
        (struct sim_fault){ .severity = SIM_INPUT,
                            .path = "--by",
                            .what = N_("undefined in some replication; make batches of more, "
                                       "or choose another measure"),
                            .got = self->options.items[option].name });
}

static const double *observe(void *source, size_t option, size_t n, struct sim_faults *faults)
{
    struct work *self = source;
    struct alternative *from = &self->options.items[option];
    const size_t batch = (size_t)self->asked.batch;
    if (!alternative_run(from, n * batch, seed_of(self, option), self->options.threads,
                         self->call))
        return NULL;
    if (from->fold.n < n * batch) return NULL; /* interrupted */
    void *items = self->values[option];
    const bool room = sim_grow(&items, &self->capacity[option], n, sizeof(double));
    self->values[option] = items;
    if (!room) {
        sim_faults_memory(faults);
        return NULL;
    }
    for (; self->made[option] < n; self->made[option]++) {
        const double value = observation(from, self->made[option], batch);
        if (!isfinite(value)) {
            undefined_fault(self, option, faults);
            return NULL;
        }
        self->values[option][self->made[option]] = value;
    }
    return self->values[option];
}

/* Of options that could not be opened, only whether there is such a measure. */
static bool measure_choose(struct work *self, const struct alternatives *of)
{
    struct call *call = self->call;
    const struct measure_table all = { centre_measures, n_centre_measures, ~0U };
    struct chosen_measures chosen = { .n = 0 };
    if (!self->asked.by) {
        sim_faults_add(call->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                         .path = "--by",
                                                         .what = N_("missing"),
                                                         .wanted = rows[BY].help });
        return false;
    }
    if (!ask_precision(self->asked.by, all, "--by", &self->row, &self->zone, call->faults))
        return false;
    const char *name = centre_measures[self->row].name;
    const struct sim_texts names = { &name, 1 };
    if (!chosen_add(&chosen, &names, "--by", of, call)) return false;
    if (centre_measures[self->row].better != SIM_NEITHER) return true;
    sim_faults_add(call->faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = "--by",
                                       .what = N_("neither more nor less of it is better"),
                                       .got = name });
    return false;
}

static void text(FILE *out, const void *of, struct words words)
{
    ranking_text_write(out, of, words);
}

static bool json(FILE *out, const void *of, struct sim_faults *faults)
{
    return ranking_json_write(out, of, faults);
}

static bool csv(const char *directory, const void *of, struct sim_faults *faults)
{
    return ranking_csv_write(directory, of, faults);
}

static struct delivery delivery_of(const struct ranking *found)
{
    return (struct delivery){
        .of = found, .text = text, .json = json, .csv = csv, .csv_check = ranking_csv_check
    };
}

static bool room_make(struct work *self)
{
    struct sim_arena *arena = self->call->arena;
    const size_t n = self->options.n;
    self->values = sim_arena_new(arena, n, sizeof *self->values);
    self->made = sim_arena_new(arena, n, sizeof *self->made);
    self->capacity = sim_arena_new(arena, n, sizeof *self->capacity);
    return (self->values && self->made && self->capacity) ||
           sim_faults_memory(self->call->faults);
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
    ok = measure_choose(self, opened ? &self->options : &none) && ok;
    if (!call->options->value[OPTION_REPLICATIONS]) self->request.replications = CEILING;
    return ok && room_make(self) && delivery_check(&delivery, call);
}

/* Half of the 95 % interval of a mean of so many observations. */
static double half_of(const double *values, size_t n)
{
    if (n < 2) return NAN;
    const double error = gsl_stats_sd(values, 1, n) / sqrt((double)n);
    return sim_student((double)n - 1.0) * error;
}

/* The best first, then by mean. */
static bool options_fill(struct ranking *found, const struct work *self,
                         const struct sim_selection *selection)
{
    const size_t n = self->options.n;
    struct sim_arena *arena = self->call->arena;
    struct ranking_option *options = sim_arena_new(arena, n, sizeof *options);
    double *keys = sim_arena_new(arena, n, sizeof *keys);
    size_t *order = sim_arena_new(arena, n, sizeof *order);
    if (!options || !keys || !order) return sim_faults_memory(self->call->faults);
    for (size_t i = 0; i < n; i++)
        keys[i] = found->measure->better == SIM_LOWER ? selection->options[i].mean
                                                      : -selection->options[i].mean;
    keys[selection->best] = -INFINITY;
    gsl_sort_index(order, keys, 1, n);
    for (size_t i = 0; i < n; i++) {
        const struct alternative *from = &self->options.items[order[i]];
        const struct sim_selected *selected = &selection->options[order[i]];
        options[i] = (struct ranking_option){
            .name = from->name,
            .title = from->session.scenario.title,
            .sha256 = from->session.source.sha256,
            .value = selected->mean,
            .half = half_of(self->values[order[i]], selected->observations),
            .replications = selected->observations * found->batch,
            .survived = selected->survived,
        };
    }
    found->options = options;
    return true;
}

static bool answer(struct work *self, const struct sim_selection *selection)
{
    const struct session *base = &self->options.items[0].session;
    const struct sim_results none = { .n_done = selection->observations };
    const struct report report = { .results = &none,
                                   .inputs = &base->source.inputs,
                                   .program = "decroche",
                                   .version = DECROCHE_VERSION,
                                   .title = base->scenario.title,
                                   .name = base->source.name };
    const size_t batch = (size_t)self->asked.batch;
    struct ranking found = {
        .base = &report,
        .n_options = self->options.n,
        .measure = &centre_measures[self->row],
        .zone = self->zone,
        .level = self->asked.level,
        .procedure = sim_select_names[self->asked.procedure],
        .batch = batch,
        .first = (size_t)self->asked.first,
        .seed = self->request.seed,
        .spent = selection->observations * batch,
        .equal = selection->options[selection->best].observations * batch * self->options.n,
        .guaranteed = selection->guaranteed,
    };
    if (!options_fill(&found, self, selection) ||
        !outermost_find(&found.edges, &self->options, &self->asked.vary, selection->best,
                        self->call))
        return false;
    const struct delivery delivery = delivery_of(&found);
    return deliver(&delivery, self->call);
}

static void interrupted_fault(struct call *call)
{
    if (!atomic_load(call->stop) || sim_faults_any(call->faults)) return;
    sim_faults_add(call->faults, (struct sim_fault){
                                     .severity = SIM_MACHINE,
                                     .what = N_("interrupted before the best was selected") });
}

static int run(struct call *call)
{
    struct work work = { .call = call };
    if (ask(&work)) {
        const size_t first = (size_t)work.asked.first;
        const size_t most = work.request.replications / (size_t)work.asked.batch;
        const struct sim_selecting selecting = {
            .procedure = (enum sim_select_procedure)work.asked.procedure,
            .options = work.options.n,
            .level = work.asked.level,
            .zone = work.zone,
            .better = centre_measures[work.row].better,
            .first = first,
            .step = (size_t)work.asked.step,
            .most = most > first ? most : first,
            .observe = observe,
            .source = &work,
        };
        struct sim_selection selection;
        for (size_t i = 0; i < work.options.n; i++)
            alternative_narrow(&work.options.items[i], &centre_measures[work.row]);
        interrupt_watch(call->stop);
        if (sim_select(&selecting, &selection, call->arena, call->faults))
            answer(&work, &selection);
        interrupted_fault(call);
    }
    for (size_t i = 0; work.values && i < work.options.n; i++)
        sim_release(work.values[i]);
    alternatives_close(&work.options);
    return 0;
}

const struct command cmd_rank = {
    .name = "rank",
    .operands = "OPTION.cfg...",
    .summary = N_("select the best of many options with a guaranteed probability"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_SEED) | OPTION(OPTION_THREADS) |
               OPTION(OPTION_JSON) | OPTION(OPTION_CSV),
    .own = &fields,
    .least = 1,
    .most = SIZE_MAX,
    .run = run,
};
