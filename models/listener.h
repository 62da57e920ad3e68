/* What happens in a replication, one thing after the other, for whoever listens to it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A run has no listener unless one was given (models/centre.h). What is told is what the
 * replication lives on, at the instant at which it happens; listening changes nothing in it. */
#ifndef MODELS_LISTENER_H
#define MODELS_LISTENER_H

#include <stdbool.h>
#include <stdint.h>

/* What may be told. `value` holds what stands in brackets; instants are infinite for never. */
enum happened {
    /* the centre */
    TOLD_DAY,    /* a day begins (its busyness) */
    TOLD_OPENS,  /* */
    TOLD_CLOSES, /* */
    /* an attempt, up to its answer */
    TOLD_DIALS,      /* */
    TOLD_CLOSED,     /* hears that it is closed */
    TOLD_BUSY,       /* finds all phone lines taken */
    TOLD_GREETED,    /* the greeting begins */
    TOLD_HUNG_UP,    /* in the greeting */
    TOLD_WAITS,      /* nobody is free */
    TOLD_BALKED,     /* hung up at the waiting message (after seconds) */
    TOLD_ABANDONED,  /* (after seconds) */
    TOLD_CUT_OFF,    /* by closing; in the greeting too (after seconds) */
    TOLD_LEFT,       /* to be called back instead (after seconds) */
    TOLD_ANSWERED,   /* by an agent (after seconds) */
    TOLD_TALKED,     /* the caller hangs up; not told when it happens: see models/follow.h */
    TOLD_HANDLED,    /* the agent is done with it (since the instant) */
    TOLD_WRONG_LINE, /* by an agent: it is not this line */
    /* meanwhile */
    TOLD_ASKS,            /* an agent asks a colleague (1: none is free) */
    TOLD_ADVISES,         /* the agent joins the one of that index on the floor (his index) */
    TOLD_ADVICE_OVER,     /* the agent leaves him again (joined at the instant) */
    TOLD_ALONE,           /* the agent, whom nobody joined, goes on (after seconds) */
    TOLD_HANDS_OVER,      /* the agent hands the call over (1: nobody there is free) */
    TOLD_TAKES_OVER,      /* the agent takes it (after seconds) */
    TOLD_LEAVES_TRANSFER, /* the caller hangs up, or is cut off, before (after seconds) */
    /* what the answer comes to */
    TOLD_RESOLVED, /* at first level */
    TOLD_ORIENTED, /* */
    TOLD_STATUS,   /* how the request stands */
    TOLD_ANSWER,   /* what the request came to */
    /* what the caller will do, and how the need ends */
    TOLD_DIALS_AGAIN, /* (at the instant) */
    TOLD_CALLS_AGAIN, /* after an answer (at the instant) */
    TOLD_RESTS,       /* does not try again for the time being */
    TOLD_NEED_CLOSED,
    TOLD_NEED_LOST,          /* never reached */
    TOLD_NEED_DROPPED,       /* gave up after an earlier answer */
    TOLD_NEED_UNDELIVERABLE, /* the answer is there, and cannot be given */
    /* a request, and a call-back */
    TOLD_REQUEST_OPENED,
    TOLD_REQUEST_WORKED,   /* a professional takes it up */
    TOLD_REQUEST_CLOSED,   /* (opened at the instant) */
    TOLD_CALLBACK_DUE,     /* from now on */
    TOLD_CALLBACK_DIALS,   /* an agent calls (1: somebody picks up) */
    TOLD_CALLBACK_OVER,    /* the agent is done with it (since the instant) */
    TOLD_CALLBACK_LATER,   /* the next try (at the instant) */
    TOLD_CALLBACK_IN_VAIN, /* after the last try */
    /* an agent */
    TOLD_COMES,   /* one of a headcount */
    TOLD_GOES,    /* the same */
    TOLD_TURNS,   /* one of the people, to another duty */
    TOLD_DUE,     /* is to turn to it, after the call in hand */
    TOLD_WRAPPED, /* is done with his part of a call that was handed over (since the instant) */
    /* a visitor */
    TOLD_VISITOR,      /* comes */
    TOLD_VISIT_BEGINS, /* with an agent (after seconds) */
    TOLD_VISIT_ENDS,   /* (since the instant) */
    N_TOLD
};

/* One thing. What does not belong to it is 0, or as said. */
struct happening {
    double at;
    double value;
    uint32_t number, where; /* the address of the need; where 0: of none */
    uint32_t class;         /* line and reason: of the attempt, else of the need */
    uint32_t agent;         /* his index on the floor; UINT32_MAX: none */
    uint32_t group;         /* of the agent or visitor */
    uint32_t attempts;      /* of the need, up to now */
    uint32_t tries;         /* since its last answer; of a call-back, its own */
    uint32_t module;        /* of a training: 1 + its index; 0: of none */
    uint32_t n_waiting;     /* callers, from now on */
    uint32_t n_visitors;    /* who wait, from now on */
    double aside_s;         /* of a call that was handled: what has no wrap-up */
    int cohort;             /* the slot in which the attempt is counted; -1: none */
    uint8_t what;           /* enum happened */
    uint8_t duty;           /* enum duty */
    uint8_t dialled;        /* enum dialled */
    bool again, asks;       /* the attempt follows an answer; and asks how a request stands */
};

struct listener {
    void (*hear)(void *self, const struct happening *happening);
    void *self;
};

#endif
