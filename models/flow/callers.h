/* Callers: a need from its first dialling to its end, and the queues they stand in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pool of records, addressed by index, reused when a need ends. Queues are linked through it.
 */
#ifndef MODELS_FLOW_CALLERS_H
#define MODELS_FLOW_CALLERS_H

#include "models/demand/births.h"
#include "models/flow/counts.h"
#include "models/staff/floor.h"

enum caller_state {
    CALLER_GONE,     /* the record is free */
    CALLER_AWAY,     /* between two attempts */
    CALLER_GREETING, /* hears the greeting */
    CALLER_MESSAGE,  /* hears the waiting message; is waiting */
    CALLER_QUEUED,
    CALLER_TALKING,
    CALLER_CALLED,     /* talks to an agent who called back */
    CALLER_HANDED_OVER /* waits for a second agent */
};

/* Whose line the present attempt goes to. */
enum dialled {
    DIALLED_HOME,  /* his own */
    DIALLED_OTHER, /* another, where he is helped too */
    DIALLED_WRONG, /* another by mistake */
    DIALLED_TOLD   /* he has been told of it, and is away */
};

/* What all calls touch comes first, in one cache line; the rest is for those who wait, and good
 * only from then on. */
struct caller {
    uint32_t self;          /* its index in the pool */
    uint32_t number, where; /* the address: number and slot of birth */
    uint32_t class;         /* line dialled and reason together */
    struct birth birth;
    struct cell cell;                  /* where this attempt is counted */
    struct cell born;                  /* where the need is counted */
    double since;                      /* start of the greeting, of the wait, of the talk */
    uint32_t attempts, answers, tries; /* tries: since the last answer */
    uint8_t state;                     /* enum caller_state */
    bool holds_line;                   /* takes up a phone line */
    bool again;                        /* this attempt follows an answer */
    uint8_t dialled;                   /* enum dialled */
    bool asks;                         /* calls to ask how a request stands */
    uint32_t home;                     /* own line and reason; where lines may differ */
    uint32_t next;                     /* in the queue; also links free records */
    uint32_t previous;
    sim_event timer;    /* hanging up, the end of the greeting or of the message */
    sim_event overflow; /* when further groups join */
    double deadline;    /* when patience ends */
    double born_at;     /* of the need: its first dialling */
    uint32_t file;      /* its case file; NOBODY: none */
    uint32_t handed_to; /* the group whose second agent he waits for */
};

struct callers {
    struct caller *all;
    size_t capacity;
    uint32_t used; /* records ever used */
    uint32_t free; /* NOBODY: none */
};

struct waiting_line {
    uint32_t first, last;
};

static inline struct sim_place caller_place(const struct caller *self, uint32_t purpose,
                                            uint32_t draw)
{
    return (struct sim_place){ self->number, self->where, purpose, draw };
}

/* Makes room for one more; false when memory has run out. */
bool callers_grow(struct callers *self);

/* Everybody is gone; memory is kept. */
static inline void callers_clear(struct callers *self)
{
    self->used = 0;
    self->free = NOBODY;
}

/* A record, of whose content only `self` is good; NULL when memory has run out. It may move the
 * others: pointers to them are no longer good. */
static inline struct caller *callers_take(struct callers *self)
{
    uint32_t c = self->free;
    if (c != NOBODY) {
        self->free = self->all[c].next;
    } else {
        if (self->used == self->capacity && !callers_grow(self)) return NULL;
        c = self->used++;
        self->all[c].self = c;
    }
    return &self->all[c];
}

/* A need as it is born, before its first attempt. */
static inline void caller_init(struct caller *self, uint32_t number, uint32_t where,
                               struct birth birth)
{
    self->number = number;
    self->where = where;
    self->class = 0;
    self->birth = birth;
    self->attempts = self->answers = self->tries = 0;
    self->state = CALLER_AWAY; /* with the next three, one word */
    self->holds_line = self->again = self->asks = false;
    self->file = NOBODY;
    self->dialled = DIALLED_HOME;
}

static inline void callers_give_back(struct callers *self, struct caller *caller)
{
    caller->state = CALLER_GONE;
    caller->next = self->free;
    self->free = caller->self;
}

/* At the end of a queue. */
static inline void waiting_join(struct waiting_line *line, struct callers *callers,
                                struct caller *caller)
{
    caller->next = NOBODY;
    caller->previous = line->last;
    if (line->last == NOBODY)
        line->first = caller->self;
    else
        callers->all[line->last].next = caller->self;
    line->last = caller->self;
}

/* From wherever in it. */
static inline void waiting_leave(struct waiting_line *line, struct callers *callers,
                                 const struct caller *caller)
{
    if (caller->previous == NOBODY)
        line->first = caller->next;
    else
        callers->all[caller->previous].next = caller->next;
    if (caller->next == NOBODY)
        line->last = caller->previous;
    else
        callers->all[caller->next].previous = caller->previous;
}

#endif
