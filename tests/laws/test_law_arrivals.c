/* Needs are born as a Poisson process, on days that are busy or quiet as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#include "sim/estimate.h"

enum { DAYS = 30000 };

static const double needs_per_day = 240.0;

static void run_days(struct theory *t, double busyness_cv)
{
    assert_true(theory_open(
        t, "day",
        THEORY_SPAN(1, 0, 0) THEORY_PLAIN THEORY_AGENTS
        "interval = \"60 min\";\nhours = ( { open = \"08:00\"; close = \"11:00\"; } );\n"
        "lines = ( { name = \"a\"; weight = 1.0; },\n"
        "          { name = \"b\"; weight = 3.0; } );\n"
        "demand = { rate = %.10g; busyness_cv = %.10g; };\n",
        20, needs_per_day / 3.0, busyness_cv));
    assert_true(theory_run(t, DAYS));
}

static double row(const struct theory *t, size_t day, const char *measure)
{
    return sim_results_row(&t->results, day, sim_results_measure(&t->results, measure));
}

/* Variance over mean of a measure's days, whose mean is known. */
static struct figure dispersion(const struct theory *t, const char *measure, double mean)
{
    struct sim_ratio ratio = { 0 };
    for (size_t i = 0; i < DAYS; i++) {
        const double off = row(t, i, measure) - mean;
        sim_ratio_add(&ratio, off * off, mean);
    }
    const struct sim_estimate estimate = sim_ratio_estimate(&ratio);
    const double degrees = DAYS - 1.0;
    return (struct figure){ estimate.value,
                            (estimate.high - estimate.value) / sim_student(degrees), degrees };
}

static void needs_of_a_day_vary_as_poisson_says(void **state)
{
    struct theory t;
    (void)state;
    run_days(&t, 0.0);
    theory_compare(&t, "needs", theory_figure(&t, "needs"), needs_per_day, THEORY_SHARP);
    theory_compare(&t, "variance / mean", dispersion(&t, "needs", needs_per_day), 1.0, 0.012);
    assert_true(theory_close(&t));
}

/* Given the day's busyness they are Poisson: a variance of mean + (mean cv)^2. */
static void busy_days_add_the_variance_of_busyness(void **state)
{
    struct theory t;
    const double cv = 0.15;
    (void)state;
    run_days(&t, cv);
    theory_compare(&t, "needs", theory_figure(&t, "needs"), needs_per_day, THEORY_SHARP);
    theory_compare(&t, "variance / mean", dispersion(&t, "needs", needs_per_day),
                   1.0 + needs_per_day * cv * cv, 0.012);
    theory_compare(&t, "busyness", theory_figure(&t, "busyness"), 1.0, THEORY_SHARP);
    theory_compare(&t, "its variance", dispersion(&t, "busyness", 1.0), cv * cv, 0.012);
    assert_true(theory_close(&t));
}

static void needs_fall_to_hours_and_lines_by_their_shares(void **state)
{
    static const char *const hours[] = { "08:00", "09:00", "10:00" };
    struct theory t;
    (void)state;
    run_days(&t, 0.0);
    for (size_t i = 0; i < sizeof hours / sizeof hours[0]; i++)
        theory_compare(&t, hours[i], theory_cell(&t, "half_hour", hours[i], "needs"),
                       needs_per_day / 3.0, THEORY_SHARP);
    theory_compare(&t, "line a", theory_cell(&t, "line", "a", "needs"), needs_per_day / 4.0,
                   THEORY_SHARP);
    theory_compare(&t, "line b", theory_cell(&t, "line", "b", "needs"), needs_per_day * 0.75,
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needs_of_a_day_vary_as_poisson_says),
        cmocka_unit_test(busy_days_add_the_variance_of_busyness),
        cmocka_unit_test(needs_fall_to_hours_and_lines_by_their_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
