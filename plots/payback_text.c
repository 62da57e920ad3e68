/* What a training plan costs and gives, on one screen: the answer, then what it rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/payback_result.h"
#include "plots/period.h"

#include <math.h>
#include <string.h>

enum { GAP = 3, LABEL = 31, COLUMNS = 3, MONTH_COLUMNS = 5 };

static const struct sim_measure shares = { .show = SIM_SHOW_SHARE };
static const struct sim_measure hours = { .show = SIM_SHOW_NUMBER, .unit = "h" };

size_t payback_told(const struct payback_result *self, const char *measure)
{
    size_t k = 0;
    while (k < self->n_told &&
           strcmp(self->report->results->measures[2 * k].name, measure) != 0)
        k++;
    return k;
}

/* The date of a step; where the sum never turns, in words. */
static struct page_text step_show(const struct payback_result *self, int step,
                                  struct words words)
{
    struct page_text text;
    if (step == SIM_NEVER_CROSSES)
        snprintf(text.text, sizeof text.text, "%s", _("not within the horizon"));
    else
        snprintf(text.text, sizeof text.text, "%s",
                 number_date(words, self->first_date + step).text);
    return text;
}

static void write_answer(const struct page *page, const struct payback_result *self)
{
    const struct sim_crossing *crossing = &self->crossing;
    const int last = self->first_date + (int)self->n_days - 1;
    char line[PAGE_LINE_MOST];
    if (crossing->at == SIM_NEVER_CROSSES)
        snprintf(
            line, sizeof line,
            _("The training is not paid back by %s: the handling saved, on average, does not "
              "exceed the hours given."),
            number_date(page->words, last).text);
    else
        snprintf(
            line, sizeof line,
            _("The training is paid back on %s: from then on the handling saved, on average, "
              "exceeds the hours given."),
            step_show(self, crossing->at, page->words).text);
    page_paragraph(page, line, 0, 0);
    if (self->report->results->n_done < 2) return;
    const struct number share = number_show(page->words, &shares, crossing->p_never, 0.0);
    if (crossing->low == crossing->high)
        snprintf(line, sizeof line, _("95 %% interval of that date: %s."),
                 step_show(self, crossing->low, page->words).text);
    else
        snprintf(line, sizeof line, _("95 %% interval of that date: %s – %s."),
                 step_show(self, crossing->low, page->words).text,
                 step_show(self, crossing->high, page->words).text);
    const size_t used = strlen(line);
    snprintf(&line[used], sizeof line - used,
             _(" Single runs that are not paid back by the end: %s."), share.text);
    page_paragraph(page, line, 0, 0);
}

static void write_balance(const struct page *page, const struct payback_result *self)
{
    char line[PAGE_LINE_MOST];
    const size_t end = self->n_days - 1;
    snprintf(line, sizeof line,
             _("By the end: %s of training given, %s of handling saved; balance %s."),
             page_estimate(page, &hours, &self->given[end]).text,
             page_estimate(page, &hours, &self->saved[end]).text,
             page_estimate(page, &hours, &self->net[end]).text);
    page_paragraph(page, line, 0, 0);
}

/* Is the difference of a measure shown to be above (1) or below (-1) nothing? */
static int side_of(const struct payback_result *self, const char *measure)
{
    const size_t k = payback_told(self, measure);
    if (k == self->n_told) return 0;
    const struct sim_difference *it = &self->differences[k];
    const double half = sim_difference_half(it, 0.95, 1);
    return (it->value > half) - (it->value < -half);
}

/* Handling alone does not tell whether callers are better off. */
static void write_caution(const struct page *page, const struct payback_result *self)
{
    if (side_of(self, "need_answer_rate") < 0)
        page_paragraph(page,
                       _("Fewer needs are reached with it: calls that are not answered save "
                         "handling too, and are no gain. See handling per need reached."),
                       0, 0);
    else if (side_of(self, "need_answer_rate") > 0)
        page_paragraph(
            page,
            _("More needs are reached with it: some of the time that it sets free goes "
              "into calls that were not answered before, and is not in the handling "
              "saved."),
            0, 0);
}

/* "−1.2 pt ± 0.4", "+35 ± 10". */
static struct number_pair difference_show(const struct page *page,
                                          const struct sim_measure *measure,
                                          const struct sim_difference *difference)
{
    const bool share = measure->show == SIM_SHOW_SHARE;
    const struct sim_measure points = { .show = SIM_SHOW_NUMBER };
    const char *unit = page->words.french ? "\u202Fpt" : " pt";
    const double scale = share ? 100.0 : 1.0, half = sim_difference_half(difference, 0.95, 1);
    const double value = fabs(difference->value) * scale;
    const struct sim_estimate estimate = { value, value - scale * half, value + scale * half,
                                           NAN, NAN };
    const struct number_pair pair =
        number_estimate(page->words, share ? &points : measure, &estimate);
    struct number_pair shown = pair;
    const char *sign = difference->value < 0.0 ? "−" : "+";
    if (difference->value == 0.0) sign = "";
    snprintf(shown.value.text, sizeof shown.value.text, "%s%.80s%s", sign, pair.value.text,
             share ? unit : "");
    return shown;
}

/* A table whose columns are pairs of numbers, under headings. */
struct grid {
    const struct page *page;
    size_t label, n;
    size_t value[MONTH_COLUMNS], margin[MONTH_COLUMNS];
};

static void grid_fit(struct grid *self, size_t column, const struct number_pair *pair)
{
    const size_t value = layout_width(pair->value.text),
                 margin = layout_width(pair->margin.text);
    if (value > self->value[column]) self->value[column] = value;
    if (margin > self->margin[column]) self->margin[column] = margin;
}

