/* A struct filled from text by its table: values, defaults, faults.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scenarios/field_read.h"
#include "scenarios/field_write.h"
#include "scenarios/setting_parse.h"
#include "tests/small_world.h"

/* The least that is a whole world. */
#define LEAST "title = \"t\"; teams = { name = \"a\"; agents = 1; };"

struct reading {
    struct sim_arena arena;
    struct sim_faults faults;
    struct sim_inputs inputs;
    struct world world;
    bool ok;
};

static void reading_open(struct reading *self, const char *text)
{
    *self = (struct reading){ 0 };
    const struct text_origin origin = { "w.cfg", SIM_SET, false };
    const struct setting *root = setting_parse(text, origin, &self->arena, &self->faults);
    self->ok = root && field_read(root, &world_fields, &self->world, &self->arena,
                                  &self->inputs, &self->faults);
}

static void reading_close(struct reading *self)
{
    sim_faults_close(&self->faults);
    sim_arena_close(&self->arena);
}

/* All faults, a line each: line: path: what (got, wanted) hint */
static const char *faults_text(struct reading *self)
{
    const char *text = "";
    for (size_t i = 0; i < self->faults.n; i++) {
        const struct sim_fault *f = &self->faults.items[i];
        assert_string_equal(f->file, "w.cfg");
        text = sim_arena_print(&self->arena, "%s%s%u: %s: %s (%s, %s) %s", text, i ? "\n" : "",
                               f->line, f->path ? f->path : "-", f->what, f->got ? f->got : "-",
                               f->wanted ? f->wanted : "-", f->hint ? f->hint : "-");
    }
    return text;
}

static void every_kind_is_read_into_its_type(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r,
                 "title = \"Été\"; start = \"2018-01-31\"; per_hour = \"2 /min\"; cost = 30;"
                 "tracing = false; cap = 3.0; profile = ( \"10 %\", .9, 0 );"
                 "targets = \"a\"; closed = ( \"1970-01-02\" );"
                 "patience : { law = \"weibull\"; mean = 90; cv = .5; };"
                 "teams = ( { name = \"a-1\"; agents = \"10 agents\"; },"
                 "          { name = \"b\"; title = \"B\"; agents = 2; presence = 1; } );"
                 "hours = ( { days = \"thursday\"; open = \"08:30\"; close = \"11:00\"; } );");
    assert_string_equal(faults_text(&r), "");
    assert_true(r.ok);
    const struct world *w = &r.world;
    assert_string_equal(w->title, "Été");
    assert_int_equal(w->start, 17562);
    assert_true(w->per_hour == 120 && w->cost == 30 && !w->tracing && w->cap == 3);
    assert_int_equal(w->profile.n, 3);
    assert_true(w->profile.values[0] == .1 && w->profile.values[1] == .9);
    assert_int_equal(w->targets.n, 1);
    assert_string_equal(w->targets.values[0], "a");
    assert_int_equal(w->closed.values[0], 1);
    assert_true(w->patience.law == 2 && w->patience.mean == 90 && w->patience.cv == .5);
    assert_int_equal(w->teams.n, 2);
    const struct team *teams = w->teams.items;
    assert_true(teams[0].agents == 10 && teams[0].presence == .85 && !teams[0].title);
    assert_true(teams[1].agents == 2 && teams[1].presence == 1);
    const struct opening *hours = w->hours.items;
    assert_true(hours->days == 8 && hours->open == 30600 && hours->close == 39600);
    reading_close(&r);
}

static void what_is_not_written_takes_its_default(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, LEAST);
    assert_string_equal(faults_text(&r), "");
    const struct world *w = &r.world;
    assert_true(w->start == 17441 && w->per_hour == 94 && w->cost == 24 && w->tracing);
    assert_true(w->cap == 0 && w->targets.n == 0 && w->closed.n == 0 && w->hours.n == 0);
    assert_true(w->profile.n == 2 && w->profile.values[0] == .5 && w->profile.values[1] == .25);
    assert_true(w->patience.law == 1 && w->patience.mean == 240 && isnan(w->patience.cv));
    assert_int_equal(w->teams.n, 1);
    reading_close(&r);
}

static void a_text_in_quotes_that_is_empty_means_absent_where_that_is_the_default(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, LEAST "patience = { cv = \"\"; mean = \"\"; };");
    assert_true(isnan(r.world.patience.cv));
    assert_string_equal(faults_text(&r),
                        "1: patience.mean: not a number (\"\", a duration such "
                        "as \"4 min\") -");
    reading_close(&r);
}

