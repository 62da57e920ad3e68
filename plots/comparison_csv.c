/* A comparison as tidy tables: one observation a row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/comparison.h"
#include "plots/csv.h"

static void write_options(FILE *out, const void *of)
{
    const struct comparison *self = of;
    fputs("option,title,sha256,replications,on_front" CSV_END_OF_LINE, out);
    for (size_t i = 0; i < self->n_options; i++) {
        const struct comparison_option *option = &self->options[i];
        csv_text(out, option->name);
        csv_field(out, option->title);
        csv_field(out, option->sha256);
        fprintf(out, ",%zu,%s" CSV_END_OF_LINE, option->results->n_done,
                !comparison_has_front(self) ? ""
                : option->on_front          ? "true"
                                            : "false");
    }
}

static void write_cell(FILE *out, const struct comparison *self, size_t option, size_t measure)
{
    const struct comparison_cell *cell = &self->options[option].cells[measure];
    const struct sim_difference *difference = &cell->difference;
    csv_text(out, self->options[option].name);
    csv_field(out, self->measures[measure]->name);
    csv_reals(out,
              (const double[]){ cell->estimate.value, cell->estimate.low, cell->estimate.high },
              3);
    if (option == 0)
        fputs(",,,,,,", out);
    else
        csv_reals(out,
                  (const double[]){ difference->value, difference->value - cell->half,
                                    difference->value + cell->half, difference->error,
                                    cell->shown, sim_difference_gain(difference) },
                  6);
    fputs(CSV_END_OF_LINE, out);
}

static void write_differences(FILE *out, const void *of)
{
    const struct comparison *self = of;
    fputs("option,measure,value,low,high,difference,difference_low,difference_high,"
          "standard_error,would_show,variance_gain" CSV_END_OF_LINE,
          out);
    for (size_t m = 0; m < self->n_measures; m++)
        for (size_t i = 0; i < self->n_options; i++)
            write_cell(out, self, i, m);
}

static void write_replications(FILE *out, const void *of)
{
    const struct comparison *self = of;
    fputs("replication,option,measure,value,over,under" CSV_END_OF_LINE, out);
    for (size_t i = 0; i < self->n_options; i++) {
        const struct sim_results *results = self->options[i].results;
        for (size_t m = 0; m < self->n_measures; m++) {
            const size_t at = sim_results_measure(results, self->measures[m]->name);
            for (size_t row = 0; row < results->n_done; row++) {
                const size_t cell = row * results->n_measures + at;
                fprintf(out, "%zu", row + 1);
                csv_field(out, self->options[i].name);
                csv_field(out, self->measures[m]->name);
                csv_reals(out,
                          (const double[]){ sim_results_row(results, row, at),
                                            results->over[cell], results->under[cell] },
                          3);
                fputs(CSV_END_OF_LINE, out);
            }
        }
    }
}

static const struct csv_table tables[] = {
    { "options.csv", write_options },
    { "differences.csv", write_differences },
    { "replications.csv", write_replications },
};

bool comparison_csv_check(const char *directory, struct sim_faults *faults)
{
    return csv_check(directory, tables[0].name, faults);
}

bool comparison_csv_write(const char *directory, const struct comparison *self,
                          struct sim_faults *faults)
{
    return csv_write(directory, tables, sizeof tables / sizeof *tables, self, faults);
}
