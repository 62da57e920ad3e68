/* Opening hours for tests: mornings and afternoons of weekdays, Thursday mornings to 11:00.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_OFFICE_HOURS_H
#define TESTS_OFFICE_HOURS_H

#include "tests/sampling.h"

#include "models/date.h"
#include "models/demand/arrivals.h"

/* 2 October 2017 is a Monday. */
enum { OCTOBER_2 = 17441, OCTOBER_1 = OCTOBER_2 - 1, HALF_HOUR = 1800, HOUR = 3600 };
enum { DAY = 86400, MORNING = 8 * HOUR + HALF_HOUR, AFTERNOON = 13 * HOUR + HALF_HOUR };
enum { OPEN_A_WEEK = 5 * 8 * HOUR - HOUR - HALF_HOUR };

static struct opening office_openings[] = {
    { 1 | 2 | 4 | 16, MORNING, 12 * HOUR + HALF_HOUR },
    { 8, MORNING, 11 * HOUR },
    { 31, AFTERNOON, 17 * HOUR + HALF_HOUR },
};

static inline struct hours_rules office_rules(int start, int days)
{
    return (struct hours_rules){ .horizon = { .start = start, .days = days },
                                 .openings = { office_openings, 3 },
                                 .interval_s = HALF_HOUR };
}

/* A volume and nothing else. */
static inline struct demand plain_demand(double volume, enum volume_per per)
{
    return (
        struct demand){ .rate_per_h = NAN, .volume = volume, .per = (int)per, .shifted = 1.0 };
}

/* All that a test of hours or demand works out, with the memory behind it. */
struct office {
    struct hours_rules rules;
    struct hours hours;
    double *expected;
    struct sim_arena arena;
    struct sim_faults faults;
};

static inline void office_close(struct office *self)
{
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

/* Without items where memory ran out. */
static inline void office_fail(const struct sim_faults *faults)
{
    if (faults->items) fail_msg("%s: %s", faults->items[0].path, faults->items[0].what);
    fail_msg("out of memory");
}

static inline void office_open(struct office *self, struct hours_rules rules)
{
    *self = (struct office){ .rules = rules };
    if (!hours_build(&self->hours, &self->rules, &self->arena, &self->faults))
        office_fail(&self->faults);
    self->expected =
        sim_arena_new(&self->arena, (size_t)self->hours.n_slots, sizeof *self->expected);
}

static inline void office_expect(struct office *self, const struct demand *demand)
{
    if (!arrivals_expect(demand, &self->rules, &self->hours, self->expected, &self->faults))
        office_fail(&self->faults);
}

/* The slot of a date at a time of day. */
static inline const struct slot *office_slot(const struct office *self, int date, int time_s)
{
    const int day = date - self->hours.days[0].date;
    const int part = time_s / (int)self->hours.interval_s;
    return &self->hours.slots[self->hours.days[day].first_slot + part];
}

/* Date and seconds since midnight of an instant. */
static inline int office_date(const struct office *self, double at)
{
    return self->hours.days[0].date + (int)floor(at / DAY);
}

static inline double office_time(double at)
{
    return at - DAY * floor(at / DAY);
}

#endif
