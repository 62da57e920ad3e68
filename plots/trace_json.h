/* One day of one replication as JSON, schema version 1.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_TRACE_JSON_H
#define PLOTS_TRACE_JSON_H

#include "plots/trace_day.h"
#include "sim/fault.h"

#include <stdbool.h>
#include <stdio.h>

/* The same seed gives the same bytes. False when memory has run out; what the disk refuses,
 * output_commit() tells. */
bool trace_json_write(FILE *out, const struct trace_day *day, struct sim_faults *faults);

#endif
