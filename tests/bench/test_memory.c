/* A replication takes the memory that those before it left, and seldom asks for more.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The linker sends what our own objects ask for through these functions (see CMakeLists.txt).
 */
#include "tests/centre_run.h"

static int n_asked;

/* The linker's names. NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *items, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *items, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);

void *__wrap_malloc(size_t size)
{
    n_asked++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    n_asked++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *items, size_t size)
{
    n_asked++;
    return __real_realloc(items, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    n_asked++;
    return __real_aligned_alloc(alignment, size);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

enum { REPLICATIONS = 10, MOST = 4 };

/* How often the replications from `first` on ask. */
static int asked_from(struct centre *centre, uint32_t first)
{
    const int before = n_asked;
    for (uint32_t number = first; number < REPLICATIONS; number++)
        centre_replicate(centre, 1, number);
    return n_asked - before;
}

static void open_shipped(struct centre *centre, const char *name)
{
    char text[512];
    snprintf(text, sizeof text, "based_on = \"%s/scenarios/nord/%s.cfg\";\n",
             DECROCHE_SOURCE_DIR, name);
    centre_open(centre, text);
}

/* Arrays double: one that is larger than all before it may find one too small, and asks. */
static void after_the_first_replication_hardly_any_asks_for_memory(void **state)
{
    (void)state;
    static const char *const names[] = { "centre-2017", "utpas-2016" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct centre centre;
        open_shipped(&centre, names[i]);
        const int before = n_asked;
        centre_replicate(&centre, 1, 0);
        assert_true(n_asked > before + MOST);
        assert_in_range(asked_from(&centre, 1), 0, MOST);
        assert_int_equal(asked_from(&centre, 0), 0);
        centre_close(&centre);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_the_first_replication_hardly_any_asks_for_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
