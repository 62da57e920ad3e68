/* A training plan against the same centre without it, on common random numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As a model: one replication is a pair of them, with the plan and without it, in which the
 * same people call and the same agents are away. Its measures are those of a centre, each
 * twice. */
#ifndef MODELS_PAYBACK_H
#define MODELS_PAYBACK_H

#include "models/scenario.h"
#include "sim/model.h"

enum payback_side { PAYBACK_WITH, PAYBACK_WITHOUT, PAYBACK_SIDES };

struct payback {
    struct sim_model sides[PAYBACK_SIDES];
    const struct sim_measure **told; /* [n_told]: measures of the sides */
    size_t n_told;
    size_t n_days;             /* counted days */
    size_t n_rows;             /* replications that there is room for */
    double *given_h, *saved_h; /* owned: [row * n_days + day]: hours of training with the plan
                                  beyond those without it; of handling without it beyond those
                                  with it */
};

/* Two scenarios that differ in `training` alone; keep them for as long. Close it whatever
 * comes; false with a fault. */
bool payback_open(struct payback *self, const struct scenario *with,
                  const struct scenario *without, size_t n_rows, struct sim_arena *arena,
                  struct sim_faults *faults);
void payback_close(struct payback *self);

/* The model of pairs, of at most n_rows replications, in the arena. Measure 2 k + side is
 * told[k] on that side; its axis, which may be empty, is that of months. */
bool payback_model(struct sim_model *model, const struct payback *self, struct sim_arena *arena,
                   struct sim_faults *faults);

/* The date of a counted day. */
int payback_date(const struct payback *self, size_t day);

#endif
