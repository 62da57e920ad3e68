/* Which day of which replication is to be told, and whose.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TRACE_ASK_H
#define CLI_TRACE_ASK_H

#include "cli/session.h"
#include "cli/trace_code.h"

/* The options of its own. */
extern const struct sim_fields trace_fields;

struct trace_ask {
    int day;                  /* an index */
    uint32_t replication;     /* from 0 */
    uint32_t agent;           /* NOBODY: all */
    struct need_address need; /* where 0: none in particular */
};

/* Reads the call's options; false with faults, all at once. */
bool trace_ask_read(struct trace_ask *self, const struct scenario *scenario, struct call *call);

#endif
