/* How many needs are expected when, and the needs that are born.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/course.h"

#include <gsl/gsl_randist.h>

static double sum_of_date(const struct office *office, int date)
{
    double sum = 0.0;
    for (int time_s = 0; time_s < DAY; time_s += HALF_HOUR)
        sum += office->expected[office_slot(office, date, time_s) - office->hours.slots];
    return sum;
}

static double sum_of_all(const struct office *office)
{
    double sum = 0.0;
    for (int i = 0; i < office->hours.n_slots; i++)
        sum += office->expected[i];
    return sum;
}

static void expect(struct office *office, struct hours_rules rules, struct demand demand)
{
    office_open(office, rules);
    office_expect(office, &demand);
}

/* October 2017 has 22 weekdays, two of them closed here. */
static struct hours_rules october(void)
{
    static int closed[] = { OCTOBER_2 + 1, OCTOBER_2 + 17 };
    struct hours_rules rules = office_rules(OCTOBER_1, 31);
    rules.closed_on = (struct sim_dates){ closed, 2 };
    return rules;
}

static void a_months_volume_is_spread_over_its_open_days(void **state)
{
    (void)state;
    struct office office;
    expect(&office, october(), plain_demand(17000.0, PER_MONTH));
    assert_near(sum_of_all(&office), 17000.0, 1e-8);
    assert_near(sum_of_date(&office, OCTOBER_2), 17000.0 / 20.0, 1e-9);
    assert_true(sum_of_date(&office, OCTOBER_2 + 1) == 0.0);
    assert_true(sum_of_date(&office, OCTOBER_2 + 5) == 0.0);
    office_close(&office);
}

static void a_part_of_a_month_has_its_part_of_the_volume(void **state)
{
    (void)state;
    struct hours_rules rules = october();
    rules.horizon.days = 8; /* Sunday 1 to Sunday 8: four open days */
    struct office office;
    expect(&office, rules, plain_demand(17000.0, PER_MONTH));
    assert_near(sum_of_all(&office), 4.0 * 850.0, 1e-9);
    office_close(&office);
}

static void weekdays_weigh_and_the_month_still_sums_to_its_volume(void **state)
{
    (void)state;
    double weekdays[] = { 1.5, 1, 1, 0.5, 1, 1, 1 };
    struct demand demand = plain_demand(17000.0, PER_MONTH);
    demand.weekdays = (struct sim_reals){ weekdays, 7 };
    struct office office;
    expect(&office, october(), demand);
    assert_near(sum_of_all(&office), 17000.0, 1e-8);
    const double wednesday = sum_of_date(&office, OCTOBER_2 + 2);
    assert_near(sum_of_date(&office, OCTOBER_2), 1.5 * wednesday, 1e-9);
    assert_near(sum_of_date(&office, OCTOBER_2 + 3), 0.5 * wednesday, 1e-9);
    office_close(&office);
}

static void months_have_their_factors(void **state)
{
    (void)state;
    double months[] = { 1, 1, 1, 1, 1, 1, 1, 0.5, 1, 2, 3, 1 };
    struct demand demand = plain_demand(1000.0, PER_MONTH);
    demand.months = (struct sim_reals){ months, 12 };
    struct hours_rules rules = october();
    rules.horizon = (struct horizon){ .start = OCTOBER_1, .months = 2 };
    struct office office;
    expect(&office, rules, demand);
    assert_near(sum_of_all(&office), 2000.0 + 3000.0, 1e-8);
    office_close(&office);
}

static void a_volume_may_be_for_an_open_day_or_hour(void **state)
{
    (void)state;
    struct office office;
    expect(&office, office_rules(OCTOBER_2, 7), plain_demand(100.0, PER_OPEN_DAY));
    for (int i = 0; i < 5; i++)
        assert_near(sum_of_date(&office, OCTOBER_2 + i), 100.0, 1e-10);
    office_close(&office);
    expect(&office, office_rules(OCTOBER_2, 7), plain_demand(100.0, PER_OPEN_HOUR));
    assert_near(sum_of_date(&office, OCTOBER_2), 800.0, 1e-9);
    assert_near(sum_of_date(&office, OCTOBER_2 + 3), 650.0, 1e-9);
    office_close(&office);
}

