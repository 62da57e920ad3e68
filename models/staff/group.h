/* Groups of agents: how many are there when, and what they can do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_GROUP_H
#define MODELS_STAFF_GROUP_H

#include "models/demand/reason.h"
#include "models/demand/visitors.h"
#include "models/hours.h"
#include "models/staff/transfer.h"

/* What the agents of a group do for some reasons. */
struct skill {
    struct sim_texts reasons; /* names; "*": all that no other skill of the group names */
    double handling_factor;   /* times that of the reason */
    int priority;             /* instead of the reason's, among what this group may take */
    double p_resolved;        /* instead of the reason's; NaN: as the reason's */
    struct transfer transfer;
};

struct group {
    const char *name, *title;
    int agents;               /* on the phones whenever it is open; with a contract, people */
    struct sim_list staffing; /* of struct course, instead of `agents` */
    struct visitors visitors; /* at its desk */
    const char *contract;     /* how they work; NULL: a headcount */
    struct sim_list people;   /* of struct person: the first of them */
    struct sim_list skills;   /* of struct skill; none: all reasons alike */
};

extern const struct sim_fields group_fields;

/* Is it staffed by people, who come and go each by himself, rather than by numbers? */
static inline bool group_has_people(const struct group *self)
{
    return self->contract != NULL;
}

/* What a group does for a reason, worked out. */
struct ability {
    double handling_factor; /* of the reason and the group together */
    double p_resolved;      /* at first level */
    int priority;
    bool able;
    const struct transfer *transfer; /* NULL: none is handed over */
    uint32_t transfer_to;            /* the group */
};

/* Abilities of every group for every reason: [group * n_reasons + reason]. Completes the laws
 * of transfers. */
bool abilities_build(struct ability *abilities, const struct sim_list *groups,
                     const struct sim_list *reasons, struct sim_arena *arena,
                     struct sim_faults *faults);

/* Notes what is wrong with staffing as written; false where something is. */
bool groups_check(const struct sim_list *groups, double interval_s, struct sim_faults *faults);

/* Checks staffing. How many agents of each group are on the phones in each slot: [slot *
 * n_groups + group]. */
bool staffing_build(int *staffing, const struct sim_list *groups, const struct hours *hours,
                    struct sim_faults *faults);

#endif
