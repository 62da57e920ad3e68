/* Requests to field professionals, and the call-backs that bring their answers, against what
 * theory says of a delay, of a queue and of repeated tries.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

enum { DAYS = 30, MINUTES = DAYS * 1440, DAY_S = 86400 };

/* Everybody is answered at once, and nobody is resolved: each answer opens a request. */
#define ORIENTED                                                                               \
    THEORY_PLAIN THEORY_AGENTS "reasons = ( { name = \"r\"; resolved = 0; } );\n"              \
                               "handling = { law = \"exponential\"; mean = \"4 min\"; };\n"

/* A request of 5 days opens within a day and closes within the fifth after it, uniformly: it is
 * open for 5 days on average, and on each day its caller asks with chance 0.2. At midnight all
 * of the last 5 days are open. */
static void open_delay(struct theory *t)
{
    assert_true(theory_open(t, "delay",
                            THEORY_SPAN(30, 8, 12) ORIENTED
                            "demand = { rate = \"1.5 /min\"; busyness_cv = 0; };\n"
                            "requests = { status = 0.2; called_back = 0;\n"
                            "    delay = { law = \"deterministic\"; mean = \"5 days\"; }; };\n",
                            60));
    assert_true(theory_run(t, 30));
}

static void callers_ask_as_often_as_their_requests_are_open(void **state)
{
    struct theory t;
    (void)state;
    open_delay(&t);
    theory_compare(&t, "opened", theory_figure(&t, "requests_opened"), 1.5 * MINUTES,
                   THEORY_SHARP);
    theory_compare(&t, "asked", theory_figure(&t, "status_calls"), 5.0 * 0.2 * 1.5 * MINUTES,
                   THEORY_SHARP);
    theory_compare(&t, "again", theory_figure(&t, "calls_again"), 5.0 * 0.2 * 1.5 * MINUTES,
                   THEORY_SHARP);
    /* By the length of an answer, 240 s, and of a call to ask, 90 s. */
    theory_compare(&t, "length", theory_figure(&t, "handling_mean"), (240.0 + 90.0) / 2.0,
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void requests_are_open_as_long_as_asked(void **state)
{
    struct theory t;
    (void)state;
    open_delay(&t);
    theory_compare(&t, "time", theory_figure(&t, "request_time_mean"), 5.0 * DAY_S,
                   THEORY_SHARP);
    theory_compare(&t, "at end", theory_figure(&t, "requests_open_at_end"), 5.0 * 1.5 * 1440.0,
                   THEORY_SHARP);
    theory_compare(&t, "carried in", theory_figure(&t, "requests_carried_in"),
                   5.0 * 1.5 * 1440.0, THEORY_SHARP);
    theory_compare(&t, "age", theory_figure(&t, "request_age_mean"), 2.5 * DAY_S, THEORY_SHARP);
    theory_compare(&t, "closure", theory_figure(&t, "time_to_closure"), 5.0 * DAY_S + 240.0,
                   THEORY_SHARP);
    theory_compare(&t, "closed", theory_ratio(&t, "needs_closed", "needs"), 1.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* M/M/c: calls that end after a random time, each by itself, are a Poisson process too. */
static double erlang_c_time(double per_min, double mean_min, int c)
{
    double blocked = 1.0;
    const double load = per_min * mean_min;
    for (int i = 1; i <= c; i++)
        blocked = load * blocked / (i + load * blocked);
    const double waits = blocked / (1.0 - load / c * (1.0 - blocked));
    return mean_min + waits / (c / mean_min - per_min);
}

static void professionals_work_requests_as_a_queue_of_their_line(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(
        &t, "queue",
        THEORY_SPAN(30, 2, 2) ORIENTED
        "demand = { rate = \"1.5 /min\"; busyness_cv = 0; };\n"
        "lines = ( { name = \"x\"; weight = 4; }, { name = \"y\"; professionals = 1; } );\n"
        "requests = { status = 0; called_back = 0; professionals = 3;\n"
        "    work_time = { law = \"exponential\"; mean = \"2 min\"; }; };\n",
        30));
    assert_true(theory_run(&t, 150));
    theory_compare(&t, "x", theory_cell(&t, "line", "x", "request_time_mean"),
                   60.0 * erlang_c_time(1.2, 2.0, 3), 0.004);
    theory_compare(&t, "y", theory_cell(&t, "line", "y", "request_time_mean"),
                   60.0 * erlang_c_time(0.3, 2.0, 1), 0.004);
    theory_compare(&t, "x at end", theory_cell(&t, "line", "x", "requests_open_at_end"),
                   1.2 * erlang_c_time(1.2, 2.0, 3), 0.1);
    assert_true(theory_close(&t));
}

/* Seven in ten are called back, and three in five pick up, each of three times. */
static void call_backs_are_tried_a_limited_number_of_times(void **state)
{
    static const double reached = 1.0 - 0.4 * 0.4 * 0.4, tries = 1.0 + 0.4 + 0.16;
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "call-backs",
                    THEORY_SPAN(30, 6, 8) ORIENTED
                    "demand = { rate = \"1.5 /min\"; busyness_cv = 0; };\n"
                    "requests = { status = 0; called_back = 0.7;\n"
                    "    delay = { law = \"deterministic\"; mean = \"1 day\"; }; };\n"
                    "outbound = { picked_up = 0.6; tries = 3; length = \"120 s\"; unanswered = "
                    "\"30 s\"; };\n",
                    60));
    assert_true(theory_run(&t, 30));
    theory_compare(&t, "called", theory_figure(&t, "callbacks"), 0.7 * 1.5 * MINUTES,
                   THEORY_SHARP);
    theory_compare(&t, "reached", theory_figure(&t, "callbacks_reached"),
                   0.7 * 1.5 * MINUTES * reached, THEORY_SHARP);
    theory_compare(&t, "in vain", theory_figure(&t, "callbacks_unreached"),
                   0.7 * 1.5 * MINUTES * (1.0 - reached), 0.005);
    theory_compare(&t, "tries", theory_figure(&t, "callback_tries"),
                   0.7 * 1.5 * MINUTES * tries, THEORY_SHARP);
    theory_compare(&t, "undeliverable", theory_ratio(&t, "needs_undeliverable", "needs"),
                   0.7 * (1.0 - reached), 0.005);
    theory_compare(&t, "closed", theory_ratio(&t, "needs_closed", "needs"),
                   1.0 - 0.7 * (1.0 - reached), THEORY_SHARP);
    const double each_s = reached * 120.0 + (tries - reached) * 30.0;
    theory_compare(&t, "hours", theory_figure(&t, "callback_hours"),
                   0.7 * 1.5 * MINUTES * each_s / 3600.0, THEORY_SHARP);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"),
                   (1.5 / 60.0 * 240.0 + 0.7 * 1.5 / 60.0 * each_s) / 60.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

/* Who finds nobody free leaves to be called back at once: a queue in which people wait at home,
 * M/M/c all the same. */
static void callers_who_take_the_offer_keep_their_place(void **state)
{
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "offer",
                    THEORY_SPAN(30, 1, 1) THEORY_PLAIN THEORY_AGENTS
                    "demand = { rate = \"1.5 /min\"; busyness_cv = 0; };\n"
                    "handling = { law = \"exponential\"; mean = \"4 min\"; };\n"
                    "patience = { law = \"never\"; };\n"
                    "callback_offer = { accept = 1; after = \"0 s\"; picked_up = 1; };\n",
                    8));
    assert_true(theory_run(&t, 100));
    const double wait_s = 60.0 * (erlang_c_time(1.5, 4.0, 8) - 4.0);
    theory_compare(&t, "left", theory_ratio(&t, "left_by_offer", "offered"),
                   wait_s * (8.0 / 240.0 - 1.5 / 60.0), 0.005);
    theory_compare(&t, "first answer", theory_figure(&t, "time_to_first_answer"), wait_s,
                   0.008);
    theory_compare(&t, "occupancy", theory_figure(&t, "occupancy"), 0.75, THEORY_SHARP);
    theory_compare(&t, "reached", theory_figure(&t, "need_answer_rate"), 1.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(callers_ask_as_often_as_their_requests_are_open),
        cmocka_unit_test(requests_are_open_as_long_as_asked),
        cmocka_unit_test(professionals_work_requests_as_a_queue_of_their_line),
        cmocka_unit_test(call_backs_are_tried_a_limited_number_of_times),
        cmocka_unit_test(callers_who_take_the_offer_keep_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
