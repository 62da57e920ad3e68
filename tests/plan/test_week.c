/* A week at rest whose callers dial again: against single queues, the fixed point, and whole
 * days. SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/plan/witness.h"

#include "models/plan/attempts.h"
#include "models/plan/requirement.h"
#include "models/plan/steady.h"

#include <string.h>

enum { MOST = 6 };

static struct quadrature rule;

static int open_rule(void **state)
{
    (void)state;
    quadrature_open(&rule);
    return 0;
}

/* A week of n open half-hours whose redials all come in the cell they failed in. */
struct small {
    struct week week;
    struct week_cell cells[MOST];
    double here[MOST * MOST];
    struct week_lived lived[MOST];
};

static void small_open(struct small *self, size_t n)
{
    *self = (struct small){ .week = { .n = n,
                                      .most_attempts = 10000,
                                      .handling_s = 240.0,
                                      .patience = survival_exponential(300.0),
                                      .lines = INFINITY,
                                      .within_s = 20.0 } };
    self->week.cells = self->cells;
    self->week.redials = self->week.again = self->here;
    for (size_t i = 0; i < n; i++) {
        self->cells[i] = (struct week_cell){ 1800.0, 47.0, 7.0, true, true };
        self->here[i * n + i] = 1.0;
    }
    assert_true(week_busyness(&self->week, 0.0));
}

static double value(const char *name, const struct week_lived *lived)
{
    for (size_t i = 0; i < n_week_measures; i++)
        if (strcmp(week_measures[i].name, name) == 0) return week_measures[i].value(lived);
    fail_msg("no measure %s", name);
    return NAN;
}

static struct erlang queue_of(const struct small *self)
{
    return (struct erlang){ .rate_per_s = 47.0 / 1800.0,
                            .handling_s = 240.0,
                            .agents = 7.0,
                            .lines = self->week.lines,
                            .p_balk = self->week.p_balk,
                            .patience = self->week.patience };
}

static void one_interval_is_one_queue(void **state)
{
    (void)state;
    struct small small;
    struct erlang_law law = { 0 };
    small_open(&small, 1);
    small.week.lines = 12.0;
    small.week.p_balk = 0.05;
    assert_true(week_live(&small.week, &rule, small.lived));
    const struct erlang queue = queue_of(&small);
    erlang_solve(&law, &queue, &rule);
    const struct erlang_shares *shares = &law.shares;
    const double offered = 1.0 - shares->blocked, answered = shares->free + shares->waited;
    witness("answered", value("answer_rate", small.lived), answered / offered, 1e-12);
    witness("blocked", value("p_blocked", small.lived), shares->blocked, 1e-12);
    witness("wait", value("wait_mean", small.lived), shares->wait_s / offered, 1e-12);
    witness("in time", value("service_level", small.lived),
            erlang_within(&law, 20.0).answered / offered, 1e-12);
    witness("occupancy", value("occupancy", small.lived),
            47.0 * 240.0 / 1800.0 * answered / 7.0, 1e-12);
}

/* What comes back at once to the same interval is the fixed point of attempts.h. */
static void redials_to_the_same_interval_are_the_fixed_point(void **state)
{
    (void)state;
    struct small small;
    struct erlang_law law = { 0 };
    small_open(&small, 2);
    small.week.hung_up = (struct week_chance){ 0.85, 0.85 };
    small.week.p_again = 0.1;
    assert_true(week_live(&small.week, &rule, small.lived));
    const struct attempts chances = { 0.85, 0.85, 0.1 };
    const struct erlang first = queue_of(&small);
    assert_true(attempts_solve(&chances, &first, &rule, &law));
    for (size_t i = 0; i < 2; i++)
        witness("attempts", small.lived[i].attempts, 1800.0 * law.of.rate_per_s, 5e-4);
}

/* 0.85 after the first attempt, 0.5 after later ones, three attempts at most; nobody is there,
 * so that all fail: 1 + .85 + .85 x .5 attempts a need. */
static void chances_hang_on_the_number_of_the_attempt(void **state)
{
    (void)state;
    struct small small;
    small_open(&small, 1);
    small.cells[0].agents = 0.0;
    small.week.hung_up = (struct week_chance){ 0.85, 0.5 };
    small.week.most_attempts = 3;
    assert_true(week_live(&small.week, &rule, small.lived));
    witness("attempts", value("attempts_per_need", small.lived), 1.0 + 0.85 + 0.85 * 0.5, 1e-9);
    witness("waited", value("wait_mean", small.lived), 300.0, 1e-9);
}

/* Who fails in one interval dials in the next; the last leads to the first. */
static void redials_come_where_the_delay_leads(void **state)
{
    (void)state;
    struct small small;
    small_open(&small, 3);
    memset(small.here, 0, sizeof small.here);
    for (size_t i = 0; i < 3; i++) {
        small.here[i * 3 + (i + 1) % 3] = 1.0;
        small.cells[i].needs = i == 0 ? 47.0 : 0.0;
    }
    small.cells[1].agents = 1.0;
    small.cells[2].open = false;
    small.week.hung_up = (struct week_chance){ 0.5, 0.5 };
    small.week.closed = (struct week_chance){ 0.3, 0.3 };
    assert_true(week_live(&small.week, &rule, small.lived));
    const struct week_lived *lived = small.lived;
    witness("second", lived[1].attempts, 0.5 * lived[0].abandoned, 1e-3);
    witness("closed", lived[2].turned_away, 0.5 * lived[1].abandoned, 1e-2);
    witness("round", lived[0].attempts, 47.0 + 0.3 * lived[2].turned_away, 1e-3);
    assert_true(lived[2].attempts == 0.0);
}

