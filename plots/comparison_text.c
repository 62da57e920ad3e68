/* A comparison as a decision: question and answer, tables, costs, and what could make it wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison_sheet.h"
#include "plots/layout.h"
#include "plots/period.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_MOST = 28, VALUE = 19, DIFFERENCE = 18, WORD = 21, SHOWN = 10, CHANGES_MOST = 4 };

/* Below this, pairing has made no interval visibly narrower. */
static const double NO_GAIN = 1.25;

static const struct sim_measure share = { .show = SIM_SHOW_SHARE };

static bool is_on_front(const struct sheet *self, size_t option)
{
    return self->of->options[option].on_front;
}

static void write_row(const struct sheet *self, size_t option, size_t measure)
{
    FILE *out = self->page.out;
    const struct comparison_cell *cell = sheet_cell(self, option, measure);
    layout_blank(out, PAGE_INDENT);
    layout_left_tail(out, sheet_name(self, option), self->names);
    layout_right(out,
                 page_estimate(&self->page, self->of->measures[measure], &cell->estimate).text,
                 VALUE);
    if (option > 0) {
        layout_right(out, sheet_difference(self, option, measure).text, DIFFERENCE);
        layout_blank(out, 2);
        const bool exact = !(cell->shown > 0.0);
        const char *word = sheet_word(self, option, measure);
        if (exact) {
            fputs(word, out);
        } else {
            layout_left(out, word, WORD);
            layout_right(out, sheet_size(self, measure, cell->shown, cell->shown).text, SHOWN);
        }
    }
    putc('\n', out);
}

static void write_measure(const struct sheet *self, size_t measure)
{
    const struct layout_heading headings[] = {
        { "", PAGE_INDENT, self->names, false },  { _("value"), 0, VALUE, true },
        { _("difference"), 0, DIFFERENCE, true }, { _("in words"), 2, WORD, false },
        { _("would show"), 0, SHOWN, true },
    };
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, _("%s (%s)"), sheet_label(self, measure),
             page_definition(&self->page, self->of->measures[measure]).text);
    if (*line >= 'a' && *line <= 'z') *line = (char)(*line - 'a' + 'A');
    putc('\n', self->page.out);
    sheet_paragraph(self, line);
    if (measure == 0) layout_headings(self->page.out, headings, 5);
    for (size_t i = 0; i < self->of->n_options; i++)
        write_row(self, i, measure);
}

static const char *best_word(const struct sim_to_best *to_best)
{
    if (to_best->high == 0.0 && to_best->low < 0.0) return _("not the best");
    return to_best->low == 0.0 ? _("the best") : _("may be the best");
}

/* How much better or worse than the best of the others, in the measure's own unit. */
static void write_to_best(const struct sheet *self)
{
    const struct comparison *of = self->of;
    if (of->best == of->n_measures) return;
    const double sign = of->measures[of->best]->better == SIM_LOWER ? -1.0 : 1.0;
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, _("Against the best of the others, by %s"),
             sheet_label(self, of->best));
    putc('\n', self->page.out);
    sheet_paragraph(self, line);
    for (size_t i = 0; i < of->n_options; i++) {
        const struct sim_to_best *bounds = &of->options[i].to_best;
        const double from = sign > 0.0 ? bounds->low : -bounds->high,
                     to = sign > 0.0 ? bounds->high : -bounds->low;
        const double half = (to - from) / 20.0;
        snprintf(
            line, sizeof line, _("%s to %s"),
            number_difference(self->page.words, of->measures[of->best], from, half).value.text,
            number_difference(self->page.words, of->measures[of->best], to, half).value.text);
        layout_blank(self->page.out, PAGE_INDENT);
        layout_left_tail(self->page.out, sheet_name(self, i), self->names);
        layout_right(self->page.out, line, VALUE + DIFFERENCE);
        layout_blank(self->page.out, 2);
        fprintf(self->page.out, "%s\n", best_word(bounds));
    }
}

static void write_front(const struct sheet *self)
{
    const struct comparison *of = self->of;
    if (!comparison_has_front(of)) return;
    struct list front = sheet_names_where(self, is_on_front);
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line,
             _("Worth their cost, as nothing is both as cheap and better by %s: %s."),
             sheet_label(self, of->service), list_text(&front));
    putc('\n', self->page.out);
    sheet_paragraph(self, line);
}

