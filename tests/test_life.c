/* The life of a call, in scenarios so plain that what happens can be foretold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

/* Two weeks of weekdays from 09:00 to 12:00; 60 needs an hour who wait for ever, get an answer
 * of 4 minutes and call no more. What a test says comes after and counts instead. */
static const char *const plain[] = {
    "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 3; };",
    "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; } );",
    "demand = { rate = 60; busyness_cv = 0; };",
    "patience = { law = \"never\"; };",
    "message = { length = \"0 s\"; balking = 0; };",
    "redial = { first = 0; later = 0; };",
    "again = { probability = 0; };",
    "handling = { law = \"deterministic\"; mean = \"4 min\"; wrap_up = 0; };",
    "groups = ( { name = \"a\"; agents = 5; } );",
};

static struct centre centre;

/* Makes the plain centre, but for the settings of `text` (each begins a line of its own), and
 * one replication of it. */
static void live(const char *text)
{
    static char all[8192];
    size_t used = 0;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        const size_t key = strcspn(plain[i], " ");
        const char *at = text;
        while (at && strncmp(at, plain[i], key + 1) != 0)
            at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL;
        if (!at) used += (size_t)snprintf(all + used, sizeof all - used, "%s\n", plain[i]);
    }
    snprintf(all + used, sizeof all - used, "%s", text);
    centre_open(&centre, all);
    centre_replicate(&centre, 41, 1);
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

static double value(const char *name)
{
    return centre_value(&centre, name);
}

/* What is lived in open intervals, of the whole. */
static double lived_open(const char *name)
{
    double sum = 0.0;
    for (size_t i = 0; i < centre.model.axes[AXIS_INTERVAL].n; i++)
        sum += centre_over(&centre, name, AXIS_INTERVAL, i);
    return sum;
}

static void callers_without_agents_wait_as_long_as_they_can(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 0; } );\n"
         "patience = { law = \"deterministic\"; mean = \"90 s\"; };\n");
    assert_true(total("needs") > 1500.0);
    assert_true(total("abandoned") == total("needs"));
    assert_true(total("needs_lost") == total("needs"));
    assert_near(value("wait_abandoned_mean"), 90.0, 1e-6);
    assert_near(value("patience_mean"), 90.0, 1e-6);
    assert_true(total("abandoned_short") == 0.0);
    assert_true(total("p_wait_over_60") == total("needs"));
    assert_true(total("p_wait_over_120") == 0.0);
    assert_near(lived_open("queue_mean"), 90.0 * total("needs"), 0.02 * 90.0 * total("needs"));
}

static void abandons_under_5_seconds_are_short(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 0; } );\n"
         "patience = { law = \"deterministic\"; mean = \"4.9 s\"; };\n");
    assert_true(total("abandoned_short") == total("abandoned"));
    assert_true(total("service_level_left") == total("abandoned"));
}

static void patience_may_end_in_the_greeting(void **state)
{
    (void)state;
    live("greeting = \"10 s\";\n"
         "patience = { law = \"deterministic\"; mean = \"9 s\"; };\n");
    assert_true(total("hung_up_greeting") == total("needs"));
    assert_true(total("offered") == total("needs"));
    assert_true(total("wait_mean") == 0.0);
    assert_true(value("abandonment_rate") == 1.0);
    assert_true(value("abandonment_rate_pure") == 0.0);
}

static void patience_counts_from_the_greeting_and_the_wait_from_its_end(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 0; } );\n"
         "greeting = \"10 s\";\n"
         "patience = { law = \"deterministic\"; mean = \"100 s\"; };\n");
    assert_true(total("abandoned") == total("needs"));
    assert_near(value("wait_abandoned_mean"), 90.0, 1e-6);
}

static void only_who_has_to_wait_hears_the_message_and_may_balk(void **state)
{
    (void)state;
    live("message = { length = \"15 s\"; balking = 1; };\n");
    assert_true(total("balked") > 0.0);
    assert_true(total("balked") == total("p_wait"));
    assert_true(total("answered") + total("balked") == total("needs"));
    assert_true(total("wait_answered_mean") == 0.0);
    assert_near(total("wait_mean"), 15.0 * total("balked"), 1e-6 * total("balked"));
}

