/* What of a roster runs, but is probably not meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/date.h"
#include "models/staff/group.h"
#include "models/staff/roster.h"

#include <math.h>

static const double most_a_day_s = 10.0 * 3600.0; /* labour law: ten hours of work a day */
static const double pause_after_s = 6.0 * 3600.0; /* and a pause once six are reached */
static const double pause_s = 20.0 * 60.0;

static void warn(const char *path, const char *what, const char *got, const char *hint,
                 struct sim_faults *faults)
{
    sim_faults_add(
        faults,
        (struct sim_fault){
            .severity = SIM_WARNING, .path = path, .what = what, .got = got, .hint = hint });
}

static const char *date_text(int date, struct sim_faults *faults)
{
    const struct date it = date_of(date);
    return sim_faults_text(faults, "%04d-%02d-%02d", it.year, it.month, it.day);
}

static bool overlap(double a_from, double a_to, double b_from, double b_to)
{
    return a_from < b_to && b_from < a_to;
}

/* Is any moment of a shift on that day open, or taken by a session? */
static bool shift_is_of_use(const struct contract *contract, const struct shift *shift,
                            const struct hours *hours, int day)
{
    struct stretches open;
    const int date = hours->days[day].date;
    hours_stretches(hours, day, &open);
    for (int i = 0; i < open.n; i++)
        if (overlap(shift->from_s, shift->to_s, open.all[i].from_s, open.all[i].to_s))
            return true;
    const struct gathering *sessions = contract->sessions.items;
    for (size_t i = 0; i < contract->sessions.n; i++)
        if (gathering_is_on(&sessions[i], date) && hours->days[day].open_s > 0.0 &&
            overlap(shift->from_s, shift->to_s, sessions[i].from_s, sessions[i].to_s))
            return true;
    return false;
}

/* A weekday on which the shift is never of any use though it comes up; -1 where there is none.
 */
static int weekday_closed(const struct contract *contract, const struct shift *shift,
                          const struct hours *hours)
{
    bool comes[7] = { false }, used[7] = { false };
    for (int day = 0; day < hours->n_days; day++) {
        const int weekday = hours->days[day].weekday;
        if (!shift_is_on(shift, hours->days[day].date)) continue;
        comes[weekday] = true;
        used[weekday] = used[weekday] || shift_is_of_use(contract, shift, hours, day);
    }
    for (int weekday = 0; weekday < 7; weekday++)
        if (comes[weekday] && !used[weekday]) return weekday;
    return -1;
}

static void shifts_warn(const struct contract *contract, const struct hours *hours,
                        struct sim_faults *faults)
{
    static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday" };
    const struct shift *all = contract->shifts.items;
    for (size_t i = 0; i < contract->shifts.n; i++) {
        const int weekday = weekday_closed(contract, &all[i], hours);
        if (weekday < 0) continue;
        warn(sim_faults_text(faults, "contracts.%s.shifts.[%zu]", contract->name, i),
             N_("an agent works when it is closed"), names[weekday],
             N_("a session may fill that time; or leave the shift out"), faults);
    }
}

/* How much of a break's window lies within shifts, at most and at least over the days of which
 * some lies there. */
static void break_warn(const struct contract *contract, size_t i, const struct hours *hours,
                       struct sim_faults *faults)
{
    const struct pause *pause = (const struct pause *)contract->breaks.items + i;
    const char *path = sim_faults_text(faults, "contracts.%s.breaks.[%zu]", contract->name, i);
    bool within = false, across = false;
    for (int day = 0; day < hours->n_days; day++) {
        struct stretches shifts;
        if (!(pause->days >> hours->days[day].weekday & 1)) continue;
        contract_stretches(contract, hours, day, &shifts);
        for (int s = 0; s < shifts.n; s++) {
            const struct stretch *shift = &shifts.all[s];
            if (!overlap(pause->from_s, pause->to_s, shift->from_s, shift->to_s)) continue;
            if (pause->from_s >= shift->from_s && pause->to_s <= shift->to_s)
                within = true;
            else
                across = true;
        }
    }
    if (across)
        warn(path, N_("a break reaches beyond the shift"), NULL,
             N_("what lies outside is no break"), faults);
    else if (!within)
        warn(path, N_("a break outside the shift is never taken"), NULL, NULL, faults);
}

