/* The roster: who is in a group, on which contract, and on leave on which dates.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/roster.h"

#include "models/staff/group.h"

static const struct sim_field person_rows[] = {
    { .key = "name",
      .kind = SIM_NAME,
      .offset = offsetof(struct person, name),
      .help = N_("a code for the agent, never a name") },
    { .key = "contract",
      .kind = SIM_NAME,
      .offset = offsetof(struct person, contract),
      .fallback = "",
      .help = N_("a contract of his or her own; left out, that of the group") },
    { .key = "leave",
      .kind = SIM_DATES,
      .offset = offsetof(struct person, leave),
      .fallback = "",
      .help = N_("known dates of leave, on top of what the contract draws") },
    { .key = "from_date",
      .kind = SIM_DATE,
      .offset = offsetof(struct person, from_date),
      .fallback = "",
      .help = N_("first day in the group") },
    { .key = "until_date",
      .kind = SIM_DATE,
      .offset = offsetof(struct person, until_date),
      .fallback = "",
      .help = N_("last day in the group") },
    { .key = "newcomer",
      .kind = SIM_FLAG,
      .offset = offsetof(struct person, newcomer),
      .fallback = "false",
      .help = N_("new to the work on the first day: see newcomers") },
};
const struct sim_fields person_fields =
    SIM_FIELDS(struct person, person_rows,
               N_("what is particular to the first agents of the group, one after the other"));

bool member_has_leave(const struct member *self, int date)
{
    return dates_hold(&self->leave, date);
}

/* FNV-1a (Fowler, Noll, Vo): a number for a name. */
static uint32_t name_number(const char *name)
{
    uint32_t number = 2166136261u;
    for (; *name; name++)
        number = (number ^ (uint8_t)*name) * 16777619u;
    return number;
}

static const struct contract *contract_of(const struct sim_list *contracts, const char *name,
                                          const char *path, struct sim_faults *faults)
{
    const struct contract *contract = contract_named(contracts, name);
    if (!contract)
        sim_faults_add(faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                   .path = path,
                                                   .what = N_("there is no such contract"),
                                                   .got = name,
                                                   .wanted = N_("the name of a contract") });
    return contract;
}

static void person_apply(struct member *member, const struct person *person,
                         const struct group *group, const struct sim_list *contracts,
                         struct sim_faults *faults)
{
    const char *path =
        sim_faults_text(faults, "groups.%s.people.%s", group->name, person->name);
    member->name = person->name;
    member->leave = person->leave;
    member->from_date = person->from_date;
    member->until_date = person->until_date;
    member->newcomer = person->newcomer;
    if (person->contract)
        member->contract = contract_of(contracts, person->contract,
                                       sim_faults_text(faults, "%s.contract", path), faults);
    if (person->until_date && person->until_date < person->from_date)
        sim_faults_add(
            faults, (struct sim_fault){ .severity = SIM_INPUT,
                                        .path = sim_faults_text(faults, "%s.until_date", path),
                                        .what = N_("ends before it begins") });
    if (person->newcomer && !person->from_date)
        sim_faults_add(faults,
                       (struct sim_fault){ .severity = SIM_INPUT,
                                           .path = sim_faults_text(faults, "%s.newcomer", path),
                                           .what = N_("a newcomer needs a first day"),
                                           .hint = N_("from_date may be before the horizon") });
}

/* All that is written is checked, also of people beyond the number of agents. */
static void crew_fill(struct member *members, const struct group *group,
                      const struct sim_list *contracts, struct sim_faults *faults)
{
    const struct person *people = group->people.items;
    const char *path = sim_faults_text(faults, "groups.%s.contract", group->name);
    const struct contract *common = contract_of(contracts, group->contract, path, faults);
    const size_t n = (size_t)group->agents;
    for (size_t i = 0; i < n || i < group->people.n; i++) {
        struct member spare = { 0 }, *member = i < n ? &members[i] : &spare;
        *member = (struct member){ .contract = common,
                                   .address = name_number(group->name) + (uint32_t)i };
        if (i < group->people.n) person_apply(member, &people[i], group, contracts, faults);
    }
}

bool roster_build(struct roster *self, const struct sim_list *groups,
                  const struct sim_list *contracts, struct sim_arena *arena,
                  struct sim_faults *faults)
{
    const struct group *all = groups->items;
    const size_t before = faults->n_input;
    *self = (struct roster){ .crews = sim_arena_new(arena, groups->n, sizeof *self->crews) };
    if (!self->crews) return sim_faults_memory(faults);
    for (size_t g = 0; g < groups->n; g++) {
        self->crews[g] =
            (struct crew){ self->n, group_has_people(&all[g]) ? (uint32_t)all[g].agents : 0 };
        self->n += self->crews[g].n;
    }
    self->members = sim_arena_new(arena, self->n, sizeof *self->members);
    if (!self->members) return sim_faults_memory(faults);
    for (size_t g = 0; g < groups->n; g++)
        if (group_has_people(&all[g]))
            crew_fill(&self->members[self->crews[g].first], &all[g], contracts, faults);
    return faults->n_input == before;
}
