/* The roster: who is in a group, on which contract, and on leave on which dates.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group that names a contract is staffed by people: `agents` of them, who all have that
 * contract but for what `people` says of the first ones. */
#ifndef MODELS_STAFF_ROSTER_H
#define MODELS_STAFF_ROSTER_H

#include "models/staff/contract.h"

struct training;

/* As written: what is particular to one agent. */
struct person {
    const char *name;          /* a code */
    const char *contract;      /* NULL: the group's */
    struct sim_dates leave;    /* dates known beforehand */
    int from_date, until_date; /* first and last day in the group; 0: no limit */
    bool newcomer;             /* to the work itself, on the first day */
};

extern const struct sim_fields person_fields;

/* An agent of a group, worked out. */
struct member {
    const char *name; /* NULL: nothing is particular to him */
    const struct contract *contract;
    struct sim_dates leave; /* as written */
    int from_date, until_date;
    bool newcomer;
    uint32_t address; /* in the random field: of his group's name and his number there, so that
                         others who come or go leave his days as they are */
};

/* The agents of one group; none where it is a headcount. */
struct crew {
    uint32_t first, n; /* in the array of all members */
};

struct roster {
    struct crew *crews; /* [n_groups] */
    struct member *members;
    uint32_t n;
    const struct training *training; /* what they may learn; NULL: nothing */
};

/* Joins groups and contracts, in the arena. Faults name contracts that are not there. */
bool roster_build(struct roster *self, const struct sim_list *groups,
                  const struct sim_list *contracts, struct sim_arena *arena,
                  struct sim_faults *faults);

/* Is the agent in the group on that date? */
static inline bool member_is_employed(const struct member *self, int date)
{
    return date >= self->from_date && (self->until_date == 0 || date <= self->until_date);
}

/* Is that date among his known days of leave? */
bool member_has_leave(const struct member *self, int date);

/* Warns of what runs but is probably not meant: leave outside the horizon, people beyond the
 * number of agents, and what the week of a contract that somebody has may hold. */
void roster_warn(const struct roster *self, const struct sim_list *groups,
                 const struct sim_list *contracts, const struct hours *hours,
                 struct sim_faults *faults);

#endif
