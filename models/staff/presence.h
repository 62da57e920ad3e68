/* Presence: how many agents are likely to be on the phones at a moment, by arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan of a day amounts to on average, without simulation; calls that delay a break or
 * the end of a shift are left out. */
#ifndef MODELS_STAFF_PRESENCE_H
#define MODELS_STAFF_PRESENCE_H

#include "models/staff/duty.h"

/* One day of one member. */
struct presence {
    const struct contract *contract;
    int date;
    struct stretches open, shifts;
    struct timetable lessons; /* as foreseen */
};

void presence_begin(struct presence *self, const struct roster *roster, uint32_t who,
                    const struct hours *hours, int day);

/* The share of people such as this one who are at work that day that are on the phones at a
 * time since midnight: shifts, sessions and breaks. */
double presence_planned(const struct presence *self, double time_s);

/* The same of all people of the contract, after leave, absence, lateness and work off the
 * phone.
 */
double presence_expected(const struct presence *self, double time_s);

/* By duty, the share of such people that is likely to do it at a time at which the centre is
 * open; `on_leave` says that the date is known leave. They add up to 1. */
void presence_duties(const struct presence *self, bool on_leave, double time_s,
                     double shares[N_DUTIES]);

/* The same of a group's people, over all counted open hours. Returns how many people it has on
 * average; 0, and no shares, where it has none. */
double presence_shares(double shares[N_DUTIES], const struct roster *roster,
                       const struct crew *crew, const struct hours *hours);

/* A group's people by weekday and interval of the day: how many, on average over the counted
 * open days, are meant to be on the phones, and how many are likely to be. */
struct presence_week {
    double planned[7][MOST_STRETCHES], expected[7][MOST_STRETCHES];
    bool open[7][MOST_STRETCHES]; /* on some of these days */
    int n_days[7];
};

void presence_week_fill(struct presence_week *self, const struct roster *roster,
                        const struct crew *crew, const struct hours *hours);

/* Of a group's people, how many are meant to be on the phones halfway through a slot; to
 * staffing[slot * n_groups + group], as the headcounts of other groups are. */
void presence_staff(int *staffing, const struct roster *roster, size_t n_groups,
                    const struct hours *hours);

#endif