static void grid_headings(struct grid *self, const char *const *titles)
{
    struct layout_heading headings[MONTH_COLUMNS];
    for (size_t i = 0; i < self->n; i++) {
        const size_t word = layout_longest_word(titles[i]);
        if (self->value[i] + 1 + self->margin[i] < word)
            self->value[i] = word - 1 - self->margin[i];
        headings[i] =
            (struct layout_heading){ titles[i], GAP + (i ? 0 : PAGE_INDENT + self->label),
                                     self->value[i] + 1 + self->margin[i], true };
    }
    putc('\n', self->page->out);
    layout_headings(self->page->out, headings, self->n);
}

static void grid_row(const struct grid *self, const char *label,
                     const struct number_pair *pairs)
{
    FILE *out = self->page->out;
    layout_blank(out, PAGE_INDENT);
    layout_left(out, label, self->label);
    for (size_t i = 0; i < self->n; i++) {
        layout_blank(out, GAP);
        layout_right(out, pairs[i].value.text, self->value[i]);
        layout_blank(out, 1);
        layout_left(out, pairs[i].margin.text,
                    i + 1 < self->n ? self->margin[i] : layout_width(pairs[i].margin.text));
    }
    putc('\n', out);
}

static void told_row(const struct page *page, const struct payback_result *self, size_t k,
                     struct number_pair *pairs)
{
    const struct sim_results *results = self->report->results;
    const struct sim_measure *measure = &results->measures[2 * k];
    pairs[0] = page_pair(page, measure, &results->overall[2 * k]);
    pairs[1] = page_pair(page, measure, &results->overall[2 * k + 1]);
    pairs[2] = difference_show(page, measure, &self->differences[k]);
}

static void write_measures(const struct page *page, const struct payback_result *self)
{
    const char *const titles[] = { _("with it"), _("without it"), _("difference") };
    struct grid grid = { .page = page, .label = LABEL, .n = COLUMNS };
    struct number_pair pairs[COLUMNS];
    for (size_t k = 0; k < self->n_told; k++) {
        told_row(page, self, k, pairs);
        for (size_t i = 0; i < COLUMNS; i++)
            grid_fit(&grid, i, &pairs[i]);
    }
    grid_headings(&grid, titles);
    for (size_t k = 0; k < self->n_told; k++) {
        told_row(page, self, k, pairs);
        grid_row(&grid, page_label(&self->report->results->measures[2 * k]), pairs);
    }
}

/* The columns of the months: measure and side. */
static const struct {
    const char *measure;
    size_t side;
    const char *title;
} month_columns[MONTH_COLUMNS] = {
    { "training_hours", 0, N_("training hours") },
    { "handling_hours", 0, N_("hours of handling with it") },
    { "handling_hours", 1, N_("without it") },
    { "first_level_rate", 0, N_("resolved at first level with it") },
    { "first_level_rate", 1, N_("without it") },
};

static void month_row(const struct page *page, const struct payback_result *self, size_t n,
                      size_t month, struct number_pair *pairs)
{
    const struct sim_results *results = self->report->results;
    const struct sim_estimate *cell = sim_results_cell(results, 0, month);
    for (size_t i = 0; i < n; i++) {
        const size_t index =
            2 * payback_told(self, month_columns[i].measure) + month_columns[i].side;
        pairs[i] = page_pair(page, &results->measures[index], &cell[index]);
    }
}

static void write_months(const struct page *page, const struct payback_result *self)
{
    const struct sim_axis *axis = &self->report->results->axes[0];
    const bool resolves = payback_told(self, "first_level_rate") < self->n_told;
    struct grid grid = { .page = page, .label = 8, .n = resolves ? MONTH_COLUMNS : 3 };
    struct number_pair pairs[MONTH_COLUMNS];
    const char *titles[MONTH_COLUMNS];
    if (axis->n == 0) return;
    for (size_t i = 0; i < axis->n; i++) {
        month_row(page, self, grid.n, i, pairs);
        for (size_t j = 0; j < grid.n; j++)
            grid_fit(&grid, j, &pairs[j]);
    }
    for (size_t j = 0; j < grid.n; j++)
        titles[j] = words_text(month_columns[j].title);
    grid_headings(&grid, titles);
    for (size_t i = 0; i < axis->n; i++) {
        month_row(page, self, grid.n, i, pairs);
        grid_row(&grid, number_month(page->words, axis->cells[i]).text, pairs);
    }
}

static void write_interrupted(const struct page *page)
{
    char line[PAGE_LINE_MOST];
    if (!page->results->interrupted) return;
    snprintf(
        line, sizeof line,
        _("*** INTERRUPTED after %zu of %zu runs: the numbers are of these runs only. ***"),
        page->results->n_done, page->results->n_asked);
    page_paragraph(page, line, 0, 0);
    putc('\n', page->out);
}

void payback_text_write(FILE *out, const struct payback_result *self, struct words words)
{
    const struct report *report = self->report;
    const struct page page = { out, report, report->results, words, false };
    const char *title = report->title && *report->title ? report->title : report->name;
    write_interrupted(&page);
    page_paragraph(&page, title, 0, 0);
    page_paragraph(&page, period_runs(&page).text, 0, 0);
    putc('\n', out);
    write_answer(&page, self);
    write_balance(&page, self);
    write_caution(&page, self);
    write_measures(&page, self);
    write_months(&page, self);
    putc('\n', out);
    page_paragraph(
        &page,
        _("With the training plan and without it the same people call and the same "
          "agents are away. Handling: talk and wrap-up, call-backs, colleagues who are "
          "consulted; in the horizon alone. ±: 95 % interval of the mean."),
        0, 0);
}
