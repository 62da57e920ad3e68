/* The call itself: answered, handled, over; and what the agent does next.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_LIFE_CALL_H
#define MODELS_LIFE_CALL_H

#include "models/life/workplace.h"

/* A free agent answers a caller who has not waited at all. */
void answer_at_once(struct workplace *w, struct caller *caller, uint32_t a);

/* A free agent answers a caller who has waited. */
void answer_waiting(struct workplace *w, struct caller *caller, uint32_t a);

/* An agent is done with a call and its wrap-up: the caller goes, calls again some day perhaps;
 * the agent goes on. */
void on_handled(struct workplace *w, uint32_t a);

/* A busy agent is done: he takes the next visitor, the next caller, idles or goes home. */
void agent_goes_on(struct workplace *w, uint32_t a);

/* A caller has hung up after the talk, the agent is still in wrap-up. */
void on_talked(struct workplace *w, struct caller *caller);

/* An agent who has just come in, and is free, takes a visitor or a caller if one waits for him.
 */
void on_joined(void *workplace, uint32_t a);

/* The agent helps the caller, after so many seconds or at once: until then they are on the line
 * already. */
void help(struct workplace *w, const struct caller *caller, uint32_t agent, double after_s);

/* So many seconds of an agent's call have no wrap-up of their own: counted. */
void count_aside(struct workplace *w, const struct caller *caller, uint32_t agent,
                 double seconds);

/* A call begins: how long it keeps that agent, in seconds. Not long with one who is on a wrong
 * line, or who wants to know how his request stands, or could know by now. */
double call_length_s(struct workplace *w, const struct caller *caller,
                     const struct agent *agent);

/* A length of that mean, by the law and the draw of the caller's next handling: who talks long
 * does so here too. */
double like_handling_s(const struct workplace *w, const struct caller *caller, double mean_s);

/* The draw of a caller's nth attempt or answer: the first of patience and handling are born
 * with the need. Lanes are those of PURPOSE_CALL. */
struct sim_draw call_draw(const struct workplace *w, const struct caller *caller,
                          uint32_t ordinal, uint32_t lane);

/* A variate of a law by that draw; most need no more than the word born with the need. */
double call_law_far(const struct workplace *w, const struct caller *caller,
                    const struct sim_law *law, uint32_t ordinal, uint32_t lane);

/* The caller, who holds a phone line, will hang up after the talk. */
void ask_talked(struct workplace *w, const struct caller *caller, double talk_s, double all_s);

/* The agent will be done with the caller after so many seconds of talk and wrap-up. */
static inline void ask_end(struct workplace *w, const struct caller *caller, uint32_t a,
                           double talk_s, double all_s)
{
    ask_agent(w, w->now + all_s, EVENT_HANDLED, a);
    if (caller->holds_line) ask_talked(w, caller, talk_s, all_s);
}

static inline double call_law(const struct workplace *w, const struct caller *caller,
                              const struct sim_law *law, uint32_t ordinal, uint32_t lane)
{
    double value;
    if (ordinal == 1 && sim_law_quick(law, birth_word(caller->birth, lane), &value))
        return value;
    return call_law_far(w, caller, law, ordinal, lane);
}

#endif
