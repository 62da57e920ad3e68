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

static const char *dates_text(struct sim_arena *arena, const struct sim_dates *dates)
{
    const char *text = "";
    for (size_t i = 0; i < dates->n; i++)
        text = append(arena, text, date_print(arena, dates->values[i]));
    return text;
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
        return date_print(arena, *(const int *)value);
    case SIM_DAYS:
        return days_print(arena, *(const unsigned *)value);
    case SIM_REALS:
        return reals_text(arena, value, field->unit);
    case SIM_TEXTS:
        return texts_text(arena, value);
    case SIM_DATES:
        return dates_text(arena, value);
    case SIM_GROUP:
    case SIM_LIST:
        break;
    }
    return "";
}
