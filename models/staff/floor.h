/* The floor: who is there, who is free and since when, how many are busy.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agents of a group stand side by side in one array; the free ones of each group are linked,
 * the longest idle first. */
#ifndef MODELS_STAFF_FLOOR_H
#define MODELS_STAFF_FLOOR_H

#include "models/staff/group.h"
#include "sim/calendar.h"
#include "sim/level.h"

enum { NOBODY = UINT32_MAX };

enum agent_state { AGENT_OFF, AGENT_IDLE, AGENT_BUSY };

/* Whether someone on the phones, where each goes by himself, stays there: goes after the call
 * in hand, or stays past closing for those who wait. */
enum agent_leaves { AGENT_STAYS, AGENT_LEAVES, AGENT_HELD };

struct team {
    uint32_t first, n;          /* its agents */
    uint32_t longest, shortest; /* idle: ends of the list; NOBODY when none is */
    int n_idle;
    int n_busy;
    int n_leaving; /* busy ones who go after their call: whoever is done first */
    struct sim_level busy, present;
    double idle_s; /* idled by agents who are not idle now, all together */
};

struct agent {
    uint32_t next, previous; /* among the free of the group */
    uint32_t caller;         /* while busy: with a call, or a visit */
    uint32_t group;
    struct team *team; /* its group's */
    uint32_t beyond;   /* where its group is counted: see cell_add() */
    const struct ability
        *abilities; /* by reason; this and the last are set once, by its user */
    uint8_t state;  /* enum agent_state */
    uint8_t leaves; /* enum agent_leaves */
    double idle_since;
};

struct floor {
    struct agent *agents;
    struct team *teams;
    uint32_t n_teams, n_agents;
};

/* Makes room for n[i] agents in team i; false when memory has run out. */
bool floor_open(struct floor *self, const int *n, uint32_t n_teams);
void floor_close(struct floor *self);

/* Sends everybody home, at instant 0. */
void floor_clear(struct floor *self);

static inline int team_present(const struct team *team)
{
    return team->n_idle + team->n_busy;
}

/* A free agent joins the end of the list. */
static inline void floor_idle(struct floor *self, uint32_t a, double now)
{
    struct agent *agent = &self->agents[a];
    struct team *team = agent->team;
    agent->state = AGENT_IDLE;
    agent->idle_since = now;
    agent->next = NOBODY;
    agent->previous = team->shortest;
    if (team->shortest == NOBODY)
        team->longest = a;
    else
        self->agents[team->shortest].next = a;
    team->shortest = a;
    team->n_idle++;
}

/* A free agent leaves the list, to take a call or to go. */
static inline void floor_unidle(struct floor *self, uint32_t a, double now)
{
    struct agent *agent = &self->agents[a];
    struct team *team = agent->team;
    if (agent->previous == NOBODY)
        team->longest = agent->next;
    else
        self->agents[agent->previous].next = agent->next;
    if (agent->next == NOBODY)
        team->shortest = agent->previous;
    else
        self->agents[agent->next].previous = agent->previous;
    team->n_idle--;
    team->idle_s += now - agent->idle_since;
}

static inline void floor_busy(struct floor *self, uint32_t a, double now)
{
    struct agent *agent = &self->agents[a];
    struct team *team = agent->team;
    agent->state = AGENT_BUSY;
    team->n_busy++;
    sim_level_step(&team->busy, now, 1.0);
}

static inline void floor_unbusy(struct floor *self, uint32_t a, double now)
{
    struct agent *agent = &self->agents[a];
    struct team *team = agent->team;
    team->n_busy--;
    sim_level_step(&team->busy, now, -1.0);
}

/* Brings agents in, free, until `target` are there, those who were about to leave first. Each
 * one who is free because of it is told to `joined`, which may keep him busy. */
void floor_bring(struct floor *self, uint32_t team, int target, double now,
                 void (*joined)(void *told, uint32_t agent), void *told);

/* Sends agents home until `target` are there: free ones now, each of whom is told to `gone`;
 * then, as a headcount drops, whoever is first to end a call. */
void floor_send(struct floor *self, uint32_t team, int target, double now,
                void (*gone)(void *told, uint32_t agent), void *told);

/* Seconds idled by all agents until now, added up agent by agent. */
double floor_idle_s(const struct floor *self, double now);

/* One agent comes in, free. */
void floor_come(struct floor *self, uint32_t agent, double now);

/* One agent goes who is free; or who has just ended a call, and is not busy any more. */
void floor_go(struct floor *self, uint32_t agent, double now);
void floor_away(struct floor *self, uint32_t agent, double now);

/* Of those who have to go as a headcount drops, one who has just ended a call goes. */
void floor_leave(struct floor *self, uint32_t agent, double now);

#endif
