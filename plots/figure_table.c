/* The data behind the figures, as tables: a header, tabs between columns, NaN for what is
 * undefined.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/figure_table.h"

#include "sim/estimate.h"
#include "sim/model.h"

#include <math.h>
#include <string.h>

size_t figure_axis(const struct page *page, const char *name)
{
    const struct sim_results *results = page->results;
    size_t i = 0;
    while (i < results->n_axes && strcmp(results->axes[i].name, name) != 0)
        i++;
    return i < results->n_axes && results->axes[i].n > 0 ? i : results->n_axes;
}

double figure_clock_h(const char *text)
{
    unsigned hour = 0, minute = 0;
    const char *last = strrchr(text, ' ');
    if (sscanf(last ? last + 1 : text, "%2u:%2u", &hour, &minute) != 2) return NAN;
    return hour + minute / 60.0;
}

struct figure_day figure_day(const struct page *page)
{
    const size_t axis = figure_axis(page, "half_hour");
    const double *interval_s = page_input(page, "interval");
    struct figure_day day = { 0.0, 24.0, interval_s ? *interval_s / 3600.0 : 0.5 };
    if (axis == page->results->n_axes) return day;
    const struct sim_axis *times = &page->results->axes[axis];
    day.from_h = figure_clock_h(times->cells[0]);
    day.to_h = figure_clock_h(times->cells[times->n - 1]) + day.step_h;
    return day;
}

static void write_real(FILE *out, double value)
{
    if (isnan(value))
        fputs("\tNaN", out);
    else
        fprintf(out, "\t%.10g", value);
}

static void write_estimate(FILE *out, const struct sim_estimate *estimate)
{
    write_real(out, estimate->value);
    write_real(out, estimate->low);
    write_real(out, estimate->high);
}

/* "answer_rate<TAB>answer_rate_low<TAB>answer_rate_high" */
static void write_heading(FILE *out, const char *measure)
{
    fprintf(out, "\t%s\t%s_low\t%s_high", measure, measure, measure);
}

/* A measure of a cell; undefined where the results lack it. */
static void write_measure(FILE *out, const struct page *page, size_t axis, size_t cell,
                          const char *measure)
{
    const size_t index = sim_results_measure(page->results, measure);
    const struct sim_estimate none = { NAN, NAN, NAN, NAN, NAN };
    write_estimate(out, index < page->results->n_measures
                            ? &sim_results_cell(page->results, axis, cell)[index]
                            : &none);
}

/* The cells of an axis that show one day: which, and what stands before each row. */
struct stretch {
    size_t axis, first, n;
    const char *panel; /* NULL: none */
};

/* One row per interval, with the measures named up to a NULL; each row is ended by `end`, where
 * given. */
static void write_stretch(FILE *out, const struct page *page, struct stretch stretch,
                          const char *const *measures,
                          void (*end)(FILE *out, const struct page *page, size_t i))
{
    const struct sim_axis *axis = &page->results->axes[stretch.axis];
    const double step_h = figure_day(page).step_h;
    for (size_t i = stretch.first; i < stretch.first + stretch.n; i++) {
        const char *space = strrchr(axis->cells[i], ' ');
        const double start_h = figure_clock_h(axis->cells[i]);
        if (i > stretch.first && start_h - figure_clock_h(axis->cells[i - 1]) > step_h + 1e-6)
            putc('\n', out);
        if (stretch.panel) fprintf(out, "%s\t", stretch.panel);
        fputs(space ? space + 1 : axis->cells[i], out);
        write_real(out, start_h);
        write_real(out, start_h + step_h);
        for (const char *const *name = measures; *name; name++)
            write_measure(out, page, stretch.axis, i, *name);
        if (end) end(out, page, i);
        putc('\n', out);
    }
}

static void write_spread(FILE *out, const struct page *page, size_t i)
{
    const struct sim_spread *spread =
        i < page->results->n_spreads ? &page->results->spreads[i] : NULL;
    write_real(out, spread ? sim_spread_quantile(spread, 0.1) : NAN);
    write_real(out, spread ? sim_spread_quantile(spread, 0.9) : NAN);
    write_real(out, spread ? (double)sim_spread_count(spread) : 0.0);
}

void figure_table_day(FILE *out, const struct page *page)
{
    static const char *const measures[] = { "answer_rate", NULL };
    const size_t axis = figure_axis(page, "half_hour");
    fputs("time\tstart_h\tend_h", out);
    write_heading(out, measures[0]);
    fputs("\tday_p10\tday_p90\tdays\n", out);
    write_stretch(out, page, (struct stretch){ axis, 0, page->results->axes[axis].n, NULL },
                  measures, write_spread);
}

/* The cells of "week" or "line_half_hour" that belong to a name: they stand together. */
static struct stretch stretch_of(const struct page *page, size_t axis, const char *name)
{
    const struct sim_axis *cells = &page->results->axes[axis];
    const size_t length = strlen(name);
    struct stretch stretch = { .axis = axis, .panel = name };
    for (size_t i = 0; i < cells->n; i++) {
        if (strncmp(cells->cells[i], name, length) != 0 || cells->cells[i][length] != ' ')
            continue;
        if (stretch.n++ == 0) stretch.first = i;
    }
    return stretch;
}

