/* Tidy tables as CSV (RFC 4180): fields, and folders of tables of which all appear or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/csv.h"

#include "plots/output.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void csv_text(FILE *out, const char *text)
{
    if (!text) return;
    if (!text[strcspn(text, ",\"\r\n")]) {
        fputs(text, out);
        return;
    }
    putc('"', out);
    for (; *text; text++) {
        if (*text == '"') putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}

/* The shortest digits that are read back as the same number. */
static void write_real(FILE *out, double value)
{
    char digits[40];
    if (!isfinite(value)) return;
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value) break;
    }
    fputs(digits, out);
}

void csv_reals(FILE *out, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        putc(',', out);
        write_real(out, values[i]);
    }
}

void csv_field(FILE *out, const char *text)
{
    putc(',', out);
    csv_text(out, text);
}

/* A folder of tables under way: the outputs, and where their names live. */
struct folder {
    struct sim_arena arena;
    struct output *outputs; /* [n] */
    size_t n;
};

static bool seal_all(struct folder *self, const char *directory, const struct csv_table *tables,
                     const void *of, struct sim_faults *faults)
{
    for (size_t i = 0; i < self->n; i++) {
        const char *path = sim_arena_print(&self->arena, "%s/%s", directory, tables[i].name);
        if (!path) return sim_faults_memory(faults);
        if (!output_open(&self->outputs[i], path, faults)) return false;
        tables[i].write(self->outputs[i].file, of);
        if (!output_seal(&self->outputs[i], faults)) return false;
    }
    return true;
}

static bool commit_all(struct folder *self, struct sim_faults *faults)
{
    bool all = true;
    for (size_t i = 0; i < self->n && all; i++)
        all = output_commit(&self->outputs[i], faults);
    return all;
}

bool csv_check(const char *directory, const char *name, struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct sim_arena arena = { 0 };
    const char *path = sim_arena_print(&arena, "%s/%s", directory, name);
    const bool ok = path ? output_check(path, faults) : sim_faults_memory(faults);
    sim_arena_close(&arena);
    if (made) rmdir(directory);
    return ok;
}

bool csv_write(const char *directory, const struct csv_table *tables, size_t n, const void *of,
               struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct folder folder = { .n = n };
    folder.outputs = sim_arena_new(&folder.arena, n, sizeof *folder.outputs);
    bool written = folder.outputs || sim_faults_memory(faults);
    written = written && seal_all(&folder, directory, tables, of, faults) &&
              commit_all(&folder, faults);
    for (size_t i = 0; folder.outputs && i < n; i++)
        output_abandon(&folder.outputs[i]);
    sim_arena_close(&folder.arena);
    if (!written && made) rmdir(directory);
    return written;
}
