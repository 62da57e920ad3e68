/* Learning: handling times that follow their curve to the last bit, day by day, and chances
 * that do. SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/life/workplace.h"
#include "models/staff/presence.h"

/* Every call takes 100 s before anything is learnt; sessions are at lunch, when it is closed.
 */
#define PLACE                                                                                  \
    "hours = ( { days = \"monday-friday\"; open = \"08:00\"; close = \"12:00\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:00\"; close = \"17:00\"; } );\n"                \
    "horizon = { start = \"2018-01-08\"; days = 28; warm_up = 0; run_off = 0; };\n"            \
    "demand = { rate = \"60 /h\"; busyness_cv = 0; };\n"                                       \
    "message = { length = \"0 s\"; balking = 0; }; again = { probability = 0; };\n"            \
    "patience = { law = \"never\"; };\n"                                                       \
    "handling = { law = \"deterministic\"; mean = \"100 s\"; };\n"                             \
    "contracts = ( { name = \"c\"; shifts = ( { days = \"monday-friday\"; from = \"08:00\";\n" \
    "  to = \"17:00\"; } ); absence = { share = 0; }; } );\n"
#define LUNCH  "sessions = ( { days = \"%s\"; from = \"12:00\"; to = \"13:00\"; } );\n"
#define AGENTS "groups = ( { name = \"g\"; agents = %d; contract = \"c\"; } );\n"

enum { DAYS = 20 }; /* open ones */

static struct centre centre;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

/* Opens a centre of so many agents with one module of 3 h whose sessions are on some days. */
static void open_module(int agents, const char *days, const char *how)
{
    static char text[4096];
    snprintf(text, sizeof text,
             PLACE AGENTS
             "training = ( { name = \"m\"; hours = \"3 h\"; " LUNCH
             "changes = ( { reasons = \"*\"; handling_factor = 0.6; } ); %s } );\n",
             agents, days, how);
    centre_open(&centre, text);
    centre_replicate(&centre, 4, 0);
}

/* The handling time of the calls dialled on a day; all are answered on it, or nearly. */
static double handling_on(size_t day)
{
    const double answered = centre_over(&centre, "answered", AXIS_DAY, day);
    assert_true(answered > 300.0);
    return centre_over(&centre, "handling_mean", AXIS_DAY, day) / answered;
}

static void assert_progress(size_t day, double progress)
{
    assert_near(handling_on(day), 100.0 * (1.0 - 0.4 * progress), 1e-9);
}

static void a_step_comes_the_day_after_the_last_hour(void **state)
{
    (void)state;
    open_module(20, "monday-friday", "");
    for (size_t day = 0; day < DAYS; day++)
        assert_progress(day, day < 3 ? 0.0 : 1.0);
    assert_near(centre_value(&centre, "training_hours"), 20.0 * 3.0, 0.5);
}

static void an_exponential_approach_goes_by_hours_attended(void **state)
{
    (void)state;
    open_module(20, "monday, wednesday", "approach = \"exponential\"; pace = 2;");
    static const double attended[DAYS] = { 0, 1, 1, 2, 2, 2, 3, 3, 3, 3,
                                           3, 3, 3, 3, 3, 3, 3, 3, 3, 3 };
    for (size_t day = 0; day < DAYS; day++)
        assert_progress(day, 1.0 - exp(-attended[day] / 2.0));
}

static void a_power_law_goes_by_days_at_work_once_the_module_is_finished(void **state)
{
    (void)state;
    open_module(20, "monday-friday",
                "approach = \"power\"; practice = \"days\"; pace = 2; exponent = 0.5;");
    for (size_t day = 0; day < DAYS; day++)
        assert_progress(day, day < 3 ? 0.0 : 1.0 - pow(1.0 + (double)(day - 3) / 2.0, -0.5));
}

static void practice_in_calls_is_each_agent_s_own(void **state)
{
    (void)state;
    open_module(3, "monday-friday",
                "approach = \"exponential\"; practice = \"calls\"; pace = 1000;");
    const struct learning *learning = &((struct workplace *)centre.place)->workforce.learning;
    for (size_t who = 0; who < 3; who++) {
        assert_near(learning->attended_s[who], 3.0 * 3600.0, 1e-9);
        const double since = learning->calls[who] - learning->practice[who];
        assert_true(since > 2000.0 && learning->practice[who] > 300.0);
        /* On the last day, a Sunday, all of them counted. */
        assert_near(learning->abilities[who].handling_factor,
                    1.0 - 0.4 * (1.0 - exp(-since / 1000.0)), 1e-12);
    }
    assert_near(learning->calls[0] + learning->calls[1] + learning->calls[2],
                centre_total(&centre, "answered"), 0.0);
}

static void who_is_on_leave_learns_later(void **state)
{
    (void)state;
    centre_open(&centre,
                PLACE "groups = ( { name = \"g\"; agents = 20; contract = \"c\"; people = (\n"
                      "  { name = \"x\"; leave = \"2018-01-09\"; } ); } );\n"
                      "training = ( { name = \"m\"; hours = \"2 h\"; changes = ( { reasons = "
                      "\"*\"; handling_factor = 0.5; } );\n"
                      "  sessions = ( { days = \"monday-friday\"; from = \"12:00\"; to = "
                      "\"13:00\"; } ); } );\n");
    centre_replicate(&centre, 4, 0);
    const struct learning *learning = &((struct workplace *)centre.place)->workforce.learning;
    for (size_t who = 0; who < 20; who++)
        assert_near(learning->attended_s[who], 2.0 * 3600.0, 1e-9);
    assert_near(handling_on(1), 100.0, 1e-9);
    assert_near(handling_on(3), 50.0, 1e-9);
    /* On Wednesday he alone still needs the whole time. */
    const double slow = (handling_on(2) - 50.0) / 50.0;
    assert_true(slow > 0.01 && slow < 0.10);
}

