/* Where outputs go: files appear whole or not at all, devices and pipes are written directly.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#undef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath() */

#include "plots/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

static bool fail(struct sim_faults *faults, const char *path, const char *what, int error)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE,
                                               .file = strcmp(path, "-") ? path : "stdout",
                                               .what = what,
                                               .got = strerror(error) });
    return false;
}

static bool fail_to_write(struct sim_faults *faults, const char *path, int error)
{
    return fail(faults, path, N_("cannot be written"), error);
}

static bool is_same_file(const struct stat *found, int descriptor)
{
    struct stat open;
    return fstat(descriptor, &open) == 0 && open.st_dev == found->st_dev &&
           open.st_ino == found->st_ino;
}

/* What shares a file with a standard stream must share its position too: "--json /dev/stdout"
 * under "> file" would else write over what is already there. */
static FILE *standard_stream(const char *path, const struct stat *found)
{
    if (strcmp(path, "-") == 0) return stdout;
    if (!found) return NULL;
    if (is_same_file(found, STDOUT_FILENO)) return stdout;
    return is_same_file(found, STDERR_FILENO) ? stderr : NULL;
}

static bool is_below(const char *path, const char *directory)
{
    return strncmp(path, directory, strlen(directory)) == 0;
}

static bool is_written_in_place(const char *path, const struct stat *found)
{
    if (found && !S_ISREG(found->st_mode)) return true;
    return found && (is_below(path, "/dev/") || is_below(path, "/proc/"));
}

/* Creates the temporary beside its target, with the rights the target has or will have. */
static int create_beside(struct output *self, const struct stat *found)
{
    for (int i = 0; i < TRIES; i++) {
        self->temporary =
            sim_arena_print(&self->arena, "%s.%ld.%d.tmp", self->target, (long)getpid(), i);
        if (!self->temporary) return -1;
        const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
        const int descriptor = open(self->temporary, flags, 0666);
        if (descriptor >= 0 && found) (void)!fchmod(descriptor, found->st_mode & 07777);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    return -1;
}

static bool open_beside(struct output *self, const struct stat *found,
                        struct sim_faults *faults)
{
    char resolved[PATH_MAX];
    /* A link keeps pointing where it points: the file behind it is replaced. */
    const char *target = found && realpath(self->path, resolved) ? resolved : self->path;
    self->target = sim_arena_text(&self->arena, target);
    const int descriptor = self->target ? create_beside(self, found) : -1;
    if (self->target && self->temporary && descriptor < 0) {
        self->temporary = NULL;
        return fail_to_write(faults, self->path, errno);
    }
    if (descriptor < 0) return sim_faults_memory(faults);
    self->file = fdopen(descriptor, "w");
    if (self->file) return true;
    close(descriptor);
    return fail_to_write(faults, self->path, errno);
}

static bool open_in_place(struct output *self, struct sim_faults *faults)
{
    self->file = fopen(self->path, "w");
    return self->file || fail_to_write(faults, self->path, errno);
}

static bool open_somehow(struct output *self, struct sim_faults *faults)
{
    struct stat status;
    const struct stat *found = stat(self->path, &status) == 0 ? &status : NULL;
    if (!found && (errno != ENOENT || !*self->path) && strcmp(self->path, "-") != 0)
        return fail_to_write(faults, self->path, errno);
    self->file = standard_stream(self->path, found);
    self->is_standard = self->file;
    if (self->is_standard) return true;
    if (found && S_ISDIR(found->st_mode)) return fail_to_write(faults, self->path, EISDIR);
    return is_written_in_place(self->path, found) ? open_in_place(self, faults)
                                                  : open_beside(self, found, faults);
}

bool output_open(struct output *self, const char *path, struct sim_faults *faults)
{
    *self = (struct output){ .path = path };
    if (open_somehow(self, faults)) return true;
    output_abandon(self);
    return false;
}

bool output_check(const char *path, struct sim_faults *faults)
{
    struct output output;
    struct stat status;
    if (strcmp(path, "-") == 0) return true;
    const bool found = stat(path, &status) == 0;
    if (found && !S_ISDIR(status.st_mode) && is_written_in_place(path, &status)) return true;
    if (!output_open(&output, path, faults)) return false;
    output_abandon(&output);
    return true;
}

/* Returns 0, or the error of whichever step failed first. Only a file to be renamed is synced:
 * a rename must not reach the disk before what it names. */
static int flush_and_close(struct output *self)
{
    errno = 0;
    int error = fflush(self->file) != 0 || ferror(self->file) ? (errno ? errno : EIO) : 0;
    if (!error && self->temporary && fsync(fileno(self->file)) != 0 && errno != EINVAL)
        error = errno;
    if (!self->is_standard && fclose(self->file) != 0 && !error) error = errno;
    self->file = NULL;
    return error;
}

bool output_seal(struct output *self, struct sim_faults *faults)
{
    if (!self->file) return true;
    const int error = flush_and_close(self);
    if (!error) return true;
    fail_to_write(faults, self->path, error);
    output_abandon(self);
    return false;
}

bool output_commit(struct output *self, struct sim_faults *faults)
{
    if (!output_seal(self, faults)) return false;
    const bool renamed = !self->temporary || rename(self->temporary, self->target) == 0;
    if (renamed)
        self->temporary = NULL;
    else
        fail_to_write(faults, self->path, errno);
    output_abandon(self);
    return renamed;
}

void output_abandon(struct output *self)
{
    if (self->file && !self->is_standard) fclose(self->file);
    if (self->temporary) unlink(self->temporary);
    sim_arena_close(&self->arena);
    *self = (struct output){ 0 };
}

bool output_directory(const char *path, bool *made, struct sim_faults *faults)
{
    struct stat found;
    *made = mkdir(path, 0777) == 0;
    if (*made) return true;
    const int error = errno;
    if (error != EEXIST) return fail(faults, path, N_("this folder cannot be made"), error);
    if (stat(path, &found) == 0 && S_ISDIR(found.st_mode)) return true;
    return fail(faults, path, N_("is not a folder"), ENOTDIR);
}