/* A profile of the whole day, evenly from 08:30 to 12:30 and from 13:30 to 17:30: Thursday,
 * which closes at 11:00, misses 3 of its 16 parts. */
static void needs_of_closed_intervals_shift_to_open_ones_or_are_lost(void **state)
{
    (void)state;
    double ones[] = { 1 };
    struct course courses[] = {
        { EVERY_DAY, MORNING, 12 * HOUR + HALF_HOUR, { ones, 1 } },
        { EVERY_DAY, AFTERNOON, 17 * HOUR + HALF_HOUR, { ones, 1 } },
    };
    static const double shifted[] = { 0.0, 0.5, 1.0 };
    for (int i = 0; i < 3; i++) {
        struct demand demand = plain_demand(160.0, PER_OPEN_DAY);
        demand.profile = (struct sim_list){ courses, 2 };
        demand.shifted = shifted[i];
        struct office office;
        expect(&office, office_rules(OCTOBER_2, 7), demand);
        assert_near(sum_of_date(&office, OCTOBER_2), 160.0, 1e-10);
        assert_near(sum_of_date(&office, OCTOBER_2 + 3), 130.0 + 30.0 * shifted[i], 1e-10);
        const struct slot *closed = office_slot(&office, OCTOBER_2 + 3, 11 * HOUR);
        assert_true(office.expected[closed - office.hours.slots] == 0.0);
        office_close(&office);
    }
}

static void a_profile_says_how_a_day_spreads(void **state)
{
    (void)state;
    double values[] = { 2, 1, 0, 5 };
    struct course course = { EVERY_DAY, MORNING, DAY, { values, 4 } };
    struct demand demand = plain_demand(80.0, PER_OPEN_DAY);
    demand.profile = (struct sim_list){ &course, 1 };
    struct office office;
    expect(&office, office_rules(OCTOBER_2, 7), demand);
    double shares = 0.0;
    for (int k = 0; k < 4; k++) {
        const struct slot *slot = office_slot(&office, OCTOBER_2, MORNING + k * HALF_HOUR);
        assert_near(office.expected[slot - office.hours.slots], 10.0 * values[k], 1e-12);
        assert_near(slot->share, shares += values[k] / 8.0, 1e-12);
    }
    office_close(&office);
}

static void a_rate_holds_while_open_and_rates_hold_when_they_say(void **state)
{
    (void)state;
    struct demand demand = plain_demand(NAN, PER_MONTH);
    demand.rate_per_h = 60.0;
    struct office office;
    expect(&office, office_rules(OCTOBER_2, 7), demand);
    assert_near(sum_of_all(&office), 60.0 * OPEN_A_WEEK / HOUR, 1e-9);
    office_close(&office);
    double rates[] = { 10, 20 };
    struct course course = { 1, 8 * HOUR, DAY, { rates, 2 } }; /* before opening too */
    demand.rate_per_h = NAN;
    demand.rates = (struct sim_list){ &course, 1 };
    expect(&office, office_rules(OCTOBER_2, 7), demand);
    assert_near(sum_of_all(&office), 5.0 + 10.0, 1e-12);
    const struct slot *closed = office_slot(&office, OCTOBER_2, 8 * HOUR);
    assert_false(closed->open);
    assert_near(office.expected[closed - office.hours.slots], 5.0, 1e-12);
    office_close(&office);
}

static void assert_fault(struct demand demand, const char *path, const char *what)
{
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 7));
    assert_false(arrivals_expect(&demand, &office.rules, &office.hours, office.expected,
                                 &office.faults));
    assert_string_equal(office.faults.items[0].path, path);
    assert_string_equal(office.faults.items[0].what, what);
    office_close(&office);
}

