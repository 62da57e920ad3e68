/* Who dials again, and when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/course.h"
#include "models/demand/redial.h"

enum { N = 20000 };

/* Two weeks, the needs of a day spread evenly while open. */
static struct office office;
static struct redial redial;
static struct again again;
static const struct sim_stream stream = { 33, 1 };

/* A delay that is always the same, so that instants can be foretold. */
static struct sim_law always(double seconds)
{
    return (struct sim_law){ .kind = SIM_DETERMINISTIC, .mean = seconds, .factor = 1.0 };
}

static void check(void)
{
    assert_true(redial_check(&redial, &office.arena, &office.faults));
    assert_true(again_check(&again, &office.arena, &office.faults));
}

static int open_office(void **state)
{
    (void)state;
    const struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    office_open(&office, office_rules(OCTOBER_2, 14));
    office_expect(&office, &demand);
    redial = (struct redial){
        .general = { 1.0, 1.0 }, .most_attempts = 10, .p_soon = 1.0, .spread_s = 3600.0
    };
    for (int i = 0; i < N_CAUSES; i++)
        redial.by_cause[i] = (struct redial_chance){ NAN, NAN };
    redial.delay = always(600.0);
    again = (struct again){ .p_again = 1.0, .delay = always(600.0) };
    check();
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    office_close(&office);
    return 0;
}

static struct moment moment_at(int date, double time_s)
{
    const struct slot *slot = office_slot(&office, date, (int)time_s);
    return (struct moment){ &office.hours, (int)(slot - office.hours.slots),
                            (date - OCTOBER_2) * (double)DAY + time_s };
}

static double next_call(const struct moment *moment, uint32_t number, unsigned tries,
                        bool *beyond)
{
    const struct sim_place caller = { number, 5, 0, tries };
    return redial_at(&redial, moment, CAUSE_BUSY, &stream, caller, tries, beyond);
}

/* The share of callers who redial after a cause and so many tries. */
static double share_of(enum cause cause, unsigned tries)
{
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR);
    double n = 0.0;
    for (uint32_t i = 0; i < N; i++) {
        bool beyond;
        const struct sim_place caller = { i, 5, 0, tries };
        n += redial_at(&redial, &moment, cause, &stream, caller, tries, &beyond) < INFINITY;
        assert_false(beyond);
    }
    return n / N;
}

static void the_chance_depends_on_the_cause_and_on_the_attempt(void **state)
{
    (void)state;
    redial.general = (struct redial_chance){ 0.85, 0.75 };
    for (int i = 0; i < N_CAUSES; i++)
        redial.by_cause[i] = (struct redial_chance){ NAN, NAN };
    redial.by_cause[CAUSE_CLOSED] = (struct redial_chance){ 0.2, NAN };
    redial.by_cause[CAUSE_BUSY] = (struct redial_chance){ 0.9, 0.1 };
    redial.by_cause[CAUSE_CUT_OFF] = (struct redial_chance){ 0.0, 1.0 };
    check();
    static const double first[] = { 0.2, 0.9, 0.85, 0.85, 0.85, 0.0 };
    static const double later[] = { 0.75, 0.1, 0.75, 0.75, 0.75, 1.0 };
    for (int cause = 0; cause < N_CAUSES; cause++) {
        const double one = share_of((enum cause)cause, 1), two = share_of((enum cause)cause, 2);
        assert_near(one, first[cause], 4.0 * sqrt(first[cause] * (1.0 - first[cause]) / N));
        assert_near(two, later[cause], 4.0 * sqrt(later[cause] * (1.0 - later[cause]) / N));
        assert_near(share_of((enum cause)cause, 7), later[cause],
                    4.0 * sqrt(later[cause] * (1.0 - later[cause]) / N));
    }
}

static void a_higher_chance_keeps_everybody_who_redials(void **state)
{
    (void)state;
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR);
    for (uint32_t i = 0; i < 2000; i++) {
        bool beyond;
        redial.by_cause[CAUSE_BUSY].p_first = 0.5;
        const double less = next_call(&moment, i, 1, &beyond);
        redial.by_cause[CAUSE_BUSY].p_first = 0.6;
        const double more = next_call(&moment, i, 1, &beyond);
        if (less < INFINITY) assert_true(more == less);
    }
}

