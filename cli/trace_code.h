/* Codes of needs and agents, as a trace prints them and as they are asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A need is the interval of its first dialling and its number there, "20171005-0830-7": the
 * same need has the same code in every scenario with the same demand. An agent is his group and
 * his code there, or his number where he has none: "accueil.a01", "accueil.6". */
#ifndef CLI_TRACE_CODE_H
#define CLI_TRACE_CODE_H

#include "models/follow.h"

struct trace_code {
    char text[80];
};

struct trace_code trace_need(struct need_address need);

/* False where the text is no code of a need. */
bool trace_need_read(const char *text, struct need_address *need);

/* The date, in days since 1970, of a need's first dialling. */
int trace_need_date(struct need_address need);

/* By his index on the floor. */
struct trace_code trace_agent(const struct scenario *scenario, uint32_t agent);

/* NOBODY where there is none of that code: *nearest is then one that may be meant, or NULL;
 * owned by the arena. */
uint32_t trace_agent_read(const struct scenario *scenario, const char *text,
                          struct sim_arena *arena, const char **nearest);

#endif
