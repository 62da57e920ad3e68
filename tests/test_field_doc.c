/* The reference of keys, printed from the table that declares them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scenarios/field_doc.h"
#include "tests/small_world.h"

/* What a documentation function printed, in place of a file. */
struct page {
    char *text;
    size_t size;
    FILE *out;
};

static void page_open(struct page *self)
{
    self->out = open_memstream(&self->text, &self->size);
    assert_non_null(self->out);
}

static void page_expect(struct page *self, const char *part)
{
    fflush(self->out);
    if (!strstr(self->text, part)) fail_msg("no \"%s\" in:\n%s", part, self->text);
}

static void page_close(struct page *self)
{
    fclose(self->out);
    sim_release(self->text);
}

static void the_reference_tells_each_key_with_its_range_and_default(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    field_doc_all(page.out, &world_fields);
    page_expect(&page,
                "A world.\n\ntitle\n    a text in quotes; 1 to 8 letters; must be given\n");
    page_expect(&page, "patience\n    a group { ... }\n  law\n      one of \"exponential\", "
                       "\"lognormal\", \"weibull\"; default: lognormal (assumed)\n");
    page_expect(&page, "  mean\n      a duration such as \"4 min\"; 1 s to 1 h; default: 4 min "
                       "(read elsewhere)\n      How long callers wait on average.\n");
    page_expect(&page, "  cv\n      a number such as 0.5; default: none (assumed)\n");
    page_expect(&page, "profile\n    one or more of: a share such as \"85 %\"; 0 % to 100 %;");
    page_expect(&page, "  message\n      a duration such as \"4 min\"; at least 0 s;");
    page_expect(&page, "teams\n    a list of groups ( { ... }, { ... } ); 1 to 3 elements\n");
    page_close(&page);
}

static void a_key_is_found_by_its_path_with_elements_or_without(void **state)
{
    (void)state;
    static const char *const paths[] = { "patience.mean",        "patience",
                                         "teams.agents",         "teams.<name>.agents",
                                         "teams.accueil.agents", "hours.[0].open",
                                         "teams.accueil",        "hours" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct page page;
        struct sim_arena arena = { 0 };
        const char *nearest;
        page_open(&page);
        if (!field_doc_key(page.out, &world_fields, paths[i], &arena, &nearest))
            fail_msg("%s", paths[i]);
        page_expect(&page, paths[i]);
        page_close(&page);
        sim_arena_close(&arena);
    }
}

static void an_unknown_key_gets_the_nearest_path(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "patience.maen", "patience.mean" },
        { "patiance.mean", "patience" },
        { "mean", "patience.mean" },
        { "teams.agnets", "teams.agents" },
        { "open", "hours.open" },
        { "title.x", NULL },
        { "nothing.like.it", NULL },
        { "", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct page page;
        struct sim_arena arena = { 0 };
        const char *nearest;
        page_open(&page);
        assert_false(field_doc_key(page.out, &world_fields, rows[i][0], &arena, &nearest));
        assert_string_equal(nearest ? nearest : "-", rows[i][1] ? rows[i][1] : "-");
        page_close(&page);
        sim_arena_close(&arena);
    }
}

static void the_markdown_has_a_section_for_each_group(void **state)
{
    (void)state;
    struct page page;
    page_open(&page);
    field_doc_markdown(page.out, &world_fields);
    page_expect(&page, "# The keys of a scenario\n\nA world.\n\n| key | what is written |");
    page_expect(&page, "| `title` | a text in quotes; 1 to 8 letters | must be given | What "
                       "a\\|b means. |\n");
    page_expect(&page, "\n## `patience`\n\nPatience.\n\n");
    page_expect(&page, "\n## `teams.<name>`\n");
    page_expect(&page, "\n## `hours.[i]`\n");
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reference_tells_each_key_with_its_range_and_default),
        cmocka_unit_test(a_key_is_found_by_its_path_with_elements_or_without),
        cmocka_unit_test(an_unknown_key_gets_the_nearest_path),
        cmocka_unit_test(the_markdown_has_a_section_for_each_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
