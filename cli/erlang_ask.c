/* What the calculator is asked on the command line: inputs, what is unknown, targets, a table.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/erlang_ask.h"

#include "cli/ask.h"
#include "models/flow/counts.h"
#include "scenarios/unit.h"

#include <math.h>
#include <string.h>

enum { MOST_ROWS = 1000 };

static const char *const model_names[] = { "b", "c", "a", "richest", NULL };
enum { RICHEST = 3 };

/* clang-format off */
#define REAL(key_, member_, unit_, low_, high_, fallback_, help_) \
    { .key = (key_), .kind = SIM_REAL, .unit = (unit_), \
      .offset = offsetof(struct erlang_written, member_), .low = (low_), .high = (high_), \
      .fallback = (fallback_), .help = (help_) }
static const struct sim_field rows[] = {
    REAL("rate", rate_per_h, SIM_PER_HOUR, 1e-6, 1e9, "",
         N_("first calls, as in 94/h; redials come on top")),
    REAL("handling", handling_s, SIM_SECONDS, 1e-3, 1e7, "",
         N_("mean time an agent is busy with a call, wrap-up included, as in 4min")),
    REAL("patience", patience_s, SIM_SECONDS, 1e-3, 1e8, "",
         N_("mean time callers would wait, as in 5min; left out, they wait for ever")),
    REAL("agents", agents, SIM_PEOPLE, 1e-3, 1e6, "",
         N_("agents on the phone, as in 7 or 6.4")),
    REAL("lines", lines, SIM_PLAIN, 1, 1e7, "",
         N_("calls that can wait or talk at a time; one more hears a busy tone")),
    REAL("balk", p_balk, SIM_SHARE, 0, 1, "0 %",
         N_("share of those who would wait who hang up at once")),
    REAL("within", within_s, SIM_SECONDS, 0, 86400, "20 s", N_("threshold of service levels")),
    REAL("redial", p_redial, SIM_SHARE, 0, 0.999, "0 %",
         N_("chance to dial again after no answer, each time")),
    REAL("again", p_again, SIM_SHARE, 0, 0.999, "0 %",
         N_("chance to call again after an answer, each time")),
    { .key = "target", .kind = SIM_TEXTS, .offset = offsetof(struct erlang_written, targets),
      .low = 0, .high = 16, .fallback = "",
      .help = N_("a measure and its bound, as in answer_rate=85%; solves for what is left out; "
                 "may be repeated") },
    { .key = "table", .kind = SIM_TEXT, .offset = offsetof(struct erlang_written, table),
      .fallback = "",
      .help = N_("a row for each value of an input, as in agents=4..12 or rate=60/h..120/h:20/h") },
    { .key = "model", .kind = SIM_CHOICE, .offset = offsetof(struct erlang_written, model),
      .fallback = "richest", .choices = model_names,
      .help = N_("b (nobody waits), c (nobody hangs up), a (patience); left out, the richest "
                 "that the inputs allow") },
};
/* clang-format on */
const struct sim_fields erlang_fields = SIM_FIELDS(struct erlang_written, rows, NULL);
enum { N_ROWS = sizeof rows / sizeof rows[0] };

/* In the order of enum calculator_unknown. */
static const struct sim_field *const unknowns[] = { &rows[0], &rows[1], &rows[2], &rows[3] };
enum { N_UNKNOWNS = sizeof unknowns / sizeof unknowns[0] };

const struct sim_field *erlang_field(enum calculator_unknown unknown)
{
    return unknowns[unknown];
}

void erlang_put(struct calculator *question, const struct sim_field *field, double value)
{
    const double scale = field->unit == SIM_PER_HOUR ? 1.0 / 3600.0 : 1.0;
    for (size_t i = 0; i < N_UNKNOWNS; i++)
        if (field == unknowns[i])
            *calculator_unknown_of(question, (enum calculator_unknown)i) = scale * value;
}

const struct sim_measure *erlang_measure(const char *name)
{
    size_t i = 0;
    while (strcmp(centre_measures[i].name, name) != 0)
        i++;
    return &centre_measures[i];
}

