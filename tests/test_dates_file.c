/* Stretches of dates from a file that a scenario names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario_folder.h"

#include "scenarios/date_text.h"
#include "scenarios/field_write.h"

struct school {
    const char *title;
    struct sim_dates_file file;
};

static const struct sim_field school_rows[] = {
    { .key = "title",
      .kind = SIM_TEXT,
      .offset = offsetof(struct school, title),
      .fallback = "" },
    { .key = "file",
      .kind = SIM_DATES_FILE,
      .offset = offsetof(struct school, file),
      .fallback = "" },
};
static const struct sim_fields school_fields = SIM_FIELDS(struct school, school_rows, NULL);

/* What is read from a.cfg, which names b.cfg (a table, whatever its name). */
struct school_reading {
    struct sim_arena arena;
    struct sim_faults faults;
    struct school school;
    struct scenario_source source;
};

static bool school_open(struct school_reading *self, const char *file, const char *set)
{
    *self = (struct school_reading){ 0 };
    return scenario_read(file, &set, set ? 1 : 0, &school_fields, &self->school, &self->arena,
                         &self->source, &self->faults);
}

static void school_close(struct school_reading *self)
{
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

static int date(const char *text)
{
    struct sim_fault fault;
    int days = 0;
    assert_true(date_parse(text, &days, &fault));
    return days;
}

static const char *dates_of(struct school_reading *self)
{
    static const struct sim_field as_dates = { .kind = SIM_DATES };
    return field_text(&self->arena, &as_dates, &self->school.file.dates);
}

static void every_date_of_every_stretch_is_read(void **state)
{
    struct school_reading r;
    (void)state;
    write_text("a.cfg", "file = \"b.cfg\";");
    write_text("b.cfg",
               "# Zone B\nstart,end,name\n\n2017-10-21,2017-11-05,Toussaint\r\n"
               "2017-12-31, 2018-01-01\n\"2018-02-24\";\"2018-02-24\";hiver, février\n");
    assert_true(school_open(&r, "a.cfg", NULL));
    assert_string_equal(r.school.file.name, "b.cfg");
    assert_int_equal(r.school.file.dates.n, 16 + 2 + 1);
    assert_int_equal(r.school.file.dates.values[0], date("2017-10-21"));
    assert_string_equal(dates_of(&r), "2017-10-21 to 2017-11-05, 2017-12-31 to 2018-01-01, "
                                      "2018-02-24");
    school_close(&r);
}

static void a_scenario_need_not_name_a_file(void **state)
{
    struct school_reading r;
    (void)state;
    write_text("a.cfg", "title = \"x\";");
    assert_true(school_open(&r, "a.cfg", NULL));
    assert_null(r.school.file.name);
    assert_int_equal(r.school.file.dates.n, 0);
    assert_string_equal(r.source.flat, "title = \"x\";\n");
    school_close(&r);
}

/* The path is that of whoever names it: a scenario, its base, or the command line. */
static void a_file_is_looked_for_beside_who_names_it(void **state)
{
    struct school_reading r;
    (void)state;
    assert_int_equal(mkdir("in", 0700), 0);
    write_text("in/a.cfg", "file = \"../b.cfg\";");
    write_text("a.cfg", "based_on = \"in/a.cfg\"; title = \"x\";");
    write_text("b.cfg", "2017-10-21,2017-10-22\n");
    assert_true(school_open(&r, "a.cfg", NULL));
    assert_int_equal(r.school.file.dates.n, 2);
    school_close(&r);
    assert_true(school_open(&r, "in/a.cfg", "file=b.cfg"));
    assert_int_equal(r.school.file.dates.n, 2);
    school_close(&r);
}

/* What stands in the file is part of what the sum of the scenario stands for. */
static void another_date_is_another_scenario(void **state)
{
    static const char *const tables[] = { "2017-10-21,2017-10-22\n",
                                          "start;end;name\n2017-10-21;2017-10-22;x\n",
                                          "2017-10-21,2017-10-23\n" };
    char sums[3][SHA256_HEX];
    (void)state;
    write_text("a.cfg", "file = \"b.cfg\";");
    for (int i = 0; i < 3; i++) {
        struct school_reading r;
        write_text("b.cfg", tables[i]);
        assert_true(school_open(&r, "a.cfg", NULL));
        if (i == 0)
            assert_string_equal(r.source.flat, "file = \"b.cfg\";\n"
                                               "# file: 2017-10-21 to 2017-10-22\n");
        memcpy(sums[i], r.source.sha256, SHA256_HEX);
        school_close(&r);
    }
    assert_string_equal(sums[0], sums[1]);
    assert_string_not_equal(sums[0], sums[2]);
}

static void assert_refused(const char *table, const char *wanted)
{
    struct school_reading r;
    struct reading as_reading;
    write_text("a.cfg", "title = \"x\";\nfile = \"b.cfg\";");
    if (table) write_text("b.cfg", table);
    assert_false(school_open(&r, "a.cfg", NULL));
    as_reading = (struct reading){ .arena = r.arena, .faults = r.faults };
    assert_string_equal(faults_text(&as_reading), wanted);
    r.arena = as_reading.arena;
    school_close(&r);
}

#define A_DATE "a date such as \"2017-10-02\""

static void bad_lines_are_told_with_their_place(void **state)
{
    (void)state;
    assert_refused(NULL, "a.cfg:2: file: no such file (b.cfg, -) "
                         "the file is looked for beside this one");
    assert_refused("start,end\n", "b.cfg:0: file: there is no date in this file "
                                  "(-, start,end[,name]) -");
    assert_refused("start,end\n2017-10-21\n",
                   "b.cfg:2: file: the second date is missing (2017-10-21, "
                   "start,end[,name]) -");
    assert_refused("2017-02-30,21/03/2017,x\n2017-10-21,2017-10-23\n2017-10-22,2017-10-21\n"
                   "2016-10-22,2017-10-23\nfrom,to\n",
                   "b.cfg:1: file: no such day (2017-02-30, " A_DATE ") -\n"
                   "b.cfg:1: file: not a date (21/03/2017, " A_DATE
                   ") write the year, the month, then the day\n"
                   "b.cfg:3: file: ends before it begins (2017-10-22,2017-10-21, -) -\n"
                   "b.cfg:4: file: longer than a year (2016-10-22,2017-10-23, -) -\n"
                   "b.cfg:5: file: not a date (from, " A_DATE ") -\n"
                   "b.cfg:5: file: not a date (to, " A_DATE ") -");
    assert_refused("2017-10-21,2017-\xe9", "b.cfg:1: -: not a text in UTF-8 (-, -) "
                                           "save the file as UTF-8");
    write_text("a.cfg", "file = 3;");
    struct school_reading r;
    assert_false(school_open(&r, "a.cfg", NULL));
    assert_string_equal(r.faults.items[0].what, "wrong kind of value");
    school_close(&r);
}

static bool is_listed(const struct sim_dates *dates, int day)
{
    for (size_t i = 0; i < dates->n; i++)
        if (dates->values[i] == day) return true;
    return false;
}

/* The file that comes with the Nord's scenarios, day by day. */
static void holidays_of_zone_b_are_those_published(void **state)
{
    FILE *in = fopen(DECROCHE_REFERENCE_DIR "/data/fr_calendar/school_zone_b.csv", "r");
    struct school_reading r;
    char line[256];
    int today = date("2016-01-04"), n = 0;
    (void)state;
    if (!in) skip();
    write_text("a.cfg", "file = \"" DECROCHE_SOURCE_DIR "/scenarios/nord/school-zone-b.csv\";");
    assert_true(school_open(&r, "a.cfg", NULL));
    while (fgets(line, sizeof line, in)) {
        struct sim_fault fault;
        int day;
        line[10] = '\0';
        if (!date_parse(line, &day, &fault) || day < today) continue;
        for (; today < day; today++)
            assert_false(is_listed(&r.school.file.dates, today));
        assert_true(is_listed(&r.school.file.dates, today++));
        n++;
    }
    fclose(in);
    assert_true(n > 1000);
    assert_int_equal(today, date("2026-08-31"));
    assert_false(is_listed(&r.school.file.dates, today));
    school_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(every_date_of_every_stretch_is_read),
        IN_A_FOLDER(a_scenario_need_not_name_a_file),
        IN_A_FOLDER(a_file_is_looked_for_beside_who_names_it),
        IN_A_FOLDER(another_date_is_another_scenario),
        IN_A_FOLDER(bad_lines_are_told_with_their_place),
        IN_A_FOLDER(holidays_of_zone_b_are_those_published),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
