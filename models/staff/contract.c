/* Contracts: how people work, by the week.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/contract.h"

#include "models/date.h"

#include <string.h>

const struct contract *contract_named(const struct sim_list *contracts, const char *name)
{
    const struct contract *all = contracts->items;
    for (size_t i = 0; name && i < contracts->n; i++)
        if (strcmp(all[i].name, name) == 0) return &all[i];
    return NULL;
}

static bool week_is_one(int weeks, int date)
{
    const bool odd = date_week(date) % 2;
    return weeks == WEEKS_ALL || odd == (weeks == WEEKS_ODD);
}

bool weeks_meet(int a, int b)
{
    return a == WEEKS_ALL || b == WEEKS_ALL || a == b;
}

bool shift_is_on(const struct shift *self, int date)
{
    return (self->days >> date_weekday(date) & 1) && week_is_one(self->weeks, date);
}

bool gathering_is_on(const struct gathering *self, int date)
{
    if (self->dates.n) return dates_hold(&self->dates, date);
    return (self->days >> date_weekday(date) & 1) && week_is_one(self->weeks, date);
}

/* Into its place, in order of time. */
static void stretches_add(struct stretches *self, struct stretch stretch)
{
    int i = self->n;
    if (i == MOST_STRETCHES) return;
    for (; i > 0 && self->all[i - 1].from_s > stretch.from_s; i--)
        self->all[i] = self->all[i - 1];
    self->all[i] = stretch;
    self->n++;
}

void hours_stretches(const struct hours *hours, int day, struct stretches *open)
{
    const struct slot *slots = &hours->slots[hours->days[day].first_slot];
    open->n = 0;
    for (int i = 0; i < hours->days[day].n_slots; i++) {
        const double from_s = slots[i].time_of_day * hours->interval_s;
        if (!slots[i].open) continue;
        if (open->n && open->all[open->n - 1].to_s == from_s)
            open->all[open->n - 1].to_s = from_s + hours->interval_s;
        else
            stretches_add(open, (struct stretch){ from_s, from_s + hours->interval_s });
    }
}

void contract_stretches(const struct contract *self, const struct hours *hours, int day,
                        struct stretches *shifts)
{
    const struct shift *all = self->shifts.items;
    shifts->n = 0;
    if (!(hours->days[day].open_s > 0.0)) return;
    if (self->shifts.n == 0) {
        hours_stretches(hours, day, shifts);
        return;
    }
    for (size_t i = 0; i < self->shifts.n; i++)
        if (shift_is_on(&all[i], hours->days[day].date))
            stretches_add(shifts, (struct stretch){ all[i].from_s, all[i].to_s });
}

static int n_weekdays(unsigned days)
{
    int n = 0;
    for (; days; days >>= 1)
        n += (days & 1U) != 0;
    return n;
}

double contract_week_s(const struct contract *self, const struct hours_rules *rules)
{
    const struct shift *shifts = self->shifts.items;
    const struct opening *openings = rules->openings.items;
    double sum = 0.0;
    for (size_t i = 0; i < self->shifts.n; i++)
        sum += (shifts[i].to_s - shifts[i].from_s) * n_weekdays(shifts[i].days) *
               (shifts[i].weeks == WEEKS_ALL ? 1.0 : 0.5);
    for (size_t i = 0; self->shifts.n == 0 && i < rules->openings.n; i++)
        sum += (openings[i].close_s - openings[i].open_s) * n_weekdays(openings[i].days);
    return self->shifts.n || rules->openings.n ? sum : 7.0 * 86400.0;
}

static void contract_fault(const struct contract *self, const char *list, size_t i,
                           const char *leaf, const char *what, struct sim_faults *faults)
{
    sim_faults_add(
        faults, (struct sim_fault){ .severity = SIM_INPUT,
                                    .path = sim_faults_text(faults, "contracts.%s.%s.[%zu].%s",
                                                            self->name, list, i, leaf),
                                    .what = what });
}

static void shifts_check(const struct contract *self, struct sim_faults *faults)
{
    const struct shift *all = self->shifts.items;
    for (size_t i = 0; i < self->shifts.n; i++) {
        if (all[i].to_s <= all[i].from_s)
            contract_fault(self, "shifts", i, "to", N_("ends before it begins"), faults);
        for (size_t j = 0; j < i; j++)
            if ((all[i].days & all[j].days) && weeks_meet(all[i].weeks, all[j].weeks) &&
                all[i].from_s < all[j].to_s && all[j].from_s < all[i].to_s)
                contract_fault(self, "shifts", i, "from",
                               N_("overlaps with another shift of the same day"), faults);
    }
}

static void breaks_check(const struct contract *self, struct sim_faults *faults)
{
    const struct pause *all = self->breaks.items;
    for (size_t i = 0; i < self->breaks.n; i++)
        if (all[i].to_s <= all[i].from_s)
            contract_fault(self, "breaks", i, "to", N_("ends before it begins"), faults);
        else if (all[i].length_s > all[i].to_s - all[i].from_s)
            contract_fault(self, "breaks", i, "length", N_("longer than its window"), faults);
}

static void sessions_check(const struct contract *self, struct sim_faults *faults)
{
    const struct gathering *all = self->sessions.items;
    for (size_t i = 0; i < self->sessions.n; i++)
        if (all[i].to_s <= all[i].from_s)
            sim_faults_add(faults,
                           (struct sim_fault){
                               .severity = SIM_INPUT,
                               .path = sim_faults_text(faults, "contracts.%s.sessions.%s.to",
                                                       self->name, all[i].name),
                               .what = N_("ends before it begins") });
}

bool contracts_check(const struct sim_list *contracts, struct sim_faults *faults)
{
    struct contract *all = contracts->items;
    const size_t before = faults->n_input;
    for (size_t i = 0; i < contracts->n; i++) {
        if (!all[i].title) all[i].title = all[i].name;
        shifts_check(&all[i], faults);
        breaks_check(&all[i], faults);
        sessions_check(&all[i], faults);
        spells_check(&all[i].leave);
        spells_check(&all[i].absence);
    }
    return faults->n_input == before;
}
