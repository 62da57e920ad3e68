/* Where the program's own files are: beside the installed program, or in the build tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/paths.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* bin/../share/<folder>, wherever the program was installed or moved to, if it is there. */
static const char *beside_program(const char *folder, struct sim_arena *arena)
{
    char program[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) return NULL;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash) return NULL;
    *slash = '\0';
    const char *path = sim_arena_print(arena, "%s/../share/%s", program, folder);
    return path && access(path, R_OK) == 0 ? path : NULL;
}

static const char *first_readable(const char *built, const char *installed,
                                  struct sim_arena *arena)
{
    return sim_arena_text(arena, access(built, R_OK) == 0 ? built : installed);
}

const char *paths_locale(struct sim_arena *arena)
{
    const char *beside = beside_program("locale/fr/LC_MESSAGES/decroche.mo", arena);
    if (beside) return beside_program("locale", arena);
    return first_readable(DECROCHE_BINARY_DIR "/locale", DECROCHE_LOCALEDIR, arena);
}

const char *paths_scenario(const char *file, struct sim_arena *arena)
{
    if (!*file || *file == '/' || access(file, F_OK) == 0) return file;
    const char *own = sim_arena_print(arena, "%s/%s", paths_data(arena), file);
    return own && access(own, R_OK) == 0 ? own : file;
}

const char *paths_data(struct sim_arena *arena)
{
    const char *beside = beside_program("decroche", arena);
    return beside ? beside : first_readable(DECROCHE_SOURCE_DIR, DECROCHE_DATADIR, arena);
}
