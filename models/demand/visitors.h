/* Visitors at a unit's desk: how many come, and how long each holds an agent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_VISITORS_H
#define MODELS_DEMAND_VISITORS_H

#include "models/hours.h"
#include "sim/law.h"

/* As written: visitors of a group. */
struct visitors {
    double share; /* of the time of each agent present that they hold; 0: there are none */
    struct sim_law length;
};

extern const struct sim_fields visitors_fields;

/* `group` names the group in faults. */
bool visitors_check(struct visitors *self, const char *group, struct sim_arena *arena,
                    struct sim_faults *faults);

/* How many come to agents who are there for so many seconds, all together: as many as hold each
 * of them for the share. */
static inline double visitors_expected(const struct visitors *self, double agents_s)
{
    return self->share * agents_s / self->length.expected;
}

/* One visitor of a slot: starts as all zeroes. */
struct visitor {
    uint32_t n;    /* those of this slot and group before him, himself included */
    double height; /* he comes where more than this are expected */
    double when;   /* uniform: the part of the agents' time in the slot before he comes */
    double length_s;
};

/* Goes on to the next visitor of a slot to a group (an index), in order of height, not of time;
 * false when no further one is expected. The same people come whatever callers do; where more
 * are expected there are more of them (thinning, as for needs). */
bool visitors_next(const struct visitors *self, struct visitor *visitor,
                   const struct slot *slot, uint32_t group, double expected,
                   const struct sim_stream *stream);

#endif
