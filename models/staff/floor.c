/* The floor: who is there, who is free and since when, how many are busy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/floor.h"

bool floor_open(struct floor *self, const int *n, uint32_t n_teams)
{
    uint32_t all = 0;
    for (uint32_t i = 0; i < n_teams; i++)
        all += (uint32_t)n[i];
    *self = (struct floor){ .n_teams = n_teams };
    self->agents = sim_aligned(all * sizeof *self->agents);
    self->teams = sim_aligned(n_teams * sizeof *self->teams);
    if (!self->agents || !self->teams) return false;
    self->n_agents = all;
    uint32_t first = 0;
    for (uint32_t i = 0; i < n_teams; i++) {
        self->teams[i].first = first;
        self->teams[i].n = (uint32_t)n[i];
        for (uint32_t a = first; a < first + (uint32_t)n[i]; a++) {
            self->agents[a].group = i;
            self->agents[a].team = &self->teams[i];
        }
        first += (uint32_t)n[i];
    }
    return true;
}

void floor_close(struct floor *self)
{
    sim_release(self->agents);
    sim_release(self->teams);
    *self = (struct floor){ 0 };
}

void floor_clear(struct floor *self)
{
    for (uint32_t i = 0; i < self->n_teams; i++) {
        struct team *team = &self->teams[i];
        *team = (struct team){
            .first = team->first, .n = team->n, .longest = NOBODY, .shortest = NOBODY
        };
        for (uint32_t a = team->first; a < team->first + team->n; a++) {
            self->agents[a].state = AGENT_OFF;
            self->agents[a].leaves = AGENT_STAYS;
        }
    }
}

void floor_come(struct floor *self, uint32_t a, double now)
{
    sim_level_step(&self->agents[a].team->present, now, 1.0);
    floor_idle(self, a, now);
}

void floor_away(struct floor *self, uint32_t a, double now)
{
    self->agents[a].state = AGENT_OFF;
    sim_level_step(&self->agents[a].team->present, now, -1.0);
}

void floor_go(struct floor *self, uint32_t a, double now)
{
    floor_unidle(self, a, now);
    floor_away(self, a, now);
}

void floor_bring(struct floor *self, uint32_t t, int target, double now,
                 void (*joined)(void *told, uint32_t agent), void *told)
{
    struct team *team = &self->teams[t];
    int missing = target - (team_present(team) - team->n_leaving);
    if (missing <= 0) return;
    const int kept = missing < team->n_leaving ? missing : team->n_leaving;
    team->n_leaving -= kept;
    missing -= kept;
    for (uint32_t a = team->first; missing > 0 && a < team->first + team->n; a++) {
        if (self->agents[a].state != AGENT_OFF) continue;
        floor_come(self, a, now);
        missing--;
        joined(told, a);
    }
}

void floor_send(struct floor *self, uint32_t t, int target, double now,
                void (*gone)(void *told, uint32_t agent), void *told)
{
    struct team *team = &self->teams[t];
    int surplus = team_present(team) - team->n_leaving - target;
    for (; surplus > 0 && team->n_idle > 0; surplus--) {
        const uint32_t a = team->longest;
        floor_go(self, a, now);
        gone(told, a);
    }
    if (surplus > 0) team->n_leaving += surplus;
}

void floor_leave(struct floor *self, uint32_t a, double now)
{
    self->agents[a].team->n_leaving--;
    floor_away(self, a, now);
}

double floor_idle_s(const struct floor *self, double now)
{
    double idle_s = 0.0;
    for (uint32_t i = 0; i < self->n_teams; i++) {
        const struct team *team = &self->teams[i];
        idle_s += team->idle_s;
        for (uint32_t a = team->longest; a != NOBODY; a = self->agents[a].next)
            idle_s += now - self->agents[a].idle_since;
    }
    return idle_s;
}
