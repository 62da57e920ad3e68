/* Which sessions of modules somebody is to attend, and when he will have finished them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/timetable.h"

#include <limits.h>
#include <math.h>

static bool is_taken(const struct timetable *lessons, const struct lesson *lesson)
{
    for (int i = 0; i < lessons->n; i++)
        if (lesson->from_s < lessons->all[i].when.to_s &&
            lessons->all[i].when.from_s < lesson->to_s)
            return true;
    return false;
}

void training_timetable(const struct training *self, uint32_t who, int date,
                        const double *attended_s, struct timetable *lessons)
{
    const bool *invited = &self->invited[(size_t)who * self->n_lessons];
    const int *foreseen = &self->foreseen[(size_t)who * self->n_modules];
    lessons->n = 0;
    for (uint32_t m = 0; m < self->n_modules; m++) {
        const struct module *module = &self->modules[m];
        const struct lesson *all = module->lessons.items;
        const bool over =
            attended_s ? module_is_finished(module, attended_s[m]) : date > foreseen[m];
        for (size_t i = 0; i < module->lessons.n; i++, invited++) {
            if (over || !*invited || lessons->n == MOST_LESSONS) continue;
            if (!lesson_is_on(&all[i], date) || is_taken(lessons, &all[i])) continue;
            lessons->all[lessons->n].when = (struct stretch){ all[i].from_s, all[i].to_s };
            lessons->all[lessons->n++].module = m;
        }
    }
}

double lesson_within_s(struct stretch lesson, const struct stretches *shifts)
{
    double sum = 0.0;
    for (int i = 0; i < shifts->n; i++)
        sum += fmax(0.0, fmin(lesson.to_s, shifts->all[i].to_s) -
                             fmax(lesson.from_s, shifts->all[i].from_s));
    return sum;
}

static void attend_day(struct training *self, const struct member *member, uint32_t who,
                       const struct hours *hours, int day, double *attended_s)
{
    struct timetable lessons;
    struct stretches shifts;
    const int date = hours->days[day].date;
    if (!member_is_employed(member, date) || member_has_leave(member, date)) return;
    training_timetable(self, who, date, attended_s, &lessons);
    if (lessons.n) contract_stretches(member->contract, hours, day, &shifts);
    for (int i = 0; i < lessons.n; i++) {
        const uint32_t m = lessons.all[i].module;
        attended_s[m] += lesson_within_s(lessons.all[i].when, &shifts);
        if (module_is_finished(&self->modules[m], attended_s[m]))
            self->foreseen[(size_t)who * self->n_modules + m] = date;
    }
}

void training_foresee(struct training *self, const struct roster *roster,
                      const struct hours *hours, double *attended_s)
{
    for (uint32_t who = 0; who < roster->n; who++) {
        for (uint32_t m = 0; m < self->n_modules; m++) {
            attended_s[m] = 0.0;
            self->foreseen[(size_t)who * self->n_modules + m] = INT_MAX;
        }
        for (int day = 0; day < hours->n_days; day++)
            attend_day(self, &roster->members[who], who, hours, day, attended_s);
    }
}
