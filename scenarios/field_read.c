/* Fills a struct from a tree of settings, as a table of fields declares it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/field_read.h"

#include "scenarios/field_find.h"
#include "scenarios/field_value.h"
#include "scenarios/nearest.h"
#include "scenarios/unit.h"

#include <assert.h>
#include <string.h>

struct reader {
    struct sim_arena *arena;
    struct sim_faults *faults;
    struct sim_input *inputs;
    size_t n_inputs, capacity;
};

/* One struct to fill. `group` is NULL where the text says nothing of it: all takes its default;
 * `near` is then the nearest setting that stands in the text. */
struct target {
    const struct sim_fields *table;
    const struct setting *group, *near;
    const char *path; /* NULL for the root */
    char *out;
};

static void read_table(struct reader *self, const struct target *target);

static const char *join(struct reader *self, const char *path, const char *key)
{
    const char *joined = path ? sim_arena_print(self->arena, "%s.%s", path, key)
                              : sim_arena_text(self->arena, key);
    if (!joined) sim_faults_memory(self->faults);
    return joined;
}

static struct field_place place_of(struct reader *self, const struct sim_field *field,
                                   const struct setting *from, const char *path)
{
    return (struct field_place){ field, from, path, self->arena, self->faults };
}

static void note_input(struct reader *self, const struct field_place *place, const void *value)
{
    void *items = self->inputs;
    if (!sim_grow(&items, &self->capacity, self->n_inputs + 1, sizeof *self->inputs)) {
        sim_faults_memory(self->faults);
        return;
    }
    self->inputs = items;
    self->inputs[self->n_inputs++] =
        (struct sim_input){ place->path, place->field, value, place->from->origin, 0 };
}

/* Cuts "1, 0.5" into a list of texts. */
static void split(struct reader *self, struct setting *list, const char *text)
{
    list->type = SETTING_LIST;
    for (const char *end = text; *end; text = end + 1) {
        text = blank_end(text);
        end = text + strcspn(text, ",");
        struct setting *element = sim_arena_new(self->arena, 1, sizeof *element);
        if (element) element->type = SETTING_TEXT;
        if (element)
            element->text = sim_arena_print(self->arena, "%.*s", (int)(end - text), text);
        if (!element || !element->text) {
            sim_faults_memory(self->faults);
            return;
        }
        setting_append(list, element);
    }
}

/* The default as if it were written in the scenario, so that one code reads both. */
static void read_default(struct reader *self, const struct target *target,
                         const struct sim_field *field, const char *path)
{
    struct setting written = { .type = SETTING_TEXT, .text = field->fallback };
    if (field_is_plural(field->kind) && *field->fallback)
        split(self, &written, field->fallback);
    const struct field_place place = place_of(self, field, &written, path);
    field_value(&place, target->out + field->offset);
    note_input(self, &place, target->out + field->offset);
}

static void refuse_missing(struct reader *self, const struct target *target,
                           const struct sim_field *field, const char *path)
{
    assert(target->near); /* the root, if nothing nearer was written */
    sim_faults_add(self->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .file = target->near->file,
                                                     .line = target->near->line,
                                                     .path = path,
                                                     .what = N_("missing"),
                                                     .wanted = field_wanted(field) });
}

static void read_scalar(struct reader *self, const struct target *target,
                        const struct sim_field *field, const struct setting *from,
                        const char *path)
{
    if (from) {
        const struct field_place place = place_of(self, field, from, path);
        field_value(&place, target->out + field->offset);
        note_input(self, &place, target->out + field->offset);
    } else if (field->fallback) {
        read_default(self, target, field, path);
    } else {
        refuse_missing(self, target, field, path);
    }
}

static void read_group(struct reader *self, const struct target *target,
                       const struct sim_field *field, const struct setting *from,
                       const char *path)
{
    if (from && from->type != SETTING_GROUP) {
        const struct field_place place = place_of(self, field, from, path);
        field_refuse(&place, (struct sim_fault){ .what = N_("wrong kind of value"),
                                                 .wanted = field_wanted(field) });
        return;
    }
    const struct target inner = { field->sub, from, from ? from : target->near, path,
                                  target->out + field->offset };
    read_table(self, &inner);
}

static const char *element_path(struct reader *self, const struct sim_fields *table,
                                const char *path, const struct setting *element, size_t i)
{
    const char *name = field_table_is_named(table) ? setting_name(element) : NULL;
    return name && *name ? join(self, path, name)
                         : sim_arena_print(self->arena, "%s.[%zu]", path, i);
}

/* The first element whose name another one before it has. */
static void refuse_twins(struct reader *self, const struct sim_field *field,
                         const struct setting *first, const char *path)
{
    for (const struct setting *e = first; e; e = e->next) {
        const struct setting *twin = first;
        const char *name = setting_name(e);
        while (name && twin != e && !(setting_name(twin) && !strcmp(setting_name(twin), name)))
            twin = twin->next;
        if (!name || twin == e) continue;
        const struct field_place place = place_of(self, field, e, join(self, path, name));
        field_refuse(&place, (struct sim_fault){ .what = N_("name given twice"), .got = name });
        return;
    }
}

