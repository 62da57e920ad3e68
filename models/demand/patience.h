/* How long a caller holds on, and who hangs up at the waiting message.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_PATIENCE_H
#define MODELS_DEMAND_PATIENCE_H

#include "sim/law.h"

/* As written: patience. The clock of a caller's patience starts with the greeting. */
struct patience {
    struct sim_law law;
    double trait_cv;         /* 0: no trait */
    double trait_a, trait_b; /* completed: logarithm of the trait is a + b N */
};

/* As written: message. Heard by those who have to wait. */
struct message {
    double length_s;
    double p_balk;
};

extern const struct sim_fields patience_fields, message_fields;

bool patience_check(struct patience *self, struct sim_arena *arena, struct sim_faults *faults);

/* A caller's own factor on patience, of mean 1, the same at every attempt. */
double patience_trait(const struct patience *self, const struct sim_stream *stream,
                      struct sim_place caller);

#endif
