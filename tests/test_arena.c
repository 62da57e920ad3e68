/* Memory that is given out in pieces and taken back as a whole.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sim/arena.h"

static bool all_zero(const unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (bytes[i]) return false;
    return true;
}

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    unsigned char *pieces[300];
    for (size_t i = 0; i < 300; i++) {
        pieces[i] = sim_arena_new(&arena, i * 7 + 1, 1);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        assert_true(all_zero(pieces[i], i * 7 + 1));
        memset(pieces[i], (int)(i % 255) + 1, i * 7 + 1);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t b = 0; b < i * 7 + 1; b++)
            assert_int_equal(pieces[i][b], i % 255 + 1);
    sim_arena_close(&arena);
}

static void a_piece_may_be_larger_than_a_block(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    char *small = sim_arena_text(&arena, "before");
    unsigned char *large = sim_arena_new(&arena, 1000, 1000);
    assert_non_null(large);
    assert_true(all_zero(large, 1000000));
    memset(large, 1, 1000000);
    assert_string_equal(small, "before");
    assert_string_equal(sim_arena_text(&arena, "after"), "after");
    sim_arena_close(&arena);
}

static void nothing_and_too_much_are_told_apart(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    assert_non_null(sim_arena_new(&arena, 0, 8));
    assert_non_null(sim_arena_new(&arena, 8, 0));
    assert_null(sim_arena_new(&arena, SIZE_MAX, 2));
    assert_null(sim_arena_new(&arena, SIZE_MAX / 2, 2));
    assert_null(sim_arena_new(&arena, SIZE_MAX, 1));
    assert_null(sim_arena_text(&arena, NULL));
    assert_string_equal(sim_arena_text(&arena, ""), "");
    sim_arena_close(&arena);
}

static void texts_are_printed_whatever_their_length(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    assert_string_equal(sim_arena_print(&arena, "%s-%d", "a", 7), "a-7");
    assert_string_equal(sim_arena_print(&arena, "%s", ""), "");
    const char *wide = sim_arena_print(&arena, "%40000d", 1);
    assert_int_equal(strlen(wide), 40000);
    assert_int_equal(wide[39999], '1');
    sim_arena_close(&arena);
}

static void a_closed_arena_may_be_used_again(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    sim_arena_close(&arena);
    for (int i = 0; i < 3; i++) {
        assert_non_null(sim_arena_new(&arena, 5000, 8));
        sim_arena_close(&arena);
        assert_null(arena.newest);
    }
}

static void growing_keeps_what_is_there(void **state)
{
    (void)state;
    void *items = NULL;
    size_t capacity = 0;
    for (size_t n = 0; n < 5000; n++) {
        assert_true(sim_grow(&items, &capacity, n + 1, sizeof(size_t)));
        assert_true(capacity >= n + 1);
        ((size_t *)items)[n] = n;
    }
    for (size_t n = 0; n < 5000; n++)
        assert_int_equal(((size_t *)items)[n], n);
    assert_true(capacity < 3 * 5000);
    const void *before = items;
    assert_true(sim_grow(&items, &capacity, 10, sizeof(size_t)));
    assert_ptr_equal(items, before);
    sim_release(items);
}

static void growing_beyond_memory_leaves_all_as_it_was(void **state)
{
    (void)state;
    void *items = NULL;
    size_t capacity = 0;
    assert_true(sim_grow(&items, &capacity, 3, 8));
    void *before = items;
    const size_t room = capacity;
    assert_false(sim_grow(&items, &capacity, SIZE_MAX, 8));
    assert_false(sim_grow(&items, &capacity, SIZE_MAX / 8, 16));
    assert_ptr_equal(items, before);
    assert_int_equal(capacity, room);
    sim_release(items);
    sim_release(NULL);
}

static void aligned_memory_starts_on_a_cache_line_and_is_zeroed(void **state)
{
    (void)state;
    for (size_t bytes = 0; bytes < 400; bytes += 13) {
        unsigned char *memory = sim_aligned(bytes);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % 64, 0);
        assert_true(all_zero(memory, bytes));
        sim_release(memory);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(a_piece_may_be_larger_than_a_block),
        cmocka_unit_test(nothing_and_too_much_are_told_apart),
        cmocka_unit_test(texts_are_printed_whatever_their_length),
        cmocka_unit_test(a_closed_arena_may_be_used_again),
        cmocka_unit_test(growing_keeps_what_is_there),
        cmocka_unit_test(growing_beyond_memory_leaves_all_as_it_was),
        cmocka_unit_test(aligned_memory_starts_on_a_cache_line_and_is_zeroed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
