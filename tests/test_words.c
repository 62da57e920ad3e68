/* Tests of what people read: languages, numbers, durations, faults, the width of lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/layout.h"
#include "plots/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#ifdef DECROCHE_BINARY_DIR
#define LOCALE_DIR DECROCHE_BINARY_DIR "/locale"
#else
#define LOCALE_DIR "locale"
#endif

static const struct words english = { false }, french = { true };

static const struct sim_measure share = { .unit = "1", .show = SIM_SHOW_SHARE };
static const struct sim_measure count = { .unit = "calls", .show = SIM_SHOW_COUNT };
static const struct sim_measure wait = { .unit = "s", .show = SIM_SHOW_SECONDS };
static const struct sim_measure ratio = { .unit = "calls", .show = SIM_SHOW_NUMBER };
static const struct sim_measure euros = { .unit = "EUR", .show = SIM_SHOW_NUMBER };

static void the_environment_chooses_the_language_as_gettext_would(void **state)
{
    (void)state;
    const struct {
        struct words_environment environment;
        const char *lang;
    } cases[] = {
        { { NULL, NULL, NULL, NULL }, "en" },
        { { NULL, NULL, NULL, "fr_FR.UTF-8" }, "fr" },
        { { NULL, NULL, "fr_BE", "en_GB.UTF-8" }, "fr" },
        { { NULL, "en_GB.UTF-8", "fr_FR", "fr_FR" }, "en" },
        { { "fr", NULL, NULL, "C.UTF-8" }, "fr" },
        { { "fr:en", NULL, NULL, NULL }, "fr" },
        { { "en:fr", NULL, NULL, "fr_FR.UTF-8" }, "en" },
        { { "fr", "C", NULL, NULL }, "en" },
        { { "", "", "", "fr" }, "fr" },
        { { NULL, NULL, NULL, "fro_FR" }, "en" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(words_lang(cases[i].environment), cases[i].lang);
}

static void only_french_and_english_can_be_asked_for(void **state)
{
    (void)state;
    assert_true(words_lang_is_known("fr"));
    assert_true(words_lang_is_known("en"));
    assert_false(words_lang_is_known("de"));
    assert_false(words_lang_is_known(NULL));
}

static void the_language_of_messages_leaves_numbers_alone(void **state)
{
    char text[16];
    (void)state;
    assert_true(words_start("fr", LOCALE_DIR).french);
    snprintf(text, sizeof text, "%.1f", 0.5);
    assert_string_equal(text, "0.5");
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
    assert_string_equal(setlocale(LC_CTYPE, NULL), "C");
    assert_false(words_start("en", LOCALE_DIR).french);
}

static void messages_follow_the_language_where_the_catalogue_is_there(void **state)
{
    (void)state;
    words_start("fr", LOCALE_DIR);
    const char *translated = words_text("Needs");
    if (strcmp(translated, "Needs") == 0) skip();
    assert_string_equal(translated, "Besoins");
    words_start("en", LOCALE_DIR);
    assert_string_equal(words_text("Needs"), "Needs");
}

static void an_empty_message_is_not_the_header_of_the_catalogue(void **state)
{
    (void)state;
    words_start("fr", LOCALE_DIR);
    assert_string_equal(words_text(""), "");
    assert_string_equal(words_text(NULL), "");
    words_start("en", LOCALE_DIR);
}

static void thousands_and_decimals_are_parted_as_the_language_does(void **state)
{
    (void)state;
    assert_string_equal(number_plain(english, 16243.5, 1).text, "16,243.5");
    assert_string_equal(number_plain(french, 16243.5, 1).text, "16\u202F243,5");
    assert_string_equal(number_plain(english, 1234567, 0).text, "1,234,567");
    assert_string_equal(number_plain(english, 999, 0).text, "999");
    assert_string_equal(number_plain(english, -1234, 0).text, "−1,234");
    assert_string_equal(number_plain(english, -0.04, 1).text, "0.0");
    assert_string_equal(number_plain(english, NAN, 1).text, "–");
    assert_string_equal(number_plain(english, INFINITY, 1).text, "∞");
    assert_string_equal(number_plain(english, 2.5e200, 3).text, "2.5e+200");
    assert_string_equal(number_plain(french, -1e300, 3).text, "−1e+300");
}

static void a_half_width_decides_how_many_digits_are_shown(void **state)
{
    (void)state;
    assert_string_equal(number_show(english, &share, 0.84312, 0.0043).text, "84.3 %");
    assert_string_equal(number_show(english, &share, 0.84312, 0.03).text, "84 %");
    assert_string_equal(number_show(english, &share, 0.84312, 0.0002).text, "84.31 %");
    assert_string_equal(number_show(english, &count, 16243.4, 312).text, "16,243");
    assert_string_equal(number_show(english, &count, 3.24, 0.3).text, "3.2");
    assert_string_equal(number_show(english, &ratio, 1.3824, 0.021).text, "1.38");
    assert_string_equal(number_show(english, &euros, 36960, 120).text, "36,960 EUR");
    assert_string_equal(number_show(french, &euros, 36960, 120).text, "36\u202F960\u202F€");
    assert_string_equal(number_show(french, &share, 0.84312, NAN).text, "84,3\u202F%");
}

static void an_input_is_shown_in_the_fewest_digits(void **state)
{
    (void)state;
    assert_string_equal(number_input(english, SIM_SECONDS, 200).text, "3 min 20 s");
    assert_string_equal(number_input(english, SIM_SECONDS, 240).text, "4 min");
    assert_string_equal(number_input(english, SIM_SECONDS, 0.5).text, "0.5 s");
    assert_string_equal(number_input(english, SIM_SECONDS, 3600).text, "1 h");
    assert_string_equal(number_input(french, SIM_SECONDS, 15 * 86400.0).text, "15\u202Fj");
    assert_string_equal(number_input(french, SIM_SHARE, 0.125).text, "12,5\u202F%");
    assert_string_equal(number_input(french, SIM_PER_HOUR, 94).text, "94\u202F/h");
    assert_string_equal(number_input(french, SIM_PLAIN, 0.1).text, "0,1");
    assert_string_equal(number_input(english, SIM_PEOPLE, 6.25).text, "6.25");
    assert_string_equal(number_input(english, SIM_EUROS, 24).text, "24 EUR");
    assert_string_equal(number_input(english, SIM_PER_HOUR, 1e-6).text, "0.000001 /h");
    assert_string_equal(number_input(english, SIM_SHARE, 0.0).text, "0 %");
    assert_string_equal(number_input(english, SIM_PEOPLE, 2.0 / 3.0).text, "0.67");
    assert_string_equal(number_input(english, SIM_SECONDS, NAN).text, "–");
    assert_string_equal(number_input(english, SIM_SECONDS, INFINITY).text, "∞");
}

static void an_exact_value_shows_no_digit_too_many(void **state)
{
    (void)state;
    assert_string_equal(number_show(english, &share, 0.85, 0).text, "85 %");
    assert_string_equal(number_show(english, &share, 0.29, 0).text, "29 %");
    assert_string_equal(number_show(english, &share, 0.855, 0).text, "85.5 %");
    assert_string_equal(number_show(english, &wait, 600, 0).text, "10 min");
    assert_string_equal(number_show(english, &wait, 7200, 0).text, "2 h");
    assert_string_equal(number_show(english, &wait, 90, 0).text, "1 min 30 s");
}

static void durations_are_told_in_the_unit_of_their_size(void **state)
{
    (void)state;
    assert_string_equal(number_show(english, &wait, 14.5, 0.5).text, "14.5 s");
    assert_string_equal(number_show(french, &wait, 14.5, 0.5).text, "14,5\u202Fs");
    assert_string_equal(number_show(english, &wait, 59.97, 0.5).text, "1 min 00 s");
    assert_string_equal(number_show(english, &wait, 245.2, 8).text, "4 min 05 s");
    assert_string_equal(number_show(english, &wait, 3599.6, 8).text, "1 h 00");
    assert_string_equal(number_show(english, &wait, 7800, 60).text, "2 h 10");
    assert_string_equal(number_show(french, &wait, 7800, 60).text, "2\u202Fh\u202F10");
    assert_string_equal(number_show(english, &wait, 449280, 9000).text, "5.2 d");
    assert_string_equal(number_show(french, &wait, 449280, 9000).text, "5,2\u202Fj");
    assert_string_equal(number_show(english, &wait, -90, 5).text, "−1 min 30 s");
}

static void assert_pair(struct words words, const struct sim_measure *measure,
                        struct sim_estimate estimate, const char *value, const char *margin)
{
    const struct number_pair pair = number_estimate(words, measure, &estimate);
    assert_string_equal(pair.value.text, value);
    assert_string_equal(pair.margin.text, margin);
}

static void an_estimate_has_its_interval_beside_it(void **state)
{
    (void)state;
    assert_pair(english, &share, (struct sim_estimate){ 0.843, 0.839, 0.847, 0, 0 }, "84.3 %",
                "± 0.4");
    assert_pair(french, &count, (struct sim_estimate){ 16243, 14931, 17555, 0, 0 },
                "16\u202F243", "± 1\u202F312");
    assert_pair(english, &wait, (struct sim_estimate){ 245, 242, 248, 0, 0 }, "4 min 05 s",
                "± 3 s");
    assert_pair(english, &wait, (struct sim_estimate){ 500, 420, 580, 0, 0 }, "8 min 20 s",
                "± 1 min 20 s");
    assert_pair(english, &wait, (struct sim_estimate){ 7800, 7560, 8040, 0, 0 }, "2 h 10",
                "± 4 min");
    assert_pair(english, &wait, (struct sim_estimate){ 20000, 15000, 25000, 0, 0 }, "5 h 33",
                "± 1 h 23");
    assert_pair(english, &wait, (struct sim_estimate){ 432000, 423360, 440640, 0, 0 }, "5.0 d",
                "± 0.1");
}

static void a_lopsided_interval_shows_both_its_ends(void **state)
{
    (void)state;
    assert_pair(english, &wait, (struct sim_estimate){ 41, 38, 46, 0, 0 }, "41 s", "(38–46 s)");
    assert_pair(french, &share, (struct sim_estimate){ 0.99, 0.95, 1, 0, 0 }, "99\u202F%",
                "(95–100\u202F%)");
}

static void a_half_width_never_rounds_to_nought(void **state)
{
    (void)state;
    assert_pair(english, &share, (struct sim_estimate){ 0.5, 0.499999, 0.500001, 0, 0 },
                "50.00 %", "± 0.01");
    assert_pair(english, &count, (struct sim_estimate){ 0, 0, 0, 0, 0 }, "0", "± 0");
}

static void what_is_undefined_is_a_dash(void **state)
{
    (void)state;
    assert_pair(english, &share, (struct sim_estimate){ NAN, NAN, NAN, NAN, NAN }, "–", "");
    assert_pair(english, &share, (struct sim_estimate){ 0.843, NAN, NAN, NAN, NAN }, "84.3 %",
                "± –");
    assert_string_equal(number_range(english, &share, NAN, 1).text, "–");
}

static void a_range_names_its_unit_once_where_it_can(void **state)
{
    (void)state;
    assert_string_equal(number_range(english, &share, 0.812, 0.86).text, "81–86 %");
    assert_string_equal(number_range(english, &count, 14900, 17800).text, "14,900–17,800");
    assert_string_equal(number_range(english, &wait, 38, 46).text, "38–46 s");
    assert_string_equal(number_range(english, &wait, 38, 72).text, "38 s – 1 min 12 s");
    assert_string_equal(number_range(english, &wait, 345600, 518400).text, "4.0–6.0 d");
}

/* What a function writes, as a text. */
#define WRITTEN(buffer, call)                                                                  \
    do {                                                                                       \
        memset((buffer), 0, sizeof(buffer));                                                   \
        FILE *out = fmemopen((buffer), sizeof(buffer) - 1, "w");                               \
        assert_non_null(out);                                                                  \
        call;                                                                                  \
        fclose(out);                                                                           \
    } while (0)

