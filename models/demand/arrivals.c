/* How many needs are expected in each interval: rates, or volumes spread over the day.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/arrivals.h"

#include "models/course.h"
#include "models/demand/volume.h"

#include <math.h>

/* Between these, people try a closed centre too. */
enum { TRIED_FROM_S = 8 * 3600, TRIED_TO_S = 19 * 3600 };

/* What is spread over, and over what. */
struct spread {
    const struct demand *demand;
    const struct hours *hours;
    double *expected;    /* of all slots */
    bool dialled_closed; /* somebody ever does */
};

static double time_of(const struct hours *hours, const struct slot *slot)
{
    return (double)slot->time_of_day * hours->interval_s;
}

static double course_or_zero(const struct sim_list *courses, const struct hours *hours,
                             const struct slot *slot)
{
    const int weekday = hours->days[slot->day].weekday;
    const double value = course_at(courses, weekday, time_of(hours, slot), hours->interval_s);
    return isnan(value) ? 0.0 : value;
}

/* How much of the day's profile an interval has: even over open time where none is given. */
static double slot_weight(const struct spread *self, const struct slot *slot)
{
    if (self->demand->profile.n == 0) return slot->open ? 1.0 : 0.0;
    return course_or_zero(&self->demand->profile, self->hours, slot);
}

/* The same of those who first dial while closed. */
static double closed_weight(const struct spread *self, const struct slot *slot)
{
    if (slot->open) return 0.0;
    if (self->demand->closed_profile.n)
        return course_or_zero(&self->demand->closed_profile, self->hours, slot);
    const double time_s = time_of(self->hours, slot);
    return time_s >= TRIED_FROM_S && time_s < TRIED_TO_S ? 1.0 : 0.0;
}

/* Gives the closed intervals of an open day their share of its volume, and returns the rest;
 * all of it where no closed interval takes any. */
static double spread_closed(struct spread *self, const struct day *day, double volume)
{
    const double share = self->demand->dialled_closed;
    double all = 0.0;
    if (!(share > 0.0)) return volume;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++)
        all += closed_weight(self, &self->hours->slots[i]);
    if (!(all > 0.0)) return volume;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++)
        self->expected[i] += volume * share * closed_weight(self, &self->hours->slots[i]) / all;
    self->dialled_closed = true;
    return volume * (1.0 - share);
}

/* Spreads one open day's volume over its slots. What the profile has in closed intervals comes
 * in the open ones, or is lost. */
static void spread_volume(struct spread *self, const struct day *day, double volume)
{
    double open = 0.0, all = 0.0;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++) {
        const double weight = slot_weight(self, &self->hours->slots[i]);
        all += weight;
        self->expected[i] = self->hours->slots[i].open ? weight : 0.0;
        open += self->expected[i];
    }
    if (!(open > 0.0)) return;
    const double shifted = self->demand->shifted * (all - open);
    const double comes = spread_closed(self, day, volume) * (open + shifted) / all;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++)
        if (self->hours->slots[i].open) self->expected[i] *= comes / open;
}

static void spread_rates(struct spread *self, const struct day *day)
{
    const struct demand *demand = self->demand;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++) {
        const struct slot *slot = &self->hours->slots[i];
        double per_h = slot->open ? demand->rate_per_h : 0.0;
        if (demand->rates.n) per_h = course_or_zero(&demand->rates, self->hours, slot);
        self->expected[i] = per_h * self->hours->interval_s / 3600.0;
    }
}

/* A call that chooses its time of a day does so among the open slots, as the needs do. */
static void day_shares(struct hours *hours, const struct day *day, const double *expected)
{
    double total = 0.0, sum = 0.0;
    const int end = day->first_slot + day->n_slots;
    for (int i = day->first_slot; i < end; i++)
        total += hours->slots[i].open ? expected[i] : 0.0;
    for (int i = day->first_slot; i < end; i++) {
        struct slot *slot = &hours->slots[i];
        const double even = slot->open ? hours->interval_s / day->open_s : 0.0;
        sum += total > 0.0 ? (slot->open ? expected[i] / total : 0.0) : even;
        slot->share = sum;
    }
}

static void closed_warn(const struct spread *self, struct sim_faults *faults)
{
    if (isnan(self->demand->volume) || !(self->demand->dialled_closed > 0.0) ||
        self->dialled_closed)
        return;
    sim_faults_add(faults, (struct sim_fault){
                               .severity = SIM_WARNING,
                               .path = "demand.first_dial_closed",
                               .what = N_("no closed interval takes them, so that they dial "
                                          "while it is open") });
}

bool arrivals_expect(const struct demand *demand, const struct hours_rules *rules,
                     struct hours *hours, double *expected, struct sim_faults *faults)
{
    if (!demand_check(demand, hours->interval_s, faults)) return false;
    course_gaps(&demand->rates, hours, "demand.rates", faults);
    course_gaps(&demand->profile, hours, "demand.profile", faults);
    struct spread spread = { demand, hours, expected, false };
    struct volume volume = volume_before(demand, rules, hours->days[0].date);
    for (int i = 0; i < hours->n_days; i++) {
        const struct day *day = &hours->days[i];
        const double needs = isnan(demand->volume) ? 0.0 : volume_of_date(&volume, day->date);
        if (isnan(demand->volume))
            spread_rates(&spread, day);
        else if (day->open_s > 0.0)
            spread_volume(&spread, day, needs);
        day_shares(hours, day, expected);
    }
    closed_warn(&spread, faults);
    return true;
}
