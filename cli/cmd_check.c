/* decroche check: is a scenario sound, and what does it amount to?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/check_people.h"
#include "cli/paths.h"
#include "cli/regress.h"
#include "cli/session.h"
#include "models/flow/counts.h"
#include "models/staff/presence.h"
#include "plots/number.h"

#include <string.h>

static struct number whole(struct words words, double value)
{
    return number_plain(words, value, 0);
}

static void say_horizon(const struct hours *hours, struct words words)
{
    int first = 0, last = hours->n_days - 1, n_open = 0, n_before = 0, n_after = 0;
    while (first < last && !hours->days[first].counted)
        first++;
    while (last > first && !hours->days[last].counted)
        last--;
    for (int i = 0; i < hours->n_open_days; i++) {
        if (hours->open_days[i] < first)
            n_before++;
        else if (hours->open_days[i] > last)
            n_after++;
        else
            n_open++;
    }
    printf(_("  horizon: %s to %s, "), number_date(words, hours->days[first].date).text,
           number_date(words, hours->days[last].date).text);
    printf(ngettext("%d open day", "%d open days", (unsigned long)n_open), n_open);
    printf(_(" (%d before to warm up, %d after to run off)\n"), n_before, n_after);
}

static void say_demand(const struct scenario *scenario, struct words words)
{
    const struct hours *hours = &scenario->hours;
    double needs = 0.0, agents_s = 0.0, open_s = 0.0;
    for (int i = 0; i < hours->n_slots; i++) {
        if (!hours->slots[i].counted) continue;
        const double length = hours->slots[i].end_at - hours->slots[i].start_at;
        needs += scenario->expected[i];
        open_s += hours->slots[i].open ? length : 0.0;
        for (size_t g = 0; g < scenario->groups.n; g++)
            if (scenario->roster.crews[g].n == 0)
                agents_s += scenario->staffing[(size_t)i * scenario->groups.n + g] * length;
    }
    agents_s += 3600.0 * check_people_hours(scenario);
    printf(_("  open: %s h; needs expected: %s (redials and calls again come on top)\n"),
           number_plain(words, open_s / 3600.0, 1).text, whole(words, needs).text);
    printf(_("  agents on the phones: %s h in all, %s at a time\n"),
           whole(words, agents_s / 3600.0).text,
           number_plain(words, agents_s / open_s, 2).text);
}

/* How many of a group are likely to be there in a slot, on average. */
static double agents_in(const struct scenario *scenario, int slot, size_t group)
{
    const struct roster *roster = &scenario->roster;
    const struct crew *crew = &roster->crews[group];
    const struct hours *hours = &scenario->hours;
    const struct slot *when = &hours->slots[slot];
    if (crew->n == 0) return scenario->staffing[(size_t)slot * scenario->groups.n + group];
    double agents = 0.0;
    for (uint32_t i = 0; i < crew->n; i++) {
        const struct member *member = &roster->members[crew->first + i];
        const int date = hours->days[when->day].date;
        struct presence presence;
        if (!member_is_employed(member, date) || member_has_leave(member, date)) continue;
        presence_begin(&presence, roster, crew->first + i, hours, when->day);
        agents += presence_expected(&presence, (when->time_of_day + 0.5) * hours->interval_s);
    }
    return agents;
}

static void say_visitors(const struct scenario *scenario, struct words words)
{
    const struct hours *hours = &scenario->hours;
    double visits = 0.0, held_s = 0.0;
    if (!scenario->visited) return;
    for (int i = 0; i < hours->n_slots; i++) {
        if (!hours->slots[i].counted || !hours->slots[i].open) continue;
        for (size_t g = 0; g < scenario->groups.n; g++) {
            const struct visitors *visitors = &scenario_group(scenario, g)->visitors;
            if (!(visitors->share > 0.0)) continue;
            const double expected =
                visitors_expected(visitors, agents_in(scenario, i, g) * hours->interval_s);
            visits += expected;
            held_s += expected * visitors->length.expected;
        }
    }
    printf(_("  visitors expected: %s; they hold agents for %s h\n"), whole(words, visits).text,
           whole(words, held_s / 3600.0).text);
}

static const struct sim_measure *measure_named(const char *name)
{
    size_t i = 0;
    while (strcmp(centre_measures[i].name, name) != 0)
        i++;
    return &centre_measures[i];
}

/* As they were understood. */
static void say_asked(const struct session *session, struct words words)
{
    for (size_t i = 0; i < session->n_targets; i++) {
        const struct report_target *target = &session->targets[i];
        const struct sim_measure *measure = measure_named(target->measure);
        printf(_("  target: %s %s %s\n"), _(measure->label), target->at_least ? "≥" : "≤",
               number_show(words, measure, target->bound, 0.0).text);
    }
    if (session->scenario.precision)
        printf(_("  precision: %s, on each side\n"), session->scenario.precision);
}

static void say_counts(const struct session *session)
{
    const unsigned long lines = session->scenario.lines.n,
                        reasons = session->scenario.reasons.n,
                        groups = session->scenario.groups.n;
    printf(_("%s is sound: "), session->source.file);
    printf(ngettext("%lu line, ", "%lu lines, ", lines), lines);
    printf(ngettext("%lu reason, ", "%lu reasons, ", reasons), reasons);
    printf(ngettext("%lu group", "%lu groups", groups), groups);
    putchar('\n');
}

static int run(struct call *call)
{
    struct session session;
    const char *file = paths_scenario(call->options->operands[0], call->arena);
    struct regress_ask ask;
    if (!regress_read(&ask, call) || !session_open(&session, file, call)) return 2;
    if (ask.against) return regress_run(&ask, &session, call);
    say_counts(&session);
    say_horizon(&session.scenario.hours, call->words);
    say_demand(&session.scenario, call->words);
    say_visitors(&session.scenario, call->words);
    say_asked(&session, call->words);
    check_people(&session.scenario, call->words);
    return 0;
}

const struct command cmd_check = {
    .name = "check",
    .operands = "SCENARIO.cfg",
    .summary = N_("check a scenario without running it, or its results against a baseline"),
    .options = OPTION(OPTION_HELP) | OPTION(OPTION_LANG) | OPTION(OPTION_SET) |
               OPTION(OPTION_EXACT) | OPTION(OPTION_UPDATE) | OPTION(OPTION_TAP) |
               OPTION(OPTION_FULL) | OPTION(OPTION_REPLICATIONS) | OPTION(OPTION_SEED) |
               OPTION(OPTION_THREADS) | OPTION(OPTION_STORE),
    .own = &regress_fields,
    .least = 1,
    .most = 1,
    .run = run,
};
