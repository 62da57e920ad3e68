/* Several figures into one folder, each as SVG and PNG with its data beside it: all or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/drawing.h"

#include "plots/figure.h"
#include "plots/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { TABLE, SVG, PNG, FORMS };

static const char *const endings[FORMS] = { "tsv", "svg", "png" };

/* The outputs of one figure. */
struct forms {
    struct output outputs[FORMS];
};

/* A drawing under way: the outputs of its figures, and where their names live. */
struct work {
    const struct drawing *drawing;
    struct sim_arena arena;
    struct forms *figures; /* [drawing->n] */
    FILE *script;
};

static bool outputs_open(struct work *self, const char *directory, struct sim_faults *faults)
{
    for (size_t i = 0; i < self->drawing->n; i++)
        for (int form = 0; form < FORMS; form++) {
            const char *path = sim_arena_print(&self->arena, "%s/%s.%s", directory,
                                               self->drawing->names[i], endings[form]);
            if (!path) return sim_faults_memory(faults);
            if (!output_open(&self->figures[i].outputs[form], path, faults)) return false;
        }
    return true;
}

static const char *written_to(const struct output *output)
{
    return output->temporary ? output->temporary : output->path;
}

/* One figure: its table is written at once, its two pictures will be by gnuplot. */
static bool figure_write(struct work *self, size_t i, struct sim_faults *faults)
{
    const struct drawing *drawing = self->drawing;
    struct output *outputs = self->figures[i].outputs;
    drawing->table(outputs[TABLE].file, i, drawing->of);
    if (!output_seal(&outputs[TABLE], faults)) return false;
    figure_text(self->script, "table", written_to(&outputs[TABLE]));
    drawing->caption(self->script, i, drawing->of);
    for (int form = SVG; form < FORMS; form++) {
        figure_text(self->script, "form", endings[form]);
        figure_text(self->script, "picture", written_to(&outputs[form]));
        fputs("load templates.'begin.gp'\n", self->script);
        fprintf(self->script, "load templates.'%s.gp'\n", drawing->names[i]);
        fputs("unset multiplot\nset output\n", self->script);
    }
    return true;
}

/* gnuplot may say that all is well and have drawn nothing: a full disk, for one. */
static bool is_empty(const struct output *output)
{
    return fseek(output->file, 0, SEEK_END) == 0 && ftell(output->file) == 0;
}

static bool outputs_seal(struct work *self, struct sim_faults *faults)
{
    for (size_t i = 0; i < self->drawing->n; i++)
        for (int form = SVG; form < FORMS; form++) {
            struct output *output = &self->figures[i].outputs[form];
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

static bool outputs_commit(struct work *self, struct sim_faults *faults)
{
    for (size_t i = 0; i < self->drawing->n; i++)
        for (int form = 0; form < FORMS; form++)
            if (!output_commit(&self->figures[i].outputs[form], faults)) return false;
    return true;
}

static bool draw(struct work *self, const char *directory, struct sim_faults *faults)
{
    const struct drawing *drawing = self->drawing;
    if (!outputs_open(self, directory, faults)) return false;
    figure_text(self->script, "templates", drawing->templates);
    drawing->begin(self->script, drawing->of);
    for (size_t i = 0; i < drawing->n; i++)
        if (!figure_write(self, i, faults)) return false;
    return figure_draw(self->script, faults) && outputs_seal(self, faults) &&
           outputs_commit(self, faults);
}

bool drawing_check(const char *directory, const char *name, struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct sim_arena arena = { 0 };
    const char *path = sim_arena_print(&arena, "%s/%s.png", directory, name);
    const bool ok = path ? output_check(path, faults) : sim_faults_memory(faults);
    sim_arena_close(&arena);
    if (made) rmdir(directory);
    return ok;
}

static bool work_run(struct work *self, const char *directory, struct sim_faults *faults)
{
    self->figures = sim_arena_new(&self->arena, self->drawing->n, sizeof *self->figures);
    if (!self->figures) return sim_faults_memory(faults);
    self->script = tmpfile();
    if (self->script) return draw(self, directory, faults);
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                               .path = "--plots",
                                               .what = N_("cannot be written"),
                                               .got = strerror(errno) });
    return false;
}

bool drawing_write(const struct drawing *self, const char *directory, struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct work work = { .drawing = self };
    const bool drawn = work_run(&work, directory, faults);
    for (size_t i = 0; work.figures && i < self->n; i++)
        for (int form = 0; form < FORMS; form++)
            output_abandon(&work.figures[i].outputs[form]);
    if (work.script) fclose(work.script);
    sim_arena_close(&work.arena);
    if (!drawn && made) rmdir(directory);
    return drawn;
}
