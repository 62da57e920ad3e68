/* M/M/n+G: how many hang up, and after how long, by the law of patience.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const struct theory_pair pairs[] = {
    { .column = "occupancy", .measure = "occupancy" },
    { .column = "p_wait", .measure = "p_wait" },
    { .column = "p_answered", .measure = "answer_rate" },
    { .column = "p_abandon", .measure = "abandonment_rate" },
    { .column = "mean_queue", .measure = "queue_mean" },
    { .column = "mean_wait_all", .measure = "wait_mean", .unit = 60.0 },
    { .column = "mean_wait_answered", .measure = "wait_answered_mean", .unit = 60.0 },
    { .column = "p_answered_within_t", .measure = "service_level" },
};

static void hang_ups_follow(const char *id, const char *law)
{
    struct theory t;
    assert_true(
        theory_open(&t, id,
                    THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING
                    "patience = { %s; mean = \"%.10g min\"; };\n" THEORY_WITHIN THEORY_AGENTS,
                    exact(id, "arrival_rate"), exact(id, "mean_service"), law,
                    exact(id, "mean"), exact(id, "awt"), (int)exact(id, "servers")));
    assert_true(theory_run(&t, 130));
    theory_compare_pairs(&t, pairs, sizeof pairs / sizeof pairs[0]);
    theory_compare(&t, "still there within t", theory_figure(&t, "service_level_left"),
                   1.0 - exact(id, "p_wait_gt_t"), THEORY_SHARP);
    theory_compare(&t, "patience", theory_figure(&t, "patience_mean"), 60.0 * exact(id, "mean"),
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void callers_who_all_hold_on_as_long_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G1", "law = \"deterministic\"");
}

static void callers_of_alike_patience_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G2", "law = \"erlang\"; shape = 3.0");
}

static void callers_who_leave_early_or_stay_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G3", "law = \"weibull\"; shape = 0.7");
}

static void callers_of_widely_spread_patience_follow_theory(void **state)
{
    (void)state;
    hang_ups_follow("G4", "law = \"lognormal\"; cv = 1.5");
}

/* Where no table has the exact value: the share of callers who hold on for longer than x, in
 * minutes, and the law in the words of a scenario. Mean 2 min. */
struct survival {
    const char *id, *law;
    double (*longer)(double x);
};

static double weibull(double x)
{
    return exp(-pow(x * tgamma(1.0 + 1.0 / 0.7) / 2.0, 0.7));
}

static double lognormal(double x)
{
    const double variance = log1p(1.5 * 1.5);
    return x > 0.0 ? gsl_cdf_lognormal_Q(x, log(2.0) - 0.5 * variance, sqrt(variance)) : 1.0;
}

static double uniform(double x)
{
    const double half = sqrt(3.0) * 0.5 * 2.0;
    return fmax(0.0, fmin(1.0, 0.5 - (x - 2.0) / (2.0 * half)));
}

static double gamma_law(double x)
{
    return gsl_cdf_gamma_Q(x, 1.0 / 2.25, 2.0 * 2.25);
}

static double hyperexponential(double x)
{
    return 0.6 * exp(-x / 0.5) + 0.4 * exp(-x / 4.25);
}

static double empirical(double x)
{
    return x < 0.5 ? 1.0 : x < 2.0 ? 0.75 : x < 3.5 ? 0.25 : 0.0;
}

static const struct survival survivals[] = {
    { "G3", "law = \"weibull\"; shape = 0.7; mean = \"2 min\"", weibull },
    { "G4", "law = \"lognormal\"; cv = 1.5; mean = \"2 min\"", lognormal },
    { "uniform", "law = \"uniform\"; cv = 0.5; mean = \"2 min\"", uniform },
    { "gamma", "law = \"gamma\"; cv = 1.5; mean = \"2 min\"", gamma_law },
    { "hyper", "law = \"hyperexponential\"; p = 0.6; mean_1 = \"30 s\"; mean_2 = \"255 s\"",
      hyperexponential },
    { "values", "law = \"empirical\"; values = [ 30, 120, 210 ]; weights = [ 1, 2, 1 ]",
      empirical },
};
enum { N_KNOWN = 2, N_SURVIVALS = sizeof survivals / sizeof survivals[0] };

