/* Presence: how many agents are likely to be on the phones at a moment, by arithmetic.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/presence.h"

#include "models/date.h"
#include "models/staff/timetable.h"

#include <math.h>

void presence_begin(struct presence *self, const struct roster *roster, uint32_t who,
                    const struct hours *hours, int day)
{
    self->contract = roster->members[who].contract;
    self->date = hours->days[day].date;
    hours_stretches(hours, day, &self->open);
    contract_stretches(self->contract, hours, day, &self->shifts);
    self->lessons.n = 0;
    if (roster->training)
        training_timetable(roster->training, who, self->date, NULL, &self->lessons);
}

/* The stretch a time falls in; NULL where it falls in none. */
static const struct stretch *stretch_at(const struct stretches *self, double time_s)
{
    for (int i = 0; i < self->n; i++)
        if (time_s >= self->all[i].from_s && time_s < self->all[i].to_s) return &self->all[i];
    return NULL;
}

static bool in_session(const struct presence *self, double time_s)
{
    const struct gathering *all = self->contract->sessions.items;
    for (size_t i = 0; i < self->contract->sessions.n; i++)
        if (time_s >= all[i].from_s && time_s < all[i].to_s &&
            gathering_is_on(&all[i], self->date))
            return true;
    for (int i = 0; i < self->lessons.n; i++)
        if (time_s >= self->lessons.all[i].when.from_s &&
            time_s < self->lessons.all[i].when.to_s)
            return true;
    return false;
}

/* Its beginning is uniform over the window, so far as the whole of it fits in. */
static double p_in_break(const struct pause *pause, double time_s)
{
    const double free_s = pause->to_s - pause->from_s - pause->length_s;
    const double since_s = time_s - pause->from_s;
    if (free_s <= 0.0) return since_s >= 0.0 && since_s < pause->length_s ? 1.0 : 0.0;
    const double low = fmax(0.0, since_s - pause->length_s), high = fmin(free_s, since_s);
    return fmax(0.0, high - low) / free_s;
}

double presence_planned(const struct presence *self, double time_s)
{
    if (!stretch_at(&self->open, time_s) || !stretch_at(&self->shifts, time_s)) return 0.0;
    if (in_session(self, time_s)) return 0.0;
    const struct pause *breaks = self->contract->breaks.items;
    double share = 1.0;
    for (size_t i = 0; i < self->contract->breaks.n; i++)
        if (breaks[i].days >> date_weekday(self->date) & 1)
            share *= 1.0 - p_in_break(&breaks[i], time_s);
    return share;
}

/* Of those who are meant to be there, the share that is. */
static double share_kept(const struct presence *self, double time_s)
{
    const struct contract *contract = self->contract;
    const struct stretch *first = &self->shifts.all[0];
    double p_late = 0.0;
    if (time_s < first->to_s)
        p_late = contract->late.p * exp(-(time_s - first->from_s) / contract->late.delay_s);
    return (1.0 - p_late) * (1.0 - contract->off_phone.share) * (1.0 - contract->leave.share) *
           (1.0 - contract->absence.share);
}

double presence_expected(const struct presence *self, double time_s)
{
    const double planned = presence_planned(self, time_s);
    return planned > 0.0 ? planned * share_kept(self, time_s) : 0.0;
}

/* On whole persons: half of one, who is on a break half of the time, counts as one. */
static void crew_staff(int *staffing, const struct roster *roster, const struct crew *crew,
                       size_t n_groups, const struct hours *hours, int day)
{
    const struct day *it = &hours->days[day];
    double sums[MOST_STRETCHES] = { 0.0 };
    for (uint32_t i = 0; i < crew->n; i++) {
        const struct member *member = &roster->members[crew->first + i];
        struct presence presence;
        if (!member_is_employed(member, it->date) || member_has_leave(member, it->date))
            continue;
        presence_begin(&presence, roster, crew->first + i, hours, day);
        for (int slot = 0; slot < it->n_slots; slot++)
            if (hours->slots[it->first_slot + slot].open)
                sums[slot] += presence_planned(&presence, (slot + 0.5) * hours->interval_s);
    }
    for (int slot = 0; slot < it->n_slots; slot++)
        staffing[(size_t)(it->first_slot + slot) * n_groups] = (int)ceil(sums[slot] - 1e-9);
}

void presence_staff(int *staffing, const struct roster *roster, size_t n_groups,
                    const struct hours *hours)
{
    for (size_t g = 0; g < n_groups; g++)
        for (int day = 0; roster->crews[g].n && day < hours->n_days; day++)
            crew_staff(&staffing[g], roster, &roster->crews[g], n_groups, hours, day);
}

/* One agent's part of a day, each interval by its mean over some moments. */
static void week_add(struct presence_week *self, const struct presence *presence,
                     const struct hours *hours, const struct day *day)
{
    enum { MOMENTS = 3 };
    for (int part = 0; part < day->n_slots; part++) {
        if (!hours->slots[day->first_slot + part].open) continue;
        for (int i = 0; i < MOMENTS; i++) {
            const double time_s = (part + (i + 0.5) / MOMENTS) * hours->interval_s;
            const double planned = presence_planned(presence, time_s) / MOMENTS;
            if (!(planned > 0.0)) continue;
            self->planned[day->weekday][part] += planned;
            self->expected[day->weekday][part] += planned * share_kept(presence, time_s);
        }
    }
}

void presence_week_fill(struct presence_week *self, const struct roster *roster,
                        const struct crew *crew, const struct hours *hours)
{
    *self = (struct presence_week){ .n_days = { 0 } };
    for (int d = 0; d < hours->n_days; d++) {
        const struct day *day = &hours->days[d];
        if (!day->counted || !(day->open_s > 0.0)) continue;
        self->n_days[day->weekday]++;
        for (int part = 0; part < day->n_slots; part++)
            if (hours->slots[day->first_slot + part].open)
                self->open[day->weekday][part] = true;
        for (uint32_t i = crew->first; i < crew->first + crew->n; i++) {
            const struct member *member = &roster->members[i];
            struct presence presence;
            if (!member_is_employed(member, day->date) || member_has_leave(member, day->date))
                continue;
            presence_begin(&presence, roster, i, hours, d);
            week_add(self, &presence, hours, day);
        }
    }
    for (int weekday = 0; weekday < 7; weekday++)
        for (int part = 0; part < hours->slots_per_day && self->n_days[weekday]; part++) {
            self->planned[weekday][part] /= self->n_days[weekday];
            self->expected[weekday][part] /= self->n_days[weekday];
        }
}
