/* The whole centre: hundreds of scenarios by chance, whose books must balance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/centre_run.h"
#include "tests/random_centre.h"

enum { SCENARIOS = 400, REPLICATIONS = 2 };

/* Measures of attempts that were dialled while open: every cut must hold them all. */
static const char *const of_open_attempts[] = {
    "attempts_open",    "turned_away_busy",    "offered",
    "answered",         "hung_up_greeting",    "balked",
    "abandoned",        "abandoned_short",     "cut_off",
    "still_waiting",    "service_level",       "service_level_left",
    "p_wait",           "wait_mean",           "p_wait_over_60",
    "p_wait_over_120",  "p_wait_over_300",     "handling_mean",
    "patience_mean",    "wait_answered_mean",  "answer_rate",
    "abandonment_rate", "wait_abandoned_mean",
};

/* And measures of needs and of closed hours, which the lines and reasons hold. */
static const char *const of_all_attempts[] = {
    "attempts",      "turned_away_closed", "redials",    "calls_again",      "needs",
    "needs_reached", "needs_lost",         "needs_open", "attempts_per_need"
};

static double sum_over(const struct centre *centre, const char *name, int axis)
{
    double sum = 0.0;
    for (size_t cell = 0; cell < centre->model.axes[axis].n; cell++)
        sum += centre_over(centre, name, axis, cell);
    return sum;
}

static void assert_cut(const struct centre *centre, const char *name, int axis)
{
    const double all = centre_total(centre, name), sum = sum_over(centre, name, axis);
    if (fabs(sum - all) > 1e-9 * (1.0 + fabs(all)))
        fail_msg("%s by %s sums to %.17g, not %.17g", name, centre->model.axes[axis].name, sum,
                 all);
}

static void assert_cuts(const struct centre *centre)
{
    for (size_t i = 0; i < sizeof of_open_attempts / sizeof *of_open_attempts; i++)
        for (int axis = 0; axis < N_AXES; axis++)
            if (centre->model.axes[axis].n &&
                centre_measure(of_open_attempts[i])->axes >> axis & 1)
                assert_cut(centre, of_open_attempts[i], axis);
    for (size_t i = 0; i < sizeof of_all_attempts / sizeof *of_all_attempts; i++) {
        assert_cut(centre, of_all_attempts[i], AXIS_LINE);
        assert_cut(centre, of_all_attempts[i], AXIS_REASON);
    }
}

/* By attempt nothing is left out: not what fell in closed hours, nor what followed. */
static void assert_attempts(const struct centre *centre)
{
    assert_cut(centre, "attempts", AXIS_ATTEMPT);
    assert_cut(centre, "turned_away_closed", AXIS_ATTEMPT);
    assert_true(centre_total(centre, "attempts") ==
                centre_total(centre, "answered") + centre_total(centre, "still_waiting") +
                    centre_total(centre, "left_by_offer") + centre_total(centre, "redialled") +
                    centre_total(centre, "given_up"));
    double later = 0.0;
    for (size_t i = 1; i < centre->model.axes[AXIS_ATTEMPT].n; i++)
        later += centre_over(centre, "attempts", AXIS_ATTEMPT, i);
    assert_true(later == centre_total(centre, "redials"));
}

/* One rate for each interval of each day in which somebody was offered. */
static void assert_spreads(const struct centre *centre)
{
    const struct sim_model *model = &centre->model;
    const size_t first = sim_model_first_cell(model, AXIS_INTERVAL);
    uint64_t seen = 0, offered = 0;
    assert_int_equal(model->n_spreads, model->axes[AXIS_HALF_HOUR].n);
    for (size_t i = 0; i < model->n_spreads; i++)
        seen += sim_spread_count(&centre->row.spreads[i]);
    for (size_t i = 0; i < model->axes[AXIS_INTERVAL].n; i++)
        offered += sim_measure_over(centre_measure("offered"),
                                    &centre->row.counts[(first + i) * SIM_COUNTERS]) > 0.0;
    assert_int_equal(seen, offered);
}

