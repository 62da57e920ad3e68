/* Groups of agents: how many are there when, and what they can do.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/group.h"

#include "models/course.h"
#include "models/names.h"
#include "models/staff/roster.h"

#include <math.h>
#include <string.h>

static const struct sim_field skill_rows[] = {
    { .key = "reasons",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct skill, reasons),
      .help = N_("names of reasons; \"*\" for all that no other skill of the group names") },
    { .key = "handling_factor",
      .kind = SIM_REAL,
      .offset = offsetof(struct skill, handling_factor),
      .low = 0.001,
      .high = 1000,
      .fallback = "1",
      .help = N_("their handling time over that of the reason") },
    { .key = "priority",
      .kind = SIM_WHOLE,
      .offset = offsetof(struct skill, priority),
      .low = -100,
      .high = 100,
      .fallback = "0",
      .help =
          N_("added to the reason's priority when this group's agents choose: give their own "
             "subject more than the rest") },
    { .key = "resolved",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct skill, p_resolved),
      .low = 0,
      .high = 1,
      .fallback = "",
      .help = N_("chance that this group's answers resolve the need at first level; left out, "
                 "as the reason") },
    { .key = "transfer",
      .kind = SIM_GROUP,
      .offset = offsetof(struct skill, transfer),
      .sub = &transfer_fields },
};
static const struct sim_fields skill_fields =
    SIM_FIELDS(struct skill, skill_rows, N_("what a group can do; none: every reason alike"));

static const struct sim_field group_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct group, name),
      .help = N_("a code for the group") },
    { .key = "title",
      .kind = SIM_TEXT,
      .offset = offsetof(struct group, title),
      .fallback = "",
      .help = N_("what people call it; left out, its code") },
    { .key = "agents",
      .kind = SIM_WHOLE,
      .unit = SIM_PEOPLE,
      .offset = offsetof(struct group, agents),
      .low = 0,
      .high = 100000,
      .fallback = "0",
      .help = N_("agents on the phones whenever it is open: those present, not those employed; "
                 "with a contract, those employed") },
    { .key = "staffing",
      .kind = SIM_LIST,
      .offset = offsetof(struct group, staffing),
      .sub = &course_fields,
      .help = N_(
          "agents on the phones by interval; counts instead of agents; where rows overlap the "
          "last counts; 0 where none is given") },
    { .key = "visitors",
      .kind = SIM_GROUP,
      .offset = offsetof(struct group, visitors),
      .sub = &visitors_fields,
      .help = N_("visitors at the desk, who come before any call and hold an agent") },
    { .key = "contract",
      .kind = SIM_NAME,
      .offset = offsetof(struct group, contract),
      .fallback = "",
      .help =
          N_("the contract its agents have: each then has shifts, breaks and absences of his "
             "or her own; left out, the group is a number of agents on the phones") },
    { .key = "people",
      .kind = SIM_LIST,
      .offset = offsetof(struct group, people),
      .high = 100000,
      .sub = &person_fields },
    { .key = "skills",
      .kind = SIM_LIST,
      .offset = offsetof(struct group, skills),
      .sub = &skill_fields,
      .help = N_("what its agents can do; none: every reason alike") },
};
const struct sim_fields group_fields =
    SIM_FIELDS(struct group, group_rows, N_("the people who answer"));

static size_t reason_index(const struct sim_list *reasons, const char *name)
{
    const struct reason *all = reasons->items;
    size_t i = 0;
    while (i < reasons->n && strcmp(all[i].name, name) != 0)
        i++;
    return i;
}

static void ability_set(struct ability *ability, const struct reason *reason,
                        const struct skill *skill)
{
    *ability = (struct ability){
        .handling_factor = reason->handling_factor * skill->handling_factor,
        .p_resolved = isnan(skill->p_resolved) ? reason->p_resolved : skill->p_resolved,
        .priority = reason->priority + skill->priority,
        .able = true,
        .transfer = skill->transfer.probability > 0.0 ? &skill->transfer : NULL,
    };
}

/* The reasons a skill names; those of "*" come after all others were named. */
static void skill_apply(const struct skill *skill, const char *path, struct ability *abilities,
                        const struct sim_list *reasons, struct sim_faults *faults)
{
    const struct reason *all = reasons->items;
    for (size_t i = 0; i < skill->reasons.n; i++) {
        const char *name = skill->reasons.values[i];
        const size_t reason = reason_index(reasons, name);
        if (reason < reasons->n)
            ability_set(&abilities[reason], &all[reason], skill);
        else if (strcmp(name, "*") != 0)
            sim_faults_add(faults,
                           (struct sim_fault){ .severity = SIM_INPUT,
                                               .path = path,
                                               .what = N_("there is no such reason"),
                                               .got = name,
                                               .wanted = N_("the name of a reason, or *") });
    }
}

