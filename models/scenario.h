/* A whole scenario, declared and checked: the vocabulary of the model. Read this first.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The upper part is what a planner writes, filled from scenario_fields by a reader; the lower
 * part is worked out from it by scenario_check(). A checked scenario is const for ever and
 * shared by all threads. Texts and lists are borrowed from the arena it was read into. */
#ifndef MODELS_SCENARIO_H
#define MODELS_SCENARIO_H

#include "models/demand/arrivals.h"
#include "models/demand/effect.h"
#include "models/demand/patience.h"
#include "models/demand/redial.h"
#include "models/demand/wrong_line.h"
#include "models/flow/casework.h"
#include "models/flow/counts.h"
#include "models/flow/routing.h"
#include "models/provenance.h"
#include "models/staff/consultation.h"
#include "models/staff/handling.h"
#include "models/staff/workforce.h"

/* As written: service_level. */
struct service_level {
    double within_s, short_s;
};

/* What a line and a reason amount to together. */
struct call_class {
    uint32_t line, reason, queue;
    int only; /* of the queue: see struct queue_plan */
};

struct scenario {
    const char *title, *description;
    struct hours_rules rules; /* horizon, hours, holidays, interval */
    struct demand demand;
    struct dated dated;      /* events, school holidays */
    struct sim_list lines;   /* of struct line */
    struct sim_list reasons; /* of struct reason */
    int phone_lines;         /* of all lines together; 0: no limit */
    double greeting_s;
    struct message message;
    struct patience patience;
    struct redial redial;
    struct again again;
    struct wrong_line wrong_line;
    struct other_line other_line;
    struct sim_list contracts; /* of struct contract */
    struct sim_list groups;    /* of struct group */
    struct sim_list training;  /* of struct module */
    struct newcomers newcomers;
    double eur_per_h; /* paid */
    struct handling handling;
    struct consultation consultation;
    struct sim_list routes; /* of struct route */
    struct requests requests;
    struct outbound outbound;
    struct callback_offer callback_offer;
    int choose;     /* enum choice */
    int at_closing; /* enum closing */
    struct service_level service_level;
    struct sim_texts targets;
    struct sim_list sources; /* of struct provenance */
    const char *precision;
    int replications;
    int seed;

    /* worked out */
    unsigned features; /* bits of enum feature */
    struct day_target day_target;
    struct hours hours;
    double *expected;           /* needs of each slot at a busyness of 1: [n_slots] */
    struct day_effect *effects; /* of what sets dates apart: [n_days] */
    int *staffing;   /* [slot * n_groups + group]; of people, those meant to be there */
    int *most_staff; /* of each group, over all slots: [n_groups] */
    struct roster roster;
    const double *worked_s; /* professionals' time before each slot: [n_slots + 1] */
    struct mix mix;
    struct call_class *classes; /* [line * n_reasons + reason] */
    struct ability *abilities;  /* [group * n_reasons + reason] */
    struct routing routing;
    bool phone_lines_limited;
    bool straight_to_agents; /* neither phone lines to run out nor a greeting */
    bool several_kinds;      /* more than one line or reason to draw from */
    bool visited;            /* some group has visitors at its desk */
    bool needs_go_on;        /* a call may not be the last of its need */
    bool calls_when_closed;  /* people at work while it is closed call back */
    bool calls_differ;       /* not all callers who are answered want to be helped anew */
    bool strays;             /* callers may dial another line than their own */
};

extern const struct sim_fields scenario_fields;

static inline size_t scenario_n_lines(const struct scenario *self)
{
    return self->lines.n;
}

static inline const struct line *scenario_line(const struct scenario *self, size_t i)
{
    return (const struct line *)self->lines.items + i;
}

static inline const struct reason *scenario_reason(const struct scenario *self, size_t i)
{
    return (const struct reason *)self->reasons.items + i;
}

static inline const struct group *scenario_group(const struct scenario *self, size_t i)
{
    return (const struct group *)self->groups.items + i;
}

/* The field professionals who work the requests of a line; 0: no queue, a delay. */
static inline int scenario_professionals(const struct scenario *self, size_t line)
{
    const int own = scenario_line(self, line)->professionals;
    return own ? own : self->requests.professionals;
}

/* Does anything of a need outlive an answer, or a wait, but its caller? */
static inline bool scenario_keeps_files(const struct scenario *self)
{
    return self->features & (FEATURE_REQUESTS | FEATURE_OFFERS);
}

/* May a call take more than one agent? */
static inline bool scenario_has_teamwork(const struct scenario *self)
{
    return self->features & (FEATURE_CONSULTATION | FEATURE_TRANSFERS);
}

/* Checks what joins the rooms and works out the lower part, in the arena. Gathers all faults
 * and warnings; false when the scenario cannot run. */
bool scenario_check(struct scenario *self, struct sim_arena *arena, struct sim_faults *faults);

#endif
