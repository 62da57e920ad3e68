/* The plan of a day: what an agent is meant to do, moment by moment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/staff/duty.h"

#include <string.h>

enum { LUNCH = 12 * HOUR + HALF_HOUR, EVENING = 17 * HOUR + HALF_HOUR, ELEVEN = 11 * HOUR };
enum { WEEKDAYS = 31, THURSDAY = 3 };

static struct office office;
static struct plan plan;
static struct shift whole_days[] = { { WEEKDAYS, MORNING, LUNCH, WEEKS_ALL },
                                     { WEEKDAYS, AFTERNOON, EVENING, WEEKS_ALL } };
static const struct sim_stream stream = { 11, 3 };

/* Four weeks from Monday 2 October 2017. */
static int open_office_(void **state)
{
    (void)state;
    office_open(&office, office_rules(OCTOBER_2, 28));
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    plan_close(&plan);
    office_close(&office);
    return 0;
}

/* Plans one day, counted from the Monday, of an agent who is at work. */
static void plan_it(const struct contract *contract, uint32_t agent, int day, enum duty whole)
{
    const struct member member = { .contract = contract, .address = agent };
    plan.n = 0;
    assert_true(plan_day(&plan, &member, NULL, &office.hours, day, whole, &stream));
}

struct wanted {
    double from_s; /* of the day */
    enum duty duty;
};

/* Steps without gap from midnight to midnight. */
static void assert_plan(int day, const struct wanted *wanted, size_t n)
{
    assert_int_equal(plan.n, n);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(plan.steps[i].duty, wanted[i].duty);
        const double end_s = i + 1 < n ? wanted[i + 1].from_s : DAY;
        assert_near(plan.steps[i].end_at - (double)day * DAY, end_s, 1e-9);
    }
}

#define PLAN(day, ...)                                                                         \
    assert_plan((day), (const struct wanted[]){ __VA_ARGS__ },                                 \
                sizeof((const struct wanted[]){ __VA_ARGS__ }) / sizeof(struct wanted))

static void without_shifts_they_work_the_opening_hours(void **state)
{
    (void)state;
    const struct contract contract = { .name = "c" };
    plan_it(&contract, 1, 0, DUTY_PHONES);
    PLAN(0, { 0, DUTY_HOME }, { MORNING, DUTY_PHONES }, { LUNCH, DUTY_HOME },
         { AFTERNOON, DUTY_PHONES }, { EVENING, DUTY_HOME });
    plan_it(&contract, 1, THURSDAY, DUTY_PHONES);
    PLAN(THURSDAY, { 0, DUTY_HOME }, { MORNING, DUTY_PHONES }, { ELEVEN, DUTY_HOME },
         { AFTERNOON, DUTY_PHONES }, { EVENING, DUTY_HOME });
    plan_it(&contract, 1, 5, DUTY_PHONES);
    PLAN(5, { 0, DUTY_HOME });
}

static void a_shift_while_closed_is_work_and_no_calls(void **state)
{
    (void)state;
    struct gathering sessions[] = { { .name = "m",
                                      .kind = SESSION_MEETING,
                                      .days = 1 << THURSDAY,
                                      .from_s = ELEVEN,
                                      .to_s = 12 * HOUR } };
    const struct contract contract = { .shifts = { whole_days, 2 },
                                       .sessions = { sessions, 1 } };
    plan_it(&contract, 1, THURSDAY, DUTY_PHONES);
    PLAN(THURSDAY, { 0, DUTY_HOME }, { MORNING, DUTY_PHONES }, { ELEVEN, DUTY_MEETING },
         { 12 * HOUR, DUTY_CLOSED }, { LUNCH, DUTY_HOME }, { AFTERNOON, DUTY_PHONES },
         { EVENING, DUTY_HOME });
    assert_near(plan.steps[1].shift_end_at, (double)THURSDAY * DAY + LUNCH, 1e-9);
    plan_it(&contract, 1, THURSDAY, DUTY_LEAVE);
    PLAN(THURSDAY, { 0, DUTY_HOME }, { MORNING, DUTY_LEAVE }, { LUNCH, DUTY_HOME },
         { AFTERNOON, DUTY_LEAVE }, { EVENING, DUTY_HOME });
    plan_it(&contract, 1, THURSDAY, DUTY_NONE);
    PLAN(THURSDAY, { 0, DUTY_NONE });
}