static void inputs_are_all_keys_in_the_order_of_the_tables(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, LEAST "patience = { mean = 60; };");
    const char *text = "";
    for (size_t i = 0; i < r.inputs.n; i++) {
        const struct sim_input *in = &r.inputs.items[i];
        text = sim_arena_print(&r.arena, "%s%s = %s%s\n", text, in->path,
                               field_text(&r.arena, in->field, in->value),
                               in->origin == SIM_SET ? " (set)" : "");
    }
    assert_string_equal(text, "title = t (set)\nstart = 2017-10-02\nper_hour = 94 /h\n"
                              "cost = 24 EUR\ntracing = true\ncap = 0\nprofile = 50 %, 25 %\n"
                              "targets = \nclosed = \npatience.law = lognormal\n"
                              "patience.mean = 1 min (set)\npatience.cv = \n"
                              "patience.message = 0 s\nteams.a.name = a (set)\n"
                              "teams.a.title = \nteams.a.agents = 1 agent (set)\n"
                              "teams.a.presence = 85 %\n");
    reading_close(&r);
}

static void a_range_stands_for_each_of_its_dates(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, LEAST "closed = ( \"1970-01-02 to 1970-01-04\", \"1970-02-01\" );");
    assert_string_equal(faults_text(&r), "");
    const struct sim_dates *closed = &r.world.closed;
    assert_int_equal(closed->n, 4);
    for (int i = 0; i < 3; i++)
        assert_int_equal(closed->values[i], 1 + i);
    for (size_t i = 0; i < r.inputs.n; i++)
        if (!strcmp(r.inputs.items[i].path, "closed"))
            assert_string_equal(
                field_text(&r.arena, r.inputs.items[i].field, r.inputs.items[i].value),
                "1970-01-02 to 1970-01-04, 1970-02-01");
    reading_close(&r);
}

struct bad {
    const char *text; /* after LEAST, or alone if it starts with ! */
    const char *faults;
};

#define DATE_WANTED "a date such as \"2017-10-02\""

static const struct bad bad_texts[] = {
    { "!", "0: title: missing (-, a text in quotes) -\n"
           "0: teams: missing (-, a list of groups ( { ... }, { ... } )) -" },
    { "\npatiance = 3;", "2: patiance: unknown key (-, -) patience" },
    { "\n\npatience = {\n maen = 3; }", "4: patience.maen: unknown key (-, -) mean" },
    { "xyz = 1;", "1: xyz: unknown key (-, -) -" },
    { "patience = { mean = \"2 h\"; };", "1: patience.mean: out of range (2 h, 1 s to 1 h) -" },
    { "patience = { mean = 0; };", "1: patience.mean: out of range (0, 1 s to 1 h) -" },
    { "patience = { message = -1; };",
      "1: patience.message: out of range (-1, at least 0 s) -" },
    { "patience = { mean = \"4 %\"; };",
      "1: patience.mean: wrong unit (4 %, a duration such as \"4 min\") -" },
    { "patience = { mean = true; };",
      "1: patience.mean: wrong kind of value (true, a duration such as \"4 min\") -" },
    { "patience = { mean = { a = 1; }; };",
      "1: patience.mean: wrong kind of value ({ ... }, a duration such as \"4 min\") -" },
    { "patience = { mean = [ 1, 2 ]; };",
      "1: patience.mean: wrong kind of value (( ... ), a duration such as \"4 min\") -" },
    { "patience = 4;", "1: patience: wrong kind of value (4, a group { ... }) -" },
    { "patience = ( );", "1: patience: wrong kind of value (( ), a group { ... }) -" },
    { "patience = { law = \"weibul\"; };", "1: patience.law: unknown choice (weibul, "
                                           "exponential, lognormal, weibull) weibull" },
    { "patience = { law = 2; };", "1: patience.law: wrong kind of value (2, "
                                  "exponential, lognormal, weibull) -" },
    { "cap = 1.5;", "1: cap: not a whole number (1.5, a whole number) -" },
    { "cap = 3000000000L;", "1: cap: number too large (3000000000, -) -" },
    { "cap = \"many\";", "1: cap: not a number (many, a number such as 0.5) -" },
    { "tracing = 1;", "1: tracing: wrong kind of value (1, true or false) -" },
    { "start = \"2017-02-30\";", "1: start: no such day (2017-02-30, " DATE_WANTED ") -" },
    { "start = 2017;", "1: start: wrong kind of value (2017, " DATE_WANTED ") -" },
    { "closed = [ \"2017-01-01\", \"01/05/2017\" ];",
      "1: closed.[1]: not a date (01/05/2017, " DATE_WANTED
      ") write the year, the month, then the day" },
    { "profile = [ 85, 1 ];", "1: profile.[0]: out of range (85, 0 % to 100 %) write "
                              "percentages with their sign, such as \"85 %\"" },
    { "profile = [ \"1,5\" ];", "1: profile.[0]: comma in a number (1,5, a share such as "
                                "\"85 %\") write decimals with a dot, such as 0.5" },
    { "targets = [ \"a\", \"b\", \"c\" ];",
      "1: targets: wrong number of elements (3, 0 to 2) -" },
    { "targets = ( \"a\",\n 2 );",
      "2: targets.[1]: wrong kind of value (2, a text in quotes) -" },
    { "hours = 3;",
      "1: hours: wrong kind of value (3, a list of groups ( { ... }, { ... } )) -" },
    { "hours = ( 3 );", "1: hours.[0]: wrong kind of value (3, a group { ... }) -" },
    { "hours = (\n{ open = 8; },\n{ open = \"8h\"; close = \"24:30\"; days = \"lundi\"; } );",
      "2: hours.[0].open: wrong kind of value (8, a time of day such as \"08:30\") write times "
      "of day in quotes, such as \"08:30\"\n"
      "2: hours.[0].close: missing (-, a time of day such as \"08:30\") -\n"
      "3: hours.[1].days: not a weekday (lundi, weekdays such as \"monday-friday\" or "
      "\"monday, thursday\") -\n"
      "3: hours.[1].open: not a time of day (8h, a time of day such as \"08:30\") -\n"
      "3: hours.[1].close: no such time of day (24:30, a time of day such as \"08:30\") -" },
    { "!title = \"far too long\"; teams = ( );",
      "1: title: wrong number of letters (12, 1 to 8) -\n"
      "1: teams: wrong number of elements (0, 1 to 3) -" },
    { "!title = \"t\"; teams = ( { name = \"a\"; agents = 1; },\n{ name = \"a\"; agents = 1; } "
      ");",
      "2: teams.a: name given twice (a, -) -" },
    { "!title = \"t\"; teams = ( { name = \"a b\"; agents = 500; } );",
      "1: teams.a b.name: not a name (a b, a name of letters, digits, - and _, in quotes) -\n"
      "1: teams.a b.agents: out of range (500, 0 agents to 200 agents) -" },
    { "!title = \"t\"; teams = ( { agents = 1; remove = true; } );",
      "1: teams.[0].name: missing (-, a name of letters, digits, - and _, in quotes) -\n"
      "1: teams.[0].remove: unknown key (-, -) -" },
};