static void demand_is_said_in_exactly_one_way(void **state)
{
    (void)state;
    double three[] = { 1, 1, 1 };
    struct demand demand = plain_demand(NAN, PER_MONTH);
    assert_fault(demand, "demand", "no rate, rates or volume is given");
    demand.volume = 10.0;
    demand.rate_per_h = 5.0;
    assert_fault(demand, "demand", "more than one of rate, rates and volume is given");
    demand = plain_demand(10.0, PER_MONTH);
    demand.months = (struct sim_reals){ three, 3 };
    assert_fault(demand, "demand.months", "twelve factors are needed");
    demand = plain_demand(10.0, PER_MONTH);
    demand.weekdays = (struct sim_reals){ three, 3 };
    assert_fault(demand, "demand.weekdays", "seven factors are needed");
}

static void a_days_busyness_has_mean_1_and_its_coefficient_of_variation(void **state)
{
    (void)state;
    enum { N = 20000 };
    static double drawn[N];
    struct demand demand = plain_demand(1.0, PER_MONTH);
    static const double cvs[] = { 0.15, 0.6, 1.5 };
    for (int k = 0; k < 3; k++) {
        demand.busyness_cv = cvs[k];
        for (uint32_t i = 0; i < N; i++) {
            const struct sim_stream stream = { 30, i % 100 };
            drawn[i] = arrivals_busyness(&demand, &stream, (int)(i / 100));
        }
        const struct sample sample = sample_of(drawn, N);
        assert_near(sample.mean, 1.0, 4.0 * sample.se_mean);
        assert_near(sample.cv, cvs[k], 4.0 * sample.se_cv);
        const struct sim_stream first = { 30, 0 };
        assert_true(arrivals_busyness(&demand, &first, 0) == drawn[0]);
    }
    demand.busyness_cv = 0.0;
    const struct sim_stream stream = { 30, 1 };
    assert_true(arrivals_busyness(&demand, &stream, 17441) == 1.0);
}

static const struct slot a_slot = { .start_at = 30600.0, .end_at = 32400.0, .where = 1674353 };

static void draw(struct births *births, double expected, uint32_t replication)
{
    const struct sim_stream stream = { 31, replication };
    assert_true(births_draw(births, &a_slot, expected, &stream));
}

static void needs_are_born_in_order_and_their_numbers_are_all_there(void **state)
{
    (void)state;
    static const double expected[] = { 0.3, 1, 12, 300, 20000 };
    struct births births = { 0 };
    for (uint32_t i = 0; i < 50; i++) {
        draw(&births, expected[i % 5], i);
        bool *seen = calloc(births.n + 1, sizeof *seen);
        for (size_t k = 0; k < births.n; k++) {
            const double at = births_at(births.keys[k], &a_slot);
            assert_true(at > a_slot.start_at && at < a_slot.end_at);
            if (k) assert_true(at >= births_at(births.keys[k - 1], &a_slot));
            const uint32_t number = (uint32_t)births.keys[k];
            assert_true(number < births.n && !seen[number]);
            seen[number] = true;
        }
        free(seen);
    }
    births_close(&births);
}

static void nobody_is_born_where_nobody_is_expected(void **state)
{
    (void)state;
    struct births births = { 0 };
    draw(&births, 0.0, 1);
    assert_int_equal(births.n, 0);
    draw(&births, 50.0, 1);
    assert_true(births.n > 0);
    draw(&births, 0.0, 1);
    assert_int_equal(births.n, 0);
    births_close(&births);
}

/* The key of a need by its number: its time, and what it is born with. */
static void keys_by_number(const struct births *births, uint64_t *keys)
{
    for (size_t k = 0; k < births->n; k++)
        keys[(uint32_t)births->keys[k]] = births->keys[k];
}

