/* Scenario files as they come, and everything that is no scenario.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario_folder.h"

static void what_is_no_file_of_text_is_refused(void **state)
{
    (void)state;
    expect_faults("a.cfg:0: -: no such file (-, -) -");
    assert_int_equal(mkdir("a.cfg", 0700), 0);
    expect_faults("a.cfg:0: -: this is a folder, not a file (-, -) -");
    assert_int_equal(rmdir("a.cfg"), 0);
    write_bytes("a.cfg", "x = 1;\0y", 8);
    expect_faults("a.cfg:0: -: not a text (-, -) -");
    write_text("a.cfg", "# un\ntitle = \"\xe9t\xe9\";");
    expect_faults("a.cfg:2: -: not a text in UTF-8 (-, -) save the file as UTF-8");
    write_text("a.cfg", "\x7f"
                        "ELF\xff\xfe");
    expect_faults("a.cfg:1: -: not a text in UTF-8 (-, -) save the file as UTF-8");
    static char large[(1 << 20) + 1];
    memset(large, ' ', sizeof large);
    write_bytes("a.cfg", large, sizeof large);
    expect_faults("a.cfg:0: -: too large to be read (-, at most 1 MiB) -");
}

static void a_file_without_permission_is_refused(void **state)
{
    (void)state;
    if (geteuid() == 0) skip();
    write_text("a.cfg", "x = 1;");
    assert_int_equal(chmod("a.cfg", 0), 0);
    expect_faults("a.cfg:0: -: may not be read (-, -) -");
}

#define GRAMMAR "not in the grammar of scenarios "
#define QUOTES  "write numbers with their unit in quotes, such as \"4 min\""
#define INT32   "-2147483648 .. 2147483647"
#define BESIDE  "write based_on = \"file.cfg\"; the file is looked for beside this one"

static const struct {
    const char *text, *faults;
} bad_texts[] = {
    { "# x\n @include \"b.cfg\"\n", "a.cfg:2: -: @include is not read (-, -) " BESIDE },
    { "a = 1;\nb = 3000000000;\nc = 0x80000000;",
      "a.cfg:2: -: integer too large (3000000000, " INT32 ") -\n"
      "a.cfg:3: -: integer too large (0x80000000, " INT32 ") -" },
    { "a = -2147483649;", "a.cfg:1: -: integer too large (-2147483649, " INT32 ") -" },
    { "a = 99999999999999999999L;",
      "a.cfg:1: -: integer too large (99999999999999999999, " INT32 ") -" },
    { "a = 1.0e999;", "a.cfg:1: a: number too large (-, -) -" },
    { "a = .;", "a.cfg:1: -: not a number (., -) -" },
    { "a = 1;\n/* b\n\n", "a.cfg:2: -: comment is never closed (-, */) -" },
    { "a = \"x;\nb = 1;", "a.cfg:1: -: text is not closed on its line (-, \") -" },
    { "a = (\n1;\n", "a.cfg:1: -: bracket is never closed (-, )) -" },
    { "a = {\n b = ( 1 };\n", "a.cfg:2: -: bracket of another kind (}, ) (a.cfg:2)) -" },
    { "a = 1; }", "a.cfg:1: -: bracket was never opened (}, -) -" },
    { "((((((((((((((((((((((((((((((((((", "a.cfg:1: -: brackets nested too deep (-, -) -" },
    { "a = 1;\na = 2;", "a.cfg:2: -: key given twice in one group (a, -) -" },
    { "a = [ 1, 2.5 ];", "a.cfg:1: -: values of different kinds in [ ] (-, -) lists of mixed "
                         "values are written in ( ), or write 1.0 for 1" },
    { "a = [ { b = 1; } ];",
      "a.cfg:1: -: " GRAMMAR "(-, -) lists of groups or of lists are written in ( )" },
    { "a = 4 min;", "a.cfg:1: -: " GRAMMAR "(4 min, \"4 min\") " QUOTES },
    { "a = 4 min\nb = 1;", "a.cfg:2: -: " GRAMMAR "(4 min, \"4 min\") " QUOTES },
    { "a = 85 %;", "a.cfg:1: -: " GRAMMAR "(85 %, \"85 %\") " QUOTES },
    { "g = { a = \"x\"; b = 85 %; };", "a.cfg:1: -: " GRAMMAR "(85 %, \"85 %\") " QUOTES },
    { "a = ( { b = 1; }, );", "a.cfg:1: -: " GRAMMAR "(,, -) no comma after the last element" },
    { "a = ( { b = 1; }\n { b = 2; } );",
      "a.cfg:2: -: " GRAMMAR "(} {, -) write a comma between two elements" },
    { "a = 1,5;", "a.cfg:1: -: " GRAMMAR "(1,5, 1.5) write decimals with a dot, such as 0.5" },
    { "a = 08:30;", "a.cfg:1: -: " GRAMMAR
                    "(08:30, \"08:30\") write times of day in quotes, such as \"08:30\"" },
    { "a = 2017-10-02;",
      "a.cfg:1: -: " GRAMMAR
      "(2017-10-02, \"2017-10-02\") write dates in quotes, such as \"2017-10-02\"" },
    { "a = lognormal;",
      "a.cfg:1: -: " GRAMMAR
      "(lognormal, \"lognormal\") write texts in quotes, such as \"lognormal\"" },
    { "a = yes;", "a.cfg:1: -: " GRAMMAR "(yes, -) write true or false" },
    { "a = ;", "a.cfg:1: -: " GRAMMAR "(-, -) a value is missing after =" },
    { "a 5;", "a.cfg:1: -: " GRAMMAR "(-, -) write key = value;" },
    { "clé = 1;",
      "a.cfg:1: -: " GRAMMAR
      "(-, -) keys are made of plain letters, digits and _, and start with a letter" },
    { "a = \"\\xff\";", "a.cfg:1: a: not a text in UTF-8 (-, -) -" },
};