static void faults_say_where_what_got_and_wanted_all_at_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_texts / sizeof *bad_texts; i++) {
        const char *text = bad_texts[i].text;
        struct sim_arena arena = { 0 };
        struct reading r;
        const bool alone = *text == '!';
        reading_open(&r, sim_arena_print(&arena, "%s%s", alone ? "" : LEAST, text + alone));
        assert_string_equal(faults_text(&r), bad_texts[i].faults);
        assert_false(r.ok);
        assert_int_equal(sim_faults_exit(&r.faults), 2);
        reading_close(&r);
        sim_arena_close(&arena);
    }
}

static void a_long_text_is_shortened_between_letters(void **state)
{
    (void)state;
    struct reading r;
    reading_open(&r, LEAST "patience = { law = \"éééééééééééééééééééééééééééééééééééé\"; };");
    assert_string_equal(r.faults.items[0].got, "éééééééééééééééééééééééééééé...");
    reading_close(&r);
}

static void a_wrong_default_is_a_fault_with_its_path(void **state)
{
    (void)state;
    static const struct sim_field rows[] = {
        { .key = "x", .kind = SIM_REAL, .unit = SIM_SECONDS, .fallback = "4 %" }
    };
    static const struct sim_fields table = SIM_FIELDS(double, rows, NULL);
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct sim_inputs inputs;
    double x = 0;
    const struct setting root = { .type = SETTING_GROUP };
    assert_false(field_read(&root, &table, &x, &arena, &inputs, &faults));
    assert_string_equal(faults.items[0].path, "x");
    assert_string_equal(faults.items[0].got, "4 %");
    sim_faults_close(&faults);
    sim_arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_stands_for_each_of_its_dates),
        cmocka_unit_test(every_kind_is_read_into_its_type),
        cmocka_unit_test(what_is_not_written_takes_its_default),
        cmocka_unit_test(a_text_in_quotes_that_is_empty_means_absent_where_that_is_the_default),
        cmocka_unit_test(inputs_are_all_keys_in_the_order_of_the_tables),
        cmocka_unit_test(faults_say_where_what_got_and_wanted_all_at_once),
        cmocka_unit_test(a_long_text_is_shortened_between_letters),
        cmocka_unit_test(a_wrong_default_is_a_fault_with_its_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
