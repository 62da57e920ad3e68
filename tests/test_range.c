/* Ranges of numbers with units, and those that fields declare.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/scenario.h"
#include "scenarios/range.h"

static void ends_have_units_of_their_own(void **state)
{
    (void)state;
    struct range range;
    struct sim_fault fault;
    assert_true(range_parse("150 s..6 min", SIM_SECONDS, &range, &fault));
    assert_true(range.low == 150.0 && range.high == 360.0);
    assert_true(range_parse(" 5 % .. 45 % ", SIM_SHARE, &range, &fault));
    assert_near(range.low, 0.05, 1e-12);
    assert_near(range.high, 0.45, 1e-12);
    assert_true(range_parse("-1..2.5", SIM_PLAIN, &range, &fault));
    assert_true(range.low == -1.0 && range.high == 2.5);
}

static void factors_have_no_units(void **state)
{
    (void)state;
    struct range range;
    struct sim_fault fault;
    assert_true(range_parse("x0.67..x1.5", SIM_SHARE, &range, &fault));
    assert_true(range.times && range.low == 0.67 && range.high == 1.5);
    assert_true(range_parse("2 %..10 %", SIM_SHARE, &range, &fault));
    assert_false(range.times);
    assert_false(range_parse("x0.67..1.5", SIM_SHARE, &range, &fault));
    assert_false(range_parse("x-1..x1", SIM_PLAIN, &range, &fault));
    assert_false(range_parse("x50 %..x60 %", SIM_SHARE, &range, &fault));
}

static void what_is_no_range_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = { "",     "..",   "1",    "1..",    "..2",
                                         "2..1", "1..1", "a..b", "1 s..2", "1..2..3" };
    struct range range;
    struct sim_fault fault;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (range_parse(cases[i], SIM_SHARE, &range, &fault)) fail_msg("\"%s\"", cases[i]);
        assert_string_equal(fault.what, "not a range");
    }
}

/* How many likely ranges a table declares; each is one, and within what is allowed. */
static size_t declared(const struct sim_fields *table)
{
    size_t n = 0;
    for (size_t i = 0; i < table->n; i++) {
        const struct sim_field *field = &table->rows[i];
        struct range range;
        struct sim_fault fault;
        if (field->sub) n += declared(field->sub);
        if (!field->likely) continue;
        n++;
        if (!range_parse(field->likely, field->unit, &range, &fault))
            fail_msg("%s: %s", field->key, field->likely);
        if (range.times) continue; /* moved no further than is allowed */
        assert_true(range.low >= field->low);
        assert_true(field->high == 0.0 || range.high <= field->high);
    }
    return n;
}

static void declared_ranges_can_be_read_and_are_allowed(void **state)
{
    (void)state;
    assert_true(declared(&scenario_fields) >= 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_have_units_of_their_own),
        cmocka_unit_test(factors_have_no_units),
        cmocka_unit_test(what_is_no_range_is_refused),
        cmocka_unit_test(declared_ranges_can_be_read_and_are_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
