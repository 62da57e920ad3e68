/* What came of attempts, counted once more: by attempt (the first, second ... since the last
 * answer), and by line and interval of the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/outcomes.h"

#include <string.h>

bool outcomes_open(struct outcomes *self, size_t n_tries, size_t n_lines, size_t n_parts)
{
    *self = (struct outcomes){ .n_tries = n_tries, .n_lines = n_lines, .n_parts = n_parts };
    self->by_try = sim_aligned(n_tries * N_OUTCOMES * sizeof *self->by_try);
    self->by_line = sim_aligned(n_lines * n_parts * N_OUTCOMES * sizeof *self->by_line);
    return self->by_try && self->by_line;
}

void outcomes_close(struct outcomes *self)
{
    sim_release(self->by_try);
    sim_release(self->by_line);
    *self = (struct outcomes){ 0 };
}

void outcomes_clear(struct outcomes *self)
{
    memset(self->by_try, 0, self->n_tries * N_OUTCOMES * sizeof *self->by_try);
    memset(self->by_line, 0,
           self->n_lines * self->n_parts * N_OUTCOMES * sizeof *self->by_line);
}
