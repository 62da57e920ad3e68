/* A comparison's question and answer, in two sentences; the targets beside them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison_sheet.h"

#include <math.h>
#include <string.h>

static bool may_be_best(const struct sheet *self, size_t option)
{
    return option != comparison_first(self->of) && self->of->options[option].to_best.high > 0.0;
}

static void write_question(const struct sheet *self)
{
    const struct comparison *of = self->of;
    const unsigned long others = of->n_options - 1;
    char line[PAGE_LINE_MOST];
    if (of->best < of->n_measures)
        snprintf(line, sizeof line, _("Question: which of %lu options is the best by %s?"),
                 others + 1, sheet_label(self, of->best));
    else if (others == 1)
        snprintf(line, sizeof line, _("Question: what does \"%s\" change against \"%s\"?"),
                 sheet_name(self, 1), sheet_name(self, 0));
    else
        snprintf(line, sizeof line, _("Question: which of %lu options is better than \"%s\"?"),
                 others, sheet_name(self, 0));
    sheet_paragraph(self, line);
}

/* The verdict on one option: a sentence whose parts are its name, what is measured, its value,
 * that of the base, and their difference. */
static const char *verdict_form(enum comparison_word word)
{
    switch (word) {
    case COMPARISON_BETTER:
        return _("Answer: \"%s\" is better: %s %s instead of %s (%s).");
    case COMPARISON_WORSE:
        return _("Answer: \"%s\" is worse: %s %s instead of %s (%s).");
    case COMPARISON_MORE:
    case COMPARISON_LESS:
        return _("Answer: \"%s\" is different: %s %s instead of %s (%s).");
    case COMPARISON_EQUAL:
        return _("Answer: \"%s\" changes nothing: %s %s and %s (%s).");
    case COMPARISON_SAME:
    case COMPARISON_UNDEFINED:
        break;
    }
    return _("Answer: no difference of \"%s\" is shown: %s %s and %s (%s).");
}

static void write_verdict(const struct sheet *self, size_t option)
{
    const size_t by = self->of->service;
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, verdict_form(sheet_cell(self, option, by)->word),
             sheet_name(self, option), sheet_label(self, by),
             sheet_value(self, option, by).text, sheet_value(self, 0, by).text,
             sheet_difference(self, option, by).text);
    sheet_paragraph(self, line);
}

static size_t n_words(const struct sheet *self, enum comparison_word word)
{
    size_t n = 0;
    for (size_t i = 1; i < self->of->n_options; i++)
        n += sheet_cell(self, i, self->of->service)->word == word;
    return n;
}

/* Where neither way is better nothing comes first, and no cost is that of the first: true. */
static bool write_neither(const struct sheet *self)
{
    const size_t more = n_words(self, COMPARISON_MORE), less = n_words(self, COMPARISON_LESS);
    char line[PAGE_LINE_MOST];
    if (more + less == 0) return false;
    snprintf(line, sizeof line,
             _("Answer: %s: %zu more than the base, %zu less, %zu not told from it."),
             sheet_label(self, self->of->service), more, less,
             self->of->n_options - 1 - more - less);
    sheet_paragraph(self, line);
    return true;
}

static void write_tally(const struct sheet *self, size_t first)
{
    const size_t by = self->of->service;
    const size_t better = n_words(self, COMPARISON_BETTER);
    const size_t worse = n_words(self, COMPARISON_WORSE);
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line,
             _("Answer: by %s %zu better, %zu worse, %zu not told from the base. \"%s\" comes "
               "first: %s instead of %s (%s)."),
             sheet_label(self, by), better, worse, self->of->n_options - 1 - better - worse,
             sheet_name(self, first), sheet_value(self, first, by).text,
             sheet_value(self, 0, by).text, sheet_difference(self, first, by).text);
    sheet_paragraph(self, line);
}

static void write_best(const struct sheet *self, size_t first)
{
    const size_t by = self->of->best;
    struct list others = sheet_names_where(self, may_be_best);
    char line[PAGE_LINE_MOST];
    if (others.n == 0)
        snprintf(line, sizeof line, _("Answer: \"%s\" is the best: %s %s."),
                 sheet_name(self, first), sheet_label(self, by),
                 sheet_value(self, first, by).text);
    else
        snprintf(line, sizeof line,
                 _("Answer: \"%s\" comes first, but is not told from %s; %s %s."),
                 sheet_name(self, first), list_text(&others), sheet_label(self, by),
                 sheet_value(self, first, by).text);
    sheet_paragraph(self, line);
}