static void days_that_differ_are_the_mean_over_their_factor(void **state)
{
    (void)state;
    struct small small;
    const struct day_segment segment = { 1e5, 47.0 / 1800.0, 7, false };
    const struct day day = { .handling_s = 240.0,
                             .left_per_s = 1.0 / 300.0,
                             .within_s = -1.0,
                             .segments = &segment,
                             .n = 1 };
    struct day_lived whole[2];
    small_open(&small, 1);
    assert_true(week_busyness(&small.week, 0.18));
    assert_true(week_live(&small.week, &rule, small.lived));
    assert_true(day_live_busyness(&day, 0.18, whole));
    /* The day starts empty, which 1e5 s do not notice. */
    witness("answered", value("answer_rate", small.lived),
            whole[0].answered / whole[0].arrivals, 1e-3);
    double mean = 0.0, square = 0.0;
    for (size_t k = 0; k < small.week.n_kinds; k++) {
        const struct week_kind kind = small.week.kinds[k];
        mean += kind.weight * kind.factor;
        square += kind.weight * kind.factor * kind.factor;
    }
    witness("mean factor", mean, 1.0, 1e-12);
    witness("its square", square, 1.0 + 0.18 * 0.18, 1e-12);
}

/* A morning in a hump, against steady.h. */
static void morning(struct small *small, struct day_segment *segments, struct day *day)
{
    static const double needs[MOST] = { 20.0, 45.0, 60.0, 70.0, 40.0, 25.0 };
    small_open(small, MOST);
    for (size_t i = 0; i < MOST; i++) {
        small->cells[i].needs = needs[i];
        small->cells[i].opens = i == 0;
        segments[i] = (struct day_segment){ 1800.0, needs[i] / 1800.0, 7, false };
    }
    *day = (struct day){ .handling_s = 240.0,
                         .left_per_s = 1.0 / 300.0,
                         .within_s = 20.0,
                         .segments = segments,
                         .n = MOST };
}

static void each_method_is_that_of_a_day(void **state)
{
    (void)state;
    struct small small;
    struct day_segment segments[MOST];
    struct day day;
    struct steady_part parts[MOST];
    for (int by_load = 0; by_load < 2; by_load++) {
        morning(&small, segments, &day);
        small.week.by_load = by_load;
        assert_true(week_live(&small.week, &rule, small.lived));
        steady_live(&day, by_load ? STEADY_MOL : STEADY_CARRY, &rule, parts);
        /* Who waits at the end of the last is served in it; steady.h lets them be. */
        for (size_t i = 0; i + 1 < MOST; i++)
            witness("answered", value("answer_rate", &small.lived[i]),
                    parts[i].shares.free + parts[i].shares.waited, 1e-3);
    }
}

/* Who is held by others for a third of the time is two thirds of an agent. */
static void agents_held_by_others_are_fewer(void **state)
{
    (void)state;
    struct small whole, held;
    small_open(&whole, 1);
    small_open(&held, 1);
    whole.cells[0].agents = 6.0;
    held.cells[0].agents = 9.0;
    held.week.held = 1.0 / 3.0;
    assert_true(week_live(&whole.week, &rule, whole.lived));
    assert_true(week_live(&held.week, &rule, held.lived));
    witness("answered", value("answer_rate", held.lived), value("answer_rate", whole.lived),
            1e-12);
}

/* 6.25 agents are 6 on three dates of four, and 7 on the fourth. */
static void agents_are_whole_numbers_of_people(void **state)
{
    (void)state;
    struct small mixed, six, seven;
    small_open(&mixed, 1);
    small_open(&six, 1);
    small_open(&seven, 1);
    mixed.cells[0].agents = 6.25;
    six.cells[0].agents = 6.0;
    assert_true(week_live(&mixed.week, &rule, mixed.lived));
    assert_true(week_live(&six.week, &rule, six.lived));
    assert_true(week_live(&seven.week, &rule, seven.lived));
    witness("answered", value("answer_rate", mixed.lived),
            0.75 * value("answer_rate", six.lived) + 0.25 * value("answer_rate", seven.lived),
            1e-12);
    witness("present", value("agents_present", mixed.lived), 6.25, 1e-12);
}

/* More work than agents, and nobody hangs up: not at rest, which no target takes for met. */
static void a_queue_that_grows_is_not_at_rest(void **state)
{
    (void)state;
    struct small small;
    const struct requirement_target target = { &week_measures[0], true, 0.5 };
    small_open(&small, 1);
    small.cells[0].agents = 6.0;
    small.week.patience = survival_exponential(INFINITY);
    assert_true(week_live(&small.week, &rule, small.lived));
    assert_false(small.lived[0].at_rest);
    assert_true(requirement_margin(small.lived, (struct requirement_targets){ &target, 1 }) <
                0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_interval_is_one_queue),
        cmocka_unit_test(redials_to_the_same_interval_are_the_fixed_point),
        cmocka_unit_test(chances_hang_on_the_number_of_the_attempt),
        cmocka_unit_test(redials_come_where_the_delay_leads),
        cmocka_unit_test(days_that_differ_are_the_mean_over_their_factor),
        cmocka_unit_test(each_method_is_that_of_a_day),
        cmocka_unit_test(agents_held_by_others_are_fewer),
        cmocka_unit_test(agents_are_whole_numbers_of_people),
        cmocka_unit_test(a_queue_that_grows_is_not_at_rest),
    };
    return cmocka_run_group_tests(tests, open_rule, NULL);
}
