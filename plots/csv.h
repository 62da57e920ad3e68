/* Tidy tables as CSV (RFC 4180): fields, and folders of tables of which all appear or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_CSV_H
#define PLOTS_CSV_H

#include "sim/fault.h"

#include <stdio.h>

#define CSV_END_OF_LINE "\r\n"

/* Quotes a field that holds a comma, a quote or a line end; nothing for NULL. */
void csv_text(FILE *out, const char *text);

/* The same after a comma. */
void csv_field(FILE *out, const char *text);

/* Each after a comma, in the shortest digits that are read back as the same number; nothing for
 * what is not finite. */
void csv_reals(FILE *out, const double *values, size_t n);

/* A table: the name of its file, and who fills it from what. */
struct csv_table {
    const char *name;
    void (*write)(FILE *out, const void *of);
};

/* Could such a table be written there? Nothing is left behind. */
bool csv_check(const char *directory, const char *name, struct sim_faults *faults);

/* Writes n tables into a folder, which is made where it does not exist: all or none. */
bool csv_write(const char *directory, const struct csv_table *tables, size_t n, const void *of,
               struct sim_faults *faults);

#endif
