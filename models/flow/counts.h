/* The measures, and the counting of one replication.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is counted twice and no more: in the cell of the interval it belongs to, and in
 * the cell of its line, reason and group. All other cuts are sums of these, taken at the end.
 * What a call comes to belongs to the interval in which it was dialled; what is lived (busy,
 * waiting, present) to the instant; what becomes of a need to the interval of its first
 * dialling. */
#ifndef MODELS_FLOW_COUNTS_H
#define MODELS_FLOW_COUNTS_H

#include "sim/model.h"

enum count {
    /* attempts, by what came of them: each is counted in exactly one of these */
    N_TURNED_CLOSED,
    N_TURNED_BUSY,
    N_HUNG_UP,
    N_BALKED,
    N_ABANDONED,
    N_CUT_OFF,
    N_LEFT_BY_OFFER, /* to be called back */
    N_ANSWERED_AT_ONCE,
    N_ANSWERED_LATER,
    N_STILL_IN_GREETING, /* when the run ended */
    N_STILL_WAITING,
    /* and what followed one that was not answered; only in the cells of AXIS_ATTEMPT */
    N_REDIALLED,
    N_GIVEN_UP,
    N_OUTCOMES, /* of the above */
    /* more about attempts */
    N_ANSWERED_WITHIN = N_OUTCOMES, /* after a wait within the threshold */
    N_ABANDONED_WITHIN,             /* hung up or balked within the threshold too */
    N_ABANDONED_SHORT,
    N_OVER_60_S, /* waited longer than this */
    N_OVER_120_S,
    N_OVER_300_S,
    N_REDIALS,
    N_CALLS_AGAIN,
    N_STATUS_CALLS, /* of these, to ask how a request stands */
    N_WRONG_LINE,
    N_OTHER_LINE,
    N_STRAYED, /* needs that first dialled another line: 1 at their own, -1 there */
    S_WAIT_ANSWERED,
    S_WAIT_ABANDONED,
    S_WAIT_OTHERS, /* balked, cut off, still waiting */
    S_HANDLING,
    S_ASIDE, /* of this, what has no wrap-up of its own: consultations, briefs of transfers */
    S_TALK,
    S_PATIENCE,
    N_PATIENCE,
    /* answers, by what they came to */
    N_RESOLVED, /* at first level */
    N_ORIENTED,
    /* calls that take more than one agent */
    N_CONSULTATIONS,
    N_ADVISED, /* of these: a colleague joined */
    S_COLLEAGUE_WAIT,
    N_TRANSFERS,      /* handed over to another group */
    N_TAKEN_OVER,     /* of these, by the group that took them */
    N_TRANSFERS_LEFT, /* of these, while they waited for it */
    S_TRANSFER_WAIT,
    /* needs */
    N_FIRST_CONTACT, /* resolved by their first answer, and never call again */
    N_REACHED_SAME_DAY,
    S_TO_FIRST_ANSWER, /* from the first dialling */
    N_NEEDS_CLOSED,
    S_TO_CLOSURE,          /* from the first dialling */
    N_NEEDS_UNDELIVERABLE, /* their answer is there, and they cannot be reached */
    N_NEEDS_LOST,
    N_NEEDS_DROPPED,        /* gave up after an earlier answer */
    N_NEEDS_OPEN,           /* when the run ended, after an answer */
    N_NEEDS_OPEN_UNREACHED, /* and before any */
    N_FURTHER_ATTEMPTS,     /* of needs, after their first */
    /* requests, when they open and close; those open as the horizon begins and ends */
    N_REQUESTS,
    N_REQUESTS_CLOSED,
    S_REQUEST_OPEN, /* of those closed, since they were opened */
    N_REQUESTS_CARRIED_IN,
    N_REQUESTS_AT_END,
    S_REQUEST_AGE, /* of those, then */
    /* call-backs, when it happens */
    N_CALLBACKS,
    N_CALLBACK_TRIES,
    N_CALLBACKS_REACHED,
    N_CALLBACKS_UNREACHED, /* given up after the last try */
    /* what is lived */
    S_BUSY,
    S_PRESENT, /* as scheduled */
    S_OVERTIME,
    S_OUTBOUND, /* of this busy, on call-backs */
    S_ADVISING, /* and with colleagues who asked */
    S_QUEUE,
    N_VISITS,
    S_VISIT,      /* agents' time that visitors hold */
    S_VISIT_WAIT, /* of visitors, by when they came */
    S_OPEN,
    S_LOAD, /* attempts while open, each with the mean handling time, and visits */
    S_PAID,
    N_AGENT_DAYS,
    /* people in open hours, by what they do: in the order of enum duty */
    S_HOME,
    S_LEAVE,
    S_ABSENT,
    S_LATE,
    S_BREAK,
    S_MEETING,
    S_TRAINING,
    S_OTHER_SESSION,
    S_OFF_PHONE,
    S_CLOSED,
    S_ON_PHONES,
    S_TRAINING_CLOSED, /* and while closed */
    X_COST,            /* in euros */
    N_DAYS,
    N_DAYS_MISSED, /* those on which the target was missed */
    X_BUSYNESS,
    N_COUNTS
};

