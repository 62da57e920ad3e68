/* Training: modules, when they are held and for whom, and what those who attend can do after.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/training.h"

#include "models/date.h"
#include "models/names.h"
#include "models/staff/timetable.h"

#include <math.h>
#include <string.h>

/* Weeks begin on Monday; 1 January 1970 was a Thursday. */
static int week_of(int date)
{
    return (date + 3) / 7;
}

bool lesson_is_on(const struct lesson *self, int date)
{
    if (self->dates.n) return dates_hold(&self->dates, date);
    return date >= self->from_date && (self->until_date == 0 || date <= self->until_date) &&
           (self->days >> date_weekday(date) & 1) &&
           (week_of(date) - week_of(self->from_date)) % self->every_weeks == 0;
}

double module_progress(const struct module *self, double attended_s, double practice)
{
    const bool finished = module_is_finished(self, attended_s);
    if (self->approach == APPROACH_STEP) return finished ? 1.0 : 0.0;
    double u = practice;
    if (self->practice == PRACTICE_HOURS)
        u = attended_s / 3600.0;
    else if (!finished)
        return 0.0;
    if (self->approach == APPROACH_POWER)
        return 1.0 - pow(1.0 + u / self->pace, -self->exponent);
    return -expm1(-u / self->pace);
}

double newcomer_left(const struct training *self, size_t reason, double days)
{
    const double month_days = 365.25 / 12.0, own = self->reasons[reason].proficiency_months;
    return pow(0.05,
               fmax(0.0, days) / (month_days * (isnan(own) ? self->newcomers->months : own)));
}

static bool names_all(const struct sim_texts *names)
{
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->values[i], "*") == 0) return true;
    return false;
}

static bool concerns(const struct sim_texts *reasons, const struct sim_list *all, size_t reason)
{
    return names_all(reasons) ||
           (reasons->n && names_take(reasons, names_at(all, sizeof(struct reason), reason)));
}

/* ---- what may be wrong with what is written ---- */

static void module_fault(const char *path, const char *what, const char *got, const char *hint,
                         struct sim_faults *faults)
{
    sim_faults_add(
        faults,
        (struct sim_fault){
            .severity = SIM_INPUT, .path = path, .what = what, .got = got, .hint = hint });
}

static void reasons_check(const struct sim_texts *names, const struct sim_list *reasons,
                          const char *path, struct sim_faults *faults)
{
    for (size_t i = 0; i < names->n; i++) {
        if (strcmp(names->values[i], "*") == 0 ||
            names_index(reasons, sizeof(struct reason), names->values[i]) < reasons->n)
            continue;
        sim_faults_add(faults,
                       (struct sim_fault){ .severity = SIM_INPUT,
                                           .path = path,
                                           .what = N_("there is no such reason"),
                                           .got = names->values[i],
                                           .wanted = N_("the name of a reason, or *") });
    }
}

/* Is that the code of somebody in a group that has people? */
static bool person_is_known(const struct sim_list *groups, const char *name)
{
    const struct group *all = groups->items;
    for (size_t g = 0; g < groups->n; g++)
        if (group_has_people(&all[g]) &&
            names_index(&all[g].people, sizeof(struct person), name) < all[g].people.n)
            return true;
    return false;
}

static void people_check(const struct sim_texts *names, const struct sim_list *groups,
                         const char *path, struct sim_faults *faults)
{
    for (size_t i = 0; i < names->n; i++)
        if (!person_is_known(groups, names->values[i]))
            module_fault(path, N_("there is no such person in a group that has a contract"),
                         names->values[i], NULL, faults);
}

static void groups_of_module_check(const struct module *module, const struct sim_list *groups,
                                   const char *path, struct sim_faults *faults)
{
    const struct group *all = groups->items;
    names_check(&module->groups, groups, sizeof(struct group), path,
                N_("there is no such group"), faults);
    for (size_t g = 0; g < groups->n; g++)
        if (module->groups.n && names_take(&module->groups, all[g].name) &&
            !group_has_people(&all[g]))
            module_fault(path,
                         N_("a group without a contract is a number, which learns nothing"),
                         all[g].name, N_("name a contract for the group"), faults);
}

