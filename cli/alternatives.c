/* Several scenarios that are weighed against each other: files, and variants of the first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/alternatives.h"

#include "cli/paths.h"
#include "models/centre.h"
#include "scenarios/field_write.h"

#include <string.h>

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_known(const struct sim_faults *faults, const struct sim_fault *fault)
{
    for (size_t i = 0; i < faults->n; i++) {
        const struct sim_fault *known = &faults->items[i];
        if (same(known->file, fault->file) && known->line == fault->line &&
            same(known->path, fault->path) && same(known->what, fault->what) &&
            same(known->got, fault->got))
            return true;
    }
    return false;
}

static void name_the_faulty(const char *name, struct sim_faults *faults)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_NOTE,
                                               .what = N_("this option cannot be run; its "
                                                          "faults stand above"),
                                               .got = name });
}

/* Reads one; what is wrong with it is added to the faults of all. */
static bool open_one(struct alternative *self, const char *file, const struct sim_texts *sets,
                     struct call *call)
{
    struct sim_faults faults = { 0 };
    struct call own = *call;
    own.faults = &faults;
    const bool ok = session_open_with(&self->session, file, sets, &own);
    for (size_t i = 0; i < faults.n; i++)
        if (!is_known(call->faults, &faults.items[i]))
            sim_faults_add(call->faults, faults.items[i]);
    if (faults.out_of_memory) sim_faults_memory(call->faults);
    sim_faults_close(&faults);
    call->files = own.files;
    return ok;
}

/* The overrides of the command line, and after them those of a variant. */
static bool sets_join(struct sim_texts *all, const struct sim_texts *variant,
                      const struct call *call)
{
    const struct options *options = call->options;
    all->values = sim_arena_new(call->arena, options->n_sets + variant->n, sizeof *all->values);
    if (!all->values) return sim_faults_memory(call->faults);
    for (size_t i = 0; i < options->n_sets; i++)
        all->values[all->n++] = options->sets[i];
    for (size_t i = 0; i < variant->n; i++)
        all->values[all->n++] = variant->values[i];
    return true;
}

/* "groups.accueil.agents=9 handling.mean=200 s" */
static const char *variant_name(const struct sim_texts *variant, struct sim_arena *arena)
{
    const char *name = variant->values[0];
    for (size_t i = 1; name && i < variant->n; i++)
        name = sim_arena_print(arena, "%s %s", name, variant->values[i]);
    return name;
}

static bool is_taken(const struct alternatives *self, const char *name)
{
    for (size_t i = 0; i < self->n; i++)
        if (strcmp(self->items[i].name, name) == 0) return true;
    return false;
}

bool alternative_open(struct alternative *self, const char *file, const char *name,
                      const struct sim_texts *variant, struct call *call)
{
    const struct centre_detail plain = { false, false };
    struct sim_texts sets = { NULL, 0 };
    *self = (struct alternative){ .name = name };
    if (!sets_join(&sets, variant, call)) return false;
    if (open_one(self, file, &sets, call))
        return centre_model(&self->model, &self->session.scenario, plain, call->arena,
                            call->faults);
    name_the_faulty(name, call->faults);
    return false;
}

/* The same text, whatever its file is called. */
static bool is_base(const struct alternatives *self, const struct alternative *item)
{
    return self->n > 0 &&
           strcmp(self->items[0].session.source.sha256, item->session.source.sha256) == 0;
}

static void say_left_out(const char *file, struct sim_faults *faults)
{
    sim_faults_add(faults,
                   (struct sim_fault){ .severity = SIM_WARNING,
                                       .file = file,
                                       .what = N_("is the base itself, and left out") });
}

/* Without its folder where no other file is called the same. */
static bool open_file(struct alternatives *self, const char *file, struct call *call)
{
    struct alternative *item = &self->items[self->n];
    const struct sim_texts none = { NULL, 0 };
    const char *found = paths_scenario(file, call->arena);
    if (!found) return sim_faults_memory(call->faults);
    const bool ok = alternative_open(item, found, file, &none, call);
    const char *name = item->session.source.name;
    if (ok && is_base(self, item)) {
        say_left_out(file, call->faults);
        *item = (struct alternative){ 0 };
        return true;
    }
    if (name && !is_taken(self, name)) item->name = name;
    self->n++;
    return ok;
}

static bool open_variant(struct alternatives *self, const char *file,
                         const struct sim_texts *variant, struct call *call)
{
    struct alternative *item = &self->items[self->n];
    const char *name = variant_name(variant, call->arena);
    size_t n;
    if (!name) return sim_faults_memory(call->faults);
    if (!alternative_open(item, file, name, variant, call)) return false;
    if (!alternative_changes(&self->items[0], item, &n, call->arena))
        return sim_faults_memory(call->faults);
    if (n == 0)
        *item = (struct alternative){ 0 };
    else
        self->n++;
    return true;
}

