/* Requests and call-backs: when they are due, and what callers hear of them in a few stories.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"
#include "tests/office_hours.h"

#include "models/flow/casefiles.h"
#include "models/flow/casework.h"
#include "models/staff/floor.h"

static struct office office;
static const struct sim_stream stream = { 52, 3 };

static int open_office(void **state)
{
    (void)state;
    const struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    office_open(&office, office_rules(OCTOBER_2, 14));
    office_expect(&office, &demand);
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    office_close(&office);
    return 0;
}

static struct moment moment_at(int date, int time_s)
{
    const struct slot *slot = office_slot(&office, date, time_s);
    return (struct moment){ &office.hours, (int)(slot - office.hours.slots),
                            (date - OCTOBER_2) * (double)DAY + time_s };
}

static void assert_done(const double *worked_s, int time_s, double work_s, int date,
                        int at_time_s)
{
    const struct moment moment = moment_at(OCTOBER_2, time_s);
    const double at = requests_worked_until(worked_s, &moment, work_s);
    assert_int_equal(office_date(&office, at), date);
    assert_near(office_time(at), at_time_s, 1e-6);
}

/* Mondays have 8 hours from half past eight, with an hour for lunch. */
static void work_rests_while_professionals_do(void **state)
{
    (void)state;
    const struct requests requests = { .professionals = 1 };
    const double *worked_s =
        requests_worked(&requests, &office.rules, &office.hours, &office.arena);
    assert_non_null(worked_s);
    assert_true(worked_s[office.hours.n_slots] == 2.0 * OPEN_A_WEEK);
    assert_done(worked_s, 9 * HOUR, 600.0, OCTOBER_2, 9 * HOUR + 600);
    assert_done(worked_s, 12 * HOUR + 1200, 900.0, OCTOBER_2, 13 * HOUR + HALF_HOUR + 300);
    assert_done(worked_s, 17 * HOUR, HOUR, OCTOBER_2 + 1, 9 * HOUR);
    assert_done(worked_s, 12 * HOUR + 2400, 60.0, OCTOBER_2, AFTERNOON + 60);
    assert_done(worked_s, 20 * HOUR, 8.0 * HOUR, OCTOBER_2 + 1, 17 * HOUR + HALF_HOUR);
    const struct moment moment = moment_at(OCTOBER_2, MORNING);
    assert_true(isinf(requests_worked_until(worked_s, &moment, 2.0 * OPEN_A_WEEK + 1.0)));
}

static void professionals_may_have_hours_of_their_own(void **state)
{
    (void)state;
    struct opening nights[] = { { 1, 22 * HOUR, 24 * HOUR }, { 2, 0, HOUR } };
    const struct requests requests = { .professionals = 1, .hours = { nights, 2 } };
    const double *worked_s =
        requests_worked(&requests, &office.rules, &office.hours, &office.arena);
    assert_non_null(worked_s);
    assert_done(worked_s, 10 * HOUR, 2.5 * HOUR, OCTOBER_2 + 1, HALF_HOUR);
}

/* On each open day with the same chance; in the two weeks that follow, nine days more. */
static void callers_ask_on_each_open_day_with_the_same_chance(void **state)
{
    (void)state;
    const struct requests requests = { .p_status = 0.25 };
    const struct moment moment = moment_at(OCTOBER_2, MORNING);
    enum { N = 40000 };
    int on_day[14] = { 0 }, beyond_end = 0;
    for (uint32_t i = 0; i < N; i++) {
        bool beyond;
        const double at = requests_asked_at(&requests, &moment, true, &stream,
                                            (struct sim_place){ i, 1, 0, 1 }, &beyond);
        if (!beyond) on_day[office_date(&office, at) - OCTOBER_2]++;
        beyond_end += beyond;
    }
    double left = 1.0;
    for (int day = 0; day < 12; day++) {
        if (day == 5 || day == 6) {
            assert_int_equal(on_day[day], 0);
            continue;
        }
        const double p = left * 0.25;
        assert_near(on_day[day], N * p, 4.0 * sqrt(N * p));
        left *= 0.75;
    }
    assert_near(beyond_end, N * left, 4.0 * sqrt(N * left));
}

