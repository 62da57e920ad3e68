/* Laws of calls and of patience have the mean and the spread that was asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#include "sim/estimate.h"

#include <math.h>

enum { DAYS = 8000 };

/* Short days: each costs its slots. Whoever waits at their end stays on the line. */
#define SHORT_DAY                                                                              \
    THEORY_SPAN(1, 0, 0)                                                                       \
    THEORY_PLAIN THEORY_AGENTS                                                                 \
        "interval = \"60 min\";\nhours = ( { open = \"08:00\"; close = \"09:00\"; } );\n"      \
        "at_closing = \"stay\";\ndemand = { rate = 80.0; busyness_cv = 0.0; };\n"

/* A law in the words of a scenario, its mean and its squared coefficient of variation. */
struct shape {
    const char *name, *keys;
    double mean_s, cv2;
};

/* Weibull, shape 2: gamma(2) / gamma(1.5)^2 - 1 = 4 / pi - 1. Hyperexponential: 2 (p a^2 + (1 -
 * p) b^2) / mean^2 - 1. */
static const struct shape shapes[] = {
    { "exponential", "law = \"exponential\"; mean = \"200 s\"", 200, 1 },
    { "longer", "law = \"exponential\"; mean = \"200 s\"; factor = 1.25", 250, 1 },
    { "lognormal", "law = \"lognormal\"; mean = \"200 s\"; cv = 0.8", 200, 0.64 },
    { "weibull", "law = \"weibull\"; mean = \"200 s\"; shape = 2.0", 200, 0.27323954473516 },
    { "gamma, cv", "law = \"gamma\"; mean = \"200 s\"; cv = 1.5", 200, 2.25 },
    { "gamma, shape", "law = \"gamma\"; mean = \"200 s\"; shape = 4.0", 200, 0.25 },
    { "erlang", "law = \"erlang\"; mean = \"200 s\"; shape = 3.0", 200, 1.0 / 3.0 },
    { "uniform", "law = \"uniform\"; mean = \"200 s\"; cv = 0.5", 200, 0.25 },
    { "deterministic", "law = \"deterministic\"; mean = \"200 s\"", 200, 0 },
    { "hyperexponential",
      "law = \"hyperexponential\"; p = 0.25; mean_1 = \"100 s\"; mean_2 = \"300 s\"", 250,
      1.24 },
    { "empirical",
      "law = \"empirical\"; values = [ 60.0, 120.0, 300.0 ]; weights = [ 1.0, 2.0, 1.0 ]", 150,
      0.36 },
};

/* Squared coefficient of variation of n draws a day that sum to s: the mean square of s - n
 * mean over n mean^2. */
static struct figure spread(const struct theory *t, const char *measure, double mean_s)
{
    const struct sim_results *results = &t->results;
    const size_t m = sim_results_measure(results, measure);
    struct sim_ratio ratio = { 0 };
    for (size_t i = 0; i < results->n_done; i++) {
        const double sum = results->over[i * results->n_measures + m];
        const double n = results->under[i * results->n_measures + m];
        const double off = sum / mean_s - n;
        sim_ratio_add(&ratio, off * off, n);
    }
    const struct sim_estimate estimate = sim_ratio_estimate(&ratio);
    const double degrees = (double)results->n_done - 1.0;
    return (struct figure){ estimate.value,
                            (estimate.high - estimate.value) / sim_student(degrees), degrees };
}

static void compare_shape(struct theory *t, const char *measure, const struct shape *shape)
{
    assert_true(theory_run(t, DAYS));
    theory_compare(t, shape->name, theory_figure(t, measure), shape->mean_s, THEORY_SHARP);
    const struct figure squared = spread(t, measure, shape->mean_s);
    if (shape->cv2 > 0.0)
        theory_compare(t, "squared cv", squared, shape->cv2, 0.022);
    else
        assert_true(squared.value < 1e-12);
    assert_true(theory_close(t));
}

/* So many agents that nobody waits. */
static void calls_are_as_long_as_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        struct theory t;
        assert_true(theory_open(
            &t, "call", SHORT_DAY "handling = { %s; };\npatience = { law = \"never\"; };\n",
            120, shapes[i].keys));
        compare_shape(&t, "handling_mean", &shapes[i]);
    }
}

/* Nobody answers, so that all hold on for as long as they can. */
static void compare_patience(const struct shape *shape, double trait_cv)
{
    struct theory t;
    assert_true(theory_open(&t, "wait", SHORT_DAY "patience = { %s; trait_cv = %.10g; };\n", 0,
                            shape->keys, trait_cv));
    compare_shape(&t, "patience_mean", shape);
}

static void callers_hold_on_for_as_long_as_asked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        compare_patience(&shapes[i], 0.0);
}

/* A lasting trait of mean 1 on each draw: 1 + cv^2 becomes (1 + cv^2) (1 + trait_cv^2). */
static void a_trait_spreads_patience_and_leaves_its_mean(void **state)
{
    static const struct shape spread_out = { "trait",
                                             "law = \"lognormal\"; mean = \"200 s\"; cv = 0.5",
                                             200, 0.5625 };
    (void)state;
    compare_patience(&spread_out, 0.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_are_as_long_as_asked),
        cmocka_unit_test(callers_hold_on_for_as_long_as_asked),
        cmocka_unit_test(a_trait_spreads_patience_and_leaves_its_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
