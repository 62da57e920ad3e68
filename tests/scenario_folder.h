/* An empty folder for each test of scenario files, and what is read from it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SCENARIO_FOLDER_H
#define TESTS_SCENARIO_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "scenarios/layer.h"
#include "scenarios/scenario_read.h"
#include "tests/scratch.h"
#include "tests/small_world.h"

/* Every test runs in an empty folder of its own, so that files have short names. */
static inline int enter_folder(void **state)
{
    static const char shape[] = SCRATCH_NAME;
    char *folder = malloc(sizeof shape);
    memcpy(folder, shape, sizeof shape);
    *state = folder;
    return !mkdtemp(folder) || chdir(folder) != 0;
}

static inline int leave_folder(void **state)
{
    static const char *const left[] = {
        "a.cfg", "b.cfg", "c.cfg", "in/a.cfg", "in", "link.cfg"
    };
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        remove(left[i]);
    const int failed = chdir("/") != 0 || rmdir(*state) != 0;
    free(*state);
    return failed;
}

static inline void write_bytes(const char *file, const char *bytes, size_t size)
{
    FILE *out = fopen(file, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, size, out), size);
    assert_int_equal(fclose(out), 0);
}

static inline void write_text(const char *file, const char *text)
{
    write_bytes(file, text, strlen(text));
}

/* One reading of layers, or of a whole scenario. */
struct reading {
    struct sim_arena arena;
    struct sim_faults faults;
    struct layers layers;
    struct world world;
    struct scenario_source source;
};

static inline void reading_close(struct reading *self)
{
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

/* file:line: path: what (got, wanted) hint */
static inline const char *faults_text(struct reading *self)
{
    const char *text = "";
    for (size_t i = 0; i < self->faults.n; i++) {
        const struct sim_fault *f = &self->faults.items[i];
        text = sim_arena_print(&self->arena, "%s%s%s:%u: %s: %s (%s, %s) %s", text,
                               i ? "\n" : "", f->file ? f->file : "-", f->line,
                               f->path ? f->path : "-", f->what, f->got ? f->got : "-",
                               f->wanted ? f->wanted : "-", f->hint ? f->hint : "-");
    }
    return text;
}

static inline const char *flat_text(struct reading *self)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    setting_write(out, self->layers.root);
    fclose(out);
    const char *copy = sim_arena_text(&self->arena, text);
    free(text);
    return copy;
}

/* Reads a.cfg with overrides, up to a NULL. */
static inline void layers_open(struct reading *self, const char *const *sets)
{
    *self = (struct reading){ 0 };
    size_t n = 0;
    while (sets && sets[n])
        n++;
    const bool ok = layers_read("a.cfg", sets, n, &self->layers, &self->arena, &self->faults);
    assert_int_equal(ok, self->faults.n == 0);
}

static inline void expect_faults(const char *wanted)
{
    struct reading r;
    layers_open(&r, NULL);
    assert_string_equal(faults_text(&r), wanted);
    assert_int_equal(sim_faults_exit(&r.faults), 2);
    reading_close(&r);
}

static inline bool scenario_open(struct reading *self, const char *file,
                                 const char *const *sets, size_t n)
{
    *self = (struct reading){ 0 };
    return scenario_read(file, sets, n, &world_fields, &self->world, &self->arena,
                         &self->source, &self->faults);
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

#endif
