/* What random numbers are drawn for: the middle part of every address.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Callers are addressed by the slot they were born in and their number there, days by their
 * date, agents by a number of their own. A new purpose takes a new number; none is ever given
 * twice, so that scenarios of different versions still see the same people. */
#ifndef MODELS_DEMAND_PURPOSE_H
#define MODELS_DEMAND_PURPOSE_H

enum purpose {
    PURPOSE_BIRTH,    /* height, time, patience of attempt 1, handling of answer 1: most calls
                         need no other block */
    PURPOSE_CALL,     /* by ordinal n: patience of attempt n, handling of answer n (n > 1),
                         balking at attempt n, calling again after answer n */
    PURPOSE_KIND,     /* line, reason */
    PURPOSE_REDIAL,   /* by attempt: whether, how (soon or later), the delay, the time of day */
    PURPOSE_AGAIN,    /* by answer: the delay, the time of day */
    PURPOSE_TRAIT,    /* a caller's own patience */
    PURPOSE_BUSYNESS, /* of a day */
    PURPOSE_PICK,     /* by attempt: which of several free agents */
    PURPOSE_LINE,     /* by attempt: his own line or another */
    PURPOSE_TOLD,     /* by attempt on a wrong line: the call's length, dialling again, when */
    PURPOSE_VISIT,    /* of a visitor (number in his slot) to a group: height, time, length */
    PURPOSE_OUTCOME,  /* by answer: resolved or not, with a request or without */
    PURPOSE_INTERVAL, /* by interval and line: its busyness */
    /* by agent and date */
    PURPOSE_LEAVE,          /* whether a spell begins, whether of a single day, its length */
    PURPOSE_ABSENCE,        /* the same */
    PURPOSE_LATE,           /* whether, by how much */
    PURPOSE_BREAK,          /* by break: when */
    PURPOSE_OFF_PHONE,      /* by turn: until the next block, its length */
    PURPOSE_REQUEST,        /* of a need: called back, its delay or work, the time of day */
    PURPOSE_STATUS,         /* by draw: when the caller asks how his request stands */
    PURPOSE_CALLBACK,       /* by try: picked up, its length, the time of the next try */
    PURPOSE_OFFER,          /* by attempt: accepted */
    PURPOSE_CONSULTATION,   /* by answer: whether, at what part of the talk, its length */
    PURPOSE_TRANSFER,       /* by answer: whether, the first agent's part, patience after it */
    PURPOSE_POINT = 253,    /* of a sample of inputs: the seed of a point */
    PURPOSE_SAMPLE = 254,   /* by point and input: where in its range */
    PURPOSE_RESAMPLE = 255, /* of none of these: replications drawn anew, for an interval */
};

/* Lanes of PURPOSE_BIRTH, PURPOSE_CALL and PURPOSE_KIND. */
enum { LANE_HEIGHT, LANE_INSTANT, LANE_FIRST_PATIENCE, LANE_FIRST_HANDLING };
enum { LANE_PATIENCE, LANE_HANDLING, LANE_BALKING, LANE_AGAIN };
enum { LANE_LINE, LANE_REASON };

/* Lanes of PURPOSE_OUTCOME, and of PURPOSE_STATUS. */
enum { LANE_RESOLVED, LANE_OPENED };
enum { LANE_DAYS, LANE_DAY_TIME, LANE_MORE_DAYS, LANE_MORE_TIME };

/* Lanes of PURPOSE_REDIAL, PURPOSE_AGAIN, PURPOSE_REQUEST, PURPOSE_CALLBACK, PURPOSE_OFFER,
 * PURPOSE_CONSULTATION and PURPOSE_TRANSFER. */
enum { LANE_WHETHER, LANE_WHEN, LANE_DELAY, LANE_TIME };

/* Lanes of PURPOSE_LINE, and of PURPOSE_TOLD, whose first and last two are as for a redial. */
enum { LANE_WRONG, LANE_WRONG_WHICH, LANE_OTHER, LANE_OTHER_WHICH };
enum { LANE_LENGTH = LANE_WHEN };

/* Lanes of PURPOSE_VISIT: the first two as for a birth. */
enum { LANE_VISIT = LANE_INSTANT + 1 };

#endif
