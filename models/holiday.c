/* Public holidays, computed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/holiday.h"

#include "models/date.h"

#include <stddef.h>

const char *const holiday_choices[] = { "none", "france", NULL };

/* The anonymous Gregorian algorithm ("To find Easter", Nature 13, 20 April 1876, page 487; J.
 * Meeus, Astronomical Algorithms, 1991, chapter 8). The epact gives the Paschal full moon, the
 * Sunday after it is Easter. */
int holiday_easter(int year)
{
    const int golden = year % 19, century = year / 100, of_century = year % 100;
    const int no_moon_leap = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - no_moon_leap + 15) % 30;
    const int to_sunday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int since_march_1 = epact + to_sunday - 7 * late + 21;
    return date_number((struct date){ year, 3, 1 }) + since_march_1;
}

static bool is_french(int date)
{
    static const struct {
        int month, day;
    } fixed[] = { { 1, 1 },  { 5, 1 },  { 5, 8 },   { 7, 14 },
                  { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };
    static const int after_easter[] = { 1, 39, 50 }; /* Easter Monday, Ascension, Whit Monday */
    const struct date when = date_of(date);
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (when.month == fixed[i].month && when.day == fixed[i].day) return true;
    const int easter = holiday_easter(when.year);
    for (size_t i = 0; i < sizeof after_easter / sizeof *after_easter; i++)
        if (date == easter + after_easter[i]) return true;
    return false;
}

bool holiday_is(enum holidays where, int date)
{
    return where == HOLIDAYS_FRANCE && is_french(date);
}
