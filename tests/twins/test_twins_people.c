/* Two scenarios with the same demand see the same people: needs, patience, calls.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

/* Two weeks of two lines and three reasons, busy days and quiet days; nobody calls twice. */
#define DEMAND                                                                                 \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "lines = ( { name = \"x\"; weight = 2; }, { name = \"y\"; } );\n"                          \
    "reasons = ( { name = \"r\"; }, { name = \"s\"; handling_factor = 1.5; }, { name = "       \
    "\"t\"; } );\n"                                                                            \
    "greeting = \"10 s\"; message = { balking = 0; };\n"                                       \
    "redial = { first = 0; later = 0; }; again = { probability = 0; };\n"

struct pair {
    struct centre one, other;
};

static struct pair pair;

static int close_pair(void **state)
{
    (void)state;
    centre_close(&pair.one);
    centre_close(&pair.other);
    return 0;
}

/* A centre with what varies between twins: horizon, volume, agents, handling, patience. */
struct twin {
    const char *horizon, *volume, *agents, *handling, *patience, *more;
};

static const struct twin plain = {
    .horizon = "start = \"2017-10-02\"; days = 14; warm_up = 3; run_off = 3;",
    .volume = "demand = { volume = 800; per = \"day\"; busyness_cv = 0.3; };",
    .agents = "6",
    .handling = "law = \"lognormal\"; mean = \"240 s\"; cv = 0.8;",
    .patience = "law = \"weibull\"; mean = \"180 s\"; shape = 0.8;",
    .more = "",
};

/* So many agents, and such patience, that everybody is answered at once. */
static struct twin overstaffed(void)
{
    struct twin twin = plain;
    twin.agents = "400";
    twin.patience = "law = \"never\";";
    return twin;
}

static void open_twin(struct centre *self, const struct twin *twin)
{
    static char text[4096];
    snprintf(text, sizeof text,
             DEMAND "horizon = { %s };\n%s\ngroups = ( { name = \"a\"; agents = %s; } );\n"
                    "handling = { %s };\npatience = { %s };\n%s\n",
             twin->horizon, twin->volume, twin->agents, twin->handling, twin->patience,
             twin->more);
    centre_open(self, text);
    centre_replicate(self, 50, 2);
}

static void open_twins(const struct twin *one, const struct twin *other)
{
    open_twin(&pair.one, one);
    open_twin(&pair.other, other);
    assert_true(centre_total(&pair.one, "needs") > 1000.0);
}

/* By cells of an axis, the numerators are the same number, bit for bit. */
static void assert_alike(const char *measure)
{
    static const int axes[] = { -1, AXIS_LINE, AXIS_REASON, AXIS_INTERVAL };
    for (int i = 0; i < 4; i++) {
        const size_t n = axes[i] < 0 ? 1 : pair.one.model.axes[axes[i]].n;
        for (size_t cell = 0; cell < n; cell++)
            if (centre_over(&pair.one, measure, axes[i], cell) !=
                centre_over(&pair.other, measure, axes[i], cell))
                fail_msg("%s, axis %d, cell %zu", measure, axes[i], cell);
    }
}

/* Everybody draws his patience at the greeting, whoever is free. */
static void one_more_agent_leaves_reasons_and_patience_as_they_were(void **state)
{
    (void)state;
    struct twin more = plain;
    more.agents = "7";
    open_twins(&plain, &more);
    assert_true(centre_total(&pair.one, "abandoned") > centre_total(&pair.other, "abandoned"));
    assert_alike("needs");
    assert_alike("patience_mean");
}

/* All wait for ever, so that all are answered, in order. */
static void one_more_agent_leaves_calls_as_long_as_they_were(void **state)
{
    (void)state;
    struct twin fewer = plain, more = plain;
    fewer.patience = more.patience = "law = \"never\";";
    fewer.agents = "8";
    more.agents = "9";
    open_twins(&fewer, &more);
    assert_true(centre_total(&pair.one, "wait_mean") > centre_total(&pair.other, "wait_mean"));
    assert_true(centre_total(&pair.one, "answered") == centre_total(&pair.one, "needs"));
    assert_alike("needs");
    assert_alike("handling_mean");
}

static void assert_scaled(double factor)
{
    assert_alike("needs");
    const size_t n = sim_model_cells(&pair.one.model);
    const struct sim_measure *handling = centre_measure("handling_mean");
    for (size_t cell = 0; cell < n; cell++) {
        const double *one = &pair.one.row.counts[cell * SIM_COUNTERS];
        const double *other = &pair.other.row.counts[cell * SIM_COUNTERS];
        const double sum = sim_measure_over(handling, one);
        assert_near(sim_measure_over(handling, other), factor * sum, 1e-12 * factor * sum);
    }
}

static void a_longer_mean_gives_the_same_callers_longer_calls(void **state)
{
    (void)state;
    static const char *const laws[][2] = {
        { "law = \"lognormal\"; mean = \"240 s\"; cv = 0.8;",
          "law = \"lognormal\"; mean = \"264 s\"; cv = 0.8;" },
        { "law = \"gamma\"; mean = \"240 s\"; shape = 2;",
          "law = \"gamma\"; mean = \"264 s\"; shape = 2;" },
        { "law = \"exponential\"; mean = \"240 s\";",
          "law = \"exponential\"; mean = \"240 s\"; factor = 1.1;" },
        { "law = \"weibull\"; mean = \"240 s\"; shape = 1.5;",
          "law = \"weibull\"; mean = \"264 s\"; shape = 1.5;" },
    };
    for (int i = 0; i < 4; i++) {
        struct twin one = overstaffed(), other = overstaffed();
        one.handling = laws[i][0];
        other.handling = laws[i][1];
        open_twins(&one, &other);
        assert_scaled(1.1);
        if (i < 3) close_pair(NULL);
    }
}

