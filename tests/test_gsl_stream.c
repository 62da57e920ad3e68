/* The random field as a generator of GSL's.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/gsl_stream.h"

#include <gsl/gsl_randist.h>

static void gsl_takes_it_as_one_of_its_own(void **state)
{
    (void)state;
    gsl_rng *rng = gsl_rng_alloc(sim_gsl_philox);
    assert_non_null(rng);
    assert_string_equal(gsl_rng_name(rng), "philox2x64-10");
    assert_int_equal(gsl_rng_min(rng), 0);
    assert_int_equal(gsl_rng_max(rng), 0xffffffff);
    for (int i = 0; i < 1000; i++)
        assert_true(gsl_rng_uniform_int(rng, 10) < 10);
    gsl_rng_free(rng);
}

static void the_same_seed_gives_the_same_numbers(void **state)
{
    (void)state;
    gsl_rng *one = gsl_rng_alloc(sim_gsl_philox), *other = gsl_rng_alloc(sim_gsl_philox);
    gsl_rng_set(one, 2017);
    gsl_rng_set(other, 2017);
    for (int i = 0; i < 5000; i++)
        assert_int_equal(gsl_rng_get(one), gsl_rng_get(other));
    gsl_rng_set(one, 2017);
    gsl_rng_set(other, 2018);
    int equal = 0;
    for (int i = 0; i < 5000; i++)
        equal += gsl_rng_get(one) == gsl_rng_get(other);
    assert_true(equal < 3);
    gsl_rng_free(one);
    gsl_rng_free(other);
}

static void a_copy_of_the_state_goes_on_alike(void **state)
{
    (void)state;
    gsl_rng *one = gsl_rng_alloc(sim_gsl_philox), *other = gsl_rng_alloc(sim_gsl_philox);
    gsl_rng_set(one, 7);
    for (int i = 0; i < 1003; i++)
        gsl_rng_get(one);
    assert_int_equal(gsl_rng_memcpy(other, one), 0);
    gsl_rng *clone = gsl_rng_clone(one);
    for (int i = 0; i < 1003; i++) {
        const unsigned long word = gsl_rng_get(one);
        assert_int_equal(word, gsl_rng_get(other));
        assert_int_equal(word, gsl_rng_get(clone));
    }
    assert_int_equal(gsl_rng_size(one), sizeof(struct sim_gsl_state));
    gsl_rng_free(one);
    gsl_rng_free(other);
    gsl_rng_free(clone);
}

static int by_word(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Past the last further block of an address the run must not come back on itself. */
static void a_long_run_does_not_repeat(void **state)
{
    (void)state;
    enum { PAIRS = 100000 };
    static uint64_t pairs[PAIRS];
    gsl_rng *rng = gsl_rng_alloc(sim_gsl_philox);
    gsl_rng_set(rng, 1);
    for (size_t i = 0; i < PAIRS; i++) {
        const uint64_t high = gsl_rng_get(rng);
        pairs[i] = high << 32 | gsl_rng_get(rng);
    }
    qsort(pairs, PAIRS, sizeof *pairs, by_word);
    for (size_t i = 1; i < PAIRS; i++)
        assert_true(pairs[i - 1] != pairs[i]);
    gsl_rng_free(rng);
}

static void two_addresses_give_two_runs_and_each_its_own_again(void **state)
{
    (void)state;
    const struct sim_stream stream = { 5, 1 };
    const struct sim_draw draws[] = { draw_of(&stream, 1, 0), draw_of(&stream, 2, 0),
                                      draw_of(&stream, 1, 1), draw_of(&stream, 1, 3) };
    unsigned long first[4][50];
    for (int i = 0; i < 4; i++) {
        struct sim_gsl_state own;
        const gsl_rng rng = sim_gsl_at(&own, &draws[i]);
        for (int j = 0; j < 50; j++)
            first[i][j] = gsl_rng_get(&rng);
    }
    for (int i = 0; i < 4; i++) {
        struct sim_gsl_state own;
        const gsl_rng rng = sim_gsl_at(&own, &draws[i]);
        for (int j = 0; j < 50; j++)
            assert_int_equal(gsl_rng_get(&rng), first[i][j]);
        for (int other = 0; other < i; other++) {
            int equal = 0;
            for (int j = 0; j < 50; j++)
                equal += first[i][j] == first[other][j];
            assert_true(equal < 2);
        }
    }
}

static void its_uniforms_are_even(void **state)
{
    (void)state;
    enum { CELLS = 1000, N = 1000000 };
    static uint32_t counts[CELLS];
    gsl_rng *rng = gsl_rng_alloc(sim_gsl_philox);
    gsl_rng_set(rng, 11);
    for (int i = 0; i < N; i++) {
        const double u = gsl_rng_uniform(rng);
        assert_true(u > 0.0 && u < 1.0);
        counts[(int)(u * CELLS)]++;
    }
    const double p = even_chance(counts, CELLS);
    assert_true(p > 0.001 && p < 0.999);
    gsl_rng_free(rng);
}

/* What the first words of many addresses look like, since that is how the laws use it. */
static void first_words_of_addresses_are_even(void **state)
{
    (void)state;
    enum { CELLS = 1000, N = 200000 };
    static uint32_t counts[CELLS];
    const struct sim_stream stream = { 5, 2 };
    for (uint32_t i = 0; i < N; i++) {
        struct sim_gsl_state own;
        const struct sim_draw draw = draw_of(&stream, i, 2);
        const gsl_rng rng = sim_gsl_at(&own, &draw);
        counts[(int)(gsl_rng_uniform(&rng) * CELLS)]++;
    }
    const double p = even_chance(counts, CELLS);
    assert_true(p > 0.001 && p < 0.999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gsl_takes_it_as_one_of_its_own),
        cmocka_unit_test(the_same_seed_gives_the_same_numbers),
        cmocka_unit_test(a_copy_of_the_state_goes_on_alike),
        cmocka_unit_test(a_long_run_does_not_repeat),
        cmocka_unit_test(two_addresses_give_two_runs_and_each_its_own_again),
        cmocka_unit_test(its_uniforms_are_even),
        cmocka_unit_test(first_words_of_addresses_are_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
