/* What formulas say of the same inputs, beside what was simulated.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/report_tables.h"

#include <math.h>
#include <string.h>

enum { GAP = 2, VALUE = 20, FORMULA = 16, LABEL = 30 };

static const char *const telling[] = { "answer_rate",   "service_level", "wait_answered_mean",
                                       "attempts_open", "occupancy",     NULL };

static bool is_telling(const char *measure)
{
    const char *const *name = telling;
    while (*name && strcmp(*name, measure) != 0)
        name++;
    return *name;
}

static bool is_row(const struct page *page, size_t measure)
{
    const struct report *report = page->report;
    return !isnan(report->formula[measure]) && !isnan(page->results->overall[measure].value) &&
           (page->full || is_telling(page->results->measures[measure].name));
}

static void write_row(const struct page *page, size_t i)
{
    const struct sim_measure *measure = &page->results->measures[i];
    const struct sim_estimate *estimate = &page->results->overall[i];
    const double half = (estimate->high - estimate->low) / 2.0;
    layout_blank(page->out, PAGE_INDENT);
    layout_left(page->out, page_label(measure), LABEL);
    layout_right(page->out, page_estimate(page, measure, estimate).text, VALUE);
    layout_right(page->out,
                 number_show(page->words, measure, page->report->formula[i], half).text,
                 FORMULA);
    putc('\n', page->out);
}

void report_formula(const struct page *page)
{
    size_t n = 0;
    if (!page->report->formula) return;
    for (size_t i = 0; i < page->results->n_measures; i++)
        n += is_row(page, i);
    if (n == 0) return;
    if (page->full) putc('\n', page->out);
    const struct layout_heading headings[] = {
        { _("Beside the formulas"), 0, PAGE_INDENT + LABEL, false },
        { _("simulated"), 0, VALUE, true },
        { _("formula"), 0, FORMULA, true },
    };
    layout_headings(page->out, headings, sizeof headings / sizeof *headings);
    for (size_t i = 0; i < page->results->n_measures; i++)
        if (is_row(page, i)) write_row(page, i);
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line,
             page->report->gap ? _("Formula: %s.")
                               : _("Formula: %s. Why they differ: --explain-gap."),
             words_text(page->report->formula_title));
    page_paragraph(page, line, PAGE_INDENT, PAGE_HANG);
}