static void read_elements(struct reader *self, const struct sim_field *field,
                          const struct setting *element, const char *path,
                          struct sim_list *list)
{
    const struct setting *first = element;
    for (size_t i = 0; i < list->n; i++, element = element->next) {
        const char *inner = element_path(self, field->sub, path, element, i);
        char *out = (char *)list->items + i * field->sub->size;
        const struct target target = { field->sub, element, element, inner, out };
        if (element->type == SETTING_GROUP) {
            read_table(self, &target);
        } else {
            const struct field_place place = place_of(self, field, element, inner);
            field_refuse(&place, (struct sim_fault){ .what = N_("wrong kind of value"),
                                                     .wanted = N_("a group { ... }") });
        }
    }
    if (field_table_is_named(field->sub) && list->n > 1) refuse_twins(self, field, first, path);
}

/* The number of elements; a single group is a list of one. */
static size_t count_elements(const struct setting *from)
{
    if (!from) return 0;
    if (from->type == SETTING_GROUP) return 1;
    size_t n = 0;
    for (const struct setting *e = from->first; e; e = e->next)
        n++;
    return n;
}

static void check_length(struct reader *self, const struct target *target,
                         const struct sim_field *field, const struct setting *from, size_t n,
                         const char *path)
{
    const bool limited = field->low != 0 || field->high != 0;
    if (!limited || ((double)n >= field->low && (double)n <= field->high)) return;
    const struct field_place place = place_of(self, field, from ? from : target->near, path);
    if (!from) {
        refuse_missing(self, target, field, path);
        return;
    }
    field_refuse(&place, (struct sim_fault){ .what = N_("wrong number of elements"),
                                             .got = sim_faults_text(self->faults, "%zu", n),
                                             .wanted = field_range(self->arena, field->low,
                                                                   field->high, SIM_PLAIN) });
}

static void read_list(struct reader *self, const struct target *target,
                      const struct sim_field *field, const struct setting *from,
                      const char *path)
{
    if (from && from->type == SETTING_TEXT && !strcmp(from->text, "none")) from = NULL;
    if (from && from->type != SETTING_GROUP && from->type != SETTING_LIST) {
        const struct field_place place = place_of(self, field, from, path);
        field_refuse(&place, (struct sim_fault){ .what = N_("wrong kind of value"),
                                                 .wanted = field_wanted(field) });
        return;
    }
    struct sim_list *list = (void *)(target->out + field->offset);
    *list = (struct sim_list){ NULL, count_elements(from) };
    check_length(self, target, field, from, list->n, path);
    if (!from || !list->n) return;
    list->items = sim_arena_new(self->arena, list->n, field->sub->size);
    if (!list->items) {
        sim_faults_memory(self->faults);
        return;
    }
    const bool single = from->type == SETTING_GROUP;
    read_elements(self, field, single ? from : from->first, path, list);
}

static void read_field(struct reader *self, const struct target *target,
                       const struct sim_field *field)
{
    const char *path = join(self, target->path, field->key);
    const struct setting *from =
        target->group ? setting_member(target->group, field->key) : NULL;
    if (field->kind == SIM_GROUP) {
        read_group(self, target, field, from, path);
    } else if (field->kind == SIM_LIST) {
        read_list(self, target, field, from, path);
    } else {
        read_scalar(self, target, field, from, path);
    }
}

/* The hint is the nearest key that this group knows. */
static void check_known(struct reader *self, const struct target *target,
                        const struct setting *member)
{
    struct nearest nearest = { .word = member->key };
    for (size_t i = 0; i < target->table->n; i++) {
        if (!strcmp(target->table->rows[i].key, member->key)) return;
        nearest_offer(&nearest, target->table->rows[i].key);
    }
    sim_faults_add(self->faults,
                   (struct sim_fault){ .severity = SIM_INPUT,
                                       .file = member->file,
                                       .line = member->line,
                                       .path = join(self, target->path, member->key),
                                       .what = N_("unknown key"),
                                       .hint = nearest.best });
}

static void read_table(struct reader *self, const struct target *target)
{
    for (size_t i = 0; i < target->table->n; i++)
        read_field(self, target, &target->table->rows[i]);
    if (!target->group) return;
    for (const struct setting *member = target->group->first; member; member = member->next)
        check_known(self, target, member);
}

bool field_read(const struct setting *root, const struct sim_fields *table, void *out,
                struct sim_arena *arena, struct sim_inputs *inputs, struct sim_faults *faults)
{
    struct reader self = { .arena = arena, .faults = faults };
    const size_t before = faults->n;
    const struct target target = { table, root, root, NULL, out };
    read_table(&self, &target);
    inputs->n = self.n_inputs;
    inputs->items = sim_arena_new(arena, self.n_inputs, sizeof *inputs->items);
    if (!inputs->items) {
        inputs->n = 0;
        sim_faults_memory(faults);
    } else if (self.n_inputs) {
        memcpy(inputs->items, self.inputs, self.n_inputs * sizeof *inputs->items);
    }
    sim_release(self.inputs);
    return faults->n == before && !faults->out_of_memory;
}