static bool skill_is_for_all(const struct skill *skill)
{
    for (size_t i = 0; i < skill->reasons.n; i++)
        if (strcmp(skill->reasons.values[i], "*") == 0) return true;
    return false;
}

static void group_abilities(struct ability *abilities, const struct group *group,
                            const struct sim_list *reasons, struct sim_faults *faults)
{
    const struct skill *skills = group->skills.items;
    const struct skill any = { .handling_factor = 1.0, .p_resolved = NAN };
    const struct skill *rest = group->skills.n ? NULL : &any;
    for (size_t i = 0; i < group->skills.n; i++) {
        const char *path =
            sim_faults_text(faults, "groups.%s.skills.[%zu].reasons", group->name, i);
        skill_apply(&skills[i], path, abilities, reasons, faults);
        if (skill_is_for_all(&skills[i])) rest = &skills[i];
    }
    const struct reason *all = reasons->items;
    for (size_t i = 0; rest && i < reasons->n; i++)
        if (!abilities[i].able) ability_set(&abilities[i], &all[i], rest);
}

/* To whom the calls of a skill are handed over: another group; the number of groups, with a
 * fault, where that cannot be. */
static size_t transfer_group(const struct transfer *transfer, const char *path,
                             const struct sim_list *groups, size_t own,
                             struct sim_faults *faults)
{
    const struct sim_fault fault = { .severity = SIM_INPUT,
                                     .path = sim_faults_text(faults, "%s.transfer.to", path),
                                     .got = transfer->to,
                                     .wanted = N_("the name of another group") };
    struct sim_fault wrong = fault;
    const size_t to =
        transfer->to ? names_index(groups, sizeof(struct group), transfer->to) : groups->n;
    if (!transfer->to)
        wrong.what = N_("it is not said to whom these calls are handed over");
    else if (to == groups->n)
        wrong.what = N_("there is no such group");
    else if (to == own)
        wrong.what = N_("a group hands over to another, not to itself");
    if (!wrong.what) return to;
    sim_faults_add(faults, wrong);
    return groups->n;
}

static void unable_fault(const char *path, const struct reason *reason,
                         struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .path = sim_faults_text(faults, "%s.transfer.to", path),
                                       .what = N_("that group has no skill for what is handed "
                                                  "over to it"),
                                       .got = reason->name,
                                       .wanted = N_("a group that has the skill") });
}

/* The transfers of one group, once it is known who can do what. */
static void transfers_resolve(struct ability *abilities, const struct sim_list *groups,
                              size_t own, const struct sim_list *reasons,
                              struct sim_arena *arena, struct sim_faults *faults)
{
    const struct group *group = (const struct group *)groups->items + own;
    struct skill *skills = group->skills.items;
    for (size_t i = 0; i < group->skills.n; i++) {
        struct transfer *transfer = &skills[i].transfer;
        const char *path = sim_faults_text(faults, "groups.%s.skills.[%zu]", group->name, i);
        sim_law_check_finite(&transfer->first,
                             sim_faults_text(faults, "%s.transfer.first.law", path), arena,
                             faults);
        if (!(transfer->probability > 0.0)) continue;
        const size_t to = transfer_group(transfer, path, groups, own, faults);
        for (size_t r = 0; to < groups->n && r < reasons->n; r++) {
            struct ability *ability = &abilities[own * reasons->n + r];
            if (ability->transfer != transfer) continue;
            ability->transfer_to = (uint32_t)to;
            if (!abilities[to * reasons->n + r].able)
                unable_fault(path, (const struct reason *)reasons->items + r, faults);
        }
    }
}

