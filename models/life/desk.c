/* What visitors at the desk do: they come, wait if they must, and hold an agent.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/desk.h"

#include "models/life/call.h"
#include "models/life/tell.h"

/* How long the agents of a group are there in a slot, all together: a headcount as scheduled,
 * people as the plan of the day has them, absences included. Callers change nothing in it. */
static double agents_s(const struct workplace *w, const struct slot *slot, uint32_t group)
{
    const struct scenario *scenario = w->scenario;
    const struct crew *crew = &scenario->roster.crews[group];
    if (crew->n) return workforce_on_phones(&w->workforce, crew, slot->start_at, slot->end_at);
    return scenario->staffing[(size_t)w->slot * scenario->groups.n + group] *
           (slot->end_at - slot->start_at);
}

/* When a visitor comes: at any time that somebody is there. */
static double comes_at(const struct workplace *w, const struct slot *slot, uint32_t group,
                       double there_s, double when)
{
    const struct crew *crew = &w->scenario->roster.crews[group];
    if (crew->n)
        return workforce_instant(&w->workforce, crew, slot->start_at, slot->end_at,
                                 when * there_s);
    return slot->start_at + when * (slot->end_at - slot->start_at);
}

static void draw_visits_to(struct workplace *w, const struct slot *slot, uint32_t group)
{
    const struct visitors *visitors = &scenario_group(w->scenario, group)->visitors;
    const double there_s = agents_s(w, slot, group);
    const double expected = visitors_expected(visitors, there_s);
    struct visitor visitor = { 0 };
    while (visitors_next(visitors, &visitor, slot, group, expected, &w->stream)) {
        const uint32_t visit = desks_take(&w->desks, group, visitor.length_s);
        if (visit == NOBODY) {
            w->out_of_memory = true;
            return;
        }
        sim_calendar_ask_firm(&w->calendar, comes_at(w, slot, group, there_s, visitor.when),
                              RANK_CALLER, EVENT_VISIT, visit);
    }
}

void draw_visits(struct workplace *w, const struct slot *slot)
{
    if (!slot->open) return;
    for (uint32_t g = 0; g < w->scenario->groups.n; g++)
        if (scenario_group(w->scenario, g)->visitors.share > 0.0) draw_visits_to(w, slot, g);
}

/* An agent, busy from now on, turns to a visitor. */
static void start_visit(struct workplace *w, uint32_t visit, uint32_t a, double waited)
{
    struct visit *begins = &w->desks.visits[visit];
    tell_visit(w, begins, TOLD_VISIT_BEGINS, a, waited);
    begins->state = VISIT_HELD;
    begins->since = w->now;
    w->floor.agents[a].caller = visit;
    sim_level_step(&w->desks.all[begins->desk].held, w->now, 1.0);
    ask_agent(w, w->now + begins->length_s, EVENT_VISITED, a);
}

bool take_visitor(struct workplace *w, uint32_t a)
{
    const uint32_t group = w->floor.agents[a].group;
    const struct team *team = &w->floor.teams[group];
    if (!visitor_waits(w, group)) return false;
    if (team->n_leaving > 0 && team_present(team) > team->n_leaving) return false;
    if (w->floor.agents[a].leaves == AGENT_LEAVES && team_present(team) > 1) return false;
    const uint32_t v = desk_leave(&w->desks, group, w->now);
    w->n_first--;
    const struct visit *visit = &w->desks.visits[v];
    const double waited = w->now - visit->since;
    w->ledger.desk_wait_s += waited;
    visit->slot[S_VISIT_WAIT] += waited;
    if (visit->group) visit->group[S_VISIT_WAIT] += waited;
    start_visit(w, v, a, waited);
    return true;
}

void on_visit(struct workplace *w, uint32_t visit)
{
    struct visit *comes = &w->desks.visits[visit];
    comes->slot = w->cell.slot;
    comes->group = w->here->counted ? &w->counts.by_group[comes->desk * N_COUNTS] : NULL;
    comes->slot[N_VISITS] += 1.0;
    if (comes->group) comes->group[N_VISITS] += 1.0;
    w->ledger.visits++;
    const uint32_t a = w->floor.teams[comes->desk].longest;
    if (a == NOBODY) {
        desk_join(&w->desks, visit, w->now);
        w->n_first++;
    }
    tell_visit(w, comes, TOLD_VISITOR, NOBODY, 0.0);
    if (a == NOBODY) return;
    floor_unidle(&w->floor, a, w->now);
    floor_busy(&w->floor, a, w->now);
    start_visit(w, visit, a, 0.0);
}

void on_visited(struct workplace *w, uint32_t a)
{
    const uint32_t visit = w->floor.agents[a].caller;
    const struct visit *ends = &w->desks.visits[visit];
    tell_visit(w, ends, TOLD_VISIT_ENDS, a, ends->since);
    w->ledger.visited_s += w->now - ends->since;
    w->ledger.visits_over++;
    sim_level_step(&w->desks.all[ends->desk].held, w->now, -1.0);
    desks_give_back(&w->desks, visit);
    agent_goes_on(w, a);
}
