/* Tests of the report on the screen: headline, intervals beside numbers, width, both languages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/report_text.h"
#include "tests/fake_report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#ifdef DECROCHE_BINARY_DIR
#define LOCALE_DIR DECROCHE_BINARY_DIR "/locale"
#else
#define LOCALE_DIR "locale"
#endif

enum { PAGE_MOST = 65536, SCREEN_LINES = 50 };

struct page_test {
    struct fake_report fake;
    char page[PAGE_MOST];
};

static int start(void **state)
{
    struct page_test *test = calloc(1, sizeof *test);
    assert_non_null(test);
    fake_report_start(&test->fake);
    *state = test;
    return 0;
}

static int end(void **state)
{
    free(*state);
    return 0;
}

static const char *written(struct page_test *test, const char *lang, bool full)
{
    FILE *out = fmemopen(test->page, PAGE_MOST - 1, "w");
    assert_non_null(out);
    report_text_write(out, &test->fake.report, words_start(lang, LOCALE_DIR), full);
    assert_false(ferror(out));
    fclose(out);
    return test->page;
}

static const char *page_in(struct page_test *test, const char *lang)
{
    return written(test, lang, false);
}

static const char *full_page(struct page_test *test)
{
    return written(test, "en", true);
}

static void assert_says(const char *page, const char *text)
{
    if (!strstr(page, text)) fail_msg("\"%s\" is missing in:\n%s", text, page);
}

static void assert_silent(const char *page, const char *text)
{
    if (strstr(page, text)) fail_msg("\"%s\" should not be in:\n%s", text, page);
}

static void
the_headline_comes_first_with_interval_definition_single_runs_and_target(void **state)
{
    const char *page = page_in(*state, "en");
    assert_ptr_equal(strstr(page,
                            "Roubaix-Tourcoing, octobre 2017\n\nAnswer rate: 84.3 % ± 0.4 "
                            "(calls answered, of calls offered); 8 single runs in 10: "
                            "82–86 %\n"),
                     page);
    assert_says(page, "\nTarget: answer rate, 85 % or more: missed on average; kept in ");
    assert_says(page,
                "wait of 9 in 10 at most, 10 min or less: met on average (4 min 05 s ± 8 s)");
}

static void the_period_of_a_run_is_told_in_the_readers_way(void **state)
{
    struct page_test *test = *state;
    const int start = 17440;
    int months = 1, days = 0, weeks = 0;
    struct sim_input input[] = { { "horizon.start", &fake_fields[4], &start, SIM_SET, 0 },
                                 { "horizon.months", &fake_fields[1], &months, SIM_SET, 0 },
                                 { "horizon.days", &fake_fields[1], &days, SIM_SET, 0 },
                                 { "horizon.weeks", &fake_fields[1], &weeks, SIM_SET, 0 } };
    const struct sim_inputs inputs = { input, 4 };
    test->fake.report.inputs = &inputs;
    assert_says(page_in(test, "en"), "\n20 runs, each: 1 month from 2017-10-01\n");
    assert_says(test->page, "; 8 single months in 10: 82–86 %\n");
    assert_says(test->page, " of single months (");
    assert_says(page_in(test, "fr"), "01/10/2017\n");
    months = 2, days = 10;
    assert_says(page_in(test, "en"), "each: 2 months and 10 days from 2017-10-01\n");
    assert_says(test->page, "; 8 single runs in 10: ");
    months = 0, days = 0, weeks = 2;
    assert_says(page_in(test, "en"), "each: 2 weeks from 2017-10-01\n");
}

static void assert_fits(char *page)
{
    for (char *line = strtok(page, "\n"); line; line = strtok(NULL, "\n")) {
        if (layout_width(line) > LAYOUT_WIDTH) fail_msg("too wide: %s", line);
        assert_int_not_equal(line[strlen(line) - 1], ' ');
    }
}

static void no_line_is_wider_than_the_screen_or_ends_in_blanks(void **state)
{
    static const char *const langs[] = { "en", "fr" };
    struct page_test *test = *state;
    for (size_t i = 0; i < 4; i++) {
        written(test, langs[i % 2], i > 1);
        assert_fits(test->page);
    }
}

static size_t lines_of(const char *page)
{
    size_t n = 0;
    for (; (page = strchr(page, '\n')); page++)
        n++;
    return n;
}

static void the_page_is_one_screen_and_the_full_page_holds_more(void **state)
{
    const size_t screen = lines_of(page_in(*state, "en"));
    assert_true(screen <= SCREEN_LINES);
    assert_true(lines_of(page_in(*state, "fr")) <= SCREEN_LINES);
    assert_says(page_in(*state, "en"), "--full");
    assert_true(lines_of(full_page(*state)) > screen);
}

/* The part of the page between two headings. */
static char *part_of(const char *page, const char *from, const char *to, char *part,
                     size_t size)
{
    const char *start = strstr(page, from), *stop = start ? strstr(start, to) : NULL;
    assert_non_null(stop);
    snprintf(part, size, "%.*s", (int)(stop - start), start);
    return part;
}

