/* The settings of a scenario as they were written: a tree that remembers where each one stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/setting.h"

#include "scenarios/unit.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool path_next(const char **path, struct path_part *part)
{
    if (!**path) return false;
    part->start = *path;
    part->length = strcspn(*path, ".");
    *path += part->length;
    if (**path == '.') ++*path;
    return true;
}

static bool part_is(struct path_part part, const char *word)
{
    return word && strlen(word) == part.length && !strncmp(word, part.start, part.length);
}

/* [12] -> 12; false where the part is no index. */
static bool part_index(struct path_part part, unsigned long *index)
{
    const char *digits = part.start + 1;
    const size_t length = part.length < 3 ? 0 : part.length - 2;
    if (!length || *part.start != '[' || digits[length] != ']') return false;
    if (strspn(digits, "0123456789") != length) return false;
    *index = strtoul(digits, NULL, 10);
    return true;
}

void setting_append(struct setting *self, struct setting *child)
{
    child->next = NULL;
    if (self->last) {
        self->last->next = child;
    } else {
        self->first = child;
    }
    self->last = child;
}

void setting_remove(struct setting *self, const struct setting *child)
{
    struct setting *before = NULL;
    for (struct setting *s = self->first; s != child; s = s->next)
        before = s;
    if (before) {
        before->next = child->next;
    } else {
        self->first = child->next;
    }
    if (self->last == child) self->last = before;
}

struct setting *setting_copy(struct sim_arena *arena, const struct setting *self)
{
    struct setting *copy = sim_arena_new(arena, 1, sizeof *copy);
    if (!copy) return NULL;
    *copy = *self;
    copy->first = copy->last = copy->next = NULL;
    for (const struct setting *child = self->first; child; child = child->next) {
        struct setting *its = setting_copy(arena, child);
        if (!its) return NULL;
        setting_append(copy, its);
    }
    return copy;
}

struct setting *setting_member(const struct setting *self, const char *key)
{
    if (self->type != SETTING_GROUP) return NULL;
    for (struct setting *child = self->first; child; child = child->next)
        if (!strcmp(child->key, key)) return child;
    return NULL;
}

const char *setting_name(const struct setting *self)
{
    const struct setting *name = setting_member(self, "name");
    return name && name->type == SETTING_TEXT ? name->text : NULL;
}

static struct setting *element_step(const struct setting *list, struct path_part part)
{
    unsigned long index = 0;
    const bool counted = part_index(part, &index);
    for (struct setting *child = list->first; child; child = child->next) {
        if (counted ? index-- == 0 : part_is(part, setting_name(child))) return child;
    }
    return NULL;
}

struct setting *setting_step(struct setting *self, struct path_part part)
{
    if (self->type == SETTING_LIST) return element_step(self, part);
    if (self->type != SETTING_GROUP) return NULL;
    for (struct setting *child = self->first; child; child = child->next)
        if (part_is(part, child->key)) return child;
    const bool itself = part_is(part, "[0]") || part_is(part, setting_name(self));
    return itself ? self : NULL;
}

const struct setting *setting_find(struct setting *root, const char *path)
{
    struct path_part part;
    while (path_next(&path, &part)) {
        struct setting *step = setting_step(root, part);
        if (!step) break;
        root = step;
    }
    return root;
}

/* At most 60 bytes, never cutting a letter in two. */
static const char *show_text(struct sim_arena *arena, const char *text)
{
    size_t length = strlen(text);
    if (length <= 60) return text;
    for (length = 57; (text[length] & 0xC0) == 0x80; length--)
        ;
    return sim_arena_print(arena, "%.*s...", (int)length, text);
}

const char *setting_show(struct sim_arena *arena, const struct setting *self)
{
    char number[NUMBER_SIZE];
    switch (self->type) {
    case SETTING_GROUP:
        return "{ ... }";
    case SETTING_LIST:
        return self->first ? "( ... )" : "( )";
    case SETTING_WHOLE:
        return sim_arena_print(arena, "%lld", self->whole);
    case SETTING_REAL:
        number_print(number, self->real);
        return sim_arena_text(arena, number);
    case SETTING_FLAG:
        return self->flag ? "true" : "false";
    case SETTING_TEXT:
        break;
    }
    return *self->text ? show_text(arena, self->text) : "\"\"";
}

static void write_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', out);
        if ((unsigned char)*text < ' ') {
            fprintf(out, "\\x%02x", (unsigned)*text);
        } else {
            fputc(*text, out);
        }
    }
    fputc('"', out);
}

/* libconfig tells reals from integers by their point. */
static void write_real(FILE *out, double value)
{
    char number[NUMBER_SIZE];
    number_print(number, value);
    fprintf(out, strpbrk(number, ".e") ? "%s" : "%s.0", number);
}

static void write_value(FILE *out, const struct setting *self, int indent);

static void write_children(FILE *out, const struct setting *self, int indent)
{
    for (const struct setting *child = self->first; child; child = child->next) {
        fprintf(out, "%*s", indent, "");
        if (child->key) fprintf(out, "%s = ", child->key);
        write_value(out, child, indent);
        fputs(child->key ? ";\n" : child->next ? ",\n" : "\n", out);
    }
}

static void write_value(FILE *out, const struct setting *self, int indent)
{
    const bool is_group = self->type == SETTING_GROUP;
    switch (self->type) {
    case SETTING_GROUP:
    case SETTING_LIST:
        fputs(is_group ? "{\n" : "(\n", out);
        write_children(out, self, indent + 2);
        fprintf(out, "%*s%c", indent, "", is_group ? '}' : ')');
        return;
    case SETTING_WHOLE:
        fprintf(out, "%lld%s", self->whole,
                self->whole > INT32_MAX || self->whole < INT32_MIN ? "L" : "");
        return;
    case SETTING_REAL:
        write_real(out, self->real);
        return;
    case SETTING_FLAG:
        fputs(self->flag ? "true" : "false", out);
        return;
    case SETTING_TEXT:
        write_text(out, self->text);
        return;
    }
}

void setting_write(FILE *out, const struct setting *group)
{
    write_children(out, group, 0);
}
