/* The simulator against the formulas of models/plan, where no table has the exact value.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "models/plan/erlang.h"
#include "models/plan/orbit.h"
#include "tests/laws/theory.h"

/* Redials, calls again, lines that run out and callers who balk, all at once. */
static void all_who_come_back_follow_the_chain(void **state)
{
    const struct orbit of = { .rate_per_s = 1.4 / 60,
                              .handling_s = 240,
                              .left_per_s = 1.0 / 120,
                              .agents = 8,
                              .lines = 10,
                              .p_balk = 0.1,
                              .p_redial = 0.6,
                              .p_redial_busy = 0.6,
                              .redial_s = 600,
                              .p_again = 0.15,
                              .again_s = 1800,
                              .within_s = 20 };
    const double span_s = 30.0 * 86400.0;
    struct orbit_rest rest;
    struct theory t;
    (void)state;
    assert_true(orbit_rest(&of, &rest));
    assert_true(theory_open(
        &t, "all at once",
        THEORY_SPAN(
            30, 1,
            1) "message = { length = \"0 s\"; balking = 0.1; };\n" THEORY_RATE THEORY_HANDLING
            THEORY_PATIENCE THEORY_WITHIN THEORY_AGENTS "phone_lines = 10;\n"
               "redial = { first = 0.6; later = 0.6; most_attempts = 10000; soon = 1.0;\n"
               "    next_half_day = 0.0; delay = { law = \"exponential\"; mean = \"10 min\"; "
               "}; };\n"
               "again = { probability = 0.15; delay = { law = \"exponential\"; mean = \"30 "
               "min\"; }; "
               "};\n",
        1.4, 4.0, 2.0, 1.0 / 3.0, 8));
    assert_true(theory_run(&t, 150));
    const double offered = 1.0 - rest.blocked;
    theory_compare(&t, "attempts", theory_figure(&t, "attempts"), rest.attempts_per_s * span_s,
                   THEORY_SHARP);
    theory_compare(&t, "answer_rate", theory_figure(&t, "answer_rate"), rest.answered / offered,
                   THEORY_SHARP);
    theory_compare(&t, "p_blocked", theory_figure(&t, "p_blocked"), rest.blocked, 0.01);
    theory_compare(&t, "p_wait", theory_figure(&t, "p_wait"), rest.waited / offered, 0.004);
    theory_compare(&t, "service_level", theory_figure(&t, "service_level"),
                   rest.answered_within / offered, THEORY_SHARP);
    theory_compare(&t, "queue_mean", theory_figure(&t, "queue_mean"), rest.queue_mean, 0.008);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"), rest.occupancy,
                   THEORY_SHARP);
    theory_compare(&t, "redials", theory_figure(&t, "redials"), rest.redials_per_s * span_s,
                   0.005);
    theory_compare(&t, "calls_again", theory_figure(&t, "calls_again"),
                   rest.again_per_s * span_s, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* Lines and a patience that is far from exponential: M/M/c/K+G. */
static void lines_and_any_patience_follow_the_integral(void **state)
{
    struct quadrature rule;
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct erlang of = {
        2.0 / 60, 300,   10,
        14,       0.125, { .kind = SIM_WEIBULL, .mean = 120, .factor = 1, .shape = 0.7 }
    };
    struct erlang_law law;
    struct theory t;
    (void)state;
    quadrature_open(&rule);
    assert_true(sim_law_check(&of.patience, "patience", &arena, &faults));
    erlang_solve(&law, &of, &rule);
    assert_true(theory_open(
        &t, "lines and patience",
        THEORY_AT_REST(30) THEORY_ONCE
        "message = { length = \"0 s\"; balking = 0.125; };\n" THEORY_RATE THEORY_HANDLING
        "patience = { law = \"weibull\"; mean = \"2 min\"; shape = 0.7; };\n" THEORY_WITHIN
            THEORY_AGENTS "phone_lines = 14;\n",
        2.0, 5.0, 1.0 / 3.0, 10));
    assert_true(theory_run(&t, 150));
    const double offered = 1.0 - law.shares.blocked;
    theory_compare(&t, "answer_rate", theory_figure(&t, "answer_rate"),
                   (law.shares.free + law.shares.waited) / offered, THEORY_SHARP);
    theory_compare(&t, "abandonment_rate_pure", theory_figure(&t, "abandonment_rate_pure"),
                   law.shares.abandoned / offered, 0.005);
    theory_compare(&t, "p_wait", theory_figure(&t, "p_wait"), law.p_wait / offered, 0.004);
    theory_compare(&t, "p_blocked", theory_figure(&t, "p_blocked"), law.shares.blocked, 0.015);
    theory_compare(&t, "wait_mean", theory_figure(&t, "wait_mean"), law.shares.wait_s / offered,
                   0.006);
    theory_compare(&t, "wait_abandoned_mean", theory_figure(&t, "wait_abandoned_mean"),
                   law.shares.abandoned_s / law.shares.abandoned, 0.006);
    theory_compare(&t, "service_level", theory_figure(&t, "service_level"),
                   erlang_within(&law, 20.0).answered / offered, THEORY_SHARP);
    assert_true(theory_close(&t));
    sim_faults_close(&faults);
    sim_arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_who_come_back_follow_the_chain),
        cmocka_unit_test(lines_and_any_patience_follow_the_integral),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