static void newcomers_fade_into_the_others(void **state)
{
    (void)state;
    centre_open(&centre, PLACE
                "groups = ( { name = \"g\"; agents = 1; contract = \"c\"; people = ( { name = "
                "\"x\"; newcomer = true; from_date = \"2018-01-01\"; } ); } );\n"
                "reasons = ( { name = \"r\"; proficiency_months = 3; } );\n"
                "newcomers = { handling_factor = 1.8; };\n");
    centre_replicate(&centre, 4, 0);
    /* The last day is the 34th after the first of January. */
    const struct ability *ability =
        ((struct workplace *)centre.place)->workforce.learning.abilities;
    assert_near(ability->handling_factor, 1.0 + 0.8 * pow(0.05, 34.0 / (3.0 * 365.25 / 12.0)),
                1e-12);
}

/* Modules one after the other at the same hour, for the reasons they concern alone. */
static void sessions_are_of_the_first_module_that_is_not_finished(void **state)
{
    (void)state;
    centre_open(
        &centre, PLACE
        "groups = ( { name = \"g\"; agents = 2; contract = \"c\"; people = ( { name = "
        "\"x\"; }, { name = \"y\"; } ); } );\n"
        "reasons = ( { name = \"r\"; resolved = 0.4; }, { name = \"s\"; resolved = 0.5; "
        "} );\n"
        "training = ( { name = \"a\"; hours = \"2 h\"; people = \"x\"; sessions = ( { "
        "from = \"12:00\"; to = \"13:00\"; } );\n"
        "    changes = ( { reasons = \"r\"; resolved = 0.8; } ); },\n"
        "  { name = \"b\"; hours = \"3 h\"; sessions = ( { from = \"12:00\"; to = "
        "\"13:00\"; every = 2; } );\n"
        "    changes = ( { reasons = \"*\"; more = 0.15; }, { reasons = \"s\"; resolved = "
        "0.3; } ); } );\n");
    centre_replicate(&centre, 4, 0);
    const struct learning *learning = &((struct workplace *)centre.place)->workforce.learning;
    const double *x = &learning->attended_s[0], *y = &learning->attended_s[2];
    assert_near(x[0], 7200.0, 1e-9);
    assert_near(x[1], 3.0 * 3600.0, 1e-9);
    assert_near(y[0], 0.0, 0.0);
    assert_near(y[1], 3.0 * 3600.0, 1e-9);
    assert_near(learning->abilities[0].p_resolved, 0.95, 1e-12);
    assert_near(learning->abilities[1].p_resolved, 0.5,
                1e-12); /* a lower chance takes nothing */
    assert_near(learning->abilities[2].p_resolved, 0.55, 1e-12);
}

/* Half of them on Mondays and half on Tuesdays, in open hours, three weeks long. */
static void presence_foresees_sessions_until_they_are_over(void **state)
{
    static struct presence_week week;
    (void)state;
    centre_open(
        &centre, PLACE
        "groups = ( { name = \"g\"; agents = 2; contract = \"c\"; people = ( { name = "
        "\"x\"; }, { name = \"y\"; } ); } );\n"
        "training = ( { name = \"m\"; hours = \"3 h\"; sessions = (\n"
        "    { days = \"monday\"; from = \"10:00\"; to = \"11:00\"; people = \"x\"; },\n"
        "    { days = \"tuesday\"; from = \"10:00\"; to = \"11:00\"; people = \"y\"; } ); "
        "} );\n");
    const struct scenario *scenario = &centre.scenario;
    const int *foreseen = scenario->roster.training->foreseen;
    assert_int_equal(foreseen[0], scenario->hours.days[14].date);
    assert_int_equal(foreseen[1], scenario->hours.days[15].date);
    presence_week_fill(&week, &scenario->roster, &scenario->roster.crews[0], &scenario->hours);
    assert_near(week.planned[0][20], 2.0 - 0.75, 1e-12); /* three Mondays of four */
    assert_near(week.planned[1][21], 2.0 - 0.75, 1e-12);
    assert_near(week.planned[1][22], 2.0, 1e-12);
    assert_near(week.planned[2][20], 2.0, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_step_comes_the_day_after_the_last_hour, close_centre),
        cmocka_unit_test_teardown(an_exponential_approach_goes_by_hours_attended, close_centre),
        cmocka_unit_test_teardown(a_power_law_goes_by_days_at_work_once_the_module_is_finished,
                                  close_centre),
        cmocka_unit_test_teardown(practice_in_calls_is_each_agent_s_own, close_centre),
        cmocka_unit_test_teardown(who_is_on_leave_learns_later, close_centre),
        cmocka_unit_test_teardown(newcomers_fade_into_the_others, close_centre),
        cmocka_unit_test_teardown(presence_foresees_sessions_until_they_are_over, close_centre),
        cmocka_unit_test_teardown(sessions_are_of_the_first_module_that_is_not_finished,
                                  close_centre),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
