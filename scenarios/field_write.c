/* Writes a field's value back as a planner would.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/field_write.h"

#include "scenarios/date_text.h"
#include "scenarios/unit.h"

static const char *append(struct sim_arena *arena, const char *list, const char *item)
{
    if (!list || !item) return NULL;
    return *list ? sim_arena_print(arena, "%s, %s", list, item) : item;
}

static const char *reals_text(struct sim_arena *arena, const struct sim_reals *reals,
                              enum sim_unit unit)
{
    const char *text = "";
    for (size_t i = 0; i < reals->n; i++)
        text = append(arena, text, unit_print(arena, reals->values[i], unit));
    return text;
}

static const char *texts_text(struct sim_arena *arena, const struct sim_texts *texts)
{
    const char *text = "";
    for (size_t i = 0; i < texts->n; i++)
        text = append(arena, text, texts->values[i]);
    return text;
}

/* How many dates from the i-th on follow each other day by day. */
static size_t dates_run(const struct sim_dates *dates, size_t i)
{
    size_t n = 1;
    while (i + n < dates->n && dates->values[i + n] == dates->values[i] + (int)n)
        n++;
    return n;
}

static const char *dates_text(struct sim_arena *arena, const struct sim_dates *dates)
{
    const char *text = "";
    for (size_t i = 0, n = 1; i < dates->n; i += n) {
        n = dates_run(dates, i);
        const char *item = date_print(arena, dates->values[i]);
        if (item && n > 1)
            item = sim_arena_print(arena, "%s to %s", item,
                                   date_print(arena, dates->values[i + n - 1]));
        text = append(arena, text, item);
    }
    return text;
}

/* A date that may be absent is 0 then. */
static const char *date_text(struct sim_arena *arena, const struct sim_field *field, int days)
{
    const bool optional = field->fallback && !*field->fallback;
    return optional && days == 0 ? "" : date_print(arena, days);
}

const char *field_text(struct sim_arena *arena, const struct sim_field *field,
                       const void *value)
{
    const char *const *text = value;
    switch (field->kind) {
    case SIM_REAL:
        return unit_print(arena, *(const double *)value, field->unit);
    case SIM_WHOLE:
        return unit_print(arena, *(const int *)value, field->unit);
    case SIM_FLAG:
        return *(const bool *)value ? "true" : "false";
    case SIM_CHOICE:
        return field->choices[*(const int *)value];
    case SIM_TEXT:
    case SIM_NAME:
        return *text ? *text : "";
    case SIM_DATE:
        return date_text(arena, field, *(const int *)value);
    case SIM_DAYS:
        return days_print(arena, *(const unsigned *)value);
    case SIM_REALS:
        return reals_text(arena, value, field->unit);
    case SIM_TEXTS:
        return texts_text(arena, value);
    case SIM_DATES:
        return dates_text(arena, value);
    case SIM_DATES_FILE:
        return *text ? *text : "";
    case SIM_GROUP:
    case SIM_LIST:
        break;
    }
    return "";
}
