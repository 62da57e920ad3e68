/* A week of intervals, each at rest, whose callers dial again in later ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each interval is M/M/c/K+G at rest, at the rate of its attempts and of what the interval
 * before left waiting (SIPP with carry-over), or at the rate of the modified offered load; see
 * steady.h. Attempts are the fixed point of their failures: who is not answered in one interval
 * dials again in those that his delay leads to, with the chance of his attempt's number; who is
 * answered may call again. Days that differ by an unknown Gamma factor are averaged over. */
#ifndef PLAN_WEEK_H
#define PLAN_WEEK_H

#include "models/plan/erlang.h"

#include "sim/arena.h"

enum { WEEK_KINDS = 3 }; /* kinds of days, where days differ */

/* One interval, as it is on average over the weeks. */
struct week_cell {
    double length_s;
    double needs;  /* first calls */
    double agents; /* on the phones, on average: the whole number below it or that above */
    bool open;     /* else who calls hears that it is closed */
    bool opens;    /* nobody can have been left waiting */
};

/* Chances to dial again after the first attempt, and after later ones. */
struct week_chance {
    double first, later;
};

/* The cells of a week in order; after the last comes the first again. Borrowed. */
struct week {
    struct week_cell *cells;
    size_t n;
    const double *redials; /* [n * n]: of those who dial again after a call in the cell of the
                              row, the shares that do so in those of the columns */
    const double *again;   /* the same of those who call again after an answer */
    struct week_chance hung_up, busy, closed;
    double p_again;
    int most_attempts; /* since the last answer */
    double handling_s;
    struct sim_law patience; /* checked */
    double lines;            /* infinite: no limit */
    double p_balk;           /* of those who have to wait */
    double held;             /* share of the agents' time that others than callers take */
    double within_s;
    bool by_load; /* modified offered load rather than carry-over */
    bool levels;  /* what is within the threshold is worked out, which takes as long again */

    bool roughly; /* any real number of agents, as if they could be divided */

    /* worked out by week_busyness() */
    struct week_kind {
        double factor, weight;
    } kinds[WEEK_KINDS];
    size_t n_kinds;
};

/* What is lived in one interval, in calls and seconds; sums of them are lived as well. */
struct week_lived {
    double needs, redials, calls_again, turned_away, attempts; /* attempts while open */
    double answered, balked, abandoned, blocked, waited;
    double answered_within, left_within;
    double wait_s, answered_s, abandoned_s, busy_s, held_s, agents_s, length_s, left;
    bool at_rest;
};

struct week_measure {
    const char *name; /* as the simulation has it */
    bool levels;      /* it is of waits within the threshold */
    double (*value)(const struct week_lived *lived);
};

extern const struct week_measure week_measures[];
extern const size_t n_week_measures;

void week_lived_add(struct week_lived *sum, const struct week_lived *lived, double weight);

/* Do the same numbers stand in both weeks, agents apart? */
bool week_is_like(const struct week *self, const struct week *other);

/* Days differ by a Gamma factor of mean 1 and this coefficient of variation. False when memory
 * has run out. */
bool week_busyness(struct week *self, double cv);

/* What cell i is looked at by: the one before has left `left` callers waiting, and `load` is
 * the load of calls (by_load alone looks at it). */
struct week_demand {
    double attempts, left, load;
};

/* Lives one cell. needs, redials, calls_again and turned_away are let be. */
void week_cell_live(const struct week *self, size_t i, struct week_demand demand,
                    const struct quadrature *rule, struct week_lived *lived);

/* Fills needs, redials, calls_again, turned_away and attempts of lived[n] from what became of
 * the attempts of the last look at them. False when memory has run out. */
bool week_return(const struct week *self, struct week_lived *lived);

/* One round of the search for the fixed point: returns, then each cell in order, which `live`
 * lives. Returns the greatest relative change of a cell's attempts; below 0 when memory has run
 * out. */
struct week_round {
    void (*live)(void *with, size_t i, struct week_demand demand, struct week_lived *lived);
    void *with;
    double *room; /* [n] */
};
double week_round(const struct week *self, struct week_round round, struct week_lived *lived);

enum { WEEK_ROUNDS = 400 };
#define WEEK_SETTLED 1e-4 /* a change below this is none */

/* All are answered at once: where a search for the fixed point begins. */
void week_begin(const struct week *self, struct week_lived *lived);

/* Solves the week for the agents in its cells, levels too. False when memory has run out. */
bool week_live(const struct week *self, const struct quadrature *rule,
               struct week_lived *lived);

#endif