static size_t rows_with_intervals(char *part)
{
    size_t rows = 0;
    for (char *line = strtok(part, "\n"); line; line = strtok(NULL, "\n")) {
        if (strncmp(line, "  ", 2) != 0 || line[2] == ' ') continue;
        if (!strstr(line, " ± ") && !strstr(line, " (")) fail_msg("no interval: %s", line);
        rows++;
    }
    return rows;
}

static void every_simulated_number_in_the_tables_has_its_interval(void **state)
{
    char part[PAGE_MOST];
    part_of(page_in(*state, "en"), "\nCalls ", "\n  Occupancy is", part, sizeof part);
    assert_int_equal(rows_with_intervals(part), 10);
    part_of(page_in(*state, "en"), "\nWhere it is worst", "\n\nA run", part, sizeof part);
    assert_int_equal(rows_with_intervals(part), 3); /* half-hour, weekday, line */
    part_of(full_page(*state), "\nCalls ", "\nZero in every run", part, sizeof part);
    assert_int_equal(rows_with_intervals(part), 11);
}

/* Every word of the definition stands in the row of the label or in the lines that go on. */
static void assert_defined(const char *page, const char *label, const char *definition)
{
    char start[256], row[2048], word[64];
    size_t used = 0;
    snprintf(start, sizeof start, "\n  %s ", label);
    const char *line = strstr(page, start);
    if (!line) {
        fail_msg("no row of \"%s\" in:\n%s", label, page);
        return;
    }
    line++;
    do {
        const size_t bytes = strcspn(line, "\n");
        used += (size_t)snprintf(row + used, sizeof row - used, "%.*s\n", (int)bytes, line);
        line += bytes + 1;
    } while (strncmp(line, "                    ", 20) == 0);
    for (int n; sscanf(definition, " %63s%n", word, &n) == 1; definition += n)
        if (!strstr(row, word)) fail_msg("\"%s\" is missing in:\n%s", word, row);
}

static void every_measure_shown_has_its_definition_in_its_row(void **state)
{
    struct page_test *test = *state;
    static const size_t shown[] = { FAKE_RATE,     FAKE_ATTEMPTS, FAKE_ANSWERED,  FAKE_LOST,
                                    FAKE_WAIT,     FAKE_P90,      FAKE_OCCUPANCY, FAKE_TALK,
                                    FAKE_PER_NEED, FAKE_CLOSURE };
    page_in(test, "en");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        assert_defined(test->page, fake_measures[shown[i]].label,
                       fake_measures[shown[i]].definition);
    full_page(test);
    for (size_t i = 0; i < FAKE_MEASURES; i++)
        if (!isnan(test->fake.overall[i].value))
            assert_defined(test->page, fake_measures[i].label, fake_measures[i].definition);
    assert_silent(test->page, "\n  call-backs");
}