/* Rows of a list without names have numbers, which shift as soon as one is put in: as far as
 * the list, 0 where the path goes through none. */
static size_t list_length(const char *path)
{
    const char *row = strstr(path, ".[");
    return row ? (size_t)(row - path) : 0;
}

/* Has an earlier change told that this list has other rows? */
static bool is_told(const struct comparison_change *changes, size_t i)
{
    const size_t length = list_length(changes[i].path);
    for (size_t k = 0; length > 0 && k < i; k++)
        if (list_length(changes[k].path) == length &&
            strncmp(changes[k].path, changes[i].path, length) == 0)
            return true;
    return false;
}

/* "groups.accueil.agents 7 → 8", "hours: other rows" */
static void change_add(struct list *list, const struct comparison_change *change)
{
    char text[160];
    const size_t length = list_length(change->path);
    const bool is_long =
        (change->from && strlen(change->from) > 24) || (change->to && strlen(change->to) > 24);
    if (length > 0)
        snprintf(text, sizeof text, _("%.*s: other rows"), (int)length, change->path);
    else if (is_long)
        snprintf(text, sizeof text, "%s", change->path);
    else
        snprintf(text, sizeof text, "%s %s → %s", change->path,
                 change->from && *change->from ? change->from : "–",
                 change->to && *change->to ? change->to : "–");
    list_add(list, text);
}

/* Options whose name says what they change need no more. */
static void write_changes(const struct sheet *self)
{
    bool any = false;
    for (size_t i = 1; i < self->of->n_options; i++) {
        const struct comparison_option *option = &self->of->options[i];
        struct list list = { .most = CHANGES_MOST };
        char line[PAGE_LINE_MOST + 80];
        if (strchr(option->name, '=')) continue;
        for (size_t c = 0; c < option->n_changes; c++)
            if (!is_told(option->changes, c)) change_add(&list, &option->changes[c]);
        snprintf(line, sizeof line, _("%s: %s"), option->name,
                 list.n ? list_text(&list) : _("no input differs"));
        if (!any) fprintf(self->page.out, "\n%s\n", _("What differs from the base"));
        any = true;
        page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
    }
}

static const char *chance_form(bool better, bool always)
{
    if (always)
        return better ? _("Chance: by %s \"%s\" is better in each of the %zu single runs.")
                      : _("Chance: by %s \"%s\" is worse in each of the %zu single runs.");
    return better ? _("Chance: by %s \"%s\" is not better than the base in %s of single runs, "
                      "though the same people call.")
                  : _("Chance: by %s \"%s\" is not worse than the base in %s of single runs, "
                      "though the same people call.");
}

/* In how many single runs the first option does not stand where it stands on average, by the
 * measure that the answer is about. */
static void write_chance(const struct sheet *self, size_t option)
{
    const struct comparison *of = self->of;
    const size_t by = of->best < of->n_measures ? of->best : of->service;
    const struct comparison_cell *cell = sheet_cell(self, option, by);
    const int side = comparison_side(cell);
    char line[PAGE_LINE_MOST];
    if (option == 0 || side == 0) return;
    const double kept =
        cell->difference.value > 0.0 ? cell->difference.above : cell->difference.below;
    const char *form = chance_form(side > 0, kept >= 1.0);
    if (kept >= 1.0)
        snprintf(line, sizeof line, form, sheet_label(self, by), sheet_name(self, option),
                 self->page.results->n_done);
    else
        snprintf(line, sizeof line, form, sheet_label(self, by), sheet_name(self, option),
                 number_show(self->page.words, &share, 1.0 - kept, NAN).text);
    page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
}

static void write_unlike(const struct sheet *self)
{
    char line[PAGE_LINE_MOST];
    for (size_t i = 1; i < self->of->n_options; i++) {
        const char *unlike = self->of->options[i].unlike;
        if (!unlike) continue;
        const size_t list = list_length(unlike);
        snprintf(
            line, sizeof line,
            _("Demand: \"%s\" differs by %.*s: a part of its difference is that of who calls, "
              "and when."),
            sheet_name(self, i), (int)(list ? list : strlen(unlike)), unlike);
        page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
    }
}

