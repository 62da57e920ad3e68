/* A comparison as figures: cost against service, differences, the day of base and option.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison.h"
#include "plots/drawing.h"
#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/figure_table.h"

#include <math.h>
#include <string.h>

enum { FRONT, DIFFERENCES, DAY, FIGURES };
enum { NAMED_MOST = 12, LONG_NAME = 36 };

static const char *const names[FIGURES] = {
    [FRONT] = "compare_front", [DIFFERENCES] = "compare_differences", [DAY] = "compare_day"
};

/* What is drawn. */
struct canvas {
    const struct comparison *of;
    struct page page;     /* of the base */
    int figures[FIGURES]; /* those that apply */
    const char *names[FIGURES];
    size_t n;
};

static void write_reals(FILE *out, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (isnan(values[i]))
            fputs("\tNaN", out);
        else
            fprintf(out, "\t%.10g", values[i]);
}

/* A point of the front and half of its arm. */
struct spot {
    double at, half;
};

/* An option stands where the base stands, moved by the difference; its arm is the interval of
 * that difference. */
static struct spot spot_of(const struct comparison *self, size_t option, size_t measure)
{
    const struct comparison_cell *cell = &self->options[option].cells[measure];
    const double base = self->options[0].cells[measure].estimate.value;
    return (struct spot){ base + cell->difference.value, option == 0 ? 0.0 : cell->half };
}

static void write_moved(FILE *out, const struct comparison *self, size_t option, size_t measure)
{
    const struct spot spot = spot_of(self, option, measure);
    write_reals(out, (const double[]){ spot.at, spot.at - spot.half, spot.at + spot.half }, 3);
}

static void table_front(FILE *out, const struct canvas *canvas)
{
    const struct comparison *self = canvas->of;
    const char *cost = self->measures[self->cost]->name,
               *service = self->measures[self->service]->name;
    fprintf(out, "option\t%s\t%s_low\t%s_high\t%s\t%s_low\t%s_high\ton_front\n", cost, cost,
            cost, service, service, service);
    for (size_t i = 0; i < self->n_options; i++) {
        fputs(self->options[i].name, out);
        write_moved(out, self, i, self->cost);
        write_moved(out, self, i, self->service);
        fprintf(out, "\t%d\n", self->options[i].on_front);
    }
}

static void table_differences(FILE *out, const struct canvas *canvas)
{
    const struct comparison *self = canvas->of;
    fputs("measure\toption\trow\tdifference\tlow\thigh\tside\n", out);
    for (size_t m = 0; m < self->n_measures; m++) {
        if (m) fputs("\n\n", out);
        for (size_t i = 1; i < self->n_options; i++) {
            const struct comparison_cell *cell = &self->options[i].cells[m];
            const double value = cell->difference.value;
            fprintf(out, "%s\t%s\t%zu", self->measures[m]->name, self->options[i].name, i);
            write_reals(out,
                        (const double[]){ value, value - cell->half, value + cell->half,
                                          comparison_side(cell) },
                        4);
            putc('\n', out);
        }
    }
}

/* Half-hours of one option; an empty line where the day is interrupted. */
static void table_day_of(FILE *out, const struct canvas *canvas, size_t option)
{
    const struct sim_results *results = canvas->of->options[option].results;
    const struct page page = { .report = canvas->of->base, .results = results };
    const size_t axis = figure_axis(&page, "half_hour");
    const size_t measure = sim_results_measure(results, "answer_rate");
    const double step_h = figure_day(&page).step_h;
    double last_h = NAN;
    for (size_t i = 0; axis < results->n_axes && i < results->axes[axis].n; i++) {
        const struct sim_estimate *cell = &sim_results_cell(results, axis, i)[measure];
        const double start_h = figure_clock_h(results->axes[axis].cells[i]);
        if (start_h - last_h > step_h + 1e-6) putc('\n', out);
        last_h = start_h;
        fprintf(out, "%s\t%s", canvas->of->options[option].name, results->axes[axis].cells[i]);
        write_reals(
            out,
            (const double[]){ start_h, start_h + step_h, cell->value, cell->low, cell->high },
            5);
        putc('\n', out);
    }
}

