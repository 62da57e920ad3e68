/* Which days miss the target: held to the calls of the same days, date by date.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

static struct centre centre;

/* Four weeks with too few agents on busy days; nobody calls on Fridays. */
static const char four_weeks[] =
    "horizon = { start = \"2017-10-02\"; weeks = 4; warm_up = 2; run_off = 2; };\n"
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; } );\n"
    "demand = { volume = 250; per = \"day\"; weekdays = [ 1.2, 1.0, 0.9, 0.9, 0.0, 0.0, 0.0 "
    "];\n"
    "           busyness_cv = 0.2; };\n"
    "redial = { first = 0; later = 0; }; again = { probability = 0; };\n"
    "groups = ( { name = \"a\"; agents = 5; } );\n";

static void live(const char *measure, bool at_least, double bound)
{
    centre_open(&centre, four_weeks);
    centre.scenario.day_target =
        (struct day_target){ centre_measure(measure), at_least, bound };
    centre_replicate(&centre, 7, 1);
}

static int end_life(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

/* The value of a measure on one day, from its dated intervals; NaN where there was nothing. */
static double on_day(const char *measure, int day)
{
    const struct hours *hours = &centre.scenario.hours;
    const struct sim_measure *row = centre_measure(measure);
    const size_t first = sim_model_first_cell(&centre.model, AXIS_INTERVAL);
    double over = 0.0, under = 0.0;
    for (int i = 0; i < hours->n_slots; i++) {
        const struct slot *slot = &hours->slots[i];
        if (slot->day != day || slot->rank < 0) continue;
        const double *cell = &centre.row.counts[(first + (size_t)slot->rank) * SIM_COUNTERS];
        over += sim_measure_over(row, cell);
        under += sim_measure_under(row, cell);
    }
    return over / under;
}

/* Counted days on which the answer rate is below, or the mean wait above. */
static double days_missed(double answer_rate, double wait_s)
{
    double n = 0.0;
    for (int d = 0; d < centre.scenario.hours.n_days; d++)
        if (centre.scenario.hours.days[d].counted &&
            (on_day("answer_rate", d) < answer_rate || on_day("wait_mean", d) > wait_s))
            n += 1.0;
    return n;
}

static double days_under_target(void)
{
    return centre_total(&centre, "days_under_target");
}

static void each_day_is_held_to_a_target_by_its_own_calls(void **state)
{
    (void)state;
    live("answer_rate", true, 0.85);
    assert_in_range((int)days_under_target(), 3, 13); /* of 16: some miss it, some do not */
    assert_true(days_under_target() == days_missed(0.85, INFINITY));
}

static void a_bound_from_above_is_missed_above_it(void **state)
{
    (void)state;
    live("wait_mean", false, 40.0);
    assert_in_range((int)days_under_target(), 3, 13);
    assert_true(days_under_target() == days_missed(0.0, 40.0));
}

static void days_under_target_add_up_over_weekdays(void **state)
{
    (void)state;
    live("answer_rate", true, 0.85);
    double sum = 0.0;
    for (size_t i = 0; i < 5; i++)
        sum += centre_over(&centre, "days_under_target", AXIS_WEEKDAY, i);
    assert_true(sum == days_under_target());
    assert_true(centre_over(&centre, "days_under_target", AXIS_WEEKDAY, 0) == 4.0);
}

static void a_day_without_calls_misses_nothing(void **state)
{
    (void)state;
    live("answer_rate", true, 1.0);
    assert_true(days_under_target() == days_missed(1.0, INFINITY));
    assert_true(centre_over(&centre, "days_under_target", AXIS_WEEKDAY, 4) == 0.0);
}

static void a_day_is_judged_by_shares_and_mean_times_alone(void **state)
{
    (void)state;
    assert_true(counts_judges_days(centre_measure("answer_rate_attempts")));
    assert_true(counts_judges_days(centre_measure("wait_answered_mean")));
    assert_false(counts_judges_days(centre_measure("wait_p95"))); /* of all runs together */
    assert_false(counts_judges_days(centre_measure("answered"))); /* of the whole horizon */
    assert_false(counts_judges_days(centre_measure("talk_hours_per_agent_day"))); /* derived */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_day_is_held_to_a_target_by_its_own_calls, end_life),
        cmocka_unit_test_teardown(a_bound_from_above_is_missed_above_it, end_life),
        cmocka_unit_test_teardown(days_under_target_add_up_over_weekdays, end_life),
        cmocka_unit_test_teardown(a_day_without_calls_misses_nothing, end_life),
        cmocka_unit_test(a_day_is_judged_by_shares_and_mean_times_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
