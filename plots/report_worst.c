/* Where it is worst: the half-hours, weekdays, lines ... that are clearly worse than the whole.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell is clearly worse when its whole 95 % interval lies on the worse side of the whole 95 %
 * interval of all calls together: chance alone names one only rarely, however many there are.
 */
#include "plots/layout.h"
#include "plots/report_tables.h"
#include "plots/sections.h"

#include <math.h>
#include <string.h>

enum { GAP = 2, CELL_MOST = 32, ROWS_MOST = 32, COLUMNS_MOST = 4, AXES_MOST = 32 };

struct row {
    size_t axis, cell;
};

struct column {
    size_t measure, value, margin, width; /* width: of the two and of the heading */
};

struct worst {
    const struct page *page;
    const struct sim_results *results;
    struct row rows[ROWS_MOST];
    struct column columns[COLUMNS_MOST];
    size_t n_rows, n_columns, noun, cell;
    char alike[PAGE_LINE_MOST]; /* the axes that have no such cell */
};

static size_t max(size_t a, size_t b)
{
    return a > b ? a : b;
}

static const struct sim_estimate *estimate_of(const struct worst *self, struct row row,
                                              size_t measure)
{
    static const struct sim_estimate none = { NAN, NAN, NAN, NAN, NAN };
    const bool applies = self->results->measures[measure].axes >> row.axis & 1U;
    return applies ? &sim_results_cell(self->results, row.axis, row.cell)[measure] : &none;
}

/* How bad a cell is: higher is worse. Of a measure that is good neither high nor low
 * (occupancy) the high end is the strain. */
static double badness(const struct sim_measure *measure, double value)
{
    return measure->better == SIM_HIGHER ? -value : value;
}

static bool is_clearly_worse(const struct worst *self, struct row row, size_t measure)
{
    const struct sim_measure *what = &self->results->measures[measure];
    const struct sim_estimate *cell = estimate_of(self, row, measure);
    const struct sim_estimate *whole = &self->results->overall[measure];
    if (badness(what, cell->value) <= badness(what, whole->value)) return false;
    return what->better == SIM_HIGHER ? cell->high < whole->low : cell->low > whole->high;
}

/* The measure that judges the cells of an axis; n_measures when none applies to two of them. */
static size_t judge_of(const struct worst *self, size_t axis)
{
    for (const char *const *name = section_judges; *name; name++) {
        const size_t measure = page_measure(self->page, *name);
        size_t n = 0;
        if (measure >= self->results->n_measures) continue;
        for (size_t i = 0; i < self->results->axes[axis].n; i++)
            if (!isnan(estimate_of(self, (struct row){ axis, i }, measure)->value)) n++;
        if (n > 1) return measure;
    }
    return self->results->n_measures;
}

static bool is_listed(const struct worst *self, struct row row)
{
    for (size_t i = 0; i < self->n_rows; i++)
        if (self->rows[i].axis == row.axis && self->rows[i].cell == row.cell) return true;
    return false;
}

/* Adds the worst cell of an axis that is not yet listed; false when none is clearly worse. */
static bool add_worst(struct worst *self, size_t axis, size_t judge)
{
    const struct sim_measure *measure = &self->results->measures[judge];
    struct row worst = { axis, self->results->axes[axis].n };
    for (size_t i = 0; i < self->results->axes[axis].n; i++) {
        const struct row row = { axis, i };
        if (is_listed(self, row) || !is_clearly_worse(self, row, judge)) continue;
        if (worst.cell == self->results->axes[axis].n ||
            badness(measure, estimate_of(self, row, judge)->value) >
                badness(measure, estimate_of(self, worst, judge)->value))
            worst = row;
    }
    if (worst.cell == self->results->axes[axis].n || self->n_rows == ROWS_MOST) return false;
    self->rows[self->n_rows++] = worst;
    return true;
}

static const char *noun_of(const struct worst *self, size_t axis)
{
    return words_text(section_axis_noun(self->results->axes[axis].name));
}

static void add_place(struct worst *self, const struct section_place *place)
{
    for (size_t axis = 0; axis < self->results->n_axes && axis < AXES_MOST; axis++) {
        if (strcmp(self->results->axes[axis].name, place->axis) != 0) continue;
        const size_t judge = judge_of(self, axis), before = self->n_rows;
        if (judge >= self->results->n_measures) continue;
        while (self->n_rows - before < place->most && add_worst(self, axis, judge))
            ;
        if (self->n_rows > before) continue;
        const size_t used = strlen(self->alike);
        snprintf(self->alike + used, sizeof self->alike - used, "%s%s", used ? ", " : "",
                 noun_of(self, axis));
    }
}

