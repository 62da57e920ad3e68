/* Where rows of replications are kept between runs, and shared by processes: what the engine
 * asks of it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine knows no file. It asks of each number whether it is to be made here, and hands
 * over what was made. All functions are called by one thread at a time. */
#ifndef SIM_SHELF_H
#define SIM_SHELF_H

#include "sim/model.h"

enum sim_claim {
    SIM_CLAIM_MAKE,      /* nobody has made it: the caller does, and keeps it */
    SIM_CLAIM_KEPT,      /* the row was filled with what is kept */
    SIM_CLAIM_ELSEWHERE, /* another process makes it: ask again, after a while */
    SIM_CLAIM_FAILED     /* with faults */
};

struct sim_shelf {
    enum sim_claim (*claim)(void *self, size_t number, struct sim_row *row,
                            struct sim_faults *faults);
    /* Keeps a row that was claimed, whole or not at all. */
    bool (*keep)(void *self, size_t number, const struct sim_row *row,
                 struct sim_faults *faults);
};

#endif
