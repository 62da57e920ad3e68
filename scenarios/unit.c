/* Numbers with units as a planner writes them, read and written back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A word after a number. Two factors, so that 57 % is exactly 57 / 100. */
struct unit_word {
    enum sim_unit unit;
    const char *word;
    double times, over;
};

/* An empty word says that a bare number is fine. */
static const struct unit_word unit_words[] = {
    { SIM_PLAIN, "", 1, 1 },
    { SIM_SECONDS, "", 1, 1 },
    { SIM_SECONDS, "ms", 1, 1000 },
    { SIM_SECONDS, "s", 1, 1 },
    { SIM_SECONDS, "sec", 1, 1 },
    { SIM_SECONDS, "second", 1, 1 },
    { SIM_SECONDS, "seconds", 1, 1 },
    { SIM_SECONDS, "min", 60, 1 },
    { SIM_SECONDS, "minute", 60, 1 },
    { SIM_SECONDS, "minutes", 60, 1 },
    { SIM_SECONDS, "h", 3600, 1 },
    { SIM_SECONDS, "hour", 3600, 1 },
    { SIM_SECONDS, "hours", 3600, 1 },
    { SIM_SECONDS, "day", 86400, 1 },
    { SIM_SECONDS, "days", 86400, 1 },
    { SIM_SECONDS, "open day", 86400, 1 }, /* for delays that count open days */
    { SIM_SECONDS, "open days", 86400, 1 },
    { SIM_SECONDS, "week", 604800, 1 },
    { SIM_SECONDS, "weeks", 604800, 1 },
    { SIM_PER_HOUR, "", 1, 1 },
    { SIM_PER_HOUR, "/h", 1, 1 },
    { SIM_PER_HOUR, "/hour", 1, 1 },
    { SIM_PER_HOUR, "/min", 60, 1 },
    { SIM_PER_HOUR, "/s", 3600, 1 },
    { SIM_PER_HOUR, "/day", 1, 24 },
    { SIM_SHARE, "", 1, 1 },
    { SIM_SHARE, "%", 1, 100 },
    { SIM_OPEN_DAYS, "", 1, 1 },
    { SIM_OPEN_DAYS, "open day", 1, 1 },
    { SIM_OPEN_DAYS, "open days", 1, 1 },
    { SIM_EUROS, "", 1, 1 },
    { SIM_EUROS, "EUR", 1, 1 },
    { SIM_EUROS, "€", 1, 1 },
    { SIM_PEOPLE, "", 1, 1 },
    { SIM_PEOPLE, "agent", 1, 1 },
    { SIM_PEOPLE, "agents", 1, 1 },
};
enum { N_UNIT_WORDS = sizeof unit_words / sizeof *unit_words };

const char *unit_wanted(enum sim_unit unit)
{
    switch (unit) {
    case SIM_SECONDS:
        return N_("a duration such as \"4 min\"");
    case SIM_PER_HOUR:
        return N_("a rate such as \"94 /h\"");
    case SIM_SHARE:
        return N_("a share such as \"85 %\"");
    case SIM_CLOCK:
        return N_("a time of day such as \"08:30\"");
    case SIM_OPEN_DAYS:
        return N_("a number of open days such as \"2 open days\"");
    case SIM_EUROS:
        return N_("an amount such as \"24 EUR\"");
    case SIM_PEOPLE:
        return N_("a number of agents such as 10");
    case SIM_PLAIN:
        break;
    }
    return N_("a number such as 0.5");
}

const char *blank_end(const char *text)
{
    for (;;) {
        if (*text == ' ' || *text == '\t') {
            text++;
        } else if (!strncmp(text, "\u00a0", 2)) {
            text += 2;
        } else if (!strncmp(text, "\u202f", 3)) {
            text += 3;
        } else {
            return text;
        }
    }
}

static const char *digits_end(const char *text)
{
    while (isdigit((unsigned char)*text))
        text++;
    return text;
}

const char *number_end(const char *text)
{
    const char *start = text + (*text == '+' || *text == '-');
    const char *end = digits_end(start);
    bool any = end > start;
    if (*end == '.') {
        const char *point = end;
        end = digits_end(point + 1);
        any = any || end > point + 1;
    }
    if (!any) return NULL;
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1 + (end[1] == '+' || end[1] == '-');
        if (digits_end(exponent) > exponent) end = digits_end(exponent);
    }
    return end;
}

static bool refuse(struct sim_fault *fault, enum sim_unit unit, const char *what,
                   const char *hint)
{
    *fault = (struct sim_fault){
        .severity = SIM_INPUT, .what = what, .wanted = unit_wanted(unit), .hint = hint
    };
    return false;
}

static bool blank_to_end(const char *text)
{
    return !*blank_end(text);
}

