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

/* The session they are in, of their contract or of a module; DUTY_NONE where there is none. */
static enum duty session_at(const struct presence *self, double time_s)
{
    static const enum duty duties[] = { [SESSION_MEETING] = DUTY_MEETING,
                                        [SESSION_TRAINING] = DUTY_TRAINING,
                                        [SESSION_OTHER] = DUTY_OTHER };
    const struct gathering *all = self->contract->sessions.items;
    for (int i = 0; i < self->lessons.n; i++)
        if (time_s >= self->lessons.all[i].when.from_s &&
            time_s < self->lessons.all[i].when.to_s)
            return DUTY_TRAINING;
    for (size_t i = self->contract->sessions.n; i-- > 0;)
        if (time_s >= all[i].from_s && time_s < all[i].to_s &&
            gathering_is_on(&all[i], self->date))
            return duties[all[i].kind];
    return DUTY_NONE;
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

static double p_on_break(const struct presence *self, double time_s)
{
    const struct pause *breaks = self->contract->breaks.items;
    double p_none = 1.0;
    for (size_t i = 0; i < self->contract->breaks.n; i++)
        if (breaks[i].days >> date_weekday(self->date) & 1)
            p_none *= 1.0 - p_in_break(&breaks[i], time_s);
    return 1.0 - p_none;
}

double presence_planned(const struct presence *self, double time_s)
{
    if (!stretch_at(&self->open, time_s) || !stretch_at(&self->shifts, time_s)) return 0.0;
    if (session_at(self, time_s) != DUTY_NONE) return 0.0;
    return 1.0 - p_on_break(self, time_s);
}

static double p_late(const struct presence *self, double time_s)
{
    const struct late *late = &self->contract->late;
    const struct stretch *first = &self->shifts.all[0];
    if (time_s >= first->to_s) return 0.0;
    return late->p * exp(-(time_s - first->from_s) / late->delay_s);
}

/* Of those who are meant to be there, the share that is. */
static double share_kept(const struct presence *self, double time_s)
{
    const struct contract *contract = self->contract;
    return (1.0 - p_late(self, time_s)) * (1.0 - contract->off_phone.share) *
           (1.0 - contract->leave.share) * (1.0 - contract->absence.share);
}

double presence_expected(const struct presence *self, double time_s)
{
    const double planned = presence_planned(self, time_s);
    return planned > 0.0 ? planned * share_kept(self, time_s) : 0.0;
}

/* Takes a share of what is left, as a duty that lies over all that come after it. */
static void take(double shares[N_DUTIES], enum duty duty, double share, double *left)
{
    shares[duty] += share * *left;
    *left -= share * *left;
}

void presence_duties(const struct presence *self, bool on_leave, double time_s,
                     double shares[N_DUTIES])
{
    const struct contract *contract = self->contract;
    double left = 1.0;
    for (int i = 0; i < N_DUTIES; i++)
        shares[i] = 0.0;
    if (!stretch_at(&self->shifts, time_s)) {
        shares[DUTY_HOME] = 1.0;
        return;
    }
    const enum duty session = session_at(self, time_s);
    take(shares, DUTY_LEAVE, on_leave ? 1.0 : contract->leave.share, &left);
    take(shares, DUTY_ABSENT, contract->absence.share, &left);
    take(shares, DUTY_LATE, p_late(self, time_s), &left);
    if (session != DUTY_NONE) take(shares, session, 1.0, &left);
    take(shares, DUTY_BREAK, p_on_break(self, time_s), &left);
    take(shares, DUTY_OFF_PHONE, contract->off_phone.share, &left);
    shares[DUTY_PHONES] = left;
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

enum { MOMENTS = 3 }; /* at which an interval is looked at */

/* One agent's part of a day, each interval by its mean over some moments. */
static void week_add(struct presence_week *self, const struct presence *presence,
                     const struct hours *hours, const struct day *day)
{
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

/* One agent's day, in moments at which the centre is open; returns how many. */
static double shares_add(double shares[N_DUTIES], const struct roster *roster, uint32_t who,
                         const struct hours *hours, int day)
{
    const struct member *member = &roster->members[who];
    const struct day *it = &hours->days[day];
    struct presence presence;
    double n = 0.0, here[N_DUTIES];
    presence_begin(&presence, roster, who, hours, day);
    for (int i = 0; i < MOMENTS * it->n_slots; i++) {
        if (!hours->slots[it->first_slot + i / MOMENTS].open) continue;
        presence_duties(&presence, member_has_leave(member, it->date),
                        (i + 0.5) / MOMENTS * hours->interval_s, here);
        for (int d = 0; d < N_DUTIES; d++)
            shares[d] += here[d];
        n += 1.0;
    }
    return n;
}

double presence_shares(double shares[N_DUTIES], const struct roster *roster,
                       const struct crew *crew, const struct hours *hours)
{
    double all = 0.0, n_people = 0.0, n_days = 0.0;
    for (int i = 0; i < N_DUTIES; i++)
        shares[i] = 0.0;
    for (int d = 0; d < hours->n_days; d++) {
        const struct day *day = &hours->days[d];
        if (!day->counted || !(day->open_s > 0.0)) continue;
        n_days += 1.0;
        for (uint32_t i = crew->first; i < crew->first + crew->n; i++) {
            const struct member *member = &roster->members[i];
            if (!member_is_employed(member, day->date)) continue;
            n_people += 1.0;
            all += shares_add(shares, roster, i, hours, d);
        }
    }
    for (int i = 0; i < N_DUTIES && all > 0.0; i++)
        shares[i] /= all;
    return n_people > 0.0 ? n_people / n_days : 0.0;
}