static void nobody_dials_more_often_than_the_most(void **state)
{
    (void)state;
    redial.most_attempts = 3;
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR);
    for (uint32_t i = 0; i < 1000; i++) {
        bool beyond = true;
        assert_true(next_call(&moment, i, 2, &beyond) < INFINITY);
        assert_true(isinf(next_call(&moment, i, 3, &beyond)));
        assert_false(beyond);
    }
    redial.most_attempts = 1;
    assert_true(share_of(CAUSE_BUSY, 1) == 0.0);
}

static void soon_is_after_the_delay_while_open(void **state)
{
    (void)state;
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR + 7.0);
    for (uint32_t i = 0; i < 100; i++) {
        bool beyond;
        assert_true(next_call(&moment, i, 1, &beyond) == moment.now + 600.0);
    }
}

static double drawn[N];

/* Draws the next call of many from a moment; all are on one date. */
static void draw_all(struct moment moment, int date)
{
    for (uint32_t i = 0; i < N; i++) {
        bool beyond;
        const double at = next_call(&moment, i, 1, &beyond);
        assert_false(beyond);
        assert_true(at > moment.now);
        assert_int_equal(office_date(&office, at), date);
        drawn[i] = office_time(at);
    }
}

static double first_hour_below(double time_s)
{
    return (time_s - AFTERNOON) / 3600.0;
}

static void a_delay_that_ends_while_closed_moves_to_the_next_opening(void **state)
{
    (void)state;
    draw_all(moment_at(OCTOBER_2, 12.0 * HOUR + 25.0 * 60.0), OCTOBER_2);
    assert_true(ks_distance(drawn, N, first_hour_below) < 1.95);
    assert_true(drawn[0] > AFTERNOON && drawn[N - 1] < AFTERNOON + HOUR);
    /* Friday evening: Monday. */
    draw_all(moment_at(OCTOBER_2 + 4, 17.0 * HOUR + 25.0 * 60.0), OCTOBER_2 + 7);
    for (size_t i = 0; i < N; i++)
        assert_true(drawn[i] > MORNING && drawn[i] < MORNING + HOUR);
    /* Over lunch, when it is closed already. */
    draw_all(moment_at(OCTOBER_2, 13.0 * HOUR), OCTOBER_2);
    for (size_t i = 0; i < N; i++)
        assert_true(drawn[i] > AFTERNOON && drawn[i] < AFTERNOON + HOUR);
}

static void the_spread_goes_no_further_than_the_opening(void **state)
{
    (void)state;
    redial.spread_s = 86400.0;
    draw_all(moment_at(OCTOBER_2 + 2, 17.0 * HOUR + 25.0 * 60.0), OCTOBER_2 + 3);
    const struct sample sample = sample_of(drawn, N);
    assert_near(sample.mean, (MORNING + 11 * HOUR) / 2.0, 4.0 * sample.se_mean);
    for (size_t i = 0; i < N; i++)
        assert_true(drawn[i] > MORNING && drawn[i] < 11 * HOUR);
    redial.spread_s = 0.0;
    draw_all(moment_at(OCTOBER_2 + 2, 17.0 * HOUR + 25.0 * 60.0), OCTOBER_2 + 3);
    assert_true(drawn[0] == MORNING && drawn[N - 1] == MORNING);
}

static double afternoon_below(double time_s)
{
    return (time_s - AFTERNOON) / (4.0 * HOUR);
}

static double thursday_morning_below(double time_s)
{
    return (time_s - MORNING) / (2.5 * HOUR);
}

static double thursday_below(double time_s)
{
    const double morning = fmin(time_s, 11.0 * HOUR) - MORNING;
    return (morning + fmax(0.0, time_s - AFTERNOON)) / (6.5 * HOUR);
}

static void the_next_half_day_is_the_next_opening(void **state)
{
    (void)state;
    redial.p_soon = 0.0;
    redial.p_next_half_day = 1.0;
    draw_all(moment_at(OCTOBER_2, 9.0 * HOUR), OCTOBER_2);
    assert_true(ks_distance(drawn, N, afternoon_below) < 1.95);
    draw_all(moment_at(OCTOBER_2 + 2, 14.0 * HOUR), OCTOBER_2 + 3);
    assert_true(ks_distance(drawn, N, thursday_morning_below) < 1.95);
    draw_all(moment_at(OCTOBER_2 + 3, 11.5 * HOUR), OCTOBER_2 + 3);
    assert_true(ks_distance(drawn, N, afternoon_below) < 1.95);
}

