/* The calculator's answer on one screen: what was asked, the verdict, measures and definitions.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/calculation.h"
#include "plots/layout.h"
#include "plots/page.h"

#include <math.h>
#include <string.h>

enum { LINE = 512, GAP = 2 };

static const struct sim_measure seconds = { .show = SIM_SHOW_SECONDS },
                                number = { .show = SIM_SHOW_NUMBER };

/* The inputs that were set, and those whose default counts. */
static void write_inputs(FILE *out, const struct calculation *self, struct words words)
{
    char line[LINE] = "";
    size_t used = 0;
    for (size_t i = 0; i < self->inputs->n && used < LINE - 80; i++) {
        const struct sim_input *input = &self->inputs->items[i];
        if (input->field->kind != SIM_REAL || input->origin != SIM_SET) continue;
        const double value = *(const double *)input->value;
        used += (size_t)snprintf(
            line + used, LINE - used, "%s--%s %s", used ? ", " : "", input->path,
            isnan(value) ? "–" : number_input(words, input->field->unit, value).text);
    }
    fprintf(out, "%s\n", words_text(self->model_title));
    layout_wrap(out, line, 0, GAP);
}

static void write_load(FILE *out, const struct calculation_column *column, struct words words)
{
    char line[LINE];
    snprintf(line, sizeof line, _("load: %s Erlang (%s attempts an hour)"),
             number_show(words, &number, column->load, NAN).text,
             number_show(words, &number, column->attempts_per_h, NAN).text);
    layout_wrap(out, line, 0, GAP);
}

static const struct sim_measure *target_measure(const struct calculation *self, size_t i)
{
    size_t j = 0;
    while (strcmp(self->measures[j]->name, self->targets[i].measure) != 0)
        j++;
    return self->measures[j];
}

/* "answer rate ≥ 85 %, occupancy ≤ 80 %" */
static void targets_show(const struct calculation *self, struct words words, char line[LINE])
{
    size_t used = 0;
    line[0] = '\0';
    for (size_t i = 0; i < self->n_targets && used < LINE - 80; i++) {
        const struct sim_measure *measure = target_measure(self, i);
        used +=
            (size_t)snprintf(line + used, LINE - used, "%s%s %s %s", used ? ", " : "",
                             words_text(measure->label), self->targets[i].at_least ? "≥" : "≤",
                             number_show(words, measure, self->targets[i].bound, 0.0).text);
    }
}

static const char *found_words(const struct calculation *self, double answer)
{
    if (self->unknown->unit == SIM_PEOPLE)
        return ngettext("%s: %s agent (%s exactly)", "%s: %s agents (%s exactly)",
                        (unsigned long)answer);
    if (self->unknown->unit == SIM_PER_HOUR) return _("%s: at most %s calls an hour");
    if (strcmp(self->unknown->key, "patience") != 0) return _("%s: handling of at most %s");
    return self->least ? _("%s: patience of at least %s") : _("%s: patience of at most %s");
}

static void write_found(FILE *out, const struct calculation *self, struct words words,
                        const char *targets)
{
    const double answer = self->columns[self->n_columns - 1].at;
    const bool is_time = self->unknown->unit == SIM_SECONDS;
    char line[2 * LINE];
    snprintf(line, sizeof line, found_words(self, answer), targets,
             number_show(words, is_time ? &seconds : &number, answer, is_time ? 0.5 : 0.0).text,
             number_plain(words, self->exact, 2).text);
    layout_wrap(out, line, 0, GAP);
}

static void write_verdict(FILE *out, const struct calculation *self, struct words words)
{
    static const char *const sentences[] = {
        [CALCULATION_MET] = N_("%s: met"),
        [CALCULATION_MISSED] = N_("%s: missed"),
        [CALCULATION_ANY] = N_("%s: met, whatever --%s is"),
        [CALCULATION_NEVER] = N_("%s: never met, whatever --%s is"),
    };
    char targets[LINE], line[2 * LINE];
    targets_show(self, words, targets);
    if (self->verdict == CALCULATION_PLAIN) return;
    if (self->verdict == CALCULATION_FOUND) {
        write_found(out, self, words, targets);
        return;
    }
    snprintf(line, sizeof line, words_text(sentences[self->verdict]), targets,
             self->unknown ? self->unknown->key : "");
    layout_wrap(out, line, 0, GAP);
}

static bool shown(const struct calculation *self, size_t measure)
{
    for (size_t i = 0; i < self->n_columns; i++)
        if (!isnan(self->columns[i].values[measure])) return true;
    return false;
}

static size_t label_width(const struct calculation *self)
{
    size_t most = 0;
    for (size_t i = 0; i < self->n_measures; i++) {
        const size_t width = layout_width(page_label(self->measures[i]));
        if (shown(self, i) && width > most) most = width;
    }
    return most;
}

enum { VALUE = 12 };

