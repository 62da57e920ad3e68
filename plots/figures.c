/* A run as figures, each as SVG and PNG with its data beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/figures.h"

#include "plots/figure.h"
#include "plots/figure_caption.h"
#include "plots/figure_table.h"
#include "plots/output.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

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
enum { TABLE, SVG, PNG, FORMS };

static const char *const endings[FORMS] = { "tsv", "svg", "png" };

/* All outputs of a folder, and where their names live. */
struct drawing {
    struct sim_arena arena;
    struct output outputs[FIGURES][FORMS];
    bool applies[FIGURES];
    FILE *script;
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

static bool outputs_open(struct drawing *self, const char *directory, struct sim_faults *faults)
{
    for (int i = 0; i < FIGURES; i++)
        for (int form = 0; self->applies[i] && form < FORMS; form++) {
            const char *path = sim_arena_print(&self->arena, "%s/%s.%s", directory,
                                               figures[i].name, endings[form]);
            if (!path) return sim_faults_memory(faults);
            if (!output_open(&self->outputs[i][form], path, faults)) return false;
        }
    return true;
}

static const char *written_to(const struct output *output)
{
    return output->temporary ? output->temporary : output->path;
}

/* One figure: its table is written at once, its two pictures will be by gnuplot. */
static bool figure_write(struct drawing *self, int i, const struct page *page,
                         struct sim_faults *faults)
{
    struct output *outputs = self->outputs[i];
    figures[i].table(outputs[TABLE].file, page);
    if (!output_seal(&outputs[TABLE], faults)) return false;
    figure_text(self->script, "table", written_to(&outputs[TABLE]));
    figures[i].caption(self->script, page);
    for (int form = SVG; form < FORMS; form++) {
        figure_text(self->script, "form", endings[form]);
        figure_text(self->script, "picture", written_to(&outputs[form]));
        fputs("load templates.'begin.gp'\n", self->script);
        fprintf(self->script, "load templates.'%s.gp'\n", figures[i].name);
        fputs("unset multiplot\nset output\n", self->script);
    }
    return true;
}

/* gnuplot may say that all is well and have drawn nothing: a full disk, for one. */
static bool is_empty(const struct output *output)
{
    return fseek(output->file, 0, SEEK_END) == 0 && ftell(output->file) == 0;
}

static bool outputs_seal(struct drawing *self, struct sim_faults *faults)
{
    for (int i = 0; i < FIGURES; i++)
        for (int form = SVG; self->applies[i] && form < FORMS; form++) {
            struct output *output = &self->outputs[i][form];
            if (output->temporary && is_empty(output)) {
                sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                                           .file = output->path,
                                                           .what = N_("cannot be written") });
                return false;
            }
            if (!output_seal(output, faults)) return false;
        }
    return true;
}

static bool outputs_commit(struct drawing *self, struct sim_faults *faults)
{
    for (int i = 0; i < FIGURES; i++)
        for (int form = 0; self->applies[i] && form < FORMS; form++)
            if (!output_commit(&self->outputs[i][form], faults)) return false;
    return true;
}

static bool draw(struct drawing *self, const char *directory, const char *templates,
                 const struct page *page, struct sim_faults *faults)
{
    for (int i = 0; i < FIGURES; i++)
        self->applies[i] = figure_applies(&figures[i], page);
    if (!outputs_open(self, directory, faults)) return false;
    figure_text(self->script, "templates", templates);
    figure_caption_run(self->script, page);
    for (int i = 0; i < FIGURES; i++)
        if (self->applies[i] && !figure_write(self, i, page, faults)) return false;
    return figure_draw(self->script, faults) && outputs_seal(self, faults) &&
           outputs_commit(self, faults);
}

bool figures_check(const char *directory, struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct sim_arena arena = { 0 };
    const char *path = sim_arena_print(&arena, "%s/%s.png", directory, figures[0].name);
    const bool ok = path ? output_check(path, faults) : sim_faults_memory(faults);
    sim_arena_close(&arena);
    if (made) rmdir(directory);
    return ok;
}

bool figures_write(const char *directory, const struct report *report, struct words words,
                   const char *templates, struct sim_faults *faults)
{
    const struct page page = { .report = report, .results = report->results, .words = words };
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct drawing drawing = { .script = tmpfile() };
    bool drawn = false;
    if (drawing.script)
        drawn = draw(&drawing, directory, templates, &page, faults);
    else
        sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                                   .path = "--plots",
                                                   .what = N_("cannot be written"),
                                                   .got = strerror(errno) });
    for (int i = 0; i < FIGURES; i++)
        for (int form = 0; form < FORMS; form++)
            output_abandon(&drawing.outputs[i][form]);
    if (drawing.script) fclose(drawing.script);
    sim_arena_close(&drawing.arena);
    if (!drawn && made) rmdir(directory);
    return drawn;
}