static void shifts_may_come_every_other_week(void **state)
{
    (void)state;
    /* 2 October 2017 began week 40. */
    struct shift shifts[] = { { 1, MORNING, LUNCH, WEEKS_EVEN },
                              { 1, AFTERNOON, EVENING, WEEKS_ODD } };
    const struct contract contract = { .shifts = { shifts, 2 } };
    plan_it(&contract, 1, 0, DUTY_PHONES);
    PLAN(0, { 0, DUTY_HOME }, { MORNING, DUTY_PHONES }, { LUNCH, DUTY_HOME });
    plan_it(&contract, 1, 7, DUTY_PHONES);
    PLAN(7, { 0, DUTY_HOME }, { AFTERNOON, DUTY_PHONES }, { EVENING, DUTY_HOME });
}

static void two_shifts_that_touch_make_one_stretch(void **state)
{
    (void)state;
    struct shift shifts[] = { { WEEKDAYS, MORNING, 10 * HOUR, WEEKS_ALL },
                              { WEEKDAYS, 10 * HOUR, LUNCH, WEEKS_ALL } };
    const struct contract contract = { .shifts = { shifts, 2 } };
    plan_it(&contract, 1, 0, DUTY_PHONES);
    PLAN(0, { 0, DUTY_HOME }, { MORNING, DUTY_PHONES }, { LUNCH, DUTY_HOME });
}

static void a_fixed_break_stands_where_it_is_written(void **state)
{
    (void)state;
    struct pause breaks[] = { { WEEKDAYS, 10 * HOUR, 10 * HOUR + 900, 900 },
                              { WEEKDAYS, 13 * HOUR, 13 * HOUR + 900, 900 } };
    const struct contract contract = { .shifts = { whole_days, 2 }, .breaks = { breaks, 2 } };
    plan_it(&contract, 1, 0, DUTY_PHONES);
    PLAN(0, { 0, DUTY_HOME }, { MORNING, DUTY_PHONES }, { 10 * HOUR, DUTY_BREAK },
         { 10 * HOUR + 900, DUTY_PHONES }, { LUNCH, DUTY_HOME }, { AFTERNOON, DUTY_PHONES },
         { EVENING, DUTY_HOME });
}

static double uniform_below(double u)
{
    return fmin(fmax(u, 0.0), 1.0);
}

/* Once a day, in full, anywhere in its window with the same chance. */
static void a_floating_break_comes_once_a_day_at_a_random_moment_of_its_window(void **state)
{
    (void)state;
    struct pause breaks[] = { { WEEKDAYS, 9 * HOUR, 11 * HOUR, 900 } };
    const struct contract contract = { .shifts = { whole_days, 2 }, .breaks = { breaks, 1 } };
    enum { N = 4000 };
    static double moments[N];
    for (uint32_t i = 0; i < N; i++) {
        plan_it(&contract, i, 1, DUTY_PHONES);
        assert_int_equal(plan.n, 7);
        assert_int_equal(plan.steps[2].duty, DUTY_BREAK);
        const double begins_s = plan.steps[1].end_at - DAY, ends_s = plan.steps[2].end_at - DAY;
        assert_near(ends_s - begins_s, 900, 1e-6);
        moments[i] = (begins_s - 9 * HOUR) / (2 * HOUR - 900);
    }
    assert_true(ks_distance(moments, N, uniform_below) < 1.95);
}

/* Seconds of one duty in the plan. */
static double seconds_of(enum duty duty, int day)
{
    double sum = 0.0, begins_at = (double)day * DAY;
    for (size_t i = 0; i < plan.n; i++) {
        if (plan.steps[i].duty == duty) sum += plan.steps[i].end_at - begins_at;
        begins_at = plan.steps[i].end_at;
    }
    return sum;
}

/* Of what breaks and sessions leave; whatever stands in the way. */
static void work_off_the_phone_takes_its_share_of_the_time(void **state)
{
    (void)state;
    struct pause breaks[] = { { WEEKDAYS, 9 * HOUR, 11 * HOUR, 1800 } };
    const struct contract contract = { .shifts = { whole_days, 2 },
                                       .breaks = { breaks, 1 },
                                       .off_phone = { 0.2, 1200 } };
    enum { N = 40000 };
    static double shares[N];
    for (uint32_t i = 0; i < N; i++) {
        plan_it(&contract, i, 2, DUTY_PHONES);
        const double off = seconds_of(DUTY_OFF_PHONE, 2), on = seconds_of(DUTY_PHONES, 2);
        assert_near(off + on, 7.5 * HOUR, 1e-6);
        shares[i] = off / (off + on);
    }
    const struct sample sample = sample_of(shares, N);
    assert_near(sample.mean, 0.2, 3.5 * sample.se_mean);
    assert_true(sample.se_mean < 0.0025 * 0.2 * 1.2);
}

