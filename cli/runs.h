/* Runs the replications of a session, with a progress line, Ctrl-C, and a store where one is
 * named.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_RUNS_H
#define CLI_RUNS_H

#include "cli/session.h"
#include "models/centre.h"

/* Fills the model and the results, which the caller closes. False with faults; also where no
 * replication was done. */
bool runs_make(const struct session *session, struct call *call, struct centre_detail detail,
               const struct sim_request *request, struct sim_model *model,
               struct sim_results *results);

/* What reports need to know of both; everything in it is borrowed. */
struct report runs_report(const struct session *session, const struct sim_results *results);

#endif