static void definitions_name_the_threshold_of_the_scenario(void **state)
{
    struct page_test *test = *state;
    struct sim_measure measures[FAKE_MEASURES];
    const double within = 30;
    struct sim_input input = { "service_level.within", &fake_fields[0], &within, SIM_SET, 0 };
    const struct sim_inputs inputs = { &input, 1 };
    memcpy(measures, fake_measures, sizeof measures);
    measures[FAKE_RATE].definition = "answered within threshold / offered";
    test->fake.results.measures = measures;
    test->fake.report.inputs = &inputs;
    assert_says(page_in(test, "en"), "(answered within 30 s / offered)");
    assert_says(page_in(test, "fr"), "30\u202Fs");
}

static void what_is_nought_in_every_run_takes_one_line(void **state)
{
    struct page_test *test = *state;
    test->fake.overall[FAKE_LOST] = (struct sim_estimate){ 0, 0, 0, 0, 0 };
    assert_says(page_in(test, "en"), "\n  Zero in every run: needs lost\n");
    assert_silent(test->page, "cut off");
    assert_defined(full_page(test), "cut off", "callers cut off at closing");
}

static void a_skewed_measure_shows_low_and_high(void **state)
{
    assert_says(page_in(*state, "en"), "41 s (38–46 s)");
}

static void the_spread_of_single_runs_is_never_called_a_forecast(void **state)
{
    const char *page = page_in(*state, "en");
    assert_says(page, "8 single\n");
    assert_says(page, "no forecast");
}

static void a_level_that_wears_people_out_has_a_note_under_the_table(void **state)
{
    struct page_test *test = *state;
    assert_says(page_in(test, "en"), "\n  Occupancy is above 85 %");
    assert_says(test->page, "\n  Talk hours: 2 to 3 h a day were observed");
    test->fake.overall[FAKE_OCCUPANCY] = fake_estimate(0.80, 0.01);
    test->fake.overall[FAKE_TALK] = fake_estimate(5.4, 0.1);
    assert_silent(page_in(test, "en"), "Occupancy is above");
    assert_says(test->page, "\n  Talk hours: above 5 h a day, too much for one person");
}

static void only_what_is_clearly_worse_than_the_whole_is_named(void **state)
{
    struct page_test *test = *state;
    assert_says(page_in(test, "en"), "\n  half-hour  10:00               67.4 % ± 0.3");
    assert_says(test->page, "\n  weekday    Thursday            70.8 % ± 0.4");
    assert_says(test->page, "\n  line       Tourcoing           77.6 % ± 0.4");
    for (size_t cell = 0; cell < FAKE_CELLS; cell++) {
        test->fake.cells[FAKE_WEEKDAY][cell * FAKE_MEASURES + FAKE_RATE] =
            test->fake.overall[FAKE_RATE];
        test->fake.cells[FAKE_WEEKDAY][cell * FAKE_MEASURES + FAKE_RATE].value -= 0.003;
    }
    assert_silent(page_in(test, "en"), "Thursday");
    assert_says(test->page, "\n  No clear difference by weekday.\n");
}

static void a_full_page_has_a_table_for_each_axis_that_cuts(void **state)
{
    struct page_test *test = *state;
    const char *page = full_page(test);
    assert_says(page, "\nBy line\n");
    assert_says(page, "\n  Roubaix, côté gare   80.9 % ± 0.4   ");
    assert_says(page, "\n  Monday ");
    assert_says(page, "\n  08:30 ");
    assert_silent(page, "2017-10-02");
    assert_silent(page, "\n  empty");
    assert_silent(page_in(test, "en"), "By line");
    struct sim_axis alone = fake_axes[FAKE_LINE];
    alone.n = 1;
    test->fake.results.axes = &alone;
    test->fake.results.n_axes = 1;
    assert_silent(full_page(test), "By line");
}

static void an_interruption_is_marked_at_both_ends(void **state)
{
    struct page_test *test = *state;
    test->fake.results.interrupted = true;
    test->fake.results.n_asked = 100;
    const char *page = page_in(test, "en");
    const char *mark = "*** INTERRUPTED after 20 of 100 runs";
    assert_ptr_equal(strstr(page, mark), page);
    const char *second = strstr(page + 1, mark);
    assert_non_null(second);
    assert_string_equal(strchr(second, '\n'), "\n");
}

