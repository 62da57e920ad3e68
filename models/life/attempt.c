/* How a wait, an attempt and a need end without an answer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/attempt.h"

#include "models/life/request.h"
#include "models/life/tell.h"

#include <math.h>

void dial_again(struct workplace *w, struct caller *caller, double at, bool beyond)
{
    caller->again = false;
    if (caller->file != NOBODY) {
        on_filed_failure(w, caller, at, beyond);
        return;
    }
    if (at < INFINITY || beyond)
        tell_caller(w, caller, TOLD_DIALS_AGAIN, beyond ? w->scenario->hours.end_at : at);
    if (at < INFINITY) {
        caller->state = CALLER_AWAY;
        ask_firm(w, at, EVENT_DIAL, caller);
    } else if (beyond) {
        end_need(w, caller, caller->answers ? N_NEEDS_OPEN : N_NEEDS_OPEN_UNREACHED,
                 &w->ledger.open);
    } else if (caller->answers == 0) {
        tell_caller(w, caller, TOLD_NEED_LOST, 0.0);
        end_need(w, caller, N_NEEDS_LOST, &w->ledger.lost);
    } else {
        tell_caller(w, caller, TOLD_NEED_DROPPED, 0.0);
        end_need(w, caller, N_NEEDS_DROPPED, &w->ledger.dropped);
    }
}

static const enum count outcome_of[N_CAUSES] = {
    [CAUSE_CLOSED] = N_TURNED_CLOSED, [CAUSE_BUSY] = N_TURNED_BUSY,
    [CAUSE_HUNG_UP] = N_HUNG_UP,      [CAUSE_BALKED] = N_BALKED,
    [CAUSE_ABANDONED] = N_ABANDONED,  [CAUSE_CUT_OFF] = N_CUT_OFF,
};

static inline double next_dial(const struct workplace *w, const struct caller *caller,
                               enum cause cause, bool *beyond)
{
    const struct moment moment = moment_of(w);
    return redial_at(&w->scenario->redial, &moment, cause, &w->stream,
                     caller_place(caller, 0, caller->attempts), caller->tries, beyond);
}

void redial(struct workplace *w, struct caller *caller, enum cause cause)
{
    bool beyond;
    const double at = next_dial(w, caller, cause, &beyond);
    dial_again(w, caller, at, beyond);
}

SIM_ASIDE void fail(struct workplace *w, struct caller *caller, enum cause cause)
{
    bool beyond;
    free_line(w, caller);
    const double at = next_dial(w, caller, cause, &beyond);
    count_unanswered(w, caller, outcome_of[cause]);
    count_followed(w, caller, at < INFINITY || beyond ? N_REDIALLED : N_GIVEN_UP);
    dial_again(w, caller, at, beyond);
}

double wait_ends(struct workplace *w, const struct caller *caller, int which)
{
    const double waited = w->now - caller->since;
    w->n_waiting--;
    w->ledger.waited_s += waited;
    sim_level_step(&w->waiting, w->now, -1.0);
    if (waited > 60.0) {
        count(w, caller, N_OVER_60_S, 1.0);
        if (waited > 120.0) count(w, caller, N_OVER_120_S, 1.0);
        if (waited > 300.0) count(w, caller, N_OVER_300_S, 1.0);
    }
    if (!counts_is_counted(&w->counts, caller->cell)) return waited;
    if (waited > 0.0)
        sim_histogram_add(&w->histograms[which], waited);
    else
        w->histograms[which].zeroes++;
    return waited;
}

void leave_queue(struct workplace *w, struct caller *caller)
{
    if (caller->state == CALLER_QUEUED)
        waiting_leave(&w->queues[class_of(w, caller)->queue], &w->callers, caller);
    if (caller->timer) sim_calendar_cancel(&w->calendar, caller->timer);
    if (caller->overflow) sim_calendar_cancel(&w->calendar, caller->overflow);
    caller->timer = caller->overflow = 0;
}

void abandon(struct workplace *w, struct caller *caller)
{
    const struct service_level *threshold = &w->scenario->service_level;
    leave_queue(w, caller);
    const double waited = wait_ends(w, caller, WAITS_LEFT);
    count(w, caller, N_ABANDONED, 1.0);
    count(w, caller, S_WAIT_ABANDONED, waited);
    if (waited <= threshold->within_s) count(w, caller, N_ABANDONED_WITHIN, 1.0);
    if (waited < threshold->short_s) count(w, caller, N_ABANDONED_SHORT, 1.0);
    w->ledger.abandoned++;
    tell_caller(w, caller, TOLD_ABANDONED, waited);
    fail(w, caller, CAUSE_ABANDONED);
}

void leave_unanswered(struct workplace *w, struct caller *caller, enum count which,
                      uint64_t *book, enum cause cause)
{
    leave_queue(w, caller);
    const double waited = wait_ends(w, caller, WAITS_LEFT);
    count(w, caller, which, 1.0);
    count(w, caller, S_WAIT_OTHERS, waited);
    if (which == N_BALKED && waited <= w->scenario->service_level.within_s)
        count(w, caller, N_ABANDONED_WITHIN, 1.0);
    (*book)++;
    tell_caller(w, caller, cause == CAUSE_BALKED ? TOLD_BALKED : TOLD_CUT_OFF, waited);
    fail(w, caller, cause);
}
