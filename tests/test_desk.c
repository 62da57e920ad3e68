/* Visitors at the desk: before any call, never lost, and no calls themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

static struct centre centre;

/* Two weeks of mornings; so many needs an hour, who wait for ever and want an answer of 4
 * minutes; one agent, and visitors as said. */
static void live(int needs_per_h, const char *visitors)
{
    char text[2048];
    snprintf(text, sizeof text,
             "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 3; };\n"
             "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; } );\n"
             "demand = { rate = %d; busyness_cv = 0; };\n"
             "patience = { law = \"never\"; };\n"
             "message = { length = \"0 s\"; balking = 0; };\n"
             "redial = { first = 0; later = 0; };\n"
             "again = { probability = 0; };\n"
             "at_closing = \"cut\";\n"
             "handling = { law = \"deterministic\"; mean = \"4 min\"; wrap_up = 0; };\n"
             "groups = ( { name = \"a\"; agents = 1; visitors = { %s }; } );\n",
             needs_per_h, visitors);
    centre_open(&centre, text);
    centre_replicate(&centre, 41, 1);
}

/* Half a year of a unit of so many people, with breaks, leave, absences and a call now and
 * then. */
static void live_among_people(int agents)
{
    char text[2048];
    snprintf(text, sizeof text,
             "horizon = { start = \"2017-10-02\"; days = 182; warm_up = 0; run_off = 3; };\n"
             "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"
             "          { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"
             "demand = { rate = 2; busyness_cv = 0; };\n"
             "redial = { first = 0; later = 0; }; again = { probability = 0; };\n"
             "contracts = ( { name = \"c\"; breaks = ( { from = \"09:30\"; to = \"11:30\"; "
             "length = \"20 min\"; } );\n"
             "    off_phone = { share = \"15 %%\"; }; leave = { share = \"12 %%\"; };\n"
             "    absence = { share = \"10 %%\"; }; late = { probability = \"10 %%\"; }; } );\n"
             "groups = ( { name = \"a\"; contract = \"c\"; agents = %d;\n"
             "    visitors = { share = 0.3; }; } );\n",
             agents);
    centre_open(&centre, text);
    centre_replicate(&centre, 43, 1);
}

static int end_life(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

static double total(const char *name)
{
    return centre_total(&centre, name);
}

/* Calls never end: a visitor waits for the one in progress, seldom for another visitor. */
static void a_visitor_comes_before_all_who_wait_on_the_phone(void **state)
{
    (void)state;
    live(60, "share = 0.1; length = { law = \"deterministic\"; mean = \"4 min\"; };");
    assert_true(total("visits") > 20.0);
    assert_in_range((uint64_t)centre_value(&centre, "visit_wait_mean"), 90, 200);
    assert_true(centre_value(&centre, "wait_mean") > 1800.0);
}

static void visitors_who_wait_at_closing_are_served_out(void **state)
{
    (void)state;
    live(0, "share = 0.95; length = { law = \"deterministic\"; mean = \"25 min\"; };");
    assert_true(total("visits") > 50.0);
    assert_near(total("visit_share"), 1500.0 * total("visits"), 1e-3);
    assert_near(total("occupancy"), total("visit_share"), 1e-3);
    /* The morning alone could not hold them all. */
    assert_true(total("overtime") > 1.0);
    assert_true(centre_value(&centre, "visit_wait_mean") > 600.0);
}

static void a_visit_is_no_call(void **state)
{
    (void)state;
    live(3, "share = 0.5; length = { law = \"deterministic\"; mean = \"8 min\"; };");
    assert_true(total("visits") > 50.0 && total("needs") > 50.0);
    assert_true(total("attempts") == total("needs"));
    assert_true(total("answered") + total("cut_off") == total("needs"));
    assert_near(centre_value(&centre, "handling_mean"), 240.0, 1e-9);
    assert_near(total("occupancy"), 240.0 * total("answered") + 480.0 * total("visits"), 1e-3);
    assert_near(total("talk_hours_per_agent_day"), 240.0 * total("answered") / 3600.0, 1e-6);
}

static void visits_are_those_of_their_group_and_half_hour(void **state)
{
    (void)state;
    live(3, "share = 0.5; length = { law = \"deterministic\"; mean = \"8 min\"; };");
    double visits = 0.0;
    for (size_t i = 0; i < centre.model.axes[AXIS_HALF_HOUR].n; i++)
        visits += centre_over(&centre, "visits", AXIS_HALF_HOUR, i);
    assert_true(visits == total("visits"));
    assert_true(centre_over(&centre, "visits", AXIS_GROUP, 0) == visits);
    assert_near(centre_over(&centre, "visit_share", AXIS_GROUP, 0), total("visit_share"), 1e-6);
    assert_near(centre_over(&centre, "visit_wait_mean", AXIS_GROUP, 0),
                total("visit_wait_mean"), 1e-6);
}

/* As many visits as hold for 30 % of their time those who are really there. */
static void visitors_hold_the_share_of_those_who_are_there(void **state)
{
    (void)state;
    live_among_people(6);
    assert_true(centre_value(&centre, "agents_present") < 4.8);
    assert_near(centre_value(&centre, "visit_share"), 0.3, 0.012);
}

/* Who is alone is often away; nobody then comes, to wait until the next day. */
static void no_visitor_comes_when_nobody_is_there(void **state)
{
    (void)state;
    live_among_people(1);
    assert_true(total("visits") > 1000.0);
    assert_near(centre_value(&centre, "visit_share"), 0.3, 0.035);
    assert_true(centre_value(&centre, "visit_wait_mean") < 600.0);
}

int main(void)
{
#define LIFE(test) cmocka_unit_test_teardown(test, end_life)
    const struct CMUnitTest tests[] = {
        LIFE(a_visitor_comes_before_all_who_wait_on_the_phone),
        LIFE(visitors_who_wait_at_closing_are_served_out),
        LIFE(a_visit_is_no_call),
        LIFE(visits_are_those_of_their_group_and_half_hour),
        LIFE(visitors_hold_the_share_of_those_who_are_there),
        LIFE(no_visitor_comes_when_nobody_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
