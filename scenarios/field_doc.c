/* The reference of a scenario's keys, printed from the tables that declare them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/field_doc.h"

#include "scenarios/field_find.h"
#include "scenarios/field_value.h"
#include "scenarios/range.h"
#include "scenarios/unit.h"

#include <libintl.h>
#include <math.h>
#include <string.h>

enum { INDENT = 2 };

static const char *class_words(char class_of_default)
{
    switch (class_of_default) {
    case 'G':
        return gettext("given by the centre");
    case 'R':
        return gettext("read elsewhere");
    case 'A':
        return gettext("arithmetic");
    case 'D':
        return gettext("assumed");
    default:
        return NULL;
    }
}

static void print_kind(FILE *out, const struct sim_field *field)
{
    if (field->kind != SIM_CHOICE) {
        const char *words = gettext(field_wanted(field));
        fprintf(out, field_is_plural(field->kind) ? gettext("one or more of: %s") : "%s",
                words);
        return;
    }
    fprintf(out, "%s ", gettext("one of"));
    for (const char *const *choice = field->choices; *choice; choice++)
        fprintf(out, "%s\"%s\"", choice == field->choices ? "" : ", ", *choice);
}

/* What the two limits are limits of. */
static const char *range_format(const struct sim_field *field)
{
    switch (field->kind) {
    case SIM_LIST:
    case SIM_TEXTS:
    case SIM_DATES:
        return gettext("%s elements");
    case SIM_TEXT:
    case SIM_NAME:
        return gettext("%s letters");
    default:
        return "%s";
    }
}

enum { NO_LIMIT = 1000000 }; /* as good as none to a reader */

static void print_range(FILE *out, const struct sim_field *field)
{
    if (field->low == 0 && field->high == 0) return;
    if (field->unit == SIM_SHARE && field->high > 1) {
        fprintf(out, "%s%s", gettext("; "), gettext("any number, relative to the others"));
        return;
    }
    const bool is_open = field->high >= NO_LIMIT && field->unit != SIM_SECONDS;
    struct sim_arena arena = { 0 };
    const char *low = unit_print(&arena, field->low, field->unit);
    const char *high = unit_print(&arena, field->high, field->unit);
    const char *range =
        low && high ? sim_arena_print(&arena, gettext("%s to %s"), low, high) : NULL;
    if (is_open || isinf(field->high))
        range = sim_arena_print(&arena, gettext("at least %s"), low);
    if (isinf(field->low)) range = sim_arena_print(&arena, gettext("at most %s"), high);
    fputs(gettext("; "), out);
    fprintf(out, range_format(field), range ? range : "");
    sim_arena_close(&arena);
}

static bool is_container(const struct sim_field *field)
{
    return field->kind == SIM_GROUP || field->kind == SIM_LIST;
}

/* As it is written in a scenario; days are said in the reader's words too. */
static const char *default_words(const struct sim_field *field)
{
    if (!*field->fallback) return gettext("none");
    return field->kind == SIM_DAYS ? gettext(field->fallback) : field->fallback;
}

static void print_default(FILE *out, const struct sim_field *field)
{
    if (is_container(field)) return;
    if (!field->fallback) {
        fputs(gettext("must be given"), out);
        return;
    }
    const char *words = class_words(field->class_of_default);
    fputs(default_words(field), out);
    if (words) fprintf(out, " (%s)", words);
    struct sim_arena arena = { 0 };
    struct range likely;
    struct sim_fault ignored;
    if (!field->likely || !range_parse(field->likely, field->unit, &likely, &ignored)) return;
    const enum sim_unit unit = likely.times ? SIM_PLAIN : field->unit;
    const char *low = unit_print(&arena, likely.low, unit),
               *high = unit_print(&arena, likely.high, unit);
    fprintf(out,
            likely.times ? gettext("; likely %s to %s times that")
                         : gettext("; likely %s to %s"),
            low ? low : "", high ? high : "");
    sim_arena_close(&arena);
}

/* Two lines under a key: what it is, what it means. */
static void print_field(FILE *out, const struct sim_field *field, const char *name, int indent)
{
    fprintf(out, "%*s%s\n%*s", indent, "", name, indent + 2 * INDENT, "");
    print_kind(out, field);
    print_range(out, field);
    if (!is_container(field)) {
        fputs(field->fallback ? gettext("; default: ") : gettext("; "), out);
        print_default(out, field);
    }
    fputc('\n', out);
    if (field->help) fprintf(out, "%*s%s\n", indent + 2 * INDENT, "", gettext(field->help));
}

static void print_table(FILE *out, const struct sim_fields *table, int indent)
{
    for (size_t i = 0; i < table->n; i++) {
        const struct sim_field *field = &table->rows[i];
        print_field(out, field, field->key, indent);
        if (is_container(field)) print_table(out, field->sub, indent + INDENT);
    }
}

static void print_help(FILE *out, const struct sim_fields *table)
{
    if (table->help) fprintf(out, "%s\n\n", gettext(table->help));
}

/* The keys that the reader takes for itself: no model has a place for them. */
static const struct sim_field of_files[] = {
    { .key = "based_on",
      .kind = SIM_TEXT,
      .fallback = "",
      .help = N_("another scenario, beside this one, whose keys hold wherever this file says "
                 "nothing") },
    { .key = "like",
      .kind = SIM_TEXT,
      .fallback = "",
      .help = N_("in an element of any list: the name of another element, which it is like but "
                 "for what it says itself") },
    { .key = "remove",
      .kind = SIM_FLAG,
      .fallback = "false",
      .help = N_("in an element of any list: takes away the one of this name, of the file that "
                 "this one is based on") },
};
enum { N_OF_FILES = sizeof of_files / sizeof of_files[0] };

