/* A whole scenario: its defaults, what joins its parts, and what is said about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

static struct centre centre;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

static void pass(const char *text)
{
    if (centre_check(&centre, text)) return;
    centre_explain(&centre);
    fail_msg("%s", text);
}

static void demand_and_a_group_are_enough(void **state)
{
    (void)state;
    pass("demand = { rate = 10; }; groups = ( { name = \"a\"; agents = 3; } );");
    const struct scenario *scenario = &centre.scenario;
    assert_int_equal(centre.faults.n, 0);
    assert_int_equal(scenario_n_lines(scenario), 1);
    assert_int_equal(scenario->reasons.n, 1);
    assert_string_equal(scenario_line(scenario, 0)->name, "all");
    assert_string_equal(scenario_reason(scenario, 0)->title, "all");
    assert_string_equal(scenario_group(scenario, 0)->title, "a");
    /* January 2018, round the clock, with 10 days before and after. */
    assert_int_equal(scenario->hours.n_days, 51);
    assert_int_equal(scenario->hours.n_ranked, 31 * 48);
    assert_int_equal(scenario->replications, 100);
    assert_int_equal(scenario->seed, 1);
    assert_false(scenario->phone_lines_limited);
    assert_int_equal(scenario->most_staff[0], 3);
    assert_true(scenario->expected[100] == 5.0);
}

static void titles_are_names_where_none_is_given(void **state)
{
    (void)state;
    pass("demand = { rate = 10; }; groups = ( { name = \"a\"; title = \"Accueil\"; agents = 3; "
         "}, "
         "{ name = \"b\"; agents = 1; } ); lines = ( { name = \"x\"; title = \"X, là\"; } );");
    assert_string_equal(scenario_group(&centre.scenario, 0)->title, "Accueil");
    assert_string_equal(scenario_group(&centre.scenario, 1)->title, "b");
    assert_string_equal(scenario_line(&centre.scenario, 0)->title, "X, là");
}

static void one_limit_on_phone_lines_is_enough_to_look_at_them(void **state)
{
    (void)state;
    pass("demand = { rate = 10; }; groups = ( { name = \"a\"; agents = 3; } );"
         "lines = ( { name = \"x\"; }, { name = \"y\"; phone_lines = 2; } );");
    assert_true(centre.scenario.phone_lines_limited);
}

static void the_most_staff_is_that_of_the_fullest_interval(void **state)
{
    (void)state;
    pass("demand = { rate = 10; }; groups = ( { name = \"a\"; staffing = ( { values = [ 2, 7, "
         "3 ]; "
         "} ); }, { name = \"b\"; agents = 4; } );");
    assert_int_equal(centre.scenario.most_staff[0], 7);
    assert_int_equal(centre.scenario.most_staff[1], 4);
}

static void assert_says(const char *text, bool passes, const char *path, const char *what)
{
    assert_int_equal(centre_check(&centre, text), passes);
    assert_int_equal(sim_faults_exit(&centre.faults), passes ? 0 : 2);
    bool found = false;
    for (size_t i = 0; i < centre.faults.n; i++) {
        const struct sim_fault *fault = &centre.faults.items[i];
        found = found || (strcmp(fault->what, what) == 0 && fault->path &&
                          strcmp(fault->path, path) == 0);
    }
    if (!found) centre_explain(&centre);
    assert_true(found);
    centre_close(&centre);
}

static void what_cannot_be_is_a_fault_at_its_path(void **state)
{
    (void)state;
#define DEMAND "demand = { rate = 10; };"
#define AGENTS "groups = ( { name = \"a\"; agents = 3; } );"
    assert_says(AGENTS, false, "demand", "no rate, rates or volume is given");
    assert_says(DEMAND AGENTS "interval = \"20 min\";", false, "interval",
                "not an interval this program knows");
    assert_says(DEMAND AGENTS "patience = { law = \"weibull\"; };", false, "patience.law",
                "a Weibull law needs its shape");
    assert_says(DEMAND AGENTS "handling = { law = \"erlang\"; shape = 1.5; };", false,
                "handling.law", "an Erlang law needs a whole number of phases as its shape");
    assert_says(DEMAND AGENTS "redial = { soon = .8; next_half_day = .3; };", false,
                "redial.next_half_day", "soon and next_half_day together exceed 100 %");
    assert_says(DEMAND AGENTS "lines = ( { name = \"x\"; weight = 0; } );", false, "lines",
                "the parts sum to zero");
    assert_says(DEMAND AGENTS "hours = ( { open = \"12:00\"; close = \"09:00\"; } );", false,
                "hours.[0].close", "closes before it opens");
    assert_says(DEMAND AGENTS "hours = ( { open = \"09:00\"; close = \"12:00\"; days = "
                              "\"sunday\"; } ); horizon = { days = 5; };",
                false, "hours", "the centre is never open within the horizon");
}

static void what_runs_but_is_probably_not_meant_is_a_warning(void **state)
{
    (void)state;
    assert_says("demand = { rate = 0; };" AGENTS, true, "demand", "no need is ever born");
    assert_says(DEMAND "groups = ( { name = \"a\"; agents = 0; } );", true, "groups",
                "calls arrive in open intervals in which nobody is present");
    assert_says(DEMAND AGENTS "patience = { law = \"never\"; }; at_closing = \"stay\";", true,
                "at_closing", "callers who never hang up stay on the line overnight");
}

static void all_faults_are_told_at_once(void **state)
{
    (void)state;
    assert_false(centre_check(&centre,
                              DEMAND AGENTS "patience = { law = \"weibull\"; };\n"
                                            "handling = { law = \"erlang\"; };\n"
                                            "redial = { soon = .8; next_half_day = .3; };\n"));
    assert_int_equal(centre.faults.n_input, 3);
}

int main(void)
{
#define SCENARIO(test) cmocka_unit_test_teardown(test, close_centre)
    const struct CMUnitTest tests[] = {
        SCENARIO(demand_and_a_group_are_enough),
        SCENARIO(titles_are_names_where_none_is_given),
        SCENARIO(one_limit_on_phone_lines_is_enough_to_look_at_them),
        SCENARIO(the_most_staff_is_that_of_the_fullest_interval),
        cmocka_unit_test(what_cannot_be_is_a_fault_at_its_path),
        cmocka_unit_test(what_runs_but_is_probably_not_meant_is_a_warning),
        SCENARIO(all_faults_are_told_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
