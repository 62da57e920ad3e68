/* What an answer comes to: resolved at first level or oriented, and who calls again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/outcome.h"

#include "models/demand/purpose.h"
#include "models/life/attempt.h"
#include "models/life/call.h"

#include <math.h>

static double day_of(double at)
{
    return floor(at / 86400.0);
}

SIM_ASIDE void first_answer(struct workplace *w, const struct caller *caller)
{
    if (caller->answers > 0 || caller->dialled == DIALLED_WRONG) return;
    counts_add(&w->counts, caller->born, S_TO_FIRST_ANSWER, w->now - caller->born_at);
    if (day_of(w->now) == day_of(caller->born_at))
        counts_add(&w->counts, caller->born, N_REACHED_SAME_DAY, 1.0);
}

/* Does the caller call again some day, by that chance? Then all that follows is done. */
static bool calls_again(struct workplace *w, struct caller *caller, double p_again)
{
    const struct again *again = &w->scenario->again;
    const struct sim_draw draw = call_draw(w, caller, caller->answers, LANE_AGAIN);
    if (sim_uniform(draw.word) >= p_again) return false;
    const struct moment moment = moment_of(w);
    bool beyond;
    const double at = again_at(again, &w->scenario->redial, &moment, &w->stream,
                               caller_place(caller, 0, caller->answers), &beyond);
    if (beyond) {
        end_need(w, caller, N_NEEDS_OPEN, &w->ledger.open);
        return true;
    }
    caller->state = CALLER_AWAY;
    caller->again = true;
    ask_firm(w, at, EVENT_DIAL, caller);
    return true;
}

/* One number a need and answer against the chance: a better chance resolves the same people,
 * and more. */
static bool is_resolved(const struct workplace *w, const struct caller *caller,
                        const struct agent *agent)
{
    const struct sim_place place = caller_place(caller, PURPOSE_OUTCOME, caller->answers);
    const double p = agent->abilities[class_of(w, caller)->reason].p_resolved;
    if (p >= 1.0) return true;
    return sim_uniform(sim_stream_block(&w->stream, place, 0).word[LANE_RESOLVED]) < p;
}

/* The caller has what he wanted. */
static void close_need(struct workplace *w, struct caller *caller)
{
    counts_add(&w->counts, caller->born, S_TO_CLOSURE, w->now - caller->born_at);
    end_need(w, caller, N_NEEDS_CLOSED, &w->ledger.done);
}

static void on_decided(struct workplace *w, struct caller *caller, const struct agent *agent)
{
    const struct again *again = &w->scenario->again;
    const bool resolved = is_resolved(w, caller, agent);
    count_answer(caller, agent, resolved ? N_RESOLVED : N_ORIENTED, 1.0);
    if (calls_again(w, caller, resolved ? again->p_resolved : again->p_untraced)) return;
    if (!resolved) {
        end_need(w, caller, N_NEEDS_DROPPED, &w->ledger.dropped);
        return;
    }
    if (caller->answers == 1) counts_add(&w->counts, caller->born, N_FIRST_CONTACT, 1.0);
    close_need(w, caller);
}

void on_helped(struct workplace *w, struct caller *caller, const struct agent *agent)
{
    if (w->scenario->features & FEATURE_OUTCOMES)
        on_decided(w, caller, agent);
    else if (!calls_again(w, caller, w->scenario->again.p_resolved))
        end_need(w, caller, N_COUNTS, &w->ledger.done);
}
