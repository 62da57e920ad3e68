/* One scenario under overrides, run, and what came of every measure: for those who ask the same
 * of many points.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/probe.h"

#include "models/centre.h"
#include "models/flow/counts.h"

#include <math.h>

/* A call with an arena and faults of its own, which end with the probe. */
struct room {
    struct call call;
    struct sim_arena arena;
    struct sim_faults faults;
};

static void room_open(struct room *self, const struct call *call)
{
    *self = (struct room){ .call = *call };
    self->call.arena = &self->arena;
    self->call.faults = &self->faults;
}

/* What is wrong is told to the one who asked. */
static void room_close(struct room *self, struct call *call, enum sim_severity least)
{
    for (size_t i = 0; i < self->faults.n; i++)
        if (self->faults.items[i].severity >= least)
            sim_faults_add(call->faults, self->faults.items[i]);
    if (self->faults.out_of_memory) sim_faults_memory(call->faults);
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

bool probe_check(const struct probe *self, enum sim_severity least, struct call *call)
{
    struct room room;
    struct session session;
    room_open(&room, call);
    const bool ok = session_open_with(&session, self->file, &self->sets, &room.call);
    room_close(&room, call, least);
    return ok;
}

static void values_take(const struct sim_results *results, double *values)
{
    for (size_t i = 0; i < n_centre_measures; i++) {
        const size_t at = sim_results_measure(results, centre_measures[i].name);
        values[i] = at < results->n_measures ? results->overall[at].value : NAN;
    }
}

bool probe_run(const struct probe *self, const struct sim_request *request, double *values,
               struct call *call)
{
    const struct centre_detail plain = { false, false };
    struct room room;
    struct session session;
    struct sim_model model;
    struct sim_results results = { 0 };
    room_open(&room, call);
    bool ok = session_open_with(&session, self->file, &self->sets, &room.call) &&
              centre_model(&model, &session.scenario, plain, &room.arena, &room.faults) &&
              sim_replicate(&model, request, &results, &room.faults);
    ok = ok && !results.interrupted;
    if (ok) values_take(&results, values);
    sim_results_close(&results);
    room_close(&room, call, SIM_INPUT);
    return ok;
}
