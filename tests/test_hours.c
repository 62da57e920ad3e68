/* When the centre answers: slots, days, openings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/course.h"
#include "models/holiday.h"

static void assert_fault(const struct hours_rules *rules, const char *path, const char *what)
{
    struct sim_arena arena = { 0 };
    struct sim_faults faults = { 0 };
    struct hours hours;
    assert_false(hours_build(&hours, rules, &arena, &faults));
    assert_int_equal(faults.n, 1);
    assert_string_equal(faults.items[0].path, path);
    assert_string_equal(faults.items[0].what, what);
    sim_faults_close(&faults);
    sim_arena_close(&arena);
}

static void a_day_is_cut_in_slots_from_midnight_to_midnight(void **state)
{
    (void)state;
    static const double intervals[] = { 900, 1800, 3600 };
    for (int k = 0; k < 3; k++) {
        struct office office;
        struct hours_rules rules = office_rules(OCTOBER_2, 7);
        rules.openings.n = 0;
        rules.interval_s = intervals[k];
        office_open(&office, rules);
        assert_int_equal(office.hours.slots_per_day, DAY / (int)intervals[k]);
        assert_int_equal(office.hours.n_slots, 7 * DAY / (int)intervals[k]);
        assert_true(office.hours.end_at == 7.0 * DAY);
        for (int i = 0; i < office.hours.n_slots; i++) {
            const struct slot *slot = &office.hours.slots[i];
            assert_true(slot->start_at == i * intervals[k]);
            assert_true(slot->end_at == slot->start_at + intervals[k]);
            assert_true(slot->open && slot->counted);
            assert_true(slot->opens == (i == 0));
            assert_false(slot->closes);
        }
        office_close(&office);
    }
}

static void openings_are_several_a_day_and_thursday_mornings_end_at_11(void **state)
{
    (void)state;
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 7));
    double open_s = 0.0;
    for (int i = 0; i < office.hours.n_slots; i++) {
        const struct slot *slot = &office.hours.slots[i];
        const int weekday = slot->day, time_s = slot->time_of_day * HALF_HOUR;
        const int noon = weekday == 3 ? 11 * HOUR : 12 * HOUR + HALF_HOUR;
        const bool morning = time_s >= MORNING && time_s < noon;
        const bool afternoon = time_s >= AFTERNOON && time_s < 17 * HOUR + HALF_HOUR;
        assert_int_equal(slot->open, weekday < 5 && (morning || afternoon));
        assert_int_equal(slot->opens,
                         weekday < 5 && (time_s == MORNING || time_s == AFTERNOON));
        assert_int_equal(slot->closes,
                         weekday < 5 && (time_s == noon - HALF_HOUR || time_s == 17 * HOUR));
        if (slot->open) open_s += HALF_HOUR;
    }
    assert_true(open_s == OPEN_A_WEEK);
    assert_true(office.hours.days[3].open_s == 6.5 * HOUR);
    assert_true(hours_rules_open_s(&office.rules, OCTOBER_2 + 3) == 6.5 * HOUR);
    assert_true(hours_rules_is_open_at(&office.rules, OCTOBER_2 + 3, 10.9 * HOUR));
    assert_false(hours_rules_is_open_at(&office.rules, OCTOBER_2 + 3, 11.0 * HOUR));
    office_close(&office);
}

static void the_next_opening_is_the_first_that_is_still_to_come(void **state)
{
    (void)state;
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 7));
    const struct hours *hours = &office.hours;
    for (int i = 0; i < hours->n_slots; i++) {
        int next = i + 1;
        while (next < hours->n_slots && !hours->slots[next].opens)
            next++;
        assert_int_equal(hours->slots[i].next_opening, next < hours->n_slots ? next : -1);
        if (hours->slots[i].open) {
            int closing = i;
            while (!hours->slots[closing].closes)
                closing++;
            assert_int_equal(hours->slots[i].closing, closing);
        }
    }
    const int friday = office_slot(&office, OCTOBER_2 + 4, 17 * HOUR)->next_opening;
    assert_int_equal(friday, -1);
    office_close(&office);
}

static void dates_that_are_listed_are_closed_all_day(void **state)
{
    (void)state;
    int closed[] = { OCTOBER_2 + 2, OCTOBER_2 + 40 };
    struct hours_rules rules = office_rules(OCTOBER_2, 5);
    rules.closed_on = (struct sim_dates){ closed, 2 };
    struct office office;
    office_open(&office, rules);
    assert_false(hours_rules_is_open_on(&rules, OCTOBER_2 + 2));
    assert_true(hours_rules_is_open_on(&rules, OCTOBER_2 + 1));
    assert_false(hours_rules_is_open_on(&rules, OCTOBER_2 - 1));
    assert_int_equal(office.hours.n_open_days, 4);
    assert_true(office.hours.days[2].open_s == 0.0);
    assert_int_equal(office.hours.n_weekdays, 4);
    assert_int_equal(office.hours.weekday_rank[2], -1);
    assert_int_equal(office.hours.weekday_rank[3], 2);
    office_close(&office);
}

static void warm_up_and_run_off_count_open_days(void **state)
{
    (void)state;
    int closed[] = { OCTOBER_2 - 3 }; /* Friday before */
    struct hours_rules rules = office_rules(OCTOBER_2, 7);
    rules.closed_on = (struct sim_dates){ closed, 1 };
    rules.horizon.warm_up_days = 6;
    rules.horizon.run_off_days = 3;
    struct office office;
    office_open(&office, rules);
    const struct hours *hours = &office.hours;
    /* Four days of the week before, Friday and Thursday of the one before that. */
    assert_int_equal(hours->days[0].date, OCTOBER_2 - 11);
    assert_int_equal(hours->days[0].weekday, 3);
    assert_int_equal(hours->days[hours->n_days - 1].date, OCTOBER_2 + 9);
    for (int day = 0; day < hours->n_days; day++) {
        const int date = hours->days[day].date;
        const bool counted = date >= OCTOBER_2 && date < OCTOBER_2 + 7;
        assert_int_equal(hours->days[day].counted, counted);
        for (int i = 0; i < hours->days[day].n_slots; i++)
            assert_int_equal(hours->slots[hours->days[day].first_slot + i].counted, counted);
    }
    office_close(&office);
}

