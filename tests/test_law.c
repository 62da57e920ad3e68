/* Laws of chance: their moments, their shape, and what a longer mean does to a draw.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/law.h"

#include <string.h>

enum { DRAWS = 200000 };
static const struct sim_stream stream = { 23, 1 };
static double drawn[DRAWS];

static struct sim_arena arena;
static struct sim_faults faults;

static int close_all(void **state)
{
    (void)state;
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return 0;
}

/* As a reader leaves it where only the law and its mean are written. */
static struct sim_law written(enum sim_law_kind kind, double mean)
{
    return (struct sim_law){ .kind = kind,
                             .mean = mean,
                             .factor = 1.0,
                             .cv = 1.0,
                             .shape = NAN,
                             .p = NAN,
                             .mean_1 = NAN,
                             .mean_2 = NAN };
}

static void complete(struct sim_law *law)
{
    if (!sim_law_check(law, "it.law", &arena, &faults))
        fail_msg("%s: %s", sim_law_names[law->kind], faults.items[0].what);
}

static void draw_all(const struct sim_law *law, uint32_t lane)
{
    for (uint32_t i = 0; i < DRAWS; i++) {
        const struct sim_draw draw = draw_of(&stream, i, lane);
        drawn[i] = sim_law_draw(law, &draw);
    }
}

struct law_case {
    struct sim_law law;
    double mean, cv; /* by theory */
};

static double weibull_cv(double shape)
{
    const double first = tgamma(1.0 + 1.0 / shape), second = tgamma(1.0 + 2.0 / shape);
    return sqrt(second / (first * first) - 1.0);
}

/* Mean 240 all of them, but those that have their own. */
static size_t cases_fill(struct law_case *all)
{
    static double values[] = { 10, 60, 300, 0 }, weights[] = { 1, 2, 3, 4 };
    size_t n = 0;
#define CASE(kind_, mean_, cv_, ...)                                                           \
    all[n] = (struct law_case){ written(kind_, 240.0), (mean_), (cv_) };                       \
    __VA_ARGS__                                                                                \
    n++
    CASE(SIM_EXPONENTIAL, 240.0, 1.0, ;);
    CASE(SIM_EXPONENTIAL, 480.0, 1.0, all[n].law.factor = 2.0;);
    CASE(SIM_LOGNORMAL, 240.0, 0.8, all[n].law.cv = 0.8;);
    CASE(SIM_LOGNORMAL, 240.0, 0.1, all[n].law.cv = 0.1;);
    CASE(SIM_WEIBULL, 240.0, weibull_cv(0.7), all[n].law.shape = 0.7;);
    CASE(SIM_WEIBULL, 240.0, weibull_cv(3.0), all[n].law.shape = 3.0;);
    CASE(SIM_GAMMA, 240.0, 0.5, all[n].law.cv = 0.5;);
    CASE(SIM_GAMMA, 240.0, 1.5, all[n].law.cv = 1.5;);
    CASE(SIM_GAMMA, 240.0, sqrt(1.0 / 2.5), all[n].law.shape = 2.5;);
    CASE(SIM_ERLANG, 240.0, sqrt(1.0 / 3.0), all[n].law.shape = 3.0;);
    CASE(SIM_UNIFORM_LAW, 240.0, 0.3, all[n].law.cv = 0.3;);
    CASE(SIM_UNIFORM_LAW, 240.0, 1.0 / sqrt(3.0), ;);
    CASE(SIM_DETERMINISTIC, 240.0, 0.0, ;);
    /* 30 % of mean 600, 70 % of mean 60: variance 2 sum p m^2 - mean^2. */
    CASE(SIM_HYPEREXPONENTIAL, 222.0,
         sqrt(2.0 * (0.3 * 360000.0 + 0.7 * 3600.0) / (222.0 * 222.0) - 1.0),
         all[n].law.p = 0.3;
         all[n].law.mean_1 = 600.0; all[n].law.mean_2 = 60.0;);
    /* Mean 103, mean of squares 27730. */
    CASE(SIM_EMPIRICAL, 103.0, sqrt(27730.0 / (103.0 * 103.0) - 1.0),
         all[n].law.values = ((struct sim_reals){ values, 4 });
         all[n].law.weights = ((struct sim_reals){ weights, 4 }););
#undef CASE
    return n;
}

static void every_law_has_its_mean_and_its_coefficient_of_variation(void **state)
{
    (void)state;
    struct law_case all[20];
    const size_t n = cases_fill(all);
    for (size_t i = 0; i < n; i++) {
        complete(&all[i].law);
        assert_near(all[i].law.expected, all[i].mean, 1e-12 * all[i].mean);
        draw_all(&all[i].law, (uint32_t)i % 4);
        const struct sample sample = sample_of(drawn, DRAWS);
        assert_near(sample.mean, all[i].mean, 4.0 * sample.se_mean + 1e-9);
        assert_near(sample.cv, all[i].cv, 4.0 * sample.se_cv + 1e-9);
    }
}

