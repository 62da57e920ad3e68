/* Runs replications of a model on threads until their number, or the precision, is reached.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Threads take the next number as they come, but results are folded in the order of numbers, so
 * nothing depends on who was first. Memory does not grow with the calls simulated. */
#ifndef SIM_REPLICATE_H
#define SIM_REPLICATE_H

#include "sim/fold.h"
#include "sim/shelf.h"

#include <stdatomic.h>

enum { SIM_PRECISION_FLOOR = 30 };

struct sim_request {
    uint64_t seed;
    size_t replications; /* as many exactly, at least 1; the ceiling with a precision */
    size_t threads;      /* at least 1 */
    /* With a precision: until the 95 % interval of this measure has at most this half-width;
     * 0: no precision asked. */
    size_t precise_measure;
    double half_width;
    /* Set from outside, ends the run after the replications in hand; may be NULL. */
    atomic_bool *stop;
    /* Told, if not NULL, each time a replication has been folded; called by one thread at a
     * time. `wanted` may still grow with a precision. */
    void (*progress)(void *teller, size_t done, size_t wanted);
    void *teller;
    /* Where rows are kept, or NULL. What is there already is not made again, and the results
     * are the same by bytes. */
    const struct sim_shelf *shelf;
    void *store; /* what its functions are given */
};

/* Fills `results`, which the caller closes with sim_results_close(). Returns false with faults:
 * memory, or what the model said. An interrupted run returns true with results->interrupted. */
bool sim_replicate(const struct sim_model *model, const struct sim_request *request,
                   struct sim_results *results, struct sim_faults *faults);

/* Goes on with a fold to which some replications, or none, were added, until there are
 * request->replications in all: what they would have been in one go. Says of an interruption
 * nothing but that fold->n is less. */
bool sim_replicate_on(struct sim_fold *fold, const struct sim_request *request,
                      struct sim_faults *faults);

#endif
