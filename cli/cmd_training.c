/* decroche training: is a training plan paid back, and when?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "models/demand/purpose.h"
#include "models/payback.h"
#include "plots/output.h"
#include "plots/payback_result.h"

#include <string.h>

/* The same file again, without what it says of training; its warnings were told once. */
static bool without_open(struct scenario *without, const char *file, struct call *call)
{
    struct scenario_source source;
    struct sim_faults faults = { 0 };
    const struct options *options = call->options;
    bool ok = scenario_read(file, options->sets, options->n_sets, &scenario_fields, without,
                            call->arena, &source, &faults);
    without->training = (struct sim_list){ .n = 0 };
    ok = ok && scenario_check(without, call->arena, &faults);
    if (!ok) sim_faults_memory(call->faults); /* with training it could be read */
    sim_faults_close(&faults);
    return ok;
}

static bool plan_check(const struct session *session, struct call *call)
{
    if (session->scenario.training.n) return true;
    sim_faults_add(call->faults,
                   (struct sim_fault){
                       .severity = SIM_INPUT,
                       .file = session->source.name,
                       .path = "training",
                       .what = N_("this scenario has no training plan"),
                       .hint = N_("scenarios/nord/training-thursday.cfg is one that has") });
    return false;
}

static bool replicate(const struct sim_model *model, struct sim_request request,
                      struct call *call, struct sim_results *results)
{
    struct progress progress;
    interrupt_watch(call->stop);
    progress_begin(&progress);
    request.stop = call->stop;
    request.progress = progress_tell;
    request.teller = &progress;
    const bool ok = sim_replicate(model, &request, results, call->faults);
    progress_end(&progress);
    return ok;
}

/* Accumulated hours, and where what is saved exceeds what is given. */
static bool courses_fill(struct payback_result *result, const struct payback *payback,
                         const struct sim_results *results, struct sim_arena *arena)
{
    const size_t n_days = payback->n_days, n = results->n_done * n_days;
    const struct sim_stream stream = { results->seed, 0 };
    struct sim_estimate *sums = sim_arena_new(arena, 3 * n_days, sizeof *sums);
    double *net = sim_arena_new(arena, n, sizeof *net);
    if (!sums || !net) return false;
    for (size_t i = 0; i < n; i++)
        net[i] = payback->saved_h[i] - payback->given_h[i];
    sim_crossing_sums(payback->given_h, results->n_done, n_days, sums);
    sim_crossing_sums(payback->saved_h, results->n_done, n_days, &sums[n_days]);
    sim_crossing_sums(net, results->n_done, n_days, &sums[2 * n_days]);
    result->given = sums;
    result->saved = &sums[n_days];
    result->net = &sums[2 * n_days];
    return sim_crossing_find(net, results->n_done, n_days, &stream, PURPOSE_RESAMPLE,
                             &result->crossing);
}

static bool result_fill(struct payback_result *result, const struct payback *payback,
                        const struct report *report, struct sim_arena *arena)
{
    const struct sim_results *results = report->results;
    struct sim_difference *differences =
        sim_arena_new(arena, payback->n_told, sizeof *differences);
    if (!differences) return false;
    for (size_t k = 0; k < payback->n_told; k++)
        differences[k] =
            sim_difference_of(sim_series_of(results, PAYBACK_SIDES * k + PAYBACK_WITHOUT),
                              sim_series_of(results, PAYBACK_SIDES * k + PAYBACK_WITH));
    *result = (struct payback_result){ .report = report,
                                       .n_told = payback->n_told,
                                       .differences = differences,
                                       .n_days = payback->n_days,
                                       .first_date = payback_date(payback, 0) };
    return courses_fill(result, payback, results, arena);
}

static bool json_write(const char *path, const struct payback_result *result,
                       struct sim_faults *faults)
{
    struct output output;
    if (!output_open(&output, path, faults)) return false;
    if (payback_json_write(output.file, result, faults)) return output_commit(&output, faults);
    output_abandon(&output);
    return false;
}

static bool plots_write(const char *directory, const struct payback_result *result,
                        struct call *call)
{
    const char *data = paths_data(call->arena);
    const char *templates =
        data ? sim_arena_print(call->arena, "%s/plots/templates/", data) : NULL;
    if (!templates) return sim_faults_memory(call->faults);
    return payback_figure_write(directory, result, call->words, templates, call->faults);
}

/* Files first, so that a reader of the screen finds them. */
static bool deliver(const struct payback_result *result, struct call *call)
{
    const char *json = call->options->value[OPTION_JSON];
    const char *plots = call->options->value[OPTION_PLOTS];
    struct output output;
    bool ok = !json || json_write(json, result, call->faults);
    if (plots) ok = plots_write(plots, result, call) && ok;
    if (json && strcmp(json, "-") == 0) return ok;
    if (!output_open(&output, "-", call->faults)) return false;
    payback_text_write(output.file, result, call->words);
    return output_commit(&output, call->faults) && ok;
}

static void tell(const struct session *session, const struct payback *payback,
                 const struct sim_results *results, struct call *call)
{
    struct payback_result result;
    const struct report report = { .results = results,
                                   .inputs = &session->source.inputs,
                                   .program = "decroche",
                                   .version = DECROCHE_VERSION,
                                   .title = session->scenario.title,
                                   .name = session->source.name,
                                   .sha256 = session->source.sha256 };
    if (results->n_done == 0)
        sim_faults_add(call->faults,
                       (struct sim_fault){
                           .severity = SIM_MACHINE,
                           .what = N_("interrupted before the first replication was done") });
    else if (result_fill(&result, payback, &report, call->arena))
        deliver(&result, call);
    else
        sim_faults_memory(call->faults);
}

static void answer(const struct session *session, const struct scenario *without,
                   const struct sim_request *request, struct call *call)
{
    struct payback payback;
    struct sim_model model;
    struct sim_results results = { 0 };
    if (payback_open(&payback, &session->scenario, without, request->replications, call->arena,
                     call->faults) &&
        payback_model(&model, &payback, call->arena, call->faults) &&
        replicate(&model, *request, call, &results))
        tell(session, &payback, &results, call);
    sim_results_close(&results);
    payback_close(&payback);
}

/* Whether they can be written is known before anything is simulated. */
static bool outputs_check(struct call *call)
{
    const char *json = call->options->value[OPTION_JSON];
    const char *plots = call->options->value[OPTION_PLOTS];
    if (!files_check(call)) return false;
    const bool ok = !plots || payback_figure_check(plots, call->faults);
    return (!json || output_check(json, call->faults)) && ok;
}

static int run(struct call *call)
{
    struct session session;
    struct scenario without = { 0 };
    struct sim_request request;
    const char *file = paths_scenario(call->options->operands[0], call->arena);
    if (!session_open(&session, file, call) || !plan_check(&session, call)) return 2;
    if (!outputs_check(call) || !without_open(&without, file, call)) return 2;
    session.scenario.precision = NULL; /* it speaks of runs, and here are pairs of them */
    if (session_request(&session, call, &request)) answer(&session, &without, &request, call);
    return 0;
}

const struct command cmd_training = {
    .name = "training",
    .operands = "SCENARIO.cfg",
    .summary = N_("what a training plan costs and gives, and when it is paid back"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_SEED) | OPTION(OPTION_THREADS) |
               OPTION(OPTION_JSON) | OPTION(OPTION_PLOTS),
    .least = 1,
    .most = 1,
    .run = run,
};
