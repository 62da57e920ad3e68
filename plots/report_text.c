/* The report that a planner reads on a screen: headline first, at most 100 columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report_text.h"

#include "plots/gap_result.h"
#include "plots/report_tables.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static void write_interrupted(const struct page *self)
{
    char line[PAGE_LINE_MOST];
    if (!self->results->interrupted) return;
    snprintf(
        line, sizeof line,
        _("*** INTERRUPTED after %zu of %zu runs: the numbers are of these runs only. ***"),
        self->results->n_done, self->results->n_asked);
    page_paragraph(self, line, 0, 0);
}

static void write_warnings(const struct page *self)
{
    if (self->results->n_done == 0)
        page_paragraph(self, _("No run was finished: there is nothing to show."), 0, 0);
    if (self->results->n_done == 1)
        page_paragraph(self, _("One run only: no intervals (ask for 30 runs or more)."), 0, 0);
}

static void write_reading(const struct page *self)
{
    const char *const intervals =
        _("± or (low–high): 95 % interval of the mean, narrower with more runs. \"8 in 10\": "
          "one single run in ten is below, one above, by chance alone; this is no forecast.");
    const char *const more = _("More measures and tables: --full.");
    const bool single = self->results->n_done < 2;
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line, "%s %s %s",
             _("A run is one simulated copy of the whole period."), single ? "" : intervals,
             self->full ? "" : more);
    putc('\n', self->out);
    page_paragraph(self, line, 0, 0);
}

/* Adds "set: 12" to a list, unless there are none. */
static size_t add_count(char *line, size_t used, const char *before, const char *words,
                        size_t n)
{
    if (!n || used + strlen(before) >= PAGE_LINE_MOST) return used;
    used = (size_t)(stpcpy(line + used, before) - line);
    snprintf(line + used, PAGE_LINE_MOST - used, _("%s: %zu"), words, n);
    return used + strlen(line + used);
}

enum { CLASSES = 5 };

/* Inputs that came from somewhere, and on what they rest. */
static size_t add_inputs(char *line, size_t used, const char *words, const size_t of[CLASSES],
                         const char *unclassed)
{
    const char *const rests[CLASSES] = { _("given by the centre"), _("read elsewhere"),
                                         _("computed"), _("assumed"), unclassed };
    const char *before = " (";
    size_t all = 0;
    for (size_t i = 0; i < CLASSES; i++)
        all += of[i];
    if (!all) return used;
    used = add_count(line, used, used ? ", " : "", words, all);
    if (all == of[CLASSES - 1]) return used;
    for (size_t i = 0; i < CLASSES; i++) {
        used = add_count(line, used, before, rests[i], of[i]);
        if (of[i]) before = ", ";
    }
    if (used + 2 < PAGE_LINE_MOST) used = (size_t)(stpcpy(line + used, ")") - line);
    return used;
}

static void write_inputs(const struct page *self)
{
    static const char classes[] = "GRAD";
    /* strchr() finds class 0, a plain choice, at the end of the string. */
    const struct sim_inputs *inputs = self->report->inputs;
    size_t of[3][CLASSES] = { 0 };
    char line[PAGE_LINE_MOST] = "";
    if (!inputs || !inputs->n) return;
    for (size_t i = 0; i < inputs->n; i++) {
        const struct sim_input *input = &inputs->items[i];
        const bool is_default = input->origin == SIM_DEFAULT;
        const char *class =
            strchr(classes, is_default ? sim_input_class(input) : input->class_told);
        if (class) of[input->origin][class - classes]++;
    }
    size_t used = add_inputs(line, 0, _("set"), of[SIM_SET], _("not classed"));
    used = add_inputs(line, used, _("inherited"), of[SIM_INHERITED], _("not classed"));
    add_inputs(line, used, _("by default"), of[SIM_DEFAULT], _("plain choices"));
    char all[PAGE_LINE_MOST + 64];
    snprintf(all, sizeof all, _("Inputs, %s"), line);
    page_paragraph(self, all, 0, 0);
}

static void write_origin(const struct page *self)
{
    const struct report *report = self->report;
    const unsigned long n = self->results->n_done;
    char line[PAGE_LINE_MOST], seed[32];
    snprintf(seed, sizeof seed, "%" PRIu64, self->results->seed);
    snprintf(line, sizeof line,
             ngettext("%lu run, seed %s, %s %s, scenario %s, sha256 %.12s",
                      "%lu runs, seed %s, %s %s, scenario %s, sha256 %.12s", n),
             n, seed, report->program, report->version, report->name ? report->name : "–",
             report->sha256 ? report->sha256 : "–");
    page_paragraph(self, line, 0, 0);
}

void report_text_write(FILE *out, const struct report *report, struct words words, bool full)
{
    const struct page page = { out, report, report->results, words, full };
    write_interrupted(&page);
    write_warnings(&page);
    if (report->results->interrupted || report->results->n_done < 2) putc('\n', out);
    report_headline(&page);
    report_overall(&page);
    report_formula(&page);
    report_worst(&page);
    if (full) report_by_axis(&page);
    if (report->gap) gap_text_write(out, report->gap, words);
    write_reading(&page);
    write_inputs(&page);
    write_origin(&page);
    write_interrupted(&page);
}
