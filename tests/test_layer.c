/* Scenarios in layers: bases, merging, overrides.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario_folder.h"

static void the_flat_text_reads_back_as_itself(void **state)
{
    (void)state;
    write_text("a.cfg", "a = 1.0e-9; b = \"\\t\\\\\"; c = ( { d = 0.1; e = 1.0e300; } );"
                        "f = \"é\"; g = [ true, false ]; h = -5;");
    struct reading first, second;
    layers_open(&first, NULL);
    write_text("a.cfg", flat_text(&first));
    layers_open(&second, NULL);
    assert_string_equal(faults_text(&second), "");
    assert_string_equal(flat_text(&first), flat_text(&second));
    reading_close(&first);
    reading_close(&second);
}

/* What stands in a.cfg over b.cfg, or --set over a.cfg, and what comes of it. */
static const struct {
    const char *base, *child, *flat;
} merges[] = {
    { "a = 1; b = 2;", "b = 3; c = 4;", "a = 1;\nb = 3;\nc = 4;\n" },
    { "g = { a = 1; h = { b = 2; }; };", "g = { h = { b = 3; c = 4; }; };",
      "g = {\n  a = 1;\n  h = {\n    b = 3;\n    c = 4;\n  };\n};\n" },
    { "l = ( 1, 2, 3 );", "l = ( 4 );", "l = (\n  4\n);\n" },
    { "l = ( { a = 1; } );", "l = ( { b = 1; } );", "l = (\n  {\n    b = 1;\n  }\n);\n" },
    { "l = ( { name = \"x\"; a = 1; }, { name = \"y\"; a = 2; } );",
      "l = ( { name = \"z\"; }, { name = \"y\"; a = 3; } );",
      "l = (\n  {\n    name = \"x\";\n    a = 1;\n  },\n  {\n    name = \"y\";\n    a = 3;\n  "
      "},\n"
      "  {\n    name = \"z\";\n  }\n);\n" },
    { "l = ( { name = \"x\"; }, { name = \"y\"; } );",
      "l = ( { name = \"x\"; remove = true; } );", "l = (\n  {\n    name = \"y\";\n  }\n);\n" },
    { "l = ( { name = \"x\"; a = 1; } );", "l = ( );", "l = (\n);\n" },
    { "l = { name = \"x\"; a = 1; };", "l = ( { name = \"x\"; a = 2; }, { name = \"y\"; } );",
      "l = (\n  {\n    name = \"x\";\n    a = 2;\n  },\n  {\n    name = \"y\";\n  }\n);\n" },
    { "l = ( { name = \"x\"; a = 1; } );", "l = { name = \"x\"; a = 2; };",
      "l = (\n  {\n    name = \"x\";\n    a = 2;\n  }\n);\n" },
    { "l = ( { name = \"x\"; a = 1; b = 2; }, { name = \"y\"; like = \"x\"; b = 3; } );", "",
      "l = (\n  {\n    name = \"x\";\n    a = 1;\n    b = 2;\n  },\n  {\n    name = \"y\";\n   "
      " a "
      "= 1;\n    b = 3;\n  }\n);\n" },
    { "l = ( { name = \"z\"; like = \"y\"; }, { name = \"y\"; like = \"x\"; }, { name = \"x\"; "
      "a = 1; } );",
      "l = ( { name = \"x\"; a = 2; } );",
      "l = (\n  {\n    name = \"z\";\n    a = 2;\n  },\n  {\n    name = \"y\";\n    a = 2;\n  "
      "},\n  {\n    name = \"x\";\n    a = 2;\n  }\n);\n" },
    { "l = ( { name = \"x\"; m = ( { name = \"p\"; a = 1; } ); } );",
      "l = ( { name = \"y\"; like = \"x\"; m = ( { name = \"p\"; b = 2; }, { name = \"q\"; "
      "like = \"p\"; } ); } );",
      "l = (\n  {\n    name = \"x\";\n    m = (\n      {\n        name = \"p\";\n        a = "
      "1;\n      "
      "}\n    );\n  },\n  {\n    name = \"y\";\n    m = (\n      {\n        name = \"p\";\n    "
      "    a = "
      "1;\n        b = 2;\n      },\n      {\n        name = \"q\";\n        a = 1;\n        b "
      "= 2;\n      "
      "}\n    );\n  }\n);\n" },
    { "a = 1; b = { c = 1; };", "a = { x = 1; }; b = 2;", "a = {\n  x = 1;\n};\nb = 2;\n" },
};

static void a_scenario_is_merged_over_the_one_it_is_based_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof merges / sizeof *merges; i++) {
        struct reading r;
        write_text("b.cfg", merges[i].base);
        FILE *out = fopen("a.cfg", "w");
        assert_non_null(out);
        fprintf(out, "based_on = \"b.cfg\"; %s", merges[i].child);
        fclose(out);
        layers_open(&r, NULL);
        assert_string_equal(faults_text(&r), "");
        assert_string_equal(flat_text(&r), merges[i].flat);
        assert_string_equal(r.layers.based_on, "b.cfg");
        reading_close(&r);
    }
}

