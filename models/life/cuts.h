/* From the two tables of a replication to the cells of every axis.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_CUTS_H
#define MODELS_LIFE_CUTS_H

#include "models/life/workplace.h"

/* The axes of a scenario, N_AXES of them, or one less without the dated intervals; NULL when
 * memory has run out. */
const struct sim_axis *cuts_axes(const struct scenario *scenario, bool dated, size_t *n,
                                 struct sim_arena *arena);

/* Fills the cells of a row, by the axes it was made for. */
void cuts_fill(struct workplace *w, struct sim_row *row);

#endif