static void a_fault_says_where_what_got_and_wanted(void **state)
{
    char text[512];
    (void)state;
    words_start("en", LOCALE_DIR);
    const struct sim_fault fault = {
        SIM_INPUT, "nord/2017.cfg",  41,  "shifts.[1].start", "starts before opening",
        "08:00",   "08:30 or later", NULL
    };
    WRITTEN(text, words_fault(out, &fault));
    assert_string_equal(text, "nord/2017.cfg:41: shifts.[1].start: starts before opening "
                              "(got 08:00, wanted 08:30 or later)\n");
}

static void a_key_is_offered_and_advice_stands_as_it_is(void **state)
{
    char text[512];
    (void)state;
    words_start("en", LOCALE_DIR);
    struct sim_fault fault = { SIM_WARNING,   "a.cfg", 3,    NULL,
                               "unknown key", "agent", NULL, "agents" };
    WRITTEN(text, words_fault(out, &fault));
    assert_string_equal(
        text, "a.cfg:3: warning: unknown key (got agent); did you mean \"agents\"?\n");
    fault.hint = "use based_on, relative to its file";
    WRITTEN(text, words_fault(out, &fault));
    assert_non_null(strstr(text, "(got agent); use based_on, relative to its file\n"));
}

static void a_fault_of_the_machine_gives_its_reason(void **state)
{
    char text[512];
    (void)state;
    words_start("en", LOCALE_DIR);
    const struct sim_fault fault = { .severity = SIM_MACHINE,
                                     .file = "/dev/full",
                                     .what = "cannot be written",
                                     .got = "No space left on device" };
    WRITTEN(text, words_fault(out, &fault));
    assert_string_equal(text, "/dev/full: cannot be written: No space left on device\n");
}

