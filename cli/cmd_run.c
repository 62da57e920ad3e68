/* decroche run: what happens to the calls of a scenario?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/files.h"
#include "cli/formula.h"
#include "cli/gap.h"
#include "cli/paths.h"
#include "cli/runs.h"
#include "plots/figures.h"
#include "plots/output.h"
#include "plots/report_gate.h"
#include "plots/report_text.h"
#include "plots/results_csv.h"
#include "plots/results_json.h"

#include <string.h>

static bool json_write(const char *path, const struct report *report, struct sim_faults *faults)
{
    struct output output;
    if (!output_open(&output, path, faults)) return false;
    if (results_json_write(output.file, report, faults)) return output_commit(&output, faults);
    output_abandon(&output);
    return false;
}

static bool text_write(const struct report *report, struct call *call)
{
    struct output output;
    if (!output_open(&output, "-", call->faults)) return false;
    report_text_write(output.file, report, call->words, call->options->value[OPTION_FULL]);
    return output_commit(&output, call->faults);
}

static bool plots_write(const struct report *report, struct call *call)
{
    const char *data = paths_data(call->arena);
    const char *templates =
        data ? sim_arena_print(call->arena, "%s/plots/templates/", data) : NULL;
    if (!templates) return sim_faults_memory(call->faults);
    return figures_write(call->options->value[OPTION_PLOTS], report, call->words, templates,
                         call->faults);
}

/* Files first, so that a reader of the screen finds them; the screen is left to the JSON where
 * that goes to stdout. */
static bool deliver(const struct report *report, struct call *call)
{
    const char *json = call->options->value[OPTION_JSON],
               *csv = call->options->value[OPTION_CSV];
    const bool quiet = json && strcmp(json, "-") == 0;
    bool ok = true;
    if (csv) ok = results_csv_write(csv, report, call->faults);
    if (json) ok = json_write(json, report, call->faults) && ok;
    if (call->options->value[OPTION_PLOTS]) ok = plots_write(report, call) && ok;
    return (quiet || text_write(report, call)) && ok;
}

/* Nobody waits an hour to be told that there is no such folder. What is to go into the folder
 * of the tables is made with it. */
static bool outputs_check(struct call *call)
{
    const char *json = call->options->value[OPTION_JSON],
               *csv = call->options->value[OPTION_CSV];
    const bool within = json && csv && strncmp(json, csv, strlen(csv)) == 0;
    const char *plots = call->options->value[OPTION_PLOTS];
    if (!files_check(call)) return false;
    bool ok = !csv || results_csv_check(csv, call->faults);
    ok = (!plots || figures_check(plots, call->faults)) && ok;
    return (!json || within || output_check(json, call->faults)) && ok;
}

/* A gate that nothing can close is a mistake. */
static bool gate_check(const struct session *session, struct call *call)
{
    if (!call->options->value[OPTION_GATE] || session->n_targets > 0) return true;
    sim_faults_add(call->faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = "--gate",
                                       .what = N_("the scenario has no target"),
                                       .wanted = "targets = ( \"answer_rate >= 85 %\" );" });
    return false;
}

/* The exit code. Beside a JSON on stdout it talks on stderr. */
static int gate(const struct report *report, struct call *call)
{
    const char *json = call->options->value[OPTION_JSON];
    if (!call->options->value[OPTION_GATE]) return 0;
    return report_gate(json && strcmp(json, "-") == 0 ? stderr : stdout, report, call->words)
               ? 0
               : 1;
}

static bool replicate(const struct session *session, struct call *call, struct sim_model *model,
                      struct sim_results *results)
{
    struct sim_request request;
    const struct centre_detail detail = {
        .dated = call->options->value[OPTION_CSV],
        .figures = call->options->value[OPTION_CSV] || call->options->value[OPTION_PLOTS],
    };
    return session_request(session, call, &request) &&
           runs_make(session, call, detail, &request, model, results);
}

/* What the formulas say of the same scenario, and why that is not the same. */
static bool formula_beside(struct report *report, const struct session *session,
                           struct call *call)
{
    const struct sim_results *results = report->results;
    struct gap *gap = sim_arena_new(call->arena, 1, sizeof *gap);
    report->formula_title = formula_title(&session->scenario);
    report->formula =
        formula_values(&session->scenario, results->measures, results->n_measures, call->arena);
    if (!report->formula || !gap) return sim_faults_memory(call->faults);
    if (!call->options->value[OPTION_EXPLAIN_GAP]) return true;
    report->gap = gap;
    return gap_explain(gap, session, results, call);
}

static int run(struct call *call)
{
    struct session session;
    struct sim_model model;
    struct sim_results results = { 0 };
    int code = 0;
    const char *file = paths_scenario(call->options->operands[0], call->arena);
    if (!session_open(&session, file, call) || !gate_check(&session, call)) return 2;
    if (outputs_check(call) && replicate(&session, call, &model, &results)) {
        struct report report = runs_report(&session, &results);
        if (formula_beside(&report, &session, call)) {
            deliver(&report, call);
            code = gate(&report, call);
        }
    }
    sim_results_close(&results);
    return code;
}

const struct command cmd_run = {
    .name = "run",
    .operands = "SCENARIO.cfg",
    .summary = N_("simulate a scenario and say what becomes of its calls"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_PRECISION) | OPTION(OPTION_SEED) |
               OPTION(OPTION_THREADS) | OPTION(OPTION_JSON) | OPTION(OPTION_CSV) |
               OPTION(OPTION_PLOTS) | OPTION(OPTION_FULL) | OPTION(OPTION_STORE) |
               OPTION(OPTION_GATE) | OPTION(OPTION_EXPLAIN_GAP),
    .least = 1,
    .most = 1,
    .run = run,
};
