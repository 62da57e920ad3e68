/* Calls that take more than one agent: how much of their time, where theory says it exactly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <math.h>

/* The chance to wait with c servers at a load of a (Erlang C), by the recursion of Erlang B. */
static double erlang_c(int c, double a)
{
    double b = 1.0;
    for (int i = 1; i <= c; i++)
        b = a * b / (i + a * b);
    return b / (1.0 - a / c * (1.0 - b));
}

#define FOR_EVER "patience = { law = \"never\"; };\n"

/* 90 calls an hour for 400 agents: a colleague is always free. */
static void a_pool_that_is_always_free_gives_p_times_the_mean(void **state)
{
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "always a colleague",
                    THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE FOR_EVER
                    "handling = { law = \"lognormal\"; mean = \"4 min\"; cv = 0.8; };\n"
                    "consultation = { probability = 0.25; wait_at_most = \"30 s\";\n"
                    "    length = { law = \"lognormal\"; mean = \"90 s\"; cv = 0.8; }; };\n"
                    "groups = ( { name = \"agents\"; agents = 400; } );\n",
                    1.5));
    assert_true(theory_run(&t, 60));
    const double calls = 1.5 * 1440.0 * 30.0;
    theory_compare(&t, "asked", theory_figure(&t, "consultations"), 0.25 * calls, THEORY_SHARP);
    theory_compare(&t, "handling", theory_figure(&t, "handling_mean"), 240.0 + 0.25 * 90.0,
                   THEORY_SHARP);
    theory_compare(&t, "colleagues' hours", theory_figure(&t, "consultation_hours"),
                   0.25 * calls * 90.0 / 3600.0, 0.004);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"),
                   1.5 * (4.0 + 0.25 * 3.0) / 400.0, THEORY_SHARP);
    theory_compare(&t, "load", theory_figure(&t, "offered_load"), 1.5 * (4.0 + 0.25 * 3.0),
                   THEORY_SHARP);
    assert_true(theory_figure(&t, "consultations_joined").value == 1.0);
    assert_true(theory_close(&t));
}

/* The moment is uniform in a talk T, exponential of mean 1/m, and nobody but the asker is
 * there: he waits d for nothing. M/G/1 by Pollaczek and Khinchine ("Mathematical theory of
 * probability", 1932): the wait is lambda E[S^2] / 2 (1 - rho), with S = T + d with probability
 * p. */
static void who_waits_in_vain_follows_pollaczek_and_khinchine(void **state)
{
    const double rate = 0.2, mean = 3.0, d = 1.0, p = 0.5;
    const double first = mean + p * d;
    const double second = 2.0 * mean * mean + 2.0 * p * d * mean + p * d * d;
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "alone",
                            THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING FOR_EVER
                            "consultation = { probability = 0.5; wait_at_most = \"60 s\"; };\n"
                            "groups = ( { name = \"agents\"; agents = 1; } );\n",
                            rate, mean));
    assert_true(theory_run(&t, 600));
    theory_compare(&t, "handling", theory_figure(&t, "handling_mean"), 60.0 * first,
                   THEORY_SHARP);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"), rate * first, THEORY_SHARP);
    theory_compare(&t, "wait", theory_figure(&t, "wait_mean"),
                   60.0 * rate * second / 2.0 / (1.0 - rate * first), 0.005);
    /* But for those who still wait when the run ends. */
    assert_true(fabs(theory_figure(&t, "consultation_wait_mean").value - 60.0) < 0.01);
    assert_true(theory_close(&t));
}

/* Two agents, calls at a rate l, and nobody waits: all hang up at the message. Wrap-up is the
 * whole of a call (rate m), so that an agent asks as it begins, and the other joins where he is
 * free, for a time of rate c. Weights of the states, by the cuts between them: nobody busy 1;
 * both confer l / c; one in wrap-up l / m; both l / m * l / 2m. */
