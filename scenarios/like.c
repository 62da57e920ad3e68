/* Elements of a list that say `like = "name"`: they begin as a copy of that element.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/like.h"

#include "scenarios/merge.h"
#include "scenarios/nearest.h"

/* One list, and who is being filled in it. */
struct filling {
    const struct setting *list;
    struct sim_arena *arena;
    struct sim_faults *faults;
};

/* Elements that are being filled, each like the next. */
struct chain {
    const struct chain *before;
    const struct setting *element;
};

static bool refuse(const struct filling *self, const struct setting *like, const char *what,
                   const char *hint)
{
    sim_faults_add(self->faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                     .file = like->file,
                                                     .line = like->line,
                                                     .path = "like",
                                                     .what = what,
                                                     .got = setting_show(self->arena, like),
                                                     .hint = hint });
    return false;
}

static bool refuse_unknown(const struct filling *self, const struct setting *like)
{
    struct nearest nearest = { .word = like->type == SETTING_TEXT ? like->text : "" };
    for (const struct setting *e = self->list->first; e; e = e->next)
        nearest_offer(&nearest, setting_name(e));
    return refuse(self, like, N_("no such element in the list"), nearest.best);
}

static bool is_circle(const struct chain *chain, const struct setting *element)
{
    for (; chain; chain = chain->before)
        if (chain->element == element) return true;
    return false;
}

static bool fill(const struct filling *self, struct setting *element,
                 const struct chain *before);

/* A copy of the element that `like` names, which is filled first. */
static struct setting *model_of(const struct filling *self, const struct setting *like,
                                const struct chain *chain)
{
    struct setting *other =
        like->type == SETTING_TEXT ? merge_element_named(self->list, like->text) : NULL;
    if (!other) {
        refuse_unknown(self, like);
        return NULL;
    }
    if (is_circle(chain, other)) {
        refuse(self, like, N_("an element cannot be like itself"), NULL);
        return NULL;
    }
    if (!fill(self, other, chain)) return NULL;
    struct setting *copy = setting_copy(self->arena, other);
    if (!copy) sim_faults_memory(self->faults);
    return copy;
}

static bool fill(const struct filling *self, struct setting *element,
                 const struct chain *before)
{
    const struct chain chain = { before, element };
    struct setting *like = setting_member(element, "like");
    if (!like) return true;
    struct setting *model = model_of(self, like, &chain);
    setting_remove(element, like);
    if (!model) return false;
    struct setting *next = element->next;
    merge_group(model, element, self->arena, self->faults);
    *element = *model;
    element->next = next;
    return true;
}

bool like_resolve(struct setting *root, struct sim_arena *arena, struct sim_faults *faults)
{
    bool ok = true;
    for (struct setting *child = root->first; child; child = child->next) {
        const struct filling filling = { root, arena, faults };
        const bool named = root->type == SETTING_LIST && child->type == SETTING_GROUP;
        if (named && setting_name(child)) ok = fill(&filling, child, NULL) && ok;
        if (child->first) ok = like_resolve(child, arena, faults) && ok;
    }
    return ok;
}
