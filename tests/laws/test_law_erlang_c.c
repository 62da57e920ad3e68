/* Erlang C: how long callers wait who never hang up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

/* Waits without end vary so much that their means are seen less sharply; but they react some
 * ten times over to an error in the load. */
static const struct theory_pair pairs[] = {
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "p_wait", .measure = "p_wait", .sharp = 0.004 },
    { .column = "asa", .measure = "wait_mean", .unit = 60.0, .sharp = 0.01 },
    { .column = "asa", .measure = "wait_answered_mean", .unit = 60.0, .sharp = 0.01 },
    { .column = "mean_queue", .measure = "queue_mean", .sharp = 0.01 },
    { .column = "service_level", .measure = "service_level" },
    { .column = "service_level", .measure = "service_level_of_answered" },
    { .column = "wait_p90", .measure = "wait_p90", .unit = 60.0, .sharp = 0.01 },
    { .column = "wait_p95", .measure = "wait_p95", .unit = 60.0, .sharp = 0.01 },
};

static void waits_are_erlangs(const char *id, size_t replications)
{
    struct theory t;
    assert_true(theory_open(&t, id,
                            THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING
                            "patience = { law = \"never\"; };\n" THEORY_WITHIN THEORY_AGENTS,
                            exact(id, "arrival_rate"), exact(id, "mean_service"),
                            exact(id, "awt"), (int)exact(id, "servers")));
    assert_true(theory_run(&t, replications));
    theory_compare_pairs(&t, pairs, sizeof pairs / sizeof pairs[0]);
    theory_compare(&t, "hang-ups", theory_figure(&t, "abandonment_rate"), 0.0, THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void waits_follow_erlang_c(void **state)
{
    (void)state;
    waits_are_erlangs("C1", 700);
    waits_are_erlangs("C2", 220);
    waits_are_erlangs("C3", 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(waits_follow_erlang_c) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