static void a_text_outside_the_grammar_is_refused_with_its_line_and_a_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_texts / sizeof *bad_texts; i++) {
        write_text("a.cfg", bad_texts[i].text);
        expect_faults(bad_texts[i].faults);
    }
}

static void what_only_looks_wrong_is_read(void **state)
{
    (void)state;
    write_text("a.cfg", "\xEF\xBB\xBF# 99999999999 @include \"x\" ( {\r\n"
                        "/* 99999999999 \" */ a = \"99999999999 @include // { \\\" \";\r\n"
                        "r99999999999 = -2147483648; // [\r\n"
                        "b = 3000000000L; c = 0x7FFFFFFF; d = 99999999999.0; e = 1e5;\r\n"
                        "f = ( 1, \"x\", [ ] ) g : { };");
    struct reading r;
    layers_open(&r, NULL);
    assert_string_equal(faults_text(&r), "");
    assert_string_equal(flat_text(&r), "a = \"99999999999 @include // { \\\" \";\n"
                                       "r99999999999 = -2147483648;\nb = 3000000000L;\n"
                                       "c = 2147483647;\nd = 99999999999.0;\ne = 100000.0;\n"
                                       "f = (\n  1,\n  \"x\",\n  (\n  )\n);\ng = {\n};\n");
    reading_close(&r);
}

static void a_scenario_knows_its_name_its_text_and_where_each_input_came_from(void **state)
{
    (void)state;
    write_text("b.cfg", "title = \"b\"; teams = ( { name = \"x\"; agents = 3; } );");
    write_text("a.cfg", "based_on = \"b.cfg\"; patience = { mean = \"2 min\"; };");
    static const char *const sets[] = { "teams.x.agents=4", "title=c" };
    struct reading r;
    assert_true(scenario_open(&r, "./a.cfg", sets, 2));
    assert_string_equal(r.source.name, "a");
    assert_string_equal(r.source.file, "./a.cfg");
    assert_string_equal(r.source.based_on, "./b.cfg");
    assert_string_equal(r.world.title, "c");
    assert_string_equal(
        r.source.flat,
        "title = \"c\";\nteams = (\n  {\n    name = \"x\";\n    agents = 4;\n  }\n"
        ");\npatience = {\n  mean = \"2 min\";\n};\n");
    assert_string_equal(r.source.sha256,
                        "d5651dc4436fdd15313393333fba9d1547b39d4c259f72e6e3db0e3078d60b86");
    const char *text = "";
    for (size_t i = 0; i < r.source.inputs.n; i++)
        if (r.source.inputs.items[i].origin != SIM_DEFAULT)
            text = sim_arena_print(&r.arena, "%s%s %d\n", text, r.source.inputs.items[i].path,
                                   (int)r.source.inputs.items[i].origin);
    assert_string_equal(text, "title 2\npatience.mean 2\nteams.x.name 1\nteams.x.agents 2\n");
    reading_close(&r);
}