static void nobody_asks_without_a_chance_and_everybody_with_certainty(void **state)
{
    (void)state;
    const struct moment moment = moment_at(OCTOBER_2, 17 * HOUR);
    const struct sim_place place = { 7, 1, 0, 1 };
    bool beyond;
    const struct requests never = { .p_status = 0.0 }, daily = { .p_status = 1.0 };
    assert_true(isinf(requests_asked_at(&never, &moment, true, &stream, place, &beyond)));
    assert_false(beyond);
    const double at = requests_asked_at(&daily, &moment, false, &stream, place, &beyond);
    assert_int_equal(office_date(&office, at), OCTOBER_2 + 1);
}

static void call_backs_are_due_in_the_order_of_their_instants(void **state)
{
    (void)state;
    static const double since[] = { 5.0, 3.0, 9.0, 3.0, 7.0 };
    static const uint32_t order[] = { 1, 3, 0, 4, 2 };
    struct casefiles files = { 0 };
    assert_true(casefiles_open(&files, 1, 1, 1));
    casefiles_clear(&files);
    for (uint32_t i = 0; i < 5; i++) {
        struct casefile *file = casefiles_take(&files, i, 0);
        assert_non_null(file);
        file->since = since[i];
        due_join(&files, file);
    }
    assert_int_equal(files.n_due, 5);
    due_leave(&files, &files.all[4]);
    for (uint32_t i = 0; i < 5; i++) {
        if (order[i] == 4) continue;
        assert_int_equal(files.due[0].first, order[i]);
        due_leave(&files, &files.all[order[i]]);
    }
    assert_int_equal(files.due[0].last, NOBODY);
    casefiles_close(&files);
}

/* ---- stories: round the clock, everybody answered at once, nobody resolved ---- */

#define STORY                                                                                  \
    "horizon = { start = \"2018-01-01\"; days = 5; warm_up = 0; run_off = 15; };\n"            \
    "demand = { rate = 20; busyness_cv = 0; };\n"                                              \
    "groups = ( { name = \"a\"; agents = 400; } );\n"                                          \
    "reasons = ( { name = \"r\"; resolved = 0; } );\n"                                         \
    "handling = { law = \"deterministic\"; mean = \"240 s\"; };\n"

static struct centre centre;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

static void tell_story(const char *more)
{
    char text[2048];
    snprintf(text, sizeof text, STORY "%s", more);
    centre_open(&centre, text);
    centre_replicate(&centre, 53, 1);
    assert_true(centre_total(&centre, "needs") > 1000.0);
}

static void assert_as_many(const char *measure, double per_need)
{
    const double wanted = per_need * centre_total(&centre, "needs");
    if (centre_total(&centre, measure) != wanted)
        fail_msg("%s: %g, not %g", measure, centre_total(&centre, measure), wanted);
}

static void who_is_not_reached_is_told_at_his_next_call(void **state)
{
    (void)state;
    tell_story(
        "requests = { status = 0; called_back = 1;\n"
        "    delay = { law = \"deterministic\"; mean = \"1 day\"; }; };\n"
        "outbound = { picked_up = 0; tries = 1; };\n"
        "again = { traced = 1; delay = { law = \"deterministic\"; mean = \"3 days\"; }; };");
    assert_as_many("needs_closed", 1.0);
    assert_as_many("needs_undeliverable", 0.0);
    assert_as_many("attempts_per_need", 2.0);
}

static void who_neither_picks_up_nor_calls_is_not_told(void **state)
{
    (void)state;
    tell_story("requests = { status = 0; called_back = 1;\n"
               "    delay = { law = \"deterministic\"; mean = \"1 day\"; }; };\n"
               "outbound = { picked_up = 0; tries = 4; }; again = { probability = 0; };");
    assert_as_many("needs_closed", 0.0);
    assert_as_many("needs_undeliverable", 1.0);
    assert_as_many("attempts_per_need", 1.0);
}

/* Nobody is ever free enough to call back. */
static void a_call_back_that_comes_too_late_is_not_made(void **state)
{
    (void)state;
    tell_story(
        "requests = { status = 0; called_back = 1;\n"
        "    delay = { law = \"deterministic\"; mean = \"1 day\"; }; };\n"
        "outbound = { reserve = 400; };\n"
        "again = { traced = 1; delay = { law = \"deterministic\"; mean = \"3 days\"; }; };");
    assert_as_many("needs_closed", 1.0);
    assert_as_many("callback_tries", 0.0);
    assert_as_many("callbacks_unreached", 0.0);
    assert_true(centre_total(&centre, "callbacks") > 500.0);
}

