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
             ngettext("Answer: %s: %zu more than the base, %zu less, %zu not told from it.",
                      "Answer: %s: %zu more than the base, %zu less, %zu not told from it.",
                      more),
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
             ngettext("Answer: by %s %zu better, %zu worse, %zu not told from the base. \"%s\" "
                      "comes first: %s instead of %s (%s).",
                      "Answer: by %s %zu better, %zu worse, %zu not told from the base. \"%s\" "
                      "comes first: %s instead of %s (%s).",
                      better),
             sheet_label(self, by), better, worse, self->of->n_options - 1 - better - worse,
             sheet_name(self, first), sheet_value(self, first, by).text,
             sheet_value(self, 0, by).text, sheet_difference(self, first, by).text);
    sheet_paragraph(self, line);
}

static void write_best(const struct sheet *self, size_t first)
{
    const size_t by = self->of->best;
    struct list others = sheet_names_where(self, may_be_best);
    const struct page_text value = page_estimate(&self->page, self->of->measures[by],
                                                 &sheet_cell(self, first, by)->estimate);
    char line[PAGE_LINE_MOST];
    if (others.n == 0)
        snprintf(line, sizeof line, _("Answer: \"%s\" is the best: %s %s."),
                 sheet_name(self, first), sheet_label(self, by), value.text);
    else
        snprintf(
            line, sizeof line, _("Answer: \"%s\" comes first, but is not told from %s; %s %s."),
            sheet_name(self, first), list_text(&others), sheet_label(self, by), value.text);
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

/* Both intervals hold together, and so does what follows from their ends. */
static struct sim_estimate price_estimate(const struct comparison_cell *cost,
                                          const struct comparison_cell *service)
{
    const double c = fabs(cost->difference.value), s = 100.0 * fabs(service->difference.value),
                 half = 100.0 * service->half;
    return (struct sim_estimate){ .value = c / s,
                                  .low = (c - cost->half) / (s + half),
                                  .high = (c + cost->half) / (s - half) };
}

/* ": 640 EUR ± 30 for each point gained" where a share rises with the cost, or falls with it.
 */
static struct page_text price_of_a_point(const struct sheet *self, size_t option)
{
    const struct comparison *of = self->of;
    struct page_text text = { "" };
    const struct comparison_cell *service = sheet_cell(self, option, of->service),
                                 *cost = sheet_cell(self, option, of->cost);
    const bool both = of->measures[of->service]->show == SIM_SHOW_SHARE &&
                      comparison_side(service) * comparison_side(cost) < 0;
    if (!both) return text;
    const struct sim_estimate price = price_estimate(cost, service);
    snprintf(text.text, sizeof text.text,
             comparison_side(service) > 0 ? _(": %s for each point of %s gained")
                                          : _(": %s saved for each point of %s lost"),
             page_estimate(&self->page, of->measures[of->cost], &price).text,
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

static double visits_of(const struct sheet *self, size_t option)
{
    const struct sim_results *results = self->of->options[option].results;
    const size_t visits = sim_results_measure(results, "visits");
    return visits < results->n_measures ? results->overall[visits].value : 0.0;
}

/* Hours that one of the two also spent on visitors buy no calls there. */
static void write_visitors(const struct sheet *self, size_t option)
{
    const double base = visits_of(self, 0), other = visits_of(self, option);
    char line[PAGE_LINE_MOST];
    if (self->of->cost == self->of->n_measures || option == 0) return;
    if ((base > 0.0) == (other > 0.0)) return;
    snprintf(line, sizeof line,
             _("The paid hours of \"%s\" also served visitors at the desk, who are not in "
               "\"%s\": the difference of cost is not that of calls alone."),
             sheet_name(self, base > 0.0 ? 0 : option),
             sheet_name(self, base > 0.0 ? option : 0));
    page_paragraph(&self->page, line, PAGE_HANG, PAGE_HANG);
}

/* Where what comes first is worse than the base by another measure than the one it is first by;
 * its cost has a sentence of its own. */
static void write_drawbacks(const struct sheet *self, size_t option, size_t by)
{
    struct list list = { .most = 4 };
    char line[PAGE_LINE_MOST];
    for (size_t m = 0; option > 0 && m < self->of->n_measures; m++) {
        char text[PAGE_LINE_MOST / 4];
        if (m == by || m == self->of->cost) continue;
        if (comparison_side(sheet_cell(self, option, m)) >= 0) continue;
        snprintf(text, sizeof text, _("%s (%s)"), sheet_label(self, m),
                 sheet_difference(self, option, m).text);
        list_add(&list, text);
    }
    if (list.n == 0) return;
    snprintf(line, sizeof line, _("But it is worse than the base elsewhere: %s."),
             list_text(&list));
    page_paragraph(&self->page, line, PAGE_HANG, PAGE_HANG);
}

static size_t target_measure(const struct sheet *self, const struct report_target *target)
{
    size_t m = 0;
    while (m < self->of->n_measures &&
           strcmp(self->of->measures[m]->name, target->measure) != 0)
        m++;
    return m;
}

/* "answer rate ≥ 85 %" */
static struct page_text target_text(const struct sheet *self,
                                    const struct report_target *target, size_t m)
{
    struct page_text text;
    snprintf(text.text, sizeof text.text, "%s %s %s", sheet_label(self, m),
             target->at_least ? "≥" : "≤",
             number_show(self->page.words, self->of->measures[m], target->bound, 0.0).text);
    return text;
}

/* A recommendation that misses what is aimed at says so itself. */
static void write_misses(const struct sheet *self, size_t option)
{
    struct list list = { .most = 4 };
    char line[PAGE_LINE_MOST];
    for (size_t i = 0; i < self->of->base->n_targets; i++) {
        const struct report_target *target = &self->of->base->targets[i];
        const size_t m = target_measure(self, target);
        if (m == self->of->n_measures) continue;
        const struct sim_estimate *estimate = &sheet_cell(self, option, m)->estimate;
        if (report_target_holds(target, estimate->value)) continue;
        char text[PAGE_LINE_MOST / 2];
        snprintf(text, sizeof text, _("%s (it comes to %s)"), target_text(self, target, m).text,
                 page_estimate(&self->page, self->of->measures[m], estimate).text);
        list_add(&list, text);
    }
    if (list.n == 0) return;
    snprintf(line, sizeof line, _("On average it misses the target: %s."), list_text(&list));
    page_paragraph(&self->page, line, PAGE_HANG, PAGE_HANG);
}

/* Those that keep a target on average, and the cheapest of them. */
static void write_target(const struct sheet *self, const struct report_target *target)
{
    const struct comparison *of = self->of;
    struct list list = { .most = 6 };
    const size_t m = target_measure(self, target);
    size_t cheapest = of->n_options;
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
    snprintf(line, sizeof line, _("Target, %s: kept on average by %s%s."),
             target_text(self, target, m).text, list.n ? list_text(&list) : _("none"), cheap);
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
        const size_t by = best ? self->of->best : self->of->service;
        const bool leads = best || comparison_side(sheet_cell(self, first, by)) > 0;
        if (leads) write_drawbacks(self, first, by);
        if (best) {
            write_misses(self, first);
            edges_write(&self->page, &self->of->edges);
        }
        write_cost(self, first);
        write_visitors(self, first);
    }
    for (size_t i = 0; i < self->of->base->n_targets; i++)
        write_target(self, &self->of->base->targets[i]);
}