static void fault(struct call *call, const char *path, const char *what, const char *got,
                  const char *wanted)
{
    sim_faults_add(
        call->faults,
        (struct sim_fault){
            .severity = SIM_INPUT, .path = path, .what = what, .got = got, .wanted = wanted });
}

/* ---- targets ---- */

static bool target_read(struct erlang_ask *self, const char *text, struct measure_table table,
                        struct call *call)
{
    struct report_target *shown = &self->shown[self->n_targets];
    const char *whole = ask_bound(text, table, call->arena);
    if (!whole) return sim_faults_memory(call->faults);
    if (!ask_target(whole, table, "--target", shown, call->faults)) return false;
    for (size_t i = 0; i < n_calculator_measures; i++)
        if (strcmp(calculator_measures[i].name, shown->measure) == 0)
            self->targets[self->n_targets] =
                (struct calculator_target){ i, shown->at_least, shown->bound };
    self->n_targets++;
    return true;
}

static void targets_read(struct erlang_ask *self, struct call *call)
{
    const struct sim_texts *texts = &self->written.targets;
    struct sim_measure *known =
        sim_arena_new(call->arena, n_calculator_measures, sizeof *known);
    self->shown = sim_arena_new(call->arena, texts->n, sizeof *self->shown);
    self->targets = sim_arena_new(call->arena, texts->n, sizeof *self->targets);
    if (!known || !self->shown || !self->targets) {
        sim_faults_memory(call->faults);
        return;
    }
    for (size_t i = 0; i < n_calculator_measures; i++)
        known[i] = *erlang_measure(calculator_measures[i].name);
    for (size_t i = 0; i < texts->n; i++)
        target_read(self, texts->values[i],
                    (struct measure_table){ known, n_calculator_measures, 0 }, call);
}

/* ---- table ---- */

static bool table_number(struct erlang_ask *self, const char *from, const char *to,
                         double *value, struct call *call)
{
    const struct sim_field *field = self->table.field;
    const char *text = sim_arena_print(call->arena, "%.*s", (int)(to - from), from);
    struct sim_fault wrong = { 0 };
    if (!text) return sim_faults_memory(call->faults);
    if (!unit_parse(text, field->unit, value, &wrong)) {
        fault(call, "--table", wrong.what, text, wrong.wanted);
        return false;
    }
    if (*value >= field->low && *value <= field->high) return true;
    fault(call, "--table", N_("out of range"), text, NULL);
    return false;
}

static bool table_shape(struct erlang_ask *self, struct call *call)
{
    fault(call, "--table", N_("not a range of an input"), self->written.table,
          N_("rate, handling, patience or agents, as in agents=4..12"));
    return false;
}

static bool table_read(struct erlang_ask *self, struct call *call)
{
    struct erlang_table *table = &self->table;
    const char *text = self->written.table, *equal = text ? strchr(text, '=') : NULL;
    const char *dots = equal ? strstr(equal, "..") : NULL;
    const char *colon = dots ? strchr(dots, ':') : NULL;
    if (!text) return true;
    for (size_t i = 0; equal && i < N_UNKNOWNS; i++)
        if (strlen(unknowns[i]->key) == (size_t)(equal - text) &&
            strncmp(unknowns[i]->key, text, (size_t)(equal - text)) == 0)
            table->field = unknowns[i];
    if (!dots || !table->field) return table_shape(self, call);
    const char *end = colon ? colon : text + strlen(text);
    if (!table_number(self, equal + 1, dots, &table->low, call) ||
        !table_number(self, dots + 2, end, &table->high, call))
        return false;
    table->step = table->field->unit == SIM_PEOPLE ? 1.0 : (table->high - table->low) / 8.0;
    if (colon && !table_number(self, colon + 1, text + strlen(text), &table->step, call))
        return false;
    if (!(table->high >= table->low)) return table_shape(self, call);
    if (table->high == table->low) table->step = 1.0;
    if ((table->high - table->low) / table->step <= MOST_ROWS) return true;
    fault(call, "--table", N_("too many rows"), text, N_("at most 1000"));
    return false;
}

/* ---- what is known, and what is asked ---- */

