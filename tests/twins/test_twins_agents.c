/* Agents who are people: others who come, go or are renamed leave their days as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#define HOURS                                                                                  \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "public_holidays = \"france\";\n"                                                          \
    "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 3; run_off = 3; };\n"
#define DEMAND "demand = { volume = %d; per = \"day\"; busyness_cv = 0.3; };\n"
#define CALLERS                                                                                \
    "greeting = \"10 s\"; message = { balking = 0; };\n"                                       \
    "redial = { first = 0; later = 0; }; again = { probability = 0; };\n"
#define CONTRACT                                                                               \
    "contracts = ( { name = \"c\"; breaks = ( { from = \"09:30\"; to = \"11:30\"; length = "   \
    "\"15 min\"; } ); off_phone = { share = \"15 %%\"; }; leave = { share = \"12 %%\"; };\n"   \
    "  absence = { share = \"10 %%\"; }; late = { probability = \"10 %%\"; }; } );\n"

static struct centre one, other;

static int close_both(void **state)
{
    (void)state;
    centre_close(&one);
    centre_close(&other);
    return 0;
}

static void open_with(struct centre *self, int volume, const char *groups)
{
    static char text[4096];
    snprintf(text, sizeof text, HOURS DEMAND CALLERS CONTRACT "%s", volume, groups);
    centre_open(self, text);
}

/* The plans of one agent on every day of the run, as a row of steps. */
static struct plan plans_of(const struct centre *centre, uint32_t member)
{
    const struct sim_stream stream = { 9, 4 };
    const struct hours *hours = &centre->scenario.hours;
    const struct member *it = &centre->scenario.roster.members[member];
    struct plan plan = { 0 };
    struct away away = away_before(it, &stream, hours->days[0].date);
    for (int day = 0; day < hours->n_days; day++) {
        const enum duty whole = duty_of_date(it, &away, &stream, hours->days[day].date);
        assert_true(plan_day(&plan, it, NULL, hours, day, whole, &stream));
    }
    return plan;
}

static void assert_same_days(uint32_t member, uint32_t of_other)
{
    struct plan a = plans_of(&one, member), b = plans_of(&other, of_other);
    assert_int_equal(a.n, b.n);
    assert_true(a.n > 60);
    for (size_t i = 0; i < a.n; i++)
        assert_true(a.steps[i].end_at == b.steps[i].end_at &&
                    a.steps[i].duty == b.steps[i].duty);
    plan_close(&a);
    plan_close(&b);
}

static void one_more_agent_changes_nobody_elses_days(void **state)
{
    (void)state;
    open_with(&one, 300,
              "groups = ( { name = \"x\"; agents = 4; contract = \"c\"; }, { name = \"y\"; "
              "agents = 2; contract = \"c\"; } );");
    open_with(&other, 300,
              "groups = ( { name = \"x\"; agents = 5; contract = \"c\"; }, { name = \"y\"; "
              "agents = 2; contract = \"c\"; } );");
    for (uint32_t i = 0; i < 4; i++)
        assert_same_days(i, i);
    assert_same_days(4, 5);
    assert_same_days(5, 6);
}

static void another_order_of_groups_and_a_code_change_nobodys_days(void **state)
{
    (void)state;
    open_with(&one, 300,
              "groups = ( { name = \"x\"; agents = 3; contract = \"c\"; }, { name = \"y\"; "
              "agents = 2; contract = \"c\"; } );");
    open_with(
        &other, 300,
        "groups = ( { name = \"z\"; agents = 9; }, { name = \"y\"; agents = 2; contract = "
        "\"c\"; }, { name = \"x\"; agents = 3; contract = \"c\"; people = ( { name = "
        "\"a01\"; } ); } );");
    for (uint32_t i = 0; i < 3; i++)
        assert_same_days(i, i + 2);
    assert_same_days(3, 0);
    assert_same_days(4, 1);
}

