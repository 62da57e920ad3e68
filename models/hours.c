/* When the centre answers: the days of a horizon, cut in slots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hours.h"

#include "models/course.h"
#include "models/date.h"

#include <math.h>

enum { QUARTERS_PER_DAY = 96, MOST_SEARCHED_DAYS = 1000 };
static const double day_s = 86400.0;

static const struct sim_field horizon_rows[] = {
    { .key = "start",
      .kind = SIM_DATE,
      .offset = offsetof(struct horizon, start),
      .fallback = "2018-01-01",
      .help = N_("the first day that is counted") },
    { .key = "months",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, months),
      .high = 120,
      .fallback = "0",
      .help = N_("calendar months from the start") },
    { .key = "days",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, days),
      .high = 3660,
      .fallback = "0",
      .help = N_("further days after the months; with neither, one month") },
    { .key = "warm_up",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, warm_up_days),
      .high = 400,
      .fallback = "10",
      .class_of_default = 'D',
      .help = N_("open days before the start that are simulated and not counted") },
    { .key = "run_off",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct horizon, run_off_days),
      .high = 400,
      .fallback = "10",
      .class_of_default = 'D',
      .help = N_("open days after the end that follow the needs of the horizon to their end") },
};
const struct sim_fields horizon_fields =
    SIM_FIELDS(struct horizon, horizon_rows, N_("the days that are simulated"));

static const struct sim_field opening_rows[] = {
    { .key = "days",
      .kind = SIM_DAYS,
      .offset = offsetof(struct opening, days),
      .fallback = "every day",
      .help = N_("the weekdays it holds for") },
    { .key = "open",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct opening, open_s),
      .high = 86400,
      .help = N_("when the phones open") },
    { .key = "close",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct opening, close_s),
      .high = 86400,
      .help = N_("when the phones close") },
};
const struct sim_fields opening_fields =
    SIM_FIELDS(struct opening, opening_rows, N_("opening hours; none at all: round the clock"));

static bool date_is_closed(const struct hours_rules *rules, int date)
{
    for (size_t i = 0; i < rules->closed_on.n; i++)
        if (rules->closed_on.values[i] == date) return true;
    return false;
}

bool hours_is_open_at(const struct hours_rules *rules, int date, double time_s)
{
    if (date_is_closed(rules, date)) return false;
    if (rules->openings.n == 0) return true;
    const struct opening *all = rules->openings.items;
    const int weekday = date_weekday(date);
    for (size_t i = 0; i < rules->openings.n; i++)
        if ((all[i].days >> weekday & 1) && time_s >= all[i].open_s && time_s < all[i].close_s)
            return true;
    return false;
}

double hours_date_open_s(const struct hours_rules *rules, int date)
{
    double open_s = 0.0;
    for (double time_s = 0.0; time_s < day_s; time_s += rules->interval_s)
        if (hours_is_open_at(rules, date, time_s)) open_s += rules->interval_s;
    return open_s;
}

bool hours_date_is_open(const struct hours_rules *rules, int date)
{
    return hours_date_open_s(rules, date) > 0.0;
}

static void opening_fault(size_t i, const char *leaf, const char *what, const char *wanted,
                          struct sim_faults *faults)
{
    sim_faults_add(
        faults, (struct sim_fault){ .severity = SIM_INPUT,
                                    .path = sim_faults_text(faults, "hours.[%zu].%s", i, leaf),
                                    .what = what,
                                    .wanted = wanted });
}

static void openings_check(const struct hours_rules *rules, struct sim_faults *faults)
{
    const struct opening *all = rules->openings.items;
    for (size_t i = 0; i < rules->openings.n; i++) {
        if (all[i].close_s <= all[i].open_s)
            opening_fault(i, "close", N_("closes before it opens"), NULL, faults);
        if (fmod(all[i].open_s, rules->interval_s) != 0.0)
            opening_fault(i, "open", N_("does not fall on an interval's boundary"),
                          N_("a multiple of the scenario's interval"), faults);
        if (fmod(all[i].close_s, rules->interval_s) != 0.0)
            opening_fault(i, "close", N_("does not fall on an interval's boundary"),
                          N_("a multiple of the scenario's interval"), faults);
        for (size_t j = 0; j < i; j++)
            if ((all[i].days & all[j].days) && all[i].open_s < all[j].close_s &&
                all[j].open_s < all[i].close_s)
                opening_fault(i, "open",
                              N_("overlaps with other opening hours of the same day"), NULL,
                              faults);
    }
}

/* The date that lies `n` open days from `date`, which itself does not count; dir is +1 or -1.
 */
static int date_of_open_day(const struct hours_rules *rules, int date, int n, int dir)
{
    for (int searched = 0; n > 0 && searched < MOST_SEARCHED_DAYS; searched++) {
        date += dir;
        if (hours_date_is_open(rules, date)) n--;
    }
    return date;
}

struct span {
    int first, start, end, last; /* dates; `end` and `last` are the days after */
};

static struct span span_of(const struct hours_rules *rules)
{
    const struct horizon *horizon = &rules->horizon;
    struct span span = { .start = horizon->start };
    const int months = horizon->months || horizon->days ? horizon->months : 1;
    span.end = date_after_months(span.start, months) + horizon->days;
    span.first = date_of_open_day(rules, span.start, horizon->warm_up_days, -1);
    span.last = date_of_open_day(rules, span.end - 1, horizon->run_off_days, 1) + 1;
    return span;
}

