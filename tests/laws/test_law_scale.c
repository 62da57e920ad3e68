/* A centre in which all takes twice as long, and half as many call, is the same centre.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#include <math.h>

/* Nothing here is exponential but arrivals and redials, and everything takes time. Closed hours
 * have a length of their own, so there are none. */
static void run_scaled(struct theory *t, double scale, const char *start, int days)
{
    assert_true(theory_open(
        t, "",
        THEORY_AGENTS
        "horizon = { start = \"%s\"; days = %d; warm_up = 1; run_off = 0; };\n"
        "demand = { rate = %.10g; busyness_cv = 0.0; };\n"
        "handling = { law = \"lognormal\"; mean = \"%.10g s\"; cv = 0.8; wrap_up = 0.2; };\n"
        "patience = { law = \"weibull\"; mean = \"%.10g s\"; shape = 1.4; };\n"
        "greeting = \"%.10g s\";\nmessage = { length = \"%.10g s\"; balking = 0.05; };\n"
        "phone_lines = 14;\nservice_level = { within = \"%.10g s\"; short = \"%.10g s\"; };\n"
        "redial = { soon = 1.0; next_half_day = 0.0; delay = { mean = \"%.10g min\"; }; };\n"
        "again = { probability = 0.2; delay = { law = \"gamma\"; mean = \"%.10g min\"; }; };\n",
        8, start, days, 90.0 / scale, 240.0 * scale, 200.0 * scale, 10.0 * scale, 15.0 * scale,
        20.0 * scale, 5.0 * scale, 10.0 * scale, 20.0 * scale));
    assert_true(theory_run(t, 100));
}

static struct figure over(struct figure a, struct figure b)
{
    const double value = a.value / b.value;
    return (struct figure){ value, value * hypot(a.error / a.value, b.error / b.value),
                            fmin(a.degrees, b.degrees) };
}

static void only_the_unit_of_time_changes(void **state)
{
    static const struct {
        const char *measure;
        double power; /* of the scale */
        double sharp;
    } lines[] = {
        { "answer_rate", 0, THEORY_SHARP },
        { "answer_rate_attempts", 0, 0.004 },
        { "abandonment_rate", 0, 0.006 },
        { "p_wait", 0, 0.004 },
        { "p_blocked", 0, 0.016 },
        { "occupancy", 0, THEORY_SHARP },
        { "service_level", 0, 0.006 },
        { "queue_mean", 0, 0.008 },
        { "attempts_per_need", 0, 0.004 },
        { "wait_mean", 1, 0.006 },
        { "wait_abandoned_mean", 1, 0.004 },
        { "abandoned_short", 0, 0.012 },
        { "answered", 0, THEORY_SHARP },
        { "wait_p90", 1, 0.006 },
        { "handling_mean", 1, THEORY_SHARP },
        { "needs", 0, THEORY_SHARP },
    };
    struct theory fast, slow;
    (void)state;
    run_scaled(&fast, 1.0, "2018-01-01", 20);
    run_scaled(&slow, 2.0, "2019-01-07", 40);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        theory_compare(&slow, lines[i].measure,
                       over(theory_figure(&slow, lines[i].measure),
                            theory_figure(&fast, lines[i].measure)),
                       pow(2.0, lines[i].power), lines[i].sharp);
    theory_close(&fast);
    assert_true(theory_close(&slow));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(only_the_unit_of_time_changes) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
