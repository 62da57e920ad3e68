/* The results of a run as tidy tables: one observation a row, for R, Python or a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/results_csv.h"

#include "plots/output.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { AXES_MOST = 32 };

#define END_OF_LINE "\r\n"

/* Quotes a field that holds a comma, a quote or a line end; quotes within are doubled. */
static void write_text(FILE *out, const char *text)
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

static void write_reals(FILE *out, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        putc(',', out);
        write_real(out, values[i]);
    }
}

static void write_estimate(FILE *out, const struct sim_estimate *estimate)
{
    write_reals(out, (const double[]){ estimate->value, estimate->low, estimate->high }, 3);
}

static void write_field(FILE *out, const char *text)
{
    putc(',', out);
    write_text(out, text);
}

static void write_measures(FILE *out, const struct report *report)
{
    const struct sim_results *results = report->results;
    static const char *const better[] = { "lower", "neither", "higher" };
    fputs("measure,value,low,high,p10,p90,unit,better,definition" END_OF_LINE, out);
    for (size_t i = 0; i < results->n_measures; i++) {
        const struct sim_measure *measure = &results->measures[i];
        const struct sim_estimate *estimate = &results->overall[i];
        write_text(out, measure->name);
        write_estimate(out, estimate);
        write_reals(out, (const double[]){ estimate->p10, estimate->p90 }, 2);
        write_field(out, measure->unit);
        write_field(out, better[measure->better - SIM_LOWER]);
        write_field(out, measure->definition);
        fputs(END_OF_LINE, out);
    }
}

/* "2017-10-02 08:30-09:00" is date, start and end; of any other name all goes to the date. */
static void write_dated_name(FILE *out, const char *cell)
{
    const char *space = strchr(cell, ' '), *dash = space ? strchr(space, '-') : NULL;
    if (dash)
        fprintf(out, "%.*s,%.*s,%s", (int)(space - cell), cell, (int)(dash - space - 1),
                space + 1, dash + 1);
    else {
        write_text(out, cell);
        fputs(",,", out);
    }
}

static void write_cell_name(FILE *out, const struct sim_axis *axis, size_t cell)
{
    if (axis->depth == SIM_FOR_DATES) {
        write_dated_name(out, axis->cells[cell]);
        return;
    }
    write_text(out, axis->name);
    write_field(out, axis->cells[cell]);
}

static void write_cell(FILE *out, const struct sim_results *results, size_t axis, size_t cell)
{
    const struct sim_estimate *estimates = sim_results_cell(results, axis, cell);
    for (size_t i = 0; i < results->n_measures; i++) {
        if (!(results->measures[i].axes >> axis & 1U)) continue;
        write_cell_name(out, &results->axes[axis], cell);
        write_field(out, results->measures[i].name);
        write_estimate(out, &estimates[i]);
        fputs(END_OF_LINE, out);
    }
}

static void write_axes(FILE *out, const struct sim_results *results, bool dated)
{
    for (size_t axis = 0; axis < results->n_axes && axis < AXES_MOST; axis++)
        for (size_t i = 0; i < results->axes[axis].n; i++)
            if ((results->axes[axis].depth == SIM_FOR_DATES) == dated)
                write_cell(out, results, axis, i);
}

static void write_cells(FILE *out, const struct report *report)
{
    fputs("axis,cell,measure,value,low,high" END_OF_LINE, out);
    write_axes(out, report->results, false);
}

static void write_intervals(FILE *out, const struct report *report)
{
    fputs("date,start,end,measure,value,low,high" END_OF_LINE, out);
    write_axes(out, report->results, true);
}

static void write_replications_header(FILE *out, const struct sim_results *results)
{
    fputs("replication", out);
    for (size_t i = 0; i < results->n_measures; i++) {
        const char *name = results->measures[i].name;
        fprintf(out, ",%s", name);
        if (results->measures[i].quantity == SIM_RATIO)
            fprintf(out, ",%s.over,%s.under", name, name);
    }
    fputs(END_OF_LINE, out);
}

static void write_replications(FILE *out, const struct report *report)
{
    const struct sim_results *results = report->results;
    write_replications_header(out, results);
    for (size_t row = 0; row < results->n_done; row++) {
        fprintf(out, "%zu", row + 1);
        for (size_t i = 0; i < results->n_measures; i++) {
            const size_t at = row * results->n_measures + i;
            const bool ratio = results->measures[i].quantity == SIM_RATIO;
            write_reals(out,
                        (const double[]){ sim_results_row(results, row, i), results->over[at],
                                          results->under[at] },
                        ratio ? 3 : 1);
        }
        fputs(END_OF_LINE, out);
    }
}

/* What the other tables came of, so that none is taken for more than it is. */
static void write_run(FILE *out, const struct report *report)
{
    const struct sim_results *results = report->results;
    fputs("program,version,scenario,title,sha256,seed,replications,interrupted" END_OF_LINE,
          out);
    write_text(out, report->program);
    const char *const texts[] = { report->version, report->name, report->title,
                                  report->sha256 };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        write_field(out, texts[i]);
    fprintf(out, ",%" PRIu64 ",%zu,%s" END_OF_LINE, results->seed, results->n_done,
            results->interrupted ? "true" : "false");
}

static const struct {
    const char *name;
    void (*write)(FILE *out, const struct report *report);
} tables[] = {
    { "run.csv", write_run },
    { "measures.csv", write_measures },
    { "cells.csv", write_cells },
    { "intervals.csv", write_intervals },
    { "replications.csv", write_replications },
};

enum { TABLES = sizeof tables / sizeof *tables };

/* The outputs and where their names live. */
struct tables_out {
    struct sim_arena arena;
    struct output outputs[TABLES];
};

static bool seal_all(struct tables_out *self, const char *directory,
                     const struct report *report, struct sim_faults *faults)
{
    for (size_t i = 0; i < TABLES; i++) {
        const char *path = sim_arena_print(&self->arena, "%s/%s", directory, tables[i].name);
        if (!path) return sim_faults_memory(faults);
        if (!output_open(&self->outputs[i], path, faults)) return false;
        tables[i].write(self->outputs[i].file, report);
        if (!output_seal(&self->outputs[i], faults)) return false;
    }
    return true;
}

static bool commit_all(struct tables_out *self, struct sim_faults *faults)
{
    bool all = true;
    for (size_t i = 0; i < TABLES && all; i++)
        all = output_commit(&self->outputs[i], faults);
    return all;
}

bool results_csv_check(const char *directory, struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct sim_arena arena = { 0 };
    const char *path = sim_arena_print(&arena, "%s/%s", directory, tables[0].name);
    const bool ok = path ? output_check(path, faults) : sim_faults_memory(faults);
    sim_arena_close(&arena);
    if (made) rmdir(directory);
    return ok;
}

bool results_csv_write(const char *directory, const struct report *report,
                       struct sim_faults *faults)
{
    bool made;
    if (!output_directory(directory, &made, faults)) return false;
    struct tables_out all = { .arena = { 0 } };
    const bool written = seal_all(&all, directory, report, faults) && commit_all(&all, faults);
    for (size_t i = 0; i < TABLES; i++)
        output_abandon(&all.outputs[i]);
    sim_arena_close(&all.arena);
    if (!written && made) rmdir(directory);
    return written;
}
