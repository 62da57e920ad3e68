/* decroche check --against: does a scenario still come to what it came to?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/regress.h"

#include "cli/ask.h"
#include "cli/files.h"
#include "cli/runs.h"
#include "models/flow/counts.h"
#include "plots/against.h"
#include "plots/output.h"

#include <string.h>
#include <sys/stat.h>

static const struct sim_field rows[] = {
    { .key = "against",
      .kind = SIM_TEXT,
      .offset = offsetof(struct regress_ask, against),
      .fallback = "",
      .help = N_("run it, and say what has changed since this baseline (a JSON file) was "
                 "written; as many replications and the same seed, unless told otherwise") },
    { .key = "tolerance",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct regress_ask, tolerances),
      .fallback = "",
      .help =
          N_("a change of a measure that does not matter, as in \"answer_rate 0.5 pt\"; may "
             "be repeated; --update keeps it in the baseline") },
    { .key = "junit",
      .kind = SIM_TEXT,
      .offset = offsetof(struct regress_ask, junit),
      .fallback = "",
      .help = N_("write a file of JUnit's XML too, a test for each measure") },
};
const struct sim_fields regress_fields = SIM_FIELDS(struct regress_ask, rows, NULL);

static bool fault(struct call *call, const char *path, const char *what, const char *got,
                  const char *wanted)
{
    sim_faults_add(
        call->faults,
        (struct sim_fault){
            .severity = SIM_INPUT, .path = path, .what = what, .got = got, .wanted = wanted });
    return false;
}

/* ---- what is asked */

static void needs_against(const struct regress_ask *self, struct call *call)
{
    static const struct {
        enum option option;
        const char *name;
    } all[] = { { OPTION_EXACT, "--exact" }, { OPTION_UPDATE, "--update" },
                { OPTION_TAP, "--tap" },     { OPTION_REPLICATIONS, "--replications" },
                { OPTION_SEED, "--seed" },   { OPTION_STORE, "--store" } };
    const char *const what = N_("says something only together with --against");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (call->options->value[all[i].option]) fault(call, all[i].name, what, NULL, NULL);
    if (self->junit) fault(call, "--junit", what, NULL, NULL);
    if (self->tolerances.n > 0) fault(call, "--tolerance", what, NULL, NULL);
}

bool regress_read(struct regress_ask *self, struct call *call)
{
    struct sim_inputs inputs = { 0 };
    const char *const *value = call->options->value;
    *self = (struct regress_ask){ 0 };
    if (!options_own_read(call->options, &regress_fields, self, call->arena, &inputs,
                          call->faults))
        return false;
    if (!self->against) needs_against(self, call);
    if (value[OPTION_UPDATE] && value[OPTION_EXACT])
        fault(call, "--update", N_("either this or --exact"), NULL, NULL);
    if (value[OPTION_UPDATE] && (value[OPTION_TAP] || self->junit))
        fault(call, "--update", N_("compares nothing, so that there is nothing to tell"), NULL,
              NULL);
    return !sim_faults_any(call->faults);
}

