/* Dates and weekdays as a planner writes them, read and written back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/date_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DATE_WANTED N_("a date such as \"2017-10-02\"")
#define DAYS_WANTED N_("weekdays such as \"monday-friday\" or \"monday, thursday\"")

enum { WEEK = 7, ALL_DAYS = 127, WORKING_DAYS = 31, WEEKEND = 96, DAYS_0000_TO_1970 = 719528 };
enum { DATE_LENGTH = 10 };

static const char *const weekdays[WEEK] = { "monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday" };

static bool refuse(struct sim_fault *fault, const char *what, const char *wanted,
                   const char *hint)
{
    *fault = (struct sim_fault){
        .severity = SIM_INPUT, .what = what, .wanted = wanted, .hint = hint
    };
    return false;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_of_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 0000-01-01 to the first of January of a year, 0 or later. */
static int days_before_year(int year)
{
    const int past = year - 1;
    return year > 0 ? 365 * year + past / 4 - past / 100 + past / 400 + 1 : 0;
}

/* Four digits, two digits, two digits, and nothing else. */
static bool is_shaped(const char *text)
{
    const char *shape = "dddd-dd-dd";
    for (; *shape; shape++, text++)
        if (*shape == 'd' ? !isdigit((unsigned char)*text) : *text != *shape) return false;
    return !*text;
}

bool date_parse(const char *text, int *days, struct sim_fault *fault)
{
    if (!is_shaped(text))
        return refuse(fault, N_("not a date"), DATE_WANTED,
                      strchr(text, '/') ? N_("write the year, the month, then the day") : NULL);
    const int year = atoi(text), month = atoi(text + 5), day = atoi(text + 8);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_of_month(year, month))
        return refuse(fault, N_("no such day"), DATE_WANTED, NULL);
    int sum = days_before_year(year) + day - 1 - DAYS_0000_TO_1970;
    for (int m = 1; m < month; m++)
        sum += days_of_month(year, m);
    *days = sum;
    return true;
}

bool date_range_parse(const char *text, int *first, int *last, struct sim_fault *fault)
{
    static const char to[] = " to ";
    const char *second = strstr(text, to);
    char start[DATE_LENGTH + 1] = "";
    if (!second) {
        if (!date_parse(text, first, fault)) return false;
        *last = *first;
        return true;
    }
    if (second - text == DATE_LENGTH) memcpy(start, text, DATE_LENGTH);
    if (!date_parse(start, first, fault) || !date_parse(second + strlen(to), last, fault))
        return false;
    if (*last >= *first) return true;
    return refuse(fault, N_("ends before it begins"), N_("the earlier date first"), NULL);
}

char *date_print(struct sim_arena *arena, int days)
{
    int left = days + DAYS_0000_TO_1970;
    int year = left / 366;
    while (days_before_year(year + 1) <= left)
        year++;
    left -= days_before_year(year);
    int month = 1;
    for (; left >= days_of_month(year, month); month++)
        left -= days_of_month(year, month);
    return sim_arena_print(arena, "%04d-%02d-%02d", year, month, left + 1);
}

static bool word_is(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && !strncasecmp(text, word, length);
}

/* The number of a weekday, 0 for Monday; WEEK when the word is none. */
static unsigned weekday_find(const char *text, size_t length)
{
    unsigned i = 0;
    while (i < WEEK && !word_is(text, length, weekdays[i]) &&
           !(length == 3 && !strncasecmp(text, weekdays[i], 3)))
        i++;
    return i;
}

static void trim(const char **text, size_t *length)
{
    while (*length && isblank((unsigned char)**text))
        ++*text, --*length;
    while (*length && isblank((unsigned char)(*text)[*length - 1]))
        --*length;
}

/* One piece between commas: a word for many days, a day, or a range. Gives 0 when it is none.
 */
static unsigned piece_mask(const char *text, size_t length)
{
    trim(&text, &length);
    if (word_is(text, length, "every day")) return ALL_DAYS;
    if (word_is(text, length, "weekdays")) return WORKING_DAYS;
    if (word_is(text, length, "weekend")) return WEEKEND;
    const char *dash = memchr(text, '-', length);
    const char *second = dash ? dash + 1 : text;
    size_t first_length = dash ? (size_t)(dash - text) : length;
    size_t second_length = length - (size_t)(second - text);
    trim(&text, &first_length);
    trim(&second, &second_length);
    const unsigned from = weekday_find(text, first_length);
    const unsigned to = weekday_find(second, second_length);
    if (from == WEEK || to == WEEK) return 0;
    unsigned mask = 1u << to;
    for (unsigned day = from; day != to; day = (day + 1) % WEEK)
        mask |= 1u << day;
    return mask;
}

bool days_parse(const char *text, unsigned *mask, struct sim_fault *fault)
{
    unsigned sum = 0;
    for (;;) {
        const size_t length = strcspn(text, ",");
        const unsigned piece = piece_mask(text, length);
        if (!piece) return refuse(fault, N_("not a weekday"), DAYS_WANTED, NULL);
        sum |= piece;
        if (!text[length]) break;
        text += length + 1;
    }
    *mask = sum;
    return true;
}

/* The length of the run of days that starts at one day, Sunday ending it. */
static unsigned run_length(unsigned mask, unsigned day)
{
    unsigned length = 0;
    while (day + length < WEEK && mask >> (day + length) & 1)
        length++;
    return length;
}

char *days_print(struct sim_arena *arena, unsigned mask)
{
    if (mask == ALL_DAYS) return sim_arena_text(arena, "every day");
    char *text = sim_arena_text(arena, "");
    for (unsigned day = 0; day < WEEK; day++) {
        const unsigned length = run_length(mask, day);
        const char *comma = text && *text ? ", " : "";
        if (length > 2) {
            text = sim_arena_print(arena, "%s%s%s-%s", text, comma, weekdays[day],
                                   weekdays[day + length - 1]);
            day += length;
        } else if (length) {
            text = sim_arena_print(arena, "%s%s%s", text, comma, weekdays[day]);
        }
        if (!text) return NULL;
    }
    return text;
}
