/* Turns a scenario's text into a tree of settings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only room that knows libconfig: its own tree is copied and forgotten here, because its
 * settings can neither move from one tree to another nor remember where they came from. */
#include "scenarios/setting_parse.h"

#include "scenarios/syntax_hint.h"
#include "scenarios/text_check.h"
#include "scenarios/text_read.h"

#include <libconfig.h>
#include <math.h>
#include <string.h>

struct copying {
    struct text_origin origin;
    struct sim_arena *arena;
    struct sim_faults *faults;
};

static void refuse(struct copying *self, const struct setting *at, const char *what)
{
    sim_faults_add(self->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .file = at->file,
                                                     .line = at->line,
                                                     .path = at->key,
                                                     .what = what });
}

/* Escapes such as \xFF can bring in what the file itself may not hold. */
static void copy_text(struct copying *self, const char *text, struct setting *to)
{
    to->type = SETTING_TEXT;
    to->text = sim_arena_text(self->arena, text ? text : "");
    if (!to->text) {
        sim_faults_memory(self->faults);
    } else if (text_not_utf8(to->text)) {
        refuse(self, to, N_("not a text in UTF-8"));
        to->text = "";
    }
}

static void copy_real(struct copying *self, double value, struct setting *to)
{
    to->type = SETTING_REAL;
    to->real = value;
    if (!isfinite(value)) refuse(self, to, N_("number too large"));
}

static struct setting *copy(struct copying *self, const config_setting_t *from);

static void copy_children(struct copying *self, const config_setting_t *from,
                          struct setting *to)
{
    to->type = config_setting_is_group(from) ? SETTING_GROUP : SETTING_LIST;
    const unsigned n = (unsigned)config_setting_length(from);
    for (unsigned i = 0; i < n; i++) {
        struct setting *child = copy(self, config_setting_get_elem(from, i));
        if (child) setting_append(to, child);
    }
}

static void copy_value(struct copying *self, const config_setting_t *from, struct setting *to)
{
    switch (config_setting_type(from)) {
    case CONFIG_TYPE_INT:
    case CONFIG_TYPE_INT64:
        to->type = SETTING_WHOLE;
        to->whole = config_setting_get_int64(from);
        return;
    case CONFIG_TYPE_FLOAT:
        copy_real(self, config_setting_get_float(from), to);
        return;
    case CONFIG_TYPE_BOOL:
        to->type = SETTING_FLAG;
        to->flag = config_setting_get_bool(from);
        return;
    case CONFIG_TYPE_STRING:
        copy_text(self, config_setting_get_string(from), to);
        return;
    default:
        copy_children(self, from, to);
        return;
    }
}

/* As deep as text_check() lets through. */
static struct setting *copy(struct copying *self, const config_setting_t *from)
{
    struct setting *to = sim_arena_new(self->arena, 1, sizeof *to);
    if (!to) {
        sim_faults_memory(self->faults);
        return NULL;
    }
    const char *key = config_setting_name(from);
    if (key && !(to->key = sim_arena_text(self->arena, key))) {
        sim_faults_memory(self->faults);
        return NULL;
    }
    to->file = self->origin.file;
    to->line = self->origin.one_line ? 0 : config_setting_source_line(from);
    to->origin = self->origin.origin;
    copy_value(self, from, to);
    return to;
}

static void refuse_syntax(struct copying *self, const config_t *config, const char *text)
{
    const char *error = config_error_text(config);
    const unsigned line = (unsigned)config_error_line(config);
    struct sim_fault fault = { .severity = SIM_INPUT,
                               .file = self->origin.file,
                               .line = self->origin.one_line ? 0 : line,
                               .what = N_("not in the grammar of scenarios") };
    if (strstr(error, "duplicate")) {
        fault.what = N_("key given twice in one group");
        fault.got = syntax_twin(text, self->arena);
    } else if (strstr(error, "mismatched")) {
        fault.what = N_("values of different kinds in [ ]");
        fault.hint = N_("lists of mixed values are written in ( ), or write 1.0 for 1");
    } else {
        syntax_hint(text, line, self->arena, &fault);
    }
    sim_faults_add(self->faults, fault);
}

struct setting *setting_parse(const char *text, struct text_origin origin,
                              struct sim_arena *arena, struct sim_faults *faults)
{
    if (!text_check(text, origin.file, origin.one_line, faults)) return NULL;
    struct copying copying = { origin, arena, faults };
    const size_t before = faults->n;
    struct setting *root = NULL;
    config_t config;
    config_init(&config);
    if (config_read_string(&config, text)) {
        root = copy(&copying, config_root_setting(&config));
    } else {
        refuse_syntax(&copying, &config, text);
    }
    config_destroy(&config);
    return faults->n > before || faults->out_of_memory ? NULL : root;
}
