/* Erlang A: how long callers wait, and how many hang up, when patience is exponential.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <math.h>
#include <string.h>

static const struct theory_pair pairs[] = {
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "p_wait", .measure = "p_wait" },
    { .column = "p_answered", .measure = "answer_rate" },
    { .column = "p_abandon", .measure = "abandonment_rate", .sharp = 0.005 },
    { .column = "p_abandon", .measure = "abandonment_rate_pure", .sharp = 0.005 },
    { .column = "mean_queue", .measure = "queue_mean", .sharp = 0.005 },
    { .column = "mean_wait_all", .measure = "wait_mean", .unit = 60.0, .sharp = 0.005 },
    { .column = "mean_wait_answered",
      .measure = "wait_answered_mean",
      .unit = 60.0,
      .sharp = 0.005 },
    { .column = "mean_wait_abandoned",
      .measure = "wait_abandoned_mean",
      .unit = 60.0,
      .sharp = 0.005 },
    { .column = "sl_of_offered", .measure = "service_level" },
    { .column = "sl_of_answered", .measure = "service_level_of_answered" },
    { .column = "sl_excluding_short_abandons", .measure = "service_level_excluding_short" },
    { .column = "sl_wait_le_t", .measure = "service_level_left" },
};
static const size_t n_pairs = sizeof pairs / sizeof pairs[0];

/* A case, with calls longer by a factor than theory is told. */
static void run_case(struct theory *t, const char *id, size_t replications, double longer)
{
    assert_true(theory_open(t, id,
                            THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING
                                THEORY_PATIENCE THEORY_WITHIN THEORY_AGENTS,
                            exact(id, "arrival_rate"), exact(id, "mean_service") * longer,
                            exact(id, "mean_patience"), exact(id, "awt"),
                            (int)exact(id, "servers")));
    assert_true(theory_run(t, replications));
}

static void waits_and_hang_ups_follow_erlang_a(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        size_t replications;
    } cases[] = { { "A1", 240 }, { "A2", 100 }, { "A3", 20 }, { "A4", 180 } };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct theory t;
        run_case(&t, cases[i].id, cases[i].replications, 1.0);
        theory_compare_pairs(&t, pairs, n_pairs);
        theory_compare(&t, "handling", theory_figure(&t, "handling_mean"),
                       60.0 * exact(t.id, "mean_service"), THEORY_SHARP);
        theory_compare(&t, "patience", theory_figure(&t, "patience_mean"),
                       60.0 * exact(t.id, "mean_patience"), THEORY_SHARP);
        assert_true(theory_close(&t));
    }
}

/* These tests have power: they see calls that are longer by 1 %. */
static void calls_longer_by_one_per_cent_are_seen(void **state)
{
    (void)state;
    static const char *const telling[] = { "occupancy", "answer_rate", "p_wait",
                                           "service_level" };
    struct theory t;
    run_case(&t, "A1", 200, 1.01);
    for (size_t i = 0; i < n_pairs; i++)
        for (size_t j = 0; j < sizeof telling / sizeof telling[0]; j++) {
            if (strcmp(pairs[i].measure, telling[j]) != 0) continue;
            const struct figure figure = theory_figure(&t, telling[j]);
            assert_true(fabs(figure_z(figure, exact("A1", pairs[i].column))) > THEORY_Z);
        }
    theory_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waits_and_hang_ups_follow_erlang_a),
        cmocka_unit_test(calls_longer_by_one_per_cent_are_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
