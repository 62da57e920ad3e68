/* Memory that lives as long as one scenario, one replication or one list of faults.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 16384, CACHE_LINE = 64 };

struct sim_arena_block {
    struct sim_arena_block *older;
    size_t used, size;
    max_align_t bytes[];
};

static struct sim_arena_block *block_for(struct sim_arena *self, size_t bytes)
{
    struct sim_arena_block *block = self->newest;
    if (block && block->size - block->used >= bytes) return block;
    const size_t size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    if (size > SIZE_MAX - sizeof *block) return NULL;
    block = calloc(1, sizeof *block + size);
    if (!block) return NULL;
    block->size = size;
    block->older = self->newest;
    self->newest = block;
    return block;
}

void *sim_arena_new(struct sim_arena *self, size_t count, size_t size)
{
    const size_t unit = sizeof(max_align_t);
    if (size && count > (SIZE_MAX - unit) / size) return NULL;
    const size_t wanted = count * size > 0 ? count * size : 1;
    const size_t bytes = (wanted + unit - 1) / unit * unit;
    struct sim_arena_block *block = block_for(self, bytes);
    if (!block) return NULL;
    void *room = (char *)block->bytes + block->used;
    block->used += bytes;
    return room;
}

char *sim_arena_text(struct sim_arena *self, const char *text)
{
    if (!text) return NULL;
    const size_t size = strlen(text) + 1;
    char *copy = sim_arena_new(self, size, 1);
    if (copy) memcpy(copy, text, size);
    return copy;
}

char *sim_arena_print(struct sim_arena *self, const char *format, ...)
{
    va_list first, second;
    va_start(first, format);
    va_copy(second, first);
    const int length = vsnprintf(NULL, 0, format, first);
    char *text = length < 0 ? NULL : sim_arena_new(self, (size_t)length + 1, 1);
    if (text) vsnprintf(text, (size_t)length + 1, format, second);
    va_end(second);
    va_end(first);
    return text;
}

void sim_arena_close(struct sim_arena *self)
{
    while (self->newest) {
        struct sim_arena_block *older = self->newest->older;
        free(self->newest);
        self->newest = older;
    }
}

bool sim_grow(void **items, size_t *capacity, size_t want, size_t size)
{
    if (want <= *capacity) return true;
    size_t room = *capacity ? *capacity : 16;
    while (room < want) {
        if (room > SIZE_MAX / 2) return false;
        room *= 2;
    }
    if (room > SIZE_MAX / size) return false;
    void *moved = realloc(*items, room * size);
    if (!moved) return false;
    *items = moved;
    *capacity = room;
    return true;
}

void *sim_aligned(size_t bytes)
{
    const size_t room = (bytes + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    void *memory = aligned_alloc(CACHE_LINE, room ? room : CACHE_LINE);
    return memory ? memset(memory, 0, room ? room : CACHE_LINE) : NULL;
}

void sim_release(void *items)
{
    free(items);
}