static void slot_add(struct hours *self, const struct hours_rules *rules, int day, int part)
{
    const double start_at = (double)day * day_s + (double)part * self->interval_s;
    const double time_s = (double)part * self->interval_s;
    const int date = self->days[day].date;
    const bool open = hours_is_open_at(rules, date, time_s);
    struct slot *slot = &self->slots[self->n_slots++];
    *slot = (struct slot){ .start_at = start_at,
                           .end_at = start_at + self->interval_s,
                           .day = day,
                           .time_of_day = part,
                           .open = open,
                           .counted = self->days[day].counted };
    slot->where =
        (uint32_t)date * QUARTERS_PER_DAY + (uint32_t)(time_s * QUARTERS_PER_DAY / day_s);
    if (open) self->days[day].open_s += self->interval_s;
}

/* From the last slot to the first: who opens, who closes, when the next opening is. */
static void slots_link(struct hours *self)
{
    int next_opening = -1;
    for (int i = self->n_slots - 1; i >= 0; i--) {
        struct slot *slot = &self->slots[i];
        slot->next_opening = next_opening;
        slot->opens = slot->open && (i == 0 || !self->slots[i - 1].open);
        slot->closes = slot->open && i + 1 < self->n_slots && !self->slots[i + 1].open;
        if (slot->opens) next_opening = i;
    }
}

static void days_fill(struct hours *self, const struct hours_rules *rules, struct span span)
{
    for (int day = 0; day < self->n_days; day++) {
        const int date = span.first + day;
        self->days[day] = (struct day){ .date = date,
                                        .weekday = date_weekday(date),
                                        .first_slot = self->n_slots,
                                        .n_slots = self->slots_per_day,
                                        .counted = date >= span.start && date < span.end };
        for (int part = 0; part < self->slots_per_day; part++)
            slot_add(self, rules, day, part);
        if (self->days[day].open_s > 0.0) self->open_days[self->n_open_days++] = day;
    }
    self->end_at = (double)self->n_days * day_s;
    slots_link(self);
}

/* Ranks, in order of time, of the weekdays, intervals of the day and slots that are ever open
 * while counted. */
static void hours_rank(struct hours *self)
{
    for (int i = 0; i < 7; i++)
        self->weekday_rank[i] = -1;
    for (int i = 0; i < self->slots_per_day; i++)
        self->part_rank[i] = -1;
    for (int i = 0; i < self->n_slots; i++) {
        struct slot *slot = &self->slots[i];
        const bool shown = slot->open && slot->counted;
        slot->rank = shown ? self->n_ranked++ : -1;
        if (!shown) continue;
        self->weekday_rank[self->days[slot->day].weekday] = 0;
        self->part_rank[slot->time_of_day] = 0;
    }
    for (int i = 0; i < 7; i++)
        if (self->weekday_rank[i] == 0) self->weekday_rank[i] = self->n_weekdays++;
    for (int i = 0; i < self->slots_per_day; i++)
        if (self->part_rank[i] == 0) self->part_rank[i] = self->n_parts++;
}

bool hours_build(struct hours *self, const struct hours_rules *rules, struct sim_arena *arena,
                 struct sim_faults *faults)
{
    *self = (struct hours){ .interval_s = rules->interval_s };
    const size_t before = faults->n_input;
    openings_check(rules, faults);
    if (faults->n_input > before) return false;
    const struct span span = span_of(rules);
    self->slots_per_day = (int)(day_s / rules->interval_s);
    self->n_days = span.last - span.first;
    const size_t n_days = (size_t)self->n_days;
    self->days = sim_arena_new(arena, n_days, sizeof *self->days);
    self->open_days = sim_arena_new(arena, n_days, sizeof *self->open_days);
    self->slots =
        sim_arena_new(arena, n_days * (size_t)self->slots_per_day, sizeof *self->slots);
    self->part_rank =
        sim_arena_new(arena, (size_t)self->slots_per_day, sizeof *self->part_rank);
    if (!self->days || !self->open_days || !self->slots || !self->part_rank)
        return sim_faults_memory(faults);
    days_fill(self, rules, span);
    hours_rank(self);
    if (self->n_ranked > 0) return true;
    sim_faults_add(faults, (struct sim_fault){
                               .severity = SIM_INPUT,
                               .path = "hours",
                               .what = N_("the centre is never open within the horizon") });
    return false;
}

int hours_open_day_after(const struct hours *self, int day, int k)
{
    int low = 0, high = self->n_open_days; /* the first open day after `day` */
    while (low < high) {
        const int middle = (low + high) / 2;
        if (self->open_days[middle] > day)
            high = middle;
        else
            low = middle + 1;
    }
    const int wanted = low + k - 1;
    return wanted < self->n_open_days ? self->open_days[wanted] : -1;
}

double hours_instant(const struct hours *self, int day, double u)
{
    const struct slot *slots = &self->slots[self->days[day].first_slot];
    double below = 0.0;
    int i = 0;
    for (; i + 1 < self->days[day].n_slots && slots[i].share <= u; i++)
        below = slots[i].share;
    const double here = slots[i].share - below;
    const double within = here > 0.0 ? (u - below) / here : 0.0;
    return slots[i].start_at + within * (slots[i].end_at - slots[i].start_at);
}

int hours_slot_at(const struct hours *self, int slot, double at)
{
    while (slot < self->n_slots && self->slots[slot].end_at <= at)
        slot++;
    return slot;
}