/* Free agents may not take a caller before the message has ended. */
static void the_message_is_heard_to_its_end(void **state)
{
    (void)state;
    live("message = { length = \"300 s\"; balking = 0; };\n");
    const double waited = total("p_wait");
    assert_true(waited > 0.0 && total("answered") == total("needs"));
    assert_true(total("wait_answered_mean") >= 300.0 * waited * (1.0 - 1e-9));
    assert_true(total("p_wait_over_120") == waited);
}

static void who_is_served_out_at_closing_is_never_cut_off(void **state)
{
    (void)state;
    live("at_closing = \"serve\";\ngroups = ( { name = \"a\"; agents = 3; } );\n");
    assert_true(total("answered") == total("needs"));
    assert_true(total("cut_off") == 0.0);
    assert_true(total("overtime") > 1.0);
    /* 45 minutes of work too much a morning: nobody waits for the next day. */
    assert_true(sim_histogram_quantile(centre.row.histograms, 1, 0.999999) < 3.0 * 3600.0);
}

static void who_is_cut_off_at_closing_waits_no_longer(void **state)
{
    (void)state;
    live("at_closing = \"cut\";\ngroups = ( { name = \"a\"; agents = 3; } );\n");
    assert_true(total("cut_off") > 50.0);
    assert_true(total("answered") + total("cut_off") == total("needs"));
    assert_near(lived_open("queue_mean"), total("queue_mean"), 1e-6);
}

static void who_hears_the_greeting_at_closing_is_cut_off_too(void **state)
{
    (void)state;
    live("at_closing = \"cut\";\ngreeting = \"60 s\";\n"
         "groups = ( { name = \"a\"; agents = 3; } );\n");
    assert_near(lived_open("queue_mean"), total("queue_mean"), 1e-6);
    assert_true(sim_histogram_quantile(centre.row.histograms, 3, 0.999999) < 3.1 * 3600.0);
}

static void who_stays_on_the_line_is_answered_in_the_morning(void **state)
{
    (void)state;
    live("at_closing = \"stay\";\ngroups = ( { name = \"a\"; agents = 3; } );\n"
         "horizon = { start = \"2017-10-02\"; days = 2; warm_up = 0; run_off = 3; };\n");
    assert_true(total("cut_off") == 0.0);
    assert_true(total("answered") == total("needs"));
    const double longest = sim_histogram_quantile(centre.row.histograms, 1, 0.999999);
    assert_in_range((uint64_t)longest, 20 * 3600, 24 * 3600);
}

static void a_call_at_closing_is_finished_and_is_overtime(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 1; } );\nat_closing = \"cut\";\n"
         "handling = { law = \"deterministic\"; mean = \"50 min\"; wrap_up = 0; };\n");
    /* About 4 calls of 50 minutes begin in a morning, the last of which runs on. */
    assert_true(total("overtime") > 1.0 && total("overtime") < 10.0 * 50.0 / 60.0);
    assert_near(total("occupancy"), total("answered") * 3000.0, 1e-3);
    assert_true(value("occupancy") <= 1.0);
}

static void phone_lines_hold_so_many_calls_and_no_more(void **state)
{
    (void)state;
    live("phone_lines = 4;\n");
    assert_true(total("turned_away_busy") > 100.0);
    assert_true(total("p_wait") == 0.0); /* never more calls than agents */
    assert_true(total("attempts_open") == total("needs"));
    assert_true(total("offered") + total("turned_away_busy") == total("needs"));
    assert_true(value("occupancy") < 0.8);
}

/* Erlang B for 4 lines offered 4 Erlangs: .3107. */
static void a_line_is_free_once_the_talk_is_over(void **state)
{
    (void)state;
    live("phone_lines = 4;\ngroups = ( { name = \"a\"; agents = 50; } );\n"
         "horizon = { start = \"2017-10-02\"; days = 200; warm_up = 0; run_off = 0; };\n"
         "handling = { law = \"exponential\"; mean = \"8 min\"; wrap_up = 0.5; };\n");
    assert_near(value("p_blocked"), 0.3107, 0.012);
}

