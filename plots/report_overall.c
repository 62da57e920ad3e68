/* The tables of the text report: measures in groups, each with its definition beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/report_tables.h"
#include "plots/sections.h"

#include <math.h>
#include <string.h>

enum { GAP = 2, LABEL_MOST = 30, LIST_MOST = 2048 };

/* How wide the columns of this table are: as their widest text; 0 where there is none. */
struct columns {
    size_t label, value, margin, range;
};

struct table {
    const struct page *page;
    const struct sim_results *results;
    struct columns columns;
    size_t definition; /* where that column begins */
    bool headed;       /* the columns have their headings */
};

/* What a level of a measure means, and from where on it is said. Occupancy: usual planning
 * practice; talk hours: the 2-3 h are INRS's and Orange's observation of jobs of this kind, the
 * 5 h are assumed. */
static const struct remark {
    const char *measure;
    double from, below;
    const char *words;
} remarks[] = {
    { "occupancy", 0.85, INFINITY,
      N_("Occupancy is above 85 %: hardly a pause between calls.") },
    { "talk_hours_per_agent_day", 0, 5,
      N_("Talk hours: 2 to 3 h a day were observed in jobs of this kind (INRS, Orange).") },
    { "talk_hours_per_agent_day", 5, INFINITY,
      N_("Talk hours: above 5 h a day, too much for one person; 2 to 3 h were observed (INRS, "
         "Orange).") },
};