/* Lowest and highest gain among the differences that vary. */
static void write_gain(const struct sheet *self)
{
    const struct comparison *of = self->of;
    double low = INFINITY, high = 0.0;
    for (size_t i = 1; i < of->n_options; i++)
        for (size_t m = 0; m < of->n_measures; m++) {
            const double gain = sim_difference_gain(&sheet_cell(self, i, m)->difference);
            if (!isfinite(gain)) continue;
            low = fmin(low, gain);
            high = fmax(high, gain);
        }
    char line[PAGE_LINE_MOST];
    if (high == 0.0) return;
    if (high < NO_GAIN) {
        page_paragraph(
            &self->page,
            _("Nothing is paired here: these differences are as uncertain as those of "
              "independent runs."),
            0, 0);
        return;
    }
    snprintf(
        line, sizeof line,
        _("The same people and chances in all options: the variance of these differences is "
          "%s to %s times smaller than that of independent runs."),
        number_plain(self->page.words, low, low < 10.0).text,
        number_plain(self->page.words, high, high < 10.0).text);
    page_paragraph(&self->page, line, 0, 0);
}

static void write_doubts(const struct sheet *self)
{
    const size_t first = comparison_first(self->of);
    char line[PAGE_LINE_MOST];
    fprintf(self->page.out, "\n%s\n", _("What could make it wrong"));
    write_chance(self, first);
    write_unlike(self);
    if (first > 0 && !strchr(sheet_name(self, first), '='))
        snprintf(line, sizeof line,
                 _("Assumptions: decroche sensitivity tries each on its range, for \"%s\" and "
                   "\"%s\"."),
                 sheet_name(self, 0), sheet_name(self, first));
    else
        snprintf(line, sizeof line, "%s",
                 _("Assumptions: decroche sensitivity tries each on its range."));
    page_paragraph(&self->page, line, PAGE_INDENT, PAGE_HANG);
}

static void write_reading(const struct sheet *self)
{
    const struct comparison *of = self->of;
    const size_t runs = of->options[0].results->n_done;
    char line[PAGE_LINE_MOST];
    putc('\n', self->page.out);
    snprintf(
        line, sizeof line,
        _("± after a value: its 95 %% interval. ± after a difference: %zu intervals that hold "
          "together with 95 %%. \"Would show\": the smallest true difference that these runs "
          "show with a chance of 80 %%."),
        comparison_intervals(of));
    page_paragraph(&self->page, line, 0, 0);
    write_gain(self);
    snprintf(line, sizeof line, _("%zu runs of each option, seed %" PRIu64 ", %s %s"), runs,
             of->options[0].results->seed, of->base->program, of->base->version);
    page_paragraph(&self->page, line, 0, 0);
}

static void write_head(const struct sheet *self)
{
    const struct report *base = self->of->base;
    const char *title = base->title && *base->title ? base->title : base->name;
    page_paragraph(&self->page, title, 0, 0);
    page_paragraph(&self->page, period_runs(&self->page).text, 0, 0);
    if (self->page.results->interrupted)
        page_paragraph(&self->page,
                       _("*** INTERRUPTED: the numbers are of fewer runs than asked for. ***"),
                       0, 0);
    putc('\n', self->page.out);
}

void comparison_text_write(FILE *out, const struct comparison *self, struct words words)
{
    struct sheet sheet = { .page = { .out = out,
                                     .report = self->base,
                                     .results = self->base->results,
                                     .words = words },
                           .of = self,
                           .names = 8 };
    for (size_t i = 0; i < self->n_options; i++) {
        const size_t width = layout_width(self->options[i].name);
        if (width > sheet.names) sheet.names = width < NAME_MOST ? width : NAME_MOST;
    }
    write_head(&sheet);
    comparison_answer(&sheet);
    for (size_t m = 0; m < self->n_measures; m++)
        write_measure(&sheet, m);
    write_to_best(&sheet);
    write_front(&sheet);
    write_changes(&sheet);
    write_doubts(&sheet);
    write_reading(&sheet);
}
