/* What a sample found, on one screen: how much fits, why the rest does not, where it lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/page.h"
#include "plots/report.h"
#include "plots/sample.h"

#include <math.h>
#include <stdlib.h>

enum { NAME_WIDTH = 34, GAP = 1, RANGE_WIDTH = 31 };

static const struct sim_measure shares = { .show = SIM_SHOW_SHARE };

/* What is written, and room for the values of one column. */
struct writing {
    const struct sample *of;
    struct page page;
    double *room; /* [of->n] */
};

static double value_of(const struct sample *self, size_t point, size_t column)
{
    return self->values[point * self->n_columns + column];
}

/* The points at which a fact holds; NaN where it is none. */
static double n_holding(const struct sample *self, size_t column)
{
    double n = 0;
    for (size_t i = 0; i < self->n; i++)
        n += sample_holds(&self->columns[column], value_of(self, i, column));
    return n;
}

static void write_answer(const struct writing *self)
{
    const struct sample *of = self->of;
    const struct sim_estimate share = report_share((double)of->n_fits, (double)of->n);
    const struct number fits = number_plain(self->page.words, (double)of->n_fits, 0),
                        all = number_plain(self->page.words, (double)of->n, 0);
    char line[PAGE_LINE_MOST];
    snprintf(line, sizeof line,
             ngettext("%s of %s points fits all facts: %s (95 %% interval %s).",
                      "%s of %s points fit all facts: %s (95 %% interval %s).", of->n_fits),
             fits.text, all.text, number_show(self->page.words, &shares, share.value, NAN).text,
             number_range(self->page.words, &shares, share.low, share.high).text);
    page_paragraph(&self->page, line, 0, 0);
    if (of->n < of->n_asked)
        page_paragraph(&self->page, _("Interrupted: fewer points than were asked for."), 0, 0);
}

static void write_head(const struct writing *self)
{
    const struct sample *of = self->of;
    char line[PAGE_LINE_MOST];
    page_paragraph(&self->page, of->title && *of->title ? of->title : of->name, 0, 0);
    snprintf(line, sizeof line,
             ngettext("%zu run of each scenario at each point",
                      "%zu runs of each scenario at each point", of->replications),
             of->replications);
    page_paragraph(&self->page, line, 0, 0);
    putc('\n', self->page.out);
}

static void write_row(FILE *out, const char *name, const char *first, const char *second)
{
    layout_blank(out, PAGE_INDENT);
    layout_left(out, name, NAME_WIDTH);
    layout_blank(out, GAP);
    layout_right(out, first, RANGE_WIDTH);
    layout_blank(out, GAP);
    layout_right(out, second, RANGE_WIDTH);
    putc('\n', out);
}

static void write_facts(const struct writing *self)
{
    const struct sample *of = self->of;
    FILE *out = self->page.out;
    putc('\n', out);
    write_row(out, _("Facts"), _("wanted"), _("points that meet it"));
    for (size_t c = 0; c < of->n_columns; c++) {
        const struct sample_column *column = &of->columns[c];
        if (!sample_is_fact(column)) continue;
        const double share = n_holding(of, c) / (double)of->n;
        write_row(out, column->title,
                  number_range(self->page.words, column->shown, column->low, column->high).text,
                  number_show(self->page.words, &shares, share, NAN).text);
    }
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

struct three {
    char text[2 * sizeof(struct number) + 16];
};

/* "low–high, middle" of numbers of one kind, in digits that tell them apart. */
static struct three three_of(const struct writing *self, const struct sim_measure *shown,
                             const double values[3])
{
    struct three text;
    const struct words words = self->page.words;
    if (isnan(values[1])) {
        snprintf(text.text, sizeof text.text, "%s", number_plain(words, NAN, 0).text);
        return text;
    }
    const double half = fabs(values[2] - values[0]) / 20.0;
    snprintf(text.text, sizeof text.text, "%s, %s",
             number_range(words, shown, values[0], values[2]).text,
             number_show(words, shown, values[1], half).text);
    return text;
}

/* The tenth, the middle and the ninetieth of a hundred of the points, or of those that fit;
 * what is undefined is none of them. */
static struct three spread(const struct writing *self, size_t column, bool fitting)
{
    const struct sample *of = self->of;
    size_t n = 0;
    double ranks[3] = { NAN, NAN, NAN };
    for (size_t i = 0; i < of->n; i++) {
        const double value = value_of(of, i, column);
        if (!isnan(value) && (of->fits[i] || !fitting)) self->room[n++] = value;
    }
    qsort(self->room, n, sizeof *self->room, ascending);
    for (size_t k = 0; n && k < 3; k++)
        ranks[k] = self->room[(size_t)((k == 0   ? 0.1
                                        : k == 1 ? 0.5
                                                 : 0.9) *
                                           (double)(n - 1) +
                                       0.5)];
    return three_of(self, of->columns[column].shown, ranks);
}

static void write_inputs(const struct writing *self)
{
    const struct sample *of = self->of;
    FILE *out = self->page.out;
    putc('\n', out);
    write_row(out, _("Inputs"), _("range, and its middle"), _("of those that fit"));
    for (size_t c = 0; c < of->n_columns; c++) {
        const struct sample_column *column = &of->columns[c];
        if (column->role == SAMPLE_FOUND) continue;
        const double range[] = { column->low, column->middle, column->high };
        write_row(out, column->title,
                  column->role == SAMPLE_SOLVED ? _("solved for")
                                                : three_of(self, column->shown, range).text,
                  spread(self, c, true).text);
    }
}

static void write_measures(const struct writing *self)
{
    const struct sample *of = self->of;
    FILE *out = self->page.out;
    putc('\n', out);
    write_row(out, _("Measures"), _("all points"), _("of those that fit"));
    for (size_t c = 0; c < of->n_columns; c++)
        if (of->columns[c].role == SAMPLE_FOUND)
            write_row(out, of->columns[c].title, spread(self, c, false).text,
                      spread(self, c, true).text);
    putc('\n', out);
    page_paragraph(
        &self->page,
        _("Of points: from what one in ten is below to what one in ten is above, and the "
          "median."),
        PAGE_INDENT, PAGE_INDENT);
}

void sample_text_write(FILE *out, const struct sample *self, struct words words)
{
    struct sim_arena arena = { 0 };
    const struct writing writing = { .of = self,
                                     .page = { .out = out, .words = words },
                                     .room = sim_arena_new(&arena, self->n, sizeof(double)) };
    write_head(&writing);
    write_answer(&writing);
    write_facts(&writing);
    if (writing.room) write_inputs(&writing);
    if (writing.room) write_measures(&writing);
    sim_arena_close(&arena);
}