/* A panel for the whole, then one for each cell of an axis, with what `by` holds of it. */
static void write_all_then(FILE *out, const struct page *page, const char *axis, const char *by,
                           const char *const *measures)
{
    const struct sim_axis *panels = &page->results->axes[figure_axis(page, axis)];
    const size_t day = figure_axis(page, "half_hour"), parts = figure_axis(page, by);
    write_stretch(out, page, (struct stretch){ day, 0, page->results->axes[day].n, "all" },
                  measures, NULL);
    for (size_t i = 0; i < panels->n; i++) {
        fputs("\n\n", out);
        write_stretch(out, page, stretch_of(page, parts, panels->cells[i]), measures, NULL);
    }
}

void figure_table_presence(FILE *out, const struct page *page)
{
    static const char *const measures[] = { "agents_present", "offered_load", NULL };
    fputs("day\ttime\tstart_h\tend_h", out);
    for (const char *const *name = measures; *name; name++)
        write_heading(out, *name);
    putc('\n', out);
    write_all_then(out, page, "weekday", "week", measures);
}

void figure_table_lines(FILE *out, const struct page *page)
{
    static const char *const measures[] = { "answer_rate", NULL };
    fputs("line\ttime\tstart_h\tend_h", out);
    write_heading(out, measures[0]);
    putc('\n', out);
    write_all_then(out, page, "line", "line_half_hour", measures);
}

struct sim_estimate figure_longer(const struct page *page, const char *quantile, double wait_s)
{
    const struct sim_results *results = page->results;
    const size_t index = sim_results_measure(results, quantile);
    if (index == results->n_measures || !results->sections)
        return (struct sim_estimate){ NAN, NAN, NAN, NAN, NAN };
    return sim_above_estimate(results->sections, SIM_HISTOGRAMS,
                              results->measures[index].histograms, wait_s);
}

/* To where one in a hundred still waits, in whole minutes; six at least. The marks of the
 * figure are steps. */
struct figure_scale figure_waits_scale(const struct page *page)
{
    double to_s = 360.0;
    while (figure_longer(page, "wait_all_p50", to_s).value > 0.01)
        to_s += 60.0;
    static const double steps_s[] = { 2.0, 2.5, 4.0, 5.0, 10.0 };
    for (size_t i = 0; i < sizeof steps_s / sizeof *steps_s; i++)
        if (to_s / steps_s[i] <= 200.0) return (struct figure_scale){ to_s, steps_s[i] };
    return (struct figure_scale){ to_s, 20.0 };
}

void figure_table_waits(FILE *out, const struct page *page)
{
    const struct figure_scale scale = figure_waits_scale(page);
    fputs("wait_s", out);
    write_heading(out, "answered_longer");
    write_heading(out, "all_longer");
    putc('\n', out);
    for (int i = 0; i * scale.step_s <= scale.to_s; i++) {
        const double wait_s = i * scale.step_s;
        const struct sim_estimate answered = figure_longer(page, "wait_p50", wait_s),
                                  all = figure_longer(page, "wait_all_p50", wait_s);
        fprintf(out, "%.10g", wait_s);
        write_estimate(out, &answered);
        write_estimate(out, &all);
        putc('\n', out);
    }
}

/* The cell of a weekday and a time; n where it is closed. */
static size_t week_cell(const struct sim_axis *week, const char *weekday, double start_h)
{
    const size_t length = strlen(weekday);
    for (size_t i = 0; i < week->n; i++)
        if (strncmp(week->cells[i], weekday, length) == 0 &&
            fabs(figure_clock_h(week->cells[i]) - start_h) < 1e-6)
            return i;
    return week->n;
}

static void write_week_row(FILE *out, const struct page *page, const char *weekday, size_t row,
                           double start_h)
{
    const size_t axis = figure_axis(page, "week");
    const double step_h = figure_day(page).step_h;
    const size_t cell = week_cell(&page->results->axes[axis], weekday, start_h);
    const bool open = cell < page->results->axes[axis].n;
    const int minutes = (int)lround(start_h * 60.0);
    fprintf(out, "%s\t%02d:%02d\t%zu", weekday, minutes / 60, minutes % 60, row + 1);
    write_real(out, start_h);
    write_real(out, start_h + step_h);
    fprintf(out, "\t%d", open);
    if (open)
        write_measure(out, page, axis, cell, "answer_rate");
    else
        fputs("\tNaN\tNaN\tNaN", out);
    putc('\n', out);
}

void figure_table_week(FILE *out, const struct page *page)
{
    const struct sim_axis *days = &page->results->axes[figure_axis(page, "weekday")];
    const struct figure_day day = figure_day(page);
    const int n = (int)lround((day.to_h - day.from_h) / day.step_h);
    fputs("weekday\ttime\trow\tstart_h\tend_h\topen", out);
    write_heading(out, "answer_rate");
    putc('\n', out);
    for (size_t row = 0; row < days->n; row++)
        for (int i = 0; i < n; i++)
            write_week_row(out, page, days->cells[row], row, day.from_h + i * day.step_h);
}

void figure_table_attempts(FILE *out, const struct page *page)
{
    static const char *const measures[] = { "attempts", "answered", "redialled", "given_up",
                                            NULL };
    const size_t axis = figure_axis(page, "attempt");
    fputs("attempt", out);
    for (const char *const *name = measures; *name; name++)
        write_heading(out, *name);
    putc('\n', out);
    for (size_t i = 0; i < page->results->axes[axis].n; i++) {
        fputs(page->results->axes[axis].cells[i], out);
        for (const char *const *name = measures; *name; name++)
            write_measure(out, page, axis, i, *name);
        putc('\n', out);
    }
}
