/* How long a call keeps an agent: talk, then wrap-up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_HANDLING_H
#define MODELS_STAFF_HANDLING_H

#include "sim/law.h"

/* As written: handling. The law is of talk and wrap-up together. */
struct handling {
    struct sim_law law; /* first: its rows stand in the same table */
    double wrap_up;     /* share of the handling time after the caller has hung up */
};

extern const struct sim_fields handling_fields;

#endif