static void the_same_settings_have_the_same_sha256_however_layered(void **state)
{
    (void)state;
    struct reading one, two;
    write_text("a.cfg", "title = \"t\"; teams = { name = \"x\"; agents = 3; };");
    assert_true(scenario_open(&one, "a.cfg", NULL, 0));
    write_text("b.cfg", "title = \"u\"; teams : { name = \"x\"; agents = 3; }");
    write_text("a.cfg", "# comment\nbased_on = \"b.cfg\"; title = \"t\"");
    assert_true(scenario_open(&two, "a.cfg", NULL, 0));
    assert_string_equal(one.source.sha256, two.source.sha256);
    reading_close(&one);
    reading_close(&two);
}

static void faults_of_all_layers_come_at_once_each_with_its_own_file(void **state)
{
    (void)state;
    write_text("b.cfg", "title = \"b\";\nteams = ( { name = \"x\"; agents = -1; } );");
    write_text("a.cfg", "based_on = \"b.cfg\";\n\npatiance = { mean = 3; };");
    static const char *const sets[] = { "patience.mean=4 %", "teams.y.agents=4" };
    struct reading r;
    assert_false(scenario_open(&r, "a.cfg", sets, 2));
    assert_string_equal(
        faults_text(&r),
        "--set teams.y.agents=4:0: teams.y.agents: no such element in the list (y, -) -\n"
        "--set patience.mean=4 %:0: patience.mean: wrong unit (4 %, a duration such as "
        "\"4 min\") -\n"
        "b.cfg:2: teams.x.agents: out of range (-1, 0 agents to 200 agents) -\n"
        "a.cfg:3: patiance: unknown key (-, -) patience");
    reading_close(&r);
}

static void a_fault_of_the_model_gets_the_line_of_its_path(void **state)
{
    (void)state;
    write_text("a.cfg", "title = \"t\";\nteams = (\n { name = \"x\";\n   agents = 3; } );\n"
                        "hours = ( { open = \"08:00\";\n close = \"12:00\"; } );");
    static const char *const sets[] = { "patience.mean=60" };
    static const char *const paths[] = { "teams.x.agents",  "teams.x.presence", "teams.y",
                                         "hours.[0].close", "patience.mean",    "start" };
    struct reading r;
    assert_true(scenario_open(&r, "a.cfg", sets, 1));
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        sim_faults_add(&r.faults, (struct sim_fault){ .what = "w", .path = paths[i] });
    sim_faults_add(&r.faults, (struct sim_fault){ .what = "w" });
    scenario_locate(&r.source, &r.faults);
    assert_string_equal(faults_text(&r), "a.cfg:4: teams.x.agents: w (-, -) -\n"
                                         "a.cfg:3: teams.x.presence: w (-, -) -\n"
                                         "a.cfg:2: teams.y: w (-, -) -\n"
                                         "a.cfg:6: hours.[0].close: w (-, -) -\n"
                                         "--set patience.mean=60:0: patience.mean: w (-, -) -\n"
                                         "a.cfg:0: start: w (-, -) -\n"
                                         "-:0: -: w (-, -) -");
    reading_close(&r);
}

static void an_empty_file_is_a_scenario_with_nothing_said(void **state)
{
    (void)state;
    write_text("a.cfg", "");
    struct reading r;
    assert_false(scenario_open(&r, "a.cfg", NULL, 0));
    assert_int_equal(r.faults.n, 2);
    assert_string_equal(r.faults.items[0].what, "missing");
    assert_string_equal(r.faults.items[0].file, "a.cfg");
    reading_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(what_is_no_file_of_text_is_refused),
        IN_A_FOLDER(a_file_without_permission_is_refused),
        IN_A_FOLDER(a_text_outside_the_grammar_is_refused_with_its_line_and_a_hint),
        IN_A_FOLDER(what_only_looks_wrong_is_read),
        IN_A_FOLDER(a_scenario_knows_its_name_its_text_and_where_each_input_came_from),
        IN_A_FOLDER(the_same_settings_have_the_same_sha256_however_layered),
        IN_A_FOLDER(faults_of_all_layers_come_at_once_each_with_its_own_file),
        IN_A_FOLDER(a_fault_of_the_model_gets_the_line_of_its_path),
        IN_A_FOLDER(an_empty_file_is_a_scenario_with_nothing_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