static void one_run_says_once_that_it_has_no_interval(void **state)
{
    struct page_test *test = *state;
    fake_report_once(&test->fake);
    const char *page = page_in(test, "en");
    assert_ptr_equal(strstr(page, "One run only: no intervals"), page);
    assert_says(page, "\nAnswer rate: 84.3 % (calls answered, of calls offered)\n");
    assert_silent(page, "±");
    assert_silent(page, "8 single");
    assert_silent(page, "Where it is worst");
    assert_says(page, "1 run, seed 1");
    assert_silent(full_page(test), "±");
    assert_fits(test->page);
}

static void no_run_at_all_still_makes_a_page(void **state)
{
    struct page_test *test = *state;
    test->fake.results.n_done = 0;
    test->fake.results.interrupted = true;
    for (size_t i = 0; i < FAKE_MEASURES; i++)
        test->fake.overall[i].value = NAN;
    assert_says(page_in(test, "en"), "No run was finished");
}

static void missing_parts_are_done_without(void **state)
{
    struct page_test *test = *state;
    test->fake.results.n_measures = 0;
    test->fake.results.n_axes = 0;
    test->fake.report.inputs = NULL;
    test->fake.report.title = test->fake.report.sha256 = NULL;
    assert_ptr_equal(strstr(page_in(test, "en"), "nord/2017\n"), test->page);
}

static void the_page_ends_with_what_is_needed_to_repeat_it(void **state)
{
    struct page_test *test = *state;
    test->fake.results.seed = UINT64_MAX;
    const char *page = page_in(test, "en");
    assert_says(page,
                "\nInputs, set: 3, inherited: 3, by default: 3 (given by the centre: 1, ");
    assert_says(page,
                "\n20 runs, seed 18446744073709551615, decroche 0.1.0, scenario nord/2017, "
                "sha256 0123456789ab\n");
}

static void french_pages_have_french_words_commas_and_hours(void **state)
{
    const char *page = page_in(*state, "fr");
    assert_says(page, "84,3\u202F% ± 0,4");
    assert_says(page, "16\u202F243 ± 312");
    assert_silent(page, "84.3");
    assert_says(page, "10\u202Fh\u202F00");
    if (strcmp(words_text("Needs"), "Needs") == 0) skip();
    assert_says(page, "Besoins\n");
    assert_says(page, "Jeudi");
    assert_says(page, ")\u202F; 8 simulations sur 10");
    assert_silent(page, "definition");
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(the_headline_comes_first_with_interval_definition_single_runs_and_target),
        PAGE_TEST(the_period_of_a_run_is_told_in_the_readers_way),
        PAGE_TEST(no_line_is_wider_than_the_screen_or_ends_in_blanks),
        PAGE_TEST(the_page_is_one_screen_and_the_full_page_holds_more),
        PAGE_TEST(every_simulated_number_in_the_tables_has_its_interval),
        PAGE_TEST(every_measure_shown_has_its_definition_in_its_row),
        PAGE_TEST(definitions_name_the_threshold_of_the_scenario),
        PAGE_TEST(what_is_nought_in_every_run_takes_one_line),
        PAGE_TEST(a_skewed_measure_shows_low_and_high),
        PAGE_TEST(the_spread_of_single_runs_is_never_called_a_forecast),
        PAGE_TEST(a_level_that_wears_people_out_has_a_note_under_the_table),
        PAGE_TEST(only_what_is_clearly_worse_than_the_whole_is_named),
        PAGE_TEST(a_full_page_has_a_table_for_each_axis_that_cuts),
        PAGE_TEST(an_interruption_is_marked_at_both_ends),
        PAGE_TEST(one_run_says_once_that_it_has_no_interval),
        PAGE_TEST(no_run_at_all_still_makes_a_page),
        PAGE_TEST(missing_parts_are_done_without),
        PAGE_TEST(the_page_ends_with_what_is_needed_to_repeat_it),
        PAGE_TEST(french_pages_have_french_words_commas_and_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