static void a_base_is_looked_for_beside_the_file_that_names_it(void **state)
{
    (void)state;
    assert_int_equal(mkdir("in", 0700), 0);
    write_text("in/a.cfg", "based_on = \"../b.cfg\"; x = 1;");
    write_text("b.cfg", "based_on = \"c.cfg\"; y = 2;");
    write_text("c.cfg", "z = 3;\n y = 4;");
    struct reading r = { 0 };
    assert_true(layers_read("in/a.cfg", NULL, 0, &r.layers, &r.arena, &r.faults));
    assert_string_equal(flat_text(&r), "z = 3;\ny = 2;\nx = 1;\n");
    const struct setting *z = setting_find(r.layers.root, "z");
    assert_string_equal(z->file, "in/../c.cfg");
    assert_int_equal(z->line, 1);
    assert_int_equal(z->origin, SIM_INHERITED);
    assert_int_equal(setting_find(r.layers.root, "x")->origin, SIM_SET);
    assert_string_equal(r.layers.based_on, "in/../b.cfg");
    reading_close(&r);
}

static void a_base_that_cannot_be_had_is_a_fault_where_it_is_named(void **state)
{
    (void)state;
    write_text("a.cfg", "x = 1;\nbased_on = \"no.cfg\";");
    expect_faults("a.cfg:2: based_on: no such file (no.cfg, -) the file is looked for beside "
                  "this one");
    write_text("a.cfg", "based_on = 3;");
    expect_faults("a.cfg:1: based_on: wrong kind of value (3, a file name in quotes) -");
    write_text("a.cfg", "based_on = \"b.cfg\";");
    write_text("b.cfg", "\nx = ;");
    expect_faults(
        "b.cfg:2: -: not in the grammar of scenarios (-, -) a value is missing after =");
    write_text("a.cfg",
               "based_on = \"b.cfg\";\nl = ( { name = \"accueli\"; remove = true; } );");
    write_text("b.cfg", "l = ( { name = \"accueil\"; } );");
    expect_faults("a.cfg:2: l: no such element to remove (accueli, -) accueil");
}

static void a_scenario_based_on_itself_names_the_circle(void **state)
{
    (void)state;
#define ITSELF "based_on: a scenario cannot be based on itself "
    write_text("a.cfg", "based_on = \"a.cfg\";");
    expect_faults("a.cfg:1: " ITSELF "(a.cfg -> a.cfg, -) -");
    write_text("a.cfg", "based_on = \"b.cfg\";");
    write_text("b.cfg", "based_on = \"c.cfg\";");
    write_text("c.cfg", "\nbased_on = \"b.cfg\";");
    expect_faults("c.cfg:2: " ITSELF "(a.cfg -> b.cfg -> c.cfg -> b.cfg, -) -");
    assert_int_equal(symlink("a.cfg", "link.cfg"), 0);
    write_text("b.cfg", "based_on = \"link.cfg\";");
    expect_faults("b.cfg:1: " ITSELF "(a.cfg -> b.cfg -> link.cfg, -) -");
}

static void an_element_is_like_another_of_its_list_and_not_like_itself(void **state)
{
    (void)state;
    write_text("a.cfg",
               "l = ( { name = \"accueil\"; },\n{ name = \"b\"; like = \"accueli\"; } );");
    expect_faults("a.cfg:2: like: no such element in the list (accueli, -) accueil");
    write_text("a.cfg",
               "l = ( { name = \"a\"; like = \"b\"; },\n{ name = \"b\"; like = \"a\"; } );");
    expect_faults("a.cfg:2: like: an element cannot be like itself (a, -) -");
    write_text("a.cfg", "l = ( { name = \"a\"; like = \"a\"; } );");
    expect_faults("a.cfg:1: like: an element cannot be like itself (a, -) -");
    write_text("a.cfg", "l = ( { name = \"a\"; like = 3; } );");
    expect_faults("a.cfg:1: like: no such element in the list (3, -) -");
}

static void what_changes_one_changes_those_that_are_like_it(void **state)
{
    (void)state;
    static const char *const sets[] = { "l.x.a=5", NULL };
    struct reading r;
    write_text("a.cfg", "l = ( { name = \"x\"; a = 1; }, { name = \"y\"; like = \"x\"; },\n"
                        "{ name = \"z\"; like = \"x\"; a = 2; } );");
    layers_open(&r, sets);
    assert_string_equal(faults_text(&r), "");
    assert_int_equal(setting_find(r.layers.root, "l.y.a")->whole, 5);
    assert_int_equal(setting_find(r.layers.root, "l.z.a")->whole, 2);
    assert_ptr_not_equal(setting_find(r.layers.root, "l.y.a"),
                         setting_find(r.layers.root, "l.x.a"));
    reading_close(&r);
}

#define TEAMS "teams = ( { name = \"accueil\"; n = 1; }, { name = \"night\"; n = 2; } );"