/* 1 November 2017 is a Wednesday, 11 November a Saturday. */
static void public_holidays_are_closed_where_it_is_said(void **state)
{
    (void)state;
    struct hours_rules rules = office_rules(OCTOBER_1, 61);
    assert_true(hours_rules_is_open_on(&rules, OCTOBER_1 + 31));
    rules.public_holidays = HOLIDAYS_FRANCE;
    struct office office;
    office_open(&office, rules);
    assert_int_equal(office.hours.n_open_days, 22 + 22 - 1);
    assert_true(hours_rules_open_s(&rules, OCTOBER_1 + 31) == 0.0);
    assert_true(hours_rules_usual_open_s(&rules, OCTOBER_1 + 31) == 8.0 * HOUR);
    office_close(&office);
}

/* A Saturday in two stretches, a holiday's afternoon, and a short Monday. */
static void special_days_have_hours_of_their_own(void **state)
{
    (void)state;
    int saturday = OCTOBER_2 + 5, holiday = OCTOBER_1 + 31, monday = OCTOBER_2;
    struct special_day rows[] = { { { &saturday, 1 }, 9 * HOUR, 12 * HOUR },
                                  { { &saturday, 1 }, 14 * HOUR, 15 * HOUR },
                                  { { &holiday, 1 }, 13 * HOUR, 17 * HOUR },
                                  { { &monday, 1 }, 10 * HOUR, 11 * HOUR } };
    struct hours_rules rules = office_rules(OCTOBER_2, 35);
    rules.public_holidays = HOLIDAYS_FRANCE;
    rules.specials = (struct sim_list){ rows, 4 };
    struct office office;
    office_open(&office, rules);
    assert_true(office.hours.days[0].open_s == HOUR);
    assert_true(office.hours.days[5].open_s == 4.0 * HOUR);
    assert_true(office.hours.days[30].open_s == 4.0 * HOUR);
    assert_true(hours_rules_open_s(&rules, saturday) == 4.0 * HOUR);
    assert_true(office_slot(&office, monday, 10 * HOUR)->opens);
    assert_false(office_slot(&office, monday, MORNING)->open);
    assert_false(office_slot(&office, saturday, 12 * HOUR)->open);
    assert_true(office_slot(&office, saturday, 14 * HOUR)->open);
    assert_int_equal(office.hours.n_weekdays, 6);
    office_close(&office);
}

static void special_days_that_cannot_be_are_faults(void **state)
{
    (void)state;
    int dates[] = { OCTOBER_2, OCTOBER_2 + 3 };
    struct special_day rows[] = { { { dates, 2 }, 9 * HOUR, 12 * HOUR },
                                  { { dates + 1, 1 }, 12 * HOUR, 14 * HOUR } };
    struct hours_rules rules = office_rules(OCTOBER_2, 7);
    rules.specials = (struct sim_list){ rows, 2 };
    rows[1].open_s = 11 * HOUR;
    assert_fault(&rules, "special_days.[1].open",
                 "overlaps with other opening hours of the same day");
    rows[1].open_s = 14 * HOUR;
    assert_fault(&rules, "special_days.[1].close", "closes before it opens");
    rows[1].open_s = 13 * HOUR + 60;
    assert_fault(&rules, "special_days.[1].open", "does not fall on an interval's boundary");
    rows[1].open_s = 13 * HOUR;
    rules.closed_on = (struct sim_dates){ dates, 1 };
    assert_fault(&rules, "special_days.[0].dates", "a date is also in closed_on");
}

