/* One tree of settings laid over another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/merge.h"

#include "scenarios/nearest.h"

#include <string.h>

/* Where it happens. */
struct merging {
    struct sim_arena *arena;
    struct sim_faults *faults;
};

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

struct setting *merge_element_named(const struct setting *list, const char *name)
{
    struct setting *e = is_named_list(list) ? list->first : NULL;
    while (e && strcmp(setting_name(e), name) != 0)
        e = e->next;
    return e;
}

static void refuse_remove(const struct merging *self, const struct setting *list,
                          const struct setting *element)
{
    struct nearest nearest = { .word = setting_name(element) };
    for (const struct setting *e = list->first; e; e = e->next)
        nearest_offer(&nearest, setting_name(e));
    sim_faults_add(self->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .file = element->file,
                                                     .line = element->line,
                                                     .path = list->key,
                                                     .what = N_("no such element to remove"),
                                                     .got = setting_name(element),
                                                     .hint = nearest.best });
}

static void lay_group(const struct merging *self, struct setting *base, struct setting *over);

static void lay_element(const struct merging *self, struct setting *list,
                        struct setting *element)
{
    struct setting *known = merge_element_named(list, setting_name(element));
    if (is_removed(element)) {
        if (known) {
            setting_remove(list, known);
        } else {
            refuse_remove(self, list, element);
        }
    } else if (known) {
        lay_group(self, known, element);
    } else {
        element->key = NULL;
        setting_append(list, element);
    }
}

/* A single group may stand where a list may: makes it a list of one. */
static bool make_list(const struct merging *self, struct setting *group)
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

/* It now stands where the later one was written. */
static void move_to(struct setting *base, const struct setting *over)
{
    base->file = over->file;
    base->line = over->line;
    base->origin = over->origin;
}

static void lay_list(const struct merging *self, struct setting *base, struct setting *over)
{
    if (base->type == SETTING_GROUP && !make_list(self, base)) return;
    if (over->type == SETTING_GROUP && !make_list(self, over)) return;
    for (struct setting *e = over->first, *next; e; e = next) {
        next = e->next;
        lay_element(self, base, e);
    }
    move_to(base, over);
}

static void lay_setting(const struct merging *self, struct setting *base, struct setting *over)
{
    const bool both_groups = base->type == SETTING_GROUP && over->type == SETTING_GROUP;
    if (both_groups) {
        lay_group(self, base, over);
    } else if (is_named_list(base) && is_named_list(over)) {
        lay_list(self, base, over);
    } else {
        struct setting *next = base->next;
        *base = *over;
        base->next = next;
    }
}

static void lay_group(const struct merging *self, struct setting *base, struct setting *over)
{
    for (struct setting *member = over->first, *next; member; member = next) {
        next = member->next;
        struct setting *known = setting_member(base, member->key);
        if (known) {
            lay_setting(self, known, member);
        } else {
            setting_append(base, member);
        }
    }
    move_to(base, over);
}

void merge_group(struct setting *base, struct setting *over, struct sim_arena *arena,
                 struct sim_faults *faults)
{
    const struct merging self = { arena, faults };
    lay_group(&self, base, over);
}