static bool is_known(const struct erlang_ask *self, enum calculator_unknown unknown)
{
    const struct sim_field *field = unknowns[unknown];
    return self->table.field == field ||
           !isnan(
               *(const double *)(const void *)((const char *)&self->written + field->offset));
}

static void missing(const struct sim_field *field, struct call *call)
{
    fault(call, sim_faults_text(call->faults, "--%s", field->key), N_("is not given"), NULL,
          unit_wanted(field->unit));
}

/* Rate, handling and agents must be known but for one, for which the targets are solved; where
 * they all are, and patience is not, it is patience. */
static void unknown_find(struct erlang_ask *self, struct call *call)
{
    static const enum calculator_unknown needed[] = { UNKNOWN_RATE, UNKNOWN_HANDLING,
                                                      UNKNOWN_AGENTS };
    size_t n_missing = 0;
    self->unknown = ERLANG_NO_UNKNOWN;
    for (size_t i = 0; i < 3; i++)
        if (!is_known(self, needed[i])) {
            self->unknown = (int)needed[i];
            n_missing++;
        }
    if (n_missing > 1 || (n_missing == 1 && self->written.targets.n == 0))
        for (size_t i = 0; i < 3; i++)
            if (!is_known(self, needed[i])) missing(unknowns[needed[i]], call);
    if (n_missing > 1)
        fault(call, NULL, N_("too much is unknown"), NULL,
              N_("at most one of rate, handling and agents is left out, with a --target"));
    if (n_missing == 1 && self->written.targets.n == 0)
        fault(call, "--target", N_("nothing says what the unknown is to bring about"), NULL,
              N_("a bound, as in --target answer_rate=85%"));
    if (n_missing == 0 && self->written.targets.n > 0 && self->written.model != 0 &&
        self->written.model != 1 && !is_known(self, UNKNOWN_PATIENCE))
        self->unknown = UNKNOWN_PATIENCE;
}

static void warn_unused(const char *path, struct call *call)
{
    sim_faults_add(call->faults, (struct sim_fault){ .severity = SIM_WARNING,
                                                     .path = path,
                                                     .what = N_("is not used by this model") });
}

static enum calculator_model model_of(const struct erlang_ask *self, struct call *call)
{
    const bool patient = !is_known(self, UNKNOWN_PATIENCE) && self->unknown != UNKNOWN_PATIENCE;
    const int model = self->written.model == RICHEST ? (patient ? CALCULATOR_C : CALCULATOR_A)
                                                     : self->written.model;
    if (model == CALCULATOR_A && patient) missing(unknowns[UNKNOWN_PATIENCE], call);
    if (model != CALCULATOR_A && !patient) warn_unused("--patience", call);
    if (model == CALCULATOR_B && !isnan(self->written.lines)) warn_unused("--lines", call);
    if (model == CALCULATOR_B && self->written.p_balk > 0.0) warn_unused("--balk", call);
    return (enum calculator_model)model;
}

static void question_fill(struct erlang_ask *self, struct call *call)
{
    const struct erlang_written *written = &self->written;
    const double redial = written->p_redial;
    self->question = (struct calculator){
        .model = model_of(self, call),
        .rate_per_s = written->rate_per_h / 3600.0,
        .handling_s = written->handling_s,
        .patience_s = written->patience_s,
        .agents = written->agents,
        .lines = isnan(written->lines) ? INFINITY : written->lines,
        .p_balk = written->p_balk,
        .within_s = written->within_s,
        .again = { redial, redial, written->p_again },
    };
    if (self->question.model != CALCULATOR_B && written->agents > self->question.lines)
        fault(call, "--lines", N_("fewer lines than agents"), NULL, NULL);
}

bool erlang_ask_read(struct erlang_ask *self, struct call *call)
{
    *self = (struct erlang_ask){ 0 };
    if (!options_own_read(call->options, &erlang_fields, &self->written, call->arena,
                          &self->inputs, call->faults))
        return false;
    targets_read(self, call);
    table_read(self, call);
    unknown_find(self, call);
    question_fill(self, call);
    return !sim_faults_any(call->faults);
}
