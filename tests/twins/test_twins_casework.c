/* What answers come to, in two scenarios with the same callers: what must not differ.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

/* Three weeks of office hours; not everybody is answered, and many call again. */
#define OFFICE                                                                                 \
    "horizon = { start = \"2017-10-02\"; days = 21; warm_up = 3; run_off = 3; };\n"            \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "demand = { volume = 300; per = \"day\"; busyness_cv = 0.3; };\n"                          \
    "lines = ( { name = \"x\"; weight = 2; }, { name = \"y\"; } );\n"

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

static void open_office(struct centre *self, int agents, const char *more)
{
    char text[4096];
    snprintf(text, sizeof text, OFFICE "groups = ( { name = \"a\"; agents = %d; } );\n%s\n",
             agents, more);
    centre_open(self, text);
    centre_replicate(self, 51, 4);
    assert_true(centre_total(self, "needs") > 1000.0);
}

static void open_pair(int agents, const char *one, const char *other)
{
    open_office(&pair.one, agents, one);
    open_office(&pair.other, agents, other);
}

static void assert_alike_in(const struct sim_measure *measure, size_t cell)
{
    if (sim_measure_over(measure, &pair.one.row.counts[cell * SIM_COUNTERS]) !=
        sim_measure_over(measure, &pair.other.row.counts[cell * SIM_COUNTERS]))
        fail_msg("%s, cell %zu", measure->name, cell);
}

/* In every cell in which it has a meaning, the numerators are the same number, bit for bit. */
static void assert_alike(const char *name)
{
    const struct sim_measure *measure = centre_measure(name);
    assert_alike_in(measure, 0);
    for (size_t axis = 0; axis < pair.one.model.n_axes; axis++)
        for (size_t i = 0; (measure->axes >> axis & 1) && i < pair.one.model.axes[axis].n; i++)
            assert_alike_in(measure, sim_model_first_cell(&pair.one.model, axis) + i);
}

/* All measures of any scenario. */
static void assert_all_alike(void)
{
    for (size_t i = 0; i < n_centre_measures; i++)
        if (centre_measures[i].features == 0 && centre_measures[i].quantity != SIM_QUANTILE)
            assert_alike(centre_measures[i].name);
}

#define REASON(resolved) "reasons = ( { name = \"r\"; resolved = " resolved "; } );\n"
#define NO_REQUEST       "requests = { opened = 0; };\n"
#define ALL_ANSWERED     "patience = { law = \"never\"; }; message = { balking = 0; };\n"

/* Where it makes no difference what a caller was told. */
static void outcomes_alone_change_nothing_of_the_calls(void **state)
{
    (void)state;
    open_pair(12, REASON("1") "again = { probability = 0.3; };",
              NO_REQUEST REASON("0.4") "again = { probability = 0.3; };");
    assert_true(centre_total(&pair.other, "oriented") > 1000.0);
    assert_all_alike();
}

static void a_better_chance_resolves_the_same_people_and_more(void **state)
{
    (void)state;
    open_pair(400, ALL_ANSWERED NO_REQUEST REASON("0.5") "again = { probability = 0; };",
              ALL_ANSWERED NO_REQUEST REASON("0.6") "again = { probability = 0; };");
    const size_t n = sim_model_cells(&pair.one.model);
    const struct sim_measure *oriented = centre_measure("oriented");
    for (size_t cell = 0; cell < n; cell++)
        assert_true(sim_measure_over(oriented, &pair.one.row.counts[cell * SIM_COUNTERS]) >=
                    sim_measure_over(oriented, &pair.other.row.counts[cell * SIM_COUNTERS]));
    assert_true(centre_total(&pair.one, "oriented") > centre_total(&pair.other, "oriented"));
    assert_all_alike();
}

#define ORIENTED REASON("0.4") "again = { probability = 0.3; };\n"