static void five_per_cent_more_volume_keeps_the_callers_there_were(void **state)
{
    (void)state;
    struct twin fewer = overstaffed(), more = overstaffed();
    more.volume = "demand = { volume = 840; per = \"day\"; busyness_cv = 0.3; };";
    open_twins(&fewer, &more);
    const double needs = centre_total(&pair.one, "needs");
    const double added = centre_total(&pair.other, "needs") - needs;
    assert_near(added, 0.05 * needs, 4.0 * sqrt(0.05 * needs));
    /* In every interval, line and reason there are at least as many, with as long calls. */
    const size_t n = sim_model_cells(&pair.one.model);
    assert_int_equal(n, sim_model_cells(&pair.other.model));
    for (size_t cell = 0; cell < n; cell++) {
        const double *one = &pair.one.row.counts[cell * SIM_COUNTERS];
        const double *other = &pair.other.row.counts[cell * SIM_COUNTERS];
        const struct sim_measure *handling = centre_measure("handling_mean");
        const double shorter = sim_measure_over(handling, one);
        const double longer = sim_measure_over(handling, other);
        const double before = sim_measure_over(centre_measure("answered"), one);
        const double after = sim_measure_over(centre_measure("answered"), other);
        assert_true(after >= before);
        if (after == before) assert_near(longer, shorter, 1e-9 * shorter);
        assert_true(longer >= shorter * (1.0 - 1e-12));
    }
}

static void a_warm_up_does_not_change_who_calls_on_a_given_day(void **state)
{
    (void)state;
    struct twin cold = overstaffed(), warm = overstaffed();
    cold.horizon = "start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 3;";
    warm.horizon = "start = \"2017-10-02\"; days = 14; warm_up = 5; run_off = 3;";
    open_twins(&cold, &warm);
    assert_alike("needs");
    assert_alike("answered");
    assert_alike("handling_mean");
    assert_true(centre_value(&pair.one, "busyness") == centre_value(&pair.other, "busyness"));
}

#define BUSY                                                                                   \
    "demand = { volume = 800; per = \"day\"; busyness_cv = 0.3; busyness_correlation = 0.6; "  \
    "interval_cv = 0.2; interval_of = \"each_line\"; };"

/* Warm-up, agents and what they do are nothing to how busy a day or an interval is. */
static void a_date_is_as_busy_in_every_scenario(void **state)
{
    (void)state;
    struct twin one = overstaffed(), other = overstaffed();
    one.volume = other.volume = BUSY;
    one.horizon = "start = \"2017-10-02\"; days = 14; warm_up = 0; run_off = 3;";
    other.horizon = "start = \"2017-10-02\"; days = 14; warm_up = 40; run_off = 3;";
    other.handling = "law = \"gamma\"; mean = \"264 s\"; shape = 2;";
    open_twins(&one, &other);
    assert_alike("needs");
    assert_true(centre_value(&pair.one, "busyness") == centre_value(&pair.other, "busyness"));
}

static void a_longer_horizon_has_the_same_days_in_it(void **state)
{
    (void)state;
    struct twin week = overstaffed(), month = overstaffed();
    week.horizon = "start = \"2017-10-02\"; days = 7; warm_up = 2; run_off = 3;";
    month.horizon = "start = \"2017-10-02\"; days = 28; warm_up = 2; run_off = 3;";
    open_twins(&week, &month);
    for (size_t cell = 0; cell < pair.one.model.axes[AXIS_INTERVAL].n; cell++) {
        assert_string_equal(pair.one.model.axes[AXIS_INTERVAL].cells[cell],
                            pair.other.model.axes[AXIS_INTERVAL].cells[cell]);
        assert_true(centre_over(&pair.one, "handling_mean", AXIS_INTERVAL, cell) ==
                    centre_over(&pair.other, "handling_mean", AXIS_INTERVAL, cell));
    }
}

/* Who answers, and what closing does to a queue that is never there, is nothing to a caller. */
static void another_choice_among_free_agents_changes_no_caller(void **state)
{
    (void)state;
    struct twin one = overstaffed(), other = overstaffed();
    one.more = "choose = \"longest_idle\"; at_closing = \"serve\";";
    other.more = "choose = \"random\"; at_closing = \"serve\";";
    open_twins(&one, &other);
    assert_alike("needs");
    assert_alike("handling_mean");
    assert_alike("answered");
}

int main(void)
{
#define TWINS(test) cmocka_unit_test_teardown(test, close_pair)
    const struct CMUnitTest tests[] = {
        TWINS(one_more_agent_leaves_reasons_and_patience_as_they_were),
        TWINS(one_more_agent_leaves_calls_as_long_as_they_were),
        TWINS(a_longer_mean_gives_the_same_callers_longer_calls),
        TWINS(five_per_cent_more_volume_keeps_the_callers_there_were),
        TWINS(a_warm_up_does_not_change_who_calls_on_a_given_day),
        TWINS(a_date_is_as_busy_in_every_scenario),
        TWINS(a_longer_horizon_has_the_same_days_in_it),
        TWINS(another_choice_among_free_agents_changes_no_caller),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
