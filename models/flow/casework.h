/* What becomes of needs that an answer does not resolve: requests to field professionals, and
 * the call-backs that bring their answers; call-backs offered instead of waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_FLOW_CASEWORK_H
#define MODELS_FLOW_CASEWORK_H

#include "models/demand/redial.h"

/* As written: requests. */
struct requests {
    double p_opened; /* of needs oriented */
    bool tracing;    /* the centre sees how they stand, and hears their answers */
    struct sim_law
        delay;         /* from opening to closing, a day of it an open day; without a queue */
    int professionals; /* of each line, who work them one by one; 0: no queue */
    struct sim_list hours;    /* of struct opening: theirs; empty: the centre's */
    struct sim_law work_time; /* of one request */
    double p_status;          /* each open day of an open request: a call to ask */
    double status_length_s;   /* mean */
    double p_called_back;     /* of those closed and traced */
};

/* As written: outbound. What the centre's agents dial themselves. */
struct outbound {
    double length_s;     /* mean, of a call-back that gives an answer */
    double unanswered_s; /* of one that nobody picks up */
    double p_picked_up;
    int tries;
    int reserve;      /* agents of the group who must be free besides */
    bool when_closed; /* by those on the phones while the centre is closed */
};

/* As written: callback_offer. */
struct callback_offer {
    double p_accept; /* 0: none is made */
    double after_s;  /* of waiting */
    double p_picked_up;
    int tries;
};

extern const struct sim_fields requests_fields, outbound_fields, callback_offer_fields;

bool requests_check(struct requests *self, double interval_s, struct sim_arena *arena,
                    struct sim_faults *faults);

/* Seconds of the professionals' hours before each slot, and before the end: [n_slots + 1], in
 * the arena; NULL when memory has run out. */
double *requests_worked(const struct requests *self, const struct hours_rules *rules,
                        const struct hours *hours, struct sim_arena *arena);

/* When work that begins now, and rests outside the professionals' hours, is done; infinite
 * beyond the horizon's end. */
double requests_worked_until(const double *worked_s, const struct moment *moment,
                             double work_s);

/* The same draw gives the same caller's request its delay, or its work. */
double requests_law_s(const struct sim_law *law, const struct sim_stream *stream,
                      struct sim_place caller);

/* When a request opened now is closed, where there is no queue; `beyond` as for a redial. */
double requests_closed_at(const struct requests *self, double spread_s,
                          const struct moment *moment, const struct sim_stream *stream,
                          struct sim_place caller, bool *beyond);

/* Will the centre call its caller back? */
bool requests_called_back(const struct requests *self, const struct sim_stream *stream,
                          struct sim_place caller);

/* When the caller next asks how it stands: each open day with the same chance, at a time of its
 * profile, from today or, where he has just called, from the next day on. caller.draw counts
 * these draws. Infinite when never; `beyond` as for a redial. */
double requests_asked_at(const struct requests *self, const struct moment *moment, bool today,
                         const struct sim_stream *stream, struct sim_place caller,
                         bool *beyond);

/* When the next try of a call-back that nobody picked up is due: in the next opening. */
double outbound_again_at(const struct moment *moment, const struct sim_stream *stream,
                         struct sim_place caller, bool *beyond);

#endif
