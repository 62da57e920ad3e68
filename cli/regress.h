/* decroche check --against: does a scenario still come to what it came to?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_REGRESS_H
#define CLI_REGRESS_H

#include "cli/session.h"

/* Options of its own: --against, --tolerance, --junit. */
extern const struct sim_fields regress_fields;

/* What was given for them. */
struct regress_ask {
    const char *against, *junit; /* NULL: not given */
    struct sim_texts tolerances;
};

/* Reads them; options that need --against are refused without it. False with faults. */
bool regress_read(struct regress_ask *self, struct call *call);

/* Runs the session and holds it against the baseline, or writes that; returns the exit code
 * where there are no faults. */
int regress_run(const struct regress_ask *self, const struct session *session,
                struct call *call);

#endif
