/* Tests of the results as JSON: what is in it, read back, and the same bytes again.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/results_json.h"
#include "plots/words.h"
#include "tests/fake_report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>

struct json_test {
    struct fake_report fake;
    char *text; /* owned */
    size_t size;
    json_t *root; /* owned */
};

static int start(void **state)
{
    struct json_test *test = calloc(1, sizeof *test);
    assert_non_null(test);
    fake_report_start(&test->fake);
    *state = test;
    return 0;
}

static int end(void **state)
{
    struct json_test *test = *state;
    json_decref(test->root);
    free(test->text);
    free(test);
    return 0;
}

static void write_text(struct json_test *test)
{
    struct sim_faults faults = { 0 };
    free(test->text);
    FILE *out = open_memstream(&test->text, &test->size);
    assert_non_null(out);
    assert_true(results_json_write(out, &test->fake.report, &faults));
    fclose(out);
    assert_int_equal(faults.n, 0);
    sim_faults_close(&faults);
}

/* Writes and reads back; refuses a key that comes twice. */
static const json_t *read_back(struct json_test *test)
{
    json_error_t error;
    write_text(test);
    json_decref(test->root);
    test->root = json_loads(test->text, JSON_REJECT_DUPLICATES, &error);
    if (!test->root) fail_msg("line %d: %s", error.line, error.text);
    return test->root;
}

static const json_t *at(const json_t *object, const char *a, const char *b, const char *c)
{
    object = json_object_get(object, a);
    if (b) object = json_object_get(object, b);
    return c ? json_object_get(object, c) : object;
}

static void the_document_says_what_was_run(void **state)
{
    const json_t *root = read_back(*state);
    assert_int_equal(json_integer_value(at(root, "schema_version", NULL, NULL)), 1);
    assert_string_equal(json_string_value(at(root, "program", "name", NULL)), "decroche");
    assert_string_equal(json_string_value(at(root, "program", "version", NULL)), "0.1.0");
    assert_string_equal(json_string_value(at(root, "scenario", "name", NULL)), "nord/2017");
    assert_string_equal(json_string_value(at(root, "scenario", "sha256", NULL)),
                        "0123456789abcdef");
    assert_int_equal(json_integer_value(at(root, "seed", NULL, NULL)), 1);
    assert_int_equal(json_integer_value(at(root, "replications", NULL, NULL)), FAKE_RUNS);
    assert_null(at(root, "interrupted", NULL, NULL));
}

static void an_interruption_is_told_only_where_there_was_one(void **state)
{
    struct json_test *test = *state;
    test->fake.results.interrupted = true;
    assert_true(json_is_true(at(read_back(test), "interrupted", NULL, NULL)));
}

static void the_same_results_give_the_same_bytes_in_any_language(void **state)
{
    struct json_test *test = *state;
    write_text(test);
    char *first = strdup(test->text);
    words_start("fr", "locale");
    write_text(test);
    words_start("en", "locale");
    assert_string_equal(first, test->text);
    free(first);
    assert_int_equal(test->text[test->size - 1], '\n');
}

static void numbers_are_read_back_exactly(void **state)
{
    struct json_test *test = *state;
    test->fake.overall[FAKE_RATE].value = 0.1 + 0.2;
    const json_t *measure = at(read_back(test), "measures", "answer_rate", NULL);
    assert_true(json_real_value(at(measure, "value", NULL, NULL)) == 0.1 + 0.2);
    assert_true(json_real_value(at(measure, "p90", NULL, NULL)) ==
                test->fake.overall[FAKE_RATE].p90);
}

static void a_measure_carries_unit_direction_and_definition(void **state)
{
    const json_t *measures = at(read_back(*state), "measures", NULL, NULL);
    assert_int_equal(json_object_size(measures), FAKE_MEASURES);
    const json_t *wait = at(measures, "wait_answered_mean", NULL, NULL);
    assert_string_equal(json_string_value(at(wait, "unit", NULL, NULL)), "s");
    assert_string_equal(json_string_value(at(wait, "better", NULL, NULL)), "lower");
    assert_string_equal(json_string_value(at(measures, "answer_rate", "better", NULL)),
                        "higher");
    assert_string_equal(json_string_value(at(measures, "occupancy", "better", NULL)),
                        "neither");
    assert_string_equal(json_string_value(at(wait, "definition", NULL, NULL)),
                        "from the end of dialling to the answer");
}

