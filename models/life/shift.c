/* What the hour changes: opening and closing, who is there, the births of an interval.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/shift.h"

#include "models/life/attempt.h"
#include "models/life/call.h"
#include "models/life/callback.h"
#include "models/life/desk.h"
#include "models/life/hand_over.h"
#include "models/life/pace.h"
#include "models/life/request.h"
#include "models/life/tell.h"
#include "models/life/turn.h"

#include <math.h>

/* One of a headcount comes in, or goes. */
static void on_come(void *workplace, uint32_t a)
{
    tell_agent(workplace, TOLD_COMES, a, DUTY_PHONES);
    on_joined(workplace, a);
}

static void on_gone(void *workplace, uint32_t a)
{
    tell_agent(workplace, TOLD_GOES, a, DUTY_HOME);
}

/* Of headcounts, those who are free go, or come, to the number of the present slot; a rise
 * serves waiting calls at once, a drop lets busy agents finish theirs. */
static void change_staff(struct workplace *w)
{
    const size_t n = w->scenario->groups.n;
    const bool were_held_back = w->held_back;
    w->held_back = false;
    for (uint32_t t = 0; t < n; t++) {
        if (w->scenario->roster.crews[t].n) continue;
        const int target = w->scenario->staffing[(size_t)w->slot * n + t];
        floor_send(&w->floor, t, target, w->now, on_gone, w);
        floor_bring(&w->floor, t, target, w->now, on_come, w);
    }
    if (were_held_back) turn_release(w);
}

static bool anybody_waits(const struct workplace *w)
{
    return w->n_waiting + w->n_greeting + w->teamwork.n_handed_over > 0;
}

void release_held_back(struct workplace *w)
{
    if (!anybody_waits(w)) change_staff(w);
}

/* A caller in the greeting has not begun to wait. */
static void cut_off_greeted(struct workplace *w, struct caller *caller)
{
    sim_calendar_cancel(&w->calendar, caller->timer);
    w->n_greeting--;
    tell_caller(w, caller, TOLD_CUT_OFF, 0.0);
    count(w, caller, N_CUT_OFF, 1.0);
    w->ledger.cut_off++;
    fail(w, caller, CAUSE_CUT_OFF);
}

static void cut_off_all(struct workplace *w)
{
    for (uint32_t c = 0; c < w->callers.used; c++) {
        struct caller *caller = caller_at(w, c);
        if (caller->state == CALLER_GREETING)
            cut_off_greeted(w, caller);
        else if (caller->state == CALLER_MESSAGE || caller->state == CALLER_QUEUED)
            leave_unanswered(w, caller, N_CUT_OFF, &w->ledger.cut_off, CAUSE_CUT_OFF);
        else if (caller->state == CALLER_HANDED_OVER)
            leave_hand_over(w, caller);
    }
}

/* Those who still wait at closing are cut off, served out by those present, or stay. */
static void on_closing(struct workplace *w)
{
    tell_centre(w, TOLD_CLOSES, 0.0);
    if (w->scenario->at_closing == CLOSING_CUT) cut_off_all(w);
    if (w->scenario->at_closing == CLOSING_SERVE) w->held_back = anybody_waits(w);
}

static void on_day(struct workplace *w, const struct day *day)
{
    begin_day(w, day);
    tell_centre(w, TOLD_DAY, w->busyness);
    if (!(day->open_s > 0.0)) return;
    w->cell.slot[N_DAYS] += 1.0;
    w->cell.slot[X_BUSYNESS] += w->busyness;
}

/* From now on things are counted in this slot, or, where it is not counted, in the last cells.
 */
static void count_in_slot(struct workplace *w, int s, bool counted)
{
    const struct counts *counts = &w->counts;
    w->cell = counts_cell(counts, counted ? (size_t)s : counts->n_slots,
                          counted ? 0 : counts->n_classes);
    w->class_width = counted ? (counts->n_groups + 1) * N_COUNTS : 0;
}

SIM_ASIDE void on_slot(struct workplace *w, int s)
{
    const struct hours *hours = &w->scenario->hours;
    const struct slot *slot = &hours->slots[s];
    const struct day *day = &hours->days[slot->day];
    const bool was_open = w->open;
    const bool was_counted = w->slot >= 0 && hours->slots[w->slot].counted;
    workplace_harvest(w);
    if (was_counted && !slot->counted) stock_requests(w, N_REQUESTS_AT_END);
    w->slot = s;
    w->here = slot;
    count_in_slot(w, s, slot->counted);
    if (!was_counted && slot->counted) stock_requests(w, N_REQUESTS_CARRIED_IN);
    if (s == day->first_slot) on_day(w, day);
    w->open = slot->open;
    w->straight = w->open && w->scenario->straight_to_agents && !w->listener;
    if (w->open && !was_open) tell_centre(w, TOLD_OPENS, 0.0);
    if (was_open && !slot->open) on_closing(w);
    if (!w->held_back || slot->open) change_staff(w);
    if (s == day->first_slot) turn_day(w, slot->day);
    if (w->files.n_due) serve_callbacks(w);
    bear(w, slot);
    if (w->scenario->visited) draw_visits(w, slot);
    if (s + 1 < hours->n_slots)
        sim_calendar_ask_firm(&w->calendar, slot->end_at, RANK_SLOT, EVENT_SLOT,
                              (uint32_t)s + 1);
}
