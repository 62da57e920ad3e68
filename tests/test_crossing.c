/* Where accumulated gains turn above nothing, for good, and how sure that is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/crossing.h"

enum { ROWS = 200, STEPS = 40, PURPOSE = 7 };

static const struct sim_stream stream = { 3, 0 };

#define STEP(...)                                                                              \
    sim_crossing_step((const double[]){ __VA_ARGS__ },                                         \
                      sizeof((const double[]){ __VA_ARGS__ }) / sizeof(double))

static void the_last_time_it_turns_counts(void **state)
{
    (void)state;
    assert_int_equal(STEP(0, 0, -3, 1, 1, 1, 1), 6);
    assert_int_equal(STEP(2, -3, 2, 1), 2);
    assert_int_equal(STEP(1, 1, 1), 0);
    assert_int_equal(STEP(-1, 3, -2), SIM_NEVER_CROSSES); /* it does not stay */
    assert_int_equal(STEP(-1, 1), SIM_NEVER_CROSSES);     /* nothing is not more than nothing */
    assert_int_equal(STEP(0, 0), SIM_NEVER_CROSSES);
}

/* Row by row a cost of 10 first, then a gain of about 1 a step. */
static void fill(double *gains, double noise)
{
    for (size_t row = 0; row < ROWS; row++)
        for (size_t step = 0; step < STEPS; step++) {
            const struct sim_place place = { (uint32_t)row, (uint32_t)step, 1, 0 };
            const double u = sim_uniform(sim_stream_block(&stream, place, 0).word[0]);
            gains[row * STEPS + step] = step ? 1.0 + noise * (u - 0.5) : -10.5;
        }
}

static void without_chance_all_samples_agree(void **state)
{
    static double gains[ROWS * STEPS];
    struct sim_crossing found;
    (void)state;
    fill(gains, 0.0);
    assert_true(sim_crossing_find(gains, ROWS, STEPS, &stream, PURPOSE, &found));
    assert_int_equal(found.at, 11);
    assert_int_equal(found.low, 11);
    assert_int_equal(found.high, 11);
    assert_true(found.p_never == 0.0);
}

/* The gain of a step has a standard deviation s; that of the mean of 200 sums of 11 is
 * s sqrt(11 / 200), and 95 % lie within 1.96 of these: here 2.4 steps on each side. */
static void the_interval_is_as_wide_as_the_mean_is_unsure(void **state)
{
    static double gains[ROWS * STEPS];
    struct sim_crossing found;
    (void)state;
    fill(gains, 18.0);
    assert_true(sim_crossing_find(gains, ROWS, STEPS, &stream, PURPOSE, &found));
    assert_true(found.low < found.at && found.at < found.high);
    assert_true(found.high - found.low >= 3 && found.high - found.low <= 8);
    assert_true(found.p_never > 0.05 && found.p_never < 0.4);
}

static void what_never_crosses_lies_beyond_all_steps(void **state)
{
    static double gains[ROWS * STEPS];
    struct sim_crossing found;
    (void)state;
    fill(gains, 18.0);
    for (size_t row = 0; row < ROWS; row++)
        gains[row * STEPS] -= 28.0; /* 38.5 are to be paid back by 39 steps */
    assert_true(sim_crossing_find(gains, ROWS, STEPS, &stream, PURPOSE, &found));
    assert_true(found.low >= 30);
    assert_int_equal(found.high, SIM_NEVER_CROSSES);
}

static void sums_have_the_interval_of_their_mean(void **state)
{
    const double gains[] = { 1, 2, 3, 6 }; /* two rows of two steps */
    struct sim_estimate sums[2];
    (void)state;
    sim_crossing_sums(gains, 2, 2, sums);
    assert_near(sums[0].value, 2.0, 1e-12);
    assert_near(sums[1].value, 6.0, 1e-12);
    /* 3 and 9: a standard error of 3, and Student's t of one degree is 12.706. */
    assert_near(sums[1].high - sums[1].value, 3.0 * 12.7062, 1e-3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_time_it_turns_counts),
        cmocka_unit_test(without_chance_all_samples_agree),
        cmocka_unit_test(the_interval_is_as_wide_as_the_mean_is_unsure),
        cmocka_unit_test(what_never_crosses_lies_beyond_all_steps),
        cmocka_unit_test(sums_have_the_interval_of_their_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
