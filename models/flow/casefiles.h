/* Case files: what the centre keeps of a need between its calls: its request, its call-back.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pool of records, addressed by index, reused when both are over. Call-backs that are due,
 * and requests that wait for a professional, stand in queues linked through it. */
#ifndef MODELS_FLOW_CASEFILES_H
#define MODELS_FLOW_CASEFILES_H

#include "sim/calendar.h"
#include "sim/level.h"

enum request_state {
    REQUEST_NONE,
    REQUEST_OPEN,
    REQUEST_ANSWERED, /* closed; the centre has the answer, the caller not yet */
    REQUEST_TOLD      /* the caller has it, and is on the line still */
};

enum callback_state {
    CALLBACK_NONE,
    CALLBACK_LATER,    /* the next try is due some day */
    CALLBACK_DUE,      /* waits for an agent */
    CALLBACK_DIALLED,  /* an agent is on it */
    CALLBACK_GIVEN_UP, /* after the last try */
    FILE_FREE          /* the record is nobody's */
};

struct casefile {
    uint32_t self;
    uint32_t caller;         /* NOBODY: the need is over, its request is not */
    uint32_t class;          /* own line and reason of the need */
    uint32_t number, where;  /* its address */
    uint32_t queue;          /* of calls, whose agents call back */
    uint32_t next, previous; /* among call-backs due; next also links free records */
    uint32_t next_request;   /* among those that wait for a professional */
    double call_at;          /* when the caller means to dial; infinite: he does not */
    double opened_at;        /* the request */
    double work_s;           /* of a professional at it */
    double since;            /* of the next try: its instant, then its place among those due;
                                of one in hand: its start */
    uint16_t asked;          /* draws of when the caller asks */
    uint16_t tries;
    uint8_t request;  /* enum request_state */
    uint8_t callback; /* enum callback_state */
    bool begun;       /* a call-back that is counted and not over */
    bool offered;     /* it was offered instead of waiting */
    bool picked_up;   /* of the try in hand */
};

/* Of one queue of calls: the call-backs due, by their instant. */
struct due_list {
    uint32_t first, last;
};

/* The field professionals of one line. */
struct bureau {
    int n_free;
    uint32_t first, last; /* requests that wait */
};

struct casefiles {
    struct casefile *all;
    size_t capacity;
    uint32_t used; /* records ever used */
    uint32_t free;
    struct due_list *due; /* [n_queues] */
    uint32_t n_due;       /* in all lists */
    size_t n_queues;
    struct bureau *bureaus; /* [n_lines] */
    size_t n_lines;
    struct sim_level *calling; /* agents at call-backs: [n_groups] */
    size_t n_groups;
};

bool casefiles_open(struct casefiles *self, size_t n_queues, size_t n_lines, size_t n_groups);
void casefiles_close(struct casefiles *self);

/* Nothing is under way, and no professional is there yet; memory is kept. */
void casefiles_clear(struct casefiles *self);

/* A record of a need without a request; NULL when memory has run out. It may move the others.
 */
struct casefile *casefiles_take(struct casefiles *self, uint32_t caller, uint32_t class);
void casefiles_give_back(struct casefiles *self, struct casefile *file);

/* Among the call-backs due of its queue, by file->since; and out again. */
void due_join(struct casefiles *self, struct casefile *file);
void due_leave(struct casefiles *self, struct casefile *file);

/* A request waits for a professional of the line; the next one no longer does, NULL: none. */
void bureau_join(struct casefiles *self, size_t line, struct casefile *file);
struct casefile *bureau_leave(struct casefiles *self, size_t line);

#endif
