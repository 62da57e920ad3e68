/* Which agent takes which caller: routes as written, queues and offers as worked out.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_FLOW_ROUTING_H
#define MODELS_FLOW_ROUTING_H

#include "models/staff/group.h"

/* How one of several free agents is chosen. */
enum choice { CHOOSE_LONGEST_IDLE, CHOOSE_FEWEST_SKILLS, CHOOSE_RANDOM };

/* What happens to those who wait when the centre closes. */
enum closing { CLOSING_SERVE, CLOSING_CUT, CLOSING_STAY };

/* As written: one step of a route. The groups of a step are equals; steps are tried in order.
 */
struct step {
    struct sim_texts groups;
    double after_s; /* joins a caller's route once he has waited this long */
    int reserve;    /* helps only while more than this many of a group's agents are free */
};

/* As written: the way of calls for some lines and reasons. */
struct route {
    struct sim_texts lines, reasons; /* names; empty: all */
    struct sim_list steps;           /* of struct step */
};

extern const struct sim_fields route_fields;
extern const char *const choice_names[], *const closing_names[];

/* One group of a queue's step. */
struct offer {
    int group;
    int step; /* equals share a step */
    double after_s;
    int reserve;
};

/* Callers who are alike to all agents (same route, same priorities) stand in one queue, in
 * order of arrival. */
struct queue_plan {
    size_t route;  /* index of the route; the number of routes where none matched */
    size_t reason; /* one of the reasons it is for, which stands for all */
    struct offer *offers;
    int n_offers;
    int only; /* the group, where the longest idle of one group is all there is to choose; else
                 -1 */
    double *delays; /* distinct delays above 0, ascending: when further groups join */
    int n_delays;
};

/* A queue as a group sees it. */
struct source {
    int queue;
    int priority;
    double after_s;
    int reserve;
};

struct group_plan {
    struct source *sources; /* highest priority first */
    int n_sources;
    int n_skills; /* reasons it can handle */
};

struct routing {
    int n_groups, n_queues;
    struct queue_plan *queues;
    int *queue_of; /* [line * n_reasons + reason] */
    struct group_plan *groups;
};

/* May that group take calls of the queue, some time or other? */
static inline bool routing_offers(const struct queue_plan *queue, uint32_t group)
{
    for (int i = 0; i < queue->n_offers; i++)
        if (queue->offers[i].group == (int)group) return true;
    return false;
}

/* Notes the names in routes that stand for nothing; false where there is one. */
bool routes_check(const struct sim_list *routes, const struct sim_list *lines,
                  const struct sim_list *reasons, const struct sim_list *groups,
                  struct sim_faults *faults);

/* Works out queues and sources. Without routes every group that is able takes every call, as
 * equals. False with faults: a name that does not exist, a call nobody may answer. */
bool routing_build(struct routing *self, const struct sim_list *routes,
                   const struct sim_list *lines, const struct sim_list *reasons,
                   const struct sim_list *groups, const struct ability *abilities, int choose,
                   struct sim_arena *arena, struct sim_faults *faults);

#endif
