/* Pools that share nothing: each is a queue of its own, and knows nothing of the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#define OF(line_) .axis = "line", .cell = (line_)
#define PAIRS(line_)                                                                           \
    { .column = "p_wait", .measure = "p_wait", OF(line_) },                                    \
        { .column = "p_answered", .measure = "answer_rate", OF(line_) },                       \
        { .column = "p_abandon", .measure = "abandonment_rate", OF(line_), .sharp = 0.005 },   \
        { .column = "mean_wait_all",                                                           \
          .measure = "wait_mean",                                                              \
          OF(line_),                                                                           \
          .unit = 60.0,                                                                        \
          .sharp = 0.005 },                                                                    \
        { .column = "mean_wait_answered",                                                      \
          .measure = "wait_answered_mean",                                                     \
          OF(line_),                                                                           \
          .unit = 60.0,                                                                        \
          .sharp = 0.005 },                                                                    \
    {                                                                                          \
        .column = "occupancy", .measure = "occupancy", .axis = "group", .cell = (line_)        \
    }

static const struct theory_pair quiet[] = { PAIRS("A1") }, busy[] = { PAIRS("A2") };

/* Two cases of Erlang A with the same callers and calls, as two lines of one scenario. */
static void two_pools_are_two_queues(void **state)
{
    struct theory t;
    const double rate_1 = exact("A1", "arrival_rate"), rate_2 = exact("A2", "arrival_rate");
    (void)state;
    assert_true(theory_open(
        &t, "A1",
        THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING THEORY_PATIENCE
        "lines = ( { name = \"A1\"; weight = %.10g; }, { name = \"A2\"; weight = %.10g; } );\n"
        "groups = ( { name = \"A1\"; agents = %d; }, { name = \"A2\"; agents = %d; } );\n"
        "routes = ( { lines = ( \"A1\" ); steps = ( { groups = ( \"A1\" ); } ); },\n"
        "           { lines = ( \"A2\" ); steps = ( { groups = ( \"A2\" ); } ); } );\n",
        rate_1 + rate_2, exact("A1", "mean_service"), exact("A1", "mean_patience"), rate_1,
        rate_2, (int)exact("A1", "servers"), (int)exact("A2", "servers")));
    assert_true(theory_run(&t, 240));
    theory_compare_pairs(&t, quiet, sizeof quiet / sizeof quiet[0]);
    t.id = "A2";
    theory_compare_pairs(&t, busy, sizeof busy / sizeof busy[0]);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_pools_are_two_queues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
