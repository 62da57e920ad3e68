/* Why simulation and formula differ: a ladder of ever simpler scenarios, each asked of both.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_GAP_H
#define CLI_GAP_H

#include "cli/session.h"
#include "plots/gap_result.h"

/* Simulates each step with the request of the run. The results of the run itself are the first.
 * False with faults. */
bool gap_explain(struct gap *gap, const struct session *session,
                 const struct sim_results *results, struct call *call);

#endif
