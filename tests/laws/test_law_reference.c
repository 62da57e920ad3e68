/* The exact values here are those of the file they come from; skipped where that is missing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char file[] = DECROCHE_REFERENCE_DIR "/reference/exact-cases.json";

enum { SKIPPED = 77 };

/* Not simulated: answered by formula or by optimisation, a limit, a rule no centre follows. */
static const char *const without_tests[] = {
    "erlang_b_required",  "extended_erlang_b", "erlang_c_required",
    "redial_fixed_point", "day_requeue",       "shift_cover",
};

/* What stands at "outputs.segments.#.T" of a case; NULL when nothing does. */
static const json_t *at_path(const json_t *here, const char *path, int part)
{
    while (here && *path) {
        const size_t length = strcspn(path, ".");
        if (json_is_array(here)) {
            const int index = *path == '#' ? part : atoi(path);
            here = json_array_get(here, (size_t)index);
        } else {
            here = json_object_getn(here, path, length);
        }
        path += length + (path[length] == '.');
    }
    return here;
}

static const json_t *case_named(const json_t *cases, const char *id)
{
    size_t i;
    json_t *here;
    json_array_foreach(cases, i,
                       here) if (strcmp(json_string_value(json_object_get(here, "id")), id) ==
                                 0) return here;
    return NULL;
}

/* What a case leaves out is 0. */
static void assert_same_line(const json_t *cases, const struct exact_table *table,
                             const struct exact_case *line)
{
    const json_t *here = case_named(cases, line->id);
    assert_non_null(here);
    assert_string_equal(json_string_value(json_object_get(here, "oracle")), table->oracle);
    for (size_t i = 0; table->columns[i]; i++) {
        assert_true(i < EXACT_MOST_COLUMNS);
        const json_t *value = at_path(here, table->columns[i], line->part);
        const double wanted = json_is_number(value) ? json_number_value(value) : 0.0;
        if (line->value[i] == wanted) continue;
        fail_msg("%s %s, part %d: %.10g, not %.10g", line->id, table->columns[i], line->part,
                 wanted, line->value[i]);
    }
}

static json_t *reference(void)
{
    json_error_t error;
    json_t *root = json_load_file(file, 0, &error);
    if (!root) fail_msg("%s: %s", file, error.text);
    return root;
}

static void every_value_is_that_of_the_file(void **state)
{
    (void)state;
    json_t *root = reference();
    const json_t *cases = json_object_get(root, "cases");
    for (size_t t = 0; t < n_exact_textbook; t++)
        for (size_t i = 0; i < exact_textbook[t].n; i++)
            assert_same_line(cases, &exact_textbook[t], &exact_textbook[t].cases[i]);
    for (size_t t = 0; t < n_exact_days; t++)
        for (size_t i = 0; i < exact_days[t].n; i++)
            assert_same_line(cases, &exact_days[t], &exact_days[t].cases[i]);
    json_decref(root);
}

static bool tables_have(const struct exact_table *tables, size_t n, const char *id)
{
    for (size_t t = 0; t < n; t++)
        for (size_t i = 0; i < tables[t].n; i++)
            if (strcmp(tables[t].cases[i].id, id) == 0) return true;
    return false;
}

static void every_case_that_can_be_simulated_is_there(void **state)
{
    (void)state;
    json_t *root = reference(), *here;
    size_t i;
    json_array_foreach(json_object_get(root, "cases"), i, here)
    {
        const char *oracle = json_string_value(json_object_get(here, "oracle"));
        const char *id = json_string_value(json_object_get(here, "id"));
        bool wanted = true;
        for (size_t j = 0; j < sizeof without_tests / sizeof without_tests[0]; j++)
            if (strcmp(oracle, without_tests[j]) == 0) wanted = false;
        const bool found = tables_have(exact_textbook, n_exact_textbook, id) ||
                           tables_have(exact_days, n_exact_days, id);
        if (found != wanted) fail_msg("%s %s: %s", oracle, id, found ? "found" : "missing");
    }
    json_decref(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_is_that_of_the_file),
        cmocka_unit_test(every_case_that_can_be_simulated_is_there),
    };
    FILE *there = fopen(file, "r");
    if (!there) {
        printf("skipped: no %s\n", file);
        return SKIPPED;
    }
    fclose(there);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
