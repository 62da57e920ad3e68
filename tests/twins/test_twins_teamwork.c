/* Calls that take more than one agent: what they leave as it was.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

#define OFFICE                                                                                 \
    "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 3; run_off = 3; };\n"            \
    "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"          \
    "  { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"                \
    "demand = { volume = 300; per = \"day\"; busyness_cv = 0.3; };\n"                          \
    "reasons = ( { name = \"r\"; resolved = 0.4; } );\n"

static struct centre one, other;

static int close_both(void **state)
{
    (void)state;
    centre_close(&one);
    centre_close(&other);
    return 0;
}

static void open_office(struct centre *self, int agents, const char *more)
{
    char text[4096];
    snprintf(text, sizeof text, OFFICE "groups = ( { name = \"a\"; agents = %d; } );\n%s\n",
             agents, more);
    centre_open(self, text);
    centre_replicate(self, 61, 4);
    assert_true(centre_total(self, "needs") > 1000.0);
}

/* Every counter of every cell, and every wait, is the same to the bit. */
static void assert_same(void)
{
    assert_memory_equal(one.row.counts, other.row.counts,
                        centre_counts(&one) * sizeof *one.row.counts);
    assert_memory_equal(one.row.histograms, other.row.histograms,
                        SIM_HISTOGRAMS * sizeof *one.row.histograms);
}

static void consultations_of_chance_0_are_none(void **state)
{
    (void)state;
    open_office(&one, 9, "");
    open_office(&other, 9, "consultation = { probability = 0; gain = 0.5; };");
    assert_false(other.scenario.features & FEATURE_CONSULTATION);
    assert_same();
}

/* The first to ask has a chance of one in a million millions. */
static void consultations_that_never_happen_change_nothing(void **state)
{
    (void)state;
    open_office(&one, 9, "");
    open_office(&other, 9, "consultation = { probability = 1e-12; };");
    assert_true(other.scenario.features & FEATURE_CONSULTATION);
    assert_true(centre_total(&other, "consultations") == 0.0);
    assert_same();
}

#define PATIENT                                                                                \
    "patience = { law = \"never\"; }; message = { balking = 0; };\n"                           \
    "again = { probability = 0; }; requests = { opened = 0; };\n"

/* Where nobody has to wait, calls are the same but for the time that consultations take. */
static void who_asks_a_colleague_changes_no_draw_of_his_caller(void **state)
{
    (void)state;
    open_office(&one, 400, PATIENT);
    open_office(&other, 400,
                PATIENT "consultation = { probability = 0.5; wait_at_most = 0; };");
    const double longer = 3600.0 * centre_total(&other, "consultation_hours");
    assert_true(longer > 60.0 * 500.0);
    assert_near(centre_total(&other, "handling_mean") - longer,
                centre_total(&one, "handling_mean"), 1e-3);
    static const char *const alike[] = { "attempts", "answered", "first_level_rate", "oriented",
                                         "needs_dropped" };
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        for (size_t part = 0; part < one.model.axes[AXIS_INTERVAL].n; part++)
            assert_true(centre_over(&one, alike[i], AXIS_INTERVAL, part) ==
                        centre_over(&other, alike[i], AXIS_INTERVAL, part));
}

/* Who asks does so whatever else is asked of him; with more chance, more ask. */
static void a_gain_resolves_the_same_people_and_more(void **state)
{
    (void)state;
    open_office(&one, 400, PATIENT "consultation = { probability = 0.5; };");
    open_office(&other, 400, PATIENT "consultation = { probability = 0.5; gain = 0.1; };");
    assert_true(centre_total(&one, "consultations") == centre_total(&other, "consultations"));
    assert_true(centre_total(&one, "oriented") > centre_total(&other, "oriented"));
    for (size_t part = 0; part < one.model.axes[AXIS_INTERVAL].n; part++)
        assert_true(centre_over(&one, "oriented", AXIS_INTERVAL, part) >=
                    centre_over(&other, "oriented", AXIS_INTERVAL, part));
}

#define TWO(transfer)                                                                          \
    "groups = ( { name = \"a\"; agents = 8; skills = ( { reasons = \"*\"; " transfer           \
    " } ); },\n"                                                                               \
    "    { name = \"b\"; agents = 3; } );\n"                                                   \
    "routes = ( { steps = ( { groups = \"a\"; } ); } );\n"

static void open_two(struct centre *self, const char *more)
{
    char text[4096];
    snprintf(text, sizeof text, OFFICE "%s", more);
    centre_open(self, text);
    centre_replicate(self, 61, 4);
    assert_true(centre_total(self, "needs") > 1000.0);
}

static void transfers_that_never_happen_change_nothing(void **state)
{
    (void)state;
    open_two(&one, TWO(""));
    open_two(&other, TWO("transfer = { to = \"b\"; probability = 1e-12; };"));
    assert_true(other.scenario.features & FEATURE_TRANSFERS);
    assert_true(centre_total(&other, "transfers") == 0.0);
    assert_same();
    centre_close(&other);
    open_two(&other, TWO("transfer = { to = \"b\"; probability = 0; brief = \"1 h\"; };"));
    assert_false(other.scenario.features & FEATURE_TRANSFERS);
    assert_same();
}

/* Who is handed over has the call that he would have had, after the first agent's part. */
static void who_is_handed_over_changes_no_draw_of_the_caller(void **state)
{
    static const char *const groups =
        "groups = ( { name = \"a\"; agents = 400; skills = ( { reasons = \"*\"; transfer = { "
        "to = "
        "\"b\"; probability = %s; brief = 0; first = { law = \"deterministic\"; mean = \"10 "
        "s\"; "
        "}; }; } ); }, { name = \"b\"; agents = 400; } );\n"
        "routes = ( { steps = ( { groups = \"a\"; } ); } );\n" PATIENT;
    char text[2048];
    (void)state;
    snprintf(text, sizeof text, groups, "0");
    open_two(&one, text);
    snprintf(text, sizeof text, groups, "0.5");
    open_two(&other, text);
    const double handed_over = centre_total(&other, "transfers");
    const double kept = centre_total(&other, "answered") - handed_over;
    const double longer =
        centre_total(&other, "handling_mean") - centre_total(&one, "handling_mean");
    assert_true(handed_over > 500.0 && kept > 500.0);
    /* Some are kept since it closes meanwhile: 8 s of talk more. */
    const double late = (longer - 10.0 * handed_over) / 8.0;
    assert_near(late, round(late), 1e-6);
    assert_in_range((uint64_t)round(late), 0, 20);
    assert_true(centre_total(&one, "oriented") == centre_total(&other, "oriented"));
}

int main(void)
{
#define TWINS(test) cmocka_unit_test_teardown(test, close_both)
    const struct CMUnitTest tests[] = {
        TWINS(consultations_of_chance_0_are_none),
        TWINS(consultations_that_never_happen_change_nothing),
        TWINS(who_asks_a_colleague_changes_no_draw_of_his_caller),
        TWINS(a_gain_resolves_the_same_people_and_more),
        TWINS(transfers_that_never_happen_change_nothing),
        TWINS(who_is_handed_over_changes_no_draw_of_the_caller),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
