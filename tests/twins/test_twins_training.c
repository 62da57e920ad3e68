/* Training changes what agents can do and when, and nothing of who calls or who is away.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#include "models/life/workplace.h"

#define CENTRE                                                                                 \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "horizon = { start = \"2017-10-02\"; days = 42; warm_up = 3; run_off = 3; };\n"            \
    "demand = { volume = 300; per = \"day\"; busyness_cv = 0.3; };\n"                          \
    "redial = { first = 0; later = 0; }; again = { probability = 0; };\n"                      \
    "greeting = \"10 s\"; message = { balking = 0; };\n"                                       \
    "reasons = ( { name = \"r\"; resolved = 0.4; }, { name = \"s\"; resolved = 0.7; } );\n"    \
    "requests = { opened = 0; };\n"                                                            \
    "contracts = ( { name = \"c\"; off_phone = { share = 0.1; }; leave = { share = 0.1; };\n"  \
    "  absence = { share = 0.1; }; } );\n"                                                     \
    "groups = ( { name = \"g\"; agents = 6; contract = \"c\"; people = ( { name = \"x\"; } "   \
    "); "                                                                                      \
    "} );\n"
#define TRAINING                                                                               \
    "training = ( { name = \"m\"; hours = \"8 h\"; approach = \"exponential\"; pace = 3;\n"    \
    "  sessions = ( { days = \"tuesday\"; from = \"10:00\"; to = \"12:00\"; } );\n"            \
    "  changes = ( { reasons = \"r\"; resolved = 0.9; handling_factor = 0.8; } ); },\n"        \
    "  { name = \"n\"; hours = \"2 h\"; approach = \"power\"; practice = \"calls\"; pace = "   \
    "40;\n"                                                                                    \
    "  sessions = ( { days = \"friday\"; from = \"15:00\"; to = \"16:00\"; } );\n"             \
    "  changes = ( { reasons = \"*\"; more = 0.1; } ); } );\n"

static struct centre with, without;

static int close_both(void **state)
{
    (void)state;
    centre_close(&with);
    centre_close(&without);
    return 0;
}

static void assert_alike(const char *measure)
{
    for (size_t i = 0; i < with.model.axes[AXIS_INTERVAL].n; i++)
        assert_true(centre_over(&with, measure, AXIS_INTERVAL, i) ==
                    centre_over(&without, measure, AXIS_INTERVAL, i));
}

static void training_leaves_callers_and_absences_as_they_were(void **state)
{
    (void)state;
    centre_open(&with, CENTRE TRAINING);
    centre_open(&without, CENTRE);
    centre_replicate(&with, 50, 2);
    centre_replicate(&without, 50, 2);
    assert_true(centre_total(&with, "needs") > 5000.0);
    assert_true(centre_value(&with, "first_level_rate") >
                centre_value(&without, "first_level_rate") + 0.1);
    assert_true(centre_total(&with, "shrinkage_training") > 0.0);
    assert_alike("needs");
    assert_alike("patience_mean");
    assert_alike("shrinkage_leave");
    assert_alike("shrinkage_absence");
}

static void assert_same_rows(void)
{
    const size_t n = sim_model_cells(&with.model) * SIM_COUNTERS;
    assert_int_equal(n, sim_model_cells(&without.model) * SIM_COUNTERS);
    for (size_t i = 0; i < n; i++)
        if (!same_number(with.row.counts[i], without.row.counts[i]))
            fail_msg("cell %zu, counter %zu", i / SIM_COUNTERS, i % SIM_COUNTERS);
}

/* Rows of their own change nothing in themselves. */
static void a_module_that_changes_nothing_and_is_never_held_is_none(void **state)
{
    (void)state;
    centre_open(&with, CENTRE "training = ( { name = \"m\"; hours = \"3 h\"; } );\n");
    centre_open(&without, CENTRE);
    centre_replicate(&with, 50, 2);
    centre_replicate(&without, 50, 2);
    assert_same_rows();
}

/* Whoever has run before, nobody knows anything when a replication begins. */
static void a_replication_forgets_what_another_has_taught(void **state)
{
    (void)state;
    centre_open(&with, CENTRE TRAINING);
    centre_open(&without, CENTRE TRAINING);
    centre_replicate(&with, 50, 1);
    centre_replicate(&with, 50, 2);
    centre_replicate(&without, 50, 2);
    assert_same_rows();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(training_leaves_callers_and_absences_as_they_were,
                                  close_both),
        cmocka_unit_test_teardown(a_module_that_changes_nothing_and_is_never_held_is_none,
                                  close_both),
        cmocka_unit_test_teardown(a_replication_forgets_what_another_has_taught, close_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
