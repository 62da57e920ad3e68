/* Dates as numbers of days.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "models/date.h"

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return lengths[month - 1] + (month == 2 && leap(year));
}

/* Every day of eight centuries, counted up one by one. */
static void every_day_from_1600_to_2400_comes_back(void **state)
{
    (void)state;
    int number = date_number((struct date){ 1600, 1, 1 }), weekday = 5;
    assert_int_equal(number, -135140);
    for (int year = 1600; year <= 2400; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= month_length(year, month); day++) {
                const struct date date = date_of(number);
                if (date.year != year || date.month != month || date.day != day)
                    fail_msg("%d-%d-%d: %d-%d-%d", year, month, day, date.year, date.month,
                             date.day);
                assert_int_equal(date_number(date), number);
                assert_int_equal(date_weekday(number), weekday);
                weekday = (weekday + 1) % 7;
                number++;
            }
}

static void known_days_have_their_weekday(void **state)
{
    (void)state;
    static const struct {
        struct date date;
        int number, weekday;
    } rows[] = {
        { { 1970, 1, 1 }, 0, 3 },       { { 1969, 12, 31 }, -1, 2 },
        { { 2000, 2, 29 }, 11016, 1 },  { { 2017, 10, 2 }, 17441, 0 },
        { { 1789, 7, 14 }, -65914, 1 }, { { 1969, 7, 20 }, -165, 6 },
        { { 2024, 2, 29 }, 19782, 3 },  { { 2038, 1, 19 }, 24855, 1 },
    };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(date_number(rows[i].date), rows[i].number);
        assert_int_equal(date_weekday(rows[i].number), rows[i].weekday);
    }
}

static int after(int year, int month, int day, int months)
{
    return date_after_months(date_number((struct date){ year, month, day }), months);
}

static void a_month_later_is_the_same_day_or_the_last_of_the_month(void **state)
{
    (void)state;
    assert_int_equal(after(2017, 10, 2, 1), date_number((struct date){ 2017, 11, 2 }));
    assert_int_equal(after(2017, 1, 31, 1), date_number((struct date){ 2017, 2, 28 }));
    assert_int_equal(after(2016, 1, 31, 1), date_number((struct date){ 2016, 2, 29 }));
    assert_int_equal(after(2017, 10, 31, 1), date_number((struct date){ 2017, 11, 30 }));
    assert_int_equal(after(2017, 12, 31, 2), date_number((struct date){ 2018, 2, 28 }));
    assert_int_equal(after(2016, 2, 29, 12), date_number((struct date){ 2017, 2, 28 }));
    assert_int_equal(after(2017, 12, 15, 1), date_number((struct date){ 2018, 1, 15 }));
    assert_int_equal(after(2017, 1, 31, 0), date_number((struct date){ 2017, 1, 31 }));
    assert_int_equal(after(2017, 10, 2, 120), date_number((struct date){ 2027, 10, 2 }));
}

static void months_may_be_counted_back(void **state)
{
    (void)state;
    assert_int_equal(after(2017, 3, 31, -1), date_number((struct date){ 2017, 2, 28 }));
    assert_int_equal(after(2017, 1, 15, -1), date_number((struct date){ 2016, 12, 15 }));
    assert_int_equal(after(2017, 1, 15, -13), date_number((struct date){ 2015, 12, 15 }));
}

static void twelve_months_are_a_year(void **state)
{
    (void)state;
    for (int number = 17000; number < 19000; number++) {
        const struct date date = date_of(number);
        const struct date later = date_of(date_after_months(number, 12));
        assert_int_equal(later.year, date.year + 1);
        assert_int_equal(later.month, date.month);
        assert_int_equal(later.day, date.month == 2 && date.day == 29 ? 28 : date.day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_from_1600_to_2400_comes_back),
        cmocka_unit_test(known_days_have_their_weekday),
        cmocka_unit_test(a_month_later_is_the_same_day_or_the_last_of_the_month),
        cmocka_unit_test(months_may_be_counted_back),
        cmocka_unit_test(twelve_months_are_a_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
