/* decroche sensitivity: which assumption could make the answer wrong, and where does it turn?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ask.h"
#include "cli/delivery.h"
#include "cli/interrupt.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/turning_point.h"
#include "models/flow/counts.h"
#include "scenarios/field_doc.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

static const double level = 0.95;

/* What the command line asks for. */
struct asked {
    struct sim_texts ranges;
    const char *measure;
};

/* clang-format off */
static const struct sim_field rows[] = {
    { .key = "range", .kind = SIM_TEXTS, .offset = offsetof(struct asked, ranges),
      .low = 0, .high = 64, .fallback = "",
      .help = N_("an input and its range, as in \"patience.mean=2 min..30 min\", instead of all "
                 "that are declared; may be repeated") },
    { .key = "measure", .kind = SIM_TEXT, .offset = offsetof(struct asked, measure),
      .fallback = "", .help = N_("what is looked at (default answer_rate)") },
};
/* clang-format on */
static const struct sim_fields fields = SIM_FIELDS(struct asked, rows, NULL);

/* One input at both ends of its range. */
struct pair {
    struct trial low, high;
};

/* A question under way. */
struct work {
    struct asked asked;
    struct question question;
    struct session session; /* of the scenario as it stands */
    const struct report_target *target;
    struct tried_list tried;
    struct trial stands;
    struct pair *pairs; /* [tried.n] */
    struct progress progress;
    size_t done;
    struct call *call;
};

static void text(FILE *out, const void *of, struct words words)
{
    tornado_text_write(out, of, words);
}

static bool json(FILE *out, const void *of, struct sim_faults *faults)
{
    return tornado_json_write(out, of, faults);
}

static bool csv(const char *directory, const void *of, struct sim_faults *faults)
{
    return tornado_csv_write(directory, of, faults);
}

static bool plots(const char *directory, const void *of, struct words words,
                  const char *templates, struct sim_faults *faults)
{
    return tornado_figure_write(directory, of, words, templates, faults);
}

static struct delivery delivery_of(const struct tornado *found)
{
    return (struct delivery){ .of = found,
                              .text = text,
                              .json = json,
                              .csv = csv,
                              .plots = plots,
                              .csv_check = tornado_csv_check,
                              .plots_check = tornado_figure_check };
}

/* The first target about the measure is what the scenario itself is judged by. */
static void target_find(struct work *self)
{
    const char *name = centre_measures[self->question.row].name;
    self->question.bound = NAN;
    for (size_t i = 0; i < self->session.n_targets && !self->target; i++)
        if (strcmp(self->session.targets[i].measure, name) == 0)
            self->target = &self->session.targets[i];
    if (self->target) self->question.bound = self->target->bound;
}

static bool measure_choose(struct work *self)
{
    const char *name = self->asked.measure ? self->asked.measure : "answer_rate";
    const struct measure_table of = { centre_measures, n_centre_measures,
                                      self->session.scenario.features };
    if (!ask_measure(name, of, "--measure", &self->question.row, self->call->faults))
        return false;
    if (centre_measures[self->question.row].quantity != SIM_QUANTILE) return true;
    sim_faults_add(
        self->call->faults,
        (struct sim_fault){ .severity = SIM_INPUT,
                            .path = "--measure",
                            .what = N_("a quantile does not add up over runs; choose "
                                       "a rate, a mean or a total"),
                            .got = name });
    return false;
}

static bool question_fill(struct work *self)
{
    struct call *call = self->call;
    struct sim_request request;
    const struct options *options = call->options;
    for (size_t i = 0; i < options->n_operands; i++) {
        self->question.files[i] = paths_scenario(options->operands[i], call->arena);
        if (!self->question.files[i]) return sim_faults_memory(call->faults);
    }
    if (!session_open(&self->session, self->question.files[0], call)) return false;
    if (!session_request(&self->session, call, &request)) return false;
    if (request.replications < 2) {
        sim_faults_add(
            call->faults,
            (struct sim_fault){ .severity = SIM_INPUT,
                                .path = "--replications",
                                .what = N_("an interval takes two replications or more"),
                                .got = options->value[OPTION_REPLICATIONS] });
        return false;
    }
    self->question.replications = request.replications;
    self->question.threads = request.threads;
    self->question.seed = request.seed;
    self->question.call = call;
    return true;
}

