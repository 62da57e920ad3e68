/* decroche erlang: what a queue at rest does, by formula, and what it takes to meet a target.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/erlang_ask.h"
#include "plots/calculation.h"
#include "plots/output.h"

#include <math.h>
#include <string.h>

/* A question under way. */
struct work {
    const struct erlang_ask *ask;
    const struct quadrature *rule;
    struct call *call;
    struct calculation *found;
};

static struct calculator_targets targets_of(const struct erlang_ask *ask)
{
    return (struct calculator_targets){ ask->targets, ask->n_targets };
}

/* In the unit of its field. */
static double unknown_shown(const struct erlang_ask *ask, double value)
{
    return ask->unknown == UNKNOWN_RATE ? 3600.0 * value : value;
}

static bool column_fill(const struct work *work, const struct calculator *question, double at,
                        struct calculation_column *column)
{
    struct calculator_values values;
    double *copy = sim_arena_new(work->call->arena, n_calculator_measures, sizeof *copy);
    if (!copy) return sim_faults_memory(work->call->faults);
    const bool at_rest = calculator_run(question, work->rule, &values);
    for (size_t i = 0; i < n_calculator_measures; i++)
        copy[i] = calculator_value(&values, i);
    *column = (struct calculation_column){
        .at = at,
        .answer = NAN,
        .exact = NAN,
        .values = copy,
        .attempts_per_h = 3600.0 * values.attempts_per_s,
        .load = values.load,
        .at_rest = at_rest,
        .met = at_rest && calculator_meets(&values, targets_of(work->ask)),
    };
    return true;
}

/* The answer where nothing is unknown. */
static bool plain(const struct work *work, struct calculation_column *columns)
{
    struct calculation *found = work->found;
    if (!column_fill(work, &work->ask->question, NAN, columns)) return false;
    found->n_columns = 1;
    if (found->n_targets)
        found->verdict = columns[0].met ? CALCULATION_MET : CALCULATION_MISSED;
    return true;
}

static enum calculation_verdict verdict_of(enum calculator_verdict verdict)
{
    return verdict == VERDICT_FOUND ? CALCULATION_FOUND
           : verdict == VERDICT_ANY ? CALCULATION_ANY
                                    : CALCULATION_NEVER;
}

/* Whole agents, and one less beside them where that is any; else the one answer. */
static bool solved(const struct work *work, struct calculation_column *columns)
{
    const struct erlang_ask *ask = work->ask;
    struct calculation *found = work->found;
    struct calculator question = ask->question;
    const enum calculator_unknown unknown = (enum calculator_unknown)ask->unknown;
    const struct calculator_solution solution =
        calculator_solve(&question, unknown, targets_of(ask), work->rule);
    double *slot = calculator_unknown_of(&question, unknown);
    found->verdict = verdict_of(solution.verdict);
    found->least = solution.least;
    found->exact = NAN;
    if (solution.verdict != VERDICT_FOUND) return true;
    found->exact = unknown_shown(ask, solution.value);
    if (unknown == UNKNOWN_AGENTS && solution.whole_agents > 1.0) {
        *slot = solution.whole_agents - 1.0;
        if (!column_fill(work, &question, *slot, &columns[found->n_columns++])) return false;
    }
    *slot = unknown == UNKNOWN_AGENTS ? solution.whole_agents : solution.value;
    return column_fill(work, &question, unknown_shown(ask, *slot),
                       &columns[found->n_columns++]);
}

/* The unknown of one row, put into its question; NaN where the targets do not settle it. */
static struct calculator_solution row_solve(const struct work *work,
                                            struct calculator *question)
{
    const struct erlang_ask *ask = work->ask;
    const enum calculator_unknown unknown = (enum calculator_unknown)ask->unknown;
    struct calculator_solution solution =
        calculator_solve(question, unknown, targets_of(ask), work->rule);
    if (solution.verdict != VERDICT_FOUND) solution.value = solution.whole_agents = NAN;
    *calculator_unknown_of(question, unknown) =
        unknown == UNKNOWN_AGENTS ? solution.whole_agents : solution.value;
    return solution;
}

static bool row_fill(const struct work *work, double at, struct calculation_column *row)
{
    const struct erlang_ask *ask = work->ask;
    struct calculator question = ask->question;
    struct calculator_solution solution = { .value = NAN, .whole_agents = NAN };
    erlang_put(&question, ask->table.field, at);
    if (ask->unknown != ERLANG_NO_UNKNOWN) solution = row_solve(work, &question);
    if (!column_fill(work, &question, at, row)) return false;
    row->exact = unknown_shown(ask, solution.value);
    row->answer = ask->unknown == UNKNOWN_AGENTS ? solution.whole_agents : row->exact;
    return true;
}

static bool table(const struct work *work, struct calculation_column *rows, size_t n)
{
    const struct erlang_table *of = &work->ask->table;
    for (size_t i = 0; i < n; i++)
        if (!row_fill(work, fmin(of->high, of->low + (double)i * of->step), &rows[i]))
            return false;
    work->found->n_columns = n;
    return true;
}