static void what_was_got_cannot_move_the_cursor_or_fill_the_screen(void **state)
{
    char text[1024], got[300];
    (void)state;
    memset(got, 'x', sizeof got - 1);
    got[sizeof got - 1] = '\0';
    got[1] = '\033', got[2] = '\n';
    const struct sim_fault fault = { .severity = SIM_INPUT, .what = "bad", .got = got };
    WRITTEN(text, words_fault(out, &fault));
    assert_non_null(strstr(text, "x??x"));
    assert_true(layout_width(text) < 100);
    assert_non_null(strstr(text, "…)"));
}

static void a_list_of_faults_ends_with_a_count(void **state)
{
    char text[1024];
    struct sim_faults faults = { 0 };
    (void)state;
    words_start("en", LOCALE_DIR);
    WRITTEN(text, words_faults(out, &faults));
    assert_string_equal(text, "");
    sim_faults_add(&faults, (struct sim_fault){ .severity = SIM_INPUT, .what = "one" });
    sim_faults_add(&faults, (struct sim_fault){ .severity = SIM_INPUT, .what = "two" });
    sim_faults_add(&faults, (struct sim_fault){ .severity = SIM_WARNING, .what = "three" });
    WRITTEN(text, words_faults(out, &faults));
    assert_string_equal(text, "one\ntwo\nwarning: three\n2 faults, 1 warning\n");
    sim_faults_memory(&faults);
    WRITTEN(text, words_faults(out, &faults));
    assert_non_null(strstr(text, "memory has run out\n3 faults, 1 warning\n"));
    sim_faults_close(&faults);
}

