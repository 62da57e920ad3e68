/* A run as figures, each as SVG and PNG with its data beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/figures.h"

#include "plots/drawing.h"
#include "plots/figure_caption.h"
#include "plots/figure_table.h"

#include <math.h>

/* A figure: its files and its template are named after it. */
struct figure {
    const char *name;
    const char *axes[3]; /* those it cannot do without, up to a NULL */
    size_t least;        /* cells of the first of them */
    void (*table)(FILE *out, const struct page *page);
    void (*caption)(FILE *script, const struct page *page);
};

static const struct figure figures[] = {
    { "answer_rate", { "half_hour" }, 1, figure_table_day, figure_caption_day },
    { "presence",
      { "half_hour", "weekday", "week" },
      1,
      figure_table_presence,
      figure_caption_presence },
    { "waits", { "half_hour" }, 1, figure_table_waits, figure_caption_waits },
    { "week", { "weekday", "week", "half_hour" }, 1, figure_table_week, figure_caption_week },
    { "attempts", { "attempt" }, 2, figure_table_attempts, figure_caption_attempts },
    { "lines",
      { "line", "line_half_hour", "half_hour" },
      2,
      figure_table_lines,
      figure_caption_lines },
};

enum { FIGURES = sizeof figures / sizeof *figures };
/* The figures that a run has data for. */
struct chosen {
    const struct page *page;
    const struct figure *figures[FIGURES];
    const char *names[FIGURES];
    size_t n;
};

static bool figure_applies(const struct figure *self, const struct page *page)
{
    for (size_t i = 0; i < 3 && self->axes[i]; i++)
        if (figure_axis(page, self->axes[i]) == page->results->n_axes) return false;
    if (self->table == figure_table_waits &&
        isnan(figure_longer(page, "wait_all_p50", 0.0).value))
        return false; /* nobody called */
    return page->results->axes[figure_axis(page, self->axes[0])].n >= self->least;
}

static void begin(FILE *script, const void *of)
{
    const struct chosen *chosen = of;
    figure_caption_run(script, chosen->page);
}

static void table(FILE *out, size_t figure, const void *of)
{
    const struct chosen *chosen = of;
    chosen->figures[figure]->table(out, chosen->page);
}

static void caption(FILE *script, size_t figure, const void *of)
{
    const struct chosen *chosen = of;
    chosen->figures[figure]->caption(script, chosen->page);
}

bool figures_check(const char *directory, struct sim_faults *faults)
{
    return drawing_check(directory, figures[0].name, faults);
}

bool figures_write(const char *directory, const struct report *report, struct words words,
                   const char *templates, struct sim_faults *faults)
{
    const struct page page = { .report = report, .results = report->results, .words = words };
    struct chosen chosen = { .page = &page };
    for (int i = 0; i < FIGURES; i++) {
        if (!figure_applies(&figures[i], &page)) continue;
        chosen.figures[chosen.n] = &figures[i];
        chosen.names[chosen.n++] = figures[i].name;
    }
    const struct drawing drawing = { .names = chosen.names,
                                     .n = chosen.n,
                                     .templates = templates,
                                     .of = &chosen,
                                     .begin = begin,
                                     .table = table,
                                     .caption = caption };
    return drawing_write(&drawing, directory, faults);
}