/* He would have called on the third day, and hears on the first. */
static void who_has_heard_does_not_call_any_more(void **state)
{
    (void)state;
    tell_story(
        "requests = { status = 0; tracing = false;\n"
        "    delay = { law = \"deterministic\"; mean = \"1 day\"; }; };\n"
        "again = { untraced = 1; delay = { law = \"deterministic\"; mean = \"3 days\"; }; };");
    assert_as_many("needs_closed", 1.0);
    assert_as_many("attempts_per_need", 1.0);
    assert_as_many("calls_again", 0.0);
}

/* With every day's call to ask, until the third day brings the answer, on average. */
static void without_tracing_who_asks_tries_again(void **state)
{
    (void)state;
    tell_story("requests = { status = 0.5; tracing = true; called_back = 0;\n"
               "    delay = { law = \"deterministic\"; mean = \"4 days\"; }; };\n"
               "again = { traced = 0; untraced = 1;\n"
               "    delay = { law = \"deterministic\"; mean = \"1 h\"; }; };");
    const double traced = centre_total(&centre, "attempts_per_need");
    centre_close(&centre);
    tell_story("requests = { status = 0.5; tracing = false; called_back = 0;\n"
               "    delay = { law = \"deterministic\"; mean = \"4 days\"; }; };\n"
               "again = { traced = 0; untraced = 1;\n"
               "    delay = { law = \"deterministic\"; mean = \"1 h\"; }; };");
    assert_as_many("needs_closed", 1.0);
    assert_true(centre_total(&centre, "attempts_per_need") > 20.0 * traced);
}

/* One agent too few while it is open; he has lunch in the office. */
static void call_backs_run_in_closed_hours_if_asked(void **state)
{
    (void)state;
    static const char *const shared =
        "horizon = { start = \"2017-10-02\"; days = 12; warm_up = 0; run_off = 0; };\n"
        "hours = ( { days = \"monday-friday\"; open = \"09:00\"; close = \"12:00\"; },\n"
        "    { days = \"monday-friday\"; open = \"14:00\"; close = \"17:00\"; } );\n"
        "demand = { rate = 300; busyness_cv = 0; };\n"
        "contracts = ( { name = \"c\"; shifts = ( { from = \"09:00\"; to = \"17:00\"; } ); } "
        ");\n"
        "groups = ( { name = \"a\"; agents = 2; contract = \"c\"; } ); at_closing = \"cut\";\n"
        "reasons = ( { name = \"r\"; resolved = 0; } ); again = { probability = 0; };\n"
        "requests = { status = 0; called_back = 1;\n"
        "    delay = { law = \"deterministic\"; mean = \"1 day\"; }; };\n";
    for (int closed = 0; closed < 2; closed++) {
        char text[2048];
        snprintf(text, sizeof text, "%s outbound = { when_closed = %s; };", shared,
                 closed ? "true" : "false");
        centre_open(&centre, text);
        centre_replicate(&centre, 54, 1);
        assert_true(centre_total(&centre, "callbacks") > 500.0);
        if (closed)
            assert_true(centre_total(&centre, "callback_tries") > 500.0);
        else
            assert_true(centre_total(&centre, "callback_tries") < 50.0);
        if (!closed) centre_close(&centre);
    }
}

int main(void)
{
#define STORIES(test) cmocka_unit_test_teardown(test, close_centre)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_rests_while_professionals_do),
        cmocka_unit_test(professionals_may_have_hours_of_their_own),
        cmocka_unit_test(callers_ask_on_each_open_day_with_the_same_chance),
        cmocka_unit_test(nobody_asks_without_a_chance_and_everybody_with_certainty),
        cmocka_unit_test(call_backs_are_due_in_the_order_of_their_instants),
        STORIES(who_is_not_reached_is_told_at_his_next_call),
        STORIES(who_neither_picks_up_nor_calls_is_not_told),
        STORIES(a_call_back_that_comes_too_late_is_not_made),
        STORIES(who_has_heard_does_not_call_any_more),
        STORIES(without_tracing_who_asks_tries_again),
        STORIES(call_backs_run_in_closed_hours_if_asked),
    };
    return cmocka_run_group_tests(tests, open_office, close_office);
}
