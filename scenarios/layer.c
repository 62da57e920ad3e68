/* One scenario as layers: the file it is based on, the file itself, overrides; merged.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/layer.h"

#include "scenarios/nearest.h"
#include "scenarios/override.h"
#include "scenarios/setting_parse.h"
#include "scenarios/text_read.h"

#include <string.h>
#include <sys/stat.h>

/* The files being read, each based on the next older one. */
struct chain {
    const struct chain *child; /* the file that is based on this one; NULL for the first */
    const char *file;
    struct stat status; /* tells a file whatever path leads to it */
};

struct reading {
    struct sim_arena *arena;
    struct sim_faults *faults;
};

static void refuse(const struct reading *self, const struct setting *at, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    fault.file = at->file;
    fault.line = at->line;
    sim_faults_add(self->faults, fault);
}

static bool is_named_list(const struct setting *self)
{
    if (self->type == SETTING_GROUP) return setting_name(self) != NULL;
    if (self->type != SETTING_LIST || !self->first) return false;
    for (const struct setting *e = self->first; e; e = e->next)
        if (!setting_name(e)) return false;
    return true;
}

static bool is_removed(const struct setting *element)
{
    const struct setting *remove = setting_member(element, "remove");
    return remove && remove->type == SETTING_FLAG && remove->flag;
}

static struct setting *element_find(const struct setting *list, const char *name)
{
    struct setting *e = list->first;
    while (e && strcmp(setting_name(e), name) != 0)
        e = e->next;
    return e;
}

static void merge_group(const struct reading *self, struct setting *base,
                        struct setting *child);

static void refuse_remove(const struct reading *self, const struct setting *list,
                          const struct setting *element)
{
    struct nearest nearest = { .word = setting_name(element) };
    for (const struct setting *e = list->first; e; e = e->next)
        nearest_offer(&nearest, setting_name(e));
    refuse(self, element,
           (struct sim_fault){ .path = list->key,
                               .what = N_("no such element to remove"),
                               .got = setting_name(element),
                               .hint = nearest.best });
}

static void merge_element(const struct reading *self, struct setting *list,
                          struct setting *element)
{
    struct setting *known = element_find(list, setting_name(element));
    if (is_removed(element)) {
        if (known) {
            setting_remove(list, known);
        } else {
            refuse_remove(self, list, element);
        }
    } else if (known) {
        merge_group(self, known, element);
    } else {
        element->key = NULL;
        setting_append(list, element);
    }
}

/* A single group may stand where a list may: makes it a list of one. */
static bool make_list(const struct reading *self, struct setting *group)
{
    struct setting *element = sim_arena_new(self->arena, 1, sizeof *element);
    if (!element) return sim_faults_memory(self->faults);
    *element = *group;
    element->key = NULL;
    group->type = SETTING_LIST;
    group->first = group->last = NULL;
    setting_append(group, element);
    return true;
}

static void merge_list(const struct reading *self, struct setting *base, struct setting *child)
{
    if (base->type == SETTING_GROUP && !make_list(self, base)) return;
    if (child->type == SETTING_GROUP && !make_list(self, child)) return;
    for (struct setting *e = child->first, *next; e; e = next) {
        next = e->next;
        merge_element(self, base, e);
    }
    base->file = child->file;
    base->line = child->line;
    base->origin = child->origin;
}

static void merge_setting(const struct reading *self, struct setting *base,
                          struct setting *child)
{
    const bool both_groups = base->type == SETTING_GROUP && child->type == SETTING_GROUP;
    if (both_groups) {
        merge_group(self, base, child);
    } else if (is_named_list(base) && is_named_list(child)) {
        merge_list(self, base, child);
    } else {
        struct setting *next = base->next;
        *base = *child;
        base->next = next;
    }
}

static void merge_group(const struct reading *self, struct setting *base, struct setting *child)
{
    for (struct setting *member = child->first, *next; member; member = next) {
        next = member->next;
        struct setting *known = setting_member(base, member->key);
        if (known) {
            merge_setting(self, known, member);
        } else {
            setting_append(base, member);
        }
    }
    base->file = child->file;
    base->line = child->line;
    base->origin = child->origin;
}

/* "b.cfg -> a.cfg": from the first file on. */
static const char *chain_text(const struct reading *self, const struct chain *chain)
{
    if (!chain->child) return chain->file;
    const char *before = chain_text(self, chain->child);
    return before ? sim_arena_print(self->arena, "%s -> %s", before, chain->file) : NULL;
}

static bool is_circle(const struct chain *link)
{
    for (const struct chain *c = link->child; c; c = c->child)
        if (c->status.st_dev == link->status.st_dev && c->status.st_ino == link->status.st_ino)
            return true;
    return false;
}

static struct setting *read_file(const struct reading *self, const struct chain *chain,
                                 const char **based_on);

static struct setting *read_base(const struct reading *self, const struct chain *child,
                                 const struct setting *based_on, const char **file)
{
    struct chain link = { .child = child };
    if (based_on->type != SETTING_TEXT || !*based_on->text) {
        refuse(self, based_on,
               (struct sim_fault){ .path = "based_on",
                                   .what = N_("wrong kind of value"),
                                   .got = setting_show(self->arena, based_on),
                                   .wanted = N_("a file name in quotes") });
        return NULL;
    }
    link.file = *file = file_beside(self->arena, child->file, based_on->text);
    if (!link.file) {
        sim_faults_memory(self->faults);
        return NULL;
    }
    const bool found = stat(link.file, &link.status) == 0;
    if (!found || S_ISDIR(link.status.st_mode)) {
        refuse(self, based_on,
               (struct sim_fault){ .path = "based_on",
                                   .what = found ? N_("this is a folder, not a scenario")
                                                 : N_("no such file"),
                                   .got = link.file,
                                   .hint = N_("the file is looked for beside this one") });
        return NULL;
    }
    if (is_circle(&link)) {
        refuse(self, based_on,
               (struct sim_fault){ .path = "based_on",
                                   .what = N_("a scenario cannot be based on itself"),
                                   .got = chain_text(self, &link) });
        return NULL;
    }
    const char *older;
    return read_file(self, &link, &older);
}

/* One file over its base, and so on; sets the file name of the base. */
static struct setting *read_file(const struct reading *self, const struct chain *chain,
                                 const char **based_on)
{
    *based_on = NULL;
    const struct text_origin origin = { chain->file, chain->child ? SIM_INHERITED : SIM_SET,
                                        false };
    const char *text = text_read(chain->file, self->arena, self->faults);
    if (!text) return NULL;
    struct setting *root = setting_parse(text, origin, self->arena, self->faults);
    struct setting *named = root ? setting_member(root, "based_on") : NULL;
    if (!named) return root;
    setting_remove(root, named);
    struct setting *base = read_base(self, chain, named, based_on);
    if (base) merge_group(self, base, root);
    return base;
}

bool layers_read(const char *file, const char *const *sets, size_t n_sets, struct layers *out,
                 struct sim_arena *arena, struct sim_faults *faults)
{
    const struct reading self = { arena, faults };
    const size_t before = faults->n;
    struct chain first = { .file = sim_arena_text(arena, file) };
    if (!first.file) return sim_faults_memory(faults);
    if (stat(file, &first.status) != 0) first.status = (struct stat){ 0 };
    out->root = read_file(&self, &first, &out->based_on);
    for (size_t i = 0; out->root && i < n_sets; i++)
        override_apply(out->root, sets[i], arena, faults);
    return out->root && faults->n == before && !faults->out_of_memory;
}