static void the_lines_own_limits_hold_beside_that_of_all(void **state)
{
    (void)state;
    live("lines = ( { name = \"x\"; phone_lines = 1; }, { name = \"y\"; } );\n"
         "groups = ( { name = \"a\"; agents = 50; } );\n");
    assert_true(centre_over(&centre, "turned_away_busy", AXIS_LINE, 0) > 100.0);
    assert_true(centre_over(&centre, "turned_away_busy", AXIS_LINE, 1) == 0.0);
}

/* 12.3 is no sum of powers of 2: what is added to an instant does not come back exactly. */
static void a_group_joins_exactly_after_its_delay(void **state)
{
    (void)state;
    static const char *const delays[] = { "20 s", "12.3 s", "0.7 s", "77.7 s" };
    static const double seconds[] = { 20.0, 12.3, 0.7, 77.7 };
    for (int i = 0; i < 4; i++) {
        char text[400];
        snprintf(text, sizeof text,
                 "groups = ( { name = \"a\"; agents = 0; }, { name = \"b\"; agents = 90; } );\n"
                 "routes = ( { steps = ( { groups = [ \"a\" ]; }, { groups = [ \"b\" ]; "
                 "after = \"%s\"; } ); } );\n",
                 delays[i]);
        live(text);
        assert_near(value("wait_answered_mean"), seconds[i], 1e-6);
        assert_true(total("answered") == total("needs"));
        if (i < 3) centre_close(&centre);
    }
}

static void a_reserve_is_kept_for_others(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 0; }, { name = \"b\"; agents = 5; } );\n"
         "patience = { law = \"deterministic\"; mean = \"90 s\"; };\n"
         "routes = ( { steps = ( { groups = [ \"a\" ]; }, { groups = [ \"b\" ]; reserve = 3; } "
         "); } );\n");
    /* Never more than two of five are busy, and mostly both. */
    assert_true(value("occupancy") <= 0.4 + 0.02 && value("occupancy") > 0.35);
}

static void steps_are_tried_in_order(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 3; }, { name = \"b\"; agents = 90; } );\n"
         "routes = ( { steps = ( { groups = [ \"a\" ]; }, { groups = [ \"b\" ]; } ); } );\n");
    assert_true(total("p_wait") == 0.0);
    const double first = centre_over(&centre, "answered", AXIS_GROUP, 0);
    /* Three servers offered 4 Erlangs carry about 2.1 (Erlang B .4507 lost). */
    assert_near(first / total("answered"), 0.55, 0.05);
}

static void a_higher_priority_waits_less(void **state)
{
    (void)state;
    live("reasons = ( { name = \"low\"; }, { name = \"high\"; priority = 3; } );\n"
         "groups = ( { name = \"a\"; agents = 4; } );\n");
    const double low = centre_over(&centre, "wait_answered_mean", AXIS_REASON, 0);
    const double high = centre_over(&centre, "wait_answered_mean", AXIS_REASON, 1);
    assert_true(high < 0.2 * low);
}

static void fewest_skills_answer_first_where_that_is_chosen(void **state)
{
    (void)state;
    static const char *const groups =
        "reasons = ( { name = \"x\"; share = 99; }, { name = \"y\"; share = 1; } );\n"
        "groups = ( { name = \"all\"; agents = 20; }, { name = \"x\"; agents = 20; skills = ( "
        "{ "
        "reasons = [ \"x\" ]; } ); } );\n";
    char text[500];
    snprintf(text, sizeof text, "%schoose = \"fewest_skills\";\n", groups);
    live(text);
    assert_true(centre_over(&centre, "answered", AXIS_GROUP, 0) < 0.02 * total("answered"));
    centre_close(&centre);
    for (int i = 0; i < 2; i++) {
        snprintf(text, sizeof text, "%schoose = \"%s\";\n", groups,
                 i ? "random" : "longest_idle");
        live(text);
        assert_near(centre_over(&centre, "answered", AXIS_GROUP, 0) / total("answered"), 0.5,
                    0.05);
        if (i == 0) centre_close(&centre);
    }
}

