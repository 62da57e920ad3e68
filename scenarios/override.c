/* Puts one value of the command line over what a scenario says.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/override.h"

#include "scenarios/nearest.h"
#include "scenarios/setting_parse.h"
#include "scenarios/text_read.h"
#include "scenarios/unit.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct override {
    const char *file; /* "--set path=value" */
    const char *path;
    struct sim_arena *arena;
    struct sim_faults *faults;
};

static void refuse(const struct override *self, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    fault.file = self->file;
    sim_faults_add(self->faults, fault);
}

static struct setting *setting_new(const struct override *self, enum setting_type type)
{
    struct setting *made = sim_arena_new(self->arena, 1, sizeof *made);
    if (!made) {
        sim_faults_memory(self->faults);
        return NULL;
    }
    made->type = type;
    made->file = self->file;
    made->origin = SIM_SET;
    return made;
}

static char *copy_of(const struct override *self, const char *start, size_t length)
{
    char *text = sim_arena_print(self->arena, "%.*s", (int)length, start);
    if (!text) sim_faults_memory(self->faults);
    return text;
}

/* A literal of libconfig's grammar: "...", ( ... ), [ ... ] or { ... }, and nothing after it.
 */
static struct setting *value_literal(const struct override *self, const char *text)
{
    char *line = sim_arena_print(self->arena, "v = %s", text);
    if (!line) {
        sim_faults_memory(self->faults);
        return NULL;
    }
    const struct text_origin origin = { self->file, SIM_SET, true };
    struct setting *root = setting_parse(line, origin, self->arena, self->faults);
    if (!root) return NULL;
    if (root->first == root->last) return root->first;
    refuse(self, (struct sim_fault){ .what = N_("more than one value"), .got = text });
    return NULL;
}

static struct setting *value_number(const struct override *self, const char *text)
{
    struct setting *value = setting_new(self, SETTING_WHOLE);
    if (!value) return NULL;
    errno = 0;
    if (strpbrk(text, ".eE")) {
        value->type = SETTING_REAL;
        value->real = strtod(text, NULL);
    } else {
        value->whole = strtoll(text, NULL, 10);
    }
    if (isfinite(value->real) && (value->type == SETTING_REAL || !errno)) return value;
    refuse(self, (struct sim_fault){
                     .path = self->path, .what = N_("number too large"), .got = text });
    return NULL;
}

static struct setting *value_word(const struct override *self, const char *text)
{
    const bool yes = !strcasecmp(text, "true"), no = !strcasecmp(text, "false");
    struct setting *value = setting_new(self, yes || no ? SETTING_FLAG : SETTING_TEXT);
    if (!value) return NULL;
    value->flag = yes;
    value->text = text;
    if (!text_not_utf8(text)) return value;
    refuse(self, (struct sim_fault){ .path = self->path, .what = N_("not a text in UTF-8") });
    return NULL;
}

static struct setting *value_of(const struct override *self, const char *text)
{
    const char *end = number_end(text);
    if (*text && strchr("\"([{", *text)) return value_literal(self, text);
    return end && !*end ? value_number(self, text) : value_word(self, text);
}

/* Keys are those of libconfig: a letter, then letters, digits, - and _. */
static bool is_key(struct path_part part)
{
    if (!part.length || !isalpha((unsigned char)*part.start)) return false;
    for (size_t i = 0; i < part.length; i++)
        if (!isalnum((unsigned char)part.start[i]) && !strchr("_-", part.start[i]))
            return false;
    return true;
}

static void refuse_part(const struct override *self, const struct setting *at, const char *part)
{
    struct nearest nearest = { .word = part };
    if (at->type == SETTING_LIST) {
        for (const struct setting *e = at->first; e; e = e->next)
            if (setting_name(e)) nearest_offer(&nearest, setting_name(e));
    }
    const bool listed = at->type == SETTING_LIST;
    refuse(self, (struct sim_fault){ .path = self->path,
                                     .what = listed ? N_("no such element in the list")
                                             : at->type == SETTING_GROUP
                                                 ? N_("not a key")
                                                 : N_("this value has no parts"),
                                     .got = part,
                                     .hint = nearest.best });
}

/* The setting that a part says, made where a group can take it. */
static struct setting *step_or_make(const struct override *self, struct setting *at,
                                    struct path_part part)
{
    struct setting *found = setting_step(at, part);
    if (found) return found;
    const char *key = copy_of(self, part.start, part.length);
    if (!key) return NULL;
    if (at->type != SETTING_GROUP || !is_key(part)) {
        refuse_part(self, at, key);
        return NULL;
    }
    struct setting *made = setting_new(self, SETTING_GROUP);
    if (!made) return NULL;
    made->key = key;
    setting_append(at, made);
    return made;
}

/* Replaces all but the place among brothers and sisters. */
static void put(struct setting *at, const struct setting *value)
{
    const char *key = at->key;
    struct setting *next = at->next;
    *at = *value;
    at->key = key;
    at->next = next;
}

static bool is_remove(struct path_part part, const struct setting *value)
{
    return part.length == 6 && !strncmp(part.start, "remove", 6) &&
           value->type == SETTING_FLAG && value->flag;
}

static bool follow(const struct override *self, struct setting *root,
                   const struct setting *value)
{
    struct setting *at = root, *holder = NULL;
    struct path_part part;
    for (const char *rest = self->path; path_next(&rest, &part);) {
        const bool is_element = holder && holder->type == SETTING_LIST;
        if (!*rest && is_element && is_remove(part, value)) {
            setting_remove(holder, at);
            return true;
        }
        holder = at;
        at = step_or_make(self, at, part);
        if (!at) return false;
    }
    put(at, value);
    return true;
}

/* Cuts "path=value" at its first =; both sides are trimmed. */
static bool split(struct override *self, const char *path_value, char **value)
{
    const char *sign = strchr(path_value, '=');
    const char *path = blank_end(path_value);
    size_t length = sign ? (size_t)(sign - path) : 0;
    while (length && isspace((unsigned char)path[length - 1]))
        length--;
    const char *text = sign ? blank_end(sign + 1) : "";
    if (!length || !*text) {
        refuse(self, (struct sim_fault){ .what = N_("not an override"),
                                         .wanted = N_("path=value, such as "
                                                      "groups.accueil.agents=12") });
        return false;
    }
    self->path = copy_of(self, path, length);
    *value = copy_of(self, text, strlen(text));
    if (!self->path || !*value) return false;
    for (char *end = *value + strlen(*value); isspace((unsigned char)end[-1]); end--)
        end[-1] = '\0';
    return true;
}

bool override_apply(struct setting *root, const char *path_value, struct sim_arena *arena,
                    struct sim_faults *faults)
{
    struct override self = { .arena = arena, .faults = faults };
    self.file = sim_arena_print(arena, "--set %s", path_value);
    if (!self.file) return sim_faults_memory(faults);
    char *text;
    if (!split(&self, path_value, &text)) return false;
    if (!strcmp(self.path, "based_on")) {
        refuse(&self, (struct sim_fault){ .path = self.path,
                                          .what = N_("can only be written in a file") });
        return false;
    }
    const struct setting *value = value_of(&self, text);
    return value && follow(&self, root, value);
}
