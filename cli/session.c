/* A scenario, read, checked and ready to be run or asked about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/session.h"

#include "cli/ask.h"
#include "cli/files.h"
#include "models/flow/counts.h"
#include "scenarios/unit.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

enum { PRECISION_CEILING = 10000, MOST_REPLICATIONS = 10000000, MOST_THREADS = 1024 };

static struct measure_table measures_of(const struct session *self)
{
    return (struct measure_table){ centre_measures, n_centre_measures,
                                   self->scenario.features };
}

static bool targets_read(struct session *self, struct call *call)
{
    const struct sim_texts *texts = &self->scenario.targets;
    self->targets = sim_arena_new(call->arena, texts->n, sizeof *self->targets);
    if (!self->targets) return sim_faults_memory(call->faults);
    for (size_t i = 0; i < texts->n; i++) {
        const char *path = sim_faults_text(call->faults, "targets.[%zu]", i);
        if (ask_target(texts->values[i], measures_of(self), path,
                       &self->targets[self->n_targets], call->faults))
            self->n_targets++;
    }
    return !sim_faults_any(call->faults);
}

/* The first target that a day can be judged by. */
static void day_target_find(struct session *self)
{
    for (size_t i = 0; i < self->n_targets; i++) {
        const struct report_target *target = &self->targets[i];
        size_t m = 0;
        while (strcmp(centre_measures[m].name, target->measure) != 0)
            m++;
        if (!counts_judges_days(&centre_measures[m])) continue;
        self->scenario.day_target =
            (struct day_target){ &centre_measures[m], target->at_least, target->bound };
        self->scenario.features |= FEATURE_DAYS;
        return;
    }
}

static void warn(struct call *call, const char *path, const char *what, const char *got)
{
    sim_faults_add(
        call->faults,
        (struct sim_fault){ .severity = SIM_WARNING, .path = path, .what = what, .got = got });
}

/* Is this input a key of the same table as that law, which would read it if it could? */
static bool input_is_beside(const struct sim_input *input, const struct sim_input *law)
{
    const size_t length = strlen(law->path) - strlen(law->field->key);
    const ptrdiff_t within = (const char *)input->value - (const char *)law->value;
    return input != law && strncmp(input->path, law->path, length) == 0 &&
           !strchr(&input->path[length], '.') && within > 0 &&
           within < (ptrdiff_t)sizeof(struct sim_law);
}

static void law_warn(const struct sim_input *law, const struct sim_inputs *inputs,
                     struct call *call)
{
    /* The choice is the first member of every struct sim_law. */
    const struct sim_law *self =
        (const void *)((const char *)law->value - offsetof(struct sim_law, kind));
    const double widest = 1.0 / sqrt(3.0);
    for (size_t i = 0; i < inputs->n; i++) {
        const struct sim_input *input = &inputs->items[i];
        if (input->origin == SIM_DEFAULT || !input_is_beside(input, law)) continue;
        if (!sim_law_uses(self, input->field->key))
            warn(call, input->path, N_("is not used by this law"), sim_laws[self->kind].name);
        else if (self->kind == SIM_UNIFORM_LAW && strcmp(input->field->key, "cv") == 0 &&
                 self->cv > widest + 1e-3)
            warn(call, input->path,
                 N_("wider than a uniform law can be; it goes from 0 to twice its mean"),
                 sim_faults_text(call->faults, "%g", self->cv));
    }
}

/* Keys that were written, but that their law does not look at. */
static void laws_warn(const struct sim_inputs *inputs, struct call *call)
{
    for (size_t i = 0; i < inputs->n; i++)
        if (inputs->items[i].field->choices == sim_law_names)
            law_warn(&inputs->items[i], inputs, call);
}

/* Public holidays are warned of where nothing was said of them. */
static void holidays_warn(const struct session *self, struct call *call)
{
    const struct sim_inputs *inputs = &self->source.inputs;
    for (size_t i = 0; i < inputs->n; i++)
        if (inputs->items[i].origin == SIM_DEFAULT &&
            strcmp(inputs->items[i].path, "public_holidays") == 0)
            hours_holidays_warn(&self->scenario.hours, &self->scenario.rules, call->faults);
}