static void a_need_dials_as_often_as_it_may_and_is_lost(void **state)
{
    (void)state;
    live("groups = ( { name = \"a\"; agents = 0; } );\n"
         "patience = { law = \"deterministic\"; mean = \"30 s\"; };\n"
         "redial = { first = 1; later = 1; most_attempts = 3; soon = 1; next_half_day = 0; "
         "delay "
         "= { law = \"deterministic\"; mean = \"5 min\"; }; };\n");
    assert_true(total("needs_lost") == total("needs"));
    assert_true(total("needs_open") == 0.0);
    assert_true(value("attempts_per_need") == 3.0);
    /* Attempts of the last day may fall in the run-off. */
    assert_true(total("redials") + total("needs") == total("attempts"));
    assert_in_range((uint64_t)total("redials"), (uint64_t)(1.9 * total("needs")),
                    (uint64_t)(2.0 * total("needs")));
}

static void half_of_those_answered_call_again(void **state)
{
    (void)state;
    live(
        "groups = ( { name = \"a\"; agents = 90; } );\n"
        "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 40; };\n"
        "again = { probability = 0.5; delay = { law = \"deterministic\"; mean = \"10 min\"; }; "
        "};\n");
    assert_near(value("attempts_per_need"), 2.0, 4.0 * sqrt(2.0 / total("needs")));
    assert_true(total("redials") == 0.0);
    assert_true(total("needs_reached") == total("needs"));
    assert_near(total("calls_again"), total("needs"), 0.15 * total("needs"));
}

static void calls_dialled_while_closed_hear_so_and_move_to_the_opening(void **state)
{
    (void)state;
    live("demand = { rates = ( { from = \"06:00\"; to = \"09:00\"; values = [ 20 ]; } ); "
         "busyness_cv = 0; };\n"
         "groups = ( { name = \"a\"; agents = 90; } );\n"
         "redial = { first = 0; later = 0; closed = { first = 1; }; soon = 1; next_half_day = "
         "0; "
         "spread = \"30 min\"; delay = { law = \"deterministic\"; mean = \"1 min\"; }; };\n");
    assert_true(total("turned_away_closed") == total("needs"));
    /* Weekends too; what is dialled on Saturday comes on Monday. */
    assert_true(total("answered") > 0.75 * total("needs"));
    assert_true(total("answered") == centre_over(&centre, "answered", AXIS_HALF_HOUR, 0));
}

static void more_staff_come_in_and_go_by_the_interval(void **state)
{
    (void)state;
    live(
        "groups = ( { name = \"a\"; staffing = ( { from = \"09:00\"; values = [ 2, 8, 1, 4, 4, "
        "4 ]; } ); } );\n");
    static const double present[] = { 2, 8, 1, 4, 4, 4 };
    for (size_t i = 0; i < 6; i++)
        assert_near(centre_over(&centre, "agents_present", AXIS_HALF_HOUR, i),
                    present[i] * 1800.0 * 10.0, 1e-6);
    assert_true(total("answered") == total("needs"));
}

int main(void)
{
#define LIFE(test) cmocka_unit_test_teardown(test, end_life)
    const struct CMUnitTest tests[] = {
        LIFE(callers_without_agents_wait_as_long_as_they_can),
        LIFE(abandons_under_5_seconds_are_short),
        LIFE(patience_may_end_in_the_greeting),
        LIFE(patience_counts_from_the_greeting_and_the_wait_from_its_end),
        LIFE(only_who_has_to_wait_hears_the_message_and_may_balk),
        LIFE(the_message_is_heard_to_its_end),
        LIFE(who_is_served_out_at_closing_is_never_cut_off),
        LIFE(who_is_cut_off_at_closing_waits_no_longer),
        LIFE(who_hears_the_greeting_at_closing_is_cut_off_too),
        LIFE(who_stays_on_the_line_is_answered_in_the_morning),
        LIFE(a_call_at_closing_is_finished_and_is_overtime),
        LIFE(phone_lines_hold_so_many_calls_and_no_more),
        LIFE(a_line_is_free_once_the_talk_is_over),
        LIFE(the_lines_own_limits_hold_beside_that_of_all),
        LIFE(a_group_joins_exactly_after_its_delay),
        LIFE(a_reserve_is_kept_for_others),
        LIFE(steps_are_tried_in_order),
        LIFE(a_higher_priority_waits_less),
        LIFE(fewest_skills_answer_first_where_that_is_chosen),
        LIFE(a_need_dials_as_often_as_it_may_and_is_lost),
        LIFE(half_of_those_answered_call_again),
        LIFE(calls_dialled_while_closed_hear_so_and_move_to_the_opening),
        LIFE(more_staff_come_in_and_go_by_the_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
