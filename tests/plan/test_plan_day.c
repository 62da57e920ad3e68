/* Days that are never at rest: what is known exactly, what must hold, and how far the ways that
 * think each interval at rest are off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/steady.h"

#include <gsl/gsl_integration.h>

static struct day_lived sum_of(const struct day_lived *lived, size_t n)
{
    struct day_lived sum = { 0 };
    for (size_t i = 0; i < n; i++) {
        sum.arrivals += lived[i].arrivals;
        sum.answered += lived[i].answered;
        sum.abandoned += lived[i].abandoned;
        sum.flushed += lived[i].flushed;
        sum.completed += lived[i].completed;
        sum.answered_within += lived[i].answered_within;
        sum.abandoned_within += lived[i].abandoned_within;
        sum.queue_s += lived[i].queue_s;
        sum.busy_s += lived[i].busy_s;
    }
    return sum;
}

/* Patience as long as handling: everybody present leaves at one rate, and the number present is
 * Poisson, whatever the staff: mean m with m' = rate - m. */
static void equal_rates_make_a_poisson_number(void **state)
{
    const struct day_segment segments[] = { { 2, 20, 18, false },
                                            { 1, 30, 25, false },
                                            { 1.5, 10, 9, false } };
    const struct day day = { 1, 1, 0, 0.3, true, segments, 3, 0 };
    struct day_lived lived[4];
    (void)state;
    assert_true(day_live(&day, lived));
    double t = 0.0;
    for (size_t i = 0; i < 3; i++) {
        t += segments[i].length_s;
        witness("present", lived[i].end_queue + lived[i].end_busy, steady_load(&day, t), 1e-11);
        witness("lived", lived[i].queue_s + lived[i].busy_s,
                steady_load_mean(&day, i) * segments[i].length_s, 1e-11);
    }
}

/* At rest, a long segment is Erlang A; the threshold too. */
static void a_long_day_is_erlang_a(void **state)
{
    const struct day_segment segments[] = { { 400, 1.6, 10, false }, { 1000, 1.6, 10, false } };
    const struct day day = { 5, 0.5, 0, 0.25, false, segments, 2, INFINITY };
    struct day_lived lived[3];
    (void)state;
    assert_true(day_live(&day, lived));
    witness("abandoned", lived[1].abandoned / lived[1].arrivals, 0.073219836169455899, 1e-10);
    witness("within", lived[1].answered_within / lived[1].arrivals, 0.81087272533845217, 1e-10);
    witness("left", lived[1].abandoned_within / lived[1].arrivals, 0.024813325115656681, 1e-9);
    witness("busy", lived[1].all_busy_s / 1000, 0.23614122053905544, 1e-10);
}

static const struct day_segment office[] = {
    { 1800, 0.025, 8, false }, { 1800, 0.036, 10, false }, { 1800, 0.0375, 6, false },
    { 1800, 0.030, 9, true },  { 3600, 0.0, 0, false },    { 1800, 0.022, 7, false },
    { 1800, 0.017, 3, true },
};
enum { OFFICE = sizeof office / sizeof office[0] };

static void every_call_comes_to_something(void **state)
{
    (void)state;
    for (int balk = 0; balk < 2; balk++) {
        const struct day day = {
            240, 1.0 / 300, 0.1 * balk, 20, false, office, OFFICE, INFINITY
        };
        struct day_lived lived[OFFICE + 1];
        assert_true(day_live(&day, lived));
        const struct day_lived sum = sum_of(lived, OFFICE + 1);
        witness("calls", sum.answered + sum.abandoned + sum.flushed, sum.arrivals, 1e-11);
        witness("ended", sum.completed, sum.answered, 1e-11);
        assert_true(sum.answered_within > 0.0 && sum.answered_within < sum.answered);
        assert_true(sum.abandoned_within > 0.0 && sum.abandoned_within < sum.abandoned);
    }
}

/* A threshold longer than a segment, and one that nobody needs: all who are answered are
 * answered within it, but those still to be flushed have no part in it. */
static void a_wait_is_followed_across_changes_of_staff(void **state)
{
    struct day day = { 240, 1.0 / 300, 0.05, 2700, false, office, OFFICE, INFINITY };
    struct day_lived lived[OFFICE + 1];
    (void)state;
    for (day.within_s = 1900; day.within_s < 20000; day.within_s *= 9.0) {
        assert_true(day_live(&day, lived));
        const struct day_lived sum = sum_of(lived, OFFICE + 1);
        const double digits = day.within_s > 6000 ? 1e-9 : 1e-2;
        witness("answered", sum.answered_within, sum.answered, digits);
        witness("left", sum.abandoned_within, sum.abandoned, digits);
    }
}

