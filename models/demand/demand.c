/* How many needs are born, and when, as a planner writes it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/demand.h"

#include "models/course.h"

#include <math.h>

static const char *const per_choices[] = { "month", "day", "hour", NULL };

static const struct sim_field demand_rows[] = {
    { .key = "rate",
      .kind = SIM_REAL,
      .unit = SIM_PER_HOUR,
      .offset = offsetof(struct demand, rate_per_h),
      .low = 0,
      .high = 1e8,
      .fallback = "",
      .help = N_("needs per hour while open; instead of rates or a volume") },
    { .key = "rates",
      .kind = SIM_LIST,
      .offset = offsetof(struct demand, rates),
      .sub = &course_fields,
      .help = N_("needs per hour over the day; instead of a rate or a volume") },
    { .key = "volume",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, volume),
      .low = 0,
      .high = 1e8,
      .fallback = "",
      .help = N_("people with a reason to call, each counted once: per month, open day or open "
                 "hour (see per); redials and calls again come on top") },
    { .key = "per",
      .kind = SIM_CHOICE,
      .offset = offsetof(struct demand, per),
      .fallback = "month",
      .choices = per_choices,
      .help = N_(
          "what the volume is for: a month (spread over its open days), an open day (the mean "
          "of a week), an open hour") },
    { .key = "months",
      .kind = SIM_REALS,
      .fallback = "",
      .offset = offsetof(struct demand, months),
      .low = 0,
      .high = 1000,
      .help = N_("twelve factors on the volume, January first; left out, 1") },
    { .key = "weekdays",
      .kind = SIM_REALS,
      .fallback = "",
      .offset = offsetof(struct demand, weekdays),
      .low = 0,
      .high = 1000,
      .help = N_("seven factors on the volume, Monday first; left out, 1") },
    { .key = "profile",
      .kind = SIM_LIST,
      .offset = offsetof(struct demand, profile),
      .sub = &course_fields,
      .help =
          N_("how a day's needs spread over its intervals, one value each, only proportions "
             "count; left out, evenly while open") },
    { .key = "shifted",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct demand, shifted),
      .low = 0,
      .high = 1,
      .fallback = "100 %",
      .class_of_default = 'D',
      .help = N_(
          "of the needs whose usual time is closed that day (a short morning), the share that "
          "comes at another time of the same day; the others never call") },
    { .key = "postponed",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct demand, postponed),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .help =
          N_("of the needs of a day that is closed by a public holiday or a listed date, the "
             "share that comes on the next open day; the others never call. With a volume "
             "per day or hour: a month's is spread over its open days in any case") },
    { .key = "first_dial_closed",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct demand, dialled_closed),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .likely = "5 %..20 %",
      .help =
          N_("share of the volume that first dials while the centre is closed, on days that "
             "are open, and hears the closed message") },
    { .key = "closed_profile",
      .kind = SIM_LIST,
      .offset = offsetof(struct demand, closed_profile),
      .sub = &course_fields,
      .help = N_("how those spread over the closed intervals of a day, only proportions count; "
                 "left out, evenly over those from 8:00 to 19:00") },
    { .key = "busyness_cv",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, busyness.day_cv),
      .low = 0,
      .high = 3,
      .fallback = "0.15",
      .class_of_default = 'R',
      .likely = "0.1..0.25",
      .help =
          N_("how much days differ beyond chance: 0.15 means two days in three lie within 15 % "
             "of the mean (Gamma, mean 1)") },
    { .key = "busyness_correlation",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, busyness.day_correlation),
      .low = -0.99,
      .high = 0.99,
      .fallback = "0",
      .class_of_default = 'D',
      .help =
          N_("how much a day's busyness hangs on that of the open day before: 0 not at all, "
             "near 1 busy days come in spells") },
    { .key = "interval_cv",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, busyness.interval_cv),
      .low = 0,
      .high = 3,
      .fallback = "0",
      .class_of_default = 'D',
      .likely = "0..0.25",
      .help = N_("how much the intervals of a day differ beyond chance and the day's busyness "
                 "(Gamma, mean 1)") },
    { .key = "interval_correlation",
      .kind = SIM_REAL,
      .offset = offsetof(struct demand, busyness.interval_correlation),
      .low = -0.99,
      .high = 0.99,
      .fallback = "0.5",
      .class_of_default = 'R',
      .help = N_("how much an interval's busyness hangs on that of the interval before, of the "
                 "same day") },
    { .key = "interval_of",
      .kind = SIM_CHOICE,
      .offset = offsetof(struct demand, busyness.interval_of),
      .fallback = "all_lines",
      .choices = interval_of_choices,
      .help = N_("whether the intervals' busyness is common to all lines, or each line has its "
                 "own") },
};
const struct sim_fields demand_fields =
    SIM_FIELDS(struct demand, demand_rows, N_("how many needs are born, and when"));

static void demand_fault(const char *leaf, const char *what, const char *wanted,
                         struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = sim_faults_text(faults, "demand%s", leaf),
                                       .what = what,
                                       .wanted = wanted });
}

static void unused_warn(const char *path, const char *what, struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_WARNING, .path = path, .what = what });
}

/* What is a part of a volume, where there is none. */
static void volume_warn(const struct demand *self, struct sim_faults *faults)
{
    const bool none = isnan(self->volume);
    if (none && self->dialled_closed > 0.0)
        unused_warn("demand.first_dial_closed",
                    N_("is a share of a volume; without one it has no effect"), faults);
    if (self->postponed > 0.0 && (none || self->per == PER_MONTH))
        unused_warn("demand.postponed",
                    N_("only a volume per day or hour has needs on closed days; it has no "
                       "effect"),
                    faults);
    if (self->closed_profile.n && !(self->dialled_closed > 0.0))
        unused_warn("demand.closed_profile", N_("is not used without first_dial_closed"),
                    faults);
}

bool demand_check(const struct demand *self, double interval_s, struct sim_faults *faults)
{
    const size_t before = faults->n_input;
    const int given = !isnan(self->rate_per_h) + (self->rates.n > 0) + !isnan(self->volume);
    if (given != 1)
        demand_fault("",
                     given ? N_("more than one of rate, rates and volume is given")
                           : N_("no rate, rates or volume is given"),
                     N_("exactly one of them"), faults);
    if (self->months.n && self->months.n != 12)
        demand_fault(".months", N_("twelve factors are needed"), NULL, faults);
    if (self->weekdays.n && self->weekdays.n != 7)
        demand_fault(".weekdays", N_("seven factors are needed"), NULL, faults);
    course_check(&self->rates, interval_s, "demand.rates", faults);
    course_check(&self->profile, interval_s, "demand.profile", faults);
    course_check(&self->closed_profile, interval_s, "demand.closed_profile", faults);
    volume_warn(self, faults);
    return faults->n_input == before && !faults->out_of_memory;
}
