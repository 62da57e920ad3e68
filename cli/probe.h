/* One scenario under overrides, run, and what came of every measure: for those who ask the same
 * of many points.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PROBE_H
#define CLI_PROBE_H

#include "cli/session.h"

struct probe {
    const char *file;      /* as it can be opened */
    struct sim_texts sets; /* "path=value" */
};

/* Could it be run? What is at least so severe is told to the call. Nothing is kept. */
bool probe_check(const struct probe *self, enum sim_severity least, struct call *call);

/* Runs it as the request says, and fills values[n_centre_measures] with the means over its
 * replications; NaN where a measure is undefined, or not of this scenario. Nothing is kept, and
 * warnings are not told. False with faults, or where it was interrupted. */
bool probe_run(const struct probe *self, const struct sim_request *request, double *values,
               struct call *call);

#endif
