/* The best of many options selected, on one screen: the answer, the order, and what it took.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/ranking.h"

#include "plots/csv.h"
#include "plots/layout.h"
#include "plots/page.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NAME_MOST = 30, VALUE = 19, BEHIND = 16, RUNS = 13 };

/* What is written, and how. */
struct sheet {
    FILE *out;
    const struct ranking *of;
    struct page page;
};

static struct page_text value_of(const struct sheet *self, size_t i)
{
    const struct ranking_option *option = &self->of->options[i];
    const struct sim_estimate estimate = { .value = option->value,
                                           .low = option->value - option->half,
                                           .high = option->value + option->half };
    return page_estimate(&self->page, self->of->measure, &estimate);
}

static struct number behind_of(const struct sheet *self, size_t i)
{
    const struct ranking *of = self->of;
    const double behind = of->options[i].value - of->options[0].value;
    return number_difference(self->page.words, of->measure, behind, of->zone / 2.0).value;
}

/* "0.5 pt" */
static struct number zone_of(const struct sheet *self)
{
    struct number zone =
        number_difference(self->page.words, self->of->measure, self->of->zone, 0.0).value;
    if (*zone.text == '+') memmove(zone.text, zone.text + 1, strlen(zone.text));
    return zone;
}

static void paragraph(const struct sheet *self, const char *text)
{
    page_paragraph(&self->page, text, 0, PAGE_HANG);
}

static void write_answer(const struct sheet *self)
{
    const struct ranking *of = self->of;
    const struct sim_measure share = { .show = SIM_SHOW_SHARE };
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, _("Question: which of %zu options is the best by %s?"),
             of->n_options, page_label(of->measure));
    paragraph(self, line);
    if (of->guaranteed)
        snprintf(
            line, sizeof line,
            _("Answer: \"%s\", %s. With a chance of %s at least it is the best, if the best "
              "leads by %s or more; where several are closer together than that, it may be any "
              "of them."),
            of->options[0].name, value_of(self, 0).text,
            number_show(self->page.words, &share, of->level, 0.0).text, zone_of(self).text);
    else
        snprintf(
            line, sizeof line,
            _("Answer: \"%s\" is ahead with %s, but the selection was ended before its time: "
              "nothing is guaranteed."),
            of->options[0].name, value_of(self, 0).text);
    paragraph(self, line);
    edges_write(&self->page, &of->edges);
}

static const char *fate_of(const struct ranking *self, size_t i)
{
    if (i == 0) return _("selected");
    return self->options[i].survived ? _("in it to the end") : _("left the race");
}

static void write_options(const struct sheet *self)
{
    const struct ranking *of = self->of;
    size_t names = 8;
    for (size_t i = 0; i < of->n_options; i++) {
        const size_t width = layout_width(of->options[i].name);
        if (width > names) names = width < NAME_MOST ? width : NAME_MOST;
    }
    const struct layout_heading headings[] = {
        { "", PAGE_INDENT, names, false },
        { _("mean of runs"), 0, VALUE, true },
        { _("from the best"), 0, BEHIND, true },
        { _("runs"), 0, RUNS, true },
    };
    putc('\n', self->out);
    layout_headings(self->out, headings, 4);
    for (size_t i = 0; i < of->n_options; i++) {
        layout_blank(self->out, PAGE_INDENT);
        layout_left_tail(self->out, of->options[i].name, names);
        layout_right(self->out, value_of(self, i).text, VALUE);
        layout_right(self->out, i ? behind_of(self, i).text : "", BEHIND);
        layout_right(
            self->out,
            number_plain(self->page.words, (double)of->options[i].replications, 0).text, RUNS);
        fprintf(self->out, "  %s\n", fate_of(of, i));
    }
}

static void write_effort(const struct sheet *self)
{
    const struct ranking *of = self->of;
    const struct words words = self->page.words;
    char line[PAGE_LINE_MOST];
    putc('\n', self->out);
    snprintf(line, sizeof line,
             _("Spent: %s runs. To run every option as often as the one selected takes %s. ± "
               "after a "
               "mean: its 95 %% interval, from its own runs alone."),
             number_plain(words, (double)of->spent, 0).text,
             number_plain(words, (double)of->equal, 0).text);
    page_paragraph(&self->page, line, 0, 0);
    const bool common = strcmp(of->procedure, "kim-nelson") == 0;
    snprintf(
        line, sizeof line, "%s %s",
        common ? _("Kim and Nelson (2001): all options meet the same people and chances; one "
                   "leaves as soon as another is far enough ahead.")
               : _("Rinott (1978): each option has chances of its own, and runs as often as "
                   "its own variance asks for."),
        _("Differences between those that left are less well known than those to the best."));
    page_paragraph(&self->page, line, 0, 0);
    snprintf(line, sizeof line, _("Seed %" PRIu64 ", %s %s"), of->seed, of->base->program,
             of->base->version);
    page_paragraph(&self->page, line, 0, 0);
}

void ranking_text_write(FILE *out, const struct ranking *self, struct words words)
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
    write_answer(&sheet);
    write_options(&sheet);
    write_effort(&sheet);
}

static void write_rows(FILE *out, const void *of)
{
    const struct ranking *self = of;
    fputs("rank,option,title,sha256,measure,mean,replications,survived" CSV_END_OF_LINE, out);
    for (size_t i = 0; i < self->n_options; i++) {
        const struct ranking_option *option = &self->options[i];
        fprintf(out, "%zu", i + 1);
        csv_field(out, option->name);
        csv_field(out, option->title);
        csv_field(out, option->sha256);
        csv_field(out, self->measure->name);
        csv_reals(out, &option->value, 1);
        fprintf(out, ",%zu,%s" CSV_END_OF_LINE, option->replications,
                option->survived ? "true" : "false");
    }
}

static const struct csv_table table = { "ranking.csv", write_rows };

bool ranking_csv_check(const char *directory, struct sim_faults *faults)
{
    return csv_check(directory, table.name, faults);
}

bool ranking_csv_write(const char *directory, const struct ranking *self,
                       struct sim_faults *faults)
{
    return csv_write(directory, &table, 1, self, faults);
}
