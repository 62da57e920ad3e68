/* Guesses what was meant where libconfig met a syntax error.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SCENARIOS_SYNTAX_HINT_H
#define SCENARIOS_SYNTAX_HINT_H

#include "sim/fault.h"

/* Adds to a fault what is likely wrong on the line of the error or the one before it, for
 * libconfig notices a wrong value at the word that follows: `got` is what is written, `wanted`
 * what to write instead, `hint` the rule (a msgid); each may stay NULL. Texts are owned by the
 * arena. */
void syntax_hint(const char *text, unsigned line, struct sim_arena *arena,
                 struct sim_fault *fault);

/* The first key that its group has twice; NULL where there is none. Owned by the arena. */
const char *syntax_twin(const char *text, struct sim_arena *arena);

#endif
