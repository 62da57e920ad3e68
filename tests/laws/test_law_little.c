/* Little's law: how many there are is how many come, times how long each stays.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#include <math.h>

enum { DAYS = 50 };

/* Nobody is born after 20:00, so that all who came have gone by midnight: what was lived in the
 * day is what its callers lived. Some balk, some redial; the law does not mind. */
static const char day_that_ends_empty[] = THEORY_SPAN(1, 0, 0) THEORY_PATIENCE
    "demand = { rates = ( { to = \"20:00\"; values = [ 120.0 ]; } ); busyness_cv = 0.2; };\n"
    "message = { length = \"15 s\"; balking = 0.05; };\n"
    "redial = { first = 0.6; later = 0.6; soon = 1.0; next_half_day = 0.0;\n"
    "    delay = { mean = \"10 min\"; }; };\n"
    "again = { probability = 0.0; };\n"
    "handling = { law = \"lognormal\"; mean = \"5 min\"; cv = 0.8; wrap_up = 0.2; };\n"
    "groups = ( { name = \"agents\"; agents = 10; } );\n";

static double row(const struct theory *t, size_t replication, const char *measure)
{
    const size_t i = sim_results_measure(&t->results, measure);
    return t->results.over[replication * t->results.n_measures + i];
}

static void assert_equal(double a, double b)
{
    assert_true(fabs(a - b) <= 1e-9 * fabs(b));
}

static void time_waited_is_the_sum_of_waits(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "day", day_that_ends_empty, 3.0));
    assert_true(theory_run(&t, DAYS));
    for (size_t i = 0; i < DAYS; i++) {
        assert_true(row(&t, i, "wait_mean") > 0.0);
        assert_equal(row(&t, i, "queue_mean"), row(&t, i, "wait_mean"));
        assert_equal(row(&t, i, "occupancy"), row(&t, i, "handling_mean"));
    }
    theory_close(&t);
}

static void callers_waiting_are_arrivals_times_their_wait(void **state)
{
    struct theory t;
    (void)state;
    assert_true(theory_open(&t, "day", day_that_ends_empty, 3.0));
    assert_true(theory_run(&t, DAYS));
    const double per_s = theory_figure(&t, "offered").value / 86400.0;
    assert_equal(theory_figure(&t, "queue_mean").value,
                 per_s * theory_figure(&t, "wait_mean").value);
    theory_close(&t);
}

/* Over a month at rest the edges weigh a caller or two. */
static void the_law_holds_at_rest_but_for_the_edges(void **state)
{
    struct theory t;
    (void)state;
    assert_true(
        theory_open(&t, "rest",
                    THEORY_AT_REST(30)
                        THEORY_PLAIN THEORY_RATE THEORY_HANDLING THEORY_PATIENCE THEORY_AGENTS,
                    1.6, 5.0, 2.0, 8));
    assert_true(theory_run(&t, 10));
    const double per_s = theory_figure(&t, "offered").value / (30.0 * 86400.0);
    const double waiting = per_s * theory_figure(&t, "wait_mean").value;
    assert_true(fabs(theory_figure(&t, "queue_mean").value / waiting - 1.0) < 1e-3);
    theory_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_waited_is_the_sum_of_waits),
        cmocka_unit_test(callers_waiting_are_arrivals_times_their_wait),
        cmocka_unit_test(the_law_holds_at_rest_but_for_the_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
