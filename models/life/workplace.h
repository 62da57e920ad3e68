/* Where one replication happens: clock, calendar, callers, floor, queues, counts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One per thread. Nothing in it survives from one replication to the next but memory. Handlers
 * take the workplace first, as `w`; a caller or an agent is a pointer into it, which stays good
 * until the next birth. */
#ifndef MODELS_LIFE_WORKPLACE_H
#define MODELS_LIFE_WORKPLACE_H

#include "models/demand/births.h"
#include "models/flow/callers.h"
#include "models/flow/casefiles.h"
#include "models/flow/desks.h"
#include "models/flow/outcomes.h"
#include "models/flow/teamwork.h"
#include "models/listener.h"
#include "models/scenario.h"

/* What can happen. */
enum event {
    EVENT_SLOT,      /* an interval begins; subject: the slot */
    EVENT_HANDLED,   /* an agent is done with a call and its wrap-up */
    EVENT_TALKED,    /* a caller has hung up after the talk: his phone line is free */
    EVENT_TIMER,     /* a caller's greeting or patience ends */
    EVENT_MESSAGE,   /* the message ends for a caller, or his patience before it */
    EVENT_JOIN,      /* a caller has waited until further groups join */
    EVENT_DIAL,      /* a caller dials again */
    EVENT_VISIT,     /* a visitor comes to the desk; subject: the visit */
    EVENT_VISITED,   /* an agent is done with a visitor */
    EVENT_TURN,      /* the next step of someone's day is due; subject: the worker */
    EVENT_PLANNED,   /* a caller dials, if he still means to; subject: his case file */
    EVENT_CLOSED,    /* a request is closed; subject: the case file */
    EVENT_DUE,       /* a call-back is due, if it still is; subject: the case file */
    EVENT_CALLED,    /* an agent is done with a try to call back */
    EVENT_OFFER,     /* a caller has waited until he is offered a call-back */
    EVENT_QUESTION,  /* an agent asks a colleague */
    EVENT_ALONE,     /* an agent has waited long enough for one */
    EVENT_ADVISED,   /* an agent is done with the colleague he asked */
    EVENT_HAND_OVER, /* an agent hands his call over */
    EVENT_WRAPPED,   /* and is done with his part of it */
    EVENT_GIVES_UP,  /* a caller who was handed over hangs up */
    EVENT_LAST = EVENT_GIVES_UP
};

_Static_assert(EVENT_LAST < 1 << SIM_KIND_BITS, "the calendar knows as many kinds of events");

/* At the same instant the hour changes first, then agents become free, then callers act. */
enum { RANK_SLOT, RANK_AGENT, RANK_CALLER };

/* What must come out even at the end of a replication, warm-up and run-off included. */
struct ledger {
    uint64_t dialled, closed, busy, hung_up, balked, abandoned, cut_off, answered;
    uint64_t born, done, lost, dropped, open;
    double waited_s;    /* by callers, each from the beginning to the end of his wait */
    double handled_s;   /* by callers, each from his answer to the end of his call */
    double visited_s;   /* by visitors, each from the beginning to the end of his visit */
    double desk_wait_s; /* by visitors, before it */
    uint64_t visits, visits_over;
    uint64_t left_by_offer, undeliverable; /* an attempt; a need */
    uint64_t handed_over, taken_over, left_transfer;
    double transfer_waited_s; /* by callers who were handed over */
    uint64_t requests, requests_closed, requests_open;
    uint64_t callbacks, called_reached, called_in_vain, overtaken, callbacks_open;
    double called_s;  /* by agents, on tries to call back */
    double advised_s; /* by agents who asked, each from a colleague's joining to his leaving */
    double idle_s;    /* by agents, each from the end of a call to the next */
    /* the same from the other side: areas under levels */
    double queue_s, desk_queue_s, transfer_queue_s, busy_s, present_s, scheduled_s;
    /* of people: on the phones by the floor less by themselves, within shifts and beyond,
     * beyond, all */
    double on_phones_s, work_s, overtime_s, members_s;
};

struct workplace {
    const struct sim_model *model;
    const struct scenario *scenario; /* the model's */
    struct sim_stream stream;
    struct sim_calendar calendar;
    double now;
    int slot; /* the present one */
    bool open;
    /* Short ways of plain scenarios, closed to all where somebody listens. */
    bool straight;      /* who dials now goes straight to the agents */
    bool alike;         /* all who are answered want to be helped anew */
    bool once;          /* a call is the last of its need */
    bool held_back;     /* past closing, agents stay to serve out those who wait */
    struct cell cell;   /* where the slot and the first class are counted now */
    size_t class_width; /* from the cell of one class to the next; 0 where nothing is counted */

