/* How many needs are expected when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/course.h"
#include "models/holiday.h"

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

/* What comes in the open and in the closed slots of a date. */
static double sum_where(const struct office *office, int date, bool open)
{
    double sum = 0.0;
    for (int time_s = 0; time_s < DAY; time_s += HALF_HOUR) {
        const struct slot *slot = office_slot(office, date, time_s);
        if (slot->open == open) sum += office->expected[slot - office->hours.slots];
    }
    return sum;
}

/* From 8:00 to 19:00 there are six closed half-hours on Monday, and nine on Thursday. */
static void a_share_first_dials_while_it_is_closed(void **state)
{
    (void)state;
    struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    demand.dialled_closed = 0.1;
    struct office office;
    expect(&office, office_rules(OCTOBER_2, 7), demand);
    const struct slot *early = office_slot(&office, OCTOBER_2, 8 * HOUR);
    assert_near(office.expected[early - office.hours.slots], 10.0 / 6.0, 1e-12);
    const struct slot *noon = office_slot(&office, OCTOBER_2 + 3, 11 * HOUR);
    assert_near(office.expected[noon - office.hours.slots], 10.0 / 9.0, 1e-12);
    const struct slot *night = office_slot(&office, OCTOBER_2, 19 * HOUR);
    assert_true(office.expected[night - office.hours.slots] == 0.0);
    for (int i = 0; i < 5; i++) {
        assert_near(sum_where(&office, OCTOBER_2 + i, true), 90.0, 1e-10);
        assert_near(sum_where(&office, OCTOBER_2 + i, false), 10.0, 1e-10);
    }
    assert_true(sum_of_date(&office, OCTOBER_2 + 5) == 0.0);
    office_close(&office);
}

/* Weight 1 at 18:00 and 3 at 20:00; what falls in open intervals does not count. */
static void a_profile_says_when_they_dial(void **state)
{
    (void)state;
    double one[] = { 1 }, three[] = { 3 };
    struct course courses[] = { { EVERY_DAY, 17 * HOUR, 18 * HOUR + HALF_HOUR, { one, 1 } },
                                { EVERY_DAY, 20 * HOUR, 20 * HOUR + HALF_HOUR, { three, 1 } } };
    struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    demand.dialled_closed = 0.2;
    demand.closed_profile = (struct sim_list){ courses, 2 };
    struct office office;
    expect(&office, office_rules(OCTOBER_2, 7), demand);
    const struct slot *six = office_slot(&office, OCTOBER_2, 18 * HOUR);
    assert_near(office.expected[six - office.hours.slots], 4.0, 1e-12);
    const struct slot *eight = office_slot(&office, OCTOBER_2, 20 * HOUR);
    assert_near(office.expected[eight - office.hours.slots], 12.0, 1e-12);
    assert_near(sum_where(&office, OCTOBER_2, true), 80.0, 1e-10);
    office_close(&office);
}

static void round_the_clock_nobody_dials_while_closed(void **state)
{
    (void)state;
    struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    demand.dialled_closed = 0.2;
    struct hours_rules rules = office_rules(OCTOBER_2, 7);
    rules.openings.n = 0;
    struct office office;
    expect(&office, rules, demand);
    assert_near(sum_of_date(&office, OCTOBER_2), 100.0, 1e-9);
    assert_int_equal(office.faults.n, 1);
    assert_string_equal(office.faults.items[0].path, "demand.first_dial_closed");
    office_close(&office);
}

/* All Saints' was a Wednesday in 2017, of factor 0.5: 50 needs, of which 40 % on Thursday. */
static void a_share_of_a_closed_days_needs_comes_on_the_next_open_one(void **state)
{
    (void)state;
    double weekdays[] = { 1, 1, 0.5, 1, 1, 0, 0 };
    int thursday = OCTOBER_1 + 32;
    struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    demand.weekdays = (struct sim_reals){ weekdays, 7 };
    demand.postponed = 0.4;
    struct hours_rules rules = office_rules(OCTOBER_1 + 30, 4);
    rules.public_holidays = HOLIDAYS_FRANCE;
    struct office office;
    expect(&office, rules, demand);
    assert_true(sum_of_date(&office, thursday - 1) == 0.0);
    assert_near(sum_of_date(&office, thursday), 120.0, 1e-10);
    assert_near(sum_of_date(&office, thursday + 1), 100.0, 1e-10);
    office_close(&office);
    rules.closed_on = (struct sim_dates){ &thursday, 1 }; /* then 140 wait for Friday */
    rules.horizon.start = thursday + 1;
    rules.horizon.days = 1;
    expect(&office, rules, demand);
    assert_near(sum_of_date(&office, thursday + 1), 100.0 + 0.4 * (50.0 + 100.0), 1e-10);
    office_close(&office);
}

static void per_open_hour_a_closed_day_leaves_what_its_hours_would_have(void **state)
{
    (void)state;
    int thursday = OCTOBER_2 + 3;
    struct demand demand = plain_demand(10.0, PER_OPEN_HOUR);
    demand.postponed = 1.0;
    struct hours_rules rules = office_rules(OCTOBER_2, 7);
    rules.closed_on = (struct sim_dates){ &thursday, 1 };
    struct office office;
    expect(&office, rules, demand);
    assert_near(sum_of_date(&office, thursday + 1), 80.0 + 65.0, 1e-10);
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
        cmocka_unit_test(a_share_first_dials_while_it_is_closed),
        cmocka_unit_test(a_profile_says_when_they_dial),
        cmocka_unit_test(round_the_clock_nobody_dials_while_closed),
        cmocka_unit_test(a_share_of_a_closed_days_needs_comes_on_the_next_open_one),
        cmocka_unit_test(per_open_hour_a_closed_day_leaves_what_its_hours_would_have),
        cmocka_unit_test(demand_is_said_in_exactly_one_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