static const struct {
    const char *text, *set, *flat;
} overrides[] = {
    { "a = 1;", "a=2", "a = 2;\n" },
    { "a = 1;", " a = 2 ", "a = 2;\n" },
    { "", "a.b.c=.5", "a = {\n  b = {\n    c = 0.5;\n  };\n};\n" },
    { "", "a=4 min", "a = \"4 min\";\n" },
    { "", "a=\"4 min\"", "a = \"4 min\";\n" },
    { "", "a=x=y", "a = \"x=y\";\n" },
    { "", "a=-3", "a = -3;\n" },
    { "", "a=1e3", "a = 1000.0;\n" },
    { "", "a=3000000000", "a = 3000000000L;\n" },
    { "", "a=True", "a = true;\n" },
    { "", "a=08:30", "a = \"08:30\";\n" },
    { "", "a=2017-10-02", "a = \"2017-10-02\";\n" },
    { "", "a=été", "a = \"été\";\n" },
    { "", "a=[1, 2]", "a = (\n  1,\n  2\n);\n" },
    { "", "a=( { b = 1; } )", "a = (\n  {\n    b = 1;\n  }\n);\n" },
    { "a = { b = 1; };", "a={ c = 1; }", "a = {\n  c = 1;\n};\n" },
    { "a = ( 1, 2 );", "a.[1]=5", "a = (\n  1,\n  5\n);\n" },
    { "a = ( { b = 1; } );", "a.[0].b=5", "a = (\n  {\n    b = 5;\n  }\n);\n" },
    { "a = { b = 1; };", "a.[0].b=5", "a = {\n  b = 5;\n};\n" },
    { TEAMS, "teams.night.remove=true",
      "teams = (\n  {\n    name = \"accueil\";\n    n = 1;\n  }\n);\n" },
    { "a = { name = \"x\"; b = 1; };", "a.x.b=2", "a = {\n  name = \"x\";\n  b = 2;\n};\n" },
};

static void an_override_puts_one_value_at_one_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof overrides / sizeof *overrides; i++) {
        const char *const sets[] = { overrides[i].set, NULL };
        struct reading r;
        write_text("a.cfg", overrides[i].text);
        layers_open(&r, sets);
        assert_string_equal(faults_text(&r), "");
        assert_string_equal(flat_text(&r), overrides[i].flat);
        reading_close(&r);
    }
}

static const struct {
    const char *set, *fault;
} bad_overrides[] = {
    { "a", ":0: -: not an override (-, path=value, such as groups.accueil.agents=12) -" },
    { "=1", ":0: -: not an override (-, path=value, such as groups.accueil.agents=12) -" },
    { "a=", ":0: -: not an override (-, path=value, such as groups.accueil.agents=12) -" },
    { "teams.acueil.n=1",
      ":0: teams.acueil.n: no such element in the list (acueil, -) accueil" },
    { "teams.[2].n=1", ":0: teams.[2].n: no such element in the list ([2], -) -" },
    { "teams.accueil.n.x=1", ":0: teams.accueil.n.x: this value has no parts (x, -) -" },
    { "x..y=1", ":0: x..y: not a key (, -) -" },
    { "é=1", ":0: é: not a key (é, -) -" },
    { "a=1e999", ":0: a: number too large (1e999, -) -" },
    { "a=99999999999999999999", ":0: a: number too large (99999999999999999999, -) -" },
    { "a=(1, 2", ":0: -: bracket is never closed (-, )) -" },
    { "a=[1, \"x\"]",
      ":0: -: values of different kinds in [ ] (-, -) lists of mixed values are "
      "written in ( ), or write 1.0 for 1" },
    { "a=[1] b = 2", ":0: -: more than one value ([1] b = 2, -) -" },
    { "a=\xff", ":0: a: not a text in UTF-8 (-, -) -" },
    { "based_on=b.cfg", ":0: based_on: can only be written in a file (-, -) -" },
};

static void a_wrong_override_names_itself(void **state)
{
    (void)state;
    write_text("a.cfg", TEAMS);
    for (size_t i = 0; i < sizeof bad_overrides / sizeof *bad_overrides; i++) {
        const char *const sets[] = { bad_overrides[i].set, NULL };
        struct reading r;
        layers_open(&r, sets);
        const char *wanted = sim_arena_print(&r.arena, "--set %s%s", bad_overrides[i].set,
                                             bad_overrides[i].fault);
        assert_string_equal(faults_text(&r), wanted);
        reading_close(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(the_flat_text_reads_back_as_itself),
        IN_A_FOLDER(a_scenario_is_merged_over_the_one_it_is_based_on),
        IN_A_FOLDER(a_base_is_looked_for_beside_the_file_that_names_it),
        IN_A_FOLDER(a_base_that_cannot_be_had_is_a_fault_where_it_is_named),
        IN_A_FOLDER(a_scenario_based_on_itself_names_the_circle),
        IN_A_FOLDER(an_element_is_like_another_of_its_list_and_not_like_itself),
        IN_A_FOLDER(what_changes_one_changes_those_that_are_like_it),
        IN_A_FOLDER(an_override_puts_one_value_at_one_place),
        IN_A_FOLDER(a_wrong_override_names_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