/* "6 agents", "7 agents" over their columns, where whole agents lie on both sides. */
static void write_heads(FILE *out, const struct calculation *self, size_t label,
                        struct words words)
{
    if (self->n_columns < 2) return;
    layout_blank(out, GAP + label);
    for (size_t i = 0; i < self->n_columns; i++) {
        char head[64];
        const double at = self->columns[i].at;
        snprintf(head, sizeof head, ngettext("%s agent", "%s agents", (unsigned long)at),
                 number_plain(words, at, 0).text);
        layout_right(out, head, VALUE);
    }
    putc('\n', out);
}

static void write_measures(FILE *out, const struct calculation *self, struct words words)
{
    const size_t label = label_width(self);
    write_heads(out, self, label, words);
    for (size_t i = 0; i < self->n_measures; i++) {
        if (!shown(self, i)) continue;
        layout_blank(out, GAP);
        layout_left(out, page_label(self->measures[i]), label);
        for (size_t c = 0; c < self->n_columns; c++)
            layout_right(
                out,
                number_show(words, self->measures[i], self->columns[c].values[i], NAN).text,
                VALUE);
        layout_blank(out, GAP);
        const size_t at = 2 * GAP + label + self->n_columns * VALUE;
        layout_wrap(out, page_definition_within(self->measures[i], self->within_s, words).text,
                    at, at);
    }
}

/* What a table shows of each row. */
static const char *const table_measures[] = { "answer_rate", "service_level",
                                              "wait_answered_mean", "occupancy",
                                              "attempts_per_need" };
enum { N_TABLE = sizeof table_measures / sizeof table_measures[0] };

static size_t measure_index(const struct calculation *self, const char *name)
{
    size_t i = 0;
    while (strcmp(self->measures[i]->name, name) != 0)
        i++;
    return i;
}

/* What a person calls an input that is varied or solved for. */
static const char *input_label(const struct sim_field *field)
{
    if (field->unit == SIM_PER_HOUR) return _("first calls");
    if (field->unit == SIM_PEOPLE) return _("agents");
    return strcmp(field->key, "patience") == 0 ? _("patience") : _("handling");
}

/* "5 (4.83)": whole agents, and where they would just do; the others as they are. */
static struct number answer_show(const struct calculation *self,
                                 const struct calculation_column *row, struct words words)
{
    struct number text = number_input(words, self->unknown->unit, row->answer);
    if (self->unknown->unit == SIM_PEOPLE && !isnan(row->exact))
        snprintf(text.text, sizeof text.text, "%.40s (%.40s)",
                 number_plain(words, row->answer, 0).text,
                 number_plain(words, row->exact, 2).text);
    return text;
}

static void write_table_head(FILE *out, const struct calculation *self)
{
    struct layout_heading heads[N_TABLE + 3] = { { input_label(self->varied), GAP, VALUE,
                                                   true } };
    size_t n = 1;
    if (self->unknown)
        heads[n++] = (struct layout_heading){ input_label(self->unknown), GAP, VALUE, true };
    for (size_t i = 0; i < N_TABLE; i++) {
        const size_t measure = measure_index(self, table_measures[i]);
        heads[n++] =
            (struct layout_heading){ page_label(self->measures[measure]), GAP, VALUE, true };
    }
    if (self->n_targets)
        heads[n++] = (struct layout_heading){ _("targets"), GAP, VALUE, false };
    layout_headings(out, heads, n);
}

static void write_row(FILE *out, const struct calculation *self,
                      const struct calculation_column *row, struct words words)
{
    layout_blank(out, GAP);
    layout_right(out, number_input(words, self->varied->unit, row->at).text, VALUE);
    if (self->unknown) {
        layout_blank(out, GAP);
        layout_right(out, answer_show(self, row, words).text, VALUE);
    }
    for (size_t i = 0; i < N_TABLE; i++) {
        const size_t measure = measure_index(self, table_measures[i]);
        layout_blank(out, GAP);
        layout_right(
            out, number_show(words, self->measures[measure], row->values[measure], NAN).text,
            VALUE);
    }
    if (self->n_targets) fprintf(out, "  %s", row->met ? _("met") : _("missed"));
    putc('\n', out);
}

static void write_no_rest(FILE *out, const struct calculation *self)
{
    for (size_t i = 0; i < self->n_columns; i++)
        if (!self->columns[i].at_rest) {
            layout_wrap(out,
                        _("no state of rest: more work comes in than the agents can do, and "
                          "nobody hangs up; the queue grows without end"),
                        0, GAP);
            return;
        }
}

void calculation_text_write(FILE *out, const struct calculation *self, struct words words)
{
    write_inputs(out, self, words);
    if (!self->varied && self->n_columns > 0)
        write_load(out, &self->columns[self->n_columns - 1], words);
    putc('\n', out);
    if (!self->varied || self->verdict == CALCULATION_NEVER) write_verdict(out, self, words);
    if (self->varied) {
        write_table_head(out, self);
        for (size_t i = 0; i < self->n_columns; i++)
            write_row(out, self, &self->columns[i], words);
    } else {
        write_measures(out, self, words);
    }
    write_no_rest(out, self);
    putc('\n', out);
    layout_wrap(
        out,
        _("At rest, at one constant rate, handling and patience exponential, all agents "
          "alike. What a day does to this, a scenario tells: decroche run."),
        0, GAP);
}
