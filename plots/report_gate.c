/* Targets as a gate: which are missed beyond doubt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report_gate.h"

#include "plots/page.h"

#include <math.h>

/* A target whose measure has no interval (one run) is not settled either. */
static enum report_verdict verdict_of(const struct sim_results *results,
                                      const struct report_target *target)
{
    const enum report_verdict verdict = report_verdict(results, target);
    if (verdict == REPORT_UNKNOWN) return verdict;
    const size_t measure = sim_results_measure(results, target->measure);
    return isnan(results->overall[measure].low) ? REPORT_UNSETTLED : verdict;
}

static const char *verdict_words(enum report_verdict verdict)
{
    switch (verdict) {
    case REPORT_MET:
        return _("met");
    case REPORT_MISSED:
        return _("MISSED");
    case REPORT_UNSETTLED:
        return _("not shown, more runs would tell");
    case REPORT_UNKNOWN:
        break;
    }
    return _("not shown, undefined here");
}

static void write_target(const struct page *page, const struct report_target *target,
                         enum report_verdict verdict)
{
    const size_t index = sim_results_measure(page->results, target->measure);
    const struct sim_measure *measure = &page->results->measures[index];
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line,
             target->at_least ? _("%s, %s or more: %s (%s)") : _("%s, %s or less: %s (%s)"),
             page_label(measure), number_show(page->words, measure, target->bound, 0).text,
             verdict_words(verdict),
             page_estimate(page, measure, &page->results->overall[index]).text);
    page_paragraph(page, line, PAGE_INDENT, PAGE_HANG);
}

static void write_tally(FILE *out, size_t met, size_t missed, size_t open)
{
    fputs(_("Targets: "), out);
    fprintf(out, ngettext("%zu met", "%zu met", met), met);
    fprintf(out, ngettext(", %zu missed", ", %zu missed", missed), missed);
    fprintf(out, ngettext(", %zu not shown\n", ", %zu not shown\n", open), open);
}

bool report_gate(FILE *out, const struct report *report, struct words words)
{
    const struct page page = {
        .out = out, .report = report, .results = report->results, .words = words
    };
    size_t n[REPORT_MET + 1] = { 0 };
    fprintf(out, "\n%s\n", _("Gate"));
    for (size_t i = 0; i < report->n_targets; i++) {
        const enum report_verdict verdict = verdict_of(report->results, &report->targets[i]);
        write_target(&page, &report->targets[i], verdict);
        n[verdict]++;
    }
    write_tally(out, n[REPORT_MET], n[REPORT_MISSED], n[REPORT_UNSETTLED] + n[REPORT_UNKNOWN]);
    return n[REPORT_MISSED] == 0;
}
