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

/* In every cell of every axis, the numerators are the same number, bit for bit. */
static void assert_alike(const char *measure)
{
    const size_t n = sim_model_cells(&pair.one.model);
    const struct sim_measure *row = centre_measure(measure);
    for (size_t cell = 0; cell < n; cell++)
        if (sim_measure_over(row, &pair.one.row.counts[cell * SIM_COUNTERS]) !=
            sim_measure_over(row, &pair.other.row.counts[cell * SIM_COUNTERS]))
            fail_msg("%s, cell %zu", measure, cell);
}

/* All measures of any scenario. */
static void assert_all_alike(void)
{
    for (size_t i = 0; i < n_centre_measures; i++)
        if (centre_measures[i].features == 0 && centre_measures[i].quantity != SIM_QUANTILE)
            assert_alike(centre_measures[i].name);
}

#define REASON(resolved) "reasons = ( { name = \"r\"; resolved = " resolved "; } );\n"
#define ALL_ANSWERED     "patience = { law = \"never\"; }; message = { balking = 0; };\n"

/* Where it makes no difference what a caller was told. */
static void outcomes_alone_change_nothing_of_the_calls(void **state)
{
    (void)state;
    open_pair(12, REASON("1") "again = { probability = 0.3; };",
              REASON("0.4") "again = { probability = 0.3; };");
    assert_true(centre_total(&pair.other, "oriented") > 1000.0);
    assert_all_alike();
}

static void a_better_chance_resolves_the_same_people_and_more(void **state)
{
    (void)state;
    open_pair(400, ALL_ANSWERED REASON("0.5") "again = { probability = 0; };",
              ALL_ANSWERED REASON("0.6") "again = { probability = 0; };");
    const size_t n = sim_model_cells(&pair.one.model);
    const struct sim_measure *oriented = centre_measure("oriented");
    for (size_t cell = 0; cell < n; cell++)
        assert_true(sim_measure_over(oriented, &pair.one.row.counts[cell * SIM_COUNTERS]) >=
                    sim_measure_over(oriented, &pair.other.row.counts[cell * SIM_COUNTERS]));
    assert_true(centre_total(&pair.one, "oriented") > centre_total(&pair.other, "oriented"));
    assert_all_alike();
}

int main(void)
{
#define TWINS(test) cmocka_unit_test_teardown(test, close_pair)
    const struct CMUnitTest tests[] = {
        TWINS(outcomes_alone_change_nothing_of_the_calls),
        TWINS(a_better_chance_resolves_the_same_people_and_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