static void lessons_check(const struct module *module, const struct sim_list *groups,
                          struct sim_faults *faults)
{
    const struct lesson *all = module->lessons.items;
    for (size_t i = 0; i < module->lessons.n; i++) {
        const char *path =
            sim_faults_text(faults, "training.%s.sessions.[%zu]", module->name, i);
        if (all[i].to_s <= all[i].from_s)
            module_fault(sim_faults_text(faults, "%s.to", path), N_("ends before it begins"),
                         NULL, NULL, faults);
        if (all[i].until_date && all[i].until_date < all[i].from_date)
            module_fault(sim_faults_text(faults, "%s.until_date", path),
                         N_("ends before it begins"), NULL, NULL, faults);
        people_check(&all[i].people, groups, sim_faults_text(faults, "%s.people", path),
                     faults);
    }
}

static void changes_check(const struct module *module, const struct sim_list *reasons,
                          struct sim_faults *faults)
{
    const struct change *all = module->changes.items;
    for (size_t i = 0; i < module->changes.n; i++) {
        const char *path =
            sim_faults_text(faults, "training.%s.changes.[%zu]", module->name, i);
        reasons_check(&all[i].reasons, reasons, sim_faults_text(faults, "%s.reasons", path),
                      faults);
        if (!isnan(all[i].p_resolved) && all[i].p_more != 0.0)
            module_fault(sim_faults_text(faults, "%s.more", path),
                         N_("resolved and more are both given"), NULL,
                         N_("say where the chance leads to, or what is added to it"), faults);
    }
}

static void approach_check(const struct module *module, struct sim_faults *faults)
{
    const char *path = sim_faults_text(faults, "training.%s", module->name);
    const bool step = module->approach == APPROACH_STEP;
    if (!step && isnan(module->pace))
        module_fault(sim_faults_text(faults, "%s.pace", path), N_("missing"), NULL,
                     N_("how many hours, days or calls of practice: see practice"), faults);
    if (step && module->practice != PRACTICE_HOURS)
        module_fault(sim_faults_text(faults, "%s.practice", path),
                     N_("a step comes with the last hour: it goes by nothing else"), NULL,
                     N_("approach = \"exponential\" or \"power\" go by days or calls"), faults);
}

void training_check(const struct sim_list *modules, const struct sim_list *groups,
                    const struct sim_list *reasons, struct sim_faults *faults)
{
    const struct module *all = modules->items;
    for (size_t i = 0; i < modules->n; i++) {
        const char *path = sim_faults_text(faults, "training.%s", all[i].name);
        groups_of_module_check(&all[i], groups, sim_faults_text(faults, "%s.groups", path),
                               faults);
        people_check(&all[i].people, groups, sim_faults_text(faults, "%s.people", path),
                     faults);
        lessons_check(&all[i], groups, faults);
        changes_check(&all[i], reasons, faults);
        approach_check(&all[i], faults);
    }
}

/* ---- joined with who is there ---- */

static bool takes_person(const struct sim_texts *people, const char *name)
{
    return people->n == 0 || (name && names_take(people, name));
}

static bool is_for(const struct module *module, const struct lesson *lesson,
                   const struct group *group, const struct member *member)
{
    return group_has_people(group) && names_take(&module->groups, group->name) &&
           takes_person(&module->people, member->name) &&
           takes_person(&lesson->people, member->name);
}

static void invite(struct training *self, const struct training_place *place)
{
    const struct group *groups = place->groups->items;
    const struct roster *roster = place->roster;
    for (size_t g = 0; g < place->groups->n; g++)
        for (uint32_t i = 0; i < roster->crews[g].n; i++) {
            const uint32_t who = roster->crews[g].first + i;
            bool *invited = &self->invited[(size_t)who * self->n_lessons];
            for (uint32_t m = 0; m < self->n_modules; m++) {
                const struct lesson *lessons = self->modules[m].lessons.items;
                for (size_t l = 0; l < self->modules[m].lessons.n; l++)
                    *invited++ = is_for(&self->modules[m], &lessons[l], &groups[g],
                                        &roster->members[who]);
            }
        }
}

