/* What has been published: examples of papers and handbooks, to the digits they print.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of Erlang B are in test_loss, retrial queues in closed form in test_orbit. */
#include "tests/plan/witness.h"

#include "models/plan/calculator.h"

#include <string.h>

/* Times in minutes, rates a minute. */
struct example {
    const char *source;
    struct calculator question;
    const char *measure;
    double published, half_digit;
};

/* O. Garnett, A. Mandelbaum and M. Reiman, Designing a call center with impatient customers,
 * M&SOM 4, 2002, in the introduction: 48 calls a minute of 1 minute, 50 agents; nobody hangs
 * up, or patience is 2 minutes on average. */
#define PATIENT                                                                                \
    {                                                                                          \
        CALCULATOR_C, 48, 1, INFINITY, 50, INFINITY, 0, 1 / 3.0,                               \
        {                                                                                      \
            0, 0, 0                                                                            \
        }                                                                                      \
    }
#define IMPATIENT                                                                              \
    {                                                                                          \
        CALCULATOR_A, 48, 1, 2, 50, INFINITY, 0, 1 / 3.0,                                      \
        {                                                                                      \
            0, 0, 0                                                                            \
        }                                                                                      \
    }
/* I. Angus, An introduction to Erlang B and Erlang C, Telemanagement 187, 2001: 360 calls a
 * half hour of 4 minutes, 55 agents, threshold 15 s. */
#define ANGUS                                                                                  \
    {                                                                                          \
        CALCULATOR_C, 12, 4, INFINITY, 55, INFINITY, 0, 0.25,                                  \
        {                                                                                      \
            0, 0, 0                                                                            \
        }                                                                                      \
    }
/* The example of pyworkforce's documentation: 100 calls a half hour of 3 minutes, 20 s, 14
 * positions. */
#define PYWORKFORCE                                                                            \
    {                                                                                          \
        CALCULATOR_C, 100 / 30.0, 3, INFINITY, 14, INFINITY, 0, 1 / 3.0,                       \
        {                                                                                      \
            0, 0, 0                                                                            \
        }                                                                                      \
    }

static const struct example examples[] = {
    { "GMR", PATIENT, "wait_mean", 20.8 / 60, 0.05 / 60 },
    { "GMR", PATIENT, "wait_p90", 58.1 / 60, 0.05 / 60 },
    { "GMR", PATIENT, "queue_mean", 17, 0.5 },
    { "GMR", PATIENT, "occupancy", 0.96, 0.005 },
    { "GMR", IMPATIENT, "abandonment_rate", 0.031, 0.0005 },
    { "GMR", IMPATIENT, "wait_mean", 3.7 / 60, 0.05 / 60 },
    { "GMR", IMPATIENT, "queue_mean", 3, 0.5 },
    { "GMR", IMPATIENT, "occupancy", 0.93, 0.005 },
    { "Angus", ANGUS, "occupancy", 0.873, 0.0005 },
    { "Angus", ANGUS, "p_wait", 0.239, 0.0005 },
    { "Angus", ANGUS, "service_level", 0.846, 0.0005 },
    { "pyworkforce", PYWORKFORCE, "service_level", 0.8883500191794669, 1e-14 },
    { "pyworkforce", PYWORKFORCE, "occupancy", 0.7142857142857143, 1e-15 },
    { "pyworkforce", PYWORKFORCE, "p_wait", 0.1741319335950498, 1e-14 },
};

static struct quadrature rule;

static double value_of(const struct example *example)
{
    struct calculator_values values;
    size_t i = 0;
    while (strcmp(calculator_measures[i].name, example->measure) != 0)
        i++;
    assert_true(calculator_run(&example->question, &rule, &values));
    return calculator_value(&values, i);
}

static void published_examples_are_met_to_their_last_digit(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        const double found = value_of(&examples[i]);
        if (fabs(found - examples[i].published) <= examples[i].half_digit) continue;
        fail_msg("%s, %s: %.17g, not %.17g", examples[i].source, examples[i].measure, found,
                 examples[i].published);
    }
}

/* The same paper prints 12.5 s where waits of impatient callers end in 90 of 100 cases. By the
 * exact law it is 12.44 s for all callers, 12.34 s for the answered, 13.15 s for those who
 * would wait for ever. */
static void one_published_wait_is_a_little_long(void **state)
{
    const struct erlang queue = { 48, 1, 50, INFINITY, 0, survival_exponential(2) };
    struct erlang_law law = { 0 };
    (void)state;
    erlang_solve(&law, &queue, &rule);
    const struct erlang_within at = erlang_within(&law, 12.44 / 60),
                               published = erlang_within(&law, 12.5 / 60);
    assert_true(fabs(at.answered + at.left - 0.9) < 1e-4);
    assert_true(published.answered + published.left > 0.9007);
    assert_true(fabs(erlang_answered_quantile(&law, 0.9) * 60 - 12.34) < 0.005);
}

/* 14 positions at 30 % shrinkage are 14 / (1 - .3) = 20 people, not 14 x 1.3 = 18.2. */
static void shrinkage_divides(void **state)
{
    const struct calculator question = PYWORKFORCE;
    const struct calculator_target targets[] = { { 2, true, 0.8 }, { 18, false, 0.85 } };
    (void)state;
    assert_string_equal(calculator_measures[2].name, "service_level");
    assert_string_equal(calculator_measures[18].name, "occupancy");
    const struct calculator_solution solution = calculator_solve(
        &question, UNKNOWN_AGENTS, (struct calculator_targets){ targets, 2 }, &rule);
    assert_true(solution.whole_agents == 14.0);
    witness("people", ceil(solution.whole_agents / (1.0 - 0.3)), 20.0, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_examples_are_met_to_their_last_digit),
        cmocka_unit_test(one_published_wait_is_a_little_long),
        cmocka_unit_test(shrinkage_divides),
    };
    quadrature_open(&rule);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
