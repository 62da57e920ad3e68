/* Reads the value of one field that is neither a group nor a list of groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/field_value.h"

#include "scenarios/date_text.h"
#include "scenarios/dates_file.h"
#include "scenarios/field_doc.h"
#include "scenarios/nearest.h"
#include "scenarios/unit.h"

#include <ctype.h>
#include <limits.h>
#include <math.h>
#include <string.h>

void field_refuse(const struct field_place *place, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    fault.file = place->from->file;
    fault.line = place->from->line;
    fault.path = place->path;
    if (!fault.got) fault.got = setting_show(place->arena, place->from);
    sim_faults_add(place->faults, fault);
}

bool field_is_plural(enum sim_kind kind)
{
    return kind == SIM_REALS || kind == SIM_TEXTS || kind == SIM_DATES;
}

const char *field_wanted(const struct sim_field *field)
{
    switch (field->kind) {
    case SIM_WHOLE:
        return field->unit == SIM_PLAIN ? N_("a whole number") : unit_wanted(field->unit);
    case SIM_FLAG:
        return N_("true or false");
    case SIM_CHOICE:
        return N_("one of the words of this key, in quotes");
    case SIM_NAME:
        return N_("a name of letters, digits, - and _, in quotes");
    case SIM_DATE:
        return N_("a date such as \"2017-10-02\"");
    case SIM_DATES:
        return N_("a date such as \"2017-10-02\", or \"2017-10-23 to 2017-10-27\"");
    case SIM_DAYS:
        return N_("weekdays such as \"monday-friday\" or \"monday, thursday\"");
    case SIM_TEXT:
    case SIM_TEXTS:
        return N_("a text in quotes");
    case SIM_DATES_FILE:
        return N_("a file name in quotes");
    case SIM_GROUP:
        return N_("a group { ... }");
    case SIM_LIST:
        return N_("a list of groups ( { ... }, { ... } )");
    case SIM_REAL:
    case SIM_REALS:
        break;
    }
    return unit_wanted(field->unit);
}

const char *field_range(struct sim_arena *arena, double low, double high, enum sim_unit unit)
{
    if (low == 0 && high == 0) return NULL;
    return field_doc_range(arena, isinf(low) ? NULL : unit_print(arena, low, unit),
                           isinf(high) ? NULL : unit_print(arena, high, unit));
}

static bool is_within(const struct sim_field *field, double value)
{
    const bool free = field->low == 0 && field->high == 0;
    return free || (value >= field->low && value <= field->high);
}

static bool wrong_kind(const struct field_place *place, const char *hint)
{
    field_refuse(place, (struct sim_fault){ .what = N_("wrong kind of value"),
                                            .wanted = field_wanted(place->field),
                                            .hint = hint });
    return false;
}

static bool as_number(const struct field_place *place, double *value)
{
    const struct setting *from = place->from;
    const enum sim_unit unit = place->field->unit;
    const bool bare = from->type == SETTING_WHOLE || from->type == SETTING_REAL;
    if (bare && unit == SIM_CLOCK)
        return wrong_kind(place, N_("write times of day in quotes, such as \"08:30\""));
    if (!bare && from->type != SETTING_TEXT) return wrong_kind(place, NULL);
    *value = from->type == SETTING_WHOLE ? (double)from->whole : from->real;
    struct sim_fault fault;
    if (bare || unit_parse(from->text, unit, value, &fault)) return true;
    field_refuse(place, fault);
    return false;
}

static void outside(const struct field_place *place, double value)
{
    const struct sim_field *field = place->field;
    const bool bare = place->from->type != SETTING_TEXT;
    const bool percent = field->unit == SIM_SHARE && value > 1 && value <= 100 &&
                         (bare || !strchr(place->from->text, '%'));
    const char *hint =
        percent ? N_("write percentages with their sign, such as \"85 %\"") : NULL;
    if (bare && field->unit == SIM_SECONDS && value < field->low && 60 * value >= field->low &&
        value > 0)
        hint = N_("a number without a unit is in seconds; write minutes as \"20 min\"");
    field_refuse(place, (struct sim_fault){ .what = N_("out of range"),
                                            .wanted = field_range(place->arena, field->low,
                                                                  field->high, field->unit),
                                            .hint = hint });
}

static void read_real(const struct field_place *place, void *slot)
{
    double value;
    if (!as_number(place, &value)) return;
    if (is_within(place->field, value)) {
        *(double *)slot = value;
    } else {
        outside(place, value);
    }
}

static void read_whole(const struct field_place *place, void *slot)
{
    double value;
    if (!as_number(place, &value)) return;
    if (value != floor(value)) {
        field_refuse(place, (struct sim_fault){ .what = N_("not a whole number"),
                                                .wanted = field_wanted(place->field) });
    } else if (!is_within(place->field, value)) {
        outside(place, value);
    } else if (value < INT_MIN || value > INT_MAX) {
        field_refuse(place, (struct sim_fault){ .what = N_("number too large") });
    } else {
        *(int *)slot = (int)value;
    }
}

static void read_flag(const struct field_place *place, void *slot)
{
    const struct setting *from = place->from;
    const bool is_text = from->type == SETTING_TEXT;
    const bool yes = is_text && !strcmp(from->text, "true");
    if (from->type == SETTING_FLAG) {
        *(bool *)slot = from->flag;
    } else if (yes || (is_text && !strcmp(from->text, "false"))) {
        *(bool *)slot = yes;
    } else {
        wrong_kind(place, NULL);
    }
}

/* "exponential, lognormal, weibull" */
static const char *choices_text(struct sim_arena *arena, const char *const *choices)
{
    const char *text = "";
    for (; *choices && text; choices++)
        text = sim_arena_print(arena, "%s%s%s", text, *text ? ", " : "", *choices);
    return text;
}

