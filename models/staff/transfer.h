/* Transfer: an agent who has heard what a call is about hands it over to another group.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_TRANSFER_H
#define MODELS_STAFF_TRANSFER_H

#include "sim/law.h"

/* As written: transfer, in a skill. */
struct transfer {
    const char *to;       /* a group; NULL: not said */
    double probability;   /* of each call by this skill; 0: none is handed over */
    struct sim_law first; /* the first agent's part, talk and wrap-up, without the brief */
    double brief_s;       /* both agents, or the first alone in writing */
};

extern const struct sim_fields transfer_fields;

#endif
