/* What came of attempts, counted once more: by attempt (the first, second ... since the last
 * answer), and by line and interval of the day.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two cuts that the tables of counts.h cannot give. An attempt is taken for answered
 * (N_ANSWERED_LATER) until it turns out otherwise, so that answering costs nothing here. First
 * attempts are not counted when they begin: what all attempts leave are theirs. */
#ifndef MODELS_FLOW_OUTCOMES_H
#define MODELS_FLOW_OUTCOMES_H

#include "models/flow/counts.h"

enum { MOST_TRIES = 10 }; /* told apart; the last stands for all later ones too */

struct outcomes {
    double *by_try;  /* [n_tries][N_OUTCOMES] */
    double *by_line; /* [n_lines * n_parts][N_OUTCOMES] */
    size_t n_tries, n_lines, n_parts;
};

/* n_lines: 0 where lines are not told apart; false when memory has run out. */
bool outcomes_open(struct outcomes *self, size_t n_tries, size_t n_lines, size_t n_parts);
void outcomes_close(struct outcomes *self);
void outcomes_clear(struct outcomes *self);

/* The counters of the n-th attempt since the last answer. */
static inline double *outcomes_of_try(const struct outcomes *self, size_t n)
{
    return &self->by_try[(n < self->n_tries ? n - 1 : self->n_tries - 1) * N_OUTCOMES];
}

/* The counters of a line in an interval of the day. */
static inline double *outcomes_of_line(const struct outcomes *self, size_t line, size_t part)
{
    return &self->by_line[(line * self->n_parts + part) * N_OUTCOMES];
}

#endif
