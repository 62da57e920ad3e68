/* Variants of a scenario from one line: groups.accueil.agents=5..9.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/vary.h"

#include "scenarios/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_VALUES = 1000, MOST_VARIANTS = 1000 };

const char *const vary_designs[] = { "each", "grid", NULL };

/* A key being read. */
struct reading {
    struct vary *vary;
    const char *option, *text;
    struct sim_arena *arena;
    struct sim_faults *faults;
};

static bool refuse(const struct reading *self, const char *what, const char *got)
{
    sim_faults_add(self->faults,
                   (struct sim_fault){
                       .severity = SIM_INPUT,
                       .path = self->option,
                       .what = what,
                       .got = got ? got : self->text,
                       .wanted = N_("a key and its values, as in groups.accueil.agents=5..9 or "
                                    "handling.mean=200 s..280 s:20 s") });
    return false;
}

/* A text without the blanks around it. */
static char *trimmed(struct sim_arena *arena, const char *start, size_t length)
{
    while (length && isspace((unsigned char)*start)) {
        start++;
        length--;
    }
    while (length && isspace((unsigned char)start[length - 1]))
        length--;
    return sim_arena_print(arena, "%.*s", (int)length, start);
}

static bool keep(const struct reading *self, const char *value)
{
    if (!value) return sim_faults_memory(self->faults);
    if (!*value) return refuse(self, N_("a value is missing"), NULL);
    if (self->vary->values.n == MOST_VALUES)
        return refuse(self, N_("more than 1000 values"), NULL);
    self->vary->values.values[self->vary->values.n++] = value;
    return true;
}

/* A number and what follows it, "200 s"; false where none begins the text. */
struct quantity {
    double number;
    const char *unit;
};

static bool quantity_read(const char *text, struct quantity *found)
{
    const char *end = number_end(text);
    if (!end) return false;
    *found = (struct quantity){ strtod(text, NULL), blank_end(end) };
    return !strchr(".:-0123456789", *found->unit) || !*found->unit;
}

/* Of the units given there is one. */
static const char *common_unit(const struct quantity *of, size_t n)
{
    const char *unit = "";
    for (size_t i = 0; i < n; i++) {
        if (!*of[i].unit) continue;
        if (*unit && strcmp(unit, of[i].unit) != 0) return NULL;
        unit = of[i].unit;
    }
    return unit;
}

/* low, low + step ... up to high. */
static bool range_keep(const struct reading *self, const char *low, const char *high,
                       const char *step)
{
    struct quantity ends[3] = { { 0.0, "" }, { 0.0, "" }, { 1.0, "" } };
    if (!low || !high || !step) return sim_faults_memory(self->faults);
    if (!quantity_read(low, &ends[0]) || !quantity_read(high, &ends[1]) ||
        (*step && !quantity_read(step, &ends[2])))
        return refuse(self, N_("not a range"), NULL);
    const char *unit = common_unit(ends, 3);
    if (!unit) return refuse(self, N_("two units in one range"), NULL);
    if (!(ends[2].number > 0.0) || ends[0].number > ends[1].number)
        return refuse(self, N_("a range goes up, by a step above 0"), NULL);
    const double n = floor((ends[1].number - ends[0].number) / ends[2].number + 1e-9) + 1.0;
    if (n > MOST_VALUES) return refuse(self, N_("more than 1000 values"), NULL);
    for (int i = 0; i < (int)n; i++) {
        const double value = ends[0].number + i * ends[2].number;
        const char *space = *unit && isalpha((unsigned char)*unit) ? " " : "";
        if (!keep(self, sim_arena_print(self->arena, "%.10g%s%s", value, space, unit)))
            return false;
    }
    return true;
}

