/* The time integral of a number that steps.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/level.h"

static void a_level_starts_at_0(void **state)
{
    (void)state;
    struct sim_level level = { 0 };
    assert_true(sim_level_harvest(&level, 1000.0) == 0.0);
}

static void the_area_is_level_times_time(void **state)
{
    (void)state;
    struct sim_level level = { 0 };
    sim_level_step(&level, 10.0, 1.0);
    sim_level_step(&level, 15.0, 2.0);
    sim_level_step(&level, 15.0, -1.0);
    sim_level_step(&level, 20.0, -2.0);
    assert_true(level.value == 0.0);
    assert_true(sim_level_harvest(&level, 100.0) == 5.0 * 1.0 + 5.0 * 2.0);
}

static void harvests_share_out_the_area_and_the_level_goes_on(void **state)
{
    (void)state;
    struct sim_level level = { 0 };
    sim_level_step(&level, 0.0, 4.0);
    assert_true(sim_level_harvest(&level, 2.5) == 10.0);
    assert_true(sim_level_harvest(&level, 2.5) == 0.0);
    assert_true(sim_level_harvest(&level, 3.0) == 2.0);
    sim_level_step(&level, 4.0, -4.0);
    assert_true(sim_level_harvest(&level, 9.0) == 4.0);
}

/* Little's law: the area is the sum of the stays. */
static void the_area_is_the_sum_of_all_stays(void **state)
{
    (void)state;
    struct sim_level level = { 0 };
    struct chance chance = { { 21, 1 }, 0 };
    double stays = 0.0, now = 0.0, entered[64], area = 0.0;
    uint32_t n = 0;
    for (int step = 0; step < 100000; step++) {
        now += chance_uniform(&chance);
        if (n == 64 || (n && chance_is(&chance, 0.5))) {
            const uint32_t i = chance_below(&chance, n);
            stays += now - entered[i];
            entered[i] = entered[--n];
            sim_level_step(&level, now, -1.0);
        } else {
            entered[n++] = now;
            sim_level_step(&level, now, 1.0);
        }
        if (step % 100 == 0) area += sim_level_harvest(&level, now);
    }
    while (n) {
        sim_level_step(&level, now, -1.0);
        stays += now - entered[--n];
    }
    area += sim_level_harvest(&level, now + 7.0);
    assert_near(area, stays, 1e-9 * stays);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level_starts_at_0),
        cmocka_unit_test(the_area_is_level_times_time),
        cmocka_unit_test(harvests_share_out_the_area_and_the_level_goes_on),
        cmocka_unit_test(the_area_is_the_sum_of_all_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
