/* Dates as numbers of days since 1 January 1970, in the Gregorian calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_DATE_H
#define MODELS_DATE_H

struct date {
    int year, month, day; /* month and day count from 1 */
};

/* Conversions by Hinnant's method, "chrono-compatible low-level date algorithms" (2013). */
int date_number(struct date date);
struct date date_of(int number);

/* 0 is Monday. */
int date_weekday(int number);

/* The number of its week, 1 to 53 (ISO 8601): weeks begin on Monday and belong to the year of
 * their Thursday. */
int date_week(int number);

/* The same day of a later month; the last of the month where it has no such day. */
int date_after_months(int number, int months);

#endif
