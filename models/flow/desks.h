/* Desks: the visitors of each group, from their coming to the end of their visit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pool of records, addressed by index, reused when a visit ends. The queue at each desk is
 * linked through it. A scenario without visitors has no desks: all is zero. */
#ifndef MODELS_FLOW_DESKS_H
#define MODELS_FLOW_DESKS_H

#include "sim/level.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum visit_state {
    VISIT_OVER,   /* the record is free */
    VISIT_COMING, /* on the way */
    VISIT_WAITING,
    VISIT_HELD /* holds an agent */
};

struct visit {
    double since; /* start of the wait, of the visit */
    double length_s;
    double *slot, *group; /* the counters of when and where he came; group NULL: not counted */
    uint32_t desk;        /* the group */
    uint32_t next;        /* in the queue; also links free records */
    uint8_t state;        /* enum visit_state */
};

struct desk {
    uint32_t first, last; /* the queue */
    struct sim_level waiting, held;
};

struct desks {
    struct desk *all; /* [n], by group */
    size_t n;
    struct visit *visits;
    size_t capacity;
    uint32_t used; /* records ever used */
    uint32_t free;
    uint32_t n_waiting; /* at all desks */
};

bool desks_open(struct desks *self, size_t n);
void desks_close(struct desks *self);

/* Nobody is there; memory is kept. */
void desks_clear(struct desks *self);

/* The index of a record, of a visitor on the way to a desk; NOBODY when memory has run out. It
 * may move the others. */
uint32_t desks_take(struct desks *self, uint32_t desk, double length_s);
void desks_give_back(struct desks *self, uint32_t visit);

/* A visitor joins the queue at his desk; the first one leaves it, and is returned. */
void desk_join(struct desks *self, uint32_t visit, double now);
uint32_t desk_leave(struct desks *self, uint32_t desk, double now);

#endif