static bool variants_read(const struct sim_texts *vary, enum vary_design design,
                          struct sim_texts **variants, size_t *n, struct call *call)
{
    struct vary *keys = sim_arena_new(call->arena, vary->n, sizeof *keys);
    bool ok = keys || sim_faults_memory(call->faults);
    for (size_t i = 0; keys && i < vary->n; i++)
        ok = vary_read(&keys[i], vary->values[i], "--vary", call->arena, call->faults) && ok;
    if (!ok) return false;
    *variants = vary_variants(keys, vary->n, design, n, call->arena, call->faults);
    return *variants;
}

bool alternatives_open(struct alternatives *self, const struct sim_texts *vary,
                       enum vary_design design, struct call *call)
{
    const struct options *options = call->options;
    struct sim_texts *variants;
    size_t n;
    *self = (struct alternatives){ 0 };
    bool ok = variants_read(vary, design, &variants, &n, call);
    if (!ok) n = 0;
    self->items = sim_arena_new(call->arena, options->n_operands + n, sizeof *self->items);
    if (!self->items) return sim_faults_memory(call->faults);
    /* What is wrong with the base is wrong with each of its variants. */
    const bool base_is_sound = open_file(self, options->operands[0], call);
    ok = base_is_sound && ok;
    for (size_t i = 1; i < options->n_operands; i++)
        ok = open_file(self, options->operands[i], call) && ok;
    const char *base = self->items[0].session.source.file;
    for (size_t i = 0; base_is_sound && i < n; i++)
        ok = open_variant(self, base, &variants[i], call) && ok;
    return ok;
}

void alternatives_close(struct alternatives *self)
{
    for (size_t i = 0; i < self->n; i++)
        if (self->items[i].fold.model) sim_fold_close(&self->items[i].fold);
}

void alternative_narrow(struct alternative *self, const struct sim_measure *measure)
{
    self->model.measures = measure;
    self->model.n_measures = 1;
}

bool alternative_run(struct alternative *self, size_t n, uint64_t seed, size_t threads,
                     struct call *call)
{
    const struct sim_request request = {
        .seed = seed, .replications = n, .threads = threads, .stop = call->stop
    };
    if (!self->fold.model && !sim_fold_open(&self->fold, &self->model))
        return sim_faults_memory(call->faults);
    return sim_replicate_on(&self->fold, &request, call->faults);
}

static const struct sim_input *input_at(const struct sim_inputs *inputs, const char *path)
{
    for (size_t i = 0; i < inputs->n; i++)
        if (strcmp(inputs->items[i].path, path) == 0) return &inputs->items[i];
    return NULL;
}

/* What describes a scenario, and changes nothing of it. */
static bool is_talk(const char *path)
{
    const char *const *talk = (const char *const[]){ "title", "description", NULL };
    while (*talk && strcmp(*talk, path) != 0)
        talk++;
    return *talk;
}

static bool change_add(struct comparison_change *changes, size_t *n,
                       const struct sim_input *from, const struct sim_input *to,
                       struct sim_arena *arena)
{
    const char *before = from ? field_text(arena, from->field, from->value) : NULL;
    const char *after = to ? field_text(arena, to->field, to->value) : NULL;
    if ((from && !before) || (to && !after)) return false;
    if (same(before, after)) return true;
    changes[(*n)++] = (struct comparison_change){ from ? from->path : to->path, before, after };
    return true;
}

struct comparison_change *alternative_changes(const struct alternative *base,
                                              const struct alternative *other, size_t *n,
                                              struct sim_arena *arena)
{
    const struct sim_inputs *a = &base->session.source.inputs,
                            *b = &other->session.source.inputs;
    struct comparison_change *changes = sim_arena_new(arena, a->n + b->n, sizeof *changes);
    bool ok = changes;
    *n = 0;
    for (size_t i = 0; ok && i < b->n; i++)
        if (!is_talk(b->items[i].path))
            ok = change_add(changes, n, input_at(a, b->items[i].path), &b->items[i], arena);
    for (size_t i = 0; ok && i < a->n; i++)
        if (!is_talk(a->items[i].path) && !input_at(b, a->items[i].path))
            ok = change_add(changes, n, &a->items[i], NULL, arena);
    return ok ? changes : NULL;
}

bool change_is_of_demand(const char *path)
{
    static const char *const keys[] = { "horizon",   "hours",           "public_holidays",
                                        "closed_on", "special_days",    "demand",
                                        "events",    "school_holidays", "lines",
                                        "reasons",   "interval",        NULL };
    const char *last = strrchr(path, '.');
    for (const char *const *key = keys; *key; key++) {
        const size_t length = strlen(*key);
        if (strncmp(path, *key, length) != 0 || !strchr(".", path[length])) continue;
        const bool weighed = strcmp(*key, "reasons") == 0 || strcmp(*key, "lines") == 0;
        return !weighed ||
               (last && (strcmp(last, ".share") == 0 || strcmp(last, ".weight") == 0 ||
                         strcmp(last, ".name") == 0 || strcmp(last, ".shares") == 0));
    }
    return false;
}
