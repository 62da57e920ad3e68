/* A sample as a figure: its axes two by two, the points that fit among the others.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/drawing.h"
#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/report.h"
#include "plots/sample.h"

#include <math.h>

static const char *const file = "sample";

struct canvas {
    const struct sample *of;
    struct words words;
};

/* The range that a column is drawn over: of an input its own, of the others what was found. */
struct extent {
    double low, high;
};

static double factor_of(const struct sample_column *column)
{
    return column->shown->show == SIM_SHOW_SHARE ? 100.0 : 1.0;
}

static double value_of(const struct sample *self, size_t point, size_t axis)
{
    const size_t column = self->axes[axis];
    return factor_of(&self->columns[column]) * self->values[point * self->n_columns + column];
}

static struct extent extent_of(const struct sample *self, size_t axis)
{
    struct extent extent = { NAN, NAN };
    for (size_t i = 0; i < self->n; i++) { /* fmin and fmax pass over NaN */
        extent.low = fmin(extent.low, value_of(self, i, axis));
        extent.high = fmax(extent.high, value_of(self, i, axis));
    }
    if (isnan(extent.low)) return (struct extent){ 0.0, 1.0 };
    const double room = fmax(0.08 * (extent.high - extent.low), 1e-6);
    return (struct extent){ extent.low - room, extent.high + room };
}

static void table(FILE *out, size_t figure, const void *of)
{
    const struct sample *self = ((const struct canvas *)of)->of;
    (void)figure;
    for (size_t a = 0; a < self->n_axes; a++)
        fprintf(out, "%s\t", self->columns[self->axes[a]].name);
    fputs("fits\n", out);
    for (size_t i = 0; i < self->n; i++) {
        for (size_t a = 0; a < self->n_axes; a++) {
            const double value = value_of(self, i, a);
            if (isnan(value))
                fputs("NaN\t", out);
            else
                fprintf(out, "%.10g\t", value);
        }
        fprintf(out, "%d\n", self->fits[i]);
    }
}

static void write_axes(FILE *script, const struct sample *self)
{
    figure_number(script, "n_axes", (double)self->n_axes);
    figure_list(script, "axis_label", self->n_axes);
    figure_list(script, "axis_low", self->n_axes);
    figure_list(script, "axis_high", self->n_axes);
    for (size_t a = 0; a < self->n_axes; a++) {
        const struct sample_column *column = &self->columns[self->axes[a]];
        const struct extent extent = extent_of(self, a);
        char label[256];
        snprintf(label, sizeof label, "%s%s", column->title,
                 column->shown->show == SIM_SHOW_SHARE     ? ", %"
                 : column->shown->show == SIM_SHOW_SECONDS ? ", s"
                                                           : "");
        figure_item(script, "axis_label", a, label);
        figure_value(script, "axis_low", a, extent.low);
        figure_value(script, "axis_high", a, extent.high);
    }
}

static void caption(FILE *script, size_t figure, const void *of)
{
    const struct canvas *canvas = of;
    const struct sample *self = canvas->of;
    static const struct sim_measure shares = { .show = SIM_SHOW_SHARE };
    const struct sim_estimate share = report_share((double)self->n_fits, (double)self->n);
    char text[1024];
    (void)figure;
    snprintf(
        text, sizeof text,
        _("Each point is one set of values, drawn from the ranges of the plan; %s of %s "
          "fit all facts (%s). What is drawn is where they lie, not how likely they are: the "
          "ranges are assumptions."),
        number_plain(canvas->words, (double)self->n_fits, 0).text,
        number_plain(canvas->words, (double)self->n, 0).text,
        number_range(canvas->words, &shares, share.low, share.high).text);
    figure_caption_frame(script, _("What agrees with what is known"), text,
                         self->n_axes > 2 ? 1500 : 900, 740);
    write_axes(script, self);
    figure_text(script, "key_other", _("does not fit"));
    figure_text(script, "key_fits", _("fits all facts"));
    figure_number(script, "n_fits", (double)self->n_fits);
}

static void begin(FILE *script, const void *of)
{
    const struct canvas *canvas = of;
    const char *title = canvas->of->title;
    figure_caption_begin(script, title && *title ? title : canvas->of->name, canvas->words);
    figure_number(script, "from_h", 0.0); /* the page asks for hours */
    figure_number(script, "to_h", 24.0);
}

bool sample_figure_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, file, faults);
}

bool sample_figure_write(const char *directory, const struct sample *self, struct words words,
                         const char *templates, struct sim_faults *faults)
{
    const struct canvas canvas = { self, words };
    const struct drawing drawing = { .names = &file,
                                     .n = 1,
                                     .templates = templates,
                                     .of = &canvas,
                                     .begin = begin,
                                     .table = table,
                                     .caption = caption };
    return drawing_write(&drawing, directory, faults);
}
