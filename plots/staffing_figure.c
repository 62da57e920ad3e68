/* Agents required and present as steps over each weekday, what is missing hatched.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/drawing.h"
#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/staffing.h"

#include <math.h>

static const char *const file = "staffing";

/* What is drawn, and for whom. */
struct canvas {
    const struct staffing *staffing;
    struct words words;
};

/* A block per weekday; where its intervals do not follow each other, a blank line. */
static void table(FILE *out, size_t figure, const void *of)
{
    const struct staffing *self = ((const struct canvas *)of)->staffing;
    (void)figure;
    fputs("weekday\tstart\tstart_h\tend_h\tpresent\trequired\n", out);
    for (size_t i = 0; i < self->n; i++) {
        const struct staffing_interval *at = &self->intervals[i];
        if (i > 0 && at[-1].weekday != at->weekday)
            fputs("\n\n", out);
        else if (i > 0 && at[-1].end_h < at->start_h - 1e-6)
            putc('\n', out);
        fprintf(out, "%s\t%s\t%.10g\t%.10g\t%.10g\t%d\n", staffing_weekday(at->weekday),
                at->clock, at->start_h, at->end_h, at->present[self->n_groups],
                at->required[self->n_groups]);
    }
}

static void write_panels(FILE *script, const struct staffing *self)
{
    size_t n = 0;
    double from_h = 24.0, to_h = 0.0, most = 1.0;
    for (size_t i = 0; i < self->n; i++) {
        const struct staffing_interval *at = &self->intervals[i];
        n += i == 0 || at[-1].weekday != at->weekday;
        from_h = fmin(from_h, at->start_h);
        to_h = fmax(to_h, at->end_h);
        most = fmax(most, fmax(at->present[self->n_groups], at->required[self->n_groups]));
    }
    figure_list(script, "panel", n);
    n = 0;
    for (size_t i = 0; i < self->n; i++)
        if (i == 0 || self->intervals[i - 1].weekday != self->intervals[i].weekday)
            figure_item(script, "panel", n++,
                        words_text(staffing_weekday_title(self->intervals[i].weekday)));
    figure_number(script, "from_h", from_h);
    figure_number(script, "to_h", to_h);
    figure_number(script, "step_h", self->interval_h);
    figure_number(script, "most", ceil(1.06 * most));
}

static void caption(FILE *script, size_t figure, const void *of)
{
    const struct staffing *self = ((const struct canvas *)of)->staffing;
    char text[1024];
    (void)figure;
    snprintf(text, sizeof text,
             _("Agents on the phones, all groups together. Required: the fewest with which the "
               "target is met in the interval. Method %s: %s. Present: as scheduled, less what "
               "is likely to be away. Hatched: missing."),
             self->method, words_text(self->method_title));
    figure_caption_frame(script, _("Agents required and present"), text, 1200, 860);
    write_panels(script, self);
    figure_text(script, "key_required", _("agents required"));
    figure_text(script, "key_present", _("agents present"));
    figure_text(script, "key_missing", _("missing"));
    figure_text(script, "label_agents", _("agents"));
}

static void begin(FILE *script, const void *of)
{
    const struct canvas *canvas = of;
    const struct staffing *self = canvas->staffing;
    const char *title = self->title && *self->title ? self->title : self->name;
    char text[1024];
    size_t used = (size_t)snprintf(text, sizeof text, "%.300s\n", title ? title : "");
    for (size_t i = 0; i < self->n_targets && used < sizeof text - 120; i++)
        used += (size_t)snprintf(
            text + used, sizeof text - used, "%s%s %s %s", i ? ", " : "",
            words_text(self->measures[i]->label), self->targets[i].at_least ? "≥" : "≤",
            number_show(canvas->words, self->measures[i], self->targets[i].bound, 0.0).text);
    figure_caption_begin(script, text, canvas->words);
}

bool staffing_figure_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, file, faults);
}

bool staffing_figure_write(const char *directory, const struct staffing *self,
                           struct words words, const char *templates, struct sim_faults *faults)
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
