/* Teamwork: agents who work on one call together, one after the other or side by side.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of an agent while his call is more than one talk with one caller: those who wait
 * for a colleague are linked, the longest waiting first; so are callers who were handed over. A
 * scenario without such calls has none of it: all is zero. */
#ifndef MODELS_FLOW_TEAMWORK_H
#define MODELS_FLOW_TEAMWORK_H

#include "models/flow/callers.h"

enum part_state {
    PART_PLAIN,   /* nothing but the call, as far as is known */
    PART_ASKING,  /* waits for a colleague */
    PART_ADVISED, /* a colleague is with him */
    PART_WRAPPING /* has handed the call over */
};

/* An agent's part in the present call. */
struct part {
    double talk_s, all_s; /* of the call after a consultation: talk; talk and wrap-up */
    double aside_s;       /* of his time until now, what has no wrap-up of its own */
    double since;       /* of the wait for a colleague, of the consultation; of a call that was
                           handed over */
    uint32_t colleague; /* who is with him */
    uint32_t next, previous; /* among those who wait for one */
    sim_event patience;      /* when he goes on alone */
    uint8_t state;           /* enum part_state */
    bool was_advised;        /* a colleague has joined */
};

struct teamwork {
    struct part *parts; /* [n_agents], owned */
    size_t n_agents;
    uint32_t first, last; /* agents who wait for a colleague; NOBODY: none */
    uint32_t n_asking;
    struct sim_level *advising; /* agents who are with a colleague: [n_groups], owned */
    size_t n_groups;
    struct waiting_line
        *handed_over; /* callers who wait for a second agent: [n_groups], owned */
    uint32_t n_handed_over;
    struct sim_level waiting; /* they */
};

/* False when memory has run out. */
bool teamwork_open(struct teamwork *self, size_t n_agents, size_t n_groups);
void teamwork_close(struct teamwork *self);

/* Nobody works with anybody. */
void teamwork_clear(struct teamwork *self);

/* An agent waits for a colleague from now on; and no longer. */
void teamwork_ask(struct teamwork *self, uint32_t agent);
void teamwork_ask_no_more(struct teamwork *self, uint32_t agent);

#endif
