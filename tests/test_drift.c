/* What has changed: tests by hand, the level that holds for all together, and what is heard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/drift.h"

#include <math.h>

enum { MOST = 40, FAMILY = 30 };

struct made {
    double over[MOST], under[MOST];
};

static struct sim_series series_of(const struct made *made, size_t n)
{
    return (struct sim_series){ made->over, made->under, n, 1 };
}

static double noise(uint64_t experiment, uint32_t who, uint32_t i)
{
    const struct sim_stream stream = { experiment, i };
    const struct sim_draw draw = draw_of(&stream, who, 0);
    return sim_normal(&draw);
}

/* Means of normal variates, all of which share a part as measures of one run do. */
static void made_fill(struct made *made, uint64_t experiment, uint32_t who, double mean)
{
    for (uint32_t i = 0; i < MOST; i++) {
        made->over[i] =
            mean + noise(experiment, 1000 + who / FAMILY, i) + noise(experiment, who, i);
        made->under[i] = 1.0;
    }
}

static const struct sim_drift_way apart = { 0 }, paired = { .paired = true },
                                  counts_apart = { .counts = true },
                                  counts_paired = { .paired = true, .counts = true };

static void apart_is_welchs_test(void **state)
{
    (void)state;
    const struct made a = { { 10, 12, 14 }, { 1, 1, 1 } },
                      b = { { 15, 16, 19, 22, 23 }, { 1, 1, 1, 1, 1 } };
    const struct sim_drift d = sim_drift_of(series_of(&a, 3), series_of(&b, 5), &apart);
    assert_int_equal(d.test, SIM_DRIFT_APART);
    assert_near(d.was, 12.0, 1e-12);
    assert_near(d.is, 19.0, 1e-12);
    /* t = 7 / sqrt(4/3 + 12.5/5) = 3.5755, degrees (4/3 + 2.5)^2 / ((4/3)^2/2 + 2.5^2/4) */
    const double v = 4.0 / 3.0 + 2.5;
    const double degrees = v * v / (16.0 / 18.0 + 6.25 / 4.0);
    assert_near(degrees, 5.995, 1e-3);
    assert_near(d.p, 2.0 * gsl_cdf_tdist_Q(7.0 / sqrt(v), degrees), 1e-12);
    assert_near(d.p, 0.0117, 1e-4);
}

static void the_same_people_are_compared_pair_by_pair(void **state)
{
    (void)state;
    const struct made a = { { 10, 20, 30, 40 }, { 1, 1, 1, 1 } },
                      b = { { 11, 21, 32, 40 }, { 1, 1, 1, 1 } };
    const struct sim_drift d = sim_drift_of(series_of(&a, 4), series_of(&b, 4), &paired);
    /* differences 1, 1, 2, 0: t = 1 / sqrt(2/3 / 4) = 2.449, 3 degrees */
    assert_int_equal(d.test, SIM_DRIFT_PAIRED);
    assert_near(d.p, 0.0917, 1e-4);
    assert_true(sim_drift_of(series_of(&a, 4), series_of(&b, 4), &apart).p > 0.9);
}

static void what_is_the_same_has_not_changed_and_what_never_varies_has(void **state)
{
    (void)state;
    const struct made a = { { 5, 5, 5 }, { 1, 1, 1 } }, b = { { 6, 6, 6 }, { 1, 1, 1 } };
    struct made c = { { 5, 5, 5 }, { 1, 1, 1 } };
    assert_true(sim_drift_of(series_of(&a, 3), series_of(&a, 3), &paired).p == 1.0);
    assert_true(sim_drift_of(series_of(&a, 3), series_of(&a, 3), &apart).p == 1.0);
    assert_true(sim_drift_of(series_of(&a, 3), series_of(&b, 3), &paired).p == 0.0);
    assert_true(sim_drift_of(series_of(&a, 3), series_of(&b, 3), &apart).p == 0.0);
    /* the last digits of a sum are no change */
    for (int i = 0; i < 3; i++)
        c.over[i] = 5 * (1 + 1e-13);
    assert_true(sim_drift_of(series_of(&a, 3), series_of(&c, 3), &paired).p == 1.0);
}

static void what_is_undefined_is_not_tested(void **state)
{
    (void)state;
    const struct made a = { { 0, 0, 0 }, { 0, 0, 0 } }, b = { { 6, 7, 6 }, { 1, 1, 1 } };
    const struct sim_drift d = sim_drift_of(series_of(&a, 3), series_of(&b, 3), &apart);
    assert_int_equal(d.test, SIM_DRIFT_UNTESTED);
    assert_true(d.p == 1.0);
    assert_int_equal(sim_drift_of(series_of(&b, 1), series_of(&b, 3), &apart).test,
                     SIM_DRIFT_UNTESTED);
}

/* Fisher's tea: 1 of 4 against 3 of 4, p = 34/70. Rare needs half of all without any. */
static void rare_counts_of_other_people_are_fishers(void **state)
{
    (void)state;
    const struct made a = { { 0, 0, 0, 2 }, { 1, 1, 1, 1 } },
                      b = { { 7, 1, 0, 30 }, { 1, 1, 1, 1 } };
    struct made none = { { 0 }, { 0 } }, some = none;
    const struct sim_drift d = sim_drift_of(series_of(&a, 4), series_of(&b, 4), &counts_apart);
    assert_int_equal(d.test, SIM_DRIFT_RARE);
    assert_near(d.p, 34.0 / 70.0, 1e-12);
    for (int i = 0; i < 20; i++) {
        none.under[i] = some.under[i] = 1.0;
        some.over[i] = i < 8;
    }
    /* 0 of 20 against 8 of 20: 2 C(20,8) / C(40,8) */
    const struct sim_drift e =
        sim_drift_of(series_of(&none, 20), series_of(&some, 20), &counts_apart);
    assert_int_equal(e.test, SIM_DRIFT_RARE);
    assert_near(e.p, 2.0 * 125970.0 / 76904685.0, 1e-9);
}

