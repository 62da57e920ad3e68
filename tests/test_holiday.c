/* Public holidays of France against the dates that were published.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "models/date.h"
#include "models/holiday.h"

static int number(int year, int month, int day)
{
    return date_number((struct date){ year, month, day });
}

/* Tables of Easter, the earliest (22 March 1818) and the latest (25 April 1943) among them. */
static void easter_falls_where_tables_say(void **state)
{
    static const struct date tables[] = {
        { 1818, 3, 22 }, { 1886, 4, 25 }, { 1900, 4, 15 }, { 1943, 4, 25 }, { 1954, 4, 18 },
        { 1961, 4, 2 },  { 1981, 4, 19 }, { 2000, 4, 23 }, { 2008, 3, 23 }, { 2011, 4, 24 },
        { 2016, 3, 27 }, { 2017, 4, 16 }, { 2018, 4, 1 },  { 2024, 3, 31 }, { 2025, 4, 20 },
        { 2026, 4, 5 },  { 2038, 4, 25 }, { 2049, 4, 18 }, { 2076, 4, 19 }, { 2285, 3, 22 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_int_equal(holiday_easter(tables[i].year), date_number(tables[i]));
}

static void easter_is_a_sunday_from_22_march_to_25_april(void **state)
{
    (void)state;
    for (int year = 1583; year < 4100; year++) {
        const int easter = holiday_easter(year);
        assert_int_equal(date_weekday(easter), 6);
        assert_in_range(easter - number(year, 3, 1), 21, 55);
    }
}

static int holidays_of(int year, bool on_weekdays)
{
    int n = 0;
    for (int date = number(year, 1, 1); date < number(year + 1, 1, 1); date++)
        n += holiday_is(HOLIDAYS_FRANCE, date) && (!on_weekdays || date_weekday(date) < 5);
    return n;
}

static void the_holidays_of_2017_are_these_eleven(void **state)
{
    static const struct date all[] = { { 2017, 1, 1 },   { 2017, 4, 17 }, { 2017, 5, 1 },
                                       { 2017, 5, 8 },   { 2017, 5, 25 }, { 2017, 6, 5 },
                                       { 2017, 7, 14 },  { 2017, 8, 15 }, { 2017, 11, 1 },
                                       { 2017, 11, 11 }, { 2017, 12, 25 } };
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_true(holiday_is(HOLIDAYS_FRANCE, date_number(all[i])));
    assert_int_equal(holidays_of(2017, false), 11);
}

/* Two that fall on one day are one day. */
static void ascension_fell_on_1_may_in_2008(void **state)
{
    (void)state;
    assert_int_equal(holiday_easter(2008) + 39, number(2008, 5, 1));
    assert_true(holiday_is(HOLIDAYS_FRANCE, number(2008, 5, 1)));
    assert_int_equal(holidays_of(2008, false), 10);
}

static void as_many_fall_on_weekdays_as_are_known_to(void **state)
{
    static const int known[][2] = {
        { 2016, 8 }, { 2017, 9 }, { 2018, 9 }, { 2025, 10 }, { 2026, 9 }
    };
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_int_equal(holidays_of(known[i][0], true), known[i][1]);
}

static void a_centre_may_know_no_holidays(void **state)
{
    (void)state;
    for (int date = number(2017, 1, 1); date < number(2018, 1, 1); date++)
        assert_false(holiday_is(HOLIDAYS_NONE, date));
}

/* Every day of 2006-2031, in order: a holiday if and only if it is published as one. */
static void the_published_holidays_of_26_years_are_these(void **state)
{
    FILE *in = fopen(DECROCHE_REFERENCE_DIR "/data/fr_calendar/public_holidays.csv", "r");
    struct date published;
    char line[256];
    int today = number(2006, 1, 1), n = 0;
    (void)state;
    if (!in) skip();
    while (fgets(line, sizeof line, in)) {
        if (sscanf(line, "%d-%d-%d", &published.year, &published.month, &published.day) != 3)
            continue;
        const int date = date_number(published);
        if (date < today) continue; /* the second holiday of a day, or before 2006 */
        for (; today < date; today++)
            assert_false(holiday_is(HOLIDAYS_FRANCE, today));
        assert_true(holiday_is(HOLIDAYS_FRANCE, today++));
        n++;
    }
    fclose(in);
    for (; today < number(2032, 1, 1); today++)
        assert_false(holiday_is(HOLIDAYS_FRANCE, today));
    assert_int_equal(n, 26 * 11 - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(easter_falls_where_tables_say),
        cmocka_unit_test(easter_is_a_sunday_from_22_march_to_25_april),
        cmocka_unit_test(the_holidays_of_2017_are_these_eleven),
        cmocka_unit_test(ascension_fell_on_1_may_in_2008),
        cmocka_unit_test(as_many_fall_on_weekdays_as_are_known_to),
        cmocka_unit_test(a_centre_may_know_no_holidays),
        cmocka_unit_test(the_published_holidays_of_26_years_are_these),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
