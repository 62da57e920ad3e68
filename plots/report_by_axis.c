/* The tables of the text report by line, reason, group, weekday, half-hour.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/report_tables.h"
#include "plots/sections.h"

#include <math.h>
#include <string.h>

enum { GAP = 3, LABEL_MOST = 30, COLUMNS_MOST = 6, CELLS_MOST = 60, AXES_MOST = 32 };

struct column {
    size_t measure, value, margin, width; /* width: of the two and of the heading */
};

struct axis_table {
    const struct page *page;
    FILE *out;
    const struct sim_results *results;
    size_t axis, label, n;
    struct column columns[COLUMNS_MOST];
};

static size_t max(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* True where some cell has more to say than nought. */
static bool applies(const struct sim_results *results, size_t axis, size_t measure)
{
    if (measure >= results->n_measures || axis >= AXES_MOST) return false;
    if (!(results->measures[measure].axes >> axis & 1U)) return false;
    for (size_t i = 0; i < results->axes[axis].n; i++) {
        const double value = sim_results_cell(results, axis, i)[measure].value;
        if (!isnan(value) && value != 0) return true;
    }
    return false;
}

static struct column column_of(const struct axis_table *self, size_t index)
{
    const struct sim_measure *measure = &self->results->measures[index];
    struct column column = { .measure = index };
    for (size_t i = 0; i < self->results->axes[self->axis].n; i++) {
        const struct sim_estimate *cell = sim_results_cell(self->results, self->axis, i);
        const struct number_pair pair = page_pair(self->page, measure, &cell[index]);
        column.value = max(column.value, layout_width(pair.value.text));
        column.margin = max(column.margin, layout_width(pair.margin.text));
    }
    const size_t numbers = column.value + (column.margin ? column.margin + 1 : 0);
    column.width = max(numbers, layout_longest_word(page_label(measure)));
    column.value += column.width - numbers;
    return column;
}

/* Chooses the most telling columns that have something to say and that the page can hold. */
static void choose_columns(struct axis_table *self)
{
    size_t width = PAGE_INDENT + self->label;
    for (const char *const *name = section_columns; *name && self->n < COLUMNS_MOST; name++) {
        const size_t index = sim_results_measure(self->results, *name);
        if (!applies(self->results, self->axis, index)) continue;
        const struct column column = column_of(self, index);
        if (width + GAP + column.width > LAYOUT_WIDTH) continue;
        width += GAP + column.width;
        self->columns[self->n++] = column;
    }
}

static size_t label_width(const struct page *page, const struct sim_axis *axis)
{
    struct number room;
    size_t width = 0;
    for (size_t i = 0; i < axis->n; i++)
        width = max(width, layout_width(page_cell(page, axis, i, &room)));
    return width < LABEL_MOST ? width : LABEL_MOST;
}

static void write_heading(const struct axis_table *self)
{
    const char *name = self->results->axes[self->axis].name, *title = section_axis_title(name);
    struct layout_heading headings[COLUMNS_MOST];
    putc('\n', self->out);
    fprintf(self->out, title ? "%s" : _("By %s"), title ? words_text(title) : name);
    putc('\n', self->out);
    for (size_t i = 0; i < self->n; i++)
        headings[i] = (struct layout_heading){
            page_label(&self->results->measures[self->columns[i].measure]),
            GAP + (i ? 0 : PAGE_INDENT + self->label), self->columns[i].width, true
        };
    layout_headings(self->out, headings, self->n);
}

static bool is_empty(const struct axis_table *self, const struct sim_estimate *cell)
{
    for (size_t i = 0; i < self->n; i++)
        if (!isnan(cell[self->columns[i].measure].value)) return false;
    return true;
}

static void write_cell(const struct axis_table *self, const struct column *column,
                       const struct sim_estimate *estimate)
{
    const struct sim_measure *measure = &self->results->measures[column->measure];
    const struct number_pair pair = page_pair(self->page, measure, estimate);
    layout_blank(self->out, GAP);
    layout_right(self->out, pair.value.text, column->value);
    layout_blank(self->out, column->margin ? 1 : 0);
    const bool last = column == &self->columns[self->n - 1];
    layout_left(self->out, pair.margin.text,
                last ? layout_width(pair.margin.text) : column->margin);
}

static void write_rows(const struct axis_table *self)
{
    const struct sim_axis *axis = &self->results->axes[self->axis];
    struct number room;
    for (size_t i = 0; i < axis->n && i < CELLS_MOST; i++) {
        const struct sim_estimate *cell = sim_results_cell(self->results, self->axis, i);
        if (is_empty(self, cell)) continue;
        layout_blank(self->out, PAGE_INDENT);
        layout_left(self->out, page_cell(self->page, axis, i, &room), self->label);
        for (size_t j = 0; j < self->n; j++)
            write_cell(self, &self->columns[j], &cell[self->columns[j].measure]);
        putc('\n', self->out);
    }
    if (axis->n <= CELLS_MOST) return;
    layout_blank(self->out, PAGE_INDENT);
    fprintf(self->out, _("… and %zu more: see --csv"), axis->n - CELLS_MOST);
    putc('\n', self->out);
}

void report_by_axis(const struct page *page)
{
    const struct sim_results *results = page->results;
    for (size_t axis = 0; axis < results->n_axes; axis++) {
        if (results->axes[axis].depth > SIM_FOR_ALL || results->axes[axis].n < 2) continue;
        struct axis_table table = { .page = page, .out = page->out, .results = results };
        table.axis = axis;
        table.label = label_width(page, &results->axes[axis]);
        choose_columns(&table);
        if (!table.n) continue;
        write_heading(&table);
        write_rows(&table);
    }
}
