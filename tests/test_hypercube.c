/* Latin hypercubes: even in every input, and in no order that two inputs share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/hypercube.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { N = 400, INPUTS = 12, PURPOSE = 254 };

static const struct sim_stream stream = { 7, 0 };

static void each_part_of_a_range_holds_one_point(void **state)
{
    (void)state;
    for (uint32_t input = 0; input < INPUTS; input++) {
        double u[N];
        int held[N] = { 0 };
        sim_hypercube(u, N, &stream, PURPOSE, input);
        for (int i = 0; i < N; i++) {
            assert_true(u[i] > 0.0 && u[i] < 1.0);
            held[(int)(u[i] * N)]++;
        }
        for (int i = 0; i < N; i++)
            assert_int_equal(held[i], 1);
    }
}

/* Of independent orders, correlations have a standard deviation of 1/sqrt(n - 1). */
static void inputs_are_paired_at_random(void **state)
{
    (void)state;
    static double u[INPUTS][N];
    double squares = 0.0, pairs = 0.0;
    for (uint32_t input = 0; input < INPUTS; input++)
        sim_hypercube(u[input], N, &stream, PURPOSE, input);
    for (int a = 0; a < INPUTS; a++)
        for (int b = a + 1; b < INPUTS; b++) {
            double sum = 0.0;
            for (int i = 0; i < N; i++)
                sum += (u[a][i] - 0.5) * (u[b][i] - 0.5);
            const double correlation = 12.0 * sum / N;
            assert_true(fabs(correlation) < 4.0 / sqrt(N - 1.0));
            squares += correlation * correlation * (N - 1.0);
            pairs++;
        }
    assert_true(fabs(squares / pairs - 1.0) < 4.0 * sqrt(2.0 / pairs));
}

/* The first places of an order are any parts: a shuffle that left some out would show. */
static void every_part_comes_first_as_often(void **state)
{
    (void)state;
    enum { FEW = 4, SEEDS = 4000 };
    double first[FEW] = { 0 };
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        double u[FEW];
        const struct sim_stream other = { seed, 0 };
        sim_hypercube(u, FEW, &other, PURPOSE, 0);
        first[(int)(u[0] * FEW)]++;
    }
    double chi2 = 0.0;
    for (int i = 0; i < FEW; i++)
        chi2 += pow(first[i] - 1.0 * SEEDS / FEW, 2) / (1.0 * SEEDS / FEW);
    assert_true(chi2 < 16.3); /* 0.999 of chi-square with 3 degrees */
}

static void seeds_and_inputs_differ_and_repeat(void **state)
{
    (void)state;
    double a[N], b[N];
    const struct sim_stream other = { 8, 0 };
    sim_hypercube(a, N, &stream, PURPOSE, 3);
    sim_hypercube(b, N, &stream, PURPOSE, 3);
    assert_memory_equal(a, b, sizeof a);
    sim_hypercube(b, N, &other, PURPOSE, 3);
    assert_memory_not_equal(a, b, sizeof a);
    sim_hypercube(b, N, &stream, PURPOSE, 4);
    assert_memory_not_equal(a, b, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_part_of_a_range_holds_one_point),
        cmocka_unit_test(inputs_are_paired_at_random),
        cmocka_unit_test(every_part_comes_first_as_often),
        cmocka_unit_test(seeds_and_inputs_differ_and_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