static double erlang_below(double x)
{
    return gsl_cdf_gamma_P(x, 3.0, 80.0);
}

static double lognormal_below(double x)
{
    const double variance = log1p(0.64);
    return gsl_cdf_lognormal_P(x, log(240.0) - variance / 2.0, sqrt(variance));
}

static double weibull_below(double x)
{
    return gsl_cdf_weibull_P(x, 240.0 / tgamma(1.0 + 1.0 / 0.7), 0.7);
}

static double hyperexponential_below(double x)
{
    return 0.3 * -expm1(-x / 600.0) + 0.7 * -expm1(-x / 60.0);
}

static double uniform_below(double x)
{
    return x / 480.0;
}

static void laws_have_their_shape(void **state)
{
    (void)state;
    struct sim_law laws[] = { written(SIM_ERLANG, 240.0), written(SIM_LOGNORMAL, 240.0),
                              written(SIM_WEIBULL, 240.0), written(SIM_HYPEREXPONENTIAL, 1.0),
                              written(SIM_UNIFORM_LAW, 240.0) };
    double (*const below[])(double) = { erlang_below, lognormal_below, weibull_below,
                                        hyperexponential_below, uniform_below };
    laws[0].shape = 3.0;
    laws[1].cv = 0.8;
    laws[2].shape = 0.7;
    laws[3].p = 0.3;
    laws[3].mean_1 = 600.0;
    laws[3].mean_2 = 60.0;
    for (uint32_t i = 0; i < 5; i++) {
        complete(&laws[i]);
        draw_all(&laws[i], i % 4);
        assert_true(ks_distance(drawn, DRAWS, below[i]) < 1.95);
        assert_true(drawn[0] >= 0.0);
    }
}

static void a_longer_mean_gives_the_same_caller_a_longer_call(void **state)
{
    (void)state;
    struct law_case all[20];
    const size_t n = cases_fill(all);
    for (size_t i = 0; i < n; i++) {
        struct sim_law short_law = all[i].law, long_law = all[i].law, factor = all[i].law;
        long_law.mean *= 2.0;
        long_law.mean_1 *= 2.0;
        long_law.mean_2 *= 2.0;
        factor.factor *= 1.01;
        complete(&short_law);
        complete(&long_law);
        complete(&factor);
        draw_all(&short_law, 1);
        for (uint32_t k = 0; k < 2000; k++) {
            const struct sim_draw draw = draw_of(&stream, k, 1);
            if (short_law.kind != SIM_EMPIRICAL)
                assert_true(sim_law_draw(&long_law, &draw) == 2.0 * drawn[k]);
            assert_near(sim_law_draw(&factor, &draw), 1.01 * drawn[k], 1e-12 * drawn[k]);
        }
    }
}

static void empirical_values_come_as_often_as_they_weigh(void **state)
{
    (void)state;
    static double values[] = { 10, 60, 300, 0, 77 }, weights[] = { 1, 2, 3, 4, 0 };
    struct sim_law law = written(SIM_EMPIRICAL, NAN);
    law.values = (struct sim_reals){ values, 5 };
    law.weights = (struct sim_reals){ weights, 5 };
    complete(&law);
    draw_all(&law, 0);
    double seen[5] = { 0.0 }, squares = 0.0;
    for (size_t i = 0; i < DRAWS; i++) {
        size_t v = 0;
        while (v < 4 && drawn[i] != values[v])
            v++;
        assert_true(drawn[i] == values[v]);
        seen[v]++;
    }
    assert_true(seen[4] == 0.0);
    for (size_t v = 0; v < 4; v++) {
        const double wanted = weights[v] / 10.0 * DRAWS;
        squares += (seen[v] - wanted) * (seen[v] - wanted) / wanted;
    }
    assert_true(gsl_cdf_chisq_Q(squares, 3.0) > 0.001);
}

static void empirical_values_without_weights_are_alike(void **state)
{
    (void)state;
    static double values[] = { 5, 5, 20 };
    struct sim_law law = written(SIM_EMPIRICAL, NAN);
    law.values = (struct sim_reals){ values, 3 };
    complete(&law);
    assert_near(law.expected, 10.0, 1e-12);
    draw_all(&law, 0);
    assert_near(sample_of(drawn, DRAWS).mean, 10.0, 4.0 * sqrt(50.0 / DRAWS));
}

static void who_never_gives_up_waits_for_ever(void **state)
{
    (void)state;
    struct sim_law law = written(SIM_NEVER, 60.0);
    complete(&law);
    assert_true(isinf(law.expected));
    draw_all(&law, 0);
    for (size_t i = 0; i < DRAWS; i++)
        assert_true(isinf(drawn[i]) && drawn[i] > 0.0);
}

