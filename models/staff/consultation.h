/* Consultation: an agent in the midst of a call asks a colleague.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_CONSULTATION_H
#define MODELS_STAFF_CONSULTATION_H

#include "sim/law.h"

/* As written: consultation. */
struct consultation {
    double probability; /* of each call in which somebody is helped; 0: there are none */
    struct sim_law length;
    double wait_at_most_s; /* for a colleague, where none is free */
    double gain;           /* added to the chance to resolve where a colleague has joined */
};

extern const struct sim_fields consultation_fields;

/* Completes the law. */
bool consultation_check(struct consultation *self, struct sim_arena *arena,
                        struct sim_faults *faults);

#endif
