/* The results of a run as tidy tables: one observation a row, for R, Python or a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/results_csv.h"

#include "plots/csv.h"

#include <inttypes.h>
#include <string.h>

enum { AXES_MOST = 32 };

static void write_estimate(FILE *out, const struct sim_estimate *estimate)
{
    csv_reals(out, (const double[]){ estimate->value, estimate->low, estimate->high }, 3);
}

static void write_measures(FILE *out, const void *of)
{
    const struct report *report = of;
    const struct sim_results *results = report->results;
    static const char *const better[] = { "lower", "neither", "higher" };
    fputs("measure,value,low,high,p10,p90,unit,better,definition" CSV_END_OF_LINE, out);
    for (size_t i = 0; i < results->n_measures; i++) {
        const struct sim_measure *measure = &results->measures[i];
        const struct sim_estimate *estimate = &results->overall[i];
        csv_text(out, measure->name);
        write_estimate(out, estimate);
        csv_reals(out, (const double[]){ estimate->p10, estimate->p90 }, 2);
        csv_field(out, measure->unit);
        csv_field(out, better[measure->better - SIM_LOWER]);
        csv_field(out, measure->definition);
        fputs(CSV_END_OF_LINE, out);
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
        csv_text(out, cell);
        fputs(",,", out);
    }
}

static void write_cell_name(FILE *out, const struct sim_axis *axis, size_t cell)
{
    if (axis->depth == SIM_FOR_DATES) {
        write_dated_name(out, axis->cells[cell]);
        return;
    }
    csv_text(out, axis->name);
    csv_field(out, axis->cells[cell]);
}

static void write_cell(FILE *out, const struct sim_results *results, size_t axis, size_t cell)
{
    const struct sim_estimate *estimates = sim_results_cell(results, axis, cell);
    for (size_t i = 0; i < results->n_measures; i++) {
        if (!(results->measures[i].axes >> axis & 1U)) continue;
        write_cell_name(out, &results->axes[axis], cell);
        csv_field(out, results->measures[i].name);
        write_estimate(out, &estimates[i]);
        fputs(CSV_END_OF_LINE, out);
    }
}

static void write_axes(FILE *out, const struct sim_results *results, bool dated)
{
    for (size_t axis = 0; axis < results->n_axes && axis < AXES_MOST; axis++)
        for (size_t i = 0; i < results->axes[axis].n; i++)
            if ((results->axes[axis].depth == SIM_FOR_DATES) == dated)
                write_cell(out, results, axis, i);
}

static void write_cells(FILE *out, const void *of)
{
    const struct report *report = of;
    fputs("axis,cell,measure,value,low,high" CSV_END_OF_LINE, out);
    write_axes(out, report->results, false);
}

static void write_intervals(FILE *out, const void *of)
{
    const struct report *report = of;
    fputs("date,start,end,measure,value,low,high" CSV_END_OF_LINE, out);
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
    fputs(CSV_END_OF_LINE, out);
}

static void write_replications(FILE *out, const void *of)
{
    const struct report *report = of;
    const struct sim_results *results = report->results;
    write_replications_header(out, results);
    for (size_t row = 0; row < results->n_done; row++) {
        fprintf(out, "%zu", row + 1);
        for (size_t i = 0; i < results->n_measures; i++) {
            const size_t at = row * results->n_measures + i;
            const bool ratio = results->measures[i].quantity == SIM_RATIO;
            csv_reals(out,
                      (const double[]){ sim_results_row(results, row, i), results->over[at],
                                        results->under[at] },
                      ratio ? 3 : 1);
        }
        fputs(CSV_END_OF_LINE, out);
    }
}

/* What the other tables came of, so that none is taken for more than it is. */
static void write_run(FILE *out, const void *of)
{
    const struct report *report = of;
    const struct sim_results *results = report->results;
    fputs("program,version,scenario,title,sha256,seed,replications,interrupted" CSV_END_OF_LINE,
          out);
    csv_text(out, report->program);
    const char *const texts[] = { report->version, report->name, report->title,
                                  report->sha256 };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        csv_field(out, texts[i]);
    fprintf(out, ",%" PRIu64 ",%zu,%s" CSV_END_OF_LINE, results->seed, results->n_done,
            results->interrupted ? "true" : "false");
}

static const struct csv_table tables[] = {
    { "run.csv", write_run },
    { "measures.csv", write_measures },
    { "cells.csv", write_cells },
    { "intervals.csv", write_intervals },
    { "replications.csv", write_replications },
};

enum { TABLES = sizeof tables / sizeof *tables };

bool results_csv_check(const char *directory, struct sim_faults *faults)
{
    return csv_check(directory, tables[0].name, faults);
}

bool results_csv_write(const char *directory, const struct report *report,
                       struct sim_faults *faults)
{
    return csv_write(directory, tables, TABLES, report, faults);
}
