/* A scenario, read, checked and ready to be run or asked about.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/command.h"
#include "models/scenario.h"
#include "plots/report.h"
#include "scenarios/scenario_read.h"
#include "sim/replicate.h"

struct session {
    struct scenario scenario;
    struct scenario_source source;
    struct report_target *targets; /* those of the scenario */
    size_t n_targets;
};

/* Reads the file with the call's --set options. False with faults, each with its line. */
bool session_open(struct session *self, const char *file, struct call *call);

/* The same with other overrides ("path=value"), in place of the call's. To read several
 * scenarios and hear of all their faults, give each a call with a list of faults of its own. */
bool session_open_with(struct session *self, const char *file, const struct sim_texts *sets,
                       struct call *call);

/* Seed, number of replications and precision: those of the command line before those of the
 * scenario. Faults go to the call. */
bool session_request(const struct session *self, struct call *call,
                     struct sim_request *request);

/* Threads to run on: as many as the command line says, or all cores. */
size_t session_threads(const struct call *call);

#endif
