/* decroche staff: how many agents does each interval of the week need, and are they there?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/files.h"
#include "cli/paths.h"
#include "cli/staff_trial.h"
#include "plots/output.h"

#include <math.h>
#include <string.h>

static bool text_write(const struct staffing *staffing, struct call *call)
{
    struct output output;
    if (!output_open(&output, "-", call->faults)) return false;
    staffing_text_write(output.file, staffing, call->words);
    return output_commit(&output, call->faults);
}

static bool json_write(const char *path, const struct staffing *staffing, struct call *call)
{
    struct output output;
    if (!output_open(&output, path, call->faults)) return false;
    if (staffing_json_write(output.file, staffing, call->faults))
        return output_commit(&output, call->faults);
    output_abandon(&output);
    return false;
}

static bool csv_write(const char *directory, const struct staffing *staffing, struct call *call)
{
    struct output output;
    bool made;
    if (!output_directory(directory, &made, call->faults)) return false;
    const char *path = sim_arena_print(call->arena, "%s/staffing.csv", directory);
    if (!path) return sim_faults_memory(call->faults);
    if (!output_open(&output, path, call->faults)) return false;
    staffing_csv_write(output.file, staffing);
    return output_commit(&output, call->faults);
}

static bool plots_write(const struct staffing *staffing, struct call *call)
{
    const char *data = paths_data(call->arena);
    const char *templates =
        data ? sim_arena_print(call->arena, "%s/plots/templates/", data) : NULL;
    if (!templates) return sim_faults_memory(call->faults);
    return staffing_figure_write(call->options->value[OPTION_PLOTS], staffing, call->words,
                                 templates, call->faults);
}

/* Files first; the screen is left to the JSON where that goes to stdout. */
static bool deliver(const struct staffing *staffing, struct call *call)
{
    const char *json = call->options->value[OPTION_JSON],
               *csv = call->options->value[OPTION_CSV];
    const bool quiet = json && strcmp(json, "-") == 0;
    bool ok = true;
    if (csv) ok = csv_write(csv, staffing, call);
    if (json) ok = json_write(json, staffing, call) && ok;
    if (call->options->value[OPTION_PLOTS]) ok = plots_write(staffing, call) && ok;
    return (quiet || text_write(staffing, call)) && ok;
}

/* Nobody waits for a search to be told that there is no such folder. */
static bool outputs_check(struct call *call)
{
    const char *json = call->options->value[OPTION_JSON],
               *plots = call->options->value[OPTION_PLOTS];
    if (!files_check(call)) return false;
    const bool ok = !plots || staffing_figure_check(plots, call->faults);
    return (!json || output_check(json, call->faults)) && ok;
}

static bool solve(struct staff_plan *plan, struct staff_trial *trial,
                  struct staffing_check *check, struct call *call)
{
    const bool simulated = plan->ask->written.method == STAFF_SIMULATION;
    if (!staff_plan_formula(plan, call->arena)) return sim_faults_memory(call->faults);
    if (!(simulated ? staff_trial_search(trial) : staff_trial_run(trial))) return false;
    return staff_trial_tell(trial, simulated, check);
}

static int run(struct call *call)
{
    struct session session;
    struct staff_ask ask;
    struct staff_plan plan;
    struct staff_trial trial = { 0 };
    const char *file = paths_scenario(call->options->operands[0], call->arena);
    if (!session_open(&session, file, call)) return 2;
    struct sim_request asked;
    const bool sound = staff_ask_read(&ask, &session, call);
    if (!session_request(&session, call, &asked) || !sound || !outputs_check(call)) return 2;
    if (!staff_plan_open(&plan, &session, &ask, call->arena)) {
        sim_faults_memory(call->faults);
        return 3;
    }
    struct staffing staffing = { .version = DECROCHE_VERSION,
                                 .title = session.scenario.title,
                                 .name = session.source.name,
                                 .sha256 = session.source.sha256 };
    bool ok = staff_trial_open(&trial, &plan, &session, call) &&
              solve(&plan, &trial, &staffing.check, call);
    staffing.seed = trial.request.seed;
    ok = ok && staff_plan_tell(&plan, &staffing, call->arena) && deliver(&staffing, call);
    staff_trial_close(&trial);
    return ok && staffing_n_missed(&staffing) > 0 ? 1 : 0;
}

const struct command cmd_staff = {
    .name = "staff",
    .operands = "SCENARIO.cfg",
    .summary = N_("say how many agents each interval needs, and who may be released when"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_SEED) | OPTION(OPTION_THREADS) |
               OPTION(OPTION_JSON) | OPTION(OPTION_CSV) | OPTION(OPTION_PLOTS),
    .own = &staff_fields,
    .least = 1,
    .most = 1,
    .run = run,
};
