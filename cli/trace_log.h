/* A trace as people read it: what happened, one line after the other, and what it comes to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRACE_LOG_H
#define CLI_TRACE_LOG_H

#include "cli/trace_code.h"
#include "plots/words.h"

#include <stdio.h>

/* What is to be seen of what was followed. */
struct trace {
    const struct follow *follow;
    uint32_t agent; /* his calls and duties alone; NOBODY: of all */
    uint64_t seed;
    uint32_t replication; /* from 0 */
    const double *counts; /* the counters of that day, as the replication counted them; NULL:
                             it is closed all day, or outside the horizon */
    struct words words;
};

/* Happenings of the same need at the same instant belong together: past the last of those that
 * begin with the i-th. */
size_t trace_together(const struct follow *follow, size_t i);

/* Is the agent, if one is asked for, among those from one to before another? */
bool trace_shows(const struct trace *self, size_t from, size_t to);

/* Heading, log, and how to read it. */
void trace_log_write(FILE *out, const struct trace *self);

#endif
