/* Runs the replications of a session, with a progress line, Ctrl-C, and a store where one is
 * named.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/runs.h"

#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/sources_id.h"
#include "plots/store.h"

#include <time.h>

static bool runs_open(const struct session *session, struct call *call,
                      const struct sim_model *model, const struct sim_request *request,
                      struct store *store)
{
    const struct store_owner owner = { .version = DECROCHE_VERSION,
                                       .build = sources_id,
                                       .scenario = session->source.name,
                                       .sha256 = session->source.sha256,
                                       .text = session->source.flat };
    const struct store_request wanted = { request->seed, request->replications, time(NULL),
                                          progress_store_held };
    return store_open(store, call->options->value[OPTION_STORE], &owner, model, &wanted,
                      call->faults);
}

static void tell_store(const struct store *store)
{
    fprintf(stderr, _("%s: %zu replications read, %zu made and kept\n"), store->path,
            store->n_found, store->n_made);
}

static bool runs_replicate(struct call *call, const struct sim_request *request,
                           const struct sim_model *model, struct sim_results *results)
{
    struct progress progress;
    struct sim_request watched = *request;
    interrupt_watch(call->stop);
    progress_begin(&progress);
    watched.stop = call->stop;
    watched.progress = progress_tell;
    watched.teller = &progress;
    const bool ok = sim_replicate(model, &watched, results, call->faults);
    progress_end(&progress);
    if (ok && results->n_done == 0)
        sim_faults_add(call->faults,
                       (struct sim_fault){
                           .severity = SIM_MACHINE,
                           .what = N_("interrupted before the first replication was done") });
    return ok && results->n_done > 0;
}

bool runs_make(const struct session *session, struct call *call, struct centre_detail detail,
               const struct sim_request *request, struct sim_model *model,
               struct sim_results *results)
{
    struct store store;
    struct sim_request kept = *request;
    if (!centre_model(model, &session->scenario, detail, call->arena, call->faults))
        return false;
    if (!call->options->value[OPTION_STORE])
        return runs_replicate(call, request, model, results);
    if (!runs_open(session, call, model, request, &store)) return false;
    kept.shelf = &store_shelf;
    kept.store = &store;
    const bool ok = runs_replicate(call, &kept, model, results) &&
                    store_conclude(&store, results, call->faults);
    if (ok) tell_store(&store);
    store_close(&store);
    return ok;
}

struct report runs_report(const struct session *session, const struct sim_results *results)
{
    return (struct report){ .results = results,
                            .inputs = &session->source.inputs,
                            .program = "decroche",
                            .version = DECROCHE_VERSION,
                            .title = session->scenario.title,
                            .name = session->source.name,
                            .sha256 = session->source.sha256,
                            .targets = session->targets,
                            .n_targets = session->n_targets };
}