static void rare_counts_of_the_same_people_are_a_sign_test(void **state)
{
    (void)state;
    struct made a = { { 0 }, { 0 } }, b = a;
    for (int i = 0; i < 20; i++) {
        a.under[i] = b.under[i] = 1.0;
        b.over[i] = i < 7 ? 1.0 + i : 0.0;
    }
    a.over[19] = 3.0;
    /* of 8 that differ, 7 have more now: 2 (1 + 8) / 256 */
    const struct sim_drift d =
        sim_drift_of(series_of(&a, 20), series_of(&b, 20), &counts_paired);
    assert_int_equal(d.test, SIM_DRIFT_RARE);
    assert_near(d.p, 18.0 / 256.0, 1e-12);
    assert_near(sim_drift_of(series_of(&b, 20), series_of(&a, 20), &counts_paired).p,
                18.0 / 256.0, 1e-12);
    const struct sim_drift_way other = paired;
    assert_int_equal(sim_drift_of(series_of(&a, 20), series_of(&b, 20), &other).test,
                     SIM_DRIFT_PAIRED);
}

static void a_tolerance_lets_pass_what_does_not_matter(void **state)
{
    (void)state;
    struct made a, b;
    made_fill(&a, 1, 1, 10.0);
    made_fill(&b, 1, 1, 10.5);
    for (int i = 0; i < MOST; i++)
        b.over[i] += i % 2 ? 0.01 : -0.01;
    struct sim_drift_way way = paired;
    assert_true(sim_drift_of(series_of(&a, MOST), series_of(&b, MOST), &way).p < 1e-9);
    way.tolerance = 0.49;
    assert_true(sim_drift_of(series_of(&a, MOST), series_of(&b, MOST), &way).p < 1e-3);
    way.tolerance = 0.501;
    assert_true(sim_drift_of(series_of(&a, MOST), series_of(&b, MOST), &way).p == 1.0);
}

/* Holm: .01 x 4, .02 x 3, .03 x 2 (not below the one before), .04 x 1 likewise. */
static void together_is_holms_adjustment(void **state)
{
    (void)state;
    struct sim_drift all[4] = { { .p = 0.04 }, { .p = 0.01 }, { .p = 0.03 }, { .p = 0.02 } };
    struct sim_drift *drifts[] = { &all[0], &all[1], &all[2], &all[3] };
    assert_true(sim_drift_together(drifts, 4));
    assert_near(all[1].together, 0.04, 1e-12);
    assert_near(all[3].together, 0.06, 1e-12);
    assert_near(all[2].together, 0.06, 1e-12);
    assert_near(all[0].together, 0.06, 1e-12);
    assert_true(sim_drift_together(drifts, 0));
}

/* How many of so many families of 30 measures have one that is called changed. */
static int n_failing(int experiments, size_t n, double moved, const struct sim_drift_way *way)
{
    int failing = 0;
    for (uint32_t e = 0; e < (uint32_t)experiments; e++) {
        struct sim_drift all[FAMILY], *drifts[FAMILY];
        bool fails = false;
        for (uint32_t k = 0; k < FAMILY; k++) {
            struct made was, is;
            made_fill(&was, e + 1, k, 20.0);
            made_fill(&is, e + 1, FAMILY + k, 20.0 + (k == 3 ? moved : 0.0));
            drifts[k] = &all[k];
            all[k] = sim_drift_of(series_of(&was, n), series_of(&is, n), way);
        }
        assert_true(sim_drift_together(drifts, FAMILY));
        for (uint32_t k = 0; k < FAMILY; k++)
            fails = fails || all[k].together <= 0.05;
        failing += fails;
    }
    return failing;
}

/* At most 5 %, and 22 of 300 with luck; measures that hang together make it less. */
static void of_families_that_have_not_changed_one_in_twenty_fails_at_most(void **state)
{
    (void)state;
    assert_in_range(n_failing(300, 20, 0.0, &apart), 3, 22);
    assert_in_range(n_failing(300, 20, 0.0, &paired), 3, 22);
}

/* Six standard errors of a difference, as 1 % of the handling time of a month is with 100. */
static void a_change_of_six_errors_is_caught_nearly_always(void **state)
{
    (void)state;
    const double error = sqrt(2.0 * 2.0 / 40.0);
    assert_in_range(n_failing(100, 40, 6.0 * error, &apart), 97, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(apart_is_welchs_test),
        cmocka_unit_test(the_same_people_are_compared_pair_by_pair),
        cmocka_unit_test(what_is_the_same_has_not_changed_and_what_never_varies_has),
        cmocka_unit_test(what_is_undefined_is_not_tested),
        cmocka_unit_test(rare_counts_of_other_people_are_fishers),
        cmocka_unit_test(rare_counts_of_the_same_people_are_a_sign_test),
        cmocka_unit_test(a_tolerance_lets_pass_what_does_not_matter),
        cmocka_unit_test(together_is_holms_adjustment),
        cmocka_unit_test(of_families_that_have_not_changed_one_in_twenty_fails_at_most),
        cmocka_unit_test(a_change_of_six_errors_is_caught_nearly_always),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