static void table_day(FILE *out, const struct canvas *canvas)
{
    fputs("option\ttime\tstart_h\tend_h\tanswer_rate\tanswer_rate_low\tanswer_rate_high\n",
          out);
    table_day_of(out, canvas, 0);
    fputs("\n\n", out);
    table_day_of(out, canvas, comparison_first(canvas->of));
}

/* A share is drawn in points of a hundred; times in seconds. */
static double factor_of(const struct sim_measure *measure)
{
    return measure->show == SIM_SHOW_SHARE ? 100.0 : 1.0;
}

/* "answer rate, %" */
static struct page_text axis_label(const struct canvas *canvas, size_t measure, bool difference)
{
    const struct sim_measure *of = canvas->of->measures[measure];
    struct page_text text;
    const char *unit = of->show == SIM_SHOW_SHARE     ? (difference ? "pt" : "%")
                       : of->show == SIM_SHOW_SECONDS ? "s"
                       : of->unit && strcmp(of->unit, "EUR") == 0
                           ? (canvas->page.words.french ? "€" : "EUR")
                       : of->unit && strcmp(of->unit, "1") != 0 ? of->unit
                                                                : "";
    snprintf(text.text, sizeof text.text, "%s%s%s", page_label(of), *unit ? ", " : "", unit);
    return text;
}

/* Among many options only the base and the front are named: other names would hide points. */
static bool is_named(const struct comparison *self, size_t option)
{
    return self->n_options <= NAMED_MOST || option == 0 || self->options[option].on_front;
}

/* The name of each option, and where its arms end; it may stand beside either. */
static void write_names(FILE *script, const struct comparison *self)
{
    static const char *const lists[] = { "option", "left", "right", "at_service" };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        figure_list(script, lists[i], self->n_options);
    for (size_t i = 0; i < self->n_options; i++) {
        const struct spot cost = spot_of(self, i, self->cost);
        const double half = isnan(cost.half) ? 0.0 : cost.half;
        figure_item(script, "option", i, is_named(self, i) ? self->options[i].name : "");
        figure_value(script, "left", i, cost.at - half);
        figure_value(script, "right", i, cost.at + half);
        figure_value(script, "at_service", i, spot_of(self, i, self->service).at);
    }
}

static void caption_front(FILE *script, const struct canvas *canvas)
{
    const struct comparison *self = canvas->of;
    struct page_text many = { "" };
    char text[1024];
    if (self->n_options > NAMED_MOST)
        snprintf(many.text, sizeof many.text, " %s",
                 _("There are many options: only the base and those on the line are named."));
    snprintf(
        text, sizeof text, "%s%s",
        _("Each option is drawn as far from the base as the simulations put it, with the 95 % "
          "intervals of that distance, which hold for all options together; the line joins "
          "the options that no other beats on both cost and service."),
        many.text);
    figure_caption_frame(script, _("Cost against service"), text, 1200, 720);
    figure_number(script, "factor_cost", factor_of(self->measures[self->cost]));
    figure_number(script, "factor_service", factor_of(self->measures[self->service]));
    figure_number(script, "service_up", self->measures[self->service]->better != SIM_LOWER);
    figure_text(script, "label_cost", axis_label(canvas, self->cost, false).text);
    figure_text(script, "label_service", axis_label(canvas, self->service, false).text);
    write_names(script, self);
    figure_text(script, "key_base", _("base"));
    figure_text(script, "key_front", _("worth its cost"));
    figure_text(script, "key_beaten", _("beaten by another"));
}

/* Panels side by side: long names leave room for two. */
static double panels_across(const struct comparison *self)
{
    double across = 3.0;
    for (size_t i = 1; i < self->n_options; i++)
        if (strlen(self->options[i].name) > LONG_NAME) across = 2.0;
    return fmin(across, (double)self->n_measures);
}

