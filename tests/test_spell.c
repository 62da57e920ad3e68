/* Spells of days away: how often, how long, and whose.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/staff/spell.h"

enum { DAYS = 500, DATE = 17000, PURPOSE = 7 };

static struct spells spells_of(double share, double p_single, double mean_days)
{
    struct spells spells = { .share = share,
                             .p_single = p_single,
                             .mean_s = mean_days * 86400 };
    spells_check(&spells);
    return spells;
}

static struct sim_place place_of(uint32_t agent, int date)
{
    return (struct sim_place){ agent, (uint32_t)date, PURPOSE, 0 };
}

static const struct spells *cases(size_t *n)
{
    static struct spells all[4];
    all[0] = spells_of(0.096, 0.5, 12);
    all[1] = spells_of(0.10, 0.3, 10);
    all[2] = spells_of(0.3, 0.0, 2);
    all[3] = spells_of(0.02, 1.0, 5);
    *n = 4;
    return all;
}

/* By the chance that none of the spells that may have begun covers the day. */
static void the_chance_to_begin_gives_the_share_exactly(void **state)
{
    (void)state;
    size_t n;
    const struct spells *all = cases(&n);
    for (size_t i = 0; i < n; i++) {
        double at_work = 1.0;
        for (int age = 0; age < all[i].longest; age++)
            at_work *= 1.0 - all[i].p_start * spells_longer(&all[i], age);
        assert_near(1.0 - at_work, all[i].share, 1e-12);
    }
}

static void nobody_is_away_where_the_share_is_nought(void **state)
{
    (void)state;
    const struct sim_stream stream = { 1, 0 };
    const struct spells none = spells_of(0.0, 0.5, 12);
    for (uint32_t agent = 0; agent < 1000; agent++)
        assert_int_equal(spells_begin(&none, &stream, place_of(agent, DATE)), 0);
    assert_int_equal(spells_cover(&none, &stream, place_of(1, DATE), DATE), DATE);
}

/* Single days in their share, the others of the mean asked for and of two days or more. */
static void spells_have_the_lengths_that_were_asked_for(void **state)
{
    (void)state;
    const struct sim_stream stream = { 2, 0 };
    const struct spells spells = spells_of(0.096, 0.5, 12);
    enum { MOST = 1 << 17 };
    double *lengths = calloc(MOST, sizeof *lengths);
    size_t n = 0, n_single = 0;
    for (uint32_t agent = 0; n < MOST && agent < 100000; agent++)
        for (int day = 0; n < MOST && day < 200; day++) {
            const int length = spells_begin(&spells, &stream, place_of(agent, DATE + day));
            if (length == 1) n_single++;
            if (length > 1) lengths[n++] = length;
        }
    assert_int_equal(n, MOST);
    const struct sample sample = sample_of(lengths, n);
    assert_near(sample.mean, 12.0, 3.5 * sample.se_mean);
    assert_true(sample.se_mean < 0.0035 * sample.mean);
    const double all = (double)(n + n_single);
    assert_near((double)n_single / all, 0.5, 3.5 * sqrt(0.25 / all));
    free(lengths);
}

/* The share of days that spells cover, with its standard error over agents. */
static struct sample share_covered(const struct spells *spells, uint32_t n_agents)
{
    const struct sim_stream stream = { 3, 5 };
    double *shares = calloc(n_agents, sizeof *shares);
    for (uint32_t agent = 0; agent < n_agents; agent++) {
        int until = spells_cover(spells, &stream, place_of(agent, DATE), DATE), n = 0;
        for (int date = DATE; date < DATE + DAYS; date++) {
            const int end = date + spells_begin(spells, &stream, place_of(agent, date));
            if (end > until) until = end;
            n += until > date;
        }
        shares[agent] = (double)n / DAYS;
    }
    const struct sample sample = sample_of(shares, n_agents);
    free(shares);
    return sample;
}

static void in_the_long_run_the_share_of_days_away_is_the_one_asked_for(void **state)
{
    (void)state;
    size_t n;
    const struct spells *all = cases(&n);
    for (size_t i = 0; i < n; i++) {
        const struct sample sample = share_covered(&all[i], 40000);
        assert_near(sample.mean, all[i].share, 3.5 * sample.se_mean);
        assert_true(sample.se_mean < 0.003 * all[i].share);
    }
}

/* What covers a date does not depend on the date one starts to look from. */
static void an_earlier_start_finds_the_same_days(void **state)
{
    (void)state;
    const struct sim_stream stream = { 4, 1 };
    const struct spells spells = spells_of(0.2, 0.2, 20);
    for (uint32_t agent = 0; agent < 200; agent++) {
        int until = spells_cover(&spells, &stream, place_of(agent, DATE), DATE);
        for (int date = DATE; date < DATE + 60; date++) {
            const int fresh = spells_cover(&spells, &stream, place_of(agent, date), date);
            assert_int_equal(until > date ? until : date, fresh);
            const int end = date + spells_begin(&spells, &stream, place_of(agent, date));
            if (end > until) until = end;
        }
    }
}

/* A larger share keeps the spells there were. */
static void more_absence_keeps_the_spells_there_were(void **state)
{
    (void)state;
    const struct sim_stream stream = { 5, 1 };
    const struct spells less = spells_of(0.05, 0.5, 12), more = spells_of(0.10, 0.5, 12);
    for (uint32_t agent = 0; agent < 2000; agent++)
        for (int date = DATE; date < DATE + 50; date++) {
            const int before = spells_begin(&less, &stream, place_of(agent, date));
            if (before)
                assert_int_equal(spells_begin(&more, &stream, place_of(agent, date)), before);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chance_to_begin_gives_the_share_exactly),
        cmocka_unit_test(nobody_is_away_where_the_share_is_nought),
        cmocka_unit_test(spells_have_the_lengths_that_were_asked_for),
        cmocka_unit_test(in_the_long_run_the_share_of_days_away_is_the_one_asked_for),
        cmocka_unit_test(an_earlier_start_finds_the_same_days),
        cmocka_unit_test(more_absence_keeps_the_spells_there_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
