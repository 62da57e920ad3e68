/* What a planner asks of a measure: targets and precision, read or refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The floor above has no library: its rooms are taken in whole. */
#include "cli/ask.c" // NOLINT(bugprone-suspicious-include)

static const struct sim_measure rows[] = {
    { .name = "answer_rate", .show = SIM_SHOW_SHARE },
    { .name = "wait_mean", .show = SIM_SHOW_SECONDS },
    { .name = "visits", .show = SIM_SHOW_COUNT, .features = 2 },
    { .name = "offered", .show = SIM_SHOW_COUNT },
    { .name = "oriented", .show = SIM_SHOW_COUNT, .features = 5 },
};
static const struct measure_table measures = { rows, sizeof rows / sizeof *rows, 1 };

static void a_target_is_a_measure_a_side_and_a_bound(void **state)
{
    (void)state;
    static const struct {
        const char *text, *measure;
        bool at_least;
        double bound;
    } good[] = {
        { "answer_rate >= 85 %", "answer_rate", true, 0.85 },
        { "answer_rate >= .85", "answer_rate", true, 0.85 },
        { "answer_rate<=100 %", "answer_rate", false, 1.0 },
        { "answer_rate >= 0", "answer_rate", true, 0.0 },
        { "wait_mean <= 3 min", "wait_mean", false, 180.0 },
        { " wait_mean<=0", "wait_mean", false, 0.0 },
        { "offered >= 1000", "offered", true, 1000.0 },
    };
    struct sim_faults faults = { 0 };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct report_target target = { .measure = "" };
        if (!ask_target(good[i].text, measures, "t", &target, &faults))
            fail_msg("%s", good[i].text);
        assert_string_equal(target.measure, good[i].measure);
        assert_int_equal(target.at_least, good[i].at_least);
        assert_true(target.bound == good[i].bound);
    }
    assert_int_equal(faults.n, 0);
    sim_faults_close(&faults);
}

static void assert_refused(const char *text, const char *what, bool precision)
{
    struct sim_faults faults = { 0 };
    struct report_target target;
    size_t measure;
    double width;
    const bool read = precision ? ask_precision(text, measures, "t", &measure, &width, &faults)
                                : ask_target(text, measures, "t", &target, &faults);
    if (read) fail_msg("read: %s", text);
    assert_int_equal(faults.n_input, 1);
    if (!faults.items) {
        fail_msg("not told: %s", text);
        return;
    }
    assert_string_equal(faults.items[0].path, "t");
    assert_string_equal(faults.items[0].got, text);
    assert_string_equal(faults.items[0].what, what);
    sim_faults_close(&faults);
}

static void a_target_that_may_be_misread_is_refused(void **state)
{
    (void)state;
    assert_refused("answer_rate >= 85", "a share is between 0 and 100 %", false);
    assert_refused("answer_rate >= 120 %", "a share is between 0 and 100 %", false);
    assert_refused("answer_rate >= -1 %", "a share is between 0 and 100 %", false);
    assert_refused("answer_rate >= 3 min", "wrong unit", false);
    assert_refused("wait_mean <= 3", "the unit of the time is missing", false);
    assert_refused("answer_rate = 85 %", "no comparison follows the measure", false);
    assert_refused("answer_rate", "no comparison follows the measure", false);
    assert_refused("anser_rate >= 85 %", "there is no such measure", false);
    assert_refused("", "there is no such measure", false);
}

static void a_precision_is_a_measure_and_a_half_width(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t measure;
        double width;
    } good[] = {
        { "answer_rate 0.5 pt", 0, 0.005 }, { "answer_rate 0.5pts", 0, 0.005 },
        { "answer_rate 1 point", 0, 0.01 }, { "answer_rate 2 points", 0, 0.02 },
        { "answer_rate 0.5 %", 0, 0.005 },  { "wait_mean 2 s", 1, 2.0 },
        { "wait_mean 1 min", 1, 60.0 },     { "offered 10", 2, 10.0 },
    };
    struct sim_faults faults = { 0 };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        size_t measure = SIZE_MAX;
        double width = 0.0;
        if (!ask_precision(good[i].text, measures, "t", &measure, &width, &faults))
            fail_msg("%s", good[i].text);
        assert_int_equal(measure, good[i].measure);
        assert_true(width == good[i].width);
    }
    sim_faults_close(&faults);
}

static void a_precision_that_may_be_misread_is_refused(void **state)
{
    (void)state;
    assert_refused("answer_rate 0.5", "the unit of the width is missing", true);
    assert_refused("answer_rate 0.005", "the unit of the width is missing", true);
    assert_refused("answer_rate pt", "not a width", true);
    assert_refused("answer_rate", "not a width", true);
    assert_refused("answer_rate 0.5 pt of it", "not a width", true);
    assert_refused("answer_rate 0 pt", "the width must be above 0", true);
    assert_refused("answer_rate 100 pt", "the width must be below 100 points", true);
    assert_refused("wait_mean 2", "the unit of the time is missing", true);
    assert_refused("offered -3", "the width must be above 0", true);
}

static void what_a_scenario_does_not_measure_is_not_asked_about(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    size_t measure = SIZE_MAX;
    double width;
    assert_refused("visits >= 3", "this scenario has nothing to measure there", false);
    assert_refused("visits 3", "this scenario has nothing to measure there", true);
    /* A precision is of the measures that the results will have. */
    assert_true(ask_precision("oriented 3", measures, "t", &measure, &width, &faults));
    assert_int_equal(measure, 3);
    assert_int_equal(faults.n, 0);
    sim_faults_close(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_is_a_measure_a_side_and_a_bound),
        cmocka_unit_test(a_target_that_may_be_misread_is_refused),
        cmocka_unit_test(a_precision_is_a_measure_and_a_half_width),
        cmocka_unit_test(a_precision_that_may_be_misread_is_refused),
        cmocka_unit_test(what_a_scenario_does_not_measure_is_not_asked_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