static struct column column_of(const struct worst *self, size_t measure)
{
    struct column column = { .measure = measure };
    for (size_t i = 0; i < self->n_rows; i++) {
        const struct sim_estimate *estimate = estimate_of(self, self->rows[i], measure);
        if (isnan(estimate->value)) continue;
        const struct number_pair pair =
            page_pair(self->page, &self->results->measures[measure], estimate);
        column.value = max(column.value, layout_width(pair.value.text));
        column.margin = max(column.margin, layout_width(pair.margin.text));
    }
    if (!column.value) return column;
    const char *label = page_label(&self->results->measures[measure]);
    const size_t numbers = column.value + (column.margin ? column.margin + 1 : 0);
    column.width = max(numbers, layout_longest_word(label));
    column.value += column.width - numbers;
    return column;
}

static void fit_labels(struct worst *self)
{
    struct number room;
    for (size_t i = 0; i < self->n_rows; i++) {
        const struct sim_axis *axis = &self->results->axes[self->rows[i].axis];
        const char *cell = page_cell(self->page, axis, self->rows[i].cell, &room);
        self->noun = max(self->noun, layout_width(noun_of(self, self->rows[i].axis)));
        self->cell = max(self->cell, layout_width(cell));
    }
    if (self->cell > CELL_MOST) self->cell = CELL_MOST;
}

/* Gives the columns what the page has left, so that their headings need fewer lines. */
static void widen_columns(struct worst *self, size_t spare)
{
    for (size_t i = 0; i < self->n_columns; i++) {
        struct column *column = &self->columns[i];
        const size_t label =
            layout_width(page_label(&self->results->measures[column->measure]));
        if (label <= column->width || label - column->width > spare) continue;
        spare -= label - column->width;
        column->value += label - column->width;
        column->width = label;
    }
}

static void choose_columns(struct worst *self)
{
    size_t width = PAGE_INDENT + self->noun + GAP + self->cell;
    for (const char *const *name = section_worst; *name; name++) {
        const size_t measure = page_measure(self->page, *name);
        if (measure >= self->results->n_measures || self->n_columns == COLUMNS_MOST) continue;
        const struct column column = column_of(self, measure);
        if (!column.value || width + GAP + column.width > LAYOUT_WIDTH) continue;
        width += GAP + column.width;
        self->columns[self->n_columns++] = column;
    }
    widen_columns(self, LAYOUT_WIDTH - width);
}

static void write_headings(const struct worst *self)
{
    const size_t first = PAGE_INDENT + self->noun + GAP + self->cell;
    struct layout_heading headings[COLUMNS_MOST + 1] = { { _("Where it is worst"), 0, first,
                                                           false } };
    for (size_t i = 0; i < self->n_columns; i++)
        headings[i + 1] = (struct layout_heading){
            page_label(&self->results->measures[self->columns[i].measure]), GAP,
            self->columns[i].width, true
        };
    layout_headings(self->page->out, headings, self->n_columns + 1);
}

static void write_row(const struct worst *self, size_t index)
{
    FILE *out = self->page->out;
    const struct row row = self->rows[index];
    const bool again = index && self->rows[index - 1].axis == row.axis;
    size_t blanks = 0;
    struct number room;
    layout_blank(out, PAGE_INDENT);
    layout_left(out, again ? "" : noun_of(self, row.axis), self->noun + GAP);
    layout_left(out, page_cell(self->page, &self->results->axes[row.axis], row.cell, &room),
                self->cell);
    for (size_t i = 0; i < self->n_columns; i++) {
        const struct column *column = &self->columns[i];
        const struct sim_estimate *estimate = estimate_of(self, row, column->measure);
        blanks += GAP;
        if (isnan(estimate->value)) {
            blanks += column->width;
            continue;
        }
        const struct number_pair pair =
            page_pair(self->page, &self->results->measures[column->measure], estimate);
        layout_blank(out, blanks);
        layout_right(out, pair.value.text, column->value);
        layout_blank(out, column->margin ? 1 : 0);
        fputs(pair.margin.text, out);
        blanks = column->margin - layout_width(pair.margin.text);
    }
    putc('\n', out);
}

void report_worst(const struct page *page)
{
    struct worst worst = { .page = page, .results = page->results };
    char line[2 * PAGE_LINE_MOST];
    if (page->results->n_done < 2) return;
    for (size_t i = 0; i < n_section_places; i++)
        add_place(&worst, &section_places[i]);
    if (!worst.n_rows && !*worst.alike) return;
    putc('\n', page->out);
    if (worst.n_rows) {
        fit_labels(&worst);
        choose_columns(&worst);
        write_headings(&worst);
        for (size_t i = 0; i < worst.n_rows; i++)
            write_row(&worst, i);
    }
    if (!*worst.alike) return;
    snprintf(line, sizeof line, _("No clear difference by %s."), worst.alike);
    page_paragraph(page, line, worst.n_rows ? PAGE_INDENT : 0, PAGE_HANG);
}