/* "08:30": one or two digits, a colon, two digits. */
static bool clock_parse(const char *text, double *value, struct sim_fault *fault)
{
    const char *minutes = digits_end(text);
    const bool shaped = minutes > text && minutes - text <= 2 && *minutes == ':' &&
                        digits_end(minutes + 1) == minutes + 3 && blank_to_end(minutes + 3);
    if (!shaped) return refuse(fault, SIM_CLOCK, N_("not a time of day"), NULL);
    const int minute_of_day = atoi(text) * 60 + atoi(minutes + 1);
    if (atoi(minutes + 1) > 59 || minute_of_day > 24 * 60)
        return refuse(fault, SIM_CLOCK, N_("no such time of day"), NULL);
    *value = 60.0 * minute_of_day;
    return true;
}

/* Length without the blanks at the end, for texts that hold plain or no-break ones. */
static size_t word_length(const char *text)
{
    size_t length = 0;
    for (size_t i = 0; text[i]; i++)
        if (*blank_end(text + i) && blank_end(text + i) == text + i) length = i + 1;
    return length;
}

static const struct unit_word *word_find(const char *text, bool any_unit, enum sim_unit unit)
{
    const size_t length = word_length(text);
    for (size_t i = 0; i < N_UNIT_WORDS; i++) {
        const struct unit_word *word = &unit_words[i];
        const bool fits = any_unit ? length > 0 : word->unit == unit;
        if (fits && strlen(word->word) == length && !strncmp(word->word, text, length))
            return word;
    }
    return NULL;
}

/* What follows the number is no unit of this kind: says which mistake it is. */
static bool refuse_word(struct sim_fault *fault, enum sim_unit unit, const char *word)
{
    if (*word == ',' && isdigit((unsigned char)word[1]))
        return refuse(fault, unit, N_("comma in a number"),
                      N_("write decimals with a dot, such as 0.5"));
    if (word_find(word, true, unit)) return refuse(fault, unit, N_("wrong unit"), NULL);
    if (unit == SIM_PLAIN) return refuse(fault, unit, N_("not a number"), NULL);
    return refuse(fault, unit, N_("unknown unit"), NULL);
}

bool unit_parse(const char *text, enum sim_unit unit, double *value, struct sim_fault *fault)
{
    const char *start = blank_end(text);
    if (unit == SIM_CLOCK) return clock_parse(start, value, fault);
    const char *end = number_end(start);
    char *seen;
    const double number = strtod(start, &seen);
    /* strtod also reads 0x10, inf and nan: then it stops elsewhere. */
    if (!end || seen != end) return refuse(fault, unit, N_("not a number"), NULL);
    const struct unit_word *word = word_find(blank_end(end), false, unit);
    if (!word) return refuse_word(fault, unit, blank_end(end));
    const double product = number * word->times / word->over;
    if (!isfinite(product)) return refuse(fault, unit, N_("number too large"), NULL);
    *value = product;
    return true;
}

void number_print(char text[NUMBER_SIZE], double value)
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, NUMBER_SIZE, "%.*g", digits, value);
        if (strtod(text, NULL) == value) return;
    }
}

static char *print_with(struct sim_arena *arena, double value, const char *word)
{
    char number[NUMBER_SIZE];
    number_print(number, value);
    return sim_arena_print(arena, *word ? "%s %s" : "%s", number, word);
}

/* In the largest unit that leaves a whole number: 90 s, 4 min, 2 days. */
static char *print_seconds(struct sim_arena *arena, double value)
{
    const double size = fabs(value);
    if (size >= 86400 && fmod(size, 86400) == 0.0)
        return print_with(arena, value / 86400, size == 86400 ? "day" : "days");
    if (size >= 3600 && fmod(size, 3600) == 0.0) return print_with(arena, value / 3600, "h");
    if (size >= 60 && fmod(size, 60) == 0.0) return print_with(arena, value / 60, "min");
    return print_with(arena, value, "s");
}

/* 57 / 100 * 100 is not 57 but in 15 digits. */
static char *print_share(struct sim_arena *arena, double value)
{
    return sim_arena_print(arena, "%.15g %%", 100 * value);
}

static char *print_clock(struct sim_arena *arena, double value)
{
    const long minute = lround(value / 60);
    return sim_arena_print(arena, "%02ld:%02ld", minute / 60, minute % 60);
}

char *unit_print(struct sim_arena *arena, double value, enum sim_unit unit)
{
    if (isnan(value)) return sim_arena_text(arena, "");
    const bool one = fabs(value) == 1;
    switch (unit) {
    case SIM_SECONDS:
        return print_seconds(arena, value);
    case SIM_PER_HOUR:
        return print_with(arena, value, "/h");
    case SIM_SHARE:
        return print_share(arena, value);
    case SIM_CLOCK:
        return print_clock(arena, value);
    case SIM_OPEN_DAYS:
        return print_with(arena, value, one ? "open day" : "open days");
    case SIM_EUROS:
        return print_with(arena, value, "EUR");
    case SIM_PEOPLE:
        return print_with(arena, value, one ? "agent" : "agents");
    case SIM_PLAIN:
        break;
    }
    return print_with(arena, value, "");
}
