/* The plan of a sample: scenarios, the ranges of their inputs, and the facts they should meet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sample_plan.h"

#include "cli/files.h"
#include "models/flow/counts.h"
#include "models/scenario.h"
#include "plots/sample.h"
#include "scenarios/field_find.h"
#include "scenarios/nearest.h"
#include "scenarios/text_read.h"
#include "scenarios/unit.h"

#include <math.h>
#include <string.h>

enum { MOST_SCENARIOS = 16, MOST_INPUTS = 64, MOST_PATHS = 256 };

/* clang-format off */
#define NAME(type_) \
    { .key = "name", .kind = SIM_NAME, .offset = offsetof(type_, name), \
      .help = N_("a code to refer to it by") }
#define TITLE(type_) \
    { .key = "title", .kind = SIM_TEXT, .offset = offsetof(type_, title), .fallback = "", \
      .help = N_("what people read; left out, the name") }
#define TEXTS(key_, type_, member_, least_, help_) \
    { .key = (key_), .kind = SIM_TEXTS, .offset = offsetof(type_, member_), .low = (least_), \
      .high = MOST_PATHS, .fallback = (least_) ? NULL : "", .help = (help_) }
#define TEXT(key_, type_, member_, fallback_, help_) \
    { .key = (key_), .kind = SIM_TEXT, .offset = offsetof(type_, member_), \
      .fallback = (fallback_), .help = (help_) }
#define BOUND(key_, member_, help_) \
    { .key = (key_), .kind = SIM_REAL, .offset = offsetof(struct sample_measure, member_), \
      .fallback = "", .help = (help_) }
#define LIST(key_, member_, sub_, low_, high_, help_) \
    { .key = (key_), .kind = SIM_LIST, .offset = offsetof(struct sample_plan, member_), \
      .low = (low_), .high = (high_), .sub = &(sub_), .help = (help_) }

static const struct sim_field scenario_rows[] = {
    NAME(struct sample_scenario),
    TEXT("file", struct sample_scenario, file, NULL, N_("its file, beside the plan")),
    TEXTS("sets", struct sample_scenario, sets, 0, N_("keys that it has otherwise here, each path=value")),
};
static const struct sim_field input_rows[] = {
    NAME(struct sample_input),
    TITLE(struct sample_input),
    TEXTS("paths", struct sample_input, paths, 1, N_("the keys that take its value")),
    TEXTS("only", struct sample_input, only, 0, N_("the scenarios in which they do; left out, in all")),
    TEXT("low", struct sample_input, written_low, NULL, N_("the least that is plausible, with its unit")),
    TEXT("middle", struct sample_input, written_middle, "", N_("half of the points lie below it; left out, halfway")),
    TEXT("high", struct sample_input, written_high, NULL, N_("the most that is plausible")),
};
static const struct sim_field measure_rows[] = {
    NAME(struct sample_measure),
    TITLE(struct sample_measure),
    TEXT("measure", struct sample_measure, measure, NULL, N_("a measure, as in answer_rate")),
    TEXT("of", struct sample_measure, of, NULL, N_("the scenario it is taken from")),
    TEXT("over", struct sample_measure, over, "", N_("divided by that of this scenario")),
    BOUND("low", low, N_("a fact: at least this")),
    BOUND("high", high, N_("a fact: at most this")),
};
static const struct sim_fields scenario_table = SIM_FIELDS(struct sample_scenario, scenario_rows, NULL),
    input_table = SIM_FIELDS(struct sample_input, input_rows, NULL),
    measure_table = SIM_FIELDS(struct sample_measure, measure_rows, NULL);

static const struct sim_field plan_rows[] = {
    TITLE(struct sample_plan),
    LIST("scenarios", scenario_list, scenario_table, 1, MOST_SCENARIOS, N_("what is run at each point")),
    LIST("inputs", input_list, input_table, 1, MOST_INPUTS, N_("what is drawn from a range")),
    LIST("solve", solve_list, input_table, 0, 1, N_("an input that is not drawn, but found within its range, so that the first of the measures is in the middle of what is wanted; it must grow with it")),
    LIST("measures", measure_list, measure_table, 1, MOST_INPUTS, N_("what is looked at: facts where bounds are given")),
    TEXTS("axes", struct sample_plan, axes, 0, N_("two or three inputs or measures that are drawn")),
};
/* clang-format on */
static const struct sim_fields plan_fields = SIM_FIELDS(struct sample_plan, plan_rows, NULL);

/* A plan being checked. */
struct checking {
    struct sample_plan *plan;
    struct call *call;
};