static void what_is_undefined_is_null(void **state)
{
    struct json_test *test = *state;
    const json_t *root = read_back(test);
    assert_true(json_is_null(at(root, "measures", "callbacks", "value")));
    assert_true(
        json_is_null(at(at(root, "by", "line", "empty"), "answer_rate", "value", NULL)));
    fake_report_once(&test->fake);
    root = read_back(test);
    assert_true(json_is_real(at(root, "measures", "answer_rate", "value")));
    assert_true(json_is_null(at(root, "measures", "answer_rate", "low")));
    assert_true(json_is_null(at(root, "measures", "answer_rate", "p10")));
}

static void cells_hold_only_the_measures_of_their_axis(void **state)
{
    const json_t *by = at(read_back(*state), "by", NULL, NULL);
    assert_non_null(at(at(by, "line", "halluin", NULL), "needs_lost", "high", NULL));
    const json_t *monday = at(by, "weekday", "monday", NULL);
    assert_null(at(monday, "needs_lost", NULL, NULL));
    assert_int_equal(json_object_size(at(monday, "answer_rate", NULL, NULL)), 3);
    assert_non_null(at(by, "half_hour", "08:30", "answer_rate"));
}

static void dated_intervals_stay_out(void **state)
{
    const json_t *by = at(read_back(*state), "by", NULL, NULL);
    assert_int_equal(json_object_size(by), FAKE_AXES - 1);
    assert_null(at(by, "interval", NULL, NULL));
}

static void assert_input(const json_t *inputs, const char *path, const char *value,
                         const char *unit, const char *class, const char *origin)
{
    const json_t *input = at(inputs, path, NULL, NULL);
    char *text = json_dumps(at(input, "value", NULL, NULL), JSON_ENCODE_ANY | JSON_COMPACT);
    assert_non_null(text);
    assert_string_equal(text, value);
    free(text);
    const char *const keys[] = { "unit", "class", "origin" };
    const char *const wanted[] = { unit, class, origin };
    for (size_t i = 0; i < 3; i++) {
        const json_t *found = at(input, keys[i], NULL, NULL);
        assert_non_null(found);
        if (wanted[i])
            assert_string_equal(json_string_value(found), wanted[i]);
        else
            assert_true(json_is_null(found));
    }
}

static void inputs_keep_their_kind_unit_class_and_origin(void **state)
{
    const json_t *inputs = at(read_back(*state), "inputs", NULL, NULL);
    assert_int_equal(json_object_size(inputs), FAKE_INPUTS);
    assert_input(inputs, "handling.mean", "240.0", "s", "D", "default");
    assert_input(inputs, "groups.accueil.agents", "7", "agents", "G", "inherited");
    assert_input(inputs, "requests.tracing", "true", NULL, NULL, "set");
    assert_input(inputs, "patience.law", "\"lognormal\"", NULL, "R", "default");
    assert_input(inputs, "horizon.start", "\"2017-10-02\"", NULL, NULL, "inherited");
    assert_input(inputs, "hours.[0].open", "\"08:30\"", "hh:mm", "G", "set");
    assert_input(inputs, "hours.[0].days", "\"monday, thursday\"", NULL, "G", "default");
    assert_input(inputs, "demand.profile", "[0.10000000000000001,null]", "1", "A", "inherited");
    assert_input(inputs, "note", "null", NULL, NULL, "set");
}

static void inputs_stand_in_the_order_of_their_table(void **state)
{
    struct json_test *test = *state;
    read_back(test);
    const char *last = test->text;
    for (size_t i = 0; i < FAKE_INPUTS; i++) {
        const char *found = strstr(last, test->fake.input[i].path);
        assert_non_null(found);
        last = found;
    }
}