static void two_agents_who_confer_follow_their_chain(void **state)
{
    const double l = 0.4, m = 0.5, c = 0.8;
    const double none = 1.0, confer = l / c, one = l / m, both = l * one / (2.0 * m);
    const double all = none + confer + one + both;
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "two agents",
                    THEORY_AT_REST(30) THEORY_ONCE THEORY_RATE FOR_EVER
                    "message = { length = \"0 s\"; balking = 1.0; };\n"
                    "handling = { law = \"exponential\"; mean = \"%.10g min\";\n"
                    "    wrap_up = 1.0; };\n"
                    "consultation = { probability = 1.0; wait_at_most = \"0 s\";\n"
                    "    length = { law = \"exponential\"; mean = \"%.10g min\"; }; };\n"
                    "groups = ( { name = \"agents\"; agents = 2; } );\n",
                    l, 1.0 / m, 1.0 / c));
    assert_true(theory_run(&t, 120));
    theory_compare(&t, "answered", theory_figure(&t, "answer_rate"), (none + one) / all,
                   THEORY_SHARP);
    theory_compare(&t, "joined", theory_figure(&t, "consultations_joined"), none / (none + one),
                   THEORY_SHARP);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"),
                   (confer + one / 2.0 + both) / all, THEORY_SHARP);
    theory_compare(&t, "colleagues' hours", theory_figure(&t, "consultation_hours"),
                   confer / all * 30.0 * 24.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* Every call to the first group, which hands a share of them over; briefs take no time. */
#define TANDEM                                                                                 \
    THEORY_AT_REST(30)                                                                         \
    THEORY_PLAIN THEORY_RATE THEORY_HANDLING                                                   \
        "groups = ( { name = \"a\"; agents = %d; skills = ( { reasons = \"*\"; transfer = {\n" \
        "        to = \"b\"; probability = %.10g; brief = 0; first = { law = "                 \
        "\"exponential\"; mean = "                                                             \
        "\"%.10g min\"; }; }; } ); },\n"                                                       \
        "    { name = \"b\"; agents = %d; skills = ( { reasons = \"*\"; handling_factor = "    \
        "%.10g; } ); "                                                                         \
        "} );\n"                                                                               \
        "routes = ( { steps = ( { groups = \"a\"; } ); } );\n"

/* Burke, "The output of a queuing system", Operations Research 4 (1956): calls leave M/M/c as a
 * Poisson process, and so do those among them that are handed over, since their first part is
 * as long as other calls are. The second group is M/M/c of its own. */
static void two_groups_in_tandem_are_two_queues(void **state)
{
    const double rate = 1.2, mean = 2.5, p = 0.6, factor = 1.5;
    const double load_1 = rate * mean, load_2 = rate * p * mean * factor;
    const int c_1 = 4, c_2 = 4;
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "tandem", FOR_EVER TANDEM, rate, mean, c_1, p, mean, c_2, factor));
    assert_true(theory_run(&t, 300));
    const double calls = rate * 1440.0 * 30.0;
    theory_compare(&t, "transfers", theory_figure(&t, "transfers"), p * calls, THEORY_SHARP);
    theory_compare(&t, "first wait", theory_figure(&t, "wait_mean"),
                   60.0 * erlang_c(c_1, load_1) * mean / (c_1 - load_1), 0.005);
    theory_compare(&t, "second wait", theory_figure(&t, "transfer_wait_mean"),
                   60.0 * erlang_c(c_2, load_2) * mean * factor / (c_2 - load_2), 0.005);
    theory_compare(&t, "occupancy of a", theory_cell(&t, "group", "a", "occupancy"),
                   load_1 / c_1, THEORY_SHARP);
    theory_compare(&t, "occupancy of b", theory_cell(&t, "group", "b", "occupancy"),
                   load_2 / c_2, THEORY_SHARP);
    theory_compare(&t, "handling of b", theory_cell(&t, "group", "b", "handling_mean"),
                   60.0 * mean * factor, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* Before agents who abound, M/G/oo, calls leave as they came; the second group is Erlang A with
 * a patience of its own. */
static void who_waits_between_two_agents_follows_erlang_a(void **state)
{
    const double rate = exact("A1", "arrival_rate"), mean = exact("A1", "mean_service");
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "between", THEORY_PATIENCE TANDEM, exact("A1", "mean_patience"),
                            rate, mean, 300, 1.0, 2.0, (int)exact("A1", "servers"), 1.0));
    assert_true(theory_run(&t, 300));
    assert_true(theory_figure(&t, "answer_rate").value == 1.0);
    theory_compare(&t, "left", theory_ratio(&t, "transfers_abandoned", "transfers"),
                   exact("A1", "p_abandon"), 0.005);
    theory_compare(&t, "taken", theory_ratio(&t, "transfers_taken", "transfers"),
                   exact("A1", "p_answered"), THEORY_SHARP);
    theory_compare(&t, "wait", theory_figure(&t, "transfer_wait_mean"),
                   60.0 * exact("A1", "mean_wait_all"), 0.005);
    theory_compare(&t, "occupancy of b", theory_cell(&t, "group", "b", "occupancy"),
                   exact("A1", "occupancy"), THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pool_that_is_always_free_gives_p_times_the_mean),
        cmocka_unit_test(who_waits_in_vain_follows_pollaczek_and_khinchine),
        cmocka_unit_test(two_agents_who_confer_follow_their_chain),
        cmocka_unit_test(two_groups_in_tandem_are_two_queues),
        cmocka_unit_test(who_waits_between_two_agents_follows_erlang_a),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
