/* Codes of needs and agents, as a trace prints them and as they are asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trace_code.h"

#include "models/date.h"
#include "scenarios/nearest.h"

#include <stdio.h>
#include <string.h>

enum { MINUTES_PER_QUARTER = 15 };

int trace_need_date(struct need_address need)
{
    return (int)(need.where / QUARTERS_PER_DAY);
}

struct trace_code trace_need(struct need_address need)
{
    const struct date date = date_of(trace_need_date(need));
    const unsigned minutes = need.where % QUARTERS_PER_DAY * MINUTES_PER_QUARTER;
    struct trace_code code;
    snprintf(code.text, sizeof code.text, "%04d%02d%02d-%02u%02u-%u", date.year, date.month,
             date.day, minutes / 60, minutes % 60, need.number + 1);
    return code;
}

bool trace_need_read(const char *text, struct need_address *need)
{
    struct date date;
    unsigned hour, minute;
    int end = 0;
    if (sscanf(text, "%4d%2d%2d-%2u%2u-%9u%n", &date.year, &date.month, &date.day, &hour,
               &minute, &need->number, &end) != 6 ||
        need->number == 0)
        return false;
    const unsigned quarter = (hour * 60 + minute) / MINUTES_PER_QUARTER;
    need->where = (uint32_t)date_number(date) * QUARTERS_PER_DAY + quarter;
    need->number--;
    /* Only what would be printed so is one: no 31 June, no 08:07, no 25 o'clock. */
    return text[end] == '\0' && strcmp(trace_need(*need).text, text) == 0;
}

struct trace_code trace_agent(const struct scenario *scenario, uint32_t agent)
{
    struct trace_code code;
    size_t g = 0;
    while (agent >= (uint32_t)scenario->most_staff[g])
        agent -= (uint32_t)scenario->most_staff[g++];
    const struct crew *crew = &scenario->roster.crews[g];
    const char *name =
        agent < crew->n ? scenario->roster.members[crew->first + agent].name : NULL;
    const char *group = scenario_group(scenario, g)->name;
    if (name)
        snprintf(code.text, sizeof code.text, "%s.%s", group, name);
    else
        snprintf(code.text, sizeof code.text, "%s.%u", group, agent + 1);
    return code;
}

uint32_t trace_agent_read(const struct scenario *scenario, const char *text,
                          struct sim_arena *arena, const char **nearest)
{
    struct nearest offered = { .word = text };
    uint32_t n = 0;
    for (size_t g = 0; g < scenario->groups.n; g++)
        n += (uint32_t)scenario->most_staff[g];
    for (uint32_t a = 0; a < n; a++) {
        const char *code = sim_arena_text(arena, trace_agent(scenario, a).text);
        if (code && strcmp(code, text) == 0) return a;
        if (code) nearest_offer(&offered, code);
    }
    *nearest = offered.best;
    return NOBODY;
}