static const double per_min = 2.0, handling_min = 5.0, within_min = 1.0 / 3.0;
enum { AGENTS = 10 };

struct wait {
    double p_wait, p_abandon, mean, p_within;
};

/* The wait x that a caller is offered has the density v(x) = lambda p(n-1) exp(lambda H(x) - n
 * mu x), H the integral of the survival of patience (Baccelli and Hebuterne 1981). */
static struct wait wait_of(double (*longer)(double))
{
    static const double step = 1e-4, end = 30.0;
    const double work = AGENTS / handling_min;
    double idle = 0.0, p = 1.0; /* p(k) over p(0), k < n */
    struct wait wait = { 0 };
    for (int k = 0; k < AGENTS; k++) {
        idle += p;
        if (k < AGENTS - 1) p *= per_min * handling_min / (k + 1);
    }
    double held = 0.0;
    for (double x = 0.5 * step; x < end; x += step) { /* the middle of each step */
        const double q = longer(x);
        held += 0.5 * step * q;
        const double v = step * per_min * p * exp(per_min * held - work * x);
        wait.p_wait += v;
        wait.p_abandon += v * (1.0 - q);
        wait.mean += v * held;
        wait.p_within += x < within_min ? v * q : 0.0;
        held += 0.5 * step * q;
    }
    const double all = idle + wait.p_wait;
    return (struct wait){ wait.p_wait / all, wait.p_abandon / all, wait.mean / all,
                          (idle + wait.p_within) / all };
}

static void assert_close(double value, double wanted)
{
    if (!(fabs(value - wanted) < 1e-4 * wanted)) fail_msg("%.10g, not %.10g", value, wanted);
}

static void the_formula_has_the_known_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_KNOWN; i++) {
        const char *id = survivals[i].id;
        const struct wait wait = wait_of(survivals[i].longer);
        assert_close(wait.p_wait, exact(id, "p_wait"));
        assert_close(wait.p_abandon, exact(id, "p_abandon"));
        assert_close(wait.mean, exact(id, "mean_wait_all"));
        assert_close(wait.p_within, exact(id, "p_answered_within_t"));
    }
}

static void every_other_law_follows_the_formula(void **state)
{
    (void)state;
    for (size_t i = N_KNOWN; i < N_SURVIVALS; i++) {
        struct theory t;
        const struct wait wait = wait_of(survivals[i].longer);
        assert_true(theory_open(&t, survivals[i].id,
                                THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING
                                "patience = { %s; };\n" THEORY_WITHIN THEORY_AGENTS,
                                per_min, handling_min, survivals[i].law, within_min, AGENTS));
        assert_true(theory_run(&t, 130));
        theory_compare(&t, "p_wait", theory_figure(&t, "p_wait"), wait.p_wait, THEORY_SHARP);
        theory_compare(&t, "p_abandon", theory_figure(&t, "abandonment_rate"), wait.p_abandon,
                       THEORY_SHARP);
        theory_compare(&t, "mean_wait_all", theory_figure(&t, "wait_mean"), 60.0 * wait.mean,
                       THEORY_SHARP);
        theory_compare(&t, "within t", theory_figure(&t, "service_level"), wait.p_within,
                       THEORY_SHARP);
        assert_true(theory_close(&t));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_formula_has_the_known_values),
        cmocka_unit_test(every_other_law_follows_the_formula),
        cmocka_unit_test(callers_who_all_hold_on_as_long_follow_theory),
        cmocka_unit_test(callers_of_alike_patience_follow_theory),
        cmocka_unit_test(callers_who_leave_early_or_stay_follow_theory),
        cmocka_unit_test(callers_of_widely_spread_patience_follow_theory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
