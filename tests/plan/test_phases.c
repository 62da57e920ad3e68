/* Handling that is not exponential: constant times, two phases, and the rule of thumb.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/constant.h"
#include "models/plan/phases.h"

static struct sim_arena arena;

static int close_all(void **state)
{
    (void)state;
    sim_arena_close(&arena);
    return 0;
}

static struct phases_rest rest_of(struct phases phases)
{
    struct phases_rest rest;
    assert_true(phases_rest(&phases, &rest));
    return rest;
}

/* The chain eliminated with 30 digits. */
static void two_phases_agree_with_values_of_high_precision(void **state)
{
    (void)state;
    const struct phases_rest rest = rest_of((struct phases){ 1.5, 1, 0.25, 4, 0.5, 2 });
    witness("wait", rest.p_wait, 0.7824207759864884, 1e-11);
    witness("abandoned", rest.abandoned, 0.42502537899392779, 1e-11);
    witness("occupancy", rest.occupancy, 0.86246193150910832, 1e-11);
    witness("queue", rest.queue_mean, 1.2750761369817834, 1e-11);
}

/* A second phase that never comes: Erlang A and C. */
static void one_phase_is_exponential(void **state)
{
    (void)state;
    const struct phases_rest a = rest_of((struct phases){ 1.6, 5, 0, 1, 0.5, 10 });
    witness("wait", a.p_wait, 0.23614122053905544, 1e-11);
    witness("abandoned", a.abandoned, 0.073219836169455899, 1e-11);
    const struct phases_rest c = rest_of((struct phases){ 1.6, 5, 0, 1, 0, 10 });
    witness("wait", c.p_wait, 0.40918015079644363, 1e-10);
    witness("mean", c.wait_s, 1.0229503769911093, 1e-10);
}

/* One agent: F. Pollaczek and A. Khinchin, and the rule is exact. */
static void one_agent_waits_by_pollaczek_and_khinchin(void **state)
{
    (void)state;
    for (double cv_squared = 0.5; cv_squared < 8.0; cv_squared *= 2.0)
        for (double load = 0.25; load < 0.9; load += 0.25) {
            struct phases phases = { .rate_per_s = load, .agents = 1 };
            phases_fit(&phases, 1.0, cv_squared);
            const double exact = load / (1.0 - load) * 0.5 * (1.0 + cv_squared);
            witness("wait", rest_of(phases).wait_s, exact, 1e-9);
            witness("rule", phases_allen_cunneen(load / (1.0 - load), 1.0, sqrt(cv_squared)),
                    exact, 1e-12);
        }
}

static void constant_times_of_one_agent_are_known(void **state)
{
    (void)state;
    for (double load = 0.1; load < 0.95; load += 0.2) {
        const struct constant of = { load, 1.0, 1 };
        struct constant_law law;
        assert_true(constant_solve(&law, &of, &arena));
        witness("wait", law.wait_s, 0.5 * load / (1.0 - load), 1e-11);
        witness("p_wait", law.p_wait, load, 1e-11);
        /* P(W <= t) = (1 - load) e^(load t) for t < 1 (A. K. Erlang, 1909). */
        witness("within", constant_within(&law, 0.7, &arena), (1.0 - load) * exp(load * 0.7),
                1e-11);
    }
}

/* The mean wait is the integral of what is still waiting; P(W <= t) is continuous but at 0. */
static void waits_of_constant_times_agree_with_their_mean(void **state)
{
    const struct constant of = { 4.0, 1.0, 5 };
    struct constant_law law;
    double sum = 0.0;
    (void)state;
    assert_true(constant_solve(&law, &of, &arena));
    /* Simpson's rule, within each handling time. */
    for (int k = 0; k < 30; k++)
        for (int i = 0; i <= 40; i++) {
            const double t = k + fmin(i / 40.0, 1.0 - 1e-12);
            const double weight = i == 0 || i == 40 ? 1.0 : i % 2 ? 4.0 : 2.0;
            sum += weight / 120.0 * (1.0 - constant_within(&law, t, &arena));
        }
    witness("mean", sum, law.wait_s, 1e-6);
    witness("p_wait", 1.0 - constant_within(&law, 0.0, &arena), law.p_wait, 1e-12);
}

/* Between constant and exponential times, two equal phases wait about half as much more. */
static void less_spread_waits_less(void **state)
{
    (void)state;
    const struct constant of = { 1.6, 5.0, 10 };
    struct constant_law constant;
    struct phases phases = { .rate_per_s = 1.6, .agents = 10 };
    double before;
    assert_true(constant_solve(&constant, &of, &arena));
    before = constant.wait_s;
    for (double cv_squared = 0.5; cv_squared < 5.0; cv_squared *= 2.0) {
        phases_fit(&phases, 5.0, cv_squared);
        const double wait_s = rest_of(phases).wait_s;
        assert_true(wait_s > before);
        /* The rule of thumb is within 16 % here. */
        assert_true(
            fabs(phases_allen_cunneen(1.0229503769911093, 1.0, sqrt(cv_squared)) / wait_s -
                 1.0) < 0.16);
        before = wait_s;
    }
}

/* So long a queue that the chain is cut late: the same law. */
static void a_long_queue_is_followed_to_its_end(void **state)
{
    (void)state;
    static const double cases[][2] = { { 0.95, 10 }, { 0.98, 4 }, { 0.99, 10 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const double load = cases[i][0], cv_squared = cases[i][1];
        struct phases phases = { .rate_per_s = load, .agents = 1 };
        phases_fit(&phases, 1.0, cv_squared);
        witness("wait", rest_of(phases).wait_s, load / (1.0 - load) * 0.5 * (1.0 + cv_squared),
                1e-8);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_phases_agree_with_values_of_high_precision),
        cmocka_unit_test(one_phase_is_exponential),
        cmocka_unit_test(a_long_queue_is_followed_to_its_end),
        cmocka_unit_test(one_agent_waits_by_pollaczek_and_khinchin),
        cmocka_unit_test(constant_times_of_one_agent_are_known),
        cmocka_unit_test(waits_of_constant_times_agree_with_their_mean),
        cmocka_unit_test(less_spread_waits_less),
    };
    return cmocka_run_group_tests(tests, NULL, close_all);
}