/* "+10 %" */
static struct number relative(const struct sheet *self, size_t option, size_t measure)
{
    const double base = sheet_cell(self, 0, measure)->estimate.value;
    const double part = sheet_cell(self, option, measure)->difference.value / base;
    const struct number bare = number_plain(self->page.words, 100.0 * part, 1);
    struct number number;
    snprintf(number.text, sizeof number.text, "%s%.80s%s%%", part > 0.0 ? "+" : "", bare.text,
             self->page.words.french ? "\u202F" : " ");
    return number;
}

/* "; 640 EUR for each point" where both cost and a share rise together. */
static struct page_text price_of_a_point(const struct sheet *self, size_t option)
{
    const struct comparison *of = self->of;
    struct page_text text = { "" };
    const struct comparison_cell *service = sheet_cell(self, option, of->service),
                                 *cost = sheet_cell(self, option, of->cost);
    const bool both = of->measures[of->service]->show == SIM_SHOW_SHARE &&
                      comparison_side(service) * comparison_side(cost) < 0;
    if (!both) return text;
    const double price = cost->difference.value / (100.0 * service->difference.value);
    snprintf(text.text, sizeof text.text, _(": %s for each point of %s"),
             number_show(self->page.words, of->measures[of->cost], fabs(price), NAN).text,
             sheet_label(self, of->service));
    return text;
}

static void write_cost(const struct sheet *self, size_t option)
{
    const size_t by = self->of->cost;
    char line[PAGE_LINE_MOST];
    if (by == self->of->n_measures || option == 0) return;
    const struct comparison_cell *cell = sheet_cell(self, option, by);
    const struct number size = sheet_size(self, by, fabs(cell->difference.value), cell->half);
    const int side = comparison_side(cell);
    if (side == 0)
        snprintf(line, sizeof line, "%s", _("No difference of cost is shown."));
    else
        snprintf(line, sizeof line,
                 side < 0 ? _("It costs %s more than the base (%s)%s.")
                          : _("It costs %s less than the base (%s)%s."),
                 size.text, relative(self, option, by).text,
                 price_of_a_point(self, option).text);
    page_paragraph(&self->page, line, PAGE_HANG, PAGE_HANG);
}

/* Those that keep a target on average, and the cheapest of them. */
static void write_target(const struct sheet *self, const struct report_target *target)
{
    const struct comparison *of = self->of;
    struct list list = { .most = 6 };
    size_t m = 0, cheapest = of->n_options;
    while (m < of->n_measures && strcmp(of->measures[m]->name, target->measure) != 0)
        m++;
    if (m == of->n_measures) return;
    for (size_t i = 0; i < of->n_options; i++) {
        if (!report_target_holds(target, sheet_cell(self, i, m)->estimate.value)) continue;
        list_add(&list, sheet_name(self, i));
        if (of->cost < of->n_measures &&
            (cheapest == of->n_options ||
             sheet_cell(self, i, of->cost)->estimate.value <
                 sheet_cell(self, cheapest, of->cost)->estimate.value))
            cheapest = i;
    }
    char line[PAGE_LINE_MOST], cheap[PAGE_LINE_MOST / 4] = "";
    if (cheapest < of->n_options && list.n > 1)
        snprintf(cheap, sizeof cheap, _("; the cheapest of them is \"%s\""),
                 sheet_name(self, cheapest));
    snprintf(line, sizeof line, _("Target, %s %s %s: kept on average by %s%s."),
             sheet_label(self, m), target->at_least ? "≥" : "≤",
             number_show(self->page.words, of->measures[m], target->bound, 0.0).text,
             list.n ? list_text(&list) : _("none"), cheap);
    sheet_paragraph(self, line);
}

void comparison_answer(const struct sheet *self)
{
    write_question(self);
    const size_t first = comparison_first(self->of);
    const bool best = self->of->best < self->of->n_measures;
    if (best || self->of->n_options == 2 || !write_neither(self)) {
        if (best)
            write_best(self, first);
        else if (self->of->n_options == 2)
            write_verdict(self, first);
        else
            write_tally(self, first);
        write_cost(self, first);
    }
    for (size_t i = 0; i < self->of->base->n_targets; i++)
        write_target(self, &self->of->base->targets[i]);
}
