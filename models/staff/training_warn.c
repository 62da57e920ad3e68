/* What of training runs, but is probably not meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/timetable.h"

#include <math.h>

/* How much of a module is held for a member within the horizon while at work, where nobody is
 * ever away; `invited` are its sessions. */
static double held_s(const struct module *module, const bool *invited,
                     const struct member *member, const struct hours *hours)
{
    const struct lesson *lessons = module->lessons.items;
    double sum = 0.0;
    for (int day = 0; day < hours->n_days; day++) {
        const struct day *it = &hours->days[day];
        struct stretches shifts = { .n = -1 };
        if (!it->counted || !member_is_employed(member, it->date)) continue;
        for (size_t l = 0; l < module->lessons.n; l++) {
            if (!invited[l] || !lesson_is_on(&lessons[l], it->date)) continue;
            if (shifts.n < 0) contract_stretches(member->contract, hours, day, &shifts);
            sum += lesson_within_s((struct stretch){ lessons[l].from_s, lessons[l].to_s },
                                   &shifts);
        }
    }
    return sum;
}

static void module_warn(const struct module *module, double most_s, struct sim_faults *faults)
{
    const bool never = !(most_s > 0.0);
    if (!never && module_is_finished(module, most_s)) return;
    sim_faults_add(
        faults,
        (struct sim_fault){
            .severity = SIM_WARNING,
            .path = sim_faults_text(faults, "training.%s.sessions", module->name),
            .what = never ? N_("nobody whom it is for is at work when it is held")
                          : N_("within the horizon they are too few for anybody to finish it"),
            .got = never ? NULL : sim_faults_text(faults, "%g h", most_s / 3600.0),
            .wanted =
                never ? NULL : sim_faults_text(faults, "%g h", module->hours_s / 3600.0) });
}

void training_warn(const struct training *self, const struct roster *roster,
                   const struct hours *hours, struct sim_faults *faults)
{
    size_t first = 0;
    for (uint32_t m = 0; m < self->n_modules; m++) {
        double most_s = 0.0;
        for (uint32_t i = 0; i < roster->n; i++)
            most_s = fmax(most_s, held_s(&self->modules[m],
                                         &self->invited[(size_t)i * self->n_lessons + first],
                                         &roster->members[i], hours));
        module_warn(&self->modules[m], most_s, faults);
        first += self->modules[m].lessons.n;
    }
}