/* How often it is warned of holidays, and what it says. */
static int n_warned(const struct hours_rules *rules, const char *listed)
{
    struct office office;
    office_open(&office, *rules);
    hours_holidays_warn(&office.hours, &office.rules, &office.faults);
    const int n = (int)office.faults.n;
    for (int i = 0; i < n; i++) {
        assert_int_equal(office.faults.items[i].severity, SIM_WARNING);
        assert_string_equal(office.faults.items[i].got, listed);
    }
    office_close(&office);
    return n;
}

static void holidays_on_which_it_opens_are_warned_of(void **state)
{
    (void)state;
    const int july_1_2018 = OCTOBER_2 + 272;
    struct hours_rules rules = office_rules(july_1_2018, 184);
    assert_int_equal(n_warned(&rules, "2018-08-15, 2018-11-01, 2018-12-25"), 1);
    rules.horizon.days = 31; /* 14 July is a Saturday */
    assert_int_equal(n_warned(&rules, ""), 0);
    rules.horizon.days = 365;
    assert_int_equal(n_warned(&rules, "2018-08-15, 2018-11-01, 2018-12-25, 2019-01-01, ..."),
                     1);
    rules.public_holidays = HOLIDAYS_FRANCE;
    assert_int_equal(n_warned(&rules, ""), 0);
    rules.public_holidays = HOLIDAYS_NONE;
    rules.openings.n = 0; /* round the clock, Sundays too */
    assert_int_equal(n_warned(&rules, ""), 0);
}

static void a_horizon_is_months_weeks_and_days_and_one_month_where_nothing_is_said(void **state)
{
    (void)state;
    static const struct {
        int months, weeks, days, length;
    } rows[] = { { 0, 0, 0, 31 }, { 1, 0, 0, 31 }, { 0, 0, 10, 10 }, { 0, 2, 0, 14 },
                 { 0, 1, 3, 10 }, { 2, 1, 5, 73 }, { 12, 0, 0, 365 } };
    for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct hours_rules rules = office_rules(OCTOBER_2, rows[i].days);
        rules.horizon.months = rows[i].months;
        rules.horizon.weeks = rows[i].weeks;
        struct office office;
        office_open(&office, rules);
        assert_int_equal(office.hours.n_days, rows[i].length);
        office_close(&office);
    }
}

static void a_slot_has_the_same_address_in_every_horizon(void **state)
{
    (void)state;
    struct hours_rules rules = office_rules(OCTOBER_2, 7), longer = office_rules(OCTOBER_2, 30);
    longer.horizon.warm_up_days = 10;
    struct office a, b;
    office_open(&a, rules);
    office_open(&b, longer);
    for (int date = OCTOBER_2; date < OCTOBER_2 + 7; date++)
        for (int time_s = 0; time_s < DAY; time_s += HALF_HOUR)
            assert_int_equal(office_slot(&a, date, time_s)->where,
                             office_slot(&b, date, time_s)->where);
    office_close(&a);
    office_close(&b);
}

static void slots_have_addresses_of_their_own(void **state)
{
    (void)state;
    struct hours_rules rules = office_rules(OCTOBER_2, 30);
    rules.interval_s = 900;
    struct office office;
    office_open(&office, rules);
    for (int i = 1; i < office.hours.n_slots; i++)
        assert_true(office.hours.slots[i].where > office.hours.slots[i - 1].where);
    office_close(&office);
}

static void open_days_are_counted_from_any_day(void **state)
{
    (void)state;
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 14));
    assert_int_equal(hours_open_day_after(&office.hours, 0, 1), 1);
    assert_int_equal(hours_open_day_after(&office.hours, 4, 1), 7); /* Friday, then Monday */
    assert_int_equal(hours_open_day_after(&office.hours, 5, 1), 7);
    assert_int_equal(hours_open_day_after(&office.hours, 6, 2), 8);
    assert_int_equal(hours_open_day_after(&office.hours, 0, 9), 11);
    assert_int_equal(hours_open_day_after(&office.hours, 0, 10), -1);
    assert_int_equal(hours_open_day_after(&office.hours, 13, 1), -1);
    office_close(&office);
}

