/* Outcomes: resolved at first level or oriented, calls again by what the caller was told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

/* Nobody opens a request: see test_law_requests.c. */
#define NO_REQUEST "requests = { opened = 0; };\n"
#define RATE       NO_REQUEST "demand = { rate = \"6 /min\"; busyness_cv = 0; };\n"

/* Everybody is answered at once, and the chain of a need is of answers alone: each resolves
 * three needs in five; of the resolved a tenth calls again, of the others half. So an answer is
 * followed by another with chance 0.6 x 0.1 + 0.4 x 0.5 = 0.26. */
static void open_chain(struct theory *t)
{
    assert_true(theory_open(t, "outcomes",
                            THEORY_SPAN(30, 1, 2) THEORY_NO_MESSAGE RATE THEORY_AGENTS
                            "reasons = ( { name = \"r\"; resolved = \"60 %%\"; } );\n"
                            "handling = { law = \"exponential\"; mean = \"4 min\"; };\n"
                            "again = { resolved = 0.1; untraced = 0.5;\n"
                            "    delay = { law = \"exponential\"; mean = \"1 h\"; }; };\n",
                            200));
    assert_true(theory_run(t, 20));
}

static void needs_end_as_their_chain_of_answers_does(void **state)
{
    struct theory t;
    (void)state;
    open_chain(&t);
    theory_compare(&t, "attempts", theory_figure(&t, "attempts_per_need"), 1.0 / 0.74,
                   THEORY_SHARP);
    theory_compare(&t, "again", theory_ratio(&t, "calls_again", "needs"), 0.26 / 0.74,
                   THEORY_SHARP);
    theory_compare(&t, "first level", theory_figure(&t, "first_level_rate"), 0.6, THEORY_SHARP);
    theory_compare(&t, "oriented", theory_ratio(&t, "oriented", "needs"), 0.4 / 0.74,
                   THEORY_SHARP);
    theory_compare(&t, "closed", theory_ratio(&t, "needs_closed", "needs"), 0.54 / 0.74,
                   THEORY_SHARP);
    theory_compare(&t, "dropped", theory_ratio(&t, "needs_dropped", "needs"), 0.2 / 0.74,
                   THEORY_SHARP);
    theory_compare(&t, "first contact", theory_figure(&t, "first_contact_resolution"), 0.54,
                   THEORY_SHARP);
    /* How a chain ends says nothing of its length: calls, and the delays between them. */
    theory_compare(&t, "closure", theory_figure(&t, "time_to_closure"),
                   240.0 / 0.74 + 3600.0 * 0.26 / 0.74, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* x is answered by those who know it, y by others who know it less. */
static void the_chance_to_resolve_is_that_of_the_group_that_answers(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(
        &t, "skills",
        THEORY_SPAN(30, 1, 2) THEORY_PLAIN RATE
        "lines = ( { name = \"x\"; }, { name = \"y\"; } );\n"
        "reasons = ( { name = \"r\"; resolved = 0.9; }, { name = \"s\"; resolved = 0.8; } );\n"
        "groups = ( { name = \"a\"; agents = %d; skills = ( { reasons = \"r\"; }, { reasons = "
        "\"s\"; resolved = 0.55; } ); },\n"
        "    { name = \"b\"; agents = 100; skills = ( { reasons = \"*\"; resolved = 0.25; } ); "
        "} "
        ");\n"
        "routes = ( { lines = \"x\"; steps = ( { groups = \"a\"; } ); },\n"
        "    { steps = ( { groups = \"b\"; } ); } );\n",
        100));
    assert_true(theory_run(&t, 20));
    theory_compare(&t, "a", theory_cell(&t, "group", "a", "first_level_rate"), 0.725,
                   THEORY_SHARP);
    theory_compare(&t, "b", theory_cell(&t, "group", "b", "first_level_rate"), 0.25,
                   THEORY_SHARP);
    theory_compare(&t, "y", theory_cell(&t, "line", "y", "first_level_rate"), 0.25,
                   THEORY_SHARP);
    theory_compare(&t, "r", theory_cell(&t, "reason", "r", "first_level_rate"), 0.575,
                   THEORY_SHARP);
    theory_compare(&t, "s", theory_cell(&t, "reason", "s", "first_level_rate"), 0.4,
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* Who never dials twice is answered after his wait, or not at all. */
static void a_first_answer_comes_after_the_wait_of_the_answered(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "first answer",
                            THEORY_SPAN(30, 1, 1) THEORY_PLAIN RATE THEORY_AGENTS
                            "reasons = ( { name = \"r\"; resolved = 0; } );\n"
                            "handling = { law = \"exponential\"; mean = \"4 min\"; };\n",
                            24));
    assert_true(theory_run(&t, 10));
    const struct figure wait = theory_figure(&t, "wait_answered_mean");
    theory_compare(&t, "first answer", theory_figure(&t, "time_to_first_answer"), wait.value,
                   0.01);
    /* The wait is a minute or two: midnight seldom falls into it. */
    theory_compare(&t, "same day", theory_figure(&t, "need_answer_rate_same_day"),
                   theory_figure(&t, "need_answer_rate").value, THEORY_SHARP);
    theory_compare(&t, "dropped", theory_ratio(&t, "needs_dropped", "needs_reached"), 1.0,
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needs_end_as_their_chain_of_answers_does),
        cmocka_unit_test(the_chance_to_resolve_is_that_of_the_group_that_answers),
        cmocka_unit_test(a_first_answer_comes_after_the_wait_of_the_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