/* Axes of the cells, in this order. */
enum axis {
    AXIS_LINE,
    AXIS_REASON,
    AXIS_GROUP,
    AXIS_MONTH, /* no cells where there is one month alone */
    AXIS_WEEKDAY,
    AXIS_HALF_HOUR,
    AXIS_WEEK,           /* weekday and half-hour */
    AXIS_ATTEMPT,        /* the first, second ... since the last answer */
    AXIS_LINE_HALF_HOUR, /* no cells unless figures were asked for */
    AXIS_DAY,            /* no cells unless dates were asked for */
    AXIS_INTERVAL,       /* the same */
    N_AXES
};

/* Histograms of waits. */
enum { WAITS_ANSWERED, WAITS_LEFT };

/* What a scenario may have or not; the features of a measure are bits of these. */
enum feature {
    FEATURE_OUTCOMES = 1 << 0,     /* answers that do not resolve the need */
    FEATURE_PEOPLE = 1 << 1,       /* groups staffed by people rather than by numbers */
    FEATURE_REQUESTS = 1 << 2,     /* and open a request */
    FEATURE_OFFERS = 1 << 3,       /* offers to be called back */
    FEATURE_DAYS = 1 << 4,         /* a target that each day may meet or miss */
    FEATURE_CONSULTATION = 1 << 5, /* agents who ask colleagues */
    FEATURE_TRANSFERS = 1 << 6,    /* and who hand calls over */
};

/* What each day is judged by: a share or a mean time; no measure: nothing. */
struct day_target {
    const struct sim_measure *measure;
    bool at_least; /* else at most */
    double bound;
};

/* May a day be judged by that measure? */
bool counts_judges_days(const struct sim_measure *measure);

/* All there are. */
extern const struct sim_measure centre_measures[];
extern const size_t n_centre_measures;

/* Is a measure among those of a scenario with these features? */
static inline bool counts_has(unsigned features, const struct sim_measure *measure)
{
    return measure->features == 0 || (measure->features & features);
}

/* The measures of such a scenario, in their order, in the arena; NULL when memory has run out.
 */
const struct sim_measure *counts_measures(unsigned features, size_t *n,
                                          struct sim_arena *arena);

/* The two tables of one replication. The last cell of each is where everything goes that is not
 * counted: warm-up and run-off. */
struct counts {
    double *by_slot;  /* [n_slots + 1][N_COUNTS] */
    double *by_class; /* [(n_lines * n_reasons + 1) * (n_groups + 1)][N_COUNTS] */
    double *by_group; /* [n_groups][N_COUNTS]: what is lived */
    size_t n_slots, n_classes, n_groups;
};

bool counts_open(struct counts *self, size_t n_slots, size_t n_classes, size_t n_groups);
void counts_close(struct counts *self);
void counts_clear(struct counts *self);

/* A place in both tables: the counters of a slot, and those of the first group of a class. */
struct cell {
    double *slot, *class;
};

/* The cell of a slot and a class; beyond the last of either, that of what is not counted. */
static inline struct cell counts_cell(const struct counts *self, size_t slot, size_t class)
{
    return (struct cell){ &self->by_slot[slot * N_COUNTS],
                          &self->by_class[class * (self->n_groups + 1) * N_COUNTS] };
}

static inline bool counts_is_counted(const struct counts *self, struct cell cell)
{
    return cell.slot != &self->by_slot[self->n_slots * N_COUNTS];
}

/* Adds to one counter in both tables; `beyond` is how far the counters of the group are from
 * those of the first: group x N_COUNTS, and for no group those after the last. */
static inline void cell_add(struct cell cell, size_t beyond, enum count which, double by)
{
    cell.slot[which] += by;
    cell.class[beyond + which] += by;
}

/* The same with no group. */
static inline void counts_add(const struct counts *self, struct cell cell, enum count which,
                              double by)
{
    cell_add(cell, self->n_groups * N_COUNTS, which, by);
}

#endif