static void read_choice(const struct field_place *place, void *slot)
{
    const struct setting *from = place->from;
    const bool is_text = from->type == SETTING_TEXT;
    struct nearest nearest = { .word = is_text ? from->text : "" };
    for (int i = 0; place->field->choices[i]; i++) {
        if (is_text && !strcmp(place->field->choices[i], from->text)) {
            *(int *)slot = i;
            return;
        }
        nearest_offer(&nearest, place->field->choices[i]);
    }
    field_refuse(place, (struct sim_fault){
                            .what = is_text ? N_("unknown choice") : N_("wrong kind of value"),
                            .wanted = choices_text(place->arena, place->field->choices),
                            .hint = nearest.best });
}

/* In letters, not bytes. */
static double text_length(const char *text)
{
    double length = 0;
    for (; *text; text++)
        length += (*text & 0xC0) != 0x80;
    return length;
}

static bool length_fits(const struct field_place *place, double length, const char *what)
{
    const struct sim_field *field = place->field;
    if (is_within(field, length)) return true;
    field_refuse(place,
                 (struct sim_fault){
                     .what = what,
                     .got = sim_faults_text(place->faults, "%.0f", length),
                     .wanted = field_range(place->arena, field->low, field->high, SIM_PLAIN) });
    return false;
}

static void read_text(const struct field_place *place, void *slot)
{
    if (place->from->type != SETTING_TEXT) {
        wrong_kind(place, NULL);
    } else if (length_fits(place, text_length(place->from->text),
                           N_("wrong number of letters"))) {
        *(const char **)slot = place->from->text;
    }
}

static void read_name(const struct field_place *place, void *slot)
{
    if (place->from->type != SETTING_TEXT) {
        wrong_kind(place, NULL);
        return;
    }
    const char *c = place->from->text;
    while (isalnum((unsigned char)*c) || *c == '-' || *c == '_')
        c++;
    if (*c || c == place->from->text) {
        field_refuse(place, (struct sim_fault){ .what = N_("not a name"),
                                                .wanted = field_wanted(place->field) });
        return;
    }
    read_text(place, slot);
}

static void read_date(const struct field_place *place, void *slot)
{
    struct sim_fault fault;
    int days;
    if (place->from->type != SETTING_TEXT) {
        wrong_kind(place, NULL);
    } else if (date_parse(place->from->text, &days, &fault)) {
        *(int *)slot = days;
    } else {
        field_refuse(place, fault);
    }
}

static void read_days(const struct field_place *place, void *slot)
{
    struct sim_fault fault;
    unsigned mask;
    if (place->from->type != SETTING_TEXT) {
        wrong_kind(place, NULL);
    } else if (days_parse(place->from->text, &mask, &fault)) {
        *(unsigned *)slot = mask;
    } else {
        field_refuse(place, fault);
    }
}