/* Reads every scenario that will be run, so that all faults are told before the first runs. */
static bool trials_open(struct work *self)
{
    const struct question *question = &self->question;
    bool ok = trial_open(&self->stands, question, NULL, NAN);
    self->pairs = sim_arena_new(self->call->arena, self->tried.n, sizeof *self->pairs);
    if (!self->pairs) return sim_faults_memory(self->call->faults);
    for (size_t i = 0; ok && i < self->tried.n; i++) {
        const struct tried *tried = &self->tried.items[i];
        const bool low = trial_open(&self->pairs[i].low, question, tried, tried->range.low);
        ok = trial_open(&self->pairs[i].high, question, tried, tried->range.high) && low;
    }
    return ok;
}

static bool some_are_tried(const struct work *self)
{
    if (self->tried.n) return true;
    sim_faults_add(
        self->call->faults,
        (struct sim_fault){ .severity = SIM_INPUT,
                            .path = "--range",
                            .what = N_("no input of this scenario has a likely range; "
                                       "give one"),
                            .wanted = N_("a key and a range, as in "
                                         "patience.mean=2 min..30 min") });
    return false;
}

static bool ask(struct work *self)
{
    struct call *call = self->call;
    struct sim_inputs inputs;
    const struct delivery delivery = delivery_of(NULL);
    if (!options_own_read(call->options, &fields, &self->asked, call->arena, &inputs,
                          call->faults))
        return false;
    if (!question_fill(self)) return false;
    const bool measured = measure_choose(self);
    if (!ranges_read(&self->tried, &self->session, &self->asked.ranges, call) || !measured)
        return false;
    target_find(self);
    return some_are_tried(self) && trials_open(self) && delivery_check(&delivery, call);
}

static bool run_one(struct work *self, struct trial *trial)
{
    const bool ok = trial_run(trial, &self->question);
    progress_tell(&self->progress, ++self->done * self->question.replications,
                  (2 * self->tried.n + 1) * self->question.replications);
    return ok;
}

static bool run_all(struct work *self)
{
    bool ok = run_one(self, &self->stands);
    for (size_t i = 0; ok && i < self->tried.n; i++)
        ok = run_one(self, &self->pairs[i].low) && run_one(self, &self->pairs[i].high);
    return ok;
}

static bool end_fill(const struct work *self, const struct trial *trial,
                     const struct tried *tried, double input, struct tornado_end *end)
{
    const struct sim_difference change = trial_change(&self->stands, trial, &self->question);
    *end = (struct tornado_end){
        .at = tried_text(tried, input, self->call->arena),
        .input = input,
        .value = trial_value(trial, &self->question).value,
        .half = sim_difference_half(&change, level, 2 * self->tried.n),
    };
    return end->at;
}

static bool bar_fill(struct work *self, size_t i, struct tornado_bar *bar)
{
    const struct tried *tried = &self->tried.items[i];
    const struct pair *pair = &self->pairs[i];
    *bar = (struct tornado_bar){
        .path = tried->path,
        .meaning = field_doc_meaning(&scenario_fields, tried->paths[0], self->call->arena),
        .unit = tried->field->unit,
        .times = tried->range.times,
        .stands_input = tried_stands_at(tried),
    };
    const bool filled = end_fill(self, &pair->low, tried, tried->range.low, &bar->low) &&
                        end_fill(self, &pair->high, tried, tried->range.high, &bar->high);
    if (!filled) return sim_faults_memory(self->call->faults);
    return turning_point_find(bar, &self->question, tried, &self->stands, &pair->low,
                              &pair->high);
}

