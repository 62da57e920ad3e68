/* When the centre answers: the days of a horizon, cut in slots.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/hours.h"

#include "models/date.h"
#include "models/holiday.h"

static const double day_s = 86400.0;

struct span {
    int first, start, end, last; /* dates; `end` and `last` are the days after */
};

static struct span span_of(const struct hours_rules *rules)
{
    const struct horizon *horizon = &rules->horizon;
    struct span span = { .start = horizon->start };
    const bool said = horizon->months || horizon->weeks || horizon->days;
    span.end = date_after_months(span.start, said ? horizon->months : 1) + 7 * horizon->weeks +
               horizon->days;
    span.first = hours_rules_open_day_from(rules, span.start, horizon->warm_up_days, -1);
    span.last = hours_rules_open_day_from(rules, span.end - 1, horizon->run_off_days, 1) + 1;
    return span;
}

static void slot_add(struct hours *self, const struct hours_rules *rules, int day, int part)
{
    const double start_at = (double)day * day_s + (double)part * self->interval_s;
    const double time_s = (double)part * self->interval_s;
    const int date = self->days[day].date;
    const bool open = hours_rules_is_open_at(rules, date, time_s);
    struct slot *slot = &self->slots[self->n_slots++];
    *slot = (struct slot){ .start_at = start_at,
                           .end_at = start_at + self->interval_s,
                           .day = day,
                           .time_of_day = part,
                           .open = open,
                           .counted = self->days[day].counted };
    slot->where =
        (uint32_t)date * QUARTERS_PER_DAY + (uint32_t)(time_s * QUARTERS_PER_DAY / day_s);
    if (open && self->days[day].open_s == 0.0) self->days[day].first_open = part;
    if (open) self->days[day].open_s += self->interval_s;
}

/* From the last slot to the first: who opens, who closes, when this opening ends and when the
 * next one is. */
static void slots_link(struct hours *self)
{
    int next_opening = -1;
    for (int i = self->n_slots - 1; i >= 0; i--) {
        struct slot *slot = &self->slots[i];
        slot->next_opening = next_opening;
        slot->opens = slot->open && (i == 0 || !self->slots[i - 1].open);
        slot->closes = slot->open && i + 1 < self->n_slots && !self->slots[i + 1].open;
        slot->closing = i + 1 < self->n_slots && !slot->closes ? self->slots[i + 1].closing : i;
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

static void days_rank(struct hours *self)
{
    int last = 0;
    for (int i = 0; i < self->n_days; i++) {
        struct day *day = &self->days[i];
        const int month = date_of(day->date).month;
        day->rank = day->counted && day->open_s > 0.0 ? self->n_ranked_days++ : -1;
        if (day->counted && month != last) self->n_months++;
        if (day->counted) last = month;
        day->month = day->counted ? self->n_months - 1 : -1;
    }
}

/* Ranks, in order of time, of the days, weekdays, intervals of the day, intervals of the week
 * and slots that are ever open while counted. */
static void hours_rank(struct hours *self)
{
    days_rank(self);
    for (int i = 0; i < 7; i++)
        self->weekday_rank[i] = -1;
    for (int i = 0; i < self->slots_per_day; i++)
        self->part_rank[i] = -1;
    for (int i = 0; i < 7 * self->slots_per_day; i++)
        self->week_rank[i] = -1;
    for (int i = 0; i < self->n_slots; i++) {
        struct slot *slot = &self->slots[i];
        const bool shown = slot->open && slot->counted;
        slot->rank = shown ? self->n_ranked++ : -1;
        if (!shown) continue;
        self->weekday_rank[self->days[slot->day].weekday] = 0;
        self->part_rank[slot->time_of_day] = 0;
        self->week_rank[self->days[slot->day].weekday * self->slots_per_day +
                        slot->time_of_day] = 0;
    }
    for (int i = 0; i < 7; i++)
        if (self->weekday_rank[i] == 0) self->weekday_rank[i] = self->n_weekdays++;
    for (int i = 0; i < self->slots_per_day; i++)
        if (self->part_rank[i] == 0) self->part_rank[i] = self->n_parts++;
    for (int i = 0; i < 7 * self->slots_per_day; i++)
        if (self->week_rank[i] == 0) self->week_rank[i] = self->n_week++;
}

bool hours_build(struct hours *self, const struct hours_rules *rules, struct sim_arena *arena,
                 struct sim_faults *faults)
{
    *self = (struct hours){ .interval_s = rules->interval_s };
    if (!hours_rules_check(rules, faults)) return false;
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
    self->week_rank =
        sim_arena_new(arena, 7 * (size_t)self->slots_per_day, sizeof *self->week_rank);
    if (!self->days || !self->open_days || !self->slots || !self->part_rank || !self->week_rank)
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

enum { MOST_LISTED = 4 };

/* "2017-11-01, 2017-12-25", the first of `n`. */
static const char *list_date(const char *list, int date, int n, struct sim_faults *faults)
{
    const struct date when = date_of(date);
    if (n > MOST_LISTED) return list;
    if (n == MOST_LISTED) return sim_faults_text(faults, "%s, ...", list);
    return sim_faults_text(faults, "%s%s%04d-%02d-%02d", list, n ? ", " : "", when.year,
                           when.month, when.day);
}

static bool is_ever_open_on_sunday(const struct hours_rules *rules)
{
    const struct opening *all = rules->openings.items;
    for (size_t i = 0; i < rules->openings.n; i++)
        if (all[i].days >> 6 & 1) return true;
    return rules->openings.n == 0;
}

void hours_holidays_warn(const struct hours *self, const struct hours_rules *rules,
                         struct sim_faults *faults)
{
    const char *list = "";
    int n = 0;
    if (rules->public_holidays != HOLIDAYS_NONE || is_ever_open_on_sunday(rules)) return;
    for (int i = 0; i < self->n_days && list; i++) {
        const struct day *day = &self->days[i];
        if (!day->counted || !(day->open_s > 0.0) || !holiday_is(HOLIDAYS_FRANCE, day->date) ||
            hours_rules_is_special(rules, day->date))
            continue;
        list = list_date(list, day->date, n++, faults);
    }
    if (n == 0) return;
    sim_faults_add(faults,
                   (struct sim_fault){
                       .severity = SIM_WARNING,
                       .path = "public_holidays",
                       .what = N_("the centre is open on public holidays of France"),
                       .got = list,
                       .hint = N_("write public_holidays = \"france\" to close it on them, or "
                                  "\"none\" if it is meant") });
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
    int i = self->days[day].first_open; /* before it nobody calls */
    for (; i + 1 < self->days[day].n_slots && slots[i].share <= u; i++)
        below = slots[i].share;
    const double here = slots[i].share - below;
    const double within = here > 0.0 ? (u - below) / here : 0.0;
    return slots[i].start_at + within * (slots[i].end_at - slots[i].start_at);
}

int hours_slot_at(const struct hours *self, double at)
{
    if (at >= self->end_at) return self->n_slots;
    int slot = (int)(at / self->interval_s);
    while (self->slots[slot].start_at > at) /* by rounding alone */
        slot--;
    return slot;
}
