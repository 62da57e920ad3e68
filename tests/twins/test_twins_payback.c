/* A training plan beside the same centre without it: each side is that of a run of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/payback.h"

#define CENTRE                                                                                 \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"17:30\"; } );\n"        \
    "horizon = { start = \"2017-10-02\"; days = 42; warm_up = 2; run_off = 2; };\n"            \
    "demand = { volume = 300; per = \"day\"; };\n"                                             \
    "reasons = ( { name = \"r\"; resolved = 0.4; } );\n"                                       \
    "contracts = ( { name = \"c\"; } );\n"                                                     \
    "groups = ( { name = \"g\"; agents = 6; contract = \"c\"; } );\n"
#define TRAINING                                                                               \
    "training = ( { name = \"m\"; hours = \"4 h\"; sessions = ( { days = \"tuesday\"; from = " \
    "\"10:00\"; to = \"12:00\"; } );\n"                                                        \
    "  changes = ( { reasons = \"r\"; resolved = 0.9; } ); } );\n"

enum { RUNS = 5 };

static struct centre with, without;

static int close_both(void **state)
{
    (void)state;
    centre_close(&with);
    centre_close(&without);
    return 0;
}

/* The mean of a measure over runs of its own. */
static double mean_of(struct centre *self, const char *measure)
{
    double sum = 0.0;
    for (uint32_t i = 0; i < RUNS; i++) {
        centre_replicate(self, 9, i);
        sum += centre_total(self, measure);
    }
    return sum / RUNS;
}

static size_t told(const struct payback *payback, const char *measure)
{
    size_t k = 0;
    while (k < payback->n_told && strcmp(payback->told[k]->name, measure) != 0)
        k++;
    assert_true(k < payback->n_told);
    return k;
}

static void assert_side(const struct payback *payback, const struct sim_results *results,
                        const char *measure)
{
    const size_t k = told(payback, measure);
    const double one = mean_of(&with, measure), other = mean_of(&without, measure);
    assert_near(results->overall[2 * k].value, one, 1e-9 * one);
    assert_near(results->overall[2 * k + 1].value, other, 1e-9 * other + 1e-12);
}

static void each_side_is_a_run_of_its_own(void **state)
{
    struct payback payback;
    struct sim_model model;
    struct sim_results results;
    const struct sim_request request = { .seed = 9, .replications = RUNS, .threads = 2 };
    (void)state;
    centre_open(&with, CENTRE TRAINING);
    centre_open(&without, CENTRE);
    assert_true(payback_open(&payback, &with.scenario, &without.scenario, RUNS, &with.arena,
                             &with.faults));
    assert_true(payback_model(&model, &payback, &with.arena, &with.faults));
    assert_true(sim_replicate(&model, &request, &results, &with.faults));
    assert_side(&payback, &results, "training_hours");
    assert_side(&payback, &results, "attempts_open");
    assert_side(&payback, &results, "answered");

    /* The courses add up to the totals, and begin when training does: on the second day. */
    double given_h = 0.0, saved_h = 0.0;
    for (size_t i = 0; i < RUNS * payback.n_days; i++) {
        given_h += payback.given_h[i];
        saved_h += payback.saved_h[i];
    }
    const size_t hours = told(&payback, "handling_hours");
    assert_near(given_h / RUNS, results.overall[0].value, 1e-9);
    assert_near(saved_h / RUNS,
                results.overall[2 * hours + 1].value - results.overall[2 * hours].value, 1e-6);
    assert_true(payback.given_h[0] == 0.0 && payback.saved_h[0] == 0.0);
    assert_true(payback.given_h[1] > 6.0);
    assert_int_equal(payback_date(&payback, 1) - payback_date(&payback, 0), 1);
    assert_int_equal(payback.n_days, 42);
    sim_results_close(&results);
    payback_close(&payback);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_side_is_a_run_of_its_own, close_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