/* Bars by their length, and apart what moves nothing. */
static bool bars_sort(struct tornado *found, const struct tornado_bar *bars, size_t n,
                      struct sim_arena *arena)
{
    struct tornado_bar *sorted = sim_arena_new(arena, n, sizeof *sorted);
    const char **idle = sim_arena_new(arena, n, sizeof *idle);
    double *keys = sim_arena_new(arena, n, sizeof *keys);
    size_t *order = sim_arena_new(arena, n, sizeof *order);
    if (!sorted || !idle || !keys || !order) return false;
    const double nothing = 1e-9 * fabs(found->stands.value); /* what rounding leaves */
    found->bars = bars;
    for (size_t i = 0; i < n; i++)
        keys[i] = -tornado_swing(found, i);
    gsl_sort_index(order, keys, 1, n);
    for (size_t i = 0; i < n; i++) {
        const struct tornado_bar *bar = &bars[order[i]];
        if (fmax(-keys[order[i]], fmax(bar->low.half, bar->high.half)) <= nothing)
            idle[found->n_idle++] = bar->path;
        else
            sorted[found->n_bars++] = *bar;
    }
    found->bars = sorted;
    found->idle = idle;
    return true;
}

static bool answer(struct work *self)
{
    struct sim_arena *arena = self->call->arena;
    const struct session *session = &self->session;
    const struct sim_results none = { .n_done = self->question.replications };
    const struct report report = { .results = &none,
                                   .inputs = &session->source.inputs,
                                   .program = "decroche",
                                   .version = DECROCHE_VERSION,
                                   .title = session->scenario.title,
                                   .name = session->source.name };
    struct tornado found = {
        .base = &report,
        .name = session->source.name,
        .against = self->question.files[1] ? self->stands.sides[1].session.source.name : NULL,
        .measure = &centre_measures[self->question.row],
        .stands = trial_value(&self->stands, &self->question),
        .target = self->question.files[1] ? NULL : self->target,
        .level = level,
        .replications = self->question.replications,
        .seed = self->question.seed,
    };
    struct tornado_bar *bars = sim_arena_new(arena, self->tried.n, sizeof *bars);
    if (!bars) return sim_faults_memory(self->call->faults);
    for (size_t i = 0; i < self->tried.n; i++)
        if (!bar_fill(self, i, &bars[i])) return false;
    progress_end(&self->progress);
    if (!bars_sort(&found, bars, self->tried.n, arena))
        return sim_faults_memory(self->call->faults);
    const struct delivery delivery = delivery_of(&found);
    return deliver(&delivery, self->call);
}

static int run(struct call *call)
{
    struct work work = { .call = call };
    if (ask(&work)) {
        interrupt_watch(call->stop);
        progress_begin(&work.progress);
        const bool whole = run_all(&work) && answer(&work);
        progress_end(&work.progress);
        if (!whole && atomic_load(call->stop) && !sim_faults_any(call->faults))
            sim_faults_add(
                call->faults,
                (struct sim_fault){ .severity = SIM_MACHINE,
                                    .what = N_("interrupted before all inputs were tried") });
    }
    for (size_t i = 0; work.pairs && i < work.tried.n; i++) {
        trial_close(&work.pairs[i].low);
        trial_close(&work.pairs[i].high);
    }
    trial_close(&work.stands);
    return 0;
}

const struct command cmd_sensitivity = {
    .name = "sensitivity",
    .operands = "SCENARIO.cfg [AGAINST.cfg]",
    .summary = N_("try each assumption on its likely range: what could make the answer wrong"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_SEED) | OPTION(OPTION_THREADS) |
               OPTION(OPTION_JSON) | OPTION(OPTION_CSV) | OPTION(OPTION_PLOTS),
    .own = &fields,
    .least = 1,
    .most = 2,
    .run = run,
};