/* Keys that say something only where others make room for it. */
static const struct {
    const char *prefix, *what;
    unsigned features;
} idle_keys[] = {
    { "requests.", N_("is not used: no answer leads to a request"), FEATURE_REQUESTS },
    { "outbound.", N_("is not used: nobody is called back"),
      FEATURE_REQUESTS | FEATURE_OFFERS },
    { "again.traced", N_("is not used: no answer leads to a request"), FEATURE_REQUESTS },
    { "consultation.", N_("is not used: consultation.probability is 0"), FEATURE_CONSULTATION },
    { "consultation.gain", N_("is not used: every answer resolves"), FEATURE_OUTCOMES },
    { "again.untraced", N_("is not used: every answer resolves"),
      FEATURE_OUTCOMES | FEATURE_TRANSFERS },
};

/* The first of each sort that this file has: a whole block may stand in its base. */
static void idle_keys_warn(const struct session *self, struct call *call)
{
    const struct sim_inputs *inputs = &self->source.inputs;
    for (size_t k = 0; k < sizeof idle_keys / sizeof *idle_keys; k++) {
        size_t i = 0;
        while (i < inputs->n &&
               (inputs->items[i].origin != SIM_SET ||
                strncmp(inputs->items[i].path, idle_keys[k].prefix,
                        strlen(idle_keys[k].prefix)) != 0 ||
                strcmp(inputs->items[i].path, "requests.opened") == 0 ||
                strcmp(inputs->items[i].path, "consultation.probability") == 0))
            i++;
        if (i < inputs->n && !(self->scenario.features & idle_keys[k].features))
            warn(call, inputs->items[i].path, idle_keys[k].what, NULL);
    }
}

/* The reader does not know which key says what a volume is for. */
static void volume_hint(struct sim_faults *faults)
{
    for (size_t i = 0; i < faults->n; i++) {
        struct sim_fault *fault = &faults->items[i];
        if (!fault->path || strcmp(fault->path, "demand.volume") != 0 || fault->hint) continue;
        const char *end = fault->got ? number_end(fault->got) : NULL;
        if (!end || !*blank_end(end)) continue;
        fault->hint = N_("write the number alone; what it is for stands in demand.per");
    }
}

bool session_open_with(struct session *self, const char *file, const struct sim_texts *sets,
                       struct call *call)
{
    *self = (struct session){ 0 };
    if (!scenario_read(file, sets->values, sets->n, &scenario_fields, &self->scenario,
                       call->arena, &self->source, call->faults)) {
        volume_hint(call->faults);
        return false;
    }
    for (size_t i = 0; i < self->source.files.n; i++)
        files_read(call, self->source.files.values[i]);
    struct sim_request ignored;
    const bool ok = scenario_check(&self->scenario, call->arena, call->faults);
    targets_read(self, call);
    day_target_find(self);
    if (self->scenario.precision)
        ask_precision(self->scenario.precision, measures_of(self), "precision",
                      &ignored.precise_measure, &ignored.half_width, call->faults);
    provenance_tell(&self->scenario.sources, &self->source.inputs, sets, call->faults);
    laws_warn(&self->source.inputs, call);
    if (ok) holidays_warn(self, call);
    if (ok) idle_keys_warn(self, call);
    scenario_locate(&self->source, call->faults);
    return ok && !sim_faults_any(call->faults);
}

bool session_open(struct session *self, const char *file, struct call *call)
{
    const struct sim_texts sets = { call->options->sets, call->options->n_sets };
    return session_open_with(self, file, &sets, call);
}

static size_t cores(void)
{
    const long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (size_t)n : 1;
}

size_t session_threads(const struct call *call)
{
    return options_number(call->options, OPTION_THREADS, 1, MOST_THREADS, cores(),
                          call->faults);
}

bool session_request(const struct session *self, struct call *call, struct sim_request *request)
{
    const struct options *options = call->options;
    const struct scenario *scenario = &self->scenario;
    const char *precision = options->value[OPTION_PRECISION];
    const char *path = "--precision";
    if (!precision) {
        precision = scenario->precision;
        path = "precision";
    }
    *request = (struct sim_request){ 0 };
    if (precision)
        ask_precision(precision, measures_of(self), path, &request->precise_measure,
                      &request->half_width, call->faults);
    const bool ceiling = request->half_width > 0.0 && scenario->replications == 100;
    request->replications = options_number(
        options, OPTION_REPLICATIONS, 1, MOST_REPLICATIONS,
        ceiling ? PRECISION_CEILING : (uint64_t)scenario->replications, call->faults);
    request->seed = options_number(options, OPTION_SEED, 0, UINT64_MAX,
                                   (uint64_t)scenario->seed, call->faults);
    request->threads = session_threads(call);
    return !sim_faults_any(call->faults);
}
