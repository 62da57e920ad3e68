/* Memory that lives as long as one scenario, one replication or one list of faults.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SIM_ARENA_H
#define SIM_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Lets a compiler that can hold the arguments against the format. */
#ifdef __GNUC__
#define SIM_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define SIM_PRINTF(text, first)
#endif

/* Keeps what happens now and then out of the inner loop, so that the rest of it stays small. */
#ifdef __GNUC__
#define SIM_ASIDE __attribute__((noinline))
#else
#define SIM_ASIDE
#endif

/* The same of what does not happen at all in most runs. */
#ifdef __GNUC__
#define SIM_SELDOM __attribute__((noinline, cold))
#else
#define SIM_SELDOM
#endif

struct sim_arena_block;

/* An arena starts as all zeroes and owns what it gave until sim_arena_close(). */
struct sim_arena {
    struct sim_arena_block *newest;
};

/* Returns `count` items of `size` bytes, zeroed, aligned for any type and owned by the arena;
 * NULL when memory has run out. */
void *sim_arena_new(struct sim_arena *self, size_t count, size_t size);

/* Returns a copy of a text, owned by the arena; NULL when memory has run out or text is NULL.
 */
char *sim_arena_text(struct sim_arena *self, const char *text);

/* Returns a formatted text, owned by the arena; NULL when memory has run out. */
char *sim_arena_print(struct sim_arena *self, const char *format, ...) SIM_PRINTF(2, 3);

/* Gives everything back; the arena may be used again. */
void sim_arena_close(struct sim_arena *self);

/* Makes room for `want` items of `size` bytes at *items, which is owned by the caller and given
 * back with sim_release(): doubles *capacity as often as needed; false when memory has run out
 * (*items is then unchanged). New room is not zeroed. */
bool sim_grow(void **items, size_t *capacity, size_t want, size_t size);

/* Gives back what sim_grow() or sim_aligned() gave; NULL is fine. */
void sim_release(void *items);

/* Returns zeroed memory that starts on a cache line of its own; NULL when it has run out. */
void *sim_aligned(size_t bytes);

#endif
