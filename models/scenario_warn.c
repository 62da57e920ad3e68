/* What of a scenario runs, but is probably not meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/scenario_warn.h"

#include "models/course.h"
#include "models/date.h"

static void warn(const char *path, const char *what, struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_WARNING, .path = path, .what = what });
}

/* Counted open days on which nobody is expected: a Saturday that opens once, whose weekday has
 * the factor 0. */
static void empty_days_warn(const struct scenario *self, struct sim_faults *faults)
{
    int n = 0;
    struct date first = { 0 };
    for (int i = 0; i < self->hours.n_days; i++) {
        const struct day *day = &self->hours.days[i];
        double needs = 0.0;
        for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
            needs += self->expected[s];
        if (needs > 0.0 || !(day->open_s > 0.0) || !day->counted) continue;
        if (n++ == 0) first = date_of(day->date);
    }
    if (n == 0) return;
    const char *got =
        sim_faults_text(faults, "%04d-%02d-%02d", first.year, first.month, first.day);
    sim_faults_add(faults,
                   (struct sim_fault){
                       .severity = SIM_WARNING,
                       .path = "demand",
                       .what = N_("nobody is expected to call on an open day"),
                       .got = n > 1 ? sim_faults_text(faults, "%s, + %d", got, n - 1) : got,
                       .hint = N_("its weekday, month or profile may have nothing") });
}

void scenario_warn(const struct scenario *self, struct sim_faults *faults)
{
    double needs = 0.0;
    struct gaps unstaffed = { 0 };
    const size_t n = self->groups.n;
    for (int i = 0; i < self->hours.n_slots; i++) {
        int staff = 0;
        for (size_t g = 0; g < n; g++)
            staff += self->staffing[(size_t)i * n + g];
        needs += self->expected[i];
        if (self->hours.slots[i].open && self->expected[i] > 0.0 && staff == 0)
            gaps_note(&unstaffed, self->hours.days[self->hours.slots[i].day].weekday,
                      self->hours.slots[i].time_of_day, self->hours.interval_s);
    }
    if (!(needs > 0.0))
        warn("demand", N_("no need is ever born"), faults);
    else
        empty_days_warn(self, faults);
    gaps_warn(&unstaffed, "groups",
              N_("calls arrive in open intervals in which nobody is present"), NULL, faults);
    if (self->patience.law.kind == SIM_NEVER && self->at_closing == CLOSING_STAY)
        warn("at_closing", N_("callers who never hang up stay on the line overnight"), faults);
}