static void the_others_dial_on_the_next_open_day(void **state)
{
    (void)state;
    redial.p_soon = 0.0;
    draw_all(moment_at(OCTOBER_2 + 2, 9.0 * HOUR), OCTOBER_2 + 3);
    assert_true(ks_distance(drawn, N, thursday_below) < 1.95);
    draw_all(moment_at(OCTOBER_2 + 4, 17.0 * HOUR), OCTOBER_2 + 7);
    draw_all(moment_at(OCTOBER_2 + 5, 12.0 * HOUR), OCTOBER_2 + 7);
}

static void each_way_is_taken_as_often_as_it_should_be(void **state)
{
    (void)state;
    redial.p_soon = 0.75;
    redial.p_next_half_day = 0.125;
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR);
    double soon = 0.0, half_day = 0.0, day = 0.0;
    for (uint32_t i = 0; i < N; i++) {
        bool beyond;
        const double at = next_call(&moment, i, 1, &beyond);
        if (at == moment.now + 600.0)
            soon++;
        else if (office_date(&office, at) == OCTOBER_2)
            half_day++;
        else
            day++;
    }
    assert_near(soon / N, 0.75, 4.0 * sqrt(0.75 * 0.25 / N));
    assert_near(half_day / N, 0.125, 4.0 * sqrt(0.125 * 0.875 / N));
    assert_near(day / N, 0.125, 4.0 * sqrt(0.125 * 0.875 / N));
}

/* From half a day on a delay is days, and its days are open days. */
static void a_long_delay_counts_in_open_days(void **state)
{
    (void)state;
    static const double days[] = { 0.5, 1.2, 1.6, 3.0, 4.4 };
    static const int later[] = { 1, 1, 2, 3, 4 };
    for (int i = 0; i < 5; i++) {
        redial.delay = always(days[i] * DAY);
        check();
        draw_all(moment_at(OCTOBER_2, 9.0 * HOUR), OCTOBER_2 + later[i]);
    }
    redial.delay = always(2.0 * DAY);
    check();
    draw_all(moment_at(OCTOBER_2 + 3, 9.0 * HOUR), OCTOBER_2 + 7); /* Thursday, Monday */
}

static void what_lies_beyond_the_horizon_is_said_to(void **state)
{
    (void)state;
    bool beyond = false;
    const struct moment last = moment_at(OCTOBER_2 + 11, 17.0 * HOUR + 25.0 * 60.0);
    assert_true(isinf(next_call(&last, 1, 1, &beyond)) && beyond);
    redial.p_soon = 0.0;
    assert_true(isinf(next_call(&last, 1, 1, &beyond)) && beyond);
    redial.p_next_half_day = 1.0;
    assert_true(isinf(next_call(&last, 1, 1, &beyond)) && beyond);
    redial.p_soon = 1.0;
    redial.delay = always(1e6 * DAY);
    check();
    assert_true(isinf(next_call(&last, 1, 1, &beyond)) && beyond);
}

static double call_again(struct moment moment, uint32_t number, bool *beyond)
{
    return again_at(&again, &redial, &moment, &stream, (struct sim_place){ number, 5, 0, 1 },
                    beyond);
}

/* A day's needs come in the mornings alone; a redial in the afternoon is one all the same. */
static void an_opening_without_needs_of_its_own_takes_redials(void **state)
{
    (void)state;
    double one[] = { 1 };
    struct course course = { EVERY_DAY, MORNING, 12 * HOUR, { one, 1 } };
    struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    demand.profile = (struct sim_list){ &course, 1 };
    office_expect(&office, &demand);
    redial.p_soon = 0.0;
    redial.p_next_half_day = 1.0;
    draw_all(moment_at(OCTOBER_2, 9.0 * HOUR), OCTOBER_2);
    for (size_t i = 0; i < N; i++)
        assert_true(drawn[i] > AFTERNOON && drawn[i] < 17 * HOUR + HALF_HOUR);
}

