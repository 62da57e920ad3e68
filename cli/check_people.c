/* What check says of people: who they are, how long they work, who is there when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/check_people.h"

#include "models/staff/presence.h"
#include "plots/layout.h"
#include "plots/number.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum {
    CLOCK_COLUMNS = 10,
    NUMBER_COLUMNS = 6,
    DAY_COLUMNS = 2 * NUMBER_COLUMNS + 2,
    INDENT = 4
};

static const double full_week_h = 35.0; /* the legal working week */

static const char *const weekdays[] = { N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                        N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                        N_("Sunday") };

double check_people_hours(const struct scenario *scenario)
{
    double hours = 0.0;
    for (size_t g = 0; g < scenario->groups.n; g++) {
        struct presence_week week;
        presence_week_fill(&week, &scenario->roster, &scenario->roster.crews[g],
                           &scenario->hours);
        for (int day = 0; day < 7; day++)
            for (int part = 0; part < scenario->hours.slots_per_day; part++)
                hours += week.expected[day][part] * week.n_days[day] *
                         scenario->hours.interval_s / 3600.0;
    }
    return hours;
}

static double week_h(const struct scenario *scenario, const struct contract *contract)
{
    return contract_week_s(contract, &scenario->rules) / 3600.0;
}

/* "23/10/2017–27/10/2017, 02/11/2017" */
static void say_dates(const struct sim_dates *dates, struct words words)
{
    for (size_t i = 0, n = 1; i < dates->n; i += n) {
        n = 1;
        while (i + n < dates->n && dates->values[i + n] == dates->values[i] + (int)n)
            n++;
        printf("%s%s", i ? ", " : "", number_date(words, dates->values[i]).text);
        if (n > 1) printf("–%s", number_date(words, dates->values[i + n - 1]).text);
    }
}

static void say_person(const struct scenario *scenario, const struct member *member,
                       struct words words)
{
    printf(_("    %s: %s, "), member->name, member->contract->title);
    printf(_("%s h a week"), number_plain(words, week_h(scenario, member->contract), 1).text);
    if (member->from_date) printf(_(", from %s"), number_date(words, member->from_date).text);
    if (member->until_date)
        printf(_(", until %s"), number_date(words, member->until_date).text);
    if (member->leave.n) {
        printf(_(", leave "));
        say_dates(&member->leave, words);
    }
    putchar('\n');
}

/* Those of whom nothing in particular is said have the contract of their group. */
static void say_others(const struct scenario *scenario, const struct member *members,
                       uint32_t n, bool first, struct words words)
{
    if (n == 0) return;
    printf("    ");
    printf(first ? ngettext("%u agent: %s, ", "%u agents: %s, ", n)
                 : ngettext("%u other: %s, ", "%u others: %s, ", n),
           n, members[0].contract->title);
    printf(_("%s h a week"),
           number_plain(words, week_h(scenario, members[0].contract), 1).text);
    putchar('\n');
}

static void say_crew(const struct scenario *scenario, size_t g, struct words words)
{
    const struct crew *crew = &scenario->roster.crews[g];
    const struct member *members = &scenario->roster.members[crew->first];
    double hours = 0.0;
    uint32_t named = 0;
    for (uint32_t i = 0; i < crew->n; i++)
        hours += week_h(scenario, members[i].contract);
    while (named < crew->n && members[named].name)
        named++;
    putchar('\n');
    printf(_("  %s: "), scenario_group(scenario, g)->title);
    printf(ngettext("%u agent, %s h a week; ", "%u agents, %s h a week; ", crew->n), crew->n,
           number_plain(words, hours, 1).text);
    printf(_("at 35 h each it would be %s h\n"),
           number_plain(words, full_week_h * crew->n, 0).text);
    for (uint32_t i = 0; i < named; i++)
        say_person(scenario, &members[i], words);
    say_others(scenario, &members[named], crew->n - named, named == 0, words);
}

static void say_headings(const struct presence_week *week)
{
    layout_blank(stdout, INDENT + CLOCK_COLUMNS);
    for (int day = 0; day < 7; day++)
        if (week->n_days[day]) layout_right(stdout, words_text(weekdays[day]), DAY_COLUMNS);
    putchar('\n');
}

