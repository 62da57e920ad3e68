/* Values over the hours of a day, by weekday: a rate, a profile, a number of agents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/course.h"

#include "models/hours.h"

#include <math.h>

static const double day_s = 86400.0;

static const struct sim_field rows[] = {
    { .key = "days",
      .kind = SIM_DAYS,
      .offset = offsetof(struct course, days),
      .fallback = N_("every day"),
      .help = N_("the weekdays it holds for") },
    { .key = "from",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct course, from_s),
      .high = 86400,
      .fallback = "00:00",
      .help = N_("when the first value begins") },
    { .key = "to",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct course, to_s),
      .high = 86400,
      .fallback = "24:00",
      .help = N_("when a single value ends") },
    { .key = "values",
      .kind = SIM_REALS,
      .offset = offsetof(struct course, values),
      .low = 0,
      .high = 1e9,
      .help = N_("one per interval from \"from\" on, or a single one until \"to\"") },
};
const struct sim_fields course_fields =
    SIM_FIELDS(struct course, rows, N_("values over the hours of a day"));

static double course_end(const struct course *self, double interval_s)
{
    if (self->values.n == 1) return self->to_s;
    return self->from_s + (double)self->values.n * interval_s;
}

static double course_value(const struct course *self, double time_s, double interval_s)
{
    if (self->values.n == 1) return self->values.values[0];
    return self->values.values[(size_t)((time_s - self->from_s) / interval_s)];
}

double course_at(const struct sim_list *courses, int weekday, double time_s, double interval_s)
{
    const struct course *all = courses->items;
    double value = NAN;
    for (size_t i = 0; i < courses->n; i++) {
        if (!(all[i].days >> weekday & 1) || all[i].values.n == 0) continue;
        if (time_s < all[i].from_s || time_s >= course_end(&all[i], interval_s)) continue;
        value = course_value(&all[i], time_s, interval_s);
    }
    return value;
}

bool course_overlaps(const struct course *self, const struct course *other, double interval_s)
{
    return (self->days & other->days) && self->from_s < course_end(other, interval_s) &&
           other->from_s < course_end(self, interval_s);
}

static const char *time_of_week(struct sim_faults *faults, int weekday, double time_s)
{
    static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday" };
    const int minute = (int)(time_s / 60.0);
    return sim_faults_text(faults, "%s %02d:%02d", names[weekday], minute / 60, minute % 60);
}

void gaps_note(struct gaps *self, int weekday, int time_of_day, double interval_s)
{
    const int time = weekday * MOST_INTERVALS + time_of_day;
    if (self->seen[time]) return;
    self->seen[time] = true;
    if (self->n++ == 0) {
        self->weekday = weekday;
        self->time_s = time_of_day * interval_s;
    }
}

void gaps_warn(const struct gaps *self, const char *path, const char *what, const char *hint,
               struct sim_faults *faults)
{
    if (self->n == 0) return;
    const char *first = time_of_week(faults, self->weekday, self->time_s);
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_WARNING,
                                       .path = path,
                                       .what = what,
                                       .got = self->n > 1 ? sim_faults_text(faults, "%s, + %d",
                                                                            first, self->n - 1)
                                                          : first,
                                       .hint = hint });
}

void course_gaps(const struct sim_list *courses, const struct hours *hours, const char *path,
                 struct sim_faults *faults)
{
    struct gaps gaps = { 0 };
    for (int i = 0; courses->n && i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        if (!slot->open || !slot->counted) continue;
        const int weekday = hours->days[slot->day].weekday;
        const double time_s = slot->time_of_day * hours->interval_s;
        if (isnan(course_at(courses, weekday, time_s, hours->interval_s)))
            gaps_note(&gaps, weekday, slot->time_of_day, hours->interval_s);
    }
    gaps_warn(&gaps, path, N_("open intervals are left without a value"),
              N_("write 0 where it is meant; values last one interval each"), faults);
}

static void course_fault(const char *key, size_t i, const char *leaf, const char *what,
                         const char *wanted, struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){
                               .severity = SIM_INPUT,
                               .path = sim_faults_text(faults, "%s.[%zu].%s", key, i, leaf),
                               .what = what,
                               .wanted = wanted });
}

void course_check(const struct sim_list *courses, double interval_s, const char *key,
                  struct sim_faults *faults)
{
    const struct course *all = courses->items;
    for (size_t i = 0; i < courses->n; i++) {
        if (all[i].values.n == 0)
            course_fault(key, i, "values", N_("no value is given"), N_("at least one"), faults);
        if (all[i].values.n == 1 && all[i].to_s <= all[i].from_s)
            course_fault(key, i, "to", N_("ends before it begins"), NULL, faults);
        if (fmod(all[i].from_s, interval_s) != 0.0 ||
            (all[i].values.n == 1 && fmod(all[i].to_s, interval_s) != 0.0))
            course_fault(key, i, "from", N_("does not fall on an interval's boundary"),
                         N_("a multiple of the scenario's interval"), faults);
        if (course_end(&all[i], interval_s) > day_s)
            course_fault(key, i, "values", N_("runs past midnight"),
                         N_("at most as many values as intervals are left in the day"), faults);
    }
}
