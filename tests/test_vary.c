/* Variants of a scenario: ranges, lists, and their combinations.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cli/vary.c" // NOLINT(bugprone-suspicious-include)

static struct sim_arena arena;
static struct sim_faults faults;

/* "path: a|b|c", or "refused". */
static const char *read(const char *text)
{
    struct vary vary;
    const size_t before = faults.n;
    if (!vary_read(&vary, text, "--vary", &arena, &faults)) {
        assert_int_equal(faults.n, before + 1);
        return "refused";
    }
    char *shown = sim_arena_print(&arena, "%s:", vary.path);
    for (size_t i = 0; i < vary.values.n; i++)
        shown = sim_arena_print(&arena, "%s%s%s", shown, i ? "|" : " ", vary.values.values[i]);
    return shown;
}

static void values_are_read(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "groups.a.agents=5..8", "groups.a.agents: 5|6|7|8" },
        { " a = 1 .. 3 ", "a: 1|2|3" },
        { "a=0.1..0.3:0.1", "a: 0.1|0.2|0.3" },
        { "a=5..9:3", "a: 5|8" },
        { "a=200 s..240 s:20 s", "a: 200 s|220 s|240 s" },
        { "a=200..240:20s", "a: 200 s|220 s|240 s" },
        { "a=10%..20%:10%", "a: 10%|20%" },
        { "a=60/h..120/h:60/h", "a: 60/h|120/h" },
        { "a=2 min, 5 min, 30 min", "a: 2 min|5 min|30 min" },
        { "a=1..2,7", "a: 1|2|7" },
        { "a=(1, 2), (3, 4)", "a: (1, 2)|(3, 4)" },
        { "a=\"x, y\",z", "a: \"x, y\"|z" },
        { "file=../a.csv,../b.csv", "file: ../a.csv|../b.csv" },
        { "a=-2..0", "a: -2|-1|0" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(read(cases[i][0]), cases[i][1]);
}

static void what_is_no_range_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = { "a",          "=1",     "a=",        "a=1,",
                                         "a=5..2",     "a=1..x", "a=1..5:0",  "a=1..5:-1",
                                         "a=1s..2min", "a=1..",  "a=1..9999", "a=1..2..3",
                                         "a=1..2:3:4" };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(read(cases[i]), "refused");
}

/* "a=1 b=3; a=1 b=4; ..." */
static const char *variants_shown(enum vary_design design)
{
    struct vary keys[2];
    size_t n;
    assert_true(vary_read(&keys[0], "a=1..2", "--vary", &arena, &faults));
    assert_true(vary_read(&keys[1], "b=3..5", "--vary", &arena, &faults));
    const struct sim_texts *variants = vary_variants(keys, 2, design, &n, &arena, &faults);
    char *shown = sim_arena_text(&arena, "");
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < variants[i].n; k++)
            shown = sim_arena_print(&arena, "%s%s ", shown, variants[i].values[k]);
        shown = sim_arena_print(&arena, "%s; ", shown);
    }
    return shown;
}

static void keys_are_varied_one_at_a_time_or_together(void **state)
{
    (void)state;
    assert_string_equal(variants_shown(VARY_EACH), "a=1 ; a=2 ; b=3 ; b=4 ; b=5 ; ");
    assert_string_equal(variants_shown(VARY_GRID),
                        "a=1 b=3 ; a=1 b=4 ; a=1 b=5 ; a=2 b=3 ; a=2 b=4 ; a=2 b=5 ; ");
}

static void far_too_many_are_refused(void **state)
{
    (void)state;
    struct vary keys[3];
    size_t n;
    for (int i = 0; i < 3; i++)
        assert_true(vary_read(&keys[i], "a=1..500", "--vary", &arena, &faults));
    assert_null(vary_variants(keys, 3, VARY_GRID, &n, &arena, &faults));
    assert_null(vary_variants(keys, 3, VARY_EACH, &n, &arena, &faults));
    assert_non_null(vary_variants(keys, 2, VARY_EACH, &n, &arena, &faults));
    assert_int_equal(n, 1000);
}

static int close_all(void **state)
{
    (void)state;
    sim_faults_close(&faults);
    sim_arena_close(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(what_is_no_range_is_refused),
        cmocka_unit_test(keys_are_varied_one_at_a_time_or_together),
        cmocka_unit_test(far_too_many_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, close_all);
}
