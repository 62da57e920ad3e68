/* Who calls and why: the lines they dial, the reasons they have.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_REASON_H
#define MODELS_DEMAND_REASON_H

#include "sim/field.h"

/* A number to dial: one of the units (UTPAS) behind the centre. */
struct line {
    const char *name, *title;
    double weight;           /* its part of the needs, relative to the other lines */
    int phone_lines;         /* calls it can hold at once; 0: no limit */
    int professionals;       /* who work its requests; 0: as requests.professionals */
    struct sim_reals shares; /* of reasons, in their order; empty: as everywhere */
};

/* A reason for calling. */
struct reason {
    const char *name, *title;
    double share;              /* its part of the needs, relative to the other reasons */
    double handling_factor;    /* times the centre-wide mean */
    int priority;              /* higher comes first */
    double p_resolved;         /* at first level: by the agent who answers */
    double proficiency_months; /* that newcomers take; NaN: newcomers.months */
};

extern const struct sim_fields line_fields, reason_fields;

/* Draws one of n from a uniform number by cumulated shares, the last of which is 1. All are
 * looked at: there are few, and where a search ends no processor can foresee. */
static inline unsigned share_pick(const double *cumulated, unsigned n, double u)
{
    unsigned pick = 0;
    for (unsigned i = 0; i + 1 < n; i++)
        pick += u >= cumulated[i];
    return pick;
}

/* Shares of lines, and of reasons on each line, cumulated and summing to 1. */
struct mix {
    unsigned n_lines, n_reasons;
    double *lines;   /* [n_lines] */
    double *reasons; /* [n_lines * n_reasons] */
};

/* Another line than `home`, by the weights of the others, from a uniform number; `home` itself
 * where nobody dials another. */
unsigned mix_other_line(const struct mix *self, unsigned home, double u);

/* Works out the mix. False with faults. */
bool mix_build(struct mix *self, const struct sim_list *lines, const struct sim_list *reasons,
               struct sim_arena *arena, struct sim_faults *faults);

#endif
