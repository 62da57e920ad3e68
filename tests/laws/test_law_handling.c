/* Calls that are not exponential: M/D/c, and M/G/c of phases, with and without patience.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

/* Waits without end are seen less sharply, see test_law_erlang_c. */
static const struct theory_pair constant_pairs[] = {
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "p_wait", .measure = "p_wait" },
    { .column = "mean_queue", .measure = "queue_mean", .sharp = 0.006 },
    { .column = "asa", .measure = "wait_mean", .unit = 60.0, .sharp = 0.006 },
    { .column = "service_level", .measure = "service_level" },
};

static void constant_calls_follow(const char *id, size_t replications)
{
    struct theory t;
    assert_true(theory_open(
        &t, id,
        THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE
        "handling = { law = \"deterministic\"; mean = \"%.10g min\"; wrap_up = 0.0; };\n"
        "patience = { law = \"never\"; };\n" THEORY_WITHIN THEORY_AGENTS,
        exact(id, "arrival_rate"), exact(id, "service"), exact(id, "awt"),
        (int)exact(id, "servers")));
    assert_true(theory_run(&t, replications));
    theory_compare_pairs(&t, constant_pairs, sizeof constant_pairs / sizeof constant_pairs[0]);
    assert_true(theory_close(&t));
}

static void calls_all_of_one_length_follow_m_d_c(void **state)
{
    (void)state;
    constant_calls_follow("D1", 300);
    constant_calls_follow("D2", 140);
}

static const struct theory_pair phase_pairs[] = {
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "p_wait", .measure = "p_wait" },
    { .column = "mean_queue", .measure = "queue_mean", .sharp = 0.01 },
    { .column = "mean_wait_all", .measure = "wait_mean", .unit = 60.0, .sharp = 0.01 },
};

static void calls_of_phases_follow(const char *id, const char *law, const char *patience,
                                   size_t replications)
{
    struct theory t;
    assert_true(theory_open(&t, id,
                            THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_AGENTS
                            "handling = { %s; wrap_up = 0.0; };\npatience = { %s; };\n",
                            exact(id, "arrival_rate"), (int)exact(id, "servers"), law,
                            patience));
    assert_true(theory_run(&t, replications));
    theory_compare_pairs(&t, phase_pairs, sizeof phase_pairs / sizeof phase_pairs[0]);
    theory_compare(&t, "handling", theory_figure(&t, "handling_mean"), 60.0 * exact(id, "mean"),
                   THEORY_SHARP);
    if (exact(id, "p_abandon") > 0.0)
        theory_compare(&t, "p_abandon", theory_figure(&t, "abandonment_rate"),
                       exact(id, "p_abandon"), 0.005);
    assert_true(theory_close(&t));
}

/* Two phases of equal means, always both, are an Erlang law. */
static void calls_of_two_phases_follow_theory(void **state)
{
    (void)state;
    assert_true(exact("H1", "cox_continue_prob") == 1.0);
    assert_true(exact("H1", "cox_phase1_mean") == exact("H1", "cox_phase2_mean"));
    static const char law[] = "law = \"erlang\"; mean = \"5 min\"; shape = 2.0";
    calls_of_phases_follow("H1", law, "law = \"never\"", 320);
    calls_of_phases_follow("H3", law, "law = \"exponential\"; mean = \"2 min\"", 80);
}

/* A first phase at rate a, then with chance q a slower second at rate b: by partial fractions
 * the same as a call at rate b with chance q a / (a - b), at rate a otherwise. */
static void calls_of_two_kinds_follow_theory(void **state)
{
    (void)state;
    char law[128];
    const double q = exact("H2", "cox_continue_prob");
    const double a = 1.0 / exact("H2", "cox_phase1_mean");
    const double b = 1.0 / exact("H2", "cox_phase2_mean");
    snprintf(law, sizeof law,
             "law = \"hyperexponential\"; p = %.12f; mean_1 = \"%.10g min\"; "
             "mean_2 = \"%.10g min\"",
             1.0 - q * a / (a - b), 1.0 / a, 1.0 / b);
    calls_of_phases_follow("H2", law, "law = \"never\"", 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_all_of_one_length_follow_m_d_c),
        cmocka_unit_test(calls_of_two_phases_follow_theory),
        cmocka_unit_test(calls_of_two_kinds_follow_theory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