static const struct sim_field *field_of_files(const char *key)
{
    for (size_t i = 0; i < N_OF_FILES; i++)
        if (strcmp(of_files[i].key, key) == 0) return &of_files[i];
    return NULL;
}

void field_doc_all(FILE *out, const struct sim_fields *table)
{
    print_help(out, table);
    print_table(out, table, 0);
    for (size_t i = 0; i < N_OF_FILES; i++)
        print_field(out, &of_files[i], of_files[i].key, 0);
}

static bool path_ends(const char *path, const char *ending)
{
    const size_t length = strlen(path), wanted = strlen(ending);
    if (!wanted || wanted > length || strcmp(path + length - wanted, ending) != 0) return false;
    return wanted == length || path[length - wanted - 1] == '.';
}

static size_t print_ending(FILE *out, const struct sim_fields *table, const char *within,
                           const char *ending, struct sim_arena *arena)
{
    size_t n = 0;
    for (size_t i = 0; i < table->n; i++) {
        const struct sim_field *field = &table->rows[i];
        const char *path =
            sim_arena_print(arena, "%s%s%s", within, *within ? "." : "", field->key);
        if (!path) return n;
        if (path_ends(path, ending)) {
            print_field(out, field, path, 0);
            n++;
        }
        if (is_container(field)) n += print_ending(out, field->sub, path, ending, arena);
    }
    return n;
}

size_t field_doc_ending(FILE *out, const struct sim_fields *table, const char *ending,
                        struct sim_arena *arena)
{
    return print_ending(out, table, "", ending, arena);
}

bool field_doc_key(FILE *out, const struct sim_fields *table, const char *path,
                   struct sim_arena *arena, const char **nearest)
{
    const struct sim_field *field = field_of_files(path);
    if (!field) field = field_find(table, path, arena, nearest);
    if (!field) return false;
    print_field(out, field, path, 0);
    if (is_container(field)) {
        if (field->sub->help && !field->help)
            fprintf(out, "%*s%s\n", 2 * INDENT, "", gettext(field->sub->help));
        print_table(out, field->sub, INDENT);
    }
    return true;
}

const char *field_doc_meaning(const struct sim_fields *table, const char *path,
                              struct sim_arena *arena)
{
    const char *dot = strrchr(path, '.'), *nearest;
    const bool of_group = dot && strcmp(dot, ".mean") == 0;
    const char *key = of_group ? sim_arena_print(arena, "%.*s", (int)(dot - path), path) : path;
    const struct sim_field *field = key ? field_find(table, key, arena, &nearest) : NULL;
    if (!field) return NULL;
    return field->help || !is_container(field) ? field->help : field->sub->help;
}

/* In a cell of a table a bar would end it. */
static void print_cell(FILE *out, const char *text)
{
    for (; *text; text++)
        fprintf(out, *text == '|' ? "\\%c" : "%c", *text);
}

static void markdown_row(FILE *out, const struct sim_field *field)
{
    fprintf(out, "| `%s` | ", field->key);
    print_kind(out, field);
    print_range(out, field);
    fputs(" | ", out);
    print_default(out, field);
    fputs(" | ", out);
    const char *help = field->help || !is_container(field) ? field->help : field->sub->help;
    print_cell(out, help ? gettext(help) : "");
    fputs(" |\n", out);
}

static void markdown_table(FILE *out, const struct sim_fields *table, const char *path);

/* One part of a path in a heading: elements are [ ] or have a name. */
static void markdown_section(FILE *out, const struct sim_field *field, const char *path)
{
    struct sim_arena arena = { 0 };
    const bool is_list = field->kind == SIM_LIST;
    const char *element = !is_list ? "" : field_table_is_named(field->sub) ? ".<name>" : ".[i]";
    const char *inner =
        sim_arena_print(&arena, "%s%s%s%s", path, *path ? "." : "", field->key, element);
    if (inner) {
        fprintf(out, "\n## `%s`\n\n", inner);
        if (field->help) fprintf(out, "%s\n\n", gettext(field->help));
        markdown_table(out, field->sub, inner);
    }
    sim_arena_close(&arena);
}

static void markdown_table(FILE *out, const struct sim_fields *table, const char *path)
{
    print_help(out, table);
    fprintf(out, "| %s | %s | %s | %s |\n|---|---|---|---|\n", gettext("key"),
            gettext("what is written"), gettext("default"), gettext("meaning"));
    for (size_t i = 0; i < table->n; i++)
        markdown_row(out, &table->rows[i]);
    for (size_t i = 0; !*path && i < N_OF_FILES; i++)
        markdown_row(out, &of_files[i]);
    for (size_t i = 0; i < table->n; i++)
        if (is_container(&table->rows[i])) markdown_section(out, &table->rows[i], path);
}

void field_doc_markdown(FILE *out, const struct sim_fields *table)
{
    fprintf(out, "# %s\n\n", gettext("The keys of a scenario"));
    markdown_table(out, table, "");
}

const char *field_doc_range(struct sim_arena *arena, const char *from, const char *to)
{
    if (!to) return from ? sim_arena_print(arena, gettext("at least %s"), from) : NULL;
    if (!from) return sim_arena_print(arena, gettext("at most %s"), to);
    return sim_arena_print(arena, gettext("%s to %s"), from, to);
}
