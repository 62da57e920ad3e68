/* decroche trace: one day of one replication, told event by event.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/files.h"
#include "cli/paths.h"
#include "cli/trace_ask.h"
#include "cli/trace_export.h"
#include "cli/trace_summary.h"
#include "models/centre.h"
#include "plots/output.h"
#include "plots/trace_figure.h"
#include "plots/trace_json.h"

#include <string.h>

/* Is it told in words on the screen, or does the JSON have it? */
static bool is_quiet(const struct call *call)
{
    const char *json = call->options->value[OPTION_JSON];
    return json && strcmp(json, "-") == 0;
}

static bool text_write(const struct trace *trace, struct call *call)
{
    struct output output;
    if (!output_open(&output, "-", call->faults)) return false;
    trace_log_write(output.file, trace);
    trace_summary_write(output.file, trace);
    return output_commit(&output, call->faults);
}

static bool json_write(const char *path, const struct trace_day *day, struct sim_faults *faults)
{
    struct output output;
    if (!output_open(&output, path, faults)) return false;
    if (trace_json_write(output.file, day, faults)) return output_commit(&output, faults);
    output_abandon(&output);
    return false;
}

static bool plots_write(const char *directory, const struct trace_day *day, struct call *call)
{
    const char *data = paths_data(call->arena);
    const char *templates =
        data ? sim_arena_print(call->arena, "%s/plots/templates/", data) : NULL;
    if (!templates) return sim_faults_memory(call->faults);
    return trace_figure_write(directory, day, call->words, templates, call->faults);
}

static bool files_write(const struct session *session, const struct trace *trace,
                        struct call *call)
{
    const char *json = call->options->value[OPTION_JSON],
               *plots = call->options->value[OPTION_PLOTS];
    struct trace_day day = { .program = "decroche",
                             .version = DECROCHE_VERSION,
                             .title = session->scenario.title,
                             .name = session->source.name,
                             .sha256 = session->source.sha256 };
    if (!json && !plots) return true;
    if (!trace_export(trace, &day, call->arena)) return sim_faults_memory(call->faults);
    const bool ok = !json || json_write(json, &day, call->faults);
    return (!plots || plots_write(plots, &day, call)) && ok;
}

/* Files first, so that a reader of the screen finds them. */
static bool deliver(const struct session *session, const struct trace *trace, struct call *call)
{
    const bool ok = files_write(session, trace, call);
    return (is_quiet(call) || text_write(trace, call)) && ok;
}

/* What the replication counted of the day; NULL where it has no cell. */
static const double *day_counts(const struct sim_model *model, const struct sim_row *row,
                                const struct scenario *scenario, int day)
{
    const int rank = scenario->hours.days[day].rank;
    if (rank < 0) return NULL;
    return &row->counts[(sim_model_first_cell(model, AXIS_DAY) + (size_t)rank) * SIM_COUNTERS];
}

static bool row_new(struct sim_row *row, const struct sim_model *model, struct call *call)
{
    *row = (struct sim_row){
        .counts = sim_arena_new(call->arena, sim_model_cells(model) * SIM_COUNTERS,
                                sizeof *row->counts),
        .histograms = sim_arena_new(call->arena, SIM_HISTOGRAMS, sizeof *row->histograms),
        .spreads = sim_arena_new(call->arena, model->n_spreads + 1, sizeof *row->spreads),
    };
    return (row->counts && row->histograms && row->spreads) || sim_faults_memory(call->faults);
}

/* The very replication that run makes of that number, with somebody who listens. */
static bool replicate(const struct sim_model *model, const struct trace *trace,
                      struct follow *follow, struct sim_row *row, struct call *call)
{
    const struct sim_stream stream = { trace->seed, trace->replication };
    void *workplace = model->open(model);
    if (!workplace) return sim_faults_memory(call->faults);
    centre_listen(workplace, &follow->listener);
    bool ok = model->replicate(workplace, &stream, row, call->faults);
    model->close(workplace);
    if (ok && !follow_finish(follow)) ok = sim_faults_memory(call->faults);
    return ok;
}

/* A need that did not come to be in this replication. */
static bool need_check(const struct follow *follow, struct call *call)
{
    if (follow->need.where == 0 || follow->n > 0) return true;
    const struct need_address last = { follow->born - 1, follow->need.where };
    sim_faults_add(
        call->faults,
        (struct sim_fault){
            .severity = SIM_INPUT,
            .path = "--need",
            .what = follow->born ? N_("this replication has no such need")
                                 : N_("this replication has no need in that interval"),
            .got = sim_arena_text(call->arena, trace_need(follow->need).text),
            .wanted = follow->born
                          ? sim_faults_text(call->faults, "%s at most", trace_need(last).text)
                          : NULL });
    return false;
}

static void tell(const struct session *session, const struct trace_ask *ask,
                 struct follow *follow, const struct sim_model *model, struct call *call)
{
    struct sim_request request;
    struct sim_row row;
    if (!session_request(session, call, &request) || !row_new(&row, model, call)) return;
    struct trace trace = { .follow = follow,
                           .agent = ask->agent,
                           .seed = request.seed,
                           .replication = ask->replication,
                           .words = call->words };
    if (!replicate(model, &trace, follow, &row, call) || !need_check(follow, call)) return;
    trace.counts = day_counts(model, &row, &session->scenario, ask->day);
    if (!trace_summary_check(&trace, call->faults)) return;
    deliver(session, &trace, call);
}

/* Whether they can be written is known before anything is simulated. */
static bool outputs_check(struct call *call)
{
    const char *json = call->options->value[OPTION_JSON];
    const char *plots = call->options->value[OPTION_PLOTS];
    if (!files_check(call)) return false;
    const bool ok = !plots || trace_figure_check(plots, call->faults);
    return (!json || output_check(json, call->faults)) && ok;
}

static int run(struct call *call)
{
    struct session session;
    struct trace_ask ask;
    struct sim_model model;
    struct follow follow;
    const struct centre_detail detail = { .dated = true };
    const char *file = paths_scenario(call->options->operands[0], call->arena);
    if (!session_open(&session, file, call)) return 2;
    if (!trace_ask_read(&ask, &session.scenario, call) || !outputs_check(call)) return 2;
    if (!centre_model(&model, &session.scenario, detail, call->arena, call->faults)) return 3;
    if (follow_open(&follow, &session.scenario, ask.day, ask.need))
        tell(&session, &ask, &follow, &model, call);
    else
        sim_faults_memory(call->faults);
    follow_close(&follow);
    return 0;
}

const struct command cmd_trace = {
    .name = "trace",
    .operands = "SCENARIO.cfg",
    .summary = N_("one day of one replication, told event by event"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_SEED) | OPTION(OPTION_JSON) | OPTION(OPTION_PLOTS),
    .own = &trace_fields,
    .least = 1,
    .most = 1,
    .run = run,
};
