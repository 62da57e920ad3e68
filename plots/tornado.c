/* What each assumption changes, on one screen: question and answer, the table, where it turns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/tornado.h"

#include "plots/csv.h"
#include "plots/layout.h"
#include "plots/list.h"
#include "plots/page.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { PATH = 25, RANGE = 19, END = 20, TURN = 13 };

struct number tornado_input(struct words words, const struct tornado_bar *bar, double input)
{
    const struct number plain = number_input(words, bar->times ? SIM_PLAIN : bar->unit, input);
    struct number text = plain;
    if (bar->times) snprintf(text.text, sizeof text.text, "× %.80s", plain.text);
    return text;
}

double tornado_swing(const struct tornado *self, size_t bar)
{
    const struct tornado_bar *of = &self->bars[bar];
    const double stands = self->stands.value;
    const double low = fmin(stands, fmin(of->low.value, of->high.value)),
                 high = fmax(stands, fmax(of->low.value, of->high.value));
    return high - low;
}

/* What is written, and how. */
struct sheet {
    FILE *out;
    const struct tornado *of;
    struct page page;
};

/* A level, or the difference of two options with its sign. */
static struct number_pair shown(const struct sheet *self, double value, double half)
{
    const struct sim_measure *measure = self->of->measure;
    if (self->of->against) return number_difference(self->page.words, measure, value, half);
    const struct sim_estimate estimate = { value, value - half, value + half, NAN, NAN };
    return number_estimate(self->page.words, measure, &estimate);
}

static struct page_text shown_whole(const struct sheet *self, double value, double half)
{
    const struct number_pair pair = shown(self, value, half);
    struct page_text text;
    snprintf(text.text, sizeof text.text, "%s%s%s", pair.value.text,
             *pair.margin.text ? " " : "", pair.margin.text);
    return text;
}

static double half_of(const struct sim_estimate *estimate)
{
    return (estimate->high - estimate->low) / 2.0;
}

static void paragraph(const struct sheet *self, const char *text)
{
    page_paragraph(&self->page, text, 0, PAGE_HANG);
}

static bool decides(const struct tornado *self)
{
    return self->against || self->target;
}

static void write_question(const struct sheet *self)
{
    const struct tornado *of = self->of;
    char line[PAGE_LINE_MOST];
    if (of->against)
        snprintf(
            line, sizeof line,
            _("Question: which assumption could turn the choice between \"%s\" and \"%s\" by "
              "%s?"),
            of->name, of->against, page_label(of->measure));
    else
        snprintf(line, sizeof line, _("Question: how much does %s hang on what is assumed?"),
                 page_label(of->measure));
    paragraph(self, line);
}

/* Where everything stands as it is. */
static void write_standing(const struct sheet *self)
{
    const struct tornado *of = self->of;
    const double lead = of->against ? fabs(of->stands.value) : of->stands.value;
    const struct page_text all = shown_whole(self, lead, half_of(&of->stands));
    const char *value = *all.text == '+' ? all.text + 1 : all.text;
    const double sign = of->measure->better == SIM_LOWER ? -1.0 : 1.0;
    char line[PAGE_LINE_MOST];
    if (!of->against)
        snprintf(line, sizeof line, _("Answer: as the inputs stand, %s is %s."),
                 page_label(of->measure), value);
    else if (of->measure->better == SIM_NEITHER)
        snprintf(line, sizeof line, _("Answer: as the inputs stand, \"%s\" differs by %s."),
                 of->against, value);
    else
        snprintf(line, sizeof line,
                 sign * of->stands.value > 0.0
                     ? _("Answer: as the inputs stand, \"%s\" is ahead by %s.")
                     : _("Answer: as the inputs stand, \"%s\" is behind by %s."),
                 of->against, value);
    paragraph(self, line);
}

