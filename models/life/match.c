/* Agents and callers find each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/match.h"

#include "models/demand/purpose.h"

/* Of the free agents of two equal groups, is the first one's choice better? */
static bool team_better(const struct workplace *w, int a, int b)
{
    const struct group_plan *groups = w->scenario->routing.groups;
    if (w->scenario->choose == CHOOSE_FEWEST_SKILLS && groups[a].n_skills != groups[b].n_skills)
        return groups[a].n_skills < groups[b].n_skills;
    const struct agent *agents = w->floor.agents;
    return agents[w->floor.teams[a].longest].idle_since <
           agents[w->floor.teams[b].longest].idle_since;
}

/* Now is compared with the instant the calendar was asked for, to the last bit. */
static bool offer_stands(const struct workplace *w, const struct caller *caller,
                         const struct offer *offer)
{
    return w->now >= caller->since + offer->after_s &&
           w->floor.teams[offer->group].n_idle > offer->reserve;
}

/* Any of the free agents of a step's groups, each with the same chance. */
static uint32_t random_agent(const struct workplace *w, const struct caller *caller,
                             const struct queue_plan *plan, int first)
{
    int n = 0;
    for (int i = first; i < plan->n_offers && plan->offers[i].step == plan->offers[first].step;
         i++)
        if (offer_stands(w, caller, &plan->offers[i]))
            n += w->floor.teams[plan->offers[i].group].n_idle;
    const struct sim_place place = caller_place(caller, PURPOSE_PICK, caller->attempts);
    const struct sim_words words = sim_stream_block(&w->stream, place, 0);
    int pick = (int)(sim_uniform(words.word[0]) * n);
    for (int i = first;; i++) {
        const struct team *team = &w->floor.teams[plan->offers[i].group];
        if (!offer_stands(w, caller, &plan->offers[i])) continue;
        if (pick >= team->n_idle) {
            pick -= team->n_idle;
            continue;
        }
        uint32_t a = team->longest;
        while (pick-- > 0)
            a = w->floor.agents[a].next;
        return a;
    }
}

uint32_t match_agent_among(const struct workplace *w, const struct caller *caller)
{
    const struct queue_plan *plan = &w->scenario->routing.queues[class_of(w, caller)->queue];
    const bool random = w->scenario->choose == CHOOSE_RANDOM;
    int best = -1;
    for (int i = 0; i < plan->n_offers; i++) {
        const struct offer *offer = &plan->offers[i];
        if (best >= 0 && offer->step != plan->offers[best].step) break;
        if (!offer_stands(w, caller, offer)) continue;
        if (random) return random_agent(w, caller, plan, i);
        if (best < 0 || team_better(w, offer->group, plan->offers[best].group)) best = i;
    }
    return best < 0 ? NOBODY : w->floor.teams[plan->offers[best].group].longest;
}

uint32_t match_caller_among(const struct workplace *w, uint32_t group)
{
    const struct group_plan *plan = &w->scenario->routing.groups[group];
    const int n_idle = w->floor.teams[group].n_idle + 1;
    uint32_t best = NOBODY;
    double best_since = 0.0;
    int priority = 0;
    for (int i = 0; i < plan->n_sources; i++) {
        const struct source *source = &plan->sources[i];
        const uint32_t c = w->queues[source->queue].first;
        if (c == NOBODY) continue;
        if (best != NOBODY && source->priority < priority) break;
        const double since = caller_at(w, c)->since;
        if (w->now < since + source->after_s || n_idle <= source->reserve) continue;
        if (best != NOBODY && best_since <= since) continue;
        best = c;
        best_since = since;
        priority = source->priority;
    }
    return best;
}