/* Where it never closes there is no next opening; nobody gives up for that. */
static void round_the_clock_the_next_half_day_still_comes(void **state)
{
    (void)state;
    struct hours_rules rules = office_rules(OCTOBER_2, 14);
    const struct demand demand = plain_demand(100.0, PER_OPEN_DAY);
    office_close(&office);
    rules.openings.n = 0;
    office_open(&office, rules);
    office_expect(&office, &demand);
    redial.p_soon = 0.0;
    redial.p_next_half_day = 1.0;
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR);
    for (uint32_t i = 0; i < 100; i++) {
        bool beyond;
        const double at = next_call(&moment, i, 1, &beyond);
        assert_false(beyond);
        assert_true(at > moment.now && at < moment.now + 2.0 * DAY);
    }
}

static void calls_again_follow_the_same_conventions(void **state)
{
    (void)state;
    bool beyond = true;
    assert_true(call_again(moment_at(OCTOBER_2, 9.0 * HOUR), 1, &beyond) == 9.0 * HOUR + 600.0);
    assert_false(beyond);
    for (uint32_t i = 0; i < 1000; i++) {
        const double at = call_again(moment_at(OCTOBER_2, 12.4 * HOUR), i, &beyond);
        assert_true(at > AFTERNOON && at < AFTERNOON + HOUR);
    }
    again.delay = always(2.0 * DAY);
    check();
    for (uint32_t i = 0; i < 1000; i++) {
        const double at = call_again(moment_at(OCTOBER_2 + 4, 9.0 * HOUR), i, &beyond);
        assert_int_equal(office_date(&office, at), OCTOBER_2 + 8);
        const int slot = hours_slot_at(&office.hours, at);
        assert_true(office.hours.slots[slot].open);
    }
    const struct moment last = moment_at(OCTOBER_2 + 10, 9.0 * HOUR);
    assert_true(isinf(call_again(last, 1, &beyond)) && beyond);
}

static void a_caller_redials_alike_whenever_he_is_asked(void **state)
{
    (void)state;
    redial.p_soon = 0.3;
    redial.p_next_half_day = 0.3;
    const struct moment moment = moment_at(OCTOBER_2, 9.0 * HOUR);
    bool beyond;
    int equal = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        const double first = next_call(&moment, i, 1, &beyond);
        const double second = next_call(&moment, i, 2, &beyond);
        assert_true(first == next_call(&moment, i, 1, &beyond));
        equal += first == second;
    }
    assert_in_range(equal, 0, 200); /* both soon: nine of a hundred */
}

static void ways_that_exceed_the_whole_are_a_fault(void **state)
{
    (void)state;
    redial.p_soon = 0.7;
    redial.p_next_half_day = 0.4;
    redial_check(&redial, &office.arena, &office.faults);
    assert_int_equal(office.faults.n, 1);
    assert_string_equal(office.faults.items[0].path, "redial.next_half_day");
}

int main(void)
{
#define REDIAL(test) cmocka_unit_test_setup_teardown(test, open_office, close_office)
    const struct CMUnitTest tests[] = {
        REDIAL(the_chance_depends_on_the_cause_and_on_the_attempt),
        REDIAL(a_higher_chance_keeps_everybody_who_redials),
        REDIAL(nobody_dials_more_often_than_the_most),
        REDIAL(soon_is_after_the_delay_while_open),
        REDIAL(a_delay_that_ends_while_closed_moves_to_the_next_opening),
        REDIAL(the_spread_goes_no_further_than_the_opening),
        REDIAL(the_next_half_day_is_the_next_opening),
        REDIAL(the_others_dial_on_the_next_open_day),
        REDIAL(each_way_is_taken_as_often_as_it_should_be),
        REDIAL(a_long_delay_counts_in_open_days),
        REDIAL(what_lies_beyond_the_horizon_is_said_to),
        REDIAL(an_opening_without_needs_of_its_own_takes_redials),
        REDIAL(round_the_clock_the_next_half_day_still_comes),
        REDIAL(calls_again_follow_the_same_conventions),
        REDIAL(a_caller_redials_alike_whenever_he_is_asked),
        REDIAL(ways_that_exceed_the_whole_are_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