static void instants_of_a_day_fall_in_open_slots_by_their_shares(void **state)
{
    (void)state;
    enum { N = 200000 };
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 7));
    double weights[] = { 1, 3, 0, 2, 4 }; /* from 09:00 on; what is not said has none */
    struct course course = { 127, 9 * HOUR, DAY, { weights, 5 } };
    struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    demand.profile = (struct sim_list){ &course, 1 };
    office_expect(&office, &demand);
    double seen[5] = { 0.0 }, within = 0.0;
    for (int i = 0; i < N; i++) {
        const double at = hours_instant(&office.hours, 1, (i + 0.5) / N);
        assert_int_equal(office_date(&office, at), OCTOBER_2 + 1);
        const double part = (office_time(at) - 9 * HOUR) / HALF_HOUR;
        assert_in_range((int)part, 0, 4);
        seen[(int)part]++;
        within += part - floor(part);
    }
    for (int k = 0; k < 5; k++)
        assert_near(seen[k] / N, weights[k] / 10.0, 2.0 / N);
    assert_near(within / N, 0.5, 1e-3);
    office_close(&office);
}

static void a_slot_is_found_by_its_instant(void **state)
{
    (void)state;
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 2));
    assert_int_equal(hours_slot_at(&office.hours, 0.0), 0);
    assert_int_equal(hours_slot_at(&office.hours, 1799.9), 0);
    assert_int_equal(hours_slot_at(&office.hours, 1800.0), 1);
    assert_int_equal(hours_slot_at(&office.hours, 86400.0), 48);
    for (int i = 0; i < office.hours.n_slots; i++) {
        const struct slot *slot = &office.hours.slots[i];
        assert_int_equal(hours_slot_at(&office.hours, slot->start_at), i);
        assert_int_equal(hours_slot_at(&office.hours, nextafter(slot->end_at, 0.0)), i);
    }
    assert_int_equal(hours_slot_at(&office.hours, 2.0 * DAY), office.hours.n_slots);
    assert_int_equal(hours_slot_at(&office.hours, INFINITY), office.hours.n_slots);
    office_close(&office);
}

static void openings_that_cannot_be_are_faults(void **state)
{
    (void)state;
    struct opening openings[2] = { { 31, MORNING, 12 * HOUR }, { 31, 12 * HOUR, 17 * HOUR } };
    struct hours_rules rules = office_rules(OCTOBER_2, 7);
    rules.openings = (struct sim_list){ openings, 2 };
    openings[1].open_s = 11 * HOUR;
    assert_fault(&rules, "hours.[1].open", "overlaps with other opening hours of the same day");
    openings[1] = (struct opening){ 96, 12 * HOUR, 12 * HOUR };
    assert_fault(&rules, "hours.[1].close", "closes before it opens");
    openings[1] = (struct opening){ 96, 12 * HOUR + 60, 17 * HOUR };
    assert_fault(&rules, "hours.[1].open", "does not fall on an interval's boundary");
    openings[1] = (struct opening){ 96, 12 * HOUR, 17 * HOUR + 900 };
    assert_fault(&rules, "hours.[1].close", "does not fall on an interval's boundary");
    rules = office_rules(OCTOBER_2 + 5, 2); /* a weekend */
    assert_fault(&rules, "hours", "the centre is never open within the horizon");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_cut_in_slots_from_midnight_to_midnight),
        cmocka_unit_test(openings_are_several_a_day_and_thursday_mornings_end_at_11),
        cmocka_unit_test(the_next_opening_is_the_first_that_is_still_to_come),
        cmocka_unit_test(dates_that_are_listed_are_closed_all_day),
        cmocka_unit_test(public_holidays_are_closed_where_it_is_said),
        cmocka_unit_test(special_days_have_hours_of_their_own),
        cmocka_unit_test(special_days_that_cannot_be_are_faults),
        cmocka_unit_test(holidays_on_which_it_opens_are_warned_of),
        cmocka_unit_test(warm_up_and_run_off_count_open_days),
        cmocka_unit_test(
            a_horizon_is_months_weeks_and_days_and_one_month_where_nothing_is_said),
        cmocka_unit_test(a_slot_has_the_same_address_in_every_horizon),
        cmocka_unit_test(slots_have_addresses_of_their_own),
        cmocka_unit_test(open_days_are_counted_from_any_day),
        cmocka_unit_test(instants_of_a_day_fall_in_open_slots_by_their_shares),
        cmocka_unit_test(a_slot_is_found_by_its_instant),
        cmocka_unit_test(openings_that_cannot_be_are_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
