/* What pools, visitors and wrong lines must leave as it was: other people's lives.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"

/* Two units of two weeks, each its own switchboard. */
struct twin {
    int volume;
    int phone_lines; /* of each; 0: no limit */
    int agents_y;
    const char *visitors_x, *visitors_y; /* their share */
    const char *more;
};

static const struct twin plain = { 300, 4, 2, "0", "0", "" };

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

static void open_twin(struct centre *self, const struct twin *twin)
{
    char text[4096];
    snprintf(
        text, sizeof text,
        "horizon = { start = \"2017-10-02\"; days = 14; warm_up = 3; run_off = 3; };\n"
        "hours = ( { days = \"monday-friday\"; open = \"08:30\"; close = \"12:30\"; },\n"
        "          { days = \"monday-friday\"; open = \"13:30\"; close = \"17:30\"; } );\n"
        "demand = { volume = %d; per = \"day\"; };\n"
        "lines = ( { name = \"x\"; weight = 2; phone_lines = %d; },\n"
        "          { name = \"y\"; weight = 3; phone_lines = %d; } );\n"
        "reasons = ( { name = \"r\"; }, { name = \"s\"; handling_factor = 1.5; priority = 2; } "
        ");\n"
        "greeting = \"10 s\";\n"
        "patience = { law = \"exponential\"; mean = \"3 min\"; };\n"
        "groups = ( { name = \"x\"; agents = 2; visitors = { share = %s; }; },\n"
        "           { name = \"y\"; agents = %d; visitors = { share = %s; }; } );\n"
        "routes = ( { lines = ( \"x\" ); steps = ( { groups = ( \"x\" ); } ); },\n"
        "           { lines = ( \"y\" ); steps = ( { groups = ( \"y\" ); } ); } );\n%s\n",
        twin->volume, twin->phone_lines, twin->phone_lines, twin->visitors_x, twin->agents_y,
        twin->visitors_y, twin->more);
    centre_open(self, text);
    centre_replicate(self, 60, 3);
}

static void open_twins(const struct twin *one, const struct twin *other)
{
    open_twin(&pair.one, one);
    open_twin(&pair.other, other);
    assert_true(centre_total(&pair.one, "needs") > 1000.0);
}

static bool is_alike(const char *measure, int axis, size_t cell)
{
    return centre_over(&pair.one, measure, axis, cell) ==
           centre_over(&pair.other, measure, axis, cell);
}

/* In all cells of an axis the numerators are the same number, bit for bit. */
static void assert_alike(const char *measure, int axis)
{
    for (size_t cell = 0; cell < pair.one.model.axes[axis].n; cell++)
        if (!is_alike(measure, axis, cell)) fail_msg("%s, %d, %zu", measure, axis, cell);
}

static void what_a_pool_has_is_nothing_to_another(void **state)
{
    static const char *const calls[] = { "attempts",  "turned_away_busy", "answered",
                                         "abandoned", "wait_mean",        "needs",
                                         "redials",   "handling_mean",    "needs_lost" };
    (void)state;
    struct twin one = plain, other = plain;
    one.visitors_x = other.visitors_x = "0.3";
    other.agents_y = 5;
    other.visitors_y = "0.6";
    open_twins(&one, &other);
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        assert_true(centre_over(&pair.one, calls[i], AXIS_LINE, 0) > 0.0);
        assert_true(is_alike(calls[i], AXIS_LINE, 0));
    }
    assert_false(is_alike("answered", AXIS_LINE, 1));
    assert_true(is_alike("occupancy", AXIS_GROUP, 0));
    assert_true(is_alike("visit_wait_mean", AXIS_GROUP, 0));
    assert_false(is_alike("occupancy", AXIS_GROUP, 1));
}

/* Everybody draws his patience at the greeting, and dials once. */
static void visitors_leave_reasons_and_patience_as_they_were(void **state)
{
    (void)state;
    struct twin one = plain, other = plain;
    one.phone_lines = other.phone_lines = 0;
    one.more = other.more = "redial = { first = 0; later = 0; }; again = { probability = 0; };";
    other.visitors_x = other.visitors_y = "0.4";
    open_twins(&one, &other);
    assert_true(centre_total(&pair.one, "answered") > centre_total(&pair.other, "answered"));
    assert_alike("needs", AXIS_INTERVAL);
    assert_alike("needs", AXIS_LINE);
    assert_alike("needs", AXIS_REASON);
    assert_alike("patience_mean", AXIS_INTERVAL);
    assert_alike("patience_mean", AXIS_LINE);
}

static void callers_leave_visitors_as_they_were(void **state)
{
    (void)state;
    struct twin many = plain, few = plain;
    many.visitors_x = many.visitors_y = few.visitors_x = few.visitors_y = "0.3";
    few.volume = 150;
    open_twins(&many, &few);
    assert_true(centre_total(&pair.one, "visits") > 300.0);
    assert_alike("visits", AXIS_INTERVAL);
    assert_alike("visits", AXIS_GROUP);
    const double held = centre_total(&pair.one, "visit_share");
    assert_near(centre_total(&pair.other, "visit_share"), held, 1e-9 * held);
    assert_true(centre_total(&pair.one, "visit_wait_mean") >
                centre_total(&pair.other, "visit_wait_mean"));
}

/* A second agent brings as many visitors again; those of the first still come. */
static void more_agents_keep_the_visitors_there_were(void **state)
{
    (void)state;
    struct twin fewer = plain, more = plain;
    fewer.visitors_y = more.visitors_y = "0.3";
    more.agents_y = 3;
    open_twins(&fewer, &more);
    const size_t n = pair.one.model.axes[AXIS_INTERVAL].n;
    for (size_t i = 0; i < n; i++)
        assert_true(centre_over(&pair.one, "visits", AXIS_INTERVAL, i) <=
                    centre_over(&pair.other, "visits", AXIS_INTERVAL, i));
    const double two = centre_total(&pair.one, "visits");
    assert_near(centre_total(&pair.other, "visits"), 1.5 * two, 4.0 * sqrt(0.5 * two));
}

/* A need stays that of its own line, whatever line it dials first. */
static void wrong_lines_leave_needs_as_they_were(void **state)
{
    (void)state;
    struct twin one = plain, other = plain;
    other.more = "wrong_line = { probability = 0.3; };";
    open_twins(&one, &other);
    assert_true(centre_total(&pair.other, "wrong_line") > 100.0);
    assert_alike("needs", AXIS_INTERVAL);
    assert_alike("needs", AXIS_LINE);
    assert_alike("needs", AXIS_REASON);
}

int main(void)
{
#define TWINS(test) cmocka_unit_test_teardown(test, close_pair)
    const struct CMUnitTest tests[] = {
        TWINS(what_a_pool_has_is_nothing_to_another),
        TWINS(visitors_leave_reasons_and_patience_as_they_were),
        TWINS(callers_leave_visitors_as_they_were),
        TWINS(more_agents_keep_the_visitors_there_were),
        TWINS(wrong_lines_leave_needs_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