static void leap_days_and_old_dates_are_written_right(void **state)
{
    struct json_test *test = *state;
    const struct {
        int days;
        const char *date;
    } cases[] = { { 0, "1970-01-01" },     { 11016, "2000-02-29" }, { 11017, "2000-03-01" },
                  { 16860, "2016-02-29" }, { -1, "1969-12-31" },    { 20453, "2025-12-31" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        test->fake.start = cases[i].days;
        const json_t *value = at(read_back(test), "inputs", "horizon.start", "value");
        assert_string_equal(json_string_value(value), cases[i].date);
    }
}

static void a_seed_beyond_63_bits_goes_as_a_text(void **state)
{
    struct json_test *test = *state;
    test->fake.results.seed = INT64_MAX;
    assert_true(json_integer_value(at(read_back(test), "seed", NULL, NULL)) == INT64_MAX);
    test->fake.results.seed = UINT64_MAX;
    assert_string_equal(json_string_value(at(read_back(test), "seed", NULL, NULL)),
                        "18446744073709551615");
}

static void a_text_that_is_not_utf_8_does_not_spoil_the_document(void **state)
{
    struct json_test *test = *state;
    test->fake.report.title = "d\351croch\351";
    assert_string_equal(json_string_value(at(read_back(test), "scenario", "title", NULL)),
                        "d?croch?");
    test->fake.report.title = NULL;
    assert_true(json_is_null(at(read_back(test), "scenario", "title", NULL)));
}

static void a_run_without_measures_or_axes_is_a_document_too(void **state)
{
    struct json_test *test = *state;
    test->fake.results.n_measures = 0;
    test->fake.results.n_axes = 0;
    test->fake.report.inputs = NULL;
    const json_t *root = read_back(test);
    assert_int_equal(json_object_size(at(root, "measures", NULL, NULL)), 0);
    assert_int_equal(json_object_size(at(root, "by", NULL, NULL)), 0);
    assert_int_equal(json_object_size(at(root, "inputs", NULL, NULL)), 0);
}

/* jansson asks this for memory; it gives so many times, then no more. */
static size_t gifts_left;

static void *rationed(size_t size)
{
    if (!gifts_left) return NULL;
    gifts_left--;
    return malloc(size);
}

static void want_of_memory_anywhere_is_a_fault_and_no_crash(void **state)
{
    struct json_test *test = *state;
    static char sink[1 << 16];
    bool written = false;
    json_set_alloc_funcs(rationed, free);
    for (size_t gifts = 0; !written; gifts += 7) {
        struct sim_faults faults = { 0 };
        FILE *out = fmemopen(sink, sizeof sink, "w");
        assert_non_null(out);
        gifts_left = gifts;
        written = results_json_write(out, &test->fake.report, &faults);
        assert_true(written || faults.out_of_memory);
        fclose(out);
        sim_faults_close(&faults);
    }
    json_set_alloc_funcs(malloc, free);
}

#define JSON_TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        JSON_TEST(the_document_says_what_was_run),
        JSON_TEST(an_interruption_is_told_only_where_there_was_one),
        JSON_TEST(the_same_results_give_the_same_bytes_in_any_language),
        JSON_TEST(numbers_are_read_back_exactly),
        JSON_TEST(a_measure_carries_unit_direction_and_definition),
        JSON_TEST(what_is_undefined_is_null),
        JSON_TEST(cells_hold_only_the_measures_of_their_axis),
        JSON_TEST(dated_intervals_stay_out),
        JSON_TEST(inputs_keep_their_kind_unit_class_and_origin),
        JSON_TEST(inputs_stand_in_the_order_of_their_table),
        JSON_TEST(leap_days_and_old_dates_are_written_right),
        JSON_TEST(a_seed_beyond_63_bits_goes_as_a_text),
        JSON_TEST(a_text_that_is_not_utf_8_does_not_spoil_the_document),
        JSON_TEST(a_run_without_measures_or_axes_is_a_document_too),
        JSON_TEST(want_of_memory_anywhere_is_a_fault_and_no_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