/* The longest pause of a day: a break, or what lies between two shifts. */
static double longest_pause(const struct contract *contract, const struct stretches *shifts,
                            int weekday)
{
    double longest = 0.0;
    for (int i = 1; i < shifts->n; i++)
        longest = fmax(longest, shifts->all[i].from_s - shifts->all[i - 1].to_s);
    const struct pause *breaks = contract->breaks.items;
    for (size_t i = 0; i < contract->breaks.n; i++)
        for (int s = 0; s < shifts->n; s++)
            if ((breaks[i].days >> weekday & 1) &&
                overlap(breaks[i].from_s, breaks[i].to_s, shifts->all[s].from_s,
                        shifts->all[s].to_s))
                longest = fmax(longest, breaks[i].length_s);
    return longest;
}

/* The first day of each kind is told, not all of them. */
static void days_warn(const struct contract *contract, const struct hours *hours,
                      struct sim_faults *faults)
{
    const char *path = sim_faults_text(faults, "contracts.%s.shifts", contract->name);
    bool too_long = false, no_pause = false;
    for (int day = 0; contract->shifts.n && day < hours->n_days; day++) {
        struct stretches shifts;
        double work_s = 0.0;
        contract_stretches(contract, hours, day, &shifts);
        for (int i = 0; i < shifts.n; i++)
            work_s += shifts.all[i].to_s - shifts.all[i].from_s;
        const char *date = date_text(hours->days[day].date, faults);
        if (work_s > most_a_day_s && !too_long)
            warn(path, N_("more than 10 h of work on one day"), date, NULL, faults);
        too_long = too_long || work_s > most_a_day_s;
        if (work_s < pause_after_s || no_pause ||
            longest_pause(contract, &shifts, hours->days[day].weekday) >= pause_s)
            continue;
        no_pause = true;
        warn(path, N_("6 h of work or more without a pause of 20 min"), date,
             N_("a break of 20 min, or time between two shifts"), faults);
    }
}

static void leave_warn(const struct member *member, const char *path, const struct hours *hours,
                       struct sim_faults *faults)
{
    const int first = hours->days[0].date, last = hours->days[hours->n_days - 1].date;
    for (size_t i = 0; i < member->leave.n; i++) {
        const int date = member->leave.values[i];
        if (date >= first && date <= last) continue;
        warn(sim_faults_text(faults, "%s.leave", path),
             N_("a date of leave is not among the days simulated"), date_text(date, faults),
             NULL, faults);
        return;
    }
}

static void group_warn(const struct group *group, const struct member *members,
                       const struct hours *hours, struct sim_faults *faults)
{
    const struct person *people = group->people.items;
    const char *path = sim_faults_text(faults, "groups.%s", group->name);
    if (group->staffing.n)
        warn(sim_faults_text(faults, "%s.staffing", path),
             N_("staffing and a contract are both given; the contract counts"), NULL,
             N_("contract = \"none\" makes the group a headcount"), faults);
    for (size_t i = 0; i < group->people.n; i++) {
        const char *who = sim_faults_text(faults, "%s.people.%s", path, people[i].name);
        if (i >= (size_t)group->agents)
            warn(who, N_("a person beyond the number of agents is not there"),
                 sim_faults_text(faults, "agents = %d", group->agents), NULL, faults);
        else
            leave_warn(&members[i], who, hours, faults);
    }
}

static bool contract_is_used(const struct contract *contract, const struct roster *roster)
{
    for (uint32_t i = 0; i < roster->n; i++)
        if (roster->members[i].contract == contract) return true;
    return false;
}

void roster_warn(const struct roster *self, const struct sim_list *groups,
                 const struct sim_list *contracts, const struct hours *hours,
                 struct sim_faults *faults)
{
    const struct contract *all = contracts->items;
    for (size_t i = 0; i < contracts->n; i++) {
        if (!contract_is_used(&all[i], self)) continue;
        shifts_warn(&all[i], hours, faults);
        for (size_t b = 0; b < all[i].breaks.n; b++)
            break_warn(&all[i], b, hours, faults);
        days_warn(&all[i], hours, faults);
    }
    const struct group *each = groups->items;
    for (size_t g = 0; g < groups->n; g++) {
        if (group_has_people(&each[g]))
            group_warn(&each[g], &self->members[self->crews[g].first], hours, faults);
        else if (each[g].people.n)
            warn(sim_faults_text(faults, "groups.%s.people", each[g].name),
                 N_("people without a contract are not looked at: the group is a headcount"),
                 NULL, N_("name a contract for the group"), faults);
    }
}