static void a_larger_volume_keeps_every_need_at_its_time_and_adds_some(void **state)
{
    (void)state;
    struct births fewer = { 0 }, more = { 0 };
    static uint64_t before[1000], after[1000];
    size_t added = 0;
    for (uint32_t i = 0; i < 500; i++) {
        draw(&fewer, 100.0, i);
        draw(&more, 105.0, i);
        assert_true(more.n >= fewer.n);
        added += more.n - fewer.n;
        keys_by_number(&fewer, before);
        keys_by_number(&more, after);
        for (size_t number = 0; number < fewer.n; number++) {
            assert_true(before[number] == after[number]);
            assert_memory_equal(&fewer.blocks[number], &more.blocks[number],
                                sizeof *more.blocks);
        }
    }
    assert_near((double)added, 2500.0, 4.0 * 50.0);
    births_close(&fewer);
    births_close(&more);
}

/* Counts of 40000 intervals against the law of Poisson, cell by cell. */
static void births_are_a_poisson_process(void **state)
{
    (void)state;
    enum { N = 40000, MOST = 30 };
    static double counts[N];
    struct births births = { 0 };
    double seen[MOST] = { 0.0 }, squares = 0.0;
    for (uint32_t i = 0; i < N; i++) {
        draw(&births, 7.3, i);
        counts[i] = (double)births.n;
        seen[births.n < MOST ? births.n : MOST - 1]++;
    }
    const struct sample sample = sample_of(counts, N);
    assert_near(sample.mean, 7.3, 4.0 * sqrt(7.3 / N));
    assert_near(sample.sd * sample.sd, 7.3, 4.0 * 7.3 * sqrt((2.0 + 1.0 / 7.3) / N));
    int cells = 0;
    for (unsigned k = 0; k < MOST; k++) {
        const double wanted = N * gsl_ran_poisson_pdf(k, 7.3);
        if (wanted < 5.0) continue;
        squares += (seen[k] - wanted) * (seen[k] - wanted) / wanted;
        cells++;
    }
    assert_true(gsl_cdf_chisq_Q(squares, cells - 1) > 0.001);
    births_close(&births);
}

static double even_below(double at)
{
    return (at - a_slot.start_at) / (a_slot.end_at - a_slot.start_at);
}

static void times_are_even_within_the_interval(void **state)
{
    (void)state;
    struct births births = { 0 };
    draw(&births, 1e6, 1);
    double *times = calloc(births.n, sizeof *times);
    for (size_t k = 0; k < births.n; k++)
        times[k] = births_at(births.keys[k], &a_slot);
    assert_near((double)births.n, 1e6, 4000.0);
    assert_true(ks_distance(times, births.n, even_below) < 1.95);
    free(times);
    births_close(&births);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_months_volume_is_spread_over_its_open_days),
        cmocka_unit_test(a_part_of_a_month_has_its_part_of_the_volume),
        cmocka_unit_test(weekdays_weigh_and_the_month_still_sums_to_its_volume),
        cmocka_unit_test(months_have_their_factors),
        cmocka_unit_test(a_volume_may_be_for_an_open_day_or_hour),
        cmocka_unit_test(needs_of_closed_intervals_shift_to_open_ones_or_are_lost),
        cmocka_unit_test(a_profile_says_how_a_day_spreads),
        cmocka_unit_test(a_rate_holds_while_open_and_rates_hold_when_they_say),
        cmocka_unit_test(demand_is_said_in_exactly_one_way),
        cmocka_unit_test(a_days_busyness_has_mean_1_and_its_coefficient_of_variation),
        cmocka_unit_test(needs_are_born_in_order_and_their_numbers_are_all_there),
        cmocka_unit_test(nobody_is_born_where_nobody_is_expected),
        cmocka_unit_test(a_larger_volume_keeps_every_need_at_its_time_and_adds_some),
        cmocka_unit_test(births_are_a_poisson_process),
        cmocka_unit_test(times_are_even_within_the_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
