/* What a day comes to, counted from its log, held against what the replication counted.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRACE_SUMMARY_H
#define CLI_TRACE_SUMMARY_H

#include "cli/trace_log.h"

/* Writes the counts, the longest queue and the hours of agents. */
void trace_summary_write(FILE *out, const struct trace *self);

/* False, with a fault of the machine, where log and replication do not count the same: one of
 * them is wrong. */
bool trace_summary_check(const struct trace *self, struct sim_faults *faults);

#endif
