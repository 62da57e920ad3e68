/* Lines and reasons: their shares, and how one is picked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/demand/reason.h"

static struct sim_arena arena;
static struct sim_faults faults;

static int close_all(void **state)
{
    (void)state;
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return 0;
}

static struct line lines[] = { { .name = "a", .weight = 1 },
                               { .name = "b", .weight = 3 },
                               { .name = "c", .weight = 0 },
                               { .name = "d", .weight = 4 } };
static struct reason reasons[] = { { .name = "x", .share = 0.2 },
                                   { .name = "y", .share = 0.5 },
                                   { .name = "z", .share = 0.3 } };

static const struct sim_list line_list = { lines, 4 }, reason_list = { reasons, 3 };

static void build(struct mix *mix)
{
    assert_true(mix_build(mix, &line_list, &reason_list, &arena, &faults));
    assert_int_equal(faults.n, 0);
}

static void shares_are_relative_and_cumulate_to_1(void **state)
{
    (void)state;
    struct mix mix;
    build(&mix);
    static const double wanted[] = { 0.125, 0.5, 0.5, 1.0 };
    for (int i = 0; i < 4; i++) {
        assert_near(mix.lines[i], wanted[i], 1e-15);
        assert_near(mix.reasons[i * 3], 0.2, 1e-15);
        assert_near(mix.reasons[i * 3 + 1], 0.7, 1e-15);
        assert_true(mix.reasons[i * 3 + 2] == 1.0);
    }
    assert_true(mix.lines[3] == 1.0);
}

static void a_line_may_have_shares_of_its_own(void **state)
{
    (void)state;
    double own[] = { 10, 0, 30 };
    struct mix mix;
    lines[1].shares = (struct sim_reals){ own, 3 };
    build(&mix);
    lines[1].shares = (struct sim_reals){ NULL, 0 };
    assert_near(mix.reasons[3], 0.25, 1e-15);
    assert_near(mix.reasons[4], 0.25, 1e-15);
    assert_true(mix.reasons[5] == 1.0);
    assert_near(mix.reasons[0], 0.2, 1e-15);
}

static void picks_come_as_often_as_they_weigh_and_never_where_they_weigh_nothing(void **state)
{
    (void)state;
    enum { N = 100000 };
    struct mix mix;
    build(&mix);
    double seen[4] = { 0.0 };
    for (int i = 0; i < N; i++)
        seen[share_pick(mix.lines, mix.n_lines, (i + 0.5) / N)]++;
    assert_near(seen[0] / N, 0.125, 1e-5);
    assert_near(seen[1] / N, 0.375, 1e-5);
    assert_true(seen[2] == 0.0);
    assert_near(seen[3] / N, 0.5, 1e-5);
    assert_int_equal(share_pick(mix.lines, mix.n_lines, sim_uniform(UINT32_MAX)), 3);
    assert_int_equal(share_pick(mix.lines, mix.n_lines, sim_uniform(0)), 0);
}

static void a_last_part_of_0_is_never_picked(void **state)
{
    (void)state;
    struct line some[] = { { .name = "a", .weight = 1 },
                           { .name = "b", .weight = 2 },
                           { .name = "c", .weight = 0 } };
    const struct sim_list list = { some, 3 };
    struct mix mix;
    assert_true(mix_build(&mix, &list, &reason_list, &arena, &faults));
    assert_int_equal(share_pick(mix.lines, mix.n_lines, sim_uniform(UINT32_MAX)), 1);
}

static void assert_fault(const char *path, const char *what)
{
    struct mix mix;
    assert_false(mix_build(&mix, &line_list, &reason_list, &arena, &faults));
    assert_string_equal(faults.items[0].path, path);
    assert_string_equal(faults.items[0].what, what);
}

static void parts_that_sum_to_0_are_a_fault(void **state)
{
    (void)state;
    double none[] = { 0, 0, 0 };
    lines[1].shares = (struct sim_reals){ none, 3 };
    assert_fault("lines.b.shares", "the parts sum to zero");
    lines[1].shares = (struct sim_reals){ NULL, 0 };
}

static void as_many_parts_as_reasons_are_wanted(void **state)
{
    (void)state;
    double two[] = { 1, 1 };
    lines[3].shares = (struct sim_reals){ two, 2 };
    assert_fault("lines.d.shares", "as many parts as reasons are needed");
    assert_string_equal(faults.items[0].got, "2");
    assert_string_equal(faults.items[0].wanted, "3");
    lines[3].shares = (struct sim_reals){ NULL, 0 };
}

int main(void)
{
#define MIX(test) cmocka_unit_test_teardown(test, close_all)
    const struct CMUnitTest tests[] = {
        MIX(shares_are_relative_and_cumulate_to_1),
        MIX(a_line_may_have_shares_of_its_own),
        MIX(picks_come_as_often_as_they_weigh_and_never_where_they_weigh_nothing),
        MIX(a_last_part_of_0_is_never_picked),
        MIX(parts_that_sum_to_0_are_a_fault),
        MIX(as_many_parts_as_reasons_are_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