/* One part between commas: a value, or a range where two dots stand between numbers. */
static bool part_keep(const struct reading *self, const char *start, size_t length)
{
    const char *part = trimmed(self->arena, start, length);
    if (!part) return sim_faults_memory(self->faults);
    const char *dots = number_end(part) ? strstr(part, "..") : NULL;
    if (!dots) return keep(self, part);
    const char *high = dots + 2, *colon = strchr(high, ':');
    const size_t high_length = colon ? (size_t)(colon - high) : strlen(high);
    return range_keep(self, trimmed(self->arena, part, (size_t)(dots - part)),
                      trimmed(self->arena, high, high_length),
                      colon ? trimmed(self->arena, colon + 1, strlen(colon + 1)) : "");
}

/* The length of the part up to a comma that stands in no bracket and no quotes. */
static size_t part_length(const char *text)
{
    int depth = 0;
    bool quoted = false;
    size_t i = 0;
    for (; text[i]; i++) {
        if (text[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (strchr("([{", text[i])) depth++;
        if (strchr(")]}", text[i])) depth--;
        if (text[i] == ',' && depth == 0) break;
    }
    return i;
}

bool vary_read(struct vary *self, const char *text, const char *option, struct sim_arena *arena,
               struct sim_faults *faults)
{
    const struct reading reading = { self, option, text, arena, faults };
    const char *sign = strchr(text, '=');
    *self = (struct vary){ 0 };
    if (!sign) return refuse(&reading, N_("not a key and its values"), NULL);
    self->path = trimmed(arena, text, (size_t)(sign - text));
    self->values.values = sim_arena_new(arena, MOST_VALUES, sizeof *self->values.values);
    if (!self->path || !self->values.values) return sim_faults_memory(faults);
    if (!*self->path) return refuse(&reading, N_("not a key and its values"), NULL);
    for (const char *at = sign + 1;;) {
        const size_t length = part_length(at);
        if (!part_keep(&reading, at, length)) return false;
        if (!at[length]) return true;
        at += length + 1;
    }
}

static size_t count(const struct vary *keys, size_t n, enum vary_design design)
{
    size_t all = design == VARY_GRID ? 1 : 0;
    for (size_t i = 0; i < n && all <= MOST_VARIANTS; i++)
        all = design == VARY_GRID ? all * keys[i].values.n : all + keys[i].values.n;
    return all;
}

static bool override_add(struct sim_texts *variant, const struct vary *key, size_t value,
                         struct sim_arena *arena)
{
    const char *text = sim_arena_print(arena, "%s=%s", key->path, key->values.values[value]);
    variant->values[variant->n++] = text;
    return text;
}

/* Variant number `which` of all; of a grid the last key turns fastest. */
static bool variant_fill(struct sim_texts *variant, const struct vary *keys, size_t n,
                         enum vary_design design, size_t which, struct sim_arena *arena)
{
    variant->values = sim_arena_new(arena, n, sizeof *variant->values);
    if (!variant->values) return false;
    if (design == VARY_EACH) {
        while (which >= keys->values.n)
            which -= keys++->values.n;
        return override_add(variant, keys, which, arena);
    }
    size_t block = count(keys, n, design);
    for (size_t i = 0; i < n; i++) {
        block /= keys[i].values.n;
        if (!override_add(variant, &keys[i], which / block % keys[i].values.n, arena))
            return false;
    }
    return true;
}

struct sim_texts *vary_variants(const struct vary *keys, size_t n, enum vary_design design,
                                size_t *n_variants, struct sim_arena *arena,
                                struct sim_faults *faults)
{
    *n_variants = n ? count(keys, n, design) : 0;
    if (*n_variants > MOST_VARIANTS) {
        sim_faults_add(faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                   .path = "--vary",
                                                   .what = N_("more than 1000 options") });
        return NULL;
    }
    struct sim_texts *variants = sim_arena_new(arena, *n_variants, sizeof *variants);
    bool ok = variants;
    for (size_t i = 0; ok && i < *n_variants; i++)
        ok = variant_fill(&variants[i], keys, n, design, i, arena);
    if (!ok) sim_faults_memory(faults);
    return ok ? variants : NULL;
}