/* Reads a list, or one value as a list of one, into an array of items of one size. */
static void *read_array(const struct field_place *place, size_t size, size_t *n,
                        void (*read)(const struct field_place *, void *))
{
    const struct setting *from = place->from;
    const bool is_list = from->type == SETTING_LIST;
    *n = 0;
    for (const struct setting *e = from->first; is_list && e; e = e->next)
        ++*n;
    if (!is_list) *n = 1;
    char *items = sim_arena_new(place->arena, *n, size);
    if (!items) {
        sim_faults_memory(place->faults);
        return NULL;
    }
    struct field_place one = *place;
    if (is_list) one.from = from->first;
    for (size_t i = 0; i < *n; i++) {
        if (is_list) one.path = sim_arena_print(place->arena, "%s.[%zu]", place->path, i);
        read(&one, items + i * size);
        one.from = one.from->next;
    }
    return items;
}

static void read_reals(const struct field_place *place, void *slot)
{
    struct sim_reals *reals = slot;
    size_t n;
    double *values = read_array(place, sizeof *values, &n, read_real);
    if (values) *reals = (struct sim_reals){ values, n };
}

/* Without the range: it is that of the list. */
static void read_one_text(const struct field_place *place, void *slot)
{
    if (place->from->type == SETTING_TEXT) {
        *(const char **)slot = place->from->text;
    } else {
        wrong_kind(place, NULL);
    }
}

static void read_texts(const struct field_place *place, void *slot)
{
    struct sim_texts *texts = slot;
    size_t n;
    const char **values = read_array(place, sizeof *values, &n, read_one_text);
    if (values && length_fits(place, (double)n, N_("wrong number of elements")))
        *texts = (struct sim_texts){ values, n };
}

struct range {
    int first, last;
};

/* One that cannot be read is empty. */
static void read_range(const struct field_place *place, void *slot)
{
    struct range *range = slot;
    struct sim_fault fault;
    *range = (struct range){ 0, -1 };
    if (place->from->type != SETTING_TEXT) {
        wrong_kind(place, NULL);
    } else if (!date_range_parse(place->from->text, &range->first, &range->last, &fault)) {
        field_refuse(place, fault);
        *range = (struct range){ 0, -1 };
    }
}

/* A range stands for each of its dates. */
static void read_dates(const struct field_place *place, void *slot)
{
    struct sim_dates *dates = slot;
    size_t n, n_dates = 0, used = 0;
    const struct range *ranges = read_array(place, sizeof *ranges, &n, read_range);
    for (size_t i = 0; ranges && i < n; i++)
        n_dates += (size_t)(ranges[i].last - ranges[i].first + 1);
    int *values = ranges ? sim_arena_new(place->arena, n_dates, sizeof *values) : NULL;
    if (!values) {
        sim_faults_memory(place->faults);
        return;
    }
    for (size_t i = 0; i < n; i++)
        for (int date = ranges[i].first; date <= ranges[i].last; date++)
            values[used++] = date;
    if (length_fits(place, (double)n_dates, N_("wrong number of elements")))
        *dates = (struct sim_dates){ values, n_dates };
}

/* Absent is zero of its type, and NaN for a real, whose zero is a value. */
static bool is_absent(const struct field_place *place, void *slot)
{
    const struct setting *from = place->from;
    const char *fallback = place->field->fallback;
    if (from->type != SETTING_TEXT || !fallback || *fallback) return false;
    if (*from->text && strcmp(from->text, "none") != 0) return false;
    if (place->field->kind == SIM_REAL) *(double *)slot = NAN;
    return true;
}

void field_value(const struct field_place *place, void *slot)
{
    static void (*const readers[])(const struct field_place *, void *) = {
        [SIM_REAL] = read_real,   [SIM_WHOLE] = read_whole,
        [SIM_FLAG] = read_flag,   [SIM_CHOICE] = read_choice,
        [SIM_TEXT] = read_text,   [SIM_NAME] = read_name,
        [SIM_DATE] = read_date,   [SIM_DAYS] = read_days,
        [SIM_REALS] = read_reals, [SIM_TEXTS] = read_texts,
        [SIM_DATES] = read_dates, [SIM_DATES_FILE] = dates_file_read,
    };
    if (!is_absent(place, slot)) readers[place->field->kind](place, slot);
}
