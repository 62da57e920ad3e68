/* What a training plan costs and gives, as a figure: hours given and saved, as they add up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/drawing.h"
#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/payback_result.h"

#include <math.h>
#include <string.h>

static const char *const file = "training";

enum { TIC_SHARE = 9 }; /* so many dates fit side by side */

struct canvas {
    const struct payback_result *result;
    struct page page;
};

/* Days count from 1 at the end of the first; before it nothing was given or saved. */
static void table(FILE *out, size_t figure, const void *of)
{
    const struct payback_result *self = ((const struct canvas *)of)->result;
    const struct words plain = { .french = false };
    (void)figure;
    fputs("date\tday\tgiven_h\tsaved_h\tlow_h\thigh_h\n", out);
    for (size_t i = 0; i < self->n_days; i++) {
        const bool known = !isnan(self->saved[i].low);
        fprintf(out, "%s\t%zu\t%.10g\t%.10g\t%.10g\t%.10g\n",
                number_date(plain, self->first_date + (int)i).text, i + 1, self->given[i].value,
                self->saved[i].value, known ? self->saved[i].low : self->saved[i].value,
                known ? self->saved[i].high : self->saved[i].value);
    }
}

/* Writes a tic: its date, and where it stands. */
static void write_tic(FILE *script, const struct canvas *canvas, size_t n, size_t day,
                      double at)
{
    const int date = canvas->result->first_date + (int)day;
    figure_item(script, "month", n, number_date(canvas->page.words, date).text);
    figure_value(script, "month_day", n, at);
}

/* Where months begin, and last the last day, at its end: no month is named too near to it. */
static void write_months(FILE *script, const struct canvas *canvas)
{
    const struct payback_result *self = canvas->result;
    const struct words plain = { .french = false };
    size_t n = 0;
    const size_t every = self->n_days > 200 ? 2 : 1;
    figure_list(script, "month", self->n_days + 1);
    figure_list(script, "month_day", self->n_days + 1);
    for (size_t i = 0, months = 0; i < self->n_days; i++) {
        const struct number day = number_date(plain, self->first_date + (int)i);
        if (i > 0 && strcmp(&day.text[8], "01") != 0) continue;
        if (months++ % every || (self->n_days - i) * TIC_SHARE < self->n_days) continue;
        write_tic(script, canvas, n++, i, (double)i);
    }
    write_tic(script, canvas, n++, self->n_days - 1, (double)self->n_days);
    figure_number(script, "n_months", (double)n);
}

static void caption(FILE *script, size_t figure, const void *of)
{
    const struct canvas *canvas = of;
    const struct sim_crossing *crossing = &canvas->result->crossing;
    const bool pays = crossing->at != SIM_NEVER_CROSSES;
    (void)figure;
    figure_caption_frame(script, _("Training: hours given and saved"),
                         _("Hours of training given, and hours of handling saved by it (talk, "
                           "wrap-up, call-backs, "
                           "consultations), as they add up over the horizon: means of all "
                           "runs, with the plan and "
                           "without it on the same callers and absences."),
                         1200, 720);
    figure_number(script, "from_h", 0.0); /* of a day: the page asks */
    figure_number(script, "to_h", 24.0);
    write_months(script, canvas);
    figure_number(script, "n_days", (double)canvas->result->n_days);
    figure_number(script, "pays_at", pays ? crossing->at + 1.0 : NAN);
    figure_text(script, "label_hours", _("hours since the beginning"));
    figure_text(script, "key_given", _("training given"));
    figure_text(script, "key_saved", _("handling saved, mean"));
    figure_text(script, "key_interval", _("its 95 % interval"));
    figure_text(script, "key_pays", _("paid back from here on"));
}

static void begin(FILE *script, const void *of)
{
    figure_caption_run(script, &((const struct canvas *)of)->page);
}

bool payback_figure_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, file, faults);
}

bool payback_figure_write(const char *directory, const struct payback_result *self,
                          struct words words, const char *templates, struct sim_faults *faults)
{
    const struct canvas canvas = {
        self, { .report = self->report, .results = self->report->results, .words = words }
    };
    const struct drawing drawing = { .names = &file,
                                     .n = 1,
                                     .templates = templates,
                                     .of = &canvas,
                                     .begin = begin,
                                     .table = table,
                                     .caption = caption };
    return drawing_write(&drawing, directory, faults);
}
