/* Transfers in scenarios so plain that what happens can be foretold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/listener.h"

#include <math.h>

/* Two weeks of mornings; until a time, so many needs an hour, who want an answer of 200 s, of
 * which wrap-up is a fifth. All dial x, which many agents of group a answer, unless a test says
 * otherwise. */
#define MORNINGS                                                                               \
    "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 3; };\n"            \
    "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; } );\n"        \
    "demand = { rates = ( { from = \"09:00\"; to = \"%s\"; values = [ %d ]; } ); busyness_cv " \
    "= 0; };\n"                                                                                \
    "message = { length = \"0 s\"; balking = 0; };\n"                                          \
    "redial = { first = 0; later = 0; };\n"                                                    \
    "handling = { law = \"deterministic\"; mean = \"200 s\"; wrap_up = 0.2; };\n"
#define FIRST "first = { law = \"deterministic\"; mean = \"60 s\"; };"
#define TO_B(p)                                                                                \
    "skills = ( { reasons = \"*\"; transfer = { to = \"b\"; probability = " #p "; " FIRST      \
    " }; } );"
#define GROUPS(n_a, n_b)                                                                       \
    "groups = ( { name = \"a\"; agents = " #n_a                                                \
    "; " TO_B(1) " },\n"                                                                       \
                 "  { name = \"b\"; agents = " #n_b "; } );\n"
#define LINES                                                                                  \
    "lines = ( { name = \"x\"; }, { name = \"y\"; } );\n"                                      \
    "routes = ( { lines = \"x\"; steps = ( { groups = \"a\"; } ); },\n"                        \
    "    { lines = \"y\"; steps = ( { groups = \"b\"; } ); } );\n"
#define ALL_TO_A     "routes = ( { steps = ( { groups = \"a\"; } ); } );\n"
#define FOR_EVER     "patience = { law = \"never\"; };\n"
#define NEVER_AGAIN  "again = { probability = 0; };\n"
#define PATIENT_ONCE FOR_EVER NEVER_AGAIN

static struct centre centre;

static void live_until(const char *until, int needs_per_h, const char *text)
{
    static char all[8192];
    const int used = snprintf(all, sizeof all, MORNINGS, until, needs_per_h);
    snprintf(all + used, sizeof all - (size_t)used, "%s", text);
    centre_open(&centre, all);
    centre_replicate(&centre, 81, 1);
    assert_true(centre_total(&centre, "answered") > 100.0);
}

