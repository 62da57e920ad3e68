/* Tests of the results as tables, and of where outputs go: whole files or none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/output.h"
#include "plots/results_csv.h"
#include "tests/fake_report.h"
#include "tests/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder_test {
    struct fake_report fake;
    struct sim_faults faults;
    char folder[sizeof SCRATCH_NAME], path[sizeof SCRATCH_NAME + 64], text[1 << 17];
};

static int start(void **state)
{
    struct folder_test *test = calloc(1, sizeof *test);
    assert_non_null(test);
    fake_report_start(&test->fake);
    strcpy(test->folder, SCRATCH_NAME);
    assert_non_null(mkdtemp(test->folder));
    *state = test;
    return 0;
}

/* Removes a folder of files. */
static void remove_folder(const char *folder)
{
    char path[sizeof SCRATCH_NAME + 512];
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (const struct dirent *entry; (entry = readdir(entries));) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.') continue;
        if (unlink(path) != 0) remove_folder(path);
    }
    closedir(entries);
    rmdir(folder);
}

static int end(void **state)
{
    struct folder_test *test = *state;
    remove_folder(test->folder);
    sim_faults_close(&test->faults);
    free(test);
    return 0;
}

static size_t count_entries(const char *folder)
{
    size_t n = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (const struct dirent *entry; (entry = readdir(entries));)
        n += entry->d_name[0] != '.';
    closedir(entries);
    return n;
}

static const char *path_to(struct folder_test *test, const char *name)
{
    snprintf(test->path, sizeof test->path, "%s/%s", test->folder, name);
    return test->path;
}

static const char *text_of(struct folder_test *test, const char *name)
{
    FILE *in = fopen(path_to(test, name), "r");
    assert_non_null(in);
    const size_t size = fread(test->text, 1, sizeof test->text - 1, in);
    test->text[size] = '\0';
    fclose(in);
    return test->text;
}

