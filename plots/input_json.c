/* The value of one input as JSON, in the unit that its field declares.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/input_json.h"

#include "plots/number.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_MOST = 64 };

json_t *input_json_real(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

static json_t *text_repaired(const char *text)
{
    struct sim_arena arena = { 0 };
    char *copy = sim_arena_text(&arena, text);
    for (char *byte = copy; byte && *byte; byte++)
        if ((unsigned char)*byte >= 0x80) *byte = '?';
    json_t *json = copy ? json_string(copy) : NULL;
    sim_arena_close(&arena);
    return json;
}

json_t *input_json_text(const char *text)
{
    if (!text) return json_null();
    json_t *json = json_string(text);
    return json ? json : text_repaired(text);
}

const char *input_unit(const struct sim_field *field)
{
    if (field->kind != SIM_REAL && field->kind != SIM_WHOLE && field->kind != SIM_REALS)
        return NULL;
    switch (field->unit) {
    case SIM_PLAIN:
        return NULL;
    case SIM_SECONDS:
        return "s";
    case SIM_PER_HOUR:
        return "/h";
    case SIM_SHARE:
        return "1";
    case SIM_CLOCK:
        return "hh:mm";
    case SIM_OPEN_DAYS:
        return "open days";
    case SIM_EUROS:
        return "EUR";
    case SIM_PEOPLE:
        return "agents";
    }
    return NULL;
}

static json_t *clock_json(double seconds)
{
    char text[TEXT_MOST];
    if (!(seconds >= 0 && seconds < 1e6)) return json_null();
    const long whole = lround(seconds);
    if (whole % 60)
        snprintf(text, sizeof text, "%02ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                 whole % 60);
    else
        snprintf(text, sizeof text, "%02ld:%02ld", whole / 3600, whole / 60 % 60);
    return json_string(text);
}

static json_t *number_json(const struct sim_field *field, double value)
{
    return field->unit == SIM_CLOCK ? clock_json(value) : input_json_real(value);
}

static json_t *whole_json(const struct sim_field *field, int value)
{
    if (value == INT_MIN) return json_null();
    return field->unit == SIM_CLOCK ? clock_json(value) : json_integer(value);
}

static json_t *date_json(int since_1970)
{
    static const struct words plain = { false };
    if (since_1970 == INT_MIN) return json_null();
    return json_string(number_date(plain, since_1970).text);
}

static json_t *days_json(unsigned days)
{
    static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday" };
    char text[TEXT_MOST + 16] = "", *end = text;
    for (unsigned i = 0; i < 7; i++) {
        if (!(days >> i & 1U)) continue;
        if (end != text) end = stpcpy(end, ", ");
        end = stpcpy(end, names[i]);
    }
    return json_string(text);
}

static json_t *choice_json(const struct sim_field *field, int choice)
{
    int n = 0;
    while (field->choices && field->choices[n])
        n++;
    return choice >= 0 && choice < n ? json_string(field->choices[choice]) : json_null();
}

/* Adds to an array; a NULL array or item makes it NULL, and memory is to blame. */
static json_t *with(json_t *array, json_t *item)
{
    if (json_array_append_new(array, item) == 0) return array;
    json_decref(array);
    return NULL;
}

static json_t *reals_json(const struct sim_field *field, const struct sim_reals *reals)
{
    json_t *array = json_array();
    for (size_t i = 0; i < reals->n && array; i++)
        array = with(array, number_json(field, reals->values[i]));
    return array;
}

static json_t *texts_json(const struct sim_texts *texts)
{
    json_t *array = json_array();
    for (size_t i = 0; i < texts->n && array; i++)
        array = with(array, input_json_text(texts->values[i]));
    return array;
}

static json_t *dates_json(const struct sim_dates *dates)
{
    json_t *array = json_array();
    for (size_t i = 0; i < dates->n && array; i++)
        array = with(array, date_json(dates->values[i]));
    return array;
}

/* A date that may be left out is 0 then. */
static bool date_absent(const struct sim_field *field, int date)
{
    return date == 0 && field->fallback && !*field->fallback;
}

json_t *input_json(const struct sim_input *input)
{
    const struct sim_field *field = input->field;
    const void *value = input->value;
    if (!value) return json_null();
    switch (field->kind) {
    case SIM_REAL:
        return number_json(field, *(const double *)value);
    case SIM_WHOLE:
        return whole_json(field, *(const int *)value);
    case SIM_FLAG:
        return json_boolean(*(const bool *)value);
    case SIM_CHOICE:
        return choice_json(field, *(const int *)value);
    case SIM_TEXT:
    case SIM_NAME:
        return input_json_text(*(const char *const *)value);
    case SIM_DATE:
        return date_absent(field, *(const int *)value) ? json_null()
                                                       : date_json(*(const int *)value);
    case SIM_DAYS:
        return days_json(*(const unsigned *)value);
    case SIM_REALS:
        return reals_json(field, value);
    case SIM_TEXTS:
        return texts_json(value);
    case SIM_DATES:
        return dates_json(value);
    case SIM_DATES_FILE:
        return input_json_text(((const struct sim_dates_file *)value)->name);
    case SIM_GROUP:
    case SIM_LIST:
        break; /* their fields are inputs of their own */
    }
    return json_null();
}