static void live(int needs_per_h, const char *text)
{
    live_until("11:30", needs_per_h, text);
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

static double of_group(const char *name, size_t group)
{
    return centre_over(&centre, name, AXIS_GROUP, group);
}

/* 60 s and a brief of 30 s for the first; the brief and 200 s for the second. */
static void both_are_there_for_the_brief_then_the_second_handles_the_call(void **state)
{
    (void)state;
    live(20, PATIENT_ONCE ALL_TO_A GROUPS(40, 40));
    const double n = total("answered");
    assert_true(total("transfers") == n && total("transfers_taken") == n);
    assert_true(total("transfer_wait_mean") == 0.0);
    assert_near(of_group("handling_mean", 0), 90.0 * n, 1e-6 * n);
    assert_near(of_group("handling_mean", 1), 230.0 * n, 1e-6 * n);
    assert_near(total("occupancy"), 320.0 * n, 1e-6 * n);
    assert_true(of_group("answered", 0) == n && of_group("answered", 1) == 0.0);
    assert_true(of_group("transfers", 0) == n && of_group("transfers_taken", 1) == n);
    assert_near(centre_value(&centre, "handling_mean"), 160.0, 1e-6);
}

/* Wrap-up is a fifth of 60 s and of 200 s; the brief is talk. */
static void a_brief_has_no_wrap_up_of_its_own(void **state)
{
    (void)state;
    live(20, PATIENT_ONCE ALL_TO_A GROUPS(40, 40));
    assert_near(3600.0 * total("talk_hours_per_agent_day"),
                (48.0 + 30.0 + 30.0 + 160.0) * total("answered"), 1e-3);
}

/* The second group has more calls of its own than it can take. */
static void who_was_handed_over_comes_before_new_calls(void **state)
{
    (void)state;
    live(60, PATIENT_ONCE LINES GROUPS(40, 1) "at_closing = \"cut\";\n");
    assert_true(total("transfers_taken") > 100.0);
    assert_true(of_group("answered", 1) <= 30.0);
    assert_true(centre_value(&centre, "transfer_wait_mean") > 200.0);
}

static void few_wait_long_where_transfers_are_few(void **state)
{
    (void)state;
    live(60, PATIENT_ONCE LINES "at_closing = \"cut\";\n"
                                "groups = ( { name = \"a\"; agents = 40; " TO_B(
                                    0.05) " }, { name = \"b\"; agents = 1; } );\n");
    assert_true(total("transfers") > 20.0);
    assert_true(centre_value(&centre, "transfer_wait_mean") < 200.0);
    assert_true(centre_value(&centre, "wait_mean") > 300.0);
}

/* Group b is there from 10:00 on: until then the agents of group a keep their calls. */
static void where_nobody_is_there_the_agent_keeps_the_call(void **state)
{
    (void)state;
    live(20, PATIENT_ONCE ALL_TO_A "groups = ( { name = \"a\"; agents = 40; " TO_B(
                 1) " },\n"
                    "  { name = \"b\"; staffing = ( { from = \"10:00\"; to = \"12:00\"; values "
                    "= [ 40 "
                    "]; } ); } );\n");
    const double kept = total("answered") - total("transfers");
    assert_true(kept > 100.0 && total("transfers") > 100.0);
    assert_near(total("handling_mean"), 248.0 * kept + 320.0 * total("transfers"), 1e-3);
    assert_near(3600.0 * total("talk_hours_per_agent_day"),
                208.0 * kept + 268.0 * total("transfers"), 1e-3);
}

#define IMPATIENT(opened)                                                                      \
    "patience = { law = \"deterministic\"; mean = \"20 s\"; };\n"                              \
    "reasons = ( { name = \"r\"; resolved = 0; } );\n"                                         \
    "requests = { opened = " opened "; status = 0; called_back = 0;\n"                         \
    "    delay = { law = \"deterministic\"; mean = \"100 days\"; }; };\n" ALL_TO_A GROUPS(60,  \
                                                                                          1)

/* Hanging up between two agents is no abandonment: the call was answered. */
static void who_hangs_up_meanwhile_was_answered_and_is_not_helped(void **state)
{
    (void)state;
    live(60, IMPATIENT("0") NEVER_AGAIN);
    const double left = total("transfers_abandoned"), taken = total("transfers_taken");
    assert_true(left > 100.0 && taken > 50.0);
    assert_true(left + taken == total("transfers"));
    assert_true(total("answered") == total("offered") && total("abandoned") == 0.0);
    assert_true(total("needs_reached") == total("answered"));
    assert_true(total("oriented") == total("answered") - left);
    assert_true(total("needs_dropped") == total("answered"));
    assert_true(centre_value(&centre, "transfer_wait_mean") <= 20.0);
}

/* The others have a request, which nobody closes, and do not call again. */
static void and_calls_again_with_the_chance_of_one_who_was_told_nothing(void **state)
{
    (void)state;
    live(60,
         IMPATIENT("1") "again = { probability = 0; untraced = 1;\n"
                        "    delay = { law = \"deterministic\"; mean = \"100 days\"; }; };\n");
    assert_true(total("transfers_abandoned") > 100.0);
    assert_true(total("requests_opened") > 100.0);
    assert_true(total("needs_dropped") == 0.0);
    assert_true(total("needs_open") == total("answered"));
    centre_close(&centre);
    live(60,
         IMPATIENT("1") "again = { probability = 0; traced = 1;\n"
                        "    delay = { law = \"deterministic\"; mean = \"100 days\"; }; };\n");
    assert_true(total("needs_dropped") == total("transfers_abandoned"));
}

#define SLOW_B                                                                                 \
    PATIENT_ONCE ALL_TO_A "groups = ( { name = \"a\"; agents = 60; " TO_B(                     \
        1) " },\n"                                                                             \
           "  { name = \"b\"; agents = 2; skills = ( { reasons = \"*\"; handling_factor = "    \
           "9; } ); } );\n"

static void closing_serves_out_those_who_were_handed_over(void **state)
{
    (void)state;
    live_until("12:00", 6, SLOW_B "at_closing = \"serve\";\n");
    assert_true(total("transfers_taken") == total("transfers"));
    assert_true(total("overtime") > 5.0);
}

static void closing_cuts_them_off(void **state)
{
    (void)state;
    live_until("12:00", 6, SLOW_B "at_closing = \"cut\";\n");
    assert_true(total("transfers_abandoned") > 5.0);
    assert_true(total("transfers_taken") + total("transfers_abandoned") == total("transfers"));
    assert_true(total("cut_off") == 0.0);
}

static void or_they_stay_until_the_next_opening(void **state)
{
    (void)state;
    live_until("12:00", 6, SLOW_B "at_closing = \"stay\";\n");
    assert_true(total("transfers_abandoned") == 0.0);
    assert_true(centre_value(&centre, "transfer_wait_mean") > 3600.0);
    const double late = 2.0 * 10.0 * 0.5; /* each ends the call in hand, of half an hour */
    assert_true(total("overtime") < late + 10.0);
}

/* Group b has one agent until 10:00, who goes after the call in hand and those who wait. */
static void the_last_to_go_takes_those_who_were_handed_over(void **state)
{
    (void)state;
    live(30, PATIENT_ONCE ALL_TO_A "at_closing = \"cut\";\n"
                                   "groups = ( { name = \"a\"; agents = 60; " TO_B(
                                       1) " },\n"
                                          "  { name = \"b\"; staffing = ( { from = \"09:00\"; "
                                          "to = \"10:00\"; values = [ 1 ]; } ); "
                                          "} );\n");
    assert_true(total("transfers") > 100.0);
    assert_true(total("transfers_abandoned") == 0.0);
    assert_true(total("overtime") > 0.5);
}

/* When calls are handed over, as it is told. */
struct told {
    int n, after_closing;
};

static void hear_hand_over(void *self, const struct happening *happening)
{
    struct told *told = self;
    if (happening->what != TOLD_HANDS_OVER) return;
    told->n++;
    told->after_closing += fmod(happening->at, 86400.0) >= 43200.0;
}

/* Those who wait at noon are served out, and all stay for it. */
static void who_is_answered_after_closing_is_not_handed_over(void **state)
{
    struct told told = { 0 };
    const struct listener listener = { hear_hand_over, &told };
    (void)state;
    live_until("12:00", 120, PATIENT_ONCE ALL_TO_A GROUPS(2, 40) "at_closing = \"serve\";\n");
    assert_true(total("overtime") > 10.0);
    centre_listen(centre.place, &listener);
    centre_replicate(&centre, 81, 1);
    centre_listen(centre.place, NULL);
    assert_true(told.n > 100);
    assert_int_equal(told.after_closing, 0);
}

static void a_call_is_handed_over_once(void **state)
{
    (void)state;
    live(
        20,
        PATIENT_ONCE ALL_TO_A "groups = ( { name = \"a\"; agents = 40; " TO_B(
            1) " },\n"
               "  { name = \"b\"; agents = 40; skills = ( { reasons = \"*\"; transfer = { to = "
               "\"a\"; probability = 1; }; } ); } );\n");
    assert_true(total("transfers") == total("answered"));
}

static void the_chance_to_resolve_is_the_second_agents(void **state)
{
    (void)state;
    live(
        20, PATIENT_ONCE ALL_TO_A
        "reasons = ( { name = \"r\"; resolved = 0; } ); requests = { opened = 0; };\n"
        "groups = ( { name = \"a\"; agents = 40; " TO_B(
            0.5) " },\n"
                 "  { name = \"b\"; agents = 40; skills = ( { reasons = \"*\"; resolved = 1; } "
                 "); } );\n");
    assert_true(total("first_level_rate") == total("transfers"));
    assert_true(of_group("first_level_rate", 1) == total("transfers"));
    assert_true(total("oriented") == total("answered") - total("transfers"));
}

static void nobody_hands_over_who_dialled_a_wrong_line(void **state)
{
    (void)state;
    live(60, PATIENT_ONCE "lines = ( { name = \"x\"; }, { name = \"y\"; } );\n" ALL_TO_A
                          "reasons = ( { name = \"r\"; resolved = 0.5; } );\n"
                          "requests = { opened = 0; };\n"
                          "wrong_line = { probability = 0.5; };\n" GROUPS(60, 60));
    assert_true(total("wrong_line") > 100.0);
    assert_true(total("transfers") == total("first_level_rate") + total("oriented"));
}

/* Two phone lines: a caller holds his from the greeting to the end of the second talk. */
static void a_phone_line_is_held_between_two_agents_too(void **state)
{
    (void)state;
    live(60, PATIENT_ONCE ALL_TO_A GROUPS(60, 1) "phone_lines = 2;\n");
    assert_true(total("turned_away_busy") > 100.0);
    assert_true(centre_value(&centre, "transfer_wait_mean") < 250.0);
}

int main(void)
{
#define LIFE(test) cmocka_unit_test_teardown(test, end_life)
    const struct CMUnitTest tests[] = {
        LIFE(both_are_there_for_the_brief_then_the_second_handles_the_call),
        LIFE(a_brief_has_no_wrap_up_of_its_own),
        LIFE(who_was_handed_over_comes_before_new_calls),
        LIFE(few_wait_long_where_transfers_are_few),
        LIFE(where_nobody_is_there_the_agent_keeps_the_call),
        LIFE(who_hangs_up_meanwhile_was_answered_and_is_not_helped),
        LIFE(and_calls_again_with_the_chance_of_one_who_was_told_nothing),
        LIFE(closing_serves_out_those_who_were_handed_over),
        LIFE(closing_cuts_them_off),
        LIFE(or_they_stay_until_the_next_opening),
        LIFE(the_last_to_go_takes_those_who_were_handed_over),
        LIFE(who_is_answered_after_closing_is_not_handed_over),
        LIFE(a_call_is_handed_over_once),
        LIFE(the_chance_to_resolve_is_the_second_agents),
        LIFE(nobody_hands_over_who_dialled_a_wrong_line),
        LIFE(a_phone_line_is_held_between_two_agents_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