static void put_text(struct folder_test *test, const char *name, const char *text)
{
    FILE *out = fopen(path_to(test, name), "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static const char *table(struct folder_test *test, const char *name)
{
    assert_true(results_csv_write(test->folder, &test->fake.report, &test->faults));
    return text_of(test, name);
}

static void assert_says(const char *text, const char *part)
{
    if (!strstr(text, part)) fail_msg("\"%s\" is missing in:\n%s", part, text);
}

static void all_tables_are_written_and_nothing_else(void **state)
{
    struct folder_test *test = *state;
    assert_true(results_csv_write(test->folder, &test->fake.report, &test->faults));
    assert_int_equal(count_entries(test->folder), 5);
    assert_int_equal(test->faults.n, 0);
}

static void the_run_is_told_with_its_end(void **state)
{
    struct folder_test *test = *state;
    assert_says(table(test, "run.csv"),
                "program,version,scenario,title,sha256,seed,replications,interrupted\r\n");
    assert_says(test->text, ",20,false\r\n");
    test->fake.results.interrupted = true;
    assert_says(table(test, "run.csv"), ",20,true\r\n");
}

static void asking_whether_tables_can_be_written_leaves_nothing(void **state)
{
    struct folder_test *test = *state;
    char file[160];
    assert_true(results_csv_check(test->folder, &test->faults));
    assert_true(results_csv_check(path_to(test, "new"), &test->faults));
    assert_int_equal(count_entries(test->folder), 0);
    put_text(test, "file", "old");
    snprintf(file, sizeof file, "%s", path_to(test, "file"));
    assert_false(results_csv_check(file, &test->faults));
    assert_true(output_check(file, &test->faults));
    assert_string_equal(text_of(test, "file"), "old");
    assert_false(output_check(path_to(test, "none/x"), &test->faults));
    assert_int_equal(test->faults.n_machine, 2);
    assert_int_equal(count_entries(test->folder), 1);
}

static void measures_are_quoted_where_they_must_be(void **state)
{
    const char *text = table(*state, "measures.csv");
    assert_ptr_equal(strstr(text, "measure,value,low,high,p10,p90,unit,better,definition\r\n"),
                     text);
    assert_says(text, "\r\nattempts,16243.2,15931.5,16554.9,14684.7,17801.7,calls,lower,"
                      "\"all diallings, \"\"closed\"\" and busy ones too\"\r\n");
    assert_says(text, ",\"calls answered, of calls offered\"\r\n");
    assert_says(text, ",1,neither,\"talk and wrap-up, of time available\"\r\n");
}

static void what_is_undefined_is_empty(void **state)
{
    assert_says(table(*state, "measures.csv"),
                "\r\ncallbacks,,,,,,calls,neither,undefined here\r\n");
    assert_says(text_of(*state, "cells.csv"), "\r\nline,empty,answer_rate,,,\r\n");
}

static void cells_stand_one_a_row_without_the_dated_ones(void **state)
{
    const char *text = table(*state, "cells.csv");
    assert_ptr_equal(strstr(text, "axis,cell,measure,value,low,high\r\n"), text);
    assert_says(text, "\r\nline,halluin,attempts,16243.2,15931.5,16554.9\r\n");
    assert_says(text, "\r\nhalf_hour,08:30,answer_rate,");
    assert_non_null(strstr(text, "line,halluin,needs_lost,"));
    assert_null(strstr(text, "weekday,monday,needs_lost"));
    assert_null(strstr(text, "2017-10-02"));
}

static void intervals_have_a_date_a_start_and_an_end(void **state)
{
    const char *text = table(*state, "intervals.csv");
    assert_ptr_equal(strstr(text, "date,start,end,measure,value,low,high\r\n"
                                  "2017-10-02,08:30,09:00,answer_rate,"),
                     text);
    assert_says(text, "\r\n2017-10-03,09:00,09:30,attempts,");
}

static void replications_hold_what_was_divided_by_what(void **state)
{
    struct folder_test *test = *state;
    char row[64];
    const char *text = table(test, "replications.csv");
    assert_ptr_equal(strstr(text, "replication,answer_rate,answer_rate.over,answer_rate.under,"
                                  "attempts,answered,"),
                     text);
    size_t lines = 0;
    for (const char *c = text; *c; c++)
        lines += *c == '\n';
    assert_int_equal(lines, FAKE_RUNS + 1);
    assert_says(text, "\r\n20,");
    snprintf(row, sizeof row, "\r\n1,%.15g,%.15g,1000,", 0.843 * 0.91, 843 * 0.91);
    assert_says(text, row);
}

static void every_row_has_as_many_fields_as_the_header(void **state)
{
    const char *text = table(*state, "replications.csv");
    size_t commas = 0, first = 0;
    for (; *text; text++) {
        commas += *text == ',';
        if (*text != '\n') continue;
        if (!first) first = commas;
        assert_int_equal(commas, first);
        commas = 0;
    }
}

static void a_new_folder_is_made_and_goes_again_when_writing_fails(void **state)
{
    struct folder_test *test = *state;
    char folder[160];
    snprintf(folder, sizeof folder, "%s", path_to(test, "new"));
    assert_true(results_csv_write(folder, &test->fake.report, &test->faults));
    assert_int_equal(count_entries(folder), 5);
    assert_false(results_csv_write("/proc/decroche", &test->fake.report, &test->faults));
    assert_int_equal(sim_faults_exit(&test->faults), 3);
}

static void a_file_where_the_folder_should_be_is_a_fault(void **state)
{
    struct folder_test *test = *state;
    put_text(test, "file", "mine");
    assert_false(results_csv_write(path_to(test, "file"), &test->fake.report, &test->faults));
    assert_int_equal(test->faults.items[0].severity, SIM_MACHINE);
    assert_string_equal(text_of(test, "file"), "mine");
}

static void tables_appear_all_or_none(void **state)
{
    struct folder_test *test = *state;
    put_text(test, "measures.csv", "old");
    assert_int_equal(mkdir(path_to(test, "replications.csv"), 0777), 0);
    assert_false(results_csv_write(test->folder, &test->fake.report, &test->faults));
    assert_string_equal(text_of(test, "measures.csv"), "old");
    assert_int_equal(count_entries(test->folder), 2);
}

static void an_output_appears_only_when_it_is_whole(void **state)
{
    struct folder_test *test = *state;
    struct output output;
    put_text(test, "out", "old");
    assert_true(output_open(&output, path_to(test, "out"), &test->faults));
    fputs("new", output.file);
    fflush(output.file);
    assert_string_equal(text_of(test, "out"), "old");
    assert_true(output_commit(&output, &test->faults));
    assert_string_equal(text_of(test, "out"), "new");
    assert_int_equal(count_entries(test->folder), 1);
}

static void an_abandoned_output_leaves_what_was_there(void **state)
{
    struct folder_test *test = *state;
    struct output output;
    put_text(test, "out", "old");
    assert_true(output_open(&output, path_to(test, "out"), &test->faults));
    fputs("new", output.file);
    output_abandon(&output);
    output_abandon(&output);
    assert_string_equal(text_of(test, "out"), "old");
    assert_int_equal(count_entries(test->folder), 1);
}

static void a_link_is_followed_and_rights_are_kept(void **state)
{
    struct folder_test *test = *state;
    struct output output;
    struct stat found;
    put_text(test, "out", "old");
    assert_int_equal(chmod(test->path, 0640), 0);
    assert_int_equal(symlink("out", path_to(test, "link")), 0);
    assert_true(output_open(&output, path_to(test, "link"), &test->faults));
    fputs("new", output.file);
    assert_true(output_commit(&output, &test->faults));
    assert_string_equal(text_of(test, "out"), "new");
    assert_int_equal(lstat(path_to(test, "link"), &found), 0);
    assert_true(S_ISLNK(found.st_mode));
    assert_int_equal(stat(path_to(test, "out"), &found), 0);
    assert_int_equal(found.st_mode & 0777, 0640);
}

static void a_full_device_is_a_fault_of_the_machine(void **state)
{
    struct folder_test *test = *state;
    struct output output;
    assert_true(output_open(&output, "/dev/full", &test->faults));
    fputs("anything", output.file);
    assert_false(output_commit(&output, &test->faults));
    assert_int_equal(sim_faults_exit(&test->faults), 3);
    assert_string_equal(test->faults.items[0].file, "/dev/full");
    assert_string_equal(test->faults.items[0].got, "No space left on device");
}

static void devices_pipes_and_standard_output_are_written_in_place(void **state)
{
    struct folder_test *test = *state;
    struct output output;
    assert_true(output_open(&output, "/dev/null", &test->faults));
    assert_null(output.temporary);
    assert_true(output_commit(&output, &test->faults));
    assert_true(output_open(&output, "-", &test->faults));
    assert_ptr_equal(output.file, stdout);
    assert_true(output_commit(&output, &test->faults));
    assert_true(output_open(&output, "/dev/stdout", &test->faults));
    assert_ptr_equal(output.file, stdout);
    assert_true(output_commit(&output, &test->faults));
    fflush(stdout);
    assert_false(ferror(stdout));
}

static void a_path_that_cannot_be_written_is_refused_at_once(void **state)
{
    struct folder_test *test = *state;
    struct output output;
    char below[160];
    put_text(test, "file", "mine");
    snprintf(below, sizeof below, "%s/file/out", test->folder);
    assert_false(output_open(&output, below, &test->faults));
    assert_false(output_open(&output, test->folder, &test->faults));
    assert_false(output_open(&output, "/nowhere/at/all", &test->faults));
    assert_false(output_open(&output, "", &test->faults));
    assert_int_equal(test->faults.n_machine, 4);
    assert_int_equal(count_entries(test->folder), 1);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(all_tables_are_written_and_nothing_else),
        FOLDER_TEST(the_run_is_told_with_its_end),
        FOLDER_TEST(asking_whether_tables_can_be_written_leaves_nothing),
        FOLDER_TEST(measures_are_quoted_where_they_must_be),
        FOLDER_TEST(what_is_undefined_is_empty),
        FOLDER_TEST(cells_stand_one_a_row_without_the_dated_ones),
        FOLDER_TEST(intervals_have_a_date_a_start_and_an_end),
        FOLDER_TEST(replications_hold_what_was_divided_by_what),
        FOLDER_TEST(every_row_has_as_many_fields_as_the_header),
        FOLDER_TEST(a_new_folder_is_made_and_goes_again_when_writing_fails),
        FOLDER_TEST(a_file_where_the_folder_should_be_is_a_fault),
        FOLDER_TEST(tables_appear_all_or_none),
        FOLDER_TEST(an_output_appears_only_when_it_is_whole),
        FOLDER_TEST(an_abandoned_output_leaves_what_was_there),
        FOLDER_TEST(a_link_is_followed_and_rights_are_kept),
        FOLDER_TEST(a_full_device_is_a_fault_of_the_machine),
        FOLDER_TEST(devices_pipes_and_standard_output_are_written_in_place),
        FOLDER_TEST(a_path_that_cannot_be_written_is_refused_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
