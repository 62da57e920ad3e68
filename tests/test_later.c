/* Events of later: the bounds of spans, and what is in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/later.h"

static struct sim_later later;

static int open_later(void **state)
{
    (void)state;
    sim_later_clear(&later);
    return 0;
}

static int close_later(void **state)
{
    (void)state;
    sim_later_close(&later);
    return 0;
}

static void put(double at, uint64_t tie)
{
    assert_true(sim_later_put(&later, sim_span_at(at), (struct sim_key){ at, tie }));
}

static void a_span_ends_where_the_next_one_begins(void **state)
{
    (void)state;
    assert_int_equal(sim_span_at(0.0), 0);
    for (uint32_t span = 0; span + 1 < SIM_N_SPANS; span++) {
        const double end = sim_span_end(span);
        assert_int_equal(sim_span_at(end), span + 1);
        assert_int_equal(sim_span_at(nextafter(end, 0.0)), span);
    }
}

static void the_last_span_has_no_end(void **state)
{
    (void)state;
    assert_true(isinf(sim_span_end(SIM_N_SPANS - 1)));
    assert_int_equal(sim_span_at(1e300), SIM_N_SPANS - 1);
    assert_int_equal(sim_span_at(INFINITY), SIM_N_SPANS - 1);
}

static void a_key_is_given_out_once_and_in_its_span(void **state)
{
    (void)state;
    enum { N = 10000, SPANS = 300 };
    static bool seen[N];
    struct chance chance = { { 21, 1 }, 0 };
    struct sim_key key;
    for (uint32_t i = 0; i < N; i++)
        put(chance_uniform(&chance) * SPANS * SIM_SPAN_S, i);
    uint32_t n = 0;
    for (uint32_t span = 0; later.n; span++) {
        span = sim_later_next(&later, span);
        assert_true(span < SPANS);
        while (sim_later_take(&later, span, &key)) {
            assert_int_equal(sim_span_at(key.at), span);
            assert_false(seen[key.tie]);
            seen[key.tie] = true;
            n++;
        }
    }
    assert_int_equal(n, N);
}

static void what_was_given_out_leaves_room_for_others(void **state)
{
    (void)state;
    struct sim_key key;
    put(5000.0, 1);
    const size_t room = later.keys_capacity;
    for (uint64_t i = 0; i < 10000; i++) {
        put(1000.0 * (double)(i % 50), i);
        assert_true(sim_later_take(&later, sim_later_next(&later, 0), &key));
    }
    assert_int_equal(later.n, 1);
    assert_int_equal(later.keys_capacity, room);
}

static void emptied_it_holds_nothing_and_keeps_its_memory(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        for (uint64_t i = 0; i < 1000; i++)
            put(100.0 * (double)i, i);
        const size_t keys = later.keys_capacity, spans = later.spans_capacity;
        sim_later_clear(&later);
        assert_int_equal(later.n, 0);
        put(99900.0, 7);
        assert_int_equal(sim_later_next(&later, 0), sim_span_at(99900.0));
        sim_later_clear(&later);
        assert_int_equal(later.keys_capacity, keys);
        assert_int_equal(later.spans_capacity, spans);
    }
}

int main(void)
{
#define LATER(test) cmocka_unit_test_setup_teardown(test, open_later, close_later)
    const struct CMUnitTest tests[] = {
        LATER(a_span_ends_where_the_next_one_begins),
        LATER(the_last_span_has_no_end),
        LATER(a_key_is_given_out_once_and_in_its_span),
        LATER(what_was_given_out_leaves_room_for_others),
        LATER(emptied_it_holds_nothing_and_keeps_its_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
