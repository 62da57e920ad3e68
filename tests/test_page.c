/* Tests of the page with the measures, lines, reasons and half-hours of a whole contact centre.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/flow/counts.h"
#include "plots/layout.h"
#include "plots/page.h"
#include "plots/report_text.h"
#include "plots/sections.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifdef DECROCHE_BINARY_DIR
#define LOCALE_DIR DECROCHE_BINARY_DIR "/locale"
#else
#define LOCALE_DIR "locale"
#endif

enum { MEASURES_MOST = 128, CELLS_MOST = 16, PAGE_MOST = 65536, RUNS = 40 };

static const char *const langs[] = { "en", "fr" };

static const char *const cells[] = { "08:30", "09:00", "09:30", "10:00", "10:30", "11:00",
                                     "11:30", "12:00", "13:30", "14:00", "14:30", "15:00",
                                     "15:30", "16:00", "16:30", "17:00" };
static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday" };
static const char *const titles[] = {
    "Roubaix-Ville, service de prévention et d'action sociale",
    "Roubaix-Hem",
    "Roubaix-Wasquehal",
    "Roubaix-Croix",
    "Tourcoing-Neuville",
    "Tourcoing-Mouvaux",
    "Wattrelos-Leers",
    "Halluin"
};

/* In the order of enum axis. */
static const struct sim_axis axes[] = { { "line", cells, titles, 8, SIM_FOR_ALL },
                                        { "reason", cells, titles, 6, SIM_FOR_ALL },
                                        { "group", cells, titles, 2, SIM_FOR_ALL },
                                        { "weekday", days, NULL, 5, SIM_FOR_ALL },
                                        { "half_hour", cells, NULL, 16, SIM_FOR_ALL } };
enum { AXES = sizeof axes / sizeof *axes };

struct centre {
    struct sim_results results;
    struct report report;
    struct sim_estimate overall[MEASURES_MOST], cells[AXES][CELLS_MOST * MEASURES_MOST];
    struct sim_estimate *by[AXES];
    double over[RUNS * MEASURES_MOST], under[RUNS * MEASURES_MOST];
    char page[PAGE_MOST];
};

static struct sim_estimate estimate(double value)
{
    return (struct sim_estimate){ value, 0.99 * value, 1.01 * value, 0.92 * value,
                                  1.08 * value };
}

static double usual(const struct sim_measure *measure, size_t index)
{
    switch (measure->show) {
    case SIM_SHOW_COUNT:
        return 16243 + (double)index;
    case SIM_SHOW_SHARE:
        return 0.843 - 0.001 * (double)index;
    case SIM_SHOW_SECONDS:
        return 95;
    case SIM_SHOW_NUMBER:
        break;
    }
    return 4.76;
}

/* One cell of each axis is clearly worse than the whole, all others are as the whole. */
static int start(void **state)
{
    static const struct report_target target = { "answer_rate", true, 0.85 };
    struct centre *self = calloc(1, sizeof *self);
    assert_non_null(self);
    assert_true(n_centre_measures <= MEASURES_MOST);
    for (size_t i = 0; i < n_centre_measures; i++)
        self->overall[i] = estimate(usual(&centre_measures[i], i));
    for (size_t axis = 0; axis < AXES; axis++) {
        self->by[axis] = self->cells[axis];
        for (size_t i = 0; i < axes[axis].n * n_centre_measures; i++) {
            const struct sim_estimate *whole = &self->overall[i % n_centre_measures];
            const bool rate = centre_measures[i % n_centre_measures].better == SIM_HIGHER;
            const bool worst = i / n_centre_measures == 0;
            self->cells[axis][i] = worst ? estimate(whole->value * (rate ? 0.8 : 1.2)) : *whole;
        }
    }
    self->results = (struct sim_results){ .seed = 1,
                                          .n_asked = RUNS,
                                          .n_done = RUNS,
                                          .measures = centre_measures,
                                          .n_measures = n_centre_measures,
                                          .overall = self->overall,
                                          .axes = axes,
                                          .n_axes = AXES,
                                          .by = self->by,
                                          .over = self->over,
                                          .under = self->under };
    self->report = (struct report){ .results = &self->results,
                                    .program = "decroche",
                                    .version = "0.1.0",
                                    .title = "Roubaix-Tourcoing, octobre 2017",
                                    .name = "nord/2017",
                                    .sha256 = "0123456789abcdef",
                                    .targets = &target,
                                    .n_targets = 1 };
    *state = self;
    return 0;
}