static void refuse(const struct checking *self, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    sim_faults_add(self->call->faults, fault);
}

/* The scenario of that name; their number, with a fault, where there is none. */
static size_t scenario_named(const struct checking *self, const char *name, const char *path)
{
    const struct sample_plan *plan = self->plan;
    struct nearest nearest = { .word = name };
    for (size_t i = 0; i < plan->n_scenarios; i++) {
        if (strcmp(plan->scenarios[i].name, name) == 0) return i;
        nearest_offer(&nearest, plan->scenarios[i].name);
    }
    refuse(self, (struct sim_fault){ .path = path,
                                     .what = N_("no scenario of this name"),
                                     .got = name,
                                     .hint = nearest.best });
    return plan->n_scenarios;
}

static void scenarios_check(const struct checking *self)
{
    struct sample_plan *plan = self->plan;
    for (size_t i = 0; i < plan->n_scenarios; i++) {
        struct sample_scenario *scenario = &plan->scenarios[i];
        scenario->found = file_beside(self->call->arena, plan->source.file, scenario->file);
        if (!scenario->found) sim_faults_memory(self->call->faults);
    }
}

static const char *path_of(const struct checking *self, const struct sample_input *input,
                           const char *key)
{
    const bool drawn = input < self->plan->inputs + self->plan->input_list.n;
    return sim_faults_text(self->call->faults, "%s.%s.%s", drawn ? "inputs" : "solve",
                           input->name, key);
}

/* What declares a key; NULL with a fault where it is no number. */
static const struct sim_field *field_of(const struct checking *self, const char *key,
                                        const char *path)
{
    const char *nearest = NULL;
    const struct sim_field *field =
        field_find(&scenario_fields, key, self->call->arena, &nearest);
    if (field && (field->kind == SIM_REAL || field->kind == SIM_WHOLE)) return field;
    refuse(self,
           (struct sim_fault){ .path = path,
                               .what = field ? N_("this key is not a number") : N_("not a key"),
                               .got = key,
                               .hint = nearest });
    return NULL;
}

static double bound_read(const struct checking *self, const struct sample_input *input,
                         const char *text, const char *key)
{
    double value = NAN;
    struct sim_fault fault = { 0 };
    if (unit_parse(text, input->field->unit, &value, &fault)) return value;
    fault.path = path_of(self, input, key);
    fault.got = text;
    refuse(self, fault);
    return NAN;
}

static void range_read(const struct checking *self, struct sample_input *input)
{
    input->low = bound_read(self, input, input->written_low, "low");
    input->high = bound_read(self, input, input->written_high, "high");
    input->middle = input->written_middle
                        ? bound_read(self, input, input->written_middle, "middle")
                        : (input->low + input->high) / 2.0;
    if (isnan(input->low) || isnan(input->high) || isnan(input->middle)) return;
    if (input->low <= input->middle && input->middle <= input->high) return;
    refuse(self, (struct sim_fault){ .path = path_of(self, input, "middle"),
                                     .what = N_("not between low and high"),
                                     .got = input->written_middle ? input->written_middle
                                                                  : input->written_low });
}

static void input_check(const struct checking *self, struct sample_input *input)
{
    for (size_t i = 0; i < input->only.n; i++)
        scenario_named(self, input->only.values[i], path_of(self, input, "only"));
    for (size_t i = 0; i < input->paths.n; i++) {
        const struct sim_field *field =
            field_of(self, input->paths.values[i], path_of(self, input, "paths"));
        if (i == 0) input->field = field;
        if (field && input->field && field->unit != input->field->unit)
            refuse(self, (struct sim_fault){ .path = path_of(self, input, "paths"),
                                             .what = N_("has another unit than the first"),
                                             .got = input->paths.values[i] });
    }
    if (input->field) range_read(self, input);
}

static void measure_check(const struct checking *self, struct sample_measure *measure)
{
    struct sim_faults *faults = self->call->faults;
    struct nearest nearest = { .word = measure->measure };
    measure->of_index = scenario_named(
        self, measure->of, sim_faults_text(faults, "measures.%s.of", measure->name));
    measure->over_index = self->plan->n_scenarios;
    if (measure->over)
        measure->over_index = scenario_named(
            self, measure->over, sim_faults_text(faults, "measures.%s.over", measure->name));
    measure->row = n_centre_measures;
    for (size_t i = 0; i < n_centre_measures; i++) {
        nearest_offer(&nearest, centre_measures[i].name);
        if (strcmp(centre_measures[i].name, measure->measure) == 0) measure->row = i;
    }
    if (measure->row == n_centre_measures)
        refuse(self, (struct sim_fault){
                         .path = sim_faults_text(faults, "measures.%s.measure", measure->name),
                         .what = N_("there is no such measure"),
                         .got = measure->measure,
                         .hint = nearest.best });
    if (isnan(measure->low) != isnan(measure->high) || measure->low > measure->high)
        refuse(self, (struct sim_fault){
                         .path = sim_faults_text(faults, "measures.%s", measure->name),
                         .what = N_("a fact has a low and a high, in that order") });
}

