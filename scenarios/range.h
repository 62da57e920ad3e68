/* A range of numbers with units, "150 s..360 s", or of factors, "x0.7..x1.4".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_RANGE_H
#define SCENARIOS_RANGE_H

#include "sim/field.h"

struct range {
    double low, high; /* in the unit asked for; low is below high */
    bool times;       /* they are factors of what stands there */
};

/* False when the text is no such range: `fault` then holds what and wanted. */
bool range_parse(const char *text, enum sim_unit unit, struct range *range,
                 struct sim_fault *fault);

#endif
