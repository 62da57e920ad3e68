/* Erlang B: where nobody can wait, the busy tone depends on the mean of calls alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

/* Calls of 5 min on average, by any law: 'M/G/c/c'. */
struct loss {
    const char *id, *law;
    size_t replications;
    double sharp; /* a rare busy tone is seen less sharply */
};

static const struct loss losses[] = {
    { "B1", "exponential", 250, 0 },     { "B2", "exponential", 130, 0 },
    { "B2", "lognormal", 200, 0 },       { "B2", "deterministic", 100, 0 },
    { "B3", "exponential", 200, 0.006 },
};

static void busy_tones_are_erlangs(const struct loss *loss)
{
    struct theory t;
    const double load = exact(loss->id, "offered_load"), servers = exact(loss->id, "servers");
    const double p_blocked = exact(loss->id, "p_blocked");
    assert_true(
        theory_open(&t, loss->id,
                    THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_AGENTS
                    "handling = { law = \"%s\"; mean = \"5 min\"; cv = 2.0; wrap_up = 0.0; };\n"
                    "patience = { law = \"never\"; };\nphone_lines = %d;\n",
                    load / 5.0, (int)servers, loss->law, (int)servers));
    assert_true(theory_run(&t, loss->replications));
    theory_compare(&t, "p_blocked", theory_figure(&t, "p_blocked"), p_blocked,
                   loss->sharp > 0.0 ? loss->sharp : THEORY_SHARP);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"),
                   load * (1.0 - p_blocked) / servers, THEORY_SHARP);
    theory_compare(&t, "answer rate", theory_figure(&t, "answer_rate"), 1.0, THEORY_SHARP);
    theory_compare(&t, "answered of attempts", theory_figure(&t, "answer_rate_attempts"),
                   1.0 - p_blocked, THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void busy_tones_follow_erlang_b_whatever_the_law_of_calls(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof losses / sizeof losses[0]; i++)
        busy_tones_are_erlangs(&losses[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(busy_tones_follow_erlang_b_whatever_the_law_of_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
