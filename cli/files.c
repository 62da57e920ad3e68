/* The files of a call: none that it writes takes the place of one that it reads, nor of another
 * that it writes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/files.h"

#include <string.h>
#include <sys/stat.h>

/* One that is read (no option), or written. A folder stands for its files of some endings. */
struct file {
    const struct file *before; /* noted before it; NULL: the first */
    const char *option, *path;
    const char *const *endings; /* up to a NULL; NULL: no folder */
};

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* With its slash; the arena's own. */
static const char *folder_of(const char *path, struct sim_arena *arena)
{
    const int length = (int)(name_of(path) - path);
    return length ? sim_arena_print(arena, "%.*s", length, path) : "./";
}

/* Whatever path leads to it: links, hard or not. What is not there is told by its text. */
static bool is_one(const char *a, const char *b)
{
    struct stat one, other;
    if (stat(a, &one) != 0 || stat(b, &other) != 0) return strcmp(a, b) == 0;
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static bool is_same(const char *a, const char *b, struct sim_arena *arena)
{
    const char *folder_a = folder_of(a, arena), *folder_b = folder_of(b, arena);
    if (is_one(a, b)) return true;
    return folder_a && folder_b && strcmp(name_of(a), name_of(b)) == 0 &&
           is_one(folder_a, folder_b);
}

/* Is it one of the files that go into the folder? */
static bool is_within(const char *path, const struct file *folder, struct sim_arena *arena)
{
    const char *dot = strrchr(path, '.');
    const char *own = folder_of(path, arena);
    const char *there = sim_arena_print(arena, "%s/", folder->path);
    if (!dot || !own || !there || !is_one(own, there)) return false;
    for (const char *const *ending = folder->endings; *ending; ending++)
        if (strcmp(dot, *ending) == 0) return true;
    return false;
}

static bool collide(const struct file *a, const struct file *b, struct sim_arena *arena)
{
    if (a->endings && b->endings) return false; /* a table is no picture */
    if (a->endings) return is_within(b->path, a, arena);
    if (b->endings) return is_within(a->path, b, arena);
    return is_same(a->path, b->path, arena);
}

/* What is no file keeps what was written to it before: a device, a pipe, the screen. */
static bool is_replaced(const char *path)
{
    struct stat found;
    if (strcmp(path, "-") == 0 || strncmp(path, "/dev/", 5) == 0) return false;
    return stat(path, &found) != 0 || S_ISREG(found.st_mode);
}

static bool note(struct call *call, const struct file *file)
{
    struct file *kept = sim_arena_new(call->arena, 1, sizeof *kept);
    if (!kept) return sim_faults_memory(call->faults);
    *kept = *file;
    kept->before = call->files;
    call->files = kept;
    return true;
}

static bool claim(struct call *call, const struct file *file)
{
    for (const struct file *other = call->files; other; other = other->before) {
        if (!collide(file, other, call->arena)) continue;
        sim_faults_add(
            call->faults,
            (struct sim_fault){
                .severity = SIM_INPUT,
                .path = file->option,
                .what = other->option ? N_("two outputs would go into one file")
                                      : N_("would overwrite a file that is read"),
                .got = file->endings ? other->path : file->path,
                .wanted = file->endings ? N_("another folder") : N_("another file") });
        return false;
    }
    return note(call, file);
}

void files_read(struct call *call, const char *path)
{
    for (const struct file *other = call->files; other; other = other->before)
        if (!other->option && strcmp(other->path, path) == 0) return;
    note(call, &(struct file){ .path = path });
}

bool files_written(struct call *call, const char *option, const char *path)
{
    return !is_replaced(path) || claim(call, &(struct file){ .option = option, .path = path });
}

static bool folder_write(struct call *call, const char *option, const char *path,
                         const char *const *endings)
{
    return claim(call, &(struct file){ .option = option, .path = path, .endings = endings });
}

/* SQLite keeps a journal beside a store that is in use. */
static bool store_write(struct call *call, const char *path)
{
    static const char *const besides[] = { "", "-journal", "-wal", "-shm" };
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof besides / sizeof *besides; i++) {
        const char *file = sim_arena_print(call->arena, "%s%s", path, besides[i]);
        ok = file ? files_written(call, "--store", file) : sim_faults_memory(call->faults);
    }
    return ok;
}

bool files_check(struct call *call)
{
    static const char *const tables[] = { ".csv", NULL };
    static const char *const pictures[] = { ".tsv", ".svg", ".png", NULL };
    const char *const *value = call->options->value;
    bool ok = !value[OPTION_STORE] || store_write(call, value[OPTION_STORE]);
    ok = (!value[OPTION_JSON] || files_written(call, "--json", value[OPTION_JSON])) && ok;
    if (value[OPTION_CSV]) ok = folder_write(call, "--csv", value[OPTION_CSV], tables) && ok;
    if (value[OPTION_PLOTS])
        ok = folder_write(call, "--plots", value[OPTION_PLOTS], pictures) && ok;
    return ok;
}
