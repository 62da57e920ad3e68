/* The table of measures, and the cells things are counted in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "models/flow/counts.h"

static size_t find(const char *name)
{
    size_t i = 0;
    while (i < n_centre_measures && strcmp(centre_measures[i].name, name) != 0)
        i++;
    return i;
}

/* What docs and checks outside the project name. */
static void every_measure_that_was_promised_is_there(void **state)
{
    (void)state;
    static const char *const promised[] = {
        "needs",
        "needs_reached",
        "needs_lost",
        "need_answer_rate",
        "attempts_per_need",
        "attempts",
        "attempts_open",
        "turned_away_closed",
        "turned_away_busy",
        "offered",
        "answered",
        "balked",
        "abandoned",
        "abandoned_short",
        "cut_off",
        "redials",
        "calls_again",
        "answer_rate",
        "answer_rate_attempts",
        "abandonment_rate",
        "p_wait",
        "p_blocked",
        "service_level",
        "service_level_excluding_short",
        "service_level_of_answered",
        "wait_mean",
        "wait_answered_mean",
        "wait_abandoned_mean",
        "wait_p50",
        "wait_p90",
        "wait_p95",
        "wait_p99",
        "queue_mean",
        "occupancy",
        "talk_hours_per_agent_day",
        "overtime",
        "agents_present",
        "handling_mean",
        "patience_mean",
        "busyness",
    };
    for (size_t i = 0; i < sizeof promised / sizeof *promised; i++)
        if (find(promised[i]) == n_centre_measures) fail_msg("%s", promised[i]);
}

static void every_measure_has_a_name_of_its_own_and_says_what_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_centre_measures; i++) {
        const struct sim_measure *measure = &centre_measures[i];
        assert_int_equal(find(measure->name), i);
        assert_int_equal(strspn(measure->name, "abcdefghijklmnopqrstuvwxyz_0123456789"),
                         strlen(measure->name));
        assert_true(measure->label && *measure->label);
        assert_true(measure->definition && *measure->definition);
        assert_true(measure->unit && *measure->unit);
        assert_in_range(measure->better + 1, 0, 2);
        for (size_t j = 0; j < i; j++)
            if (strcmp(measure->label, centre_measures[j].label) == 0 ||
                strcmp(measure->definition, centre_measures[j].definition) == 0)
                fail_msg("%s and %s", measure->name, centre_measures[j].name);
    }
}

/* What a sum is made of: how often each counter is added, less how often it is taken off. */
struct parts {
    int times[SIM_COUNTERS];
    bool known, once; /* all its counters exist; none stands there twice */
};

static struct parts parts_of(const short *sum)
{
    struct parts parts = { .known = true, .once = true };
    for (; sum && *sum; sum++) {
        const int counter = abs(*sum) - 1;
        if (counter >= N_COUNTS) parts.known = false;
        if (counter >= N_COUNTS) continue;
        if (parts.times[counter] != 0) parts.once = false;
        parts.times[counter] += *sum > 0 ? 1 : -1;
    }
    return parts;
}

static bool same_sum(const short *a, const short *b)
{
    const struct parts one = parts_of(a), other = parts_of(b);
    return memcmp(one.times, other.times, sizeof one.times) == 0;
}

static void every_measure_is_made_of_what_its_kind_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_centre_measures; i++) {
        const struct sim_measure *measure = &centre_measures[i];
        const struct parts over = parts_of(measure->over), under = parts_of(measure->under);
        const bool pooled = measure->quantity == SIM_QUANTILE;
        if (!over.known || !over.once || !under.known || !under.once ||
            pooled != (measure->over == NULL) ||
            (measure->quantity == SIM_RATIO && measure->under == NULL) ||
            pooled != (measure->p > 0.0 && measure->p < 1.0 && measure->histograms != 0) ||
            (measure->histograms >> SIM_HISTOGRAMS) || (measure->axes >> N_AXES))
            fail_msg("%s", measure->name);
    }
}

/* One quantity has one definition: what is a count under one name is the numerator elsewhere.
 */
static void shares_are_made_of_the_counts_they_name(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        { "answer_rate", "answered", "offered" },
        { "answer_rate_attempts", "answered", "attempts_open" },
        { "need_answer_rate", "needs_reached", "needs" },
        { "p_blocked", "turned_away_busy", "attempts_open" },
        { "abandonment_rate_pure", "abandoned", "offered" },
        { "wait_mean", NULL, "offered" },
        { "service_level", NULL, "offered" },
        { "service_level_of_answered", NULL, "answered" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct sim_measure *share = &centre_measures[find(rows[i][0])];
        const struct sim_measure *under = &centre_measures[find(rows[i][2])];
        if (!same_sum(share->under, under->over)) fail_msg("%s", rows[i][0]);
        if (!rows[i][1]) continue;
        const struct sim_measure *over = &centre_measures[find(rows[i][1])];
        if (!same_sum(share->over, over->over)) fail_msg("%s", rows[i][0]);
    }
}

static void there_is_room_for_all_counters(void **state)
{
    (void)state;
    assert_in_range(N_COUNTS, 1, SIM_COUNTERS);
}

static void cleared_counts_are_all_zero(void **state)
{
    (void)state;
    struct counts counts;
    assert_true(counts_open(&counts, 3, 2, 2));
    counts_add(&counts, counts_cell(&counts, 1, 1), N_ABANDONED, 2.0);
    assert_true(counts.by_slot[1 * N_COUNTS + N_ABANDONED] == 2.0);
    counts_clear(&counts);
    for (size_t i = 0; i < 4 * N_COUNTS; i++)
        assert_true(counts.by_slot[i] == 0.0);
    for (size_t i = 0; i < 9 * N_COUNTS; i++)
        assert_true(counts.by_class[i] == 0.0);
    counts_close(&counts);
    assert_null(counts.by_slot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_measure_that_was_promised_is_there),
        cmocka_unit_test(every_measure_has_a_name_of_its_own_and_says_what_it_is),
        cmocka_unit_test(every_measure_is_made_of_what_its_kind_needs),
        cmocka_unit_test(shares_are_made_of_the_counts_they_name),
        cmocka_unit_test(there_is_room_for_all_counters),
        cmocka_unit_test(cleared_counts_are_all_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