bool abilities_build(struct ability *abilities, const struct sim_list *groups,
                     const struct sim_list *reasons, struct sim_arena *arena,
                     struct sim_faults *faults)
{
    const struct group *all = groups->items;
    const size_t before = faults->n_input;
    for (size_t i = 0; i < groups->n; i++)
        group_abilities(&abilities[i * reasons->n], &all[i], reasons, faults);
    for (size_t i = 0; i < groups->n; i++)
        transfers_resolve(abilities, groups, i, reasons, arena, faults);
    return faults->n_input == before && !faults->out_of_memory;
}

static int group_staff(const struct group *group, const struct hours *hours,
                       const struct slot *slot)
{
    if (!slot->open || group_has_people(group)) return 0;
    if (group->staffing.n == 0) return group->agents;
    const double n =
        course_at(&group->staffing, hours->days[slot->day].weekday,
                  (double)slot->time_of_day * hours->interval_s, hours->interval_s);
    return isnan(n) ? 0 : (int)n;
}

/* A single value may be meant as a ground that later rows refine; a row of several may not. */
static void overlaps_warn(const struct group *group, double interval_s, const char *path,
                          struct sim_faults *faults)
{
    const struct course *courses = group->staffing.items;
    for (size_t i = 1; i < group->staffing.n; i++)
        for (size_t j = 0; j < i; j++) {
            if (courses[j].values.n < 2) continue;
            if (!course_overlaps(&courses[i], &courses[j], interval_s)) continue;
            sim_faults_add(faults, (struct sim_fault){
                                       .severity = SIM_WARNING,
                                       .path = sim_faults_text(faults, "%s.[%zu]", path, i),
                                       .what = N_("overlaps an earlier row of the same day; "
                                                  "the last row counts") });
            break;
        }
}

static void both_warn(const struct group *group, struct sim_faults *faults)
{
    if (group->agents == 0 || group->staffing.n == 0) return;
    sim_faults_add(
        faults,
        (struct sim_fault){ .severity = SIM_WARNING,
                            .path = sim_faults_text(faults, "groups.%s.agents", group->name),
                            .what = N_("agents and staffing are both given; staffing counts"),
                            .got = sim_faults_text(faults, "%d", group->agents) });
}

static void staffing_check(const struct group *group, double interval_s,
                           struct sim_faults *faults)
{
    const char *path = sim_faults_text(faults, "groups.%s.staffing", group->name);
    course_check(&group->staffing, interval_s, path, faults);
    const struct course *courses = group->staffing.items;
    for (size_t i = 0; i < group->staffing.n; i++)
        for (size_t j = 0; j < courses[i].values.n; j++)
            if (courses[i].values.values[j] != floor(courses[i].values.values[j]) ||
                courses[i].values.values[j] > 100000.0)
                sim_faults_add(
                    faults,
                    (struct sim_fault){
                        .severity = SIM_INPUT,
                        .path = sim_faults_text(faults, "%s.[%zu].values", path, i),
                        .what = N_("not a number of agents"),
                        .got = sim_faults_text(faults, "%g", courses[i].values.values[j]),
                        .wanted = N_("a whole number up to 100000") });
}

bool groups_check(const struct sim_list *groups, double interval_s, struct sim_faults *faults)
{
    const struct group *all = groups->items;
    const size_t before = faults->n_input;
    for (size_t g = 0; g < groups->n; g++)
        staffing_check(&all[g], interval_s, faults);
    return faults->n_input == before && !faults->out_of_memory;
}

static void group_warn(const struct group *group, const struct hours *hours,
                       struct sim_faults *faults)
{
    const char *path = sim_faults_text(faults, "groups.%s.staffing", group->name);
    both_warn(group, faults);
    overlaps_warn(group, hours->interval_s, path, faults);
    course_gaps(&group->staffing, hours, path, faults);
}

bool staffing_build(int *staffing, const struct sim_list *groups, const struct hours *hours,
                    struct sim_faults *faults)
{
    const struct group *all = groups->items;
    if (!groups_check(groups, hours->interval_s, faults)) return false;
    for (size_t g = 0; g < groups->n; g++)
        if (!group_has_people(&all[g])) group_warn(&all[g], hours, faults);
    for (int i = 0; i < hours->n_slots; i++)
        for (size_t g = 0; g < groups->n; g++)
            staffing[(size_t)i * groups->n + g] = group_staff(&all[g], hours, &hours->slots[i]);
    return true;
}