/* Two agents of one contract have days of their own, and so have two replications. */
static void no_two_agents_have_the_same_days(void **state)
{
    (void)state;
    open_with(&one, 300, "groups = ( { name = \"x\"; agents = 2; contract = \"c\"; } );");
    open_with(&other, 300, "groups = ( { name = \"w\"; agents = 2; contract = \"c\"; } );");
    struct plan plans[] = { plans_of(&one, 0), plans_of(&one, 1), plans_of(&other, 0) };
    if (!plans[0].steps || !plans[1].steps || !plans[2].steps) {
        fail_msg("a plan is missing");
        return;
    }
    assert_true(plans[0].n != plans[1].n ||
                plans[0].steps[2].end_at != plans[1].steps[2].end_at);
    assert_true(plans[0].n != plans[2].n ||
                plans[0].steps[2].end_at != plans[2].steps[2].end_at);
    for (int i = 0; i < 3; i++)
        plan_close(&plans[i]);
}

static void one_more_agent_leaves_callers_as_they_were(void **state)
{
    (void)state;
    open_with(&one, 600, "groups = ( { name = \"x\"; agents = 7; contract = \"c\"; } );");
    open_with(&other, 600, "groups = ( { name = \"x\"; agents = 8; contract = \"c\"; } );");
    centre_replicate(&one, 50, 2);
    centre_replicate(&other, 50, 2);
    assert_true(centre_total(&one, "abandoned") > centre_total(&other, "abandoned"));
    for (size_t cell = 0; cell < one.model.axes[AXIS_INTERVAL].n; cell++) {
        assert_true(centre_over(&one, "needs", AXIS_INTERVAL, cell) ==
                    centre_over(&other, "needs", AXIS_INTERVAL, cell));
        assert_true(centre_over(&one, "patience_mean", AXIS_INTERVAL, cell) ==
                    centre_over(&other, "patience_mean", AXIS_INTERVAL, cell));
    }
}

/* With full shifts and nothing else, people are a headcount, to the last bit. */
static void people_without_shrinkage_are_a_headcount(void **state)
{
    (void)state;
    static const char *const closings[] = { "serve", "cut", "stay" };
    for (int i = 0; i < 3; i++) {
        static char text[4096];
        static const char *const groups[] = {
            "groups = ( { name = \"x\"; agents = 6; } );",
            "contracts = ( { name = \"full\"; absence = { share = 0; }; } );\n"
            "groups = ( { name = \"x\"; agents = 6; contract = \"full\"; } );",
        };
        struct centre *both[] = { &one, &other };
        for (int k = 0; k < 2; k++) {
            snprintf(text, sizeof text,
                     HOURS "demand = { volume = 700; per = \"day\"; };\n%s\nat_closing = "
                           "\"%s\";\n",
                     groups[k], closings[i]);
            centre_open(both[k], text);
            centre_replicate(both[k], 50, 3);
        }
        assert_true(centre_total(&one, "abandoned") > 100.0);
        assert_true(centre_total(&one, "overtime") > 0.0);
        for (size_t m = 0; m < n_centre_measures; m++) {
            const struct sim_measure *it = &centre_measures[m];
            if (it->quantity == SIM_QUANTILE || strncmp(it->name, "shrinkage", 9) == 0)
                continue;
            const double a = centre_total(&one, it->name), b = centre_total(&other, it->name);
            if (fabs(a - b) > 1e-9 * fabs(a)) fail_msg("%s: %.17g, %.17g", it->name, a, b);
        }
        if (i < 2) close_both(NULL);
    }
}

int main(void)
{
#define TWINS(test) cmocka_unit_test_teardown(test, close_both)
    const struct CMUnitTest tests[] = {
        TWINS(one_more_agent_changes_nobody_elses_days),
        TWINS(another_order_of_groups_and_a_code_change_nobodys_days),
        TWINS(no_two_agents_have_the_same_days),
        TWINS(one_more_agent_leaves_callers_as_they_were),
        TWINS(people_without_shrinkage_are_a_headcount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
