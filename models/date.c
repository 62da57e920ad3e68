/* Dates as numbers of days since 1 January 1970, in the Gregorian calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/date.h"

enum { DAYS_PER_ERA = 146097, YEARS_PER_ERA = 400, EPOCH_IN_ERA = 719468 };

static int floor_div(int a, int b)
{
    return a / b - (a % b < 0);
}

/* Years are counted from March, so that the leap day comes last. */
int date_number(struct date date)
{
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = floor_div(year, YEARS_PER_ERA);
    const int of_era = year - era * YEARS_PER_ERA;
    const int month = (date.month + 9) % 12;
    const int of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * DAYS_PER_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           EPOCH_IN_ERA;
}

struct date date_of(int number)
{
    const int shifted = number + EPOCH_IN_ERA;
    const int era = floor_div(shifted, DAYS_PER_ERA);
    const int of_era = shifted - era * DAYS_PER_ERA;
    const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int of_year = of_era - (365 * year + year / 4 - year / 100);
    const int month = (5 * of_year + 2) / 153;
    struct date date = { year + era * YEARS_PER_ERA, month < 10 ? month + 3 : month - 9,
                         of_year - (153 * month + 2) / 5 + 1 };
    if (date.month <= 2) date.year++;
    return date;
}

int date_weekday(int number)
{
    const int since_monday = (number + 3) % 7; /* 1 January 1970 was a Thursday */
    return since_monday < 0 ? since_monday + 7 : since_monday;
}

int date_week(int number)
{
    const int thursday = number - date_weekday(number) + 3;
    const struct date first = { date_of(thursday).year, 1, 1 };
    return (thursday - date_number(first)) / 7 + 1;
}

int date_after_months(int number, int months)
{
    struct date date = date_of(number);
    const int count = date.year * 12 + date.month - 1 + months;
    const struct date first = { floor_div(count, 12), count - floor_div(count, 12) * 12 + 1,
                                1 };
    const struct date next = first.month == 12
                                 ? (struct date){ first.year + 1, 1, 1 }
                                 : (struct date){ first.year, first.month + 1, 1 };
    const int length = date_number(next) - date_number(first);
    return date_number(first) + (date.day < length ? date.day : length) - 1;
}
