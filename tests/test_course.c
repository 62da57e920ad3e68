/* Values over the hours of a day, by weekday.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/course.h"

static double four[] = { 1, 2, 3, 4 }, nine[] = { 9 }, five[] = { 5 };

static double at(const struct sim_list *courses, int weekday, int hour, int minute)
{
    return course_at(courses, weekday, hour * HOUR + minute * 60, HALF_HOUR);
}

static void several_values_follow_each_other_interval_by_interval(void **state)
{
    (void)state;
    struct course courses[] = { { EVERY_DAY, MORNING, DAY, { four, 4 } } };
    const struct sim_list list = { courses, 1 };
    assert_true(isnan(at(&list, 0, 8, 29)));
    assert_true(at(&list, 0, 8, 30) == 1.0);
    assert_true(at(&list, 0, 8, 59) == 1.0);
    assert_true(at(&list, 0, 9, 0) == 2.0);
    assert_true(at(&list, 6, 10, 29) == 4.0);
    assert_true(isnan(at(&list, 0, 10, 30)));
}

static void a_single_value_holds_to_its_end(void **state)
{
    (void)state;
    struct course courses[] = { { 1 | 8, MORNING, 11 * HOUR, { nine, 1 } } };
    const struct sim_list list = { courses, 1 };
    for (int weekday = 0; weekday < 7; weekday++) {
        const bool covered = weekday == 0 || weekday == 3;
        assert_true(same_number(at(&list, weekday, 8, 30), covered ? 9.0 : NAN));
        assert_true(same_number(at(&list, weekday, 10, 59), covered ? 9.0 : NAN));
        assert_true(isnan(at(&list, weekday, 11, 0)));
    }
}

static void the_last_course_that_covers_a_time_wins(void **state)
{
    (void)state;
    struct course courses[] = { { EVERY_DAY, 0, DAY, { nine, 1 } },
                                { 16, MORNING, DAY, { four, 4 } },
                                { 16, 9 * HOUR, 9 * HOUR + HALF_HOUR, { five, 1 } } };
    const struct sim_list list = { courses, 3 };
    assert_true(at(&list, 3, 9, 0) == 9.0);
    assert_true(at(&list, 4, 8, 30) == 1.0);
    assert_true(at(&list, 4, 9, 0) == 5.0);
    assert_true(at(&list, 4, 9, 30) == 3.0);
    assert_true(at(&list, 4, 12, 0) == 9.0);
}

static void no_course_has_no_value(void **state)
{
    (void)state;
    const struct sim_list none = { NULL, 0 };
    assert_true(isnan(at(&none, 0, 9, 0)));
}

static void assert_fault(struct course course, const char *path, const char *what)
{
    struct sim_faults faults = { 0 };
    const struct sim_list list = { &course, 1 };
    course_check(&list, HALF_HOUR, "demand.rates", &faults);
    if (what) {
        assert_int_equal(faults.n, 1);
        assert_string_equal(faults.items[0].path, path);
        assert_string_equal(faults.items[0].what, what);
    } else {
        assert_int_equal(faults.n, 0);
    }
    sim_faults_close(&faults);
}

static void what_does_not_fit_is_a_fault(void **state)
{
    (void)state;
    assert_fault((struct course){ 1, 0, DAY, { nine, 1 } }, NULL, NULL);
    assert_fault((struct course){ 1, 22 * HOUR, DAY, { four, 4 } }, NULL, NULL);
    assert_fault((struct course){ 1, 0, DAY, { NULL, 0 } }, "demand.rates.[0].values",
                 "no value is given");
    assert_fault((struct course){ 1, 9 * HOUR, 9 * HOUR, { nine, 1 } }, "demand.rates.[0].to",
                 "ends before it begins");
    assert_fault((struct course){ 1, 9 * HOUR + 60, DAY, { nine, 1 } }, "demand.rates.[0].from",
                 "does not fall on an interval's boundary");
    assert_fault((struct course){ 1, 9 * HOUR, 10 * HOUR + 60, { nine, 1 } },
                 "demand.rates.[0].from", "does not fall on an interval's boundary");
    assert_fault((struct course){ 1, 22 * HOUR + HALF_HOUR, DAY, { four, 4 } },
                 "demand.rates.[0].values", "runs past midnight");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_values_follow_each_other_interval_by_interval),
        cmocka_unit_test(a_single_value_holds_to_its_end),
        cmocka_unit_test(the_last_course_that_covers_a_time_wins),
        cmocka_unit_test(no_course_has_no_value),
        cmocka_unit_test(what_does_not_fit_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
