/* One scenario as layers: the file it is based on, the file itself, overrides; merged.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/layer.h"

#include "scenarios/like.h"
#include "scenarios/merge.h"
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
    struct sim_texts *files;
};

static void refuse(const struct reading *self, const struct setting *at, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    fault.file = at->file;
    fault.line = at->line;
    sim_faults_add(self->faults, fault);
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

/* The oldest base is known: so are all files. */
static void files_keep(const struct reading *self, const struct chain *oldest)
{
    struct sim_texts *files = self->files;
    size_t n = 0;
    for (const struct chain *c = oldest; c; c = c->child)
        n++;
    files->values = sim_arena_new(self->arena, n, sizeof *files->values);
    if (!files->values) sim_faults_memory(self->faults);
    for (const struct chain *c = oldest; files->values && c; c = c->child)
        files->values[files->n++] = c->file;
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
    if (root && !named) files_keep(self, chain);
    if (!named) return root;
    setting_remove(root, named);
    struct setting *base = read_base(self, chain, named, based_on);
    if (base) merge_group(base, root, self->arena, self->faults);
    return base;
}

bool layers_read(const char *file, const char *const *sets, size_t n_sets, struct layers *out,
                 struct sim_arena *arena, struct sim_faults *faults)
{
    out->files = (struct sim_texts){ .n = 0 };
    const struct reading self = { arena, faults, &out->files };
    const size_t before = faults->n;
    struct chain first = { .file = sim_arena_text(arena, file) };
    if (!first.file) return sim_faults_memory(faults);
    if (stat(file, &first.status) != 0) first.status = (struct stat){ 0 };
    out->root = read_file(&self, &first, &out->based_on);
    for (size_t i = 0; out->root && i < n_sets; i++)
        override_apply(out->root, sets[i], arena, faults);
    if (out->root) like_resolve(out->root, arena, faults);
    return out->root && faults->n == before && !faults->out_of_memory;
}
