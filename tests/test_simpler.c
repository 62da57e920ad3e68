/* A scenario made simpler: what is switched off is off, and means stay what they were.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/headcount.h"
#include "models/simpler.h"

#define MANY                                                                                   \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; } );\n"        \
    "horizon = { start = \"2018-01-01\"; weeks = 10; warm_up = 0; run_off = 0; };\n"           \
    "demand = { rate = \"60 /h\"; busyness_cv = 0.2; };\n"                                     \
    "reasons = ( { name = \"r\"; share = 1; handling_factor = 0.5; resolved = \"50 %\"; },\n"  \
    "  { name = \"s\"; share = 1; handling_factor = 1.5; priority = 3; } );\n"                 \
    "consultation = { probability = \"10 %\"; };\n"                                            \
    "lines = ( { name = \"l\"; }, { name = \"m\"; } );\n"                                      \
    "wrong_line = { probability = \"5 %\"; };\n"                                               \
    "contracts = ( { name = \"c\"; } );\n"                                                     \
    "groups = ( { name = \"a\"; agents = 4; contract = \"c\";\n"                               \
    "    skills = ( { reasons = ( \"r\" ); } ); },\n"                                          \
    "  { name = \"b\"; agents = 2; visitors = { share = \"20 %\"; }; } );\n"

static const struct simpler_means means = { 1.0, 0.1, 300.0, 240.0, 50.0, 4.5, 7 };

static struct centre centre;

static int close_centre(void **state)
{
    (void)state;
    centre_close(&centre);
    return 0;
}

/* Reads a text, switches off all up to a step, and checks. */
static void open_simpler(const char *text, enum simpler last)
{
    char name[] = SCRATCH_NAME;
    centre = (struct centre){ 0 };
    assert_true(scratch_file(name, text));
    assert_true(scenario_read(name, NULL, 0, &scenario_fields, &centre.scenario, &centre.arena,
                              &centre.source, &centre.faults));
    for (int step = 0; step <= (int)last; step++)
        assert_true(
            simpler_switch(&centre.scenario, (enum simpler)step, &means, &centre.arena));
    const bool ok = scenario_check(&centre.scenario, &centre.arena, &centre.faults);
    if (!ok) centre_explain(&centre);
    assert_true(ok);
    unlink(name);
}

static void what_is_switched_off_no_longer_applies(void **state)
{
    (void)state;
    for (int step = 0; step < N_SIMPLER; step++) {
        assert_true(centre_check(&centre, MANY));
        const bool before = simpler_applies(&centre.scenario, (enum simpler)step);
        centre_close(&centre);
        open_simpler(MANY, (enum simpler)step);
        if (step != SIMPLER_GROUPS && step != SIMPLER_DAY)
            assert_false(simpler_applies(&centre.scenario, (enum simpler)step));
        centre_close(&centre);
        assert_true(before);
    }
    assert_true(centre_check(&centre, MANY));
}

static void the_last_is_one_rate_round_the_clock(void **state)
{
    (void)state;
    open_simpler(MANY, SIMPLER_DAY);
    const struct hours *hours = &centre.scenario.hours;
    for (int i = 0; i < hours->n_slots; i++) {
        assert_true(hours->slots[i].open);
        assert_near(centre.scenario.expected[i], 25.0, 1e-12);
    }
    assert_int_equal(centre.scenario.handling.law.kind, SIM_EXPONENTIAL);
    assert_false(redial_is_possible(&centre.scenario.redial));
    assert_true(centre.scenario.again.p_again == 0.0);
}

static void agents_are_whole_and_their_mean_stays(void **state)
{
    (void)state;
    open_simpler(MANY, SIMPLER_PEOPLE);
    struct scenario *copy = headcount_copy(&centre.scenario, &centre.arena);
    const struct hours *hours = &copy->hours;
    double *present = sim_arena_new(&centre.arena, 7 * 48 * 2, sizeof *present);
    double sums[2] = { 0.0, 0.0 };
    int n = 0;
    for (size_t i = 0; i < 7 * 48; i++) {
        present[2 * i] = 3.3;
        present[2 * i + 1] = 1.85;
    }
    simpler_staff(copy, present, 2, false);
    for (int i = 0; i < hours->n_slots; i++) {
        if (!hours->slots[i].open) continue;
        const int a = copy->staffing[2 * i], b = copy->staffing[2 * i + 1];
        assert_true((a == 3 || a == 4) && (b == 1 || b == 2));
        sums[0] += a;
        sums[1] += b;
        n++;
    }
    assert_near(sums[0] / n, 3.3, 0.02);
    assert_near(sums[1] / n, 1.85, 0.02);
    simpler_staff(copy, present, 2, true);
    for (int i = 0; i < hours->n_slots; i++)
        if (hours->slots[i].open)
            assert_true(copy->staffing[2 * i + 1] == 0 &&
                        (copy->staffing[2 * i] == 5 || copy->staffing[2 * i] == 6));
}

static void the_scenario_that_was_read_is_not_touched(void **state)
{
    (void)state;
    assert_true(centre_check(&centre, MANY));
    struct scenario copy = centre.scenario;
    assert_true(simpler_switch(&copy, SIMPLER_PEOPLE, &means, &centre.arena));
    assert_true(simpler_switch(&copy, SIMPLER_GROUPS, &means, &centre.arena));
    assert_non_null(scenario_group(&centre.scenario, 0)->contract);
    assert_true(scenario_reason(&centre.scenario, 1)->handling_factor == 1.5);
    assert_null(scenario_group(&copy, 0)->contract);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_teardown(test, close_centre)
    const struct CMUnitTest tests[] = {
        TEST(what_is_switched_off_no_longer_applies),
        TEST(the_last_is_one_rate_round_the_clock),
        TEST(agents_are_whole_and_their_mean_stays),
        TEST(the_scenario_that_was_read_is_not_touched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
