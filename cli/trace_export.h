/* What was followed, in the plain texts and numbers that files and figures take.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRACE_EXPORT_H
#define CLI_TRACE_EXPORT_H

#include "cli/trace_log.h"
#include "plots/trace_day.h"

/* Fills what is of the day itself, in the arena; whose scenario it is, the caller knows. False
 * when memory has run out. */
bool trace_export(const struct trace *self, struct trace_day *day, struct sim_arena *arena);

#endif
