/* A scenario staffed by numbers that can be set: the same where nothing is set.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/headcount.h"

#define WEEK                                                                                   \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; } );\n"        \
    "horizon = { start = \"2018-01-08\"; days = 5; warm_up = 0; run_off = 0; };\n"             \
    "demand = { rate = \"60 /h\"; };\n"
#define NUMBERS                                                                                \
    WEEK "groups = ( { name = \"a\"; agents = 4; }, { name = \"b\"; agents = 2; } );\n"
#define PEOPLE                                                                                 \
    WEEK "contracts = ( { name = \"c\"; } );\n"                                                \
         "groups = ( { name = \"a\"; agents = 5; contract = \"c\"; } );\n"

static struct centre centre;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

/* Has the centre simulate another scenario from now on. */
static void turn_to(struct scenario *scenario)
{
    const struct centre_detail all = { .dated = true, .figures = true };
    assert_non_null(scenario);
    centre.model.close(centre.place);
    assert_true(centre_model(&centre.model, scenario, all, &centre.arena, &centre.faults));
    centre.place = centre.model.open(&centre.model);
    assert_non_null(centre.place);
}

static void a_copy_of_numbers_is_the_same_centre(void **state)
{
    (void)state;
    centre_open(&centre, NUMBERS);
    centre_replicate(&centre, 5, 0);
    const double answered = centre_total(&centre, "answered"),
                 waited = centre_value(&centre, "wait_mean");
    turn_to(headcount_copy(&centre.scenario, &centre.arena));
    centre_replicate(&centre, 5, 0);
    assert_true(centre_total(&centre, "answered") == answered);
    assert_true(centre_value(&centre, "wait_mean") == waited);
}

static void people_become_the_number_they_were_meant_to_be(void **state)
{
    (void)state;
    centre_open(&centre, PEOPLE);
    struct scenario *copy = headcount_copy(&centre.scenario, &centre.arena);
    turn_to(copy);
    centre_replicate(&centre, 5, 0);
    assert_near(centre_value(&centre, "agents_present"), 5.0, 1e-9);
    assert_true(scenario_group(&centre.scenario, 0)->contract != NULL);
}

/* Seventeen half-hours after midnight, 8:30, on Wednesdays. */
static void numbers_are_put_by_weekday_and_interval(void **state)
{
    (void)state;
    centre_open(&centre, NUMBERS);
    struct scenario *copy = headcount_copy(&centre.scenario, &centre.arena);
    headcount_put(copy, 2, 17, 0, 9);
    turn_to(copy);
    centre_replicate(&centre, 5, 0);
    for (size_t cell = 0; cell < 40; cell++)
        assert_near(centre_over(&centre, "agents_present", AXIS_INTERVAL, cell) / 1800.0,
                    cell == 16 ? 11.0 : 6.0, 1e-9);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_teardown(test, close_centre)
    const struct CMUnitTest tests[] = {
        TEST(a_copy_of_numbers_is_the_same_centre),
        TEST(people_become_the_number_they_were_meant_to_be),
        TEST(numbers_are_put_by_weekday_and_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
