/* Wrong lines and other lines: where a fixed chance at each attempt must lead.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

enum { MINUTES = 30 * 1440 };

/* Three lines of a quarter, a quarter and a half of the needs: 12 a minute. */
#define LINES                                                                                  \
    "lines = ( { name = \"x\"; weight = 1; }, { name = \"y\"; weight = 1; },\n"                \
    "          { name = \"z\"; weight = 2; } );\n"                                             \
    "demand = { rate = \"12 /min\"; busyness_cv = 0; };\n"
#define NEEDS (12.0 * MINUTES)

/* Everybody is answered at once. One in five attempts goes to a wrong line; nine of ten who are
 * told so dial again. */
static void open_wrong(struct theory *t)
{
    assert_true(theory_open(t, "wrong line",
                            THEORY_SPAN(30, 1, 1) THEORY_PLAIN LINES
                            "groups = ( { name = \"a\"; agents = 200; } );\n"
                            "handling = { law = \"exponential\"; mean = \"%.10g min\"; };\n"
                            "wrong_line = { probability = 0.2; redial = 0.9;\n"
                            "    length = { law = \"exponential\"; mean = \"45 s\"; }; };\n",
                            4.0));
    assert_true(theory_run(t, 10));
}

static void wrong_lines_are_as_frequent_as_asked(void **state)
{
    struct theory t;
    (void)state;
    open_wrong(&t);
    theory_compare(&t, "attempts", theory_figure(&t, "attempts"), 1.18 * NEEDS, THEORY_SHARP);
    theory_compare(&t, "answered", theory_figure(&t, "answered"), 1.18 * NEEDS, THEORY_SHARP);
    theory_compare(&t, "wrong", theory_ratio(&t, "wrong_line", "attempts"), 0.2 / 1.18,
                   THEORY_SHARP);
    theory_compare(&t, "again", theory_ratio(&t, "redials", "needs"), 0.18, THEORY_SHARP);
    theory_compare(&t, "lost", theory_ratio(&t, "needs_lost", "needs"), 0.02, 0.005);
    theory_compare(&t, "reached", theory_figure(&t, "need_answer_rate"), 0.98, THEORY_SHARP);
    theory_compare(&t, "length", theory_figure(&t, "handling_mean"),
                   (0.98 * 240.0 + 0.2 * 45.0) / 1.18, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* z, of weight 2, gets half of x's and y's mistakes less what they send to each other: a
 * quarter of the needs, each a fifth of the time, by 2 of 3; x gets a third of y's, half of
 * z's. */
static void wrong_lines_go_by_the_weights_of_the_others(void **state)
{
    static const double wrong[] = { 0.25 / 3.0 + 0.5 / 2.0, 0.25 / 3.0 + 0.5 / 2.0,
                                    0.5 * 2.0 / 3.0 };
    static const double weight[] = { 0.25, 0.25, 0.5 };
    static const char *const names[] = { "x", "y", "z" };
    struct theory t;
    (void)state;
    open_wrong(&t);
    for (int i = 0; i < 3; i++) {
        theory_compare(&t, names[i], theory_cell(&t, "line", names[i], "wrong_line"),
                       0.2 * wrong[i] * NEEDS, 0.005);
        theory_compare(&t, names[i], theory_cell(&t, "line", names[i], "attempts"),
                       (0.2 * wrong[i] + 0.98 * weight[i]) * NEEDS, THEORY_SHARP);
        theory_compare(&t, names[i], theory_cell(&t, "line", names[i], "needs"),
                       weight[i] * NEEDS, THEORY_SHARP);
        theory_compare(&t, names[i], theory_cell(&t, "line", names[i], "attempts_per_need"),
                       1.18, THEORY_SHARP);
        theory_compare(&t, names[i], theory_cell(&t, "line", names[i], "need_answer_rate"),
                       0.98, THEORY_SHARP);
    }
    assert_true(theory_close(&t));
}

/* Nobody answers x; who finds no answer there tries another line three times in ten, at his
 * second and his third attempt, the last. */
static void other_lines_help_whose_own_does_not_answer(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(
        &t, "other line",
        THEORY_SPAN(30, 1, 1) THEORY_NO_MESSAGE LINES
        "groups = ( { name = \"nobody\"; agents = 0; }, { name = \"a\"; agents = 200; } );\n"
        "routes = ( { lines = ( \"x\" ); steps = ( { groups = ( \"nobody\" ); } ); },\n"
        "           { steps = ( { groups = ( \"a\" ); } ); } );\n"
        "handling = { law = \"exponential\"; mean = \"%.10g min\"; };\n"
        "patience = { law = \"deterministic\"; mean = \"20 s\"; };\n"
        "redial = { first = 1; later = 1; most_attempts = 3; soon = 1; next_half_day = 0; };\n"
        "again = { probability = 0; };\nother_line = { probability = 0.3; };\n",
        3.0));
    assert_true(theory_run(&t, 10));
    theory_compare(&t, "reached", theory_cell(&t, "line", "x", "need_answer_rate"),
                   1.0 - 0.7 * 0.7, THEORY_SHARP);
    theory_compare(&t, "attempts", theory_cell(&t, "line", "x", "attempts_per_need"), 2.7,
                   THEORY_SHARP);
    theory_compare(&t, "reached y", theory_cell(&t, "line", "y", "need_answer_rate"), 1.0,
                   THEORY_SHARP);
    theory_compare(&t, "tried", theory_figure(&t, "other_line"), 0.51 * 0.25 * NEEDS,
                   THEORY_SHARP);
    theory_compare(&t, "tried y", theory_cell(&t, "line", "y", "other_line"),
                   0.51 * 0.25 * NEEDS / 3.0, 0.005);
    theory_compare(&t, "answered z", theory_cell(&t, "line", "z", "answered"),
                   (0.5 + 0.51 * 0.25 * 2.0 / 3.0) * NEEDS, THEORY_SHARP);
    theory_compare(&t, "length", theory_figure(&t, "handling_mean"), 180.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_lines_are_as_frequent_as_asked),
        cmocka_unit_test(wrong_lines_go_by_the_weights_of_the_others),
        cmocka_unit_test(other_lines_help_whose_own_does_not_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
