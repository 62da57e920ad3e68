/* Groups of agents: what they can do, and how many are there when.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/course.h"
#include "models/staff/group.h"

#include <string.h>

static struct reason reasons[] = {
    { .name = "rights", .share = 1, .handling_factor = 1.5, .priority = 1, .p_resolved = 0.9 },
    { .name = "card", .share = 1, .handling_factor = 1.0, .priority = 0 },
    { .name = "child", .share = 1, .handling_factor = 2.0, .priority = 5 },
};
static const struct sim_list reason_list = { reasons, 3 };

#define NAMES(...)                                                                             \
    {                                                                                          \
        (const char *[]){ __VA_ARGS__ },                                                       \
            sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *)                     \
    }

#define NO_TRANSFER                                                                            \
    {                                                                                          \
        .first = {.kind = SIM_DETERMINISTIC, .mean = 60.0, .factor = 1.0 }                     \
    }

static void assert_ability(const struct ability *got, bool able, double factor, int priority)
{
    assert_int_equal(got->able, able);
    if (!able) return;
    assert_near(got->handling_factor, factor, 1e-12);
    assert_int_equal(got->priority, priority);
}

static void abilities_of(struct ability *abilities, struct group *groups, size_t n)
{
    struct sim_faults faults = { 0 };
    const struct sim_list list = { groups, n };
    memset(abilities, 0, n * 3 * sizeof *abilities);
    struct sim_arena arena = { 0 };
    assert_true(abilities_build(abilities, &list, &reason_list, &arena, &faults));
    sim_arena_close(&arena);
    sim_faults_close(&faults);
}

static void without_skills_a_group_does_everything_at_the_pace_of_the_reason(void **state)
{
    (void)state;
    struct group groups[] = { { .name = "all" } };
    struct ability got[3];
    abilities_of(got, groups, 1);
    assert_ability(&got[0], true, 1.5, 1);
    assert_ability(&got[1], true, 1.0, 0);
    assert_ability(&got[2], true, 2.0, 5);
}

static void a_group_does_what_its_skills_name_and_factors_multiply(void **state)
{
    (void)state;
    struct skill skills[] = { { NAMES("rights", "child"), 1.2, 0, NAN, NO_TRANSFER } };
    struct group groups[] = { { .name = "some", .skills = { skills, 1 } } };
    struct ability got[3];
    abilities_of(got, groups, 1);
    assert_ability(&got[0], true, 1.8, 1);
    assert_ability(&got[1], false, 0.0, 0);
    assert_ability(&got[2], true, 2.4, 5);
}

static void a_star_is_all_that_no_other_skill_names_wherever_it_stands(void **state)
{
    (void)state;
    struct skill first[] = { { NAMES("*"), 3.0, -2, NAN, NO_TRANSFER },
                             { NAMES("child"), 0.5, 2, 0.25, NO_TRANSFER } };
    struct skill last[] = { { NAMES("child"), 0.5, 2, 0.25, NO_TRANSFER },
                            { NAMES("*"), 3.0, -2, NAN, NO_TRANSFER } };
    struct group groups[] = { { .name = "first", .skills = { first, 2 } },
                              { .name = "last", .skills = { last, 2 } } };
    struct ability got[6];
    abilities_of(got, groups, 2);
    for (int g = 0; g < 2; g++) {
        assert_ability(&got[3 * g], true, 4.5, -1);
        assert_ability(&got[3 * g + 1], true, 3.0, -2);
        assert_ability(&got[3 * g + 2], true, 1.0, 7);
    }
}

static void a_reason_that_is_not_there_is_a_fault(void **state)
{
    (void)state;
    struct skill skills[] = { { NAMES("*"), 1.0, 0, NAN, NO_TRANSFER },
                              { NAMES("card", "crad"), 1.0, 0, NAN, NO_TRANSFER } };
    struct group groups[] = { { .name = "some", .skills = { skills, 2 } } };
    const struct sim_list list = { groups, 1 };
    struct ability got[3] = { { .able = false } };
    struct sim_faults faults = { 0 };
    struct sim_arena arena = { 0 };
    assert_false(abilities_build(got, &list, &reason_list, &arena, &faults));
    sim_arena_close(&arena);
    assert_int_equal(faults.n, 1);
    assert_string_equal(faults.items[0].path, "groups.some.skills.[1].reasons");
    assert_string_equal(faults.items[0].got, "crad");
    sim_faults_close(&faults);
}

static void a_skill_may_have_its_own_chance_to_resolve(void **state)
{
    (void)state;
    struct skill skills[] = { { NAMES("*"), 1.0, 0, NAN, NO_TRANSFER },
                              { NAMES("child"), 1.0, 0, 0.25, NO_TRANSFER } };
    struct group groups[] = { { .name = "any" }, { .name = "some", .skills = { skills, 2 } } };
    struct ability got[6];
    abilities_of(got, groups, 2);
    assert_true(got[0].p_resolved == 0.9);
    assert_true(got[3].p_resolved == 0.9);
    assert_true(got[5].p_resolved == 0.25);
}

static int staff_at(const struct office *office, const int *staffing, size_t n_groups,
                    size_t group, int date, int time_s)
{
    const struct slot *slot = office_slot(office, date, time_s);
    return staffing[(size_t)(slot - office->hours.slots) * n_groups + group];
}

static void agents_are_there_whenever_it_is_open(void **state)
{
    (void)state;
    struct group groups[] = { { .name = "a", .agents = 4 }, { .name = "b", .agents = 0 } };
    const struct sim_list list = { groups, 2 };
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 7));
    int *staffing = calloc((size_t)office.hours.n_slots * 2, sizeof *staffing);
    assert_true(staffing_build(staffing, &list, &office.hours, &office.faults));
    for (int i = 0; i < office.hours.n_slots; i++) {
        assert_int_equal(staffing[2 * i], office.hours.slots[i].open ? 4 : 0);
        assert_int_equal(staffing[2 * i + 1], 0);
    }
    free(staffing);
    office_close(&office);
}

static void staffing_by_interval_stands_instead_of_agents_while_open(void **state)
{
    (void)state;
    double by_interval[] = { 2, 3, 5 }, lunch[] = { 7 }, fridays[] = { 1 };
    struct course courses[] = {
        { EVERY_DAY, 8 * HOUR, DAY, { by_interval, 3 } }, /* 08:00 is still closed */
        { EVERY_DAY, 12 * HOUR, 14 * HOUR, { lunch, 1 } },
        { 16, 0, DAY, { fridays, 1 } },
    };
    struct group groups[] = { { .name = "a", .agents = 9, .staffing = { courses, 3 } } };
    const struct sim_list list = { groups, 1 };
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 7));
    int *staffing = calloc((size_t)office.hours.n_slots, sizeof *staffing);
    assert_true(staffing_build(staffing, &list, &office.hours, &office.faults));
    static const int rows[][3] = {
        { 0, 8 * HOUR, 0 },         { 0, MORNING, 3 },          { 0, 9 * HOUR, 5 },
        { 0, 9 * HOUR + 1800, 0 },  { 0, 12 * HOUR, 7 },        { 0, 12 * HOUR + 1800, 0 },
        { 0, AFTERNOON, 7 },        { 0, 14 * HOUR, 0 },        { 4, MORNING, 1 },
        { 4, 17 * HOUR, 1 },        { 4, 17 * HOUR + 1800, 0 }, { 5, MORNING, 0 },
        { 3, 11 * HOUR + 1800, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(staff_at(&office, staffing, 1, 0, OCTOBER_2 + rows[i][0], rows[i][1]),
                         rows[i][2]);
    free(staffing);
    office_close(&office);
}

static void half_an_agent_is_a_fault(void **state)
{
    (void)state;
    double values[] = { 2, 2.5 };
    struct course course = { EVERY_DAY, 8 * HOUR, DAY, { values, 2 } };
    struct group groups[] = { { .name = "a", .staffing = { &course, 1 } } };
    const struct sim_list list = { groups, 1 };
    struct office office;
    office_open(&office, office_rules(OCTOBER_2, 1));
    int *staffing = calloc((size_t)office.hours.n_slots, sizeof *staffing);
    assert_false(staffing_build(staffing, &list, &office.hours, &office.faults));
    assert_int_equal(office.faults.n, 1);
    assert_string_equal(office.faults.items[0].path, "groups.a.staffing.[0].values");
    assert_string_equal(office.faults.items[0].got, "2.5");
    free(staffing);
    office_close(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_skills_a_group_does_everything_at_the_pace_of_the_reason),
        cmocka_unit_test(a_group_does_what_its_skills_name_and_factors_multiply),
        cmocka_unit_test(a_star_is_all_that_no_other_skill_names_wherever_it_stands),
        cmocka_unit_test(a_reason_that_is_not_there_is_a_fault),
        cmocka_unit_test(a_skill_may_have_its_own_chance_to_resolve),
        cmocka_unit_test(agents_are_there_whenever_it_is_open),
        cmocka_unit_test(staffing_by_interval_stands_instead_of_agents_while_open),
        cmocka_unit_test(half_an_agent_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