static void say_row(const struct scenario *scenario, const struct presence_week *week, int part,
                    struct words words)
{
    char clock[8];
    const int minutes = (int)(part * scenario->hours.interval_s / 60.0);
    snprintf(clock, sizeof clock, "%02u:%02u", (unsigned)minutes / 60U % 24U,
             (unsigned)minutes % 60U);
    layout_blank(stdout, INDENT);
    layout_left(stdout, number_clock(words, clock).text, CLOCK_COLUMNS);
    for (int day = 0; day < 7; day++) {
        if (!week->n_days[day]) continue;
        if (!week->open[day][part]) {
            layout_right(stdout, "–", DAY_COLUMNS);
            continue;
        }
        layout_right(stdout, number_plain(words, week->planned[day][part], 1).text,
                     DAY_COLUMNS - NUMBER_COLUMNS);
        layout_right(stdout, number_plain(words, week->expected[day][part], 1).text,
                     NUMBER_COLUMNS);
    }
    putchar('\n');
}

static bool same_week(const struct presence_week *a, const struct presence_week *b)
{
    const double *planned[] = { a->planned[0], b->planned[0] };
    const double *expected[] = { a->expected[0], b->expected[0] };
    const size_t n = sizeof a->planned / sizeof a->planned[0][0];
    size_t i = 0;
    while (i < n && planned[0][i] == planned[1][i] && expected[0][i] == expected[1][i])
        i++;
    return i == n;
}

/* The first group before this one whose people are there at the same times; else this one. */
static size_t alike(const struct scenario *scenario, size_t g, const struct presence_week *week)
{
    for (size_t before = 0; before < g; before++) {
        const struct crew *crew = &scenario->roster.crews[before];
        struct presence_week other;
        presence_week_fill(&other, &scenario->roster, crew, &scenario->hours);
        if (crew->n && same_week(&other, week)) return before;
    }
    return g;
}

static void say_table(const struct scenario *scenario, size_t g, struct words words)
{
    struct presence_week week;
    presence_week_fill(&week, &scenario->roster, &scenario->roster.crews[g], &scenario->hours);
    const size_t before = alike(scenario, g, &week);
    if (before != g) {
        printf(_("  on the phones: as %s\n"), scenario_group(scenario, before)->title);
        return;
    }
    printf(_("  on the phones, as planned, and as is likely after leave, absence, lateness and "
             "other work:\n"));
    say_headings(&week);
    for (int part = 0; part < scenario->hours.slots_per_day; part++)
        if (scenario->hours.part_rank[part] >= 0) say_row(scenario, &week, part, words);
}

/* For whom a module is, and when the last of them will have finished it. */
static void say_module(const struct training *training, uint32_t n_members, uint32_t m,
                       struct words words)
{
    const struct module *module = &training->modules[m];
    uint32_t n = 0, first = 0;
    int last = 0;
    for (uint32_t i = 0; i < m; i++)
        first += (uint32_t)training->modules[i].lessons.n;
    for (uint32_t who = 0; who < n_members; who++) {
        const bool *invited = &training->invited[(size_t)who * training->n_lessons + first];
        size_t l = 0;
        while (l < module->lessons.n && !invited[l])
            l++;
        if (l == module->lessons.n) continue;
        const int foreseen = training->foreseen[(size_t)who * training->n_modules + m];
        last = foreseen > last ? foreseen : last;
        n++;
    }
    char line[512];
    int used = snprintf(line, sizeof line, _("%.300s: %s h, "), module->title,
                        number_plain(words, module->hours_s / 3600.0, 1).text);
    used += snprintf(&line[used], sizeof line - (size_t)used,
                     ngettext("%u agent", "%u agents", n), n);
    if (last == INT_MAX)
        snprintf(&line[used], sizeof line - (size_t)used, "%s", _(", not all by the end"));
    else if (n)
        snprintf(&line[used], sizeof line - (size_t)used, _(", all by %s if nobody is away"),
                 number_date(words, last).text);
    layout_blank(stdout, INDENT);
    layout_wrap(stdout, line, INDENT, INDENT + 2);
}

static void say_training(const struct roster *roster, struct words words)
{
    if (!roster->training || roster->training->n_modules == 0) return;
    printf(_("\n  training:\n"));
    for (uint32_t m = 0; m < roster->training->n_modules; m++)
        say_module(roster->training, roster->n, m, words);
}

void check_people(const struct scenario *scenario, struct words words)
{
    for (size_t g = 0; g < scenario->groups.n; g++) {
        if (scenario->roster.crews[g].n == 0) continue;
        say_crew(scenario, g, words);
        say_table(scenario, g, words);
    }
    say_training(&scenario->roster, words);
}
