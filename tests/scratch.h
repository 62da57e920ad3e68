/* Files and folders that a test makes for itself, under the build, and removes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A name that mkstemp() or mkdtemp() completes. */
#define SCRATCH_NAME DECROCHE_BINARY_DIR "/scratch-XXXXXX"

/* Writes a text into a new file, whose name it completes; false where that fails. */
static inline bool scratch_file(char *name, const char *text)
{
    const int file = mkstemp(name);
    if (file < 0) return false;
    const size_t size = strlen(text);
    const bool written = write(file, text, size) == (ssize_t)size;
    return close(file) == 0 && written;
}

#endif