/* An input where the decision turns, to the digits that so many runs bear out. */
static struct number turn_show(const struct sheet *self, const struct tornado_bar *bar,
                               double input)
{
    const double shown = bar->turns_grain * round(input / bar->turns_grain);
    return tornado_input(self->page.words, bar, shown);
}

static void write_turns(const struct sheet *self)
{
    const struct tornado *of = self->of;
    struct list turning = { .most = 8 };
    char line[PAGE_LINE_MOST];
    for (size_t i = 0; i < of->n_bars; i++) {
        char text[160];
        if (!of->bars[i].turns_at) continue;
        snprintf(text, sizeof text, "%s (%s)", of->bars[i].path,
                 turn_show(self, &of->bars[i], of->bars[i].turns_input).text);
        list_add(&turning, text);
    }
    const unsigned long tried = of->n_bars + of->n_idle;
    if (!decides(of))
        snprintf(line, sizeof line, _("Inputs tried, each alone on its range: %lu."), tried);
    else if (turning.n == 0)
        snprintf(line, sizeof line,
                 of->against
                     ? _("Inputs tried, each alone on its range: %lu. None turns the choice.")
                     : _("Inputs tried, each alone on its range: %lu. None changes whether the "
                         "target is kept."),
                 tried);
    else
        snprintf(line, sizeof line,
                 of->against
                     ? _("Inputs tried, each alone on its range: %lu. The choice turns "
                         "with %s.")
                     : _("Inputs tried, each alone on its range: %lu. Whether the target "
                         "is kept turns with %s."),
                 tried, list_text(&turning));
    page_paragraph(&self->page, line, PAGE_HANG, PAGE_HANG);
}

static void write_target(const struct sheet *self)
{
    const struct report_target *target = self->of->target;
    char line[PAGE_LINE_MOST];
    if (!target) return;
    snprintf(line, sizeof line, _("Target: %s %s %s."), page_label(self->of->measure),
             target->at_least ? "≥" : "≤",
             number_show(self->page.words, self->of->measure, target->bound, 0.0).text);
    paragraph(self, line);
}

static void write_bar(const struct sheet *self, const struct tornado_bar *bar)
{
    char range[2 * sizeof(struct number) + 8];
    layout_blank(self->out, PAGE_INDENT);
    layout_left(self->out, bar->path, PATH);
    snprintf(range, sizeof range, "%s – %s",
             tornado_input(self->page.words, bar, bar->low.input).text,
             tornado_input(self->page.words, bar, bar->high.input).text);
    layout_right(self->out, range, RANGE);
    layout_right(self->out, shown_whole(self, bar->low.value, bar->low.half).text, END);
    layout_right(self->out, shown_whole(self, bar->high.value, bar->high.half).text, END);
    if (bar->turns_at) {
        layout_blank(self->out, 1);
        layout_right(self->out, turn_show(self, bar, bar->turns_input).text, TURN - 1);
    }
    putc('\n', self->out);
}

static void write_bars(const struct sheet *self)
{
    const struct layout_heading headings[] = {
        { _("input"), PAGE_INDENT, PATH, false }, { _("range"), 0, RANGE, true },
        { _("at its low end"), 0, END, true },    { _("at its high end"), 0, END, true },
        { _("turns at"), 1, TURN - 1, true },
    };
    putc('\n', self->out);
    layout_headings(self->out, headings, decides(self->of) ? 5 : 4);
    for (size_t i = 0; i < self->of->n_bars; i++)
        write_bar(self, &self->of->bars[i]);
}

/* Between which values the turn lies, given what so many runs leave open. */
static void write_margins(const struct sheet *self)
{
    const struct tornado *of = self->of;
    char line[PAGE_LINE_MOST];
    for (size_t i = 0; i < of->n_bars; i++) {
        const struct tornado_bar *bar = &of->bars[i];
        if (!bar->turns_at) continue;
        snprintf(line, sizeof line, _("%s stands at %s; it turns at %s (95 %%: %s – %s)."),
                 bar->path, tornado_input(self->page.words, bar, bar->stands_input).text,
                 turn_show(self, bar, bar->turns_input).text,
                 turn_show(self, bar, bar->turns_input - bar->turns_half).text,
                 turn_show(self, bar, bar->turns_input + bar->turns_half).text);
        page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
    }
}

