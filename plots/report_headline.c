/* The head of the text report: title, the rates that matter most, targets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/period.h"
#include "plots/report_tables.h"
#include "plots/sections.h"

#include <math.h>
#include <string.h>

static void write_title(const struct page *self)
{
    const char *title = self->report->title, *name = self->report->name;
    const char *shown = title && *title ? title : name;
    const struct page_text runs = period_runs(self);
    if (shown && *shown) page_paragraph(self, shown, 0, 0);
    if (*runs.text) page_paragraph(self, runs.text, 0, 0);
    putc('\n', self->out);
}

/* Writes a paragraph that opens with a capital, where it opens with a plain letter. */
static void sentence(const struct page *self, char *text)
{
    if (*text >= 'a' && *text <= 'z') *text = (char)(*text - 'a' + 'A');
    page_paragraph(self, text, 0, PAGE_HANG);
}

/* What a month may be by chance alone stands right beside what months are on average. */
static struct page_text spread_of(const struct page *self, size_t index)
{
    const struct sim_estimate *estimate = &self->results->overall[index];
    struct page_text text = { "" };
    if (self->results->n_done < 2 || isnan(estimate->p10) || isnan(estimate->p90)) return text;
    snprintf(
        text.text, sizeof text.text,
        period_is_one_month(self) ? _("; 8 single months in 10: %s")
                                  : _("; 8 single runs in 10: %s"),
        number_range(self->words, &self->results->measures[index], estimate->p10, estimate->p90)
            .text);
    return text;
}

/* True when the measure says, to the last digit, what another one has said. */
static bool is_said(const struct page *self, size_t index)
{
    const char *twin = section_twin(self->results->measures[index].name);
    const size_t other = twin ? page_measure(self, twin) : self->results->n_measures;
    if (other >= self->results->n_measures) return false;
    const struct sim_estimate *a = &self->results->overall[index];
    return a->value == self->results->overall[other].value;
}

/* "Answer rate: 84.3 % ± 0.4 (answered / offered); 8 single months in 10: 81–87 %" */
static void write_rate(const struct page *self, size_t index, bool is_first)
{
    const struct sim_measure *measure = &self->results->measures[index];
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, _("%s: %s (%s)%s"), page_label(measure),
             page_estimate(self, measure, &self->results->overall[index]).text,
             page_definition(self, measure).text, is_first ? spread_of(self, index).text : "");
    sentence(self, line);
}

static void write_rates(const struct page *self)
{
    for (const char *const *name = section_headlines; *name; name++) {
        const size_t index = page_measure(self, *name);
        if (index >= self->results->n_measures || is_said(self, index)) continue;
        write_rate(self, index, name == section_headlines);
    }
}

static const char *verdict_words(enum report_verdict verdict)
{
    switch (verdict) {
    case REPORT_MET:
        return _("met on average");
    case REPORT_MISSED:
        return _("missed on average");
    case REPORT_UNSETTLED:
        return _("not settled, the interval holds the target");
    case REPORT_UNKNOWN:
        break;
    }
    return _("undefined here");
}

/* "; kept in 38 % of single runs (29–48 %)"; nothing where there is one run only. */
static struct page_text kept_by(const struct page *self, const struct report_target *target)
{
    const struct sim_measure share = { .show = SIM_SHOW_SHARE };
    const struct sim_estimate single = report_single_runs(self->results, target);
    struct page_text text = { "" };
    if (isnan(single.value)) return text;
    const double half = (single.high - single.low) / 2;
    snprintf(text.text, sizeof text.text,
             period_is_one_month(self) ? _("; kept in %s of single months (%s)")
                                       : _("; kept in %s of single runs (%s)"),
             number_show(self->words, &share, single.value, half).text,
             number_range(self->words, &share, single.low, single.high).text);
    return text;
}

static bool is_headline(const char *measure)
{
    for (const char *const *name = section_headlines; *name; name++)
        if (strcmp(*name, measure) == 0) return true;
    return false;
}

/* "Target: wait, 90 %, 3 min or less: met on average (2 min 24 s ± 12 s); kept in 92 % of ...":
 * the value is left out where it stands in the lines above. */
static void write_target(const struct page *self, const struct report_target *target)
{
    const size_t index = page_measure(self, target->measure);
    const char *verdict = verdict_words(report_verdict(self->results, target));
    char line[PAGE_LINE_MOST], value[sizeof(struct page_text) + 4] = "";
    if (index >= self->results->n_measures) {
        snprintf(line, sizeof line, _("Target: %s: %s"), target->measure, verdict);
        page_paragraph(self, line, 0, PAGE_HANG);
        return;
    }
    const struct sim_measure *measure = &self->results->measures[index];
    if (!is_headline(measure->name))
        snprintf(value, sizeof value, " (%s)",
                 page_estimate(self, measure, &self->results->overall[index]).text);
    snprintf(line, sizeof line,
             target->at_least ? _("Target: %s, %s or more: %s%s%s")
                              : _("Target: %s, %s or less: %s%s%s"),
             page_label(measure), number_show(self->words, measure, target->bound, 0).text,
             verdict, value, kept_by(self, target).text);
    page_paragraph(self, line, 0, PAGE_HANG);
}

void report_headline(const struct page *page)
{
    write_title(page);
    write_rates(page);
    for (size_t i = 0; i < page->report->n_targets; i++)
        write_target(page, &page->report->targets[i]);
}
