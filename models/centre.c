/* One replication: the life of a contact centre, event by event.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A call lives through models/life in this order: dial (born, dialled, greeted, waiting), match
 * (who answers whom), call (answered, handled), consult and hand_over (with a second agent),
 * outcome (what the answer comes to), request and callback (what follows of it), attempt (how
 * it ends without an answer); shift is what the hour changes around it, turn who of the people
 * comes and goes, desk who comes in by the door. Each handler does one thing to one caller or
 * agent, asks the calendar for what follows, and counts. */
#include "models/centre.h"

#include "models/life/axes.h"
#include "models/life/balance.h"
#include "models/life/call.h"
#include "models/life/callback.h"
#include "models/life/consult.h"
#include "models/life/cuts.h"
#include "models/life/desk.h"
#include "models/life/dial.h"
#include "models/life/hand_over.h"
#include "models/life/request.h"
#include "models/life/shift.h"
#include "models/life/turn.h"

/* An event of one case file. */
static void happen_to_file(struct workplace *w, enum event event, uint32_t f)
{
    if (event == EVENT_PLANNED)
        on_planned(w, f);
    else if (event == EVENT_CLOSED)
        on_closed(w, f);
    else
        on_due(w, f);
}

/* In calls that take more than one agent. */
SIM_ASIDE static void happen_between_agents(struct workplace *w, struct sim_due due)
{
    switch ((enum event)due.kind) {
    case EVENT_QUESTION:
        on_question(w, due.subject);
        break;
    case EVENT_ALONE:
        on_alone(w, due.subject);
        break;
    case EVENT_ADVISED:
        on_advised(w, due.subject);
        break;
    case EVENT_HAND_OVER:
        on_hand_over(w, due.subject);
        break;
    case EVENT_WRAPPED:
        on_wrapped(w, due.subject);
        break;
    case EVENT_GIVES_UP:
        on_gives_up(w, caller_at(w, due.subject));
        break;
    default:
        break;
    }
}

static void happen(struct workplace *w, struct sim_due due)
{
    if (due.kind == EVENT_HANDLED) { /* most often */
        on_handled(w, due.subject);
        return;
    }
    switch ((enum event)due.kind) {
    case EVENT_HANDLED:
        break;
    case EVENT_TIMER:
        on_timer(w, caller_at(w, due.subject));
        break;
    case EVENT_MESSAGE:
        on_message(w, caller_at(w, due.subject));
        break;
    case EVENT_DIAL:
        on_dial(w, caller_at(w, due.subject));
        break;
    case EVENT_TALKED:
        on_talked(w, caller_at(w, due.subject));
        break;
    case EVENT_JOIN:
        on_join(w, caller_at(w, due.subject));
        break;
    case EVENT_TURN:
        on_turn(w, due.subject);
        break;
    case EVENT_SLOT:
        on_slot(w, (int)due.subject);
        break;
    case EVENT_VISIT:
        on_visit(w, due.subject);
        break;
    case EVENT_VISITED:
        on_visited(w, due.subject);
        break;
    case EVENT_PLANNED:
    case EVENT_CLOSED:
    case EVENT_DUE:
        happen_to_file(w, (enum event)due.kind, due.subject);
        break;
    case EVENT_CALLED:
        on_called(w, due.subject);
        break;
    case EVENT_OFFER:
        on_offer(w, caller_at(w, due.subject));
        break;
    case EVENT_QUESTION:
    case EVENT_ALONE:
    case EVENT_ADVISED:
    case EVENT_HAND_OVER:
    case EVENT_WRAPPED:
    case EVENT_GIVES_UP:
        happen_between_agents(w, due);
        break;
    }
}

/* Births are known in order and come from their array, everything else from the calendar, which
 * always holds the next slot until the last. */
static void run(struct workplace *w)
{
    const double end_at = w->scenario->hours.end_at;
    sim_calendar_ask_firm(&w->calendar, 0.0, RANK_SLOT, EVENT_SLOT, 0);
    for (;;) {
        if (sim_calendar_is_after(&w->calendar, w->next_birth_at)) {
            on_birth(w);
            continue;
        }
        if (sim_calendar_next_at(&w->calendar) >= end_at || w->out_of_memory) break;
        happen(w, sim_calendar_take(&w->calendar, &w->now));
        if (w->held_back) release_held_back(w);
    }
    w->now = end_at;
}

static bool replicate(void *workplace, const struct sim_stream *stream, struct sim_row *row,
                      struct sim_faults *faults)
{
    struct workplace *w = workplace;
    workplace_clear(w, stream, row->histograms);
    run(w);
    if (w->out_of_memory || w->calendar.out_of_memory) return sim_faults_memory(faults);
    workplace_harvest(w);
    workplace_take_stock(w);
    if (!balance_holds(w, faults)) return false;
    cuts_fill(w, row);
    return true;
}

static void *open_workplace(const struct sim_model *model)
{
    return workplace_open(model);
}

void centre_listen(void *workplace, const struct listener *listener)
{
    ((struct workplace *)workplace)->listener = listener;
}

static void close_workplace(void *workplace)
{
    workplace_close(workplace);
}

bool centre_model(struct sim_model *model, const struct scenario *scenario,
                  struct centre_detail detail, struct sim_arena *arena,
                  struct sim_faults *faults)
{
    *model =
        (struct sim_model){ .n_axes = N_AXES,
                            .n_spreads = detail.figures ? (size_t)scenario->hours.n_parts : 0,
                            .scenario = scenario,
                            .open = open_workplace,
                            .close = close_workplace,
                            .replicate = replicate };
    model->measures = counts_measures(scenario->features, &model->n_measures, arena);
    model->axes = axes_of(scenario, detail, arena);
    return model->measures && model->axes ? true : sim_faults_memory(faults);
}