static void who_is_late_is_late_in_the_morning_by_the_mean_asked_for(void **state)
{
    (void)state;
    const struct contract contract = { .shifts = { whole_days, 2 }, .late = { 0.25, 600 } };
    enum { N = 200000 };
    static double delays[N];
    size_t n_late = 0;
    for (uint32_t i = 0; i < N; i++) {
        plan_it(&contract, i, 0, DUTY_PHONES);
        const double late_s = seconds_of(DUTY_LATE, 0);
        if (late_s == 0.0) continue;
        assert_int_equal(plan.steps[1].duty, DUTY_LATE);
        delays[n_late++] = late_s;
    }
    const double n = N, p = (double)n_late / n;
    assert_near(p, 0.25, 3.5 * sqrt(0.25 * 0.75 / n));
    const struct sample sample = sample_of(delays, n_late);
    /* Four hours is 24 means: nobody is that late. */
    assert_near(sample.mean, 600, 3.5 * sample.se_mean);
}

/* The plan of a day has one address for each agent and date. */
static void an_agent_has_the_same_day_whoever_is_asked_before(void **state)
{
    (void)state;
    struct pause breaks[] = { { WEEKDAYS, 9 * HOUR, 11 * HOUR, 900 } };
    const struct contract contract = { .shifts = { whole_days, 2 },
                                       .breaks = { breaks, 1 },
                                       .off_phone = { 0.1, 900 },
                                       .late = { 0.5, 600 } };
    struct stint kept[64];
    plan_it(&contract, 77, 3, DUTY_PHONES);
    const size_t n = plan.n;
    assert_true(n < 64);
    memcpy(kept, plan.steps, n * sizeof *kept);
    plan_it(&contract, 78, 3, DUTY_PHONES);
    plan_it(&contract, 77, 4, DUTY_PHONES);
    plan_it(&contract, 77, 3, DUTY_PHONES);
    assert_int_equal(plan.n, n);
    for (size_t i = 0; i < n; i++)
        assert_true(plan.steps[i].end_at == kept[i].end_at &&
                    plan.steps[i].duty == kept[i].duty);
}

static void known_leave_comes_before_absence_and_both_end(void **state)
{
    (void)state;
    struct spells absence = { .share = 0.5, .p_single = 0.5, .mean_s = 5 * DAY };
    spells_check(&absence);
    const struct contract contract = { .shifts = { whole_days, 2 }, .absence = absence };
    int dates[] = { OCTOBER_2 + 1, OCTOBER_2 + 2 };
    const struct member member = { .contract = &contract,
                                   .leave = { dates, 2 },
                                   .from_date = OCTOBER_2,
                                   .until_date = OCTOBER_2 + 20 };
    struct away away = away_before(&member, &stream, OCTOBER_2 - 1);
    int n_absent = 0, n_at_work = 0;
    for (int date = OCTOBER_2 - 1; date <= OCTOBER_2 + 21; date++) {
        const enum duty duty = duty_of_date(&member, &away, &stream, date);
        const bool outside = date < OCTOBER_2 || date > OCTOBER_2 + 20;
        const bool on_leave = date == dates[0] || date == dates[1];
        if (outside || on_leave) {
            assert_int_equal(duty, outside ? DUTY_NONE : DUTY_LEAVE);
            continue;
        }
        n_absent += duty == DUTY_ABSENT;
        n_at_work += duty == DUTY_PHONES;
    }
    assert_int_equal(n_absent + n_at_work, 19);
    assert_true(n_absent > 0 && n_at_work > 0);
}

int main(void)
{
#define DUTY(test) cmocka_unit_test_setup_teardown(test, open_office_, close_office)
    const struct CMUnitTest tests[] = {
        DUTY(without_shifts_they_work_the_opening_hours),
        DUTY(a_shift_while_closed_is_work_and_no_calls),
        DUTY(shifts_may_come_every_other_week),
        DUTY(two_shifts_that_touch_make_one_stretch),
        DUTY(a_fixed_break_stands_where_it_is_written),
        DUTY(a_floating_break_comes_once_a_day_at_a_random_moment_of_its_window),
        DUTY(work_off_the_phone_takes_its_share_of_the_time),
        DUTY(who_is_late_is_late_in_the_morning_by_the_mean_asked_for),
        DUTY(an_agent_has_the_same_day_whoever_is_asked_before),
        DUTY(known_leave_comes_before_absence_and_both_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
