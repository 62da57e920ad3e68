/* Where an input would have to lie for a decision to turn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_TURNING_POINT_H
#define CLI_TURNING_POINT_H

#include "cli/trial.h"
#include "plots/tornado.h"

/* Fills what a bar says of it, from the trials where the input stands and at both ends of its
 * range, and as many more as it takes. Nothing where neither end decides otherwise. False with
 * faults, or when it was interrupted. */
bool turning_point_find(struct tornado_bar *bar, const struct question *question,
                        const struct tried *tried, const struct trial *at,
                        const struct trial *low, const struct trial *high);

#endif
