/* The random field: known answers, and addresses that know nothing of each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include <string.h>

/* Philox 2x64-10 in the file kat_vectors of Random123, written as addresses: the counter is
 * (where, entity), (replication; retry, draw, purpose), the key is the seed. */
struct known_answer {
    struct sim_stream stream;
    struct sim_place place;
    uint32_t retry;
    uint64_t block[2];
};

static const struct known_answer known_answers[] = {
    { { 0, 0 },
      { 0, 0, 0, 0 },
      0,
      { UINT64_C(0xca00a0459843d731), UINT64_C(0x66c24222c9a845b5) } },
    { { UINT64_MAX, UINT32_MAX },
      { UINT32_MAX, UINT32_MAX, 0xff, 0xffff },
      0xff,
      { UINT64_C(0x65b021d60cd8310f), UINT64_C(0x4d02f3222f86df20) } },
    { { UINT64_C(0xa4093822299f31d0), 0x13198a2e },
      { 0x85a308d3, 0x243f6a88, 0x44, 0x7073 },
      0x03,
      { UINT64_C(0x0a5e742c2997341c), UINT64_C(0xb0f883d38000de5d) } },
};

static void blocks_are_those_of_philox_2x64_10(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof known_answers / sizeof *known_answers; i++) {
        const struct known_answer *row = &known_answers[i];
        const struct sim_words got = sim_stream_block(&row->stream, row->place, row->retry);
        for (int word = 0; word < 4; word++)
            assert_int_equal(got.word[word],
                             row->block[word / 2] >> (32 * (word % 2)) & 0xffffffff);
    }
}

enum { ADDRESSES = 4096 };

/* Every part of an address takes part: 4 bits each of entity, where and draw. */
static struct sim_place address(uint32_t i)
{
    return (struct sim_place){ i & 15, i >> 4 & 15, 5, i >> 8 & 15 };
}

static void a_draw_never_depends_on_what_was_drawn_before(void **state)
{
    (void)state;
    static struct sim_words first[ADDRESSES];
    const struct sim_stream stream = { 42, 7 };
    for (uint32_t i = 0; i < ADDRESSES; i++)
        first[i] = sim_stream_block(&stream, address(i), 0);
    /* In another order (an odd step visits all), and a second time. */
    for (uint32_t round = 0, i = 0; round < 2 * ADDRESSES;
         round++, i = (i + 1237) % ADDRESSES) {
        const struct sim_words again = sim_stream_block(&stream, address(i), 0);
        assert_memory_equal(&again, &first[i], sizeof again);
    }
}

static int by_words(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct sim_words));
}

/* 128 bits that are equal by chance: once in 10^28 tests of this size. */
static void distinct_addresses_give_distinct_blocks(void **state)
{
    (void)state;
    static struct sim_words all[ADDRESSES * 6];
    size_t n = 0;
    for (uint32_t i = 0; i < ADDRESSES; i++) {
        struct sim_place place = address(i);
        const struct sim_stream stream = { 42, 7 }, other = { 42, 8 }, seed = { 43, 7 };
        const struct sim_stream high = { 42 + (UINT64_C(1) << 32), 7 };
        all[n++] = sim_stream_block(&stream, place, 0);
        all[n++] = sim_stream_block(&stream, place, 1);
        all[n++] = sim_stream_block(&other, place, 0);
        all[n++] = sim_stream_block(&seed, place, 0);
        all[n++] = sim_stream_block(&high, place, 0);
        place.purpose++;
        all[n++] = sim_stream_block(&stream, place, 0);
    }
    qsort(all, n, sizeof *all, by_words);
    for (size_t i = 1; i < n; i++)
        assert_memory_not_equal(&all[i - 1], &all[i], sizeof *all);
}

static void purpose_draw_and_retry_do_not_run_into_each_other(void **state)
{
    (void)state;
    const struct sim_stream stream = { 1, 1 };
    const struct sim_words last_purpose =
        sim_stream_block(&stream, (struct sim_place){ 1, 1, 255, 0 }, 0);
    const struct sim_words next_draw =
        sim_stream_block(&stream, (struct sim_place){ 1, 1, 0, 1 }, 0);
    const struct sim_words last_draw =
        sim_stream_block(&stream, (struct sim_place){ 1, 1, 0, 65535 }, 0);
    const struct sim_words next_retry =
        sim_stream_block(&stream, (struct sim_place){ 1, 1, 0, 0 }, 1);
    assert_memory_not_equal(&last_purpose, &next_draw, sizeof next_draw);
    assert_memory_not_equal(&last_draw, &next_retry, sizeof next_retry);
}

static void uniforms_lie_strictly_between_0_and_1(void **state)
{
    (void)state;
    assert_true(sim_uniform(0) > 0.0);
    assert_true(sim_uniform(UINT32_MAX) < 1.0);
    assert_true(sim_uniform(0) == 1.0 - sim_uniform(UINT32_MAX));
    assert_true(sim_uniform(UINT32_C(1) << 31) > 0.5);
    assert_true(sim_uniform((UINT32_C(1) << 31) - 1) < 0.5);
}

/* Neighbours in the field, which is where callers stand: the same word of the next entity, of
 * the next replication, the next word of the block. */
static void neighbours_are_even_and_not_correlated(void **state)
{
    (void)state;
    enum { N = 200000 };
    static uint32_t counts[3][32 * 32];
    for (uint32_t i = 0; i < N; i++) {
        const struct sim_stream stream = { 1, 0 }, next = { 1, 1 };
        const struct sim_place here = { i, 0, 0, 0 }, beside = { i + 1, 0, 0, 0 };
        const struct sim_words words = sim_stream_block(&stream, here, 0);
        const uint32_t of_entity = sim_stream_block(&stream, beside, 0).word[0];
        const uint32_t of_replication = sim_stream_block(&next, here, 0).word[0];
        const uint32_t row = words.word[0] >> 27 << 5;
        counts[0][row | of_entity >> 27]++;
        counts[1][row | of_replication >> 27]++;
        counts[2][row | words.word[1] >> 27]++;
    }
    for (int i = 0; i < 3; i++)
        assert_in_range((uint64_t)(1e4 * even_chance(counts[i], 32 * 32)), 10, 9990);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_those_of_philox_2x64_10),
        cmocka_unit_test(a_draw_never_depends_on_what_was_drawn_before),
        cmocka_unit_test(distinct_addresses_give_distinct_blocks),
        cmocka_unit_test(purpose_draw_and_retry_do_not_run_into_each_other),
        cmocka_unit_test(uniforms_lie_strictly_between_0_and_1),
        cmocka_unit_test(neighbours_are_even_and_not_correlated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
