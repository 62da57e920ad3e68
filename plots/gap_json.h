/* Why the simulation and the formula differ, as JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_GAP_JSON_H
#define PLOTS_GAP_JSON_H

#include "plots/gap_result.h"

#include <jansson.h>

/* Owned by who asks; NULL when memory has run out. */
json_t *gap_json(const struct gap *self);

#endif
