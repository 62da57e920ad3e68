/* What each assumption changes, as bars from low to high: the longest on top.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/drawing.h"
#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/page.h"
#include "plots/period.h"
#include "plots/tornado.h"

#include <math.h>
#include <string.h>

/* What is drawn. */
struct canvas {
    const struct tornado *of;
    struct words words;
};

static const char *const names[] = { "tornado" };

static double factor_of(const struct tornado *self)
{
    return self->measure->show == SIM_SHOW_SHARE ? 100.0 : 1.0;
}

static void begin(FILE *script, const void *of)
{
    const struct canvas *canvas = of;
    const struct tornado *self = canvas->of;
    char subtitle[512];
    struct page_text pair = { "" };
    const struct page page = { .report = self->base,
                               .results = self->base->results,
                               .words = canvas->words };
    const char *title =
        self->base->title && *self->base->title ? self->base->title : self->name;
    if (self->against)
        snprintf(pair.text, sizeof pair.text, _("\"%s\" less \"%s\""), self->against,
                 self->name);
    snprintf(subtitle, sizeof subtitle, "%.150s%s%.100s\n%.120s", title,
             self->against ? "\n" : "", pair.text, period_runs(&page).text);
    figure_caption_begin(script, subtitle, canvas->words);
    figure_number(script, "from_h", 0.0);
    figure_number(script, "to_h", 24.0);
}

static void write_end(FILE *out, const struct tornado_end *end)
{
    fprintf(out, "\t%.10g\t%.10g\t%.10g", end->input, end->value, end->half);
}

static void table(FILE *out, size_t figure, const void *of)
{
    (void)figure;
    const struct canvas *canvas = of;
    const struct tornado *self = canvas->of;
    fputs("input\trow\tlow\tvalue_at_low\thalf_at_low\thigh\tvalue_at_high\thalf_at_high\n",
          out);
    for (size_t i = 0; i < self->n_bars; i++) {
        fprintf(out, "%s\t%zu", self->bars[i].path, i + 1);
        write_end(out, &self->bars[i].low);
        write_end(out, &self->bars[i].high);
        putc('\n', out);
    }
}

static void write_labels(FILE *script, const struct tornado *self, struct words words)
{
    static const char *const lists[] = { "input", "at_low", "at_high" };
    for (size_t k = 0; k < 3; k++)
        figure_list(script, lists[k], self->n_bars);
    for (size_t i = 0; i < self->n_bars; i++) {
        const struct tornado_bar *bar = &self->bars[i];
        figure_item(script, "input", i, bar->path);
        figure_item(script, "at_low", i, tornado_input(words, bar, bar->low.input).text);
        figure_item(script, "at_high", i, tornado_input(words, bar, bar->high.input).text);
    }
}

/* "answer rate, %", "difference of answer rate, pt" */
static struct page_text label_of(const struct canvas *canvas)
{
    const struct sim_measure *measure = canvas->of->measure;
    const char *euro = canvas->words.french ? "€" : "EUR";
    const char *unit = measure->show == SIM_SHOW_SHARE ? (canvas->of->against ? "pt" : "%")
                       : measure->unit && strcmp(measure->unit, "EUR") == 0 ? euro
                       : measure->unit && strcmp(measure->unit, "1") != 0   ? measure->unit
                                                                            : "";
    struct page_text text;
    snprintf(text.text, sizeof text.text,
             canvas->of->against ? _("difference of %s%s%s") : "%s%s%s", page_label(measure),
             *unit ? ", " : "", unit);
    return text;
}

static void caption(FILE *script, size_t figure, const void *of)
{
    (void)figure;
    const struct canvas *canvas = of;
    const struct tornado *self = canvas->of;
    figure_caption_frame(
        script, _("What could make it wrong"),
        _("Each input alone at the low and the high end of its range, on the same people and "
          "chances; the line is where all stand as they are. Whiskers: simultaneous 95 % "
          "intervals of the change from there."),
        1200, 260.0 + 44.0 * (double)self->n_bars);
    const double bound = self->target ? self->target->bound : self->against ? 0.0 : NAN;
    figure_number(script, "factor", factor_of(self));
    figure_number(script, "stands", self->stands.value);
    figure_number(script, "bound", bound);
    figure_text(script, "label_value", label_of(canvas).text);
    figure_text(script, "key_low", _("at the low end"));
    figure_text(script, "key_high", _("at the high end"));
    figure_text(script, "key_bound", self->against ? _("here the choice turns") : _("target"));
    write_labels(script, self, canvas->words);
}

bool tornado_figure_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, names[0], faults);
}

bool tornado_figure_write(const char *directory, const struct tornado *self, struct words words,
                          const char *templates, struct sim_faults *faults)
{
    const struct canvas canvas = { self, words };
    const struct drawing drawing = { .names = names,
                                     .n = self->n_bars ? 1 : 0,
                                     .templates = templates,
                                     .of = &canvas,
                                     .begin = begin,
                                     .table = table,
                                     .caption = caption };
    return drawing_write(&drawing, directory, faults);
}