static int end(void **state)
{
    free(*state);
    return 0;
}

static char *page_in(struct centre *self, const char *lang, bool full)
{
    FILE *out = fmemopen(self->page, PAGE_MOST - 1, "w");
    assert_non_null(out);
    report_text_write(out, &self->report, words_start(lang, LOCALE_DIR), full);
    assert_false(ferror(out));
    fclose(out);
    return self->page;
}

/* Here with all that a scenario may have; most have less, and take less room. */
static void a_whole_centre_fits_one_screen_in_both_languages(void **state)
{
    for (size_t i = 0; i < 2; i++) {
        size_t lines = 0;
        for (const char *at = page_in(*state, langs[i], false); (at = strchr(at, '\n')); at++)
            lines++;
        if (lines > 74) fail_msg("%zu lines in %s", lines, langs[i]);
    }
}

static void no_page_is_wider_than_the_screen(void **state)
{
    for (size_t i = 0; i < 4; i++)
        for (char *line = strtok(page_in(*state, langs[i % 2], i > 1), "\n"); line;
             line = strtok(NULL, "\n"))
            if (layout_width(line) > LAYOUT_WIDTH) fail_msg("too wide: %s", line);
}

static void the_worst_cell_of_every_axis_is_named(void **state)
{
    static const char *const rows[] = { "\n  half-hour  08:30 ", "\n  weekday    Monday ",
                                        "\n  line       Roubaix-Ville, service de prév",
                                        "\n  reason     Roubaix-Ville, service de prév",
                                        "\n  group      Roubaix-Ville, service de prév" };
    const char *page = page_in(*state, "en", false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strstr(page, rows[i])) fail_msg("\"%s\" is missing in:\n%s", rows[i], page);
    assert_null(strstr(page, "No clear difference"));
}

static void a_rate_that_repeats_another_makes_room_for_others(void **state)
{
    struct centre *self = *state;
    const size_t offered = sim_results_measure(&self->results, "answer_rate");
    const size_t attempts = sim_results_measure(&self->results, "answer_rate_attempts");
    assert_non_null(strstr(page_in(self, "en", false), "\nAnswer rate, attempts: "));
    self->overall[attempts] = self->overall[offered];
    assert_null(strstr(page_in(self, "en", false), "nswer rate, attempts"));
    assert_non_null(strstr(page_in(self, "en", true), "\n  answer rate, attempts "));
}

/* Two measures of one name could not be told apart; a long name would leave no room. */
static void labels_are_short_and_differ(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < 2; lang++) {
        words_start(langs[lang], LOCALE_DIR);
        for (size_t i = 0; i < n_centre_measures; i++) {
            const char *label = page_label(&centre_measures[i]);
            if (layout_width(label) > 30) fail_msg("too long: %s", label);
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(label, page_label(&centre_measures[j]));
        }
    }
}

static void every_measure_has_its_section_and_its_definition(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_centre_measures; i++) {
        assert_non_null(centre_measures[i].definition);
        if (strcmp(centre_measures[i].name, "busyness") != 0 &&
            !section_has(centre_measures[i].name))
            fail_msg("%s has no section", centre_measures[i].name);
    }
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(a_whole_centre_fits_one_screen_in_both_languages),
        PAGE_TEST(no_page_is_wider_than_the_screen),
        PAGE_TEST(the_worst_cell_of_every_axis_is_named),
        PAGE_TEST(a_rate_that_repeats_another_makes_room_for_others),
        PAGE_TEST(labels_are_short_and_differ),
        PAGE_TEST(every_measure_has_its_section_and_its_definition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
