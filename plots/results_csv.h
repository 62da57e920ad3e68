/* The results of a run as tidy tables: one observation a row, for R, Python or a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSV as RFC 4180 has it (CRLF, quotes where needed), UTF-8, a header line, decimal points,
 * reals that are read back exactly, empty fields for what is undefined:
 *   run.csv           one row:
 * program,version,scenario,title,sha256,seed,replications,interrupted measures.csv
 * measure,value,low,high,p10,p90,unit,better,definition cells.csv
 * axis,cell,measure,value,low,high intervals.csv     date,start,end,measure,value,low,high
 *   replications.csv  replication, then a column per measure, and for ratios name.over and
 *                     name.under, what was divided by what */
#ifndef PLOTS_RESULTS_CSV_H
#define PLOTS_RESULTS_CSV_H

#include "plots/report.h"

/* Could they be written there? Nothing is left behind. */
bool results_csv_check(const char *directory, struct sim_faults *faults);

/* Writes the five files into a folder, which is made where it does not exist. All are written
 * before the first takes its place, so that a failure leaves the folder as it was. */
bool results_csv_write(const char *directory, const struct report *report,
                       struct sim_faults *faults);

#endif