    struct births births;
    const uint64_t *next_birth; /* key of the next, up to keys[n] */
    double next_birth_at;       /* infinite when the slot has no more */
    const struct slot *here;    /* the present slot */
    double busyness;            /* of the present day */
    struct mood mood;           /* what busyness hangs on */
    const struct mix *mix;      /* of the present day */
    const double *lines; /* of the present slot: cumulated shares, the mix's or own_lines */
    double *own_lines;   /* [n_lines] */

    struct callers callers;
    struct waiting_line *queues; /* [routing.n_queues] */
    uint32_t n_waiting;          /* message and queue */
    uint32_t n_greeting;
    struct sim_level waiting;
    int phone_lines;     /* taken, all together */
    int *phone_lines_of; /* taken, by line */

    struct floor floor;
    struct desks desks;
    struct teamwork teamwork; /* none where every call takes one agent */
    uint32_t n_first; /* who come before new calls: visitors, agents who ask, callers who
                         were handed over */
    struct workforce workforce;
    struct casefiles files; /* none where no need outlives an answer */

    struct counts counts;
    struct outcomes outcomes;
    struct sim_histogram *histograms; /* of the row that is being filled */
    struct ledger ledger;
    const struct listener *listener; /* borrowed; NULL: nobody listens */
    bool out_of_memory;
};

/* NULL when memory has run out. */
struct workplace *workplace_open(const struct sim_model *model);
void workplace_close(struct workplace *self);

/* Makes everything as before the first day; waits will go to the histograms of a row. */
void workplace_clear(struct workplace *self, const struct sim_stream *stream,
                     struct sim_histogram *histograms);

/* At the end of a slot: what was lived in it goes to its counts. */
void workplace_harvest(struct workplace *self);

/* Takes stock at the end of the run: who is still there. */
void workplace_take_stock(struct workplace *self);

static inline void ask_agent(struct workplace *w, double at, enum event kind, uint32_t a)
{
    sim_calendar_ask_firm(&w->calendar, at, RANK_AGENT, kind, a);
}

/* A caller will dial, or hang up after the talk. */
static inline void ask_firm(struct workplace *w, double at, enum event kind,
                            const struct caller *caller)
{
    sim_calendar_ask_firm(&w->calendar, at, RANK_CALLER, kind, caller->self);
}

/* Something happens to a case file; it is firm, and whoever handles it looks whether it still
 * holds: thousands of them stand far ahead, of which few are taken back. */
static inline void ask_file(struct workplace *w, double at, enum event kind,
                            const struct casefile *file)
{
    sim_calendar_ask_firm(&w->calendar, at, RANK_CALLER, kind, file->self);
}

/* Something that may be taken back. */
static inline sim_event ask_caller(struct workplace *w, double at, enum event kind,
                                   const struct caller *caller)
{
    return sim_calendar_ask(&w->calendar, at, RANK_CALLER, kind, caller->self);
}

static inline struct caller *caller_at(const struct workplace *w, uint32_t c)
{
    return &w->callers.all[c];
}

static inline const struct call_class *class_of(const struct workplace *w,
                                                const struct caller *caller)
{
    return &w->scenario->classes[caller->class];
}

/* Where what happens now is counted. */
static inline struct cell class_cell(const struct workplace *w, uint32_t class)
{
    return (struct cell){ w->cell.slot, w->cell.class + class * w->class_width };
}

static inline struct cell present_cell(const struct workplace *w, const struct caller *caller)
{
    return class_cell(w, caller->class);
}

/* The line and reason of a need, whatever line its caller has dialled. */
static inline uint32_t own_class(const struct scenario *scenario, const struct caller *caller)
{
    return scenario->strays ? caller->home : caller->class;
}

/* Counts something of a caller's present attempt. */
static inline void count(struct workplace *w, const struct caller *caller, enum count which,
                         double by)
{
    counts_add(&w->counts, caller->cell, which, by);
}

/* The same of a call that is answered: with the group of the agent. */
static inline void count_answer(const struct caller *caller, const struct agent *agent,
                                enum count which, double by)
{
    cell_add(caller->cell, agent->beyond, which, by);
}

/* For the cuts by attempt and by line and half-hour: an attempt begins, the `tries`-th since
 * the last answer; it ends unanswered; something follows from that. */
void count_begun(struct workplace *w, const struct caller *caller, uint32_t tries);
void count_unanswered(struct workplace *w, const struct caller *caller, enum count outcome);
void count_followed(struct workplace *w, const struct caller *caller, enum count which);

#endif
