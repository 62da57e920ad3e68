/* Short texts in which a planner asks for something of a measure: targets and precision.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/ask.h"

#include "scenarios/nearest.h"
#include "scenarios/unit.h"

#include <string.h>

/* A text to be read, and where it stands. */
struct ask {
    const char *text, *path;
    struct measure_table measures;
    struct sim_faults *faults;
};

static bool ask_fault(const struct ask *self, const char *what, const char *wanted,
                      const char *hint)
{
    sim_faults_add(self->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .path = self->path,
                                                     .what = what,
                                                     .got = self->text,
                                                     .wanted = wanted,
                                                     .hint = hint });
    return false;
}

static bool is_measured(const struct measure_table *all, size_t measure)
{
    const unsigned features = all->rows[measure].features;
    return features == 0 || (features & all->features);
}

/* The measure whose name begins the text; *rest is what follows it. *among is its place among
 * those of the scenario. */
static bool measure_of(const struct ask *self, size_t *measure, size_t *among,
                       const char **rest)
{
    const struct measure_table *all = &self->measures;
    const char *text = blank_end(self->text);
    const size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789");
    *rest = blank_end(text + length);
    *among = 0;
    for (size_t i = 0; i < all->n; i++) {
        const bool measured = is_measured(all, i);
        if (strlen(all->rows[i].name) == length &&
            strncmp(all->rows[i].name, text, length) == 0) {
            *measure = i;
            if (measured) return true;
            return ask_fault(self, N_("this scenario has nothing to measure there"), NULL,
                             NULL);
        }
        if (measured) ++*among;
    }
    struct nearest nearest = { .word =
                                   sim_faults_text(self->faults, "%.*s", (int)length, text) };
    if (!nearest.word) return sim_faults_memory(self->faults);
    for (size_t i = 0; i < all->n; i++)
        nearest_offer(&nearest, all->rows[i].name);
    return ask_fault(self, N_("there is no such measure"), N_("the name of a measure"),
                     nearest.best);
}

bool ask_measure(const char *text, struct measure_table measures, const char *path,
                 size_t *measure, struct sim_faults *faults)
{
    const struct ask ask = { text, path, measures, faults };
    const char *rest;
    size_t among;
    if (!measure_of(&ask, measure, &among, &rest)) return false;
    return *rest ? ask_fault(&ask, N_("more than the name of a measure"), NULL, NULL) : true;
}

static enum sim_unit unit_of(const struct sim_measure *measure)
{
    if (measure->show == SIM_SHOW_SHARE) return SIM_SHARE;
    return measure->show == SIM_SHOW_SECONDS ? SIM_SECONDS : SIM_PLAIN;
}

/* "3" after a measure in seconds: seconds or minutes? */
static bool is_bare(const char *text)
{
    const char *end = number_end(text);
    return end && !*blank_end(end);
}

static bool number_read(const struct ask *self, const char *text, enum sim_unit unit,
                        double *value)
{
    struct sim_fault fault = { 0 };
    if (!unit_parse(text, unit, value, &fault))
        return ask_fault(self, fault.what, fault.wanted, fault.hint);
    if (unit == SIM_SECONDS && *value != 0.0 && is_bare(text))
        return ask_fault(self, N_("the unit of the time is missing"), unit_wanted(unit),
                         N_("write seconds as \"3 s\", minutes as \"3 min\""));
    return true;
}

bool ask_target(const char *text, struct measure_table measures, const char *path,
                struct report_target *target, struct sim_faults *faults)
{
    const struct ask ask = { text, path, measures, faults };
    size_t measure = 0, among;
    const char *rest;
    if (!measure_of(&ask, &measure, &among, &rest)) return false;
    *target = (struct report_target){ .measure = measures.rows[measure].name };
    if (strncmp(rest, ">=", 2) != 0 && strncmp(rest, "<=", 2) != 0)
        return ask_fault(&ask, N_("no comparison follows the measure"),
                         N_(">= or <=, as in \"answer_rate >= 85 %\""), NULL);
    target->at_least = rest[0] == '>';
    const enum sim_unit unit = unit_of(&measures.rows[measure]);
    if (!number_read(&ask, blank_end(rest + 2), unit, &target->bound)) return false;
    if (unit != SIM_SHARE || (target->bound >= 0.0 && target->bound <= 1.0)) return true;
    return ask_fault(&ask, N_("a share is between 0 and 100 %"), N_("0 % to 100 %"),
                     is_bare(blank_end(rest + 2))
                         ? N_("write percentages with their sign, such as \"85 %\"")
                         : NULL);
}

const char *ask_bound(const char *text, struct measure_table measures, struct sim_arena *arena)
{
    const char *equal = strchr(text, '=');
    if (!equal || equal == text || equal[-1] == '<' || equal[-1] == '>') return text;
    const char *way = ">=";
    for (size_t i = 0; i < measures.n; i++) {
        const size_t length = strlen(measures.rows[i].name);
        if (strncmp(text, measures.rows[i].name, length) == 0 &&
            blank_end(text + length) == equal && measures.rows[i].better != SIM_HIGHER)
            way = "<=";
    }
    return sim_arena_print(arena, "%.*s %s %s", (int)(equal - text), text, way, equal + 1);
}

/* "0.5 pt": points of a share; "0.5 %" says the same here. A number alone may be either a half
 * point or half of all. */
static bool points_read(const struct ask *self, const char *text, double *value)
{
    static const char *const words[] = { "pt", "pts", "point", "points", "%" };
    const char *end = number_end(text);
    const char *word = end ? blank_end(end) : text;
    for (size_t i = 0; end && i < sizeof words / sizeof *words; i++) {
        const size_t length = strlen(words[i]);
        if (strncmp(word, words[i], length) != 0 || *blank_end(word + length)) continue;
        const char *number = sim_faults_text(self->faults, "%.*s", (int)(end - text), text);
        if (!number) return sim_faults_memory(self->faults);
        if (!number_read(self, number, SIM_PLAIN, value)) return false;
        *value /= 100.0;
        return true;
    }
    return ask_fault(self,
                     is_bare(text) ? N_("the unit of the width is missing") : N_("not a width"),
                     N_("points, as in \"answer_rate 0.5 pt\""), NULL);
}

bool ask_precision(const char *text, struct measure_table measures, const char *path,
                   size_t *measure, double *half_width, struct sim_faults *faults)
{
    const struct ask ask = { text, path, measures, faults };
    const char *rest;
    size_t row = 0;
    *half_width = 0.0;
    if (!measure_of(&ask, &row, measure, &rest)) return false;
    const enum sim_unit unit = unit_of(&measures.rows[row]);
    const bool read = unit == SIM_SHARE ? points_read(&ask, rest, half_width)
                                        : number_read(&ask, rest, unit, half_width);
    if (!read) return false;
    if (!(*half_width > 0.0))
        return ask_fault(&ask, N_("the width must be above 0"), NULL, NULL);
    if (unit != SIM_SHARE || *half_width < 1.0) return true;
    return ask_fault(&ask, N_("the width must be below 100 points"), NULL, NULL);
}