static size_t rows_of(const struct erlang_table *table)
{
    if (!table->field) return 2;
    return (size_t)floor((table->high - table->low) / table->step + 1e-9) + 1;
}

static const char *model_title(const struct calculator *question)
{
    const bool lines = isfinite(question->lines);
    if (question->model == CALCULATOR_B)
        return N_("Erlang B (M/M/c/c): who finds all agents busy is turned away");
    if (question->model == CALCULATOR_C)
        return lines ? N_("Erlang C with lines (M/M/c/K): who finds all agents busy waits, if "
                          "there is a line, and nobody hangs up")
                     : N_("Erlang C (M/M/c): who finds all agents busy waits, and nobody hangs "
                          "up");
    return lines
               ? N_("Erlang A with lines (M/M/c/K+M): who finds all agents busy waits, if "
                    "there "
                    "is a line, as long as patience lasts")
               : N_("Erlang A (M/M/c+M): who finds all agents busy waits, as long as patience "
                    "lasts");
}

/* What some measures of a simulation are where nothing is simulated. */
static const struct {
    const char *name, *definition;
} at_rest[] = {
    { "occupancy", N_("load of those answered / agents") },
    { "queue_mean", N_("calls that wait, at any moment") },
    { "wait_p50", N_("half of the answered waited no longer") },
    { "wait_p90", N_("90 % of the answered waited no longer") },
    { "wait_p95", N_("95 % of the answered waited no longer") },
    { "wait_p99", N_("99 % of the answered waited no longer") },
};

static const char *definition_of(const struct sim_measure *measure)
{
    for (size_t i = 0; i < sizeof at_rest / sizeof at_rest[0]; i++)
        if (strcmp(at_rest[i].name, measure->name) == 0) return at_rest[i].definition;
    return measure->definition;
}

static const struct sim_measure **measures_of(struct sim_arena *arena)
{
    const size_t n = n_calculator_measures;
    const struct sim_measure **measures =
        sim_arena_new(arena, n, sizeof(const struct sim_measure *));
    struct sim_measure *rows = sim_arena_new(arena, n, sizeof *rows);
    if (!measures || !rows) return NULL;
    for (size_t i = 0; i < n; i++) {
        rows[i] = *erlang_measure(calculator_measures[i].name);
        rows[i].definition = definition_of(&rows[i]);
        measures[i] = &rows[i];
    }
    return measures;
}

static bool answer(const struct erlang_ask *ask, struct call *call, struct calculation *found)
{
    struct quadrature rule;
    const size_t n = rows_of(&ask->table);
    struct calculation_column *columns = sim_arena_new(call->arena, n, sizeof *columns);
    const struct sim_measure **measures = measures_of(call->arena);
    if (!columns || !measures) return sim_faults_memory(call->faults);
    const bool unknown = ask->unknown != ERLANG_NO_UNKNOWN;
    *found = (struct calculation){
        .version = DECROCHE_VERSION,
        .model = ask->question.model == CALCULATOR_A   ? "a"
                 : ask->question.model == CALCULATOR_C ? "c"
                                                       : "b",
        .model_title = model_title(&ask->question),
        .inputs = &ask->inputs,
        .measures = measures,
        .n_measures = n_calculator_measures,
        .targets = ask->shown,
        .n_targets = ask->n_targets,
        .unknown = unknown ? erlang_field((enum calculator_unknown)ask->unknown) : NULL,
        .varied = ask->table.field,
        .columns = columns,
        .within_s = ask->written.within_s,
    };
    quadrature_open(&rule);
    const struct work work = { ask, &rule, call, found };
    if (ask->table.field) return table(&work, columns, n);
    return unknown ? solved(&work, columns) : plain(&work, columns);
}

static bool deliver(const struct calculation *found, struct call *call)
{
    const char *json = call->options->value[OPTION_JSON];
    struct output output;
    if (!json || strcmp(json, "-") != 0) {
        if (!output_open(&output, "-", call->faults)) return false;
        calculation_text_write(output.file, found, call->words);
        if (!output_commit(&output, call->faults)) return false;
    }
    if (!json) return true;
    if (!output_open(&output, json, call->faults)) return false;
    if (calculation_json_write(output.file, found, call->faults))
        return output_commit(&output, call->faults);
    output_abandon(&output);
    return false;
}

/* "No" is an answer: a target missed, or no state of rest. A table is none. */
static bool is_no(const struct calculation *found)
{
    if (found->varied) return false;
    if (found->verdict == CALCULATION_MISSED || found->verdict == CALCULATION_NEVER)
        return true;
    return found->n_columns > 0 && !found->columns[found->n_columns - 1].at_rest;
}

static int run(struct call *call)
{
    struct erlang_ask ask;
    struct calculation found = { 0 };
    if (!erlang_ask_read(&ask, call)) return 2;
    if (!answer(&ask, call, &found) || !deliver(&found, call)) return 3;
    return is_no(&found) ? 1 : 0;
}

const struct command cmd_erlang = {
    .name = "erlang",
    .operands = "--rate 94/h --handling 4min --agents 7",
    .summary = N_("compute a queue at rest by formula, or what meets a target"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_JSON),
    .own = &erlang_fields,
    .run = run,
};
