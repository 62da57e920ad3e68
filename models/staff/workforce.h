/* The workforce: agents who are people, where each stands in the plan of the day, and how many
 * do what. SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_WORKFORCE_H
#define MODELS_STAFF_WORKFORCE_H

#include "models/staff/duty.h"
#include "models/staff/floor.h"
#include "models/staff/learning.h"

struct worker {
    uint32_t agent, group;
    uint32_t first_step, n_steps; /* of the day's plan */
    uint32_t step;                /* the one that is due, from first_step on */
    enum duty doing;              /* what he or she really does */
    bool overtime;                /* on the phones past the end of the shift */
    sim_event turn;               /* when the next step is due; 0: not before the next day */
    struct away away;
};

/* The people of one group together. */
struct crowd {
    struct sim_level duties[N_DUTIES]; /* how many do what */
    struct sim_level overtime;
    int n_at_work; /* who are on the phones at some time of the day */
};

struct workforce {
    struct worker *workers; /* [roster.n], owned */
    struct crowd *crowds;   /* [n_groups], owned */
    struct plan plan;       /* of the day, of all workers */
    struct learning learning;
    uint32_t n, n_groups;
    double planned_s; /* of shifts, since the beginning */
};

/* Makes room; where the roster is empty it stays empty. False when memory has run out. */
bool workforce_open(struct workforce *self, const struct roster *roster,
                    const struct floor *floor);
void workforce_close(struct workforce *self);

/* Everybody at home, before the first day, a date. */
void workforce_clear(struct workforce *self, const struct roster *roster,
                     const struct sim_stream *stream, int date);

/* Plans a day (an index) for everybody; false when memory has run out. */
bool workforce_plan(struct workforce *self, const struct roster *roster,
                    const struct hours *hours, int day, const struct sim_stream *stream);

static inline const struct stint *worker_step(const struct workforce *self,
                                              const struct worker *worker)
{
    return &self->plan.steps[worker->first_step + worker->step];
}

/* For how long the people of a crew, all together, are meant to be on the phones between two
 * instants of the present day, by its plan: in seconds. */
double workforce_on_phones(const struct workforce *self, const struct crew *crew, double from,
                           double to);

/* The instant by which so much of that time has passed, one after the other: drawn evenly, the
 * instants are as dense as there are people on the phones. */
double workforce_instant(const struct workforce *self, const struct crew *crew, double from,
                         double to, double seconds);

/* The worker behind an agent of a group that has people. */
static inline uint32_t workforce_of(const struct roster *roster, const struct floor *floor,
                                    uint32_t agent)
{
    const uint32_t group = floor->agents[agent].group;
    return roster->crews[group].first + agent - floor->teams[group].first;
}

#endif
