/* Consultations in scenarios so plain that what happens can be foretold.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/listener.h"

#include <math.h>

/* Two weeks of mornings; until a time, so many needs an hour, who wait for ever and want an
 * answer of 200 s, of which wrap-up is a fifth; what a test says comes after. */
#define MORNINGS                                                                               \
    "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 3; };\n"            \
    "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; } );\n"        \
    "demand = { rates = ( { from = \"09:00\"; to = \"%s\"; values = [ %d ]; } ); busyness_cv " \
    "= 0; };\n"                                                                                \
    "patience = { law = \"never\"; };\n"                                                       \
    "message = { length = \"0 s\"; balking = 0; };\n"                                          \
    "redial = { first = 0; later = 0; }; again = { probability = 0; };\n"                      \
    "handling = { law = \"deterministic\"; mean = \"200 s\"; wrap_up = 0.2; };\n"
#define AGENTS(n) "groups = ( { name = \"a\"; agents = " #n "; } );\n"
#define ASK(p, wait)                                                                           \
    "consultation = { probability = " #p "; wait_at_most = \"" #wait                           \
    "\"; length = { law = \"deterministic\"; mean = \"60 s\"; }; };\n"

static struct centre centre;

static void live_until(const char *until, int needs_per_h, const char *text)
{
    static char all[4096];
    const int used = snprintf(all, sizeof all, MORNINGS, until, needs_per_h);
    snprintf(all + used, sizeof all - (size_t)used, "%s", text);
    centre_open(&centre, all);
    centre_replicate(&centre, 71, 1);
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

static void a_free_colleague_joins_at_once_and_both_are_busy(void **state)
{
    (void)state;
    live(20, AGENTS(40) ASK(1, 30 s));
    const double answered = total("answered");
    assert_true(total("consultations") == answered);
    assert_true(total("consultations_joined") == answered);
    assert_true(total("consultation_wait_mean") == 0.0);
    assert_near(total("handling_mean"), 260.0 * answered, 1e-6 * answered);
    assert_near(3600.0 * total("consultation_hours"), 60.0 * answered, 1e-6 * answered);
    assert_near(total("occupancy"), 320.0 * answered, 1e-6 * answered);
}

/* Talk is 160 s of 200; the caller is on the line while the two confer. */
static void a_consultation_has_no_wrap_up_of_its_own(void **state)
{
    (void)state;
    live(20, AGENTS(40) ASK(1, 30 s));
    assert_near(3600.0 * total("talk_hours_per_agent_day"), 220.0 * total("answered"), 1e-3);
}

static void who_is_alone_waits_and_goes_on(void **state)
{
    (void)state;
    live(12, AGENTS(1) ASK(1, 45 s));
    const double answered = total("answered");
    assert_true(total("consultations") == answered);
    assert_true(total("consultations_joined") == 0.0);
    assert_near(total("consultation_wait_mean"), 45.0 * answered, 1e-6 * answered);
    assert_near(total("handling_mean"), 245.0 * answered, 1e-6 * answered);
    assert_true(total("consultation_hours") == 0.0);
}

static void who_does_not_wait_loses_no_time(void **state)
{
    (void)state;
    live(12, AGENTS(1) ASK(1, 0 s));
    assert_true(total("consultations") == total("answered"));
    assert_near(total("handling_mean"), 200.0 * total("answered"), 1e-6);
}

/* Two agents, and always somebody who waits: whoever ends his call joins the other, who asks,
 * and takes the next caller after that. */
static void a_colleague_who_becomes_free_joins_before_he_takes_a_call(void **state)
{
    (void)state;
    live(120, AGENTS(2) ASK(0.05, 10 min) "at_closing = \"cut\";\n");
    assert_true(centre_value(&centre, "wait_mean") > 600.0);
    assert_true(total("consultations") > 20.0);
    assert_true(centre_value(&centre, "consultations_joined") > 0.75);
    assert_true(centre_value(&centre, "consultation_wait_mean") > 30.0);
}

/* Colleagues who join, as they are told of. */
struct joined {
    int n, late, before_visitors; /* in all; from 10:00 on; while a visitor waits */
};

static void hear_joined(void *self, const struct happening *happening)
{
    struct joined *joined = self;
    if (happening->what != TOLD_ADVISES) return;
    joined->n++;
    joined->late += fmod(happening->at, 86400.0) >= 36000.0;
    joined->before_visitors += happening->n_visitors > 0;
}

static struct joined listen(void)
{
    struct joined joined = { 0 };
    const struct listener listener = { hear_joined, &joined };
    centre_listen(centre.place, &listener);
    centre_replicate(&centre, 71, 1);
    centre_listen(centre.place, NULL);
    return joined;
}

/* One of two goes at 10:00, after the call in hand, though the other may be asking. */
static void who_is_to_go_joins_nobody(void **state)
{
    (void)state;
    live(120,
         "groups = ( { name = \"a\"; staffing = ( { from = \"09:00\"; values = [ 2 ]; to = "
         "\"10:00\"; }, { from = \"10:00\"; to = \"12:00\"; values = [ 1 ]; } ); } );\n" ASK(
             0.5, 10 min) "at_closing = \"cut\";\n");
    const struct joined joined = listen();
    assert_true(joined.n > 20);
    assert_int_equal(joined.late, 0);
}

static void a_visitor_comes_before_a_colleague_who_asks(void **state)
{
    (void)state;
    live(120, "groups = ( { name = \"a\"; agents = 3; visitors = { share = 0.3; }; } );\n" ASK(
                  0.3, 10 min) "at_closing = \"cut\";\n");
    assert_true(centre_value(&centre, "visit_wait_mean") > 30.0);
    const struct joined joined = listen();
    assert_true(joined.n > 50);
    assert_int_equal(joined.before_visitors, 0);
}

static void colleagues_are_of_the_groups_that_may_take_such_calls(void **state)
{
    (void)state;
    live(20,
         "lines = ( { name = \"x\"; }, { name = \"y\"; } );\n"
         "groups = ( { name = \"one\"; agents = 1; }, { name = \"many\"; agents = 40; } );\n"
         "routes = ( { lines = \"x\"; steps = ( { groups = \"one\"; } ); },\n"
         "    { lines = \"y\"; steps = ( { groups = \"many\"; } ); } );\n" ASK(1, 30 s));
    assert_true(centre_over(&centre, "consultations", AXIS_GROUP, 0) > 50.0);
    assert_true(centre_over(&centre, "consultations_joined", AXIS_GROUP, 0) == 0.0);
    const double many = centre_over(&centre, "consultations", AXIS_GROUP, 1);
    assert_true(many > 50.0);
    assert_true(centre_over(&centre, "consultations_joined", AXIS_GROUP, 1) == many);
    assert_true(centre_over(&centre, "consultation_hours", AXIS_GROUP, 0) == 0.0);
}

/* A group that joins a caller only after an hour may be asked at once. */
static void the_longest_idle_of_all_groups_is_asked(void **state)
{
    (void)state;
    live(20,
         "groups = ( { name = \"few\"; agents = 30; }, { name = \"help\"; agents = 30; } );\n"
         "routes = ( { steps = ( { groups = \"few\"; }, { groups = \"help\"; after = \"1 h\"; "
         "} ); } );\n" ASK(1, 30 s));
    assert_true(centre_over(&centre, "answered", AXIS_GROUP, 1) == 0.0);
    const double few = centre_over(&centre, "consultation_hours", AXIS_GROUP, 0);
    const double help = centre_over(&centre, "consultation_hours", AXIS_GROUP, 1);
    assert_true(help > few && few > 0.0);
}

/* Of the last calls of each day some are still going on at noon. */
static void nobody_joins_while_it_is_closed(void **state)
{
    (void)state;
    live_until(
        "12:00", 60,
        AGENTS(40) "at_closing = \"serve\";\n"
                   "consultation = { probability = 1; wait_at_most = \"0 s\"; length = { "
                   "law = \"deterministic\"; mean = \"60 s\"; }; };\n");
    assert_true(total("consultations_joined") < total("consultations"));
    assert_true(total("consultations_joined") > total("consultations") - 40.0);
}

static void a_colleague_raises_the_chance_to_resolve(void **state)
{
    (void)state;
    live(
        120,
        "reasons = ( { name = \"r\"; resolved = 0.5; } ); requests = { opened = 0; };\n" AGENTS(
            200) "consultation = { probability = 1; gain = 0.5; };\n");
    const double left_alone = total("consultations") - total("consultations_joined");
    assert_true(total("first_level_rate") >= total("answered") - left_alone);
    assert_true(total("oriented") <= left_alone);
}

static void no_colleague_on_a_wrong_line_or_for_an_answer_that_is_there(void **state)
{
    (void)state;
    live(60, "lines = ( { name = \"x\"; }, { name = \"y\"; } );\n"
             "reasons = ( { name = \"r\"; resolved = 0.5; } ); requests = { opened = 0; };\n"
             "wrong_line = { probability = 0.5; };\n" AGENTS(60) ASK(1, 30 s));
    assert_true(total("wrong_line") > 100.0);
    assert_true(total("consultations") == total("first_level_rate") + total("oriented"));
}

int main(void)
{
#define LIFE(test) cmocka_unit_test_teardown(test, end_life)
    const struct CMUnitTest tests[] = {
        LIFE(a_free_colleague_joins_at_once_and_both_are_busy),
        LIFE(a_consultation_has_no_wrap_up_of_its_own),
        LIFE(who_is_alone_waits_and_goes_on),
        LIFE(who_does_not_wait_loses_no_time),
        LIFE(a_colleague_who_becomes_free_joins_before_he_takes_a_call),
        LIFE(who_is_to_go_joins_nobody),
        LIFE(a_visitor_comes_before_a_colleague_who_asks),
        LIFE(colleagues_are_of_the_groups_that_may_take_such_calls),
        LIFE(the_longest_idle_of_all_groups_is_asked),
        LIFE(nobody_joins_while_it_is_closed),
        LIFE(a_colleague_raises_the_chance_to_resolve),
        LIFE(no_colleague_on_a_wrong_line_or_for_an_answer_that_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
