/* What a scenario's week amounts to for the formulas: who calls when, who is there, who dials
 * again when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Means over the counted dates of the horizon, by weekday and interval. */
#ifndef CLI_WEEKLY_H
#define CLI_WEEKLY_H

#include "models/plan/week.h"
#include "models/scenario.h"

/* An interval of the week that is open on some date, or in which somebody calls. */
struct weekly_cell {
    int weekday, part; /* 0 is Monday; the how-manieth interval of the day */
    int n_dates;       /* counted dates that have it */
    bool open, opens;
    double needs; /* on such a date, all lines together */
};

/* Groups that help each other, directly or not; calls of the others are none of theirs. */
struct weekly_pool {
    double share;   /* of all needs */
    double factor;  /* of their handling times */
    double p_again; /* after an answer */
    double held;    /* share of the agents' time that visitors take */
    double lines;   /* telephone lines; infinite: no limit */
};

struct weekly {
    const struct scenario *scenario;
    struct weekly_cell *cells;
    size_t n;
    struct weekly_pool *pools;
    size_t n_pools;
    size_t *pool_of;         /* [n_groups] */
    double *part_of;         /* [n_groups]: of its pool's load, what comes to the group first */
    double *present;         /* [n * n_groups]: agents on the phones */
    double *redials, *again; /* [n * n]: see struct week */
};

/* False when memory has run out. */
bool weekly_open(struct weekly *self, const struct scenario *scenario, struct sim_arena *arena);

/* The week of a pool, with the agents that are present; cells are in the arena. */
bool weekly_week(const struct weekly *self, size_t pool, struct week *week,
                 struct sim_arena *arena);

/* For weekly.c: fills redials and again. */
bool weekly_returns(struct weekly *self, const int *cell_at, struct sim_arena *arena);

#endif