/* Tolerances that were given, over those that the baseline has; NULL: it could not be read. */
static bool tolerances_set(const struct regress_ask *self, const struct session *session,
                           const struct baseline *baseline, struct call *call)
{
    const struct measure_table measures = { centre_measures, n_centre_measures,
                                            session->scenario.features };
    for (size_t i = 0; i < self->tolerances.n; i++) {
        size_t among;
        double tolerance;
        const char *text = self->tolerances.values[i];
        if (!ask_precision(text, measures, "--tolerance", &among, &tolerance, call->faults))
            continue;
        const char *name =
            sim_faults_text(call->faults, "%.*s",
                            (int)strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789"), text);
        if (!baseline) continue;
        struct baseline_series *series = name ? baseline_series_of(baseline, name) : NULL;
        if (series)
            series->tolerance = tolerance;
        else
            fault(call, "--tolerance", N_("is not among the measures that are tested"), text,
                  NULL);
    }
    return !sim_faults_any(call->faults);
}

/* ---- writing one */

static bool baseline_write(const char *path, const struct baseline *baseline, struct call *call)
{
    struct output output;
    if (!output_open(&output, path, call->faults)) return false;
    if (baseline_json_write(output.file, baseline, call->faults))
        return output_commit(&output, call->faults);
    output_abandon(&output);
    return false;
}

/* The baseline that is written anew, if there is one: a device is none. */
static bool old_read(struct baseline *old, const char *path, struct call *call)
{
    struct stat found;
    *old = (struct baseline){ .n = 0 };
    if (stat(path, &found) != 0 || !S_ISREG(found.st_mode)) return true;
    return baseline_json_read(old, path, call->arena, call->faults);
}

/* It leaves its tolerances to the new one. */
static void tolerances_inherit(const struct baseline *old, struct baseline *baseline)
{
    for (size_t i = 0; i < old->n_series; i++) {
        struct baseline_series *series = baseline_series_of(baseline, old->series[i].measure);
        if (series) series->tolerance = old->series[i].tolerance;
    }
}

static void anew(const struct regress_ask *self, const struct session *session,
                 const struct report *report, const struct baseline *old, struct call *call)
{
    struct baseline baseline;
    if (!baseline_make(&baseline, report, call->arena, call->faults)) return;
    tolerances_inherit(old, &baseline);
    if (tolerances_set(self, session, &baseline, call) &&
        baseline_write(self->against, &baseline, call))
        printf(_("%s: a baseline of %zu runs of %s\n"), self->against, baseline.n,
               baseline.scenario);
}

static int update(const struct regress_ask *self, const struct session *session,
                  struct call *call)
{
    struct sim_request request;
    struct sim_model model;
    struct sim_results results = { 0 };
    struct baseline old;
    const struct centre_detail detail = { 0 };
    old_read(&old, self->against, call);
    tolerances_set(self, session, NULL, call);
    if (session_request(session, call, &request) && request.replications < 2)
        fault(call, "--replications", N_("a baseline has two replications or more"), NULL,
              NULL);
    if (sim_faults_any(call->faults) || !output_check(self->against, call->faults)) return 2;
    if (runs_make(session, call, detail, &request, &model, &results)) {
        const struct report report = runs_report(session, &results);
        if (results.interrupted)
            fault(call, NULL, N_("interrupted: the baseline is left as it was"), NULL, NULL);
        else
            anew(self, session, &report, &old, call);
    }
    sim_results_close(&results);
    return 0;
}

/* ---- comparing */

/* As the baseline was made, unless something else was asked for. */
static bool request_make(const struct session *session, const struct baseline *baseline,
                         struct call *call, struct sim_request *request)
{
    const char *const *value = call->options->value;
    if (!session_request(session, call, request)) return false;
    if (!value[OPTION_REPLICATIONS]) request->replications = baseline->n;
    if (!value[OPTION_SEED]) request->seed = baseline->seed;
    request->half_width = 0.0;
    if (request->replications < 2)
        fault(call, "--replications", N_("a comparison takes two replications or more"),
              value[OPTION_REPLICATIONS], NULL);
    if (!value[OPTION_EXACT]) return !sim_faults_any(call->faults);
    if (request->replications != baseline->n || request->seed != baseline->seed)
        fault(call, "--exact", N_("the baseline has another seed or number of replications"),
              NULL, NULL);
    if (strcmp(baseline->version, DECROCHE_VERSION) != 0)
        fault(call, "--exact", N_("the baseline is of another version of this program"),
              baseline->version, DECROCHE_VERSION);
    return !sim_faults_any(call->faults);
}

static bool junit_write(const char *path, const struct against *against, struct call *call)
{
    struct output output;
    if (!output_open(&output, path, call->faults)) return false;
    against_junit_write(output.file, against, call->words);
    return output_commit(&output, call->faults);
}

static int tell(const struct regress_ask *self, const struct against *against,
                struct call *call)
{
    if (self->junit) junit_write(self->junit, against, call);
    if (call->options->value[OPTION_TAP])
        against_tap_write(stdout, against, call->words);
    else
        against_text_write(stdout, against, call->words, call->options->value[OPTION_FULL]);
    return against_holds(against) ? 0 : 1;
}

static int compare(const struct regress_ask *self, const struct session *session,
                   struct call *call)
{
    struct sim_request request;
    struct sim_model model;
    struct sim_results results = { 0 };
    struct baseline baseline;
    struct against against;
    const struct centre_detail detail = { 0 };
    const struct against_way way = { self->against, call->options->value[OPTION_EXACT] };
    int code = 0;
    const bool read = baseline_json_read(&baseline, self->against, call->arena, call->faults);
    tolerances_set(self, session, read ? &baseline : NULL, call);
    if (read) request_make(session, &baseline, call, &request);
    if (sim_faults_any(call->faults) ||
        (self->junit && !output_check(self->junit, call->faults)))
        return 2;
    if (runs_make(session, call, detail, &request, &model, &results)) {
        const struct report report = runs_report(session, &results);
        if (results.interrupted)
            fault(call, NULL, N_("interrupted: nothing was compared"), NULL, NULL);
        else if (against_make(&against, &report, &baseline, &way, call->arena, call->faults))
            code = tell(self, &against, call);
    }
    sim_results_close(&results);
    return code;
}

/* A baseline is read, or with --update written; its scenario and JUnit's file are others. */
static bool files_sound(const struct regress_ask *self, struct call *call)
{
    bool ok = true;
    if (call->options->value[OPTION_UPDATE])
        ok = files_written(call, "--against", self->against);
    else
        files_read(call, self->against);
    ok = (!self->junit || files_written(call, "--junit", self->junit)) && ok;
    return files_check(call) && ok;
}

int regress_run(const struct regress_ask *self, const struct session *session,
                struct call *call)
{
    if (!files_sound(self, call)) return 2;
    return call->options->value[OPTION_UPDATE] ? update(self, session, call)
                                               : compare(self, session, call);
}