/* Of several changes of one reason the last counts. */
static struct gain gain_of(const struct module *module, const struct sim_list *reasons,
                           size_t reason)
{
    const struct change *changes = module->changes.items;
    struct gain gain = { .p_resolved = NAN, .handling_factor = 1.0 };
    for (size_t c = 0; c < module->changes.n; c++)
        if (concerns(&changes[c].reasons, reasons, reason))
            gain = (struct gain){ changes[c].p_resolved, changes[c].p_more,
                                  changes[c].handling_factor, true };
    return gain;
}

static bool has_newcomers(const struct roster *roster)
{
    for (uint32_t i = 0; i < roster->n; i++)
        if (roster->members[i].newcomer) return true;
    return false;
}

static int first_date(const struct hours *hours)
{
    int day = 0;
    while (day + 1 < hours->n_days && !hours->days[day].counted)
        day++;
    return hours->days[day].date;
}

static void complete(struct module *modules, size_t n, int first)
{
    for (size_t m = 0; m < n; m++) {
        struct lesson *lessons = modules[m].lessons.items;
        if (!modules[m].title) modules[m].title = modules[m].name;
        for (size_t l = 0; l < modules[m].lessons.n; l++)
            if (!lessons[l].from_date) lessons[l].from_date = first;
    }
}

static bool training_room(struct training *self, uint32_t n_members, struct sim_arena *arena)
{
    self->invited =
        sim_arena_new(arena, (size_t)n_members * self->n_lessons, sizeof *self->invited);
    self->gains = sim_arena_new(arena, self->n_modules * self->n_reasons, sizeof *self->gains);
    self->foreseen =
        sim_arena_new(arena, (size_t)n_members * self->n_modules, sizeof *self->foreseen);
    return self->invited && self->gains && self->foreseen;
}

/* What is there, before it is joined. */
static struct training training_of(const struct sim_list *modules,
                                   const struct newcomers *newcomers,
                                   const struct sim_list *reasons)
{
    struct training self = { .modules = modules->items,
                             .n_modules = (uint32_t)modules->n,
                             .n_reasons = reasons->n,
                             .newcomers = newcomers,
                             .reasons = reasons->items };
    for (size_t m = 0; m < modules->n; m++) {
        self.n_lessons += (uint32_t)self.modules[m].lessons.n;
        self.counts_calls = self.counts_calls || self.modules[m].practice == PRACTICE_CALLS;
    }
    return self;
}

const struct training *training_build(const struct sim_list *modules,
                                      const struct newcomers *newcomers,
                                      const struct training_place *place,
                                      const struct ability *abilities, struct sim_arena *arena,
                                      struct sim_faults *faults)
{
    const bool begins = has_newcomers(place->roster);
    if (modules->n == 0 && !begins) return NULL;
    complete(modules->items, modules->n, first_date(place->hours));
    struct training *self = sim_arena_new(arena, 1, sizeof *self);
    if (self) *self = training_of(modules, newcomers, place->reasons);
    double *attended_s = sim_arena_new(arena, modules->n, sizeof *attended_s);
    if (!self || !attended_s || !training_room(self, place->roster->n, arena)) {
        sim_faults_memory(faults);
        return NULL;
    }
    self->has_newcomers = begins;
    self->abilities = abilities;
    invite(self, place);
    training_foresee(self, place->roster, place->hours, attended_s);
    for (size_t m = 0; m < self->n_modules; m++)
        for (size_t r = 0; r < self->n_reasons; r++)
            self->gains[m * self->n_reasons + r] =
                gain_of(&self->modules[m], place->reasons, r);
    return self;
}
