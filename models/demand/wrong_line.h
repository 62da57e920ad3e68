/* Who dials another line than his own, by mistake or because his own does not answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_WRONG_LINE_H
#define MODELS_DEMAND_WRONG_LINE_H

#include "models/demand/redial.h"

/* As written: wrong_line. Who is answered there is told so in a short call. */
struct wrong_line {
    double probability; /* at each attempt but the one after he was told */
    struct sim_law length;
    double p_redial;
    struct sim_law delay; /* until he dials his own line */
};

/* As written: other_line. Who is answered there is helped as at home. */
struct other_line {
    double probability; /* at each redial after no answer */
};

extern const struct sim_fields wrong_line_fields, other_line_fields;

bool wrong_line_check(struct wrong_line *self, struct sim_arena *arena,
                      struct sim_faults *faults);

/* Length, in seconds, of the call of one who dialled a wrong line; the attempt stands in
 * `caller`. */
double wrong_line_length(const struct wrong_line *self, const struct sim_stream *stream,
                         struct sim_place caller);

/* The instant at which he dials his own line, with the conventions of redial_at(). */
double wrong_line_redial_at(const struct wrong_line *self, const struct redial *redial,
                            const struct moment *moment, const struct sim_stream *stream,
                            struct sim_place caller, unsigned tries, bool *beyond);

#endif
