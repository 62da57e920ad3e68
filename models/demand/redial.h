/* Who dials again after no answer, who calls again after an answer, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DEMAND_REDIAL_H
#define MODELS_DEMAND_REDIAL_H

#include "models/hours.h"
#include "sim/law.h"

/* Why an attempt was not answered. */
enum cause {
    CAUSE_CLOSED,
    CAUSE_BUSY,
    CAUSE_HUNG_UP, /* during the greeting */
    CAUSE_BALKED,
    CAUSE_ABANDONED,
    CAUSE_CUT_OFF,
    N_CAUSES
};

struct redial_chance {
    double p_first, p_later; /* after the first attempt, after later ones; NaN: as in general */
};

/* As written: redial. Probabilities are per failed attempt; the count of attempts starts afresh
 * after an answer. */
struct redial {
    struct redial_chance general, by_cause[N_CAUSES];
    int most_attempts;
    struct sim_law delay;           /* of those who dial again soon */
    double p_soon, p_next_half_day; /* the others: the next open day */
    double spread_s;                /* the first minutes of the next opening */
};

/* As written: again. */
struct again {
    double p_again;
    /* by what the caller was told; NaN: p_again, which again_check() puts there */
    double p_resolved, p_traced, p_untraced;
    struct sim_law delay; /* a day of it is an open day */
};

extern const struct sim_fields redial_fields, again_fields;

bool redial_check(struct redial *self, struct sim_arena *arena, struct sim_faults *faults);
bool again_check(struct again *self, struct sim_arena *arena, struct sim_faults *faults);

/* Does anybody ever dial again after no answer? */
bool redial_is_possible(const struct redial *self);

/* What a caller does next, and when, needs the calendar and the present. */
struct moment {
    const struct hours *hours;
    int slot; /* the present slot */
    double now;
};

/* The instant a delay from now. One under half a day that ends while closed moves to the next
 * opening, spread over its first minutes by the uniform number u; a longer one is rounded to
 * days, which are open days, and u is the time of that day's profile. Infinite, and `beyond`,
 * after the horizon's end. */
double moment_after(const struct moment *self, double delay_s, double spread_s, double u,
                    bool *beyond);

/* An instant of the k-th open day after the present one, by the uniform number u. */
double moment_on_open_day(const struct moment *moment, int k, double u, bool *beyond);

/* An instant within the next opening. Where it never closes there is none, and the next
 * half-day is the next day. */
double moment_in_next_opening(const struct moment *moment, double u, bool *beyond);

/* The instant of the next attempt, by who calls and by attempt, which stand in `caller`;
 * infinite when the caller gives up or would call beyond the horizon's end, which `beyond` then
 * says. `tries` counts the attempts since the last answer. */
double redial_at(const struct redial *self, const struct moment *moment, enum cause cause,
                 const struct sim_stream *stream, struct sim_place caller, unsigned tries,
                 bool *beyond);

/* The instant of a call again, with the same conventions. */
double again_at(const struct again *self, const struct redial *redial,
                const struct moment *moment, const struct sim_stream *stream,
                struct sim_place caller, bool *beyond);

#endif