/* A key is for planners; what it means, for everybody. */
static void write_meanings(const struct sheet *self)
{
    const struct tornado *of = self->of;
    char line[PAGE_LINE_MOST];
    for (size_t i = 0; i < of->n_bars; i++) {
        if (!of->bars[i].meaning) continue;
        snprintf(line, sizeof line, _("%s: %s"), of->bars[i].path,
                 words_text(of->bars[i].meaning));
        page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
    }
    if (of->n_bars) putc('\n', self->out);
}

static void write_idle(const struct sheet *self)
{
    struct list list = { .most = 8 };
    char line[PAGE_LINE_MOST];
    if (!self->of->n_idle) return;
    for (size_t i = 0; i < self->of->n_idle; i++)
        list_add(&list, self->of->idle[i]);
    snprintf(line, sizeof line, _("Without any effect here: %s."), list_text(&list));
    page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
}

static void write_reading(const struct sheet *self)
{
    const struct tornado *of = self->of;
    char line[PAGE_LINE_MOST];
    putc('\n', self->out);
    snprintf(
        line, sizeof line,
        _("Each input alone goes to the ends of its range, on the same people and chances; "
          "the longest reach first. ±: of the change from where it stands, %zu intervals that "
          "hold together with 95 %%. Ranges: what is likely, where nothing was measured "
          "(decroche explain). Inputs that are wrong together may do more."),
        2 * (of->n_bars + of->n_idle));
    page_paragraph(&self->page, line, 0, 0);
    snprintf(line, sizeof line, _("%zu runs of each, seed %" PRIu64 ", %s %s"),
             of->replications, of->seed, of->base->program, of->base->version);
    page_paragraph(&self->page, line, 0, 0);
}

void tornado_text_write(FILE *out, const struct tornado *self, struct words words)
{
    const struct sheet sheet = { .out = out,
                                 .of = self,
                                 .page = { .out = out,
                                           .report = self->base,
                                           .results = self->base->results,
                                           .words = words } };
    const char *title = self->base->title;
    page_paragraph(&sheet.page, title && *title ? title : self->base->name, 0, 0);
    putc('\n', out);
    write_question(&sheet);
    write_standing(&sheet);
    write_turns(&sheet);
    write_target(&sheet);
    if (self->n_bars) write_bars(&sheet);
    putc('\n', out);
    write_meanings(&sheet);
    write_margins(&sheet);
    write_idle(&sheet);
    write_reading(&sheet);
}

static void write_end(FILE *out, const struct tornado_end *end)
{
    csv_reals(out, (const double[]){ end->input, end->value, end->half }, 3);
}

static void write_rows(FILE *out, const void *of)
{
    const struct tornado *self = of;
    fputs(
        "input,stands_at,low,value_at_low,half_at_low,high,value_at_high,half_at_high,turns_at,"
        "turns_half" CSV_END_OF_LINE,
        out);
    for (size_t i = 0; i < self->n_bars; i++) {
        const struct tornado_bar *bar = &self->bars[i];
        csv_text(out, bar->path);
        csv_reals(out, &bar->stands_input, 1);
        write_end(out, &bar->low);
        write_end(out, &bar->high);
        csv_reals(out, (const double[]){ bar->turns_input, bar->turns_half }, 2);
        fputs(CSV_END_OF_LINE, out);
    }
}

static const struct csv_table table = { "sensitivity.csv", write_rows };

bool tornado_csv_check(const char *directory, struct sim_faults *faults)
{
    return csv_check(directory, table.name, faults);
}

bool tornado_csv_write(const char *directory, const struct tornado *self,
                       struct sim_faults *faults)
{
    return csv_write(directory, &table, 1, self, faults);
}