static void assert_ways_of_leaving(const struct centre *centre)
{
    const double left =
        centre_total(centre, "answered") + centre_total(centre, "hung_up_greeting") +
        centre_total(centre, "balked") + centre_total(centre, "abandoned") +
        centre_total(centre, "cut_off") + centre_total(centre, "left_by_offer") +
        centre_total(centre, "still_waiting");
    assert_true(centre_total(centre, "offered") == left);
    assert_true(centre_total(centre, "attempts_open") ==
                left + centre_total(centre, "turned_away_busy"));
    assert_true(centre_total(centre, "attempts") ==
                centre_total(centre, "attempts_open") +
                    centre_total(centre, "turned_away_closed"));
    assert_true(centre_total(centre, "needs") >=
                centre_total(centre, "needs_reached") + centre_total(centre, "needs_lost"));
}

/* Every value of every cell is a number of its kind: a share in 0 .. 1, nothing below 0. */
static void assert_values(const struct centre *centre)
{
    const size_t n = sim_model_cells(&centre->model);
    for (size_t i = 0; i < n_centre_measures; i++)
        for (size_t cell = 0; cell < n; cell++) {
            const struct sim_measure *measure = &centre_measures[i];
            const double *counts = &centre->row.counts[cell * SIM_COUNTERS];
            if (measure->quantity == SIM_QUANTILE) continue;
            const double over = sim_measure_over(measure, counts);
            const double under = sim_measure_under(measure, counts);
            if (isnan(over) || isinf(over) || over < -1e-9 || under < -1e-9)
                fail_msg("%s in cell %zu: %g / %g", measure->name, cell, over, under);
            /* What is lived in closed intervals may be no share of what is open. */
            if (measure->show == SIM_SHOW_SHARE && over > under * (1.0 + 1e-9) + 1e-6)
                fail_msg("%s in cell %zu: %g of %g", measure->name, cell, over, under); /*X*/
        }
}

/* What seldom happens, and must somewhere for the books to be put to the test. */
static const char *const rare[] = { "consultations_joined", "consultation_wait_mean",
                                    "transfers_taken", "transfers_abandoned" };
enum { N_RARE = sizeof rare / sizeof *rare };

static void conserve(uint32_t number, double seen[N_RARE])
{
    struct centre centre;
    char *text = random_centre(number);
    centre_open(&centre, text);
    for (uint32_t i = 0; i < REPLICATIONS; i++) {
        if (!centre_try(&centre, 1, i))
            fail_msg("scenario %u does not balance:\n%s", number, text);
        assert_cuts(&centre);
        assert_attempts(&centre);
        assert_spreads(&centre);
        assert_ways_of_leaving(&centre);
        assert_values(&centre);
        for (size_t k = 0; k < N_RARE; k++)
            seen[k] += centre_total(&centre, rare[k]);
    }
    centre_close(&centre);
    free(text);
}

static void the_books_of_any_scenario_balance(void **state)
{
    (void)state;
    double seen[N_RARE] = { 0.0 };
    for (uint32_t number = 0; number < SCENARIOS; number++)
        conserve(number, seen);
    for (size_t k = 0; k < N_RARE; k++)
        if (!(seen[k] > 100.0)) fail_msg("%s: %g", rare[k], seen[k]);
}

static void a_workplace_remembers_nothing_of_the_replications_before(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < 40; number++) {
        struct centre used, fresh;
        char *text = random_centre(number);
        centre_open(&used, text);
        centre_open(&fresh, text);
        centre_replicate(&used, 9, 5);
        centre_replicate(&used, 9, 4);
        centre_replicate(&used, 9, 3);
        centre_replicate(&fresh, 9, 3);
        assert_memory_equal(used.row.counts, fresh.row.counts,
                            centre_counts(&used) * sizeof *used.row.counts);
        assert_memory_equal(used.row.histograms, fresh.row.histograms,
                            SIM_HISTOGRAMS * sizeof *used.row.histograms);
        centre_close(&used);
        centre_close(&fresh);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_books_of_any_scenario_balance),
        cmocka_unit_test(a_workplace_remembers_nothing_of_the_replications_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