/* Lanes of one block serve different purposes: they must not move together in any law. */
static void two_lanes_of_an_address_are_not_correlated_in_any_law(void **state)
{
    (void)state;
    static double other[DRAWS];
    struct law_case all[20];
    const size_t n = cases_fill(all);
    for (size_t i = 0; i < n; i++) {
        if (all[i].law.kind == SIM_DETERMINISTIC) continue;
        complete(&all[i].law);
        draw_all(&all[i].law, 3);
        for (size_t k = 0; k < DRAWS; k++)
            other[k] = drawn[k];
        draw_all(&all[i].law, 1);
        const struct sample a = sample_of(drawn, DRAWS), b = sample_of(other, DRAWS);
        double products = 0.0;
        for (size_t k = 0; k < DRAWS; k++)
            products += (drawn[k] - a.mean) * (other[k] - b.mean) / (a.sd * b.sd);
        assert_near(products / DRAWS, 0.0, 4.0 / sqrt(DRAWS));
    }
}

static void without_spread_every_draw_is_the_mean(void **state)
{
    (void)state;
    static const enum sim_law_kind kinds[] = { SIM_LOGNORMAL, SIM_UNIFORM_LAW };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct sim_law law = written(kinds[i], 240.0);
        law.cv = 0.0;
        complete(&law);
        const struct sim_draw draw = draw_of(&stream, 1, 0);
        assert_true(sim_law_draw(&law, &draw) == 240.0);
    }
}

static void assert_refused(struct sim_law law, const char *what)
{
    const size_t before = faults.n;
    assert_false(sim_law_check(&law, "patience.law", &arena, &faults));
    assert_int_equal(faults.n, before + 1);
    assert_string_equal(faults.items[before].what, what);
    assert_string_equal(faults.items[before].path, "patience.law");
    assert_string_equal(faults.items[before].got, sim_law_names[law.kind]);
    assert_int_equal(faults.items[before].severity, SIM_INPUT);
}

static void what_a_law_lacks_is_a_fault(void **state)
{
    (void)state;
    static double values[] = { 0, 0 }, weights[] = { 0, 0, 0 };
    assert_refused(written(SIM_WEIBULL, 60.0), "a Weibull law needs its shape");
    struct sim_law law = written(SIM_ERLANG, 60.0);
    const char *const phases = "an Erlang law needs a whole number of phases as its shape";
    assert_refused(law, phases);
    law.shape = 2.5;
    assert_refused(law, phases);
    law.shape = 0.5;
    assert_refused(law, phases);
    law = written(SIM_GAMMA, 60.0);
    law.cv = 0.0;
    assert_refused(law, "a gamma law needs a cv above 0");
    law = written(SIM_HYPEREXPONENTIAL, 60.0);
    law.p = 0.5;
    law.mean_1 = 5.0;
    assert_refused(law, "a hyperexponential law needs p, mean_1 and mean_2");
    law = written(SIM_EMPIRICAL, 60.0);
    assert_refused(law, "an empirical law needs its values");
    law.values = (struct sim_reals){ values, 2 };
    assert_refused(law, "the values of an empirical law are all zero");
    values[1] = 1.0;
    law.weights = (struct sim_reals){ weights, 2 };
    assert_refused(law, "the weights of an empirical law sum to zero");
    law.weights.n = 3;
    assert_refused(law, "an empirical law needs as many weights as values");
}

static void names_and_types_stand_in_the_same_order(void **state)
{
    (void)state;
    for (int i = 0; i < SIM_N_LAWS; i++)
        assert_string_equal(sim_laws[i].name, sim_law_names[i]);
    assert_null(sim_law_names[SIM_N_LAWS]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_law_has_its_mean_and_its_coefficient_of_variation,
                                  close_all),
        cmocka_unit_test_teardown(laws_have_their_shape, close_all),
        cmocka_unit_test_teardown(a_longer_mean_gives_the_same_caller_a_longer_call, close_all),
        cmocka_unit_test_teardown(empirical_values_come_as_often_as_they_weigh, close_all),
        cmocka_unit_test_teardown(empirical_values_without_weights_are_alike, close_all),
        cmocka_unit_test_teardown(who_never_gives_up_waits_for_ever, close_all),
        cmocka_unit_test_teardown(two_lanes_of_an_address_are_not_correlated_in_any_law,
                                  close_all),
        cmocka_unit_test_teardown(without_spread_every_draw_is_the_mean, close_all),
        cmocka_unit_test_teardown(what_a_law_lacks_is_a_fault, close_all),
        cmocka_unit_test(names_and_types_stand_in_the_same_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