static void caption_differences(FILE *script, const struct canvas *canvas)
{
    const struct comparison *self = canvas->of;
    const double rows = (double)(self->n_options - 1);
    const double across = panels_across(self);
    const double down = ceil((double)self->n_measures / across);
    struct page_text text;
    snprintf(text.text, sizeof text.text,
             _("Differences to \"%s\" with intervals that hold together with 95 %%."),
             self->options[0].name);
    figure_caption_frame(script, _("Differences to the base"), text.text, 1200,
                         250.0 + down * (110.0 + 34.0 * rows));
    figure_number(script, "rows", rows);
    figure_number(script, "panels_across", across);
    figure_text(script, "key_better", _("better"));
    figure_text(script, "key_worse", _("worse"));
    figure_text(script, "key_same", _("no difference shown"));
    figure_list(script, "panel", self->n_measures);
    figure_list(script, "factor", self->n_measures);
    for (size_t m = 0; m < self->n_measures; m++) {
        figure_item(script, "panel", m, axis_label(canvas, m, true).text);
        figure_value(script, "factor", m, factor_of(self->measures[m]));
    }
    figure_list(script, "option", self->n_options - 1);
    for (size_t i = 1; i < self->n_options; i++)
        figure_item(script, "option", i - 1, self->options[i].name);
}

static void caption_day(FILE *script, const struct canvas *canvas)
{
    const struct comparison *self = canvas->of;
    figure_caption_frame(script, _("Answer rate over the day, base and option"),
                         _("Mean of all days of all runs, by the time of dialling; bands: 95 % "
                           "intervals. The same people call, so that the difference is better "
                           "known than the bands say."),
                         1200, 720);
    figure_caption_rate(script, &canvas->page);
    figure_text(script, "key_base", self->options[0].name);
    figure_text(script, "key_option", self->options[comparison_first(self)].name);
}

static void begin(FILE *script, const void *of)
{
    const struct canvas *canvas = of;
    figure_caption_run(script, &canvas->page);
    figure_number(script, "from_h", 0.0);
    figure_number(script, "to_h", 24.0);
}

static void table(FILE *out, size_t figure, const void *of)
{
    static void (*const tables[])(FILE * out, const struct canvas *canvas) = {
        [FRONT] = table_front, [DIFFERENCES] = table_differences, [DAY] = table_day
    };
    const struct canvas *canvas = of;
    tables[canvas->figures[figure]](out, canvas);
}

static void caption(FILE *script, size_t figure, const void *of)
{
    static void (*const captions[])(FILE * script, const struct canvas *canvas) = {
        [FRONT] = caption_front, [DIFFERENCES] = caption_differences, [DAY] = caption_day
    };
    const struct canvas *canvas = of;
    captions[canvas->figures[figure]](script, canvas);
}

bool comparison_figures_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, names[DIFFERENCES], faults);
}

static bool applies(const struct comparison *self, int figure)
{
    if (figure == FRONT) return comparison_has_front(self) && self->cost != self->service;
    return figure != DAY || comparison_first(self) > 0;
}

bool comparison_figures_write(const char *directory, const struct comparison *self,
                              struct words words, const char *templates,
                              struct sim_faults *faults)
{
    struct canvas canvas = {
        .of = self,
        .page = { .report = self->base, .results = self->base->results, .words = words }
    };
    for (int i = 0; i < FIGURES; i++) {
        if (!applies(self, i)) continue;
        canvas.figures[canvas.n] = i;
        canvas.names[canvas.n++] = names[i];
    }
    const struct drawing drawing = { .names = canvas.names,
                                     .n = canvas.n,
                                     .templates = templates,
                                     .of = &canvas,
                                     .begin = begin,
                                     .table = table,
                                     .caption = caption };
    return drawing_write(&drawing, directory, faults);
}
