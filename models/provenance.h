/* What the values of a scenario rest on: a class for each, told in the scenario itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_PROVENANCE_H
#define MODELS_PROVENANCE_H

#include "sim/field.h"

/* One row: these inputs are of this class. */
struct provenance {
    const char *name;
    int class; /* index into "GRAD" */
    struct sim_texts
        of; /* paths, with stars for any elements; what lies beneath is meant too */
};
extern const struct sim_fields provenance_fields;

/* Gives the inputs that were written their classes; the last row that names one counts. A row
 * speaks of what its own file writes, and of what that is based on: not of what a file based on
 * it writes instead, nor of the values of `sets` ("groups.accueil.agents=9"). A row that names
 * no input is warned of. */
void provenance_tell(const struct sim_list *rows, struct sim_inputs *inputs,
                     const struct sim_texts *sets, struct sim_faults *faults);

#endif
