/* Redials and calls again: what callers who try again add to the queue.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

/* Of the horizon, in which totals are counted. */
enum { MINUTES = 30 * 1440 };

static const struct theory_pair pairs[] = {
    { .column = "attempts_per_fresh_call", .measure = "attempts_per_need" },
    { .column = "attempt_rate", .measure = "attempts", .unit = MINUTES },
    { .column = "answered_rate", .measure = "answered", .unit = MINUTES },
    { .column = "p_answered_per_attempt", .measure = "answer_rate" },
    { .column = "p_abandon_per_attempt", .measure = "abandonment_rate", .sharp = 0.004 },
    { .column = "p_wait_per_attempt", .measure = "p_wait" },
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "mean_queue", .measure = "queue_mean", .sharp = 0.005 },
    { .column = "mean_wait_per_attempt", .measure = "wait_mean", .unit = 60.0, .sharp = 0.005 },
    { .column = "p_answered_within_t_per_attempt", .measure = "service_level", .sharp = 0.005 },
};

static void run_case(struct theory *t, const char *id, size_t replications)
{
    /* Needs of the last hours are followed into a day that is not counted. */
    assert_true(theory_open(
        t, id,
        THEORY_SPAN(30, 1, 1) THEORY_NO_MESSAGE THEORY_RATE THEORY_HANDLING THEORY_PATIENCE
            THEORY_WITHIN THEORY_AGENTS
        "redial = { first = %.10g; later = %.10g; most_attempts = 10000; soon = 1.0;\n"
        "    next_half_day = 0.0;\n"
        "    delay = { law = \"exponential\"; mean = \"%.10g min\"; }; };\n"
        "again = { probability = %.10g;\n"
        "    delay = { law = \"exponential\"; mean = \"%.10g min\"; }; };\n",
        exact(id, "lam"), 1.0 / exact(id, "mu"), 1.0 / exact(id, "theta"), exact(id, "awt"),
        (int)exact(id, "c"), exact(id, "p_redial"), exact(id, "p_redial"),
        exact(id, "d_redial") > 0.0 ? 1.0 / exact(id, "d_redial") : 1.0,
        exact(id, "p_reconnect"),
        exact(id, "d_reconnect") > 0.0 ? 1.0 / exact(id, "d_reconnect") : 1.0));
    assert_true(theory_run(t, replications));
    theory_compare_pairs(t, pairs, sizeof pairs / sizeof pairs[0]);
    theory_compare(t, "fresh_share", theory_ratio(t, "needs", "attempts"),
                   exact(id, "fresh_share"), THEORY_SHARP);
}

static void redials_follow_the_chain(const char *id, size_t replications)
{
    struct theory t;
    run_case(&t, id, replications);
    theory_compare(&t, "redial_share", theory_ratio(&t, "redials", "attempts"),
                   exact(id, "redial_share"), 0.004);
    theory_compare(&t, "lost_for_good_rate", theory_figure(&t, "needs_lost"),
                   exact(id, "lost_for_good_rate") * MINUTES, 0.004);
    theory_compare(&t, "p_episode_answered", theory_figure(&t, "need_answer_rate"),
                   exact(id, "p_episode_answered"), THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void redials_after_ten_minutes_follow_the_chain(void **state)
{
    (void)state;
    redials_follow_the_chain("R1", 100);
}

static void redials_after_a_minute_follow_the_chain(void **state)
{
    (void)state;
    redials_follow_the_chain("R2", 100);
}

static void redials_after_an_hour_follow_the_chain(void **state)
{
    (void)state;
    redials_follow_the_chain("R3", 100);
}

static void persistent_callers_in_overload_follow_the_chain(void **state)
{
    (void)state;
    redials_follow_the_chain("R4", 100);
}

static void calls_again_follow_the_chain(void **state)
{
    struct theory t;
    (void)state;
    run_case(&t, "R5", 220);
    theory_compare(&t, "reconnect_share", theory_ratio(&t, "calls_again", "attempts"),
                   exact("R5", "reconnect_share"), 0.004);
    /* Nobody redials: whoever hangs up is lost, though perhaps answered before. */
    theory_compare(&t, "lost_for_good_rate", theory_figure(&t, "abandoned"),
                   exact("R5", "lost_for_good_rate") * MINUTES, 0.005);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(redials_after_ten_minutes_follow_the_chain),
        cmocka_unit_test(redials_after_a_minute_follow_the_chain),
        cmocka_unit_test(redials_after_an_hour_follow_the_chain),
        cmocka_unit_test(persistent_callers_in_overload_follow_the_chain),
        cmocka_unit_test(calls_again_follow_the_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
