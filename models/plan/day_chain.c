/* One segment of a day: its chain of calls, and that of one caller who waits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/day_chain.h"

static struct markov_state with(struct markov_state state, int part, int more)
{
    state.part[part] += more;
    return state;
}

void day_chain_moves(const void *model, struct markov_state from, struct markov *chain)
{
    const struct day_moves *of = model;
    const int busy = from.part[DAY_BUSY], queue = from.part[DAY_QUEUE];
    if (busy < of->agents)
        markov_move(chain, with(from, DAY_BUSY, 1), of->rate_per_s);
    else if (queue < of->queue)
        markov_move(chain, with(from, DAY_QUEUE, 1), of->rate_per_s * (1.0 - of->day->p_balk));
    if (busy > 0) {
        const bool next = busy == of->agents && queue > 0;
        markov_move(chain, with(from, next ? DAY_QUEUE : DAY_BUSY, -1),
                    busy / of->day->handling_s);
    }
    if (queue > 0) markov_move(chain, with(from, DAY_QUEUE, -1), queue * of->day->left_per_s);
}

void day_caller_moves(const void *model, struct markov_state from, struct markov *chain)
{
    const struct day_moves *of = model;
    const int busy = from.part[DAY_BUSY], ahead = from.part[DAY_QUEUE];
    const double ended = busy / of->day->handling_s;
    if (from.part[DAY_FATE] != FATE_WAITS) return;
    if (busy > of->agents)
        markov_move(chain, with(from, DAY_BUSY, -1), ended);
    else if (ahead > 0)
        markov_move(chain, with(from, DAY_QUEUE, -1), ended);
    else
        markov_move(chain, (struct markov_state){ { 0, 0, FATE_ANSWERED } }, ended);
    if (ahead > 0) markov_move(chain, with(from, DAY_QUEUE, -1), ahead * of->day->left_per_s);
    markov_move(chain, (struct markov_state){ { 0, 0, FATE_LEFT } }, of->day->left_per_s);
}

struct markov_state day_change(const struct day *day, struct markov_state state, int agents,
                               bool flush)
{
    if (flush) state.part[DAY_QUEUE] = 0;
    int more = agents - state.part[DAY_BUSY];
    if (more < 0 && !day->requeue) more = 0;
    if (more > state.part[DAY_QUEUE]) more = state.part[DAY_QUEUE];
    return with(with(state, DAY_BUSY, more), DAY_QUEUE, -more);
}

/* Flushed, he is neither answered nor has he left: he waits no more, and moves no more. Who is
 * within reach of the new agents is answered at once. */
struct markov_state day_caller_change(const struct day *day, struct markov_state state,
                                      int agents, bool flush)
{
    if (state.part[DAY_FATE] != FATE_WAITS) return state;
    if (flush) return (struct markov_state){ { 0, 0, FATE_LEFT + 1 } };
    const int more = agents - state.part[DAY_BUSY];
    if (more > state.part[DAY_QUEUE]) return (struct markov_state){ { 0, 0, FATE_ANSWERED } };
    if (more < 0 && !day->requeue) return state;
    return with(with(state, DAY_BUSY, more), DAY_QUEUE, -more);
}