/* Who draws for a request draws for nothing else. */
static void a_request_that_stays_open_changes_no_call(void **state)
{
    (void)state;
    open_pair(12, ORIENTED "requests = { opened = 0; };",
              ORIENTED "requests = { status = 0; delay = { law = \"deterministic\"; mean = "
                       "\"900 days\"; }; };");
    assert_true(centre_total(&pair.other, "requests_opened") > 1000.0);
    assert_true(centre_total(&pair.other, "requests_closed") == 0.0);
    static const char *const calls[] = { "attempts",  "answered",    "redials",
                                         "abandoned", "calls_again", "attempts_per_need",
                                         "wait_mean", "occupancy",   "needs_reached" };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        assert_alike(calls[i]);
    assert_alike("first_level_rate");
}

static void tracing_alone_changes_nothing(void **state)
{
    (void)state;
    open_pair(12, ORIENTED "requests = { status = 0; called_back = 0; tracing = true; };",
              ORIENTED "requests = { status = 0; called_back = 0; tracing = false; };");
    assert_true(centre_total(&pair.one, "requests_closed") > 1000.0);
    assert_all_alike();
    assert_alike("time_to_closure");
}

/* As long as a try may be, it keeps no caller waiting if agents abound; and the caller who is
 * not called hears of it at the same instant as one who would not have been. */
static void call_backs_change_no_incoming_call_where_agents_abound(void **state)
{
    (void)state;
    open_pair(400, ALL_ANSWERED ORIENTED "requests = { called_back = 0; };",
              ALL_ANSWERED ORIENTED "requests = { called_back = 1; };"
                                    "outbound = { picked_up = 1; length = \"0.001 s\"; };");
    assert_true(centre_total(&pair.other, "callbacks_reached") > 1000.0);
    assert_alike("attempts");
    assert_alike("answered");
    assert_alike("handling_mean");
    assert_alike("requests_closed");
    assert_alike("needs_closed");
}

static void agents_who_must_all_be_free_call_nobody_back(void **state)
{
    (void)state;
    open_pair(12, ORIENTED "outbound = { reserve = 11; };",
              ORIENTED "outbound = { reserve = 12; };");
    assert_true(centre_total(&pair.one, "callback_tries") > 0.0);
    assert_true(centre_total(&pair.other, "callbacks") > 100.0);
    assert_true(centre_total(&pair.other, "callback_tries") == 0.0);
}

static void requests_without_a_chance_to_ask_bring_no_call(void **state)
{
    (void)state;
    open_pair(
        400, ALL_ANSWERED REASON("0") "again = { probability = 0; };",
        ALL_ANSWERED REASON("0") "again = { probability = 0; }; requests = { status = 0; };");
    assert_alike("needs");
    assert_alike("requests_opened");
    assert_true(centre_total(&pair.one, "status_calls") > 100.0);
    assert_true(centre_total(&pair.other, "status_calls") == 0.0);
    assert_true(centre_total(&pair.other, "calls_again") == 0.0);
}

static void an_offer_that_nobody_accepts_is_none(void **state)
{
    (void)state;
    open_pair(9, ORIENTED, ORIENTED "callback_offer = { accept = 1e-12; after = \"1 s\"; };");
    assert_true(pair.other.scenario.features & FEATURE_OFFERS);
    assert_true(centre_total(&pair.other, "left_by_offer") == 0.0);
    assert_all_alike();
    assert_alike("callbacks");
}

int main(void)
{
#define TWINS(test) cmocka_unit_test_teardown(test, close_pair)
    const struct CMUnitTest tests[] = {
        TWINS(outcomes_alone_change_nothing_of_the_calls),
        TWINS(a_better_chance_resolves_the_same_people_and_more),
        TWINS(a_request_that_stays_open_changes_no_call),
        TWINS(tracing_alone_changes_nothing),
        TWINS(call_backs_change_no_incoming_call_where_agents_abound),
        TWINS(agents_who_must_all_be_free_call_nobody_back),
        TWINS(requests_without_a_chance_to_ask_bring_no_call),
        TWINS(an_offer_that_nobody_accepts_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
