/* The needs that are born in one slot.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/demand/births.h"

#include <gsl/gsl_randist.h>

static const struct slot a_slot = { .start_at = 30600.0, .end_at = 32400.0, .where = 1674353 };

static void draw(struct births *births, double expected, uint32_t replication)
{
    const struct sim_stream stream = { 31, replication };
    assert_true(births_draw(births, &a_slot, expected, &stream));
}

static void needs_are_born_in_order_and_their_numbers_are_all_there(void **state)
{
    (void)state;
    static const double expected[] = { 0.3, 1, 12, 300, 20000 };
    struct births births = { 0 };
    for (uint32_t i = 0; i < 50; i++) {
        draw(&births, expected[i % 5], i);
        bool *seen = calloc(births.n + 1, sizeof *seen);
        for (size_t k = 0; k < births.n; k++) {
            const double at = births_at(births.keys[k], &a_slot);
            assert_true(at > a_slot.start_at && at < a_slot.end_at);
            if (k) assert_true(at >= births_at(births.keys[k - 1], &a_slot));
            const uint32_t number = (uint32_t)births.keys[k];
            assert_true(number < births.n && !seen[number]);
            seen[number] = true;
        }
        free(seen);
    }
    births_close(&births);
}

static void nobody_is_born_where_nobody_is_expected(void **state)
{
    (void)state;
    struct births births = { 0 };
    draw(&births, 0.0, 1);
    assert_int_equal(births.n, 0);
    draw(&births, 50.0, 1);
    assert_true(births.n > 0);
    draw(&births, 0.0, 1);
    assert_int_equal(births.n, 0);
    births_close(&births);
}

/* The key of a need by its number: its time, and what it is born with. */
static void keys_by_number(const struct births *births, uint64_t *keys)
{
    for (size_t k = 0; k < births->n; k++)
        keys[(uint32_t)births->keys[k]] = births->keys[k];
}

static void a_larger_volume_keeps_every_need_at_its_time_and_adds_some(void **state)
{
    (void)state;
    struct births fewer = { 0 }, more = { 0 };
    static uint64_t before[1000], after[1000];
    size_t added = 0;
    for (uint32_t i = 0; i < 500; i++) {
        draw(&fewer, 100.0, i);
        draw(&more, 105.0, i);
        assert_true(more.n >= fewer.n);
        added += more.n - fewer.n;
        keys_by_number(&fewer, before);
        keys_by_number(&more, after);
        for (size_t number = 0; number < fewer.n; number++) {
            assert_true(before[number] == after[number]);
            assert_memory_equal(&fewer.blocks[number], &more.blocks[number],
                                sizeof *more.blocks);
        }
    }
    assert_near((double)added, 2500.0, 4.0 * 50.0);
    births_close(&fewer);
    births_close(&more);
}

/* Counts of 40000 intervals against the law of Poisson, cell by cell. */
static void births_are_a_poisson_process(void **state)
{
    (void)state;
    enum { N = 40000, MOST = 30 };
    static double counts[N];
    struct births births = { 0 };
    double seen[MOST] = { 0.0 }, squares = 0.0;
    for (uint32_t i = 0; i < N; i++) {
        draw(&births, 7.3, i);
        counts[i] = (double)births.n;
        seen[births.n < MOST ? births.n : MOST - 1]++;
    }
    const struct sample sample = sample_of(counts, N);
    assert_near(sample.mean, 7.3, 4.0 * sqrt(7.3 / N));
    assert_near(sample.sd * sample.sd, 7.3, 4.0 * 7.3 * sqrt((2.0 + 1.0 / 7.3) / N));
    int cells = 0;
    for (unsigned k = 0; k < MOST; k++) {
        const double wanted = N * gsl_ran_poisson_pdf(k, 7.3);
        if (wanted < 5.0) continue;
        squares += (seen[k] - wanted) * (seen[k] - wanted) / wanted;
        cells++;
    }
    assert_true(gsl_cdf_chisq_Q(squares, cells - 1) > 0.001);
    births_close(&births);
}

static double even_below(double at)
{
    return (at - a_slot.start_at) / (a_slot.end_at - a_slot.start_at);
}

static void times_are_even_within_the_interval(void **state)
{
    (void)state;
    struct births births = { 0 };
    draw(&births, 1e6, 1);
    double *times = calloc(births.n, sizeof *times);
    for (size_t k = 0; k < births.n; k++)
        times[k] = births_at(births.keys[k], &a_slot);
    assert_near((double)births.n, 1e6, 4000.0);
    assert_true(ks_distance(times, births.n, even_below) < 1.95);
    free(times);
    births_close(&births);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(needs_are_born_in_order_and_their_numbers_are_all_there),
        cmocka_unit_test(nobody_is_born_where_nobody_is_expected),
        cmocka_unit_test(a_larger_volume_keeps_every_need_at_its_time_and_adds_some),
        cmocka_unit_test(births_are_a_poisson_process),
        cmocka_unit_test(times_are_even_within_the_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