/* A segment cut in two of the same staff is the same segment. */
static void a_cut_changes_nothing(void **state)
{
    const struct day_segment whole[] = { { 1800, 0.035, 8, false }, { 1800, 0.03, 6, false } };
    const struct day_segment parts[] = { { 1790, 0.035, 8, false },
                                         { 10, 0.035, 8, false },
                                         { 33, 0.03, 6, false },
                                         { 1767, 0.03, 6, false } };
    struct day day = { 240, 1.0 / 300, 0.05, 40, false, whole, 2, 0 };
    struct day_lived one[3], two[5];
    (void)state;
    assert_true(day_live(&day, one));
    day.segments = parts;
    day.n = 4;
    assert_true(day_live(&day, two));
    const struct day_lived a = sum_of(one, 2), b = sum_of(two, 4);
    witness("within", b.answered_within, a.answered_within, 1e-10);
    witness("left", b.abandoned_within, a.abandoned_within, 1e-10);
    witness("queue", b.queue_s, a.queue_s, 1e-10);
}

/* Callers without end to their patience, and too few agents for two hours: the backlog is
 * worked off in the third. */
static void a_backlog_is_carried(void **state)
{
    const struct day_segment segments[] = { { 3600, 100.0 / 3600, 5, false },
                                            { 3600, 100.0 / 3600, 6, false },
                                            { 3600, 60.0 / 3600, 8, false } };
    const struct day day = { 240, 0, 0, 20, false, segments, 3, INFINITY };
    struct day_lived lived[4];
    struct quadrature rule;
    struct steady_part parts[3];
    (void)state;
    quadrature_open(&rule);
    assert_true(day_live(&day, lived));
    assert_true(lived[1].end_queue > 20.0 && lived[2].end_queue < 2.0);
    steady_live(&day, STEADY_SIPP, &rule, parts);
    assert_false(parts[0].at_rest);
    assert_false(parts[1].at_rest);
    steady_live(&day, STEADY_CARRY, &rule, parts);
    assert_true(parts[0].at_rest && parts[1].at_rest && parts[2].at_rest);
    /* What agents do is what they do in truth, to a few per cent. */
    for (size_t i = 0; i < 3; i++)
        witness("busy", parts[i].rate_per_s * 240 * 3600, lived[i].busy_s, 0.1);
}

/* One factor on all rates: none is the day itself, and some answers fewer. */
static void busyness_costs_answers(void **state)
{
    const struct day day = { 240, 1.0 / 300, 0, 20, false, office, OFFICE, INFINITY };
    struct day_lived plain[OFFICE + 1], none[OFFICE + 1], some[OFFICE + 1];
    (void)state;
    assert_true(day_live(&day, plain));
    assert_true(day_live_busyness(&day, 0.0, none));
    assert_true(day_live_busyness(&day, 0.15, some));
    const struct day_lived a = sum_of(plain, OFFICE + 1), b = sum_of(none, OFFICE + 1),
                           c = sum_of(some, OFFICE + 1);
    witness("none", b.answered, a.answered, 1e-14);
    witness("calls", c.arrivals, a.arrivals, 1e-10);
    assert_true(c.answered < 0.999 * a.answered && c.answered > 0.98 * a.answered);
}

/* However much days differ, the mean of the factor is 1; and the mean of what is lived is that
 * of Gauss and Laguerre, whose points are those of the Gamma law itself. */
static void busyness_is_a_mean_over_the_gamma_law(void **state)
{
    static const struct day_segment segments[] = { { 3600, 30.0 / 3600, 2, false },
                                                   { 3600, 60.0 / 3600, 3, false } };
    const struct day day = { 100, 0.002, 0, 20, false, segments, 2, 0 };
    struct day_lived lived[3], here[3];
    (void)state;
    for (double cv = 0.3; cv < 1.0; cv += 0.5) {
        assert_true(day_live_busyness(&day, cv, lived));
        witness("calls", sum_of(lived, 3).arrivals, 90.0, 1e-10);
    }
    const double shape = 6.0;
    assert_true(day_live_busyness(&day, 1.0 / sqrt(shape), lived));
    gsl_integration_fixed_workspace *rule = gsl_integration_fixed_alloc(
        gsl_integration_fixed_laguerre, 28, 0.0, shape, shape - 1.0, 0.0);
    const double *factors = gsl_integration_fixed_nodes(rule),
                 *weights = gsl_integration_fixed_weights(rule);
    double abandoned = 0.0, all = 0.0;
    for (size_t i = 0; i < 28; i++) {
        struct day_segment busy[2] = { segments[0], segments[1] };
        struct day other = day;
        busy[0].rate_per_s *= factors[i];
        busy[1].rate_per_s *= factors[i];
        other.segments = busy;
        assert_true(day_live(&other, here));
        abandoned += weights[i] * sum_of(here, 3).abandoned;
        all += weights[i];
    }
    gsl_integration_fixed_free(rule);
    witness("abandoned", sum_of(lived, 3).abandoned, abandoned / all, 1e-7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_rates_make_a_poisson_number),
        cmocka_unit_test(a_long_day_is_erlang_a),
        cmocka_unit_test(every_call_comes_to_something),
        cmocka_unit_test(a_wait_is_followed_across_changes_of_staff),
        cmocka_unit_test(a_cut_changes_nothing),
        cmocka_unit_test(a_backlog_is_carried),
        cmocka_unit_test(busyness_costs_answers),
        cmocka_unit_test(busyness_is_a_mean_over_the_gamma_law),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
