/* The fewest agents of each interval: against the calculator, and by trying one less.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/calculator.h"
#include "models/plan/requirement.h"

#include <string.h>

enum { N = 5 };

static struct quadrature rule;

static int open_rule(void **state)
{
    (void)state;
    quadrature_open(&rule);
    return 0;
}

struct small {
    struct week week;
    struct week_cell cells[N];
    double next[N * N];
    struct week_lived lived[N];
};

/* Redials come in the interval after. */
static void small_open(struct small *self, const double *needs)
{
    *self = (struct small){ .week = { .n = N,
                                      .most_attempts = 100,
                                      .handling_s = 240.0,
                                      .patience = survival_exponential(300.0),
                                      .lines = INFINITY,
                                      .within_s = 20.0 } };
    self->week.cells = self->cells;
    self->week.redials = self->week.again = self->next;
    for (size_t i = 0; i < N; i++) {
        self->cells[i] = (struct week_cell){ 1800.0, needs[i], 0.0, true, true };
        self->next[i * N + (i + 1) % N] = 1.0;
    }
    assert_true(week_busyness(&self->week, 0.0));
}

static const struct week_measure *measure(const char *name)
{
    for (size_t i = 0; i < n_week_measures; i++)
        if (strcmp(week_measures[i].name, name) == 0) return &week_measures[i];
    fail_msg("no measure %s", name);
    return NULL;
}

static void solve(struct small *small, const struct requirement_target *target, double most)
{
    assert_true(requirement_solve(&small->week, (struct requirement_targets){ target, 1 }, most,
                                  &rule, small->lived));
}

static double by_calculator(double needs, const char *name, bool at_least, double bound)
{
    const struct calculator question = { .model = CALCULATOR_A,
                                         .rate_per_s = needs / 1800.0,
                                         .handling_s = 240.0,
                                         .patience_s = 300.0,
                                         .lines = INFINITY,
                                         .within_s = 20.0 };
    size_t i = 0;
    while (strcmp(calculator_measures[i].name, name) != 0)
        i++;
    const struct calculator_target target = { i, at_least, bound };
    return calculator_solve(&question, UNKNOWN_AGENTS,
                            (struct calculator_targets){ &target, 1 }, &rule)
        .whole_agents;
}

static void where_nobody_dials_again_it_is_the_calculator(void **state)
{
    (void)state;
    static const double needs[N] = { 3.0, 25.0, 47.0, 88.0, 400.0 };
    static const struct {
        const char *name;
        bool at_least;
        double bound;
    } cases[] = { { "answer_rate", true, 0.85 },
                  { "service_level", true, 0.8 },
                  { "wait_mean", false, 30.0 },
                  { "occupancy", false, 0.8 } };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct small small;
        const struct requirement_target target = { measure(cases[c].name), cases[c].at_least,
                                                   cases[c].bound };
        small_open(&small, needs);
        solve(&small, &target, INFINITY);
        for (size_t i = 0; i < N; i++)
            assert_true(small.cells[i].agents == by_calculator(needs[i], cases[c].name,
                                                               cases[c].at_least,
                                                               cases[c].bound));
    }
}

/* Some spreadsheets never say less than two. */
static void one_call_takes_one_agent(void **state)
{
    (void)state;
    static const double needs[N] = { 1.0, 0.1, 0.0, 1e-6, 1.0 };
    struct small small;
    const struct requirement_target target = { measure("answer_rate"), true, 0.85 };
    small_open(&small, needs);
    solve(&small, &target, INFINITY);
    for (size_t i = 0; i < N; i++)
        assert_true(small.cells[i].agents == (needs[i] > 0.0 ? 1.0 : 0.0));
}

/* Attempts of which the targets are met are those that the staffing itself brings about. */
static void all_are_met_and_one_less_is_not(void **state)
{
    (void)state;
    static const double needs[N] = { 20.0, 60.0, 80.0, 45.0, 10.0 };
    const struct requirement_target target = { measure("answer_rate"), true, 0.85 };
    const struct requirement_targets targets = { &target, 1 };
    struct small small;
    small_open(&small, needs);
    small.week.hung_up = (struct week_chance){ 0.85, 0.75 };
    solve(&small, &target, INFINITY);
    struct week_lived again[N];
    assert_true(week_live(&small.week, &rule, again));
    for (size_t i = 0; i < N; i++) {
        struct week_lived less = small.lived[i];
        assert_true(requirement_margin(&again[i], targets) >= 0.0);
        witness("attempts", small.lived[i].attempts, again[i].attempts, 1e-3);
        small.cells[i].agents -= 1.0;
        week_cell_live(&small.week, i, (struct week_demand){ again[i].attempts, 0.0, 0.0 },
                       &rule, &less);
        assert_true(requirement_margin(&less, targets) < 0.0);
        small.cells[i].agents += 1.0;
    }
}

static void redials_ask_for_more_agents(void **state)
{
    (void)state;
    static const double needs[N] = { 47.0, 47.0, 47.0, 47.0, 47.0 };
    const struct requirement_target target = { measure("answer_rate"), true, 0.85 };
    struct small without, with;
    small_open(&without, needs);
    small_open(&with, needs);
    with.week.hung_up = (struct week_chance){ 0.85, 0.85 };
    solve(&without, &target, INFINITY);
    solve(&with, &target, INFINITY);
    assert_true(without.cells[2].agents == 7.0);
    assert_true(with.cells[2].agents == 8.0);
}

/* At most five agents; and with lines for four calls, more agents answer no one more. */
static void what_no_staffing_meets_is_met_as_nearly_as_can_be(void **state)
{
    (void)state;
    static const double needs[N] = { 47.0, 47.0, 1.0, 47.0, 47.0 };
    const struct requirement_target offered = { measure("answer_rate"), true, 0.85 };
    const struct requirement_target attempts = { measure("answer_rate_attempts"), true, 0.9 };
    const struct requirement_targets targets = { &offered, 1 };
    struct small most, lines;
    small_open(&most, needs);
    solve(&most, &offered, 5.0);
    assert_true(most.cells[0].agents == 5.0);
    assert_true(requirement_margin(&most.lived[0], targets) < 0.0);
    assert_true(most.cells[2].agents == 1.0);
    assert_true(requirement_margin(&most.lived[2], targets) >= 0.0);
    small_open(&lines, needs);
    lines.week.lines = 4.0;
    solve(&lines, &attempts, INFINITY);
    assert_true(lines.cells[0].agents == 4.0);
    assert_true(lines.lived[0].blocked > 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_nobody_dials_again_it_is_the_calculator),
        cmocka_unit_test(one_call_takes_one_agent),
        cmocka_unit_test(all_are_met_and_one_less_is_not),
        cmocka_unit_test(redials_ask_for_more_agents),
        cmocka_unit_test(what_no_staffing_meets_is_met_as_nearly_as_can_be),
    };
    return cmocka_run_group_tests(tests, open_rule, NULL);
}