static size_t max(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* On one screen, a measure that only says what its twin has said makes room for others. */
static bool is_repeated(const struct table *self, size_t measure)
{
    const char *twin = section_twin(self->results->measures[measure].name);
    const size_t other = twin ? page_measure(self->page, twin) : self->results->n_measures;
    return !self->page->full && other < self->results->n_measures &&
           self->results->overall[other].value == self->results->overall[measure].value;
}

static bool is_row(const struct table *self, size_t measure)
{
    if (measure >= self->results->n_measures) return false;
    const double value = self->results->overall[measure].value;
    return !isnan(value) && value != 0 && !is_repeated(self, measure);
}

static bool is_nought(const struct table *self, size_t measure)
{
    return measure < self->results->n_measures && self->results->overall[measure].value == 0;
}

static const char *const *names_of(const struct table *self, const struct section *section)
{
    return self->page->full ? section->names : section->keys;
}

static struct number range_of(const struct table *self, size_t index)
{
    const struct sim_estimate *estimate = &self->results->overall[index];
    if (self->results->n_done < 2) return (struct number){ "" };
    return number_range(self->page->words, &self->results->measures[index], estimate->p10,
                        estimate->p90);
}

static void fit_columns(struct columns *columns, const struct table *self, size_t index)
{
    const struct sim_measure *measure = &self->results->measures[index];
    const struct number_pair pair =
        page_pair(self->page, measure, &self->results->overall[index]);
    columns->label = max(columns->label, layout_width(page_label(measure)));
    columns->value = max(columns->value, layout_width(pair.value.text));
    columns->margin = max(columns->margin, layout_width(pair.margin.text));
    columns->range = max(columns->range, layout_width(range_of(self, index).text));
}

static void choose_columns(struct table *self)
{
    struct columns columns = { 0, 0, 0, layout_widest_line(_("8 single\nruns in 10")) };
    if (self->results->n_done < 2) columns.range = 0;
    for (size_t i = 0; i < n_sections; i++)
        for (const char *const *name = names_of(self, &sections[i]); *name; name++) {
            const size_t index = sim_results_measure(self->results, *name);
            if (is_row(self, index)) fit_columns(&columns, self, index);
        }
    for (size_t i = 0; self->page->full && i < self->results->n_measures; i++)
        if (is_row(self, i)) fit_columns(&columns, self, i);
    if (columns.label > LABEL_MOST) columns.label = LABEL_MOST;
    self->columns = columns;
    self->definition = PAGE_INDENT + columns.label + GAP + columns.value + GAP +
                       (columns.margin ? columns.margin + 1 : 0) +
                       (columns.range ? columns.range + GAP : 0);
}

static void write_row(const struct table *self, size_t index)
{
    FILE *out = self->page->out;
    const struct sim_measure *measure = &self->results->measures[index];
    const struct number_pair pair =
        page_pair(self->page, measure, &self->results->overall[index]);
    const struct columns *columns = &self->columns;
    layout_blank(out, PAGE_INDENT);
    layout_left(out, page_label(measure), columns->label);
    layout_blank(out, GAP);
    layout_right(out, pair.value.text, columns->value);
    layout_blank(out, columns->margin ? 1 : 0);
    layout_left(out, pair.margin.text, columns->margin);
    layout_blank(out, GAP);
    if (columns->range) layout_left(out, range_of(self, index).text, columns->range + GAP);
    layout_wrap(out, page_definition(self->page, measure).text, self->definition,
                self->definition);
}

static void write_headings(const struct table *self, const char *title)
{
    const struct columns *columns = &self->columns;
    const bool single = columns->range == 0;
    const size_t value = columns->value + (columns->margin ? columns->margin + 1 : 0);
    const struct layout_heading headings[] = {
        { title, 0, PAGE_INDENT + columns->label, false },
        { single ? _("value") : _("mean,\n95 % interval"), GAP, value, false },
        { single ? "" : _("8 single\nruns in 10"), single ? 0 : GAP, columns->range, false },
        { _("definition"), GAP, LAYOUT_WIDTH - self->definition, false },
    };
    layout_headings(self->page->out, headings, sizeof headings / sizeof *headings);
}

static void write_title(struct table *self, const char *title)
{
    if (!self->headed || self->page->full) putc('\n', self->page->out);
    if (self->headed)
        fprintf(self->page->out, "%s\n", title);
    else
        write_headings(self, title);
    self->headed = true;
}

/* What a sum is made of: "leave 10.1 % ± 0.2, absence 8.4 % ± 0.2". */
static void write_parts(const struct table *self, const char *const *parts)
{
    char line[LIST_MOST] = "";
    size_t used = 0;
    for (; *parts; parts++) {
        const size_t index = sim_results_measure(self->results, *parts);
        if (!is_row(self, index) || used >= sizeof line) continue;
        const struct sim_measure *measure = &self->results->measures[index];
        const struct page_text value =
            page_estimate(self->page, measure, &self->results->overall[index]);
        used +=
            (size_t)snprintf(line + used, sizeof line - used, "%s%s %s",
                             used ? ", " : _("of which: "), page_label(measure), value.text);
    }
    if (used)
        page_paragraph(self->page, line, PAGE_INDENT + PAGE_HANG, PAGE_INDENT + PAGE_HANG);
}

static void write_section(struct table *self, const struct section *section)
{
    bool titled = false;
    for (const char *const *name = names_of(self, section); *name; name++) {
        const size_t index = sim_results_measure(self->results, *name);
        if (!is_row(self, index)) continue;
        if (!titled) write_title(self, words_text(section->title));
        titled = true;
        write_row(self, index);
    }
    if (titled && section->parts && !self->page->full) write_parts(self, section->parts);
}

static void write_rest(struct table *self)
{
    bool titled = false;
    for (size_t i = 0; i < self->results->n_measures; i++) {
        if (section_has(self->results->measures[i].name) || !is_row(self, i)) continue;
        if (!titled) write_title(self, _("Also"));
        titled = true;
        write_row(self, i);
    }
}

/* The telling ones on one line ... */
static void list_noughts(const struct table *self)
{
    char line[LIST_MOST] = "";
    size_t used = 0;
    for (size_t i = 0; i < n_sections; i++)
        for (const char *const *name = sections[i].keys; *name; name++) {
            const size_t index = sim_results_measure(self->results, *name);
            if (!is_nought(self, index) || used >= sizeof line) continue;
            if (!section_is_spoken_of(*name)) continue;
            used += (size_t)snprintf(line + used, sizeof line - used, "%s%s",
                                     used ? ", " : _("Zero in every run: "),
                                     page_label(&self->results->measures[index]));
        }
    if (used) page_paragraph(self->page, line, PAGE_INDENT, PAGE_HANG);
}

/* ... or all, with their definitions. */
static void write_noughts(const struct table *self)
{
    const size_t at = PAGE_INDENT + self->columns.label + GAP;
    bool titled = false;
    for (size_t i = 0; i < self->results->n_measures; i++) {
        if (!is_nought(self, i)) continue;
        if (!titled) fprintf(self->page->out, "\n%s\n", _("Zero in every run"));
        titled = true;
        layout_blank(self->page->out, PAGE_INDENT);
        layout_left(self->page->out, page_label(&self->results->measures[i]),
                    self->columns.label + GAP);
        layout_wrap(self->page->out,
                    page_definition(self->page, &self->results->measures[i]).text, at, at);
    }
}

static void write_remarks(const struct page *self)
{
    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++) {
        const size_t index = page_measure(self, remarks[i].measure);
        if (index >= self->results->n_measures) continue;
        const double value = self->results->overall[index].value;
        if (value > remarks[i].from && value <= remarks[i].below)
            page_paragraph(self, words_text(remarks[i].words), PAGE_INDENT, PAGE_HANG);
    }
}

void report_overall(const struct page *page)
{
    struct table table = { .page = page, .results = page->results };
    choose_columns(&table);
    for (size_t i = 0; i < n_sections; i++)
        write_section(&table, &sections[i]);
    if (page->full) {
        write_rest(&table);
        write_noughts(&table);
    } else {
        list_noughts(&table);
    }
    if (!table.headed) return;
    if (page->full) putc('\n', page->out);
    write_remarks(page);
}
