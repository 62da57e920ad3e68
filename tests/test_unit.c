/* Numbers with units, dates, weekdays and mistyped words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scenarios/date_text.h"
#include "scenarios/nearest.h"
#include "scenarios/unit.h"

#include <math.h>

enum { FRIDAYS = 16, MONDAY_AND_THURSDAY = 9 };

struct good_number {
    const char *text;
    enum sim_unit unit;
    double value;
};

static const struct good_number good_numbers[] = {
    { "4 min", SIM_SECONDS, 240 },
    { "4min", SIM_SECONDS, 240 },
    { " 240 s ", SIM_SECONDS, 240 },
    { "240", SIM_SECONDS, 240 },
    { "1.5 h", SIM_SECONDS, 5400 },
    { "2 days", SIM_SECONDS, 172800 },
    { "1 day", SIM_SECONDS, 86400 },
    { "500 ms", SIM_SECONDS, .5 },
    { "90 sec", SIM_SECONDS, 90 },
    { "94 /h", SIM_PER_HOUR, 94 },
    { "94/h", SIM_PER_HOUR, 94 },
    { "2 /min", SIM_PER_HOUR, 120 },
    { ".03 /s", SIM_PER_HOUR, .03 * 3600 },
    { "720 /day", SIM_PER_HOUR, 30 },
    { "85 %", SIM_SHARE, .85 },
    { "57%", SIM_SHARE, .57 },
    { "85\u00a0%", SIM_SHARE, .85 },
    { "85\u202f%", SIM_SHARE, .85 },
    { ".85", SIM_SHARE, .85 },
    { "08:30", SIM_CLOCK, 30600 },
    { "8:30", SIM_CLOCK, 30600 },
    { "24:00", SIM_CLOCK, 86400 },
    { "0:00", SIM_CLOCK, 0 },
    { "2 open days", SIM_OPEN_DAYS, 2 },
    { "1 open day", SIM_OPEN_DAYS, 1 },
    { "24 EUR", SIM_EUROS, 24 },
    { "24 €", SIM_EUROS, 24 },
    { "10 agents", SIM_PEOPLE, 10 },
    { "-1.5e3", SIM_PLAIN, -1500 },
    { "+.5", SIM_PLAIN, .5 },
};

static void numbers_are_read_in_the_unit_of_the_field(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good_numbers / sizeof *good_numbers; i++) {
        const struct good_number *row = &good_numbers[i];
        struct sim_fault fault = { 0 };
        double value = NAN;
        if (!unit_parse(row->text, row->unit, &value, &fault)) fail_msg("%s", row->text);
        if (value != row->value) fail_msg("%s gives %.17g", row->text, value);
    }
}

struct bad_number {
    const char *text;
    enum sim_unit unit;
    const char *what;
    const char *hint;
};

static const struct bad_number bad_numbers[] = {
    { "", SIM_SECONDS, "not a number", NULL },
    { "four min", SIM_SECONDS, "not a number", NULL },
    { "nan", SIM_PLAIN, "not a number", NULL },
    { "inf", SIM_PLAIN, "not a number", NULL },
    { "-inf", SIM_PLAIN, "not a number", NULL },
    { "0x10", SIM_PLAIN, "not a number", NULL },
    { ".", SIM_PLAIN, "not a number", NULL },
    { "1e999", SIM_PLAIN, "number too large", NULL },
    { "1.2.3", SIM_PLAIN, "not a number", NULL },
    { "0,5", SIM_PLAIN, "comma in a number", "write decimals with a dot, such as 0.5" },
    { "1,5 h", SIM_SECONDS, "comma in a number", "write decimals with a dot, such as 0.5" },
    { "4 %", SIM_SECONDS, "wrong unit", NULL },
    { "4 min", SIM_PER_HOUR, "wrong unit", NULL },
    { "4 min", SIM_PLAIN, "wrong unit", NULL },
    { "4 min ago", SIM_SECONDS, "unknown unit", NULL },
    { "4 mn", SIM_SECONDS, "unknown unit", NULL },
    { "2 days", SIM_OPEN_DAYS, "wrong unit", NULL },
    { "8h30", SIM_CLOCK, "not a time of day", NULL },
    { "08:30:00", SIM_CLOCK, "not a time of day", NULL },
    { "08:3", SIM_CLOCK, "not a time of day", NULL },
    { "-1:30", SIM_CLOCK, "not a time of day", NULL },
    { "24:01", SIM_CLOCK, "no such time of day", NULL },
    { "12:60", SIM_CLOCK, "no such time of day", NULL },
};

static void a_wrong_number_says_what_is_wrong_and_what_is_wanted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_numbers / sizeof *bad_numbers; i++) {
        const struct bad_number *row = &bad_numbers[i];
        struct sim_fault fault = { 0 };
        double value = 7;
        if (unit_parse(row->text, row->unit, &value, &fault)) fail_msg("%s", row->text);
        assert_true(value == 7);
        assert_string_equal(fault.what, row->what);
        assert_string_equal(fault.wanted, unit_wanted(row->unit));
        assert_string_equal(fault.hint ? fault.hint : "", row->hint ? row->hint : "");
    }
}

static const struct good_number printed_numbers[] = {
    { "4 min", SIM_SECONDS, 240 },
    { "90 s", SIM_SECONDS, 90 },
    { "90 min", SIM_SECONDS, 5400 },
    { "2 h", SIM_SECONDS, 7200 },
    { "1 day", SIM_SECONDS, 86400 },
    { "2 days", SIM_SECONDS, 172800 },
    { "0 s", SIM_SECONDS, 0 },
    { "0.5 s", SIM_SECONDS, .5 },
    { "94 /h", SIM_PER_HOUR, 94 },
    { "85 %", SIM_SHARE, .85 },
    { "57 %", SIM_SHARE, .57 },
    { "0 %", SIM_SHARE, 0 },
    { "08:30", SIM_CLOCK, 30600 },
    { "24:00", SIM_CLOCK, 86400 },
    { "1 open day", SIM_OPEN_DAYS, 1 },
    { "2 open days", SIM_OPEN_DAYS, 2 },
    { "24 EUR", SIM_EUROS, 24 },
    { "10 agents", SIM_PEOPLE, 10 },
    { "0.1", SIM_PLAIN, .1 },
    { "", SIM_PLAIN, NAN },
    { "0.333333333333333", SIM_PLAIN, .333333333333333 },
};

static void numbers_are_written_as_a_planner_would(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    for (size_t i = 0; i < sizeof printed_numbers / sizeof *printed_numbers; i++) {
        const struct good_number *row = &printed_numbers[i];
        assert_string_equal(unit_print(&arena, row->value, row->unit), row->text);
    }
    sim_arena_close(&arena);
}

static void a_number_that_was_written_reads_back_the_same(void **state)
{
    (void)state;
    struct sim_arena arena = { 0 };
    struct sim_fault fault;
    for (int i = 1; i < 2000; i++) {
        const double value = i / 1999.0;
        const enum sim_unit units[] = { SIM_PLAIN, SIM_SHARE, SIM_PER_HOUR, SIM_EUROS };
        for (size_t u = 0; u < 4; u++) {
            double back = NAN;
            const char *text = unit_print(&arena, value, units[u]);
            assert_true(unit_parse(text, units[u], &back, &fault));
            if (fabs(back - value) > 1e-15 || (u != 1 && back != value)) fail_msg("%s", text);
        }
    }
    sim_arena_close(&arena);
}

static void dates_are_days_since_1970(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int days;
    } rows[] = {
        { "1970-01-01", 0 },       { "1969-12-31", -1 },    { "2000-02-29", 11016 },
        { "2017-10-02", 17441 },   { "2100-03-01", 47541 }, { "0001-01-01", -719162 },
        { "9999-12-31", 2932896 },
    };
    struct sim_arena arena = { 0 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sim_fault fault;
        int days = 0;
        assert_true(date_parse(rows[i].text, &days, &fault));
        assert_int_equal(days, rows[i].days);
        assert_string_equal(date_print(&arena, days), rows[i].text);
    }
    sim_arena_close(&arena);
}

static void a_day_that_does_not_exist_is_refused_by_name(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "2017-02-30", "no such day" },
        { "2017-13-01", "no such day" },
        { "1900-02-29", "no such day" },
        { "2017-00-10", "no such day" },
        { "0000-01-01", "no such day" },
        { "02/10/2017", "not a date" },
        { "2017-10-2", "not a date" },
        { "2017-10-02 ", "not a date" },
        { "", "not a date" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sim_fault fault = { 0 };
        int days = 5;
        assert_false(date_parse(rows[i][0], &days, &fault));
        assert_string_equal(fault.what, rows[i][1]);
        assert_int_equal(days, 5);
    }
}

static void a_range_of_dates_has_both_its_ends(void **state)
{
    (void)state;
    struct sim_fault fault = { 0 };
    int first = 0, last = 0;
    assert_true(date_range_parse("2017-10-23 to 2017-10-27", &first, &last, &fault));
    assert_true(first == 17462 && last == 17466);
    assert_true(date_range_parse("2017-10-23", &first, &last, &fault));
    assert_true(first == 17462 && last == 17462);
    assert_false(date_range_parse("2017-10-27 to 2017-10-23", &first, &last, &fault));
    assert_string_equal(fault.what, "ends before it begins");
    assert_false(date_range_parse("2017-02-27 to 2017-02-30", &first, &last, &fault));
    assert_string_equal(fault.what, "no such day");
    assert_false(date_range_parse("2017 to 2018", &first, &last, &fault));
    assert_string_equal(fault.what, "not a date");
}

static void weekdays_are_read_into_a_mask(void **state)
{
    (void)state;
    static const struct {
        const char *text, *printed;
        unsigned mask;
    } rows[] = {
        { "monday-friday", "monday-friday", 31 },
        { "Monday - Friday", "monday-friday", 31 },
        { "weekdays", "monday-friday", 31 },
        { "every day", "every day", 127 },
        { "weekend", "saturday, sunday", 96 },
        { "fri", "friday", FRIDAYS },
        { "monday, thursday", "monday, thursday", MONDAY_AND_THURSDAY },
        { "sat-mon", "monday, saturday, sunday", 97 },
        { "monday-wednesday, saturday", "monday-wednesday, saturday", 39 },
    };
    struct sim_arena arena = { 0 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sim_fault fault;
        unsigned mask = 0;
        assert_true(days_parse(rows[i].text, &mask, &fault));
        assert_int_equal(mask, rows[i].mask);
        assert_string_equal(days_print(&arena, mask), rows[i].printed);
    }
    sim_arena_close(&arena);
}

static void a_word_that_is_no_weekday_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = { "",   "lundi",   "monday,",
                                        "mo", "monday-", "monday thursday" };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sim_fault fault = { 0 };
        unsigned mask = 3;
        if (days_parse(rows[i], &mask, &fault)) fail_msg("%s", rows[i]);
        assert_string_equal(fault.what, "not a weekday");
        assert_int_equal(mask, 3);
    }
}

static void the_nearest_word_is_one_slip_in_three_letters_away(void **state)
{
    (void)state;
    static const char *const words[] = { "agents", "mean", "patience", "handling" };
    static const char *const rows[][2] = {
        { "agent", "agents" }, { "agnets", "agents" },
        { "maen", "mean" },    { "patiance", "patience" },
        { "Mean", "mean" },    { "seed", NULL },
        { "x", NULL },         { "", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nearest nearest = { .word = rows[i][0] };
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            nearest_offer(&nearest, words[w]);
        assert_string_equal(nearest.best ? nearest.best : "-", rows[i][1] ? rows[i][1] : "-");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_in_the_unit_of_the_field),
        cmocka_unit_test(a_wrong_number_says_what_is_wrong_and_what_is_wanted),
        cmocka_unit_test(numbers_are_written_as_a_planner_would),
        cmocka_unit_test(a_number_that_was_written_reads_back_the_same),
        cmocka_unit_test(dates_are_days_since_1970),
        cmocka_unit_test(a_day_that_does_not_exist_is_refused_by_name),
        cmocka_unit_test(a_range_of_dates_has_both_its_ends),
        cmocka_unit_test(weekdays_are_read_into_a_mask),
        cmocka_unit_test(a_word_that_is_no_weekday_is_refused),
        cmocka_unit_test(the_nearest_word_is_one_slip_in_three_letters_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