static void solve_check(const struct checking *self)
{
    const struct sample_measure *first = self->plan->measures;
    if (!self->plan->solves || (!isnan(first->low) && !first->over && first->low > 0.0)) return;
    refuse(self, (struct sim_fault){
                     .path = "solve",
                     .what = N_("the first measure must be a fact of one scenario, above 0") });
}

/* Columns of the results are told apart by their names. */
static void names_check(const struct checking *self)
{
    const struct sample_plan *plan = self->plan;
    for (size_t i = 0; i < plan->n_measures; i++)
        if (sample_plan_column(plan, plan->measures[i].name) != plan->n_inputs + i)
            refuse(self, (struct sim_fault){
                             .path = sim_faults_text(self->call->faults, "measures.%s.name",
                                                     plan->measures[i].name),
                             .what = N_("this name stands twice among inputs and measures"),
                             .got = plan->measures[i].name });
}

static void axes_check(const struct checking *self)
{
    const struct sample_plan *plan = self->plan;
    for (size_t i = 0; i < plan->axes.n; i++)
        if (sample_plan_column(plan, plan->axes.values[i]) == plan->n_inputs + plan->n_measures)
            refuse(self, (struct sim_fault){ .path = "axes",
                                             .what = N_("neither an input nor a measure"),
                                             .got = plan->axes.values[i] });
    if (plan->axes.n == 1 || plan->axes.n > SAMPLE_AXES)
        refuse(self,
               (struct sim_fault){ .path = "axes", .what = N_("two or three are drawn") });
}

/* What is solved for stands as the last of the inputs. */
static bool lists_join(const struct checking *self)
{
    struct sample_plan *plan = self->plan;
    plan->scenarios = plan->scenario_list.items;
    plan->n_scenarios = plan->scenario_list.n;
    plan->measures = plan->measure_list.items;
    plan->n_measures = plan->measure_list.n;
    plan->n_inputs = plan->input_list.n + plan->solve_list.n;
    plan->solves = plan->solve_list.n > 0;
    plan->inputs = sim_arena_new(self->call->arena, plan->n_inputs, sizeof *plan->inputs);
    if (!plan->inputs) return sim_faults_memory(self->call->faults);
    memcpy(plan->inputs, plan->input_list.items, plan->input_list.n * sizeof *plan->inputs);
    if (plan->solves)
        plan->inputs[plan->n_inputs - 1] = *(struct sample_input *)plan->solve_list.items;
    return true;
}

size_t sample_plan_column(const struct sample_plan *self, const char *name)
{
    size_t i = 0;
    while (i < self->n_inputs && strcmp(self->inputs[i].name, name) != 0)
        i++;
    if (i < self->n_inputs) return i;
    while (i < self->n_inputs + self->n_measures &&
           strcmp(self->measures[i - self->n_inputs].name, name) != 0)
        i++;
    return i;
}

static void files_note(const struct sample_plan *self, struct call *call)
{
    for (size_t i = 0; i < self->source.files.n; i++)
        files_read(call, self->source.files.values[i]);
    for (size_t i = 0; i < self->n_scenarios; i++)
        if (self->scenarios[i].found) files_read(call, self->scenarios[i].found);
}

bool sample_plan_read(struct sample_plan *self, const char *file, struct call *call)
{
    const struct options *options = call->options;
    const struct checking checking = { self, call };
    *self = (struct sample_plan){ 0 };
    if (!scenario_read(file, options->sets, options->n_sets, &plan_fields, self, call->arena,
                       &self->source, call->faults) ||
        !lists_join(&checking))
        return false;
    scenarios_check(&checking);
    for (size_t i = 0; i < self->n_inputs; i++)
        input_check(&checking, &self->inputs[i]);
    for (size_t i = 0; i < self->n_measures; i++)
        measure_check(&checking, &self->measures[i]);
    solve_check(&checking);
    names_check(&checking);
    axes_check(&checking);
    scenario_locate(&self->source, call->faults);
    files_note(self, call);
    return !sim_faults_any(call->faults);
}
