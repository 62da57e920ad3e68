/* Visitors who come before calls: how much time they hold, and how long both have to wait.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

enum { MINUTES = 30 * 1440 };

/* Visits of a mean length, in minutes, that hold agents for a share of their time; calls of
 * another, at a rate per minute; callers wait for ever. */
struct desk {
    int agents;
    double share, visit, rate, call;
};

static void run_desk(struct theory *t, const struct desk *desk, const char *law,
                     size_t replications)
{
    assert_true(
        theory_open(t, "visitors",
                    THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING
                    "patience = { law = \"never\"; };\n"
                    "groups = ( { name = \"agents\"; agents = %d; visitors = { share = %.10g;\n"
                    "    length = { %s mean = \"%.10g min\"; }; }; } );\n",
                    desk->rate, desk->call, desk->agents, desk->share, law, desk->visit));
    assert_true(theory_run(t, replications));
}

static const char *const exponential = "law = \"exponential\";";

static void visitors_hold_the_share_of_time_that_was_asked(void **state)
{
    static const struct desk desk = { 3, 0.35, 8.0, 0.2, 4.0 };
    struct theory t;
    (void)state;
    run_desk(&t, &desk, "law = \"lognormal\"; cv = 0.8;", 60);
    theory_compare(&t, "share", theory_figure(&t, "visit_share"), 0.35, THEORY_SHARP);
    theory_compare(&t, "visits", theory_figure(&t, "visits"), 0.35 * 3.0 / 8.0 * MINUTES,
                   THEORY_SHARP);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"), 0.35 + 0.2 * 4.0 / 3.0,
                   THEORY_SHARP);
    theory_compare(&t, "handling", theory_figure(&t, "handling_mean"), 240.0, THEORY_SHARP);
    theory_compare(&t, "talk a day", theory_figure(&t, "talk_hours_per_agent_day"),
                   24.0 * 0.2 * 4.0 / 3.0, THEORY_SHARP);
    theory_compare(&t, "calls", theory_figure(&t, "attempts"), 0.2 * MINUTES, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954): one
 * server, two classes, no interruption. W0 is the mean time until the server is free. */
static void one_agent_between_desk_and_phone_follows_cobham(void **state)
{
    static const struct desk desk = { 1, 0.35, 2.0, 0.3, 1.0 };
    const double first = desk.share, all = first + desk.rate * desk.call;
    const double w0 = first * desk.visit + desk.rate * desk.call * desk.call;
    struct theory t;
    (void)state;
    run_desk(&t, &desk, exponential, 500);
    theory_compare(&t, "visitors", theory_figure(&t, "visit_wait_mean"),
                   60.0 * w0 / (1.0 - first), THEORY_SHARP);
    theory_compare(&t, "callers", theory_figure(&t, "wait_mean"),
                   60.0 * w0 / (1.0 - first) / (1.0 - all), 0.005);
    theory_compare(&t, "callers who wait", theory_figure(&t, "p_wait"), all, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* The chance to wait with c servers at a load of a (Erlang C), by the recursion of Erlang B. */
static double erlang_c(int c, double a)
{
    double b = 1.0;
    for (int i = 1; i <= c; i++)
        b = a * b / (i + a * b);
    return b / (1.0 - a / c * (1.0 - b));
}

/* The same paper: several servers, where visits and calls are of one exponential law. */
static void three_agents_between_desk_and_phone_follow_cobham(void **state)
{
    static const struct desk desk = { 3, 0.35, 2.0, 0.5, 2.0 };
    const double all = desk.share + desk.rate * desk.call / desk.agents;
    const double p_wait = erlang_c(desk.agents, all * desk.agents);
    const double first = p_wait * desk.visit / desk.agents / (1.0 - desk.share);
    struct theory t;
    (void)state;
    run_desk(&t, &desk, exponential, 400);
    theory_compare(&t, "visitors", theory_figure(&t, "visit_wait_mean"), 60.0 * first,
                   THEORY_SHARP);
    theory_compare(&t, "callers", theory_figure(&t, "wait_mean"), 60.0 * first / (1.0 - all),
                   0.005);
    theory_compare(&t, "callers who wait", theory_figure(&t, "p_wait"), p_wait, THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visitors_hold_the_share_of_time_that_was_asked),
        cmocka_unit_test(one_agent_between_desk_and_phone_follows_cobham),
        cmocka_unit_test(three_agents_between_desk_and_phone_follow_cobham),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
