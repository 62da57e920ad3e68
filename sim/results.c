/* What n replications gave: looking things up in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/results.h"

#include <math.h>
#include <string.h>

double sim_results_row(const struct sim_results *self, size_t replication, size_t measure)
{
    const size_t at = replication * self->n_measures + measure;
    return self->under[at] != 0.0 ? self->over[at] / self->under[at] : NAN;
}

const struct sim_estimate *sim_results_cell(const struct sim_results *self, size_t axis,
                                            size_t cell)
{
    return &self->by[axis][cell * self->n_measures];
}

size_t sim_results_measure(const struct sim_results *self, const char *name)
{
    size_t i = 0;
    while (i < self->n_measures && strcmp(self->measures[i].name, name) != 0)
        i++;
    return i;
}

void sim_results_close(struct sim_results *self)
{
    for (size_t i = 0; self->by && i < self->n_axes; i++)
        sim_release(self->by[i]);
    sim_release(self->by);
    sim_release(self->overall);
    sim_release(self->over);
    sim_release(self->under);
    sim_release(self->sections);
    sim_release(self->spreads);
    *self = (struct sim_results){ 0 };
}
