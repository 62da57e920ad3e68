/* From the tables of a replication to the cells of every axis.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_CUTS_H
#define MODELS_LIFE_CUTS_H

#include "models/life/workplace.h"

/* Fills the cells of a row, by the axes it was made for, and its spreads. */
void cuts_fill(struct workplace *w, struct sim_row *row);

#endif