static void accents_take_one_column(void **state)
{
    char text[256];
    (void)state;
    assert_int_equal(layout_width("décroché"), 8);
    assert_int_equal(layout_longest_word("taux de décroché"), 8);
    WRITTEN(text, layout_left(out, "décroché", 10));
    assert_string_equal(text, "décroché  ");
    WRITTEN(text, layout_right(out, "décroché", 10));
    assert_string_equal(text, "  décroché");
    WRITTEN(text, layout_left(out, "décroché", 4));
    assert_string_equal(text, "déc…");
}

static void long_lines_are_wrapped_at_spaces(void **state)
{
    char text[1024] = "", long_text[600] = "";
    (void)state;
    for (int i = 0; i < 50; i++)
        strcat(long_text, "décroché ");
    WRITTEN(text, layout_wrap(out, long_text, 0, 4));
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        assert_true(layout_width(line) <= LAYOUT_WIDTH);
        assert_true(line[strlen(line) - 1] != ' ');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_chooses_the_language_as_gettext_would),
        cmocka_unit_test(only_french_and_english_can_be_asked_for),
        cmocka_unit_test(the_language_of_messages_leaves_numbers_alone),
        cmocka_unit_test(messages_follow_the_language_where_the_catalogue_is_there),
        cmocka_unit_test(an_empty_message_is_not_the_header_of_the_catalogue),
        cmocka_unit_test(thousands_and_decimals_are_parted_as_the_language_does),
        cmocka_unit_test(a_half_width_decides_how_many_digits_are_shown),
        cmocka_unit_test(an_input_is_shown_in_the_fewest_digits),
        cmocka_unit_test(an_exact_value_shows_no_digit_too_many),
        cmocka_unit_test(durations_are_told_in_the_unit_of_their_size),
        cmocka_unit_test(an_estimate_has_its_interval_beside_it),
        cmocka_unit_test(a_lopsided_interval_shows_both_its_ends),
        cmocka_unit_test(a_half_width_never_rounds_to_nought),
        cmocka_unit_test(what_is_undefined_is_a_dash),
        cmocka_unit_test(a_range_names_its_unit_once_where_it_can),
        cmocka_unit_test(a_fault_says_where_what_got_and_wanted),
        cmocka_unit_test(a_key_is_offered_and_advice_stands_as_it_is),
        cmocka_unit_test(a_fault_of_the_machine_gives_its_reason),
        cmocka_unit_test(what_was_got_cannot_move_the_cursor_or_fill_the_screen),
        cmocka_unit_test(a_list_of_faults_ends_with_a_count),
        cmocka_unit_test(accents_take_one_column),
        cmocka_unit_test(long_lines_are_wrapped_at_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
