/* The yardstick simulates what it says: its values stand beside those of Erlang A.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/bench/yardstick.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { CALLS = 5000000, SERVERS = 10 };

static void assert_near(double got, double wanted, double margin)
{
    if (fabs(got - wanted) > margin)
        fail_msg("got %.9g, wanted %.9g within %.3g", got, wanted, margin);
}

/* 2 calls a minute, 240 s of handling, 300 s of patience; in seconds. */
static struct yardstick_result ten_servers(uint64_t seed)
{
    struct yardstick_result out;
    const double took =
        yardstick_run(CALLS, SERVERS, 2.0 / 60, 1.0 / 240, 1.0 / 300, seed, &out);
    assert_true(took > 0);
    return out;
}

/* Exact: Palm's M/M/c+M. The margins are some four standard errors of 5 million calls, which
 * come in bunches: calls that wait are not independent. */
static void ten_servers_agree_with_erlang_a(void **state)
{
    (void)state;
    const struct yardstick_result out = ten_servers(1);
    const double n = CALLS;
    assert_true(out.calls == CALLS && out.answered + out.abandoned == CALLS);
    assert_near((double)out.waited / n, 0.294691, 0.004);
    assert_near((double)out.abandoned / n, 0.0484449, 0.001);
    assert_near(out.wait_sum / n, 14.53346, 0.3);
}

/* In equilibrium callers leave at the patience rate times the queue: P(abandon) is the rate
 * times the mean wait. */
static void abandonment_is_the_mean_wait_times_the_rate(void **state)
{
    (void)state;
    const struct yardstick_result out = ten_servers(2);
    assert_near((double)out.abandoned, out.wait_sum / 300, 0.015 * (double)out.abandoned);
}

/* One server at ten times its load: the queue outgrows its first ring, and nobody is lost. */
static void a_long_queue_keeps_its_callers(void **state)
{
    (void)state;
    struct yardstick_result out;
    assert_true(yardstick_run(100000, 1, 10, 1, 0.01, 3, &out) > 0);
    assert_true(out.answered + out.abandoned == out.calls);
    assert_near((double)out.answered / 100000, 0.1, 0.005);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_servers_agree_with_erlang_a),
        cmocka_unit_test(abandonment_is_the_mean_wait_times_the_rate),
        cmocka_unit_test(a_long_queue_keeps_its_callers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
