/* Reads a whole file as text, and refuses what is none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenarios/text_read.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { LARGEST = 1 << 20, CHUNK = 1 << 16 };

static bool refuse(struct sim_faults *faults, struct sim_fault fault)
{
    fault.severity = SIM_INPUT;
    sim_faults_add(faults, fault);
    return false;
}

static bool refuse_open(const char *file, int error, struct sim_faults *faults)
{
    struct sim_fault fault = { .file = file, .what = N_("cannot be read") };
    if (error == ENOENT || error == ENOTDIR) {
        fault.what = N_("no such file");
    } else if (error == EISDIR) {
        fault.what = N_("this is a folder, not a file");
    } else if (error == EACCES || error == EPERM) {
        fault.what = N_("may not be read");
    } else {
        fault.got = strerror(error);
    }
    return refuse(faults, fault);
}

/* Length of the letter that starts here, 0 if none does: The Unicode Standard, table 3-7. */
static size_t letter_length(const unsigned char *s)
{
    if (s[0] < 0x80) return 1;
    const size_t length = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
    if (s[0] < 0xC2 || s[0] > 0xF4) return 0;
    for (size_t i = 1; i < length; i++)
        if ((s[i] & 0xC0) != 0x80) return 0;
    const bool overlong = (s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xF0 && s[1] < 0x90);
    const bool beyond = (s[0] == 0xED && s[1] > 0x9F) || (s[0] == 0xF4 && s[1] > 0x8F);
    return overlong || beyond ? 0 : length;
}

const char *text_not_utf8(const char *text)
{
    while (*text) {
        const size_t length = letter_length((const unsigned char *)text);
        if (!length) return text;
        text += length;
    }
    return NULL;
}

static unsigned line_of(const char *text, const char *place)
{
    unsigned line = 1;
    for (; text < place; text++)
        line += *text == '\n';
    return line;
}

struct bytes {
    char *items;
    size_t n, capacity;
};

/* Reads to the end, or until it is certain that the file is too large. */
static bool read_all(FILE *in, struct bytes *bytes, const char *file, struct sim_faults *faults)
{
    size_t got = 1;
    while (got && bytes->n <= LARGEST) {
        void *items = bytes->items;
        if (!sim_grow(&items, &bytes->capacity, bytes->n + CHUNK + 1, 1))
            return sim_faults_memory(faults);
        bytes->items = items;
        got = fread(bytes->items + bytes->n, 1, CHUNK, in);
        bytes->n += got;
    }
    bytes->items[bytes->n] = '\0';
    return !ferror(in) || refuse_open(file, errno, faults);
}

static bool is_text(const struct bytes *bytes, const char *file, struct sim_faults *faults)
{
    if (bytes->n > LARGEST)
        return refuse(faults, (struct sim_fault){ .file = file,
                                                  .what = N_("too large to be read"),
                                                  .wanted = N_("at most 1 MiB") });
    if (memchr(bytes->items, '\0', bytes->n))
        return refuse(faults, (struct sim_fault){ .file = file, .what = N_("not a text") });
    const char *bad = text_not_utf8(bytes->items);
    if (!bad) return true;
    return refuse(faults, (struct sim_fault){ .file = file,
                                              .line = line_of(bytes->items, bad),
                                              .what = N_("not a text in UTF-8"),
                                              .hint = N_("save the file as UTF-8") });
}

char *text_read(const char *file, struct sim_arena *arena, struct sim_faults *faults)
{
    struct stat status;
    FILE *in = stat(file, &status) ? NULL : fopen(file, "rb");
    if (!in) {
        refuse_open(file, errno, faults);
        return NULL;
    }
    struct bytes bytes = { 0 };
    char *text = NULL;
    if (read_all(in, &bytes, file, faults) && is_text(&bytes, file, faults)) {
        const size_t mark = strncmp(bytes.items, "\xEF\xBB\xBF", 3) ? 0 : 3;
        text = sim_arena_text(arena, bytes.items + mark);
        if (!text) sim_faults_memory(faults);
    }
    fclose(in);
    sim_release(bytes.items);
    return text;
}

const char *file_beside(struct sim_arena *arena, const char *file, const char *name)
{
    const char *slash = *name == '/' ? NULL : strrchr(file, '/');
    const int length = slash ? (int)(slash + 1 - file) : 0;
    return sim_arena_print(arena, "%.*s%s", length, file, name);
}
