/* Events and school holidays: how many more need something, and who.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/office_hours.h"

#include "models/demand/effect.h"

static struct line lines[] = { { .name = "a", .weight = 1 }, { .name = "b", .weight = 3 } };
static struct reason reasons[] = { { .name = "x", .share = 1 },
                                   { .name = "y", .share = 1 },
                                   { .name = "z", .share = 2 } };

/* An office from Monday 2 October on, and what sets its days apart. */
struct world {
    struct office office;
    struct dated dated;
    struct mix mix;
    struct day_effect effects[40];
};

static const struct sim_list all_lines = { lines, 2 }, all_reasons = { reasons, 3 };

static void world_open(struct world *self, struct dated_event *event, int days)
{
    *self = (struct world){ .dated = { .events = { event, event ? 1 : 0 },
                                       .school_holidays = { .factor = 1.0 } } };
    office_open(&self->office, office_rules(OCTOBER_2, days));
    assert_true(mix_build(&self->mix, &all_lines, &all_reasons, &self->office.arena,
                          &self->office.faults));
}

static void world_work_out(struct world *self)
{
    const struct usual usual = { &all_lines, &all_reasons, &self->mix };
    struct office *office = &self->office;
    assert_true(
        dated_check(&self->dated, &all_lines, &all_reasons, &office->hours, &office->faults));
    assert_true(effects_build(self->effects, &self->dated, &usual, &office->rules,
                              &office->hours, &office->arena, &office->faults));
}

static void world_close(struct world *self)
{
    office_close(&self->office);
}

static void a_day_like_others_is_as_expected(void **state)
{
    (void)state;
    struct world world;
    world_open(&world, NULL, 14);
    world_work_out(&world);
    for (int i = 0; i < 14; i++) {
        assert_true(world.effects[i].factor == 1.0);
        assert_ptr_equal(world.effects[i].mix, &world.mix);
    }
    world_close(&world);
}

/* Thursday 5 October, and again on Friday 13: Friday is the next open day, then Monday. */
static void an_event_multiplies_its_day_and_fades_over_open_days(void **state)
{
    (void)state;
    int dates[] = { OCTOBER_2 + 3, OCTOBER_2 + 11 };
    struct dated_event event = {
        .name = "e", .dates = { dates, 2 }, .factor = 1.3, .decay_days = 2
    };
    struct world world;
    world_open(&world, &event, 14);
    world_work_out(&world);
    const struct day_effect *effects = world.effects;
    assert_true(effects[2].factor == 1.0);
    assert_near(effects[3].factor, 1.3, 1e-12);
    assert_near(effects[4].factor, 1.0 + 0.3 * exp(-0.5), 1e-12);
    assert_true(effects[5].factor == 1.0); /* a Saturday */
    assert_near(effects[7].factor, 1.0 + 0.3 * exp(-1.0), 1e-12);
    assert_near(effects[11].factor, 1.3 * (1.0 + 0.3 * exp(-3.0)), 1e-12);
    world_close(&world);
}

static void without_decay_an_event_is_one_day(void **state)
{
    (void)state;
    int dates[] = { OCTOBER_2 + 1, OCTOBER_2 - 1 };
    struct dated_event event = { .name = "e", .dates = { dates, 2 }, .factor = 0.5 };
    struct world world;
    world_open(&world, &event, 7);
    world_work_out(&world);
    assert_true(world.effects[0].factor == 1.0);
    assert_true(world.effects[1].factor == 0.5);
    assert_true(world.effects[2].factor == 1.0);
    world_close(&world);
}

/* Thursday 28 September: Friday was the first open day after it, Monday 2 the second. */
static void an_event_before_the_first_day_fades_into_it(void **state)
{
    (void)state;
    int date = OCTOBER_2 - 4;
    struct dated_event event = {
        .name = "e", .dates = { &date, 1 }, .factor = 2, .decay_days = 3
    };
    struct world world;
    world_open(&world, &event, 7);
    world_work_out(&world);
    assert_near(world.effects[0].factor, 1.0 + exp(-2.0 / 3.0), 1e-12);
    assert_near(world.effects[1].factor, 1.0 + exp(-1.0), 1e-12);
    world_close(&world);
}

/* What a day's needs of one line and reason are, of one need on a day like others. */
static double needs_of(const struct day_effect *effect, unsigned line, unsigned reason)
{
    const struct mix *mix = effect->mix;
    const double *on_line = &mix->reasons[line * mix->n_reasons];
    const double of_line = mix->lines[line] - (line ? mix->lines[line - 1] : 0.0);
    return effect->factor * of_line * (on_line[reason] - (reason ? on_line[reason - 1] : 0.0));
}

static void an_event_may_concern_a_line_and_some_reasons(void **state)
{
    (void)state;
    int date = OCTOBER_2;
    const char *line[] = { "b" }, *some[] = { "x", "z" };
    struct dated_event event = { .name = "e",
                                 .dates = { &date, 1 },
                                 .factor = 3,
                                 .lines = { line, 1 },
                                 .reasons = { some, 2 } };
    struct world world;
    world_open(&world, &event, 7);
    world_work_out(&world);
    const struct day_effect *day = &world.effects[0], *next = &world.effects[1];
    assert_near(day->factor, 1.0 + 2.0 * 0.75 * 0.75, 1e-12);
    for (unsigned l = 0; l < 2; l++)
        for (unsigned r = 0; r < 3; r++)
            assert_near(needs_of(day, l, r), needs_of(next, l, r) * (l == 1 && r != 1 ? 3 : 1),
                        1e-12);
    assert_ptr_equal(next->mix, &world.mix);
    assert_true(day->mix->lines[1] == 1.0 && day->mix->reasons[5] == 1.0);
    world_close(&world);
}

static void an_event_may_silence_a_line(void **state)
{
    (void)state;
    int date = OCTOBER_2;
    const char *line[] = { "b" };
    struct dated_event event = {
        .name = "e", .dates = { &date, 1 }, .factor = 0, .lines = { line, 1 }
    };
    struct world world;
    world_open(&world, &event, 7);
    world_work_out(&world);
    assert_near(world.effects[0].factor, 0.25, 1e-12);
    assert_true(world.effects[0].mix->lines[0] == 1.0);
    world_close(&world);
}

static void school_holidays_multiply_their_days(void **state)
{
    (void)state;
    int dates[] = { OCTOBER_2 + 2, OCTOBER_2 + 3 };
    struct dated_event event = { .name = "e", .dates = { dates, 1 }, .factor = 2 };
    struct world world;
    world_open(&world, &event, 7);
    world.dated.school_holidays =
        (struct school_holidays){ .file = { "zone.csv", { dates, 2 } }, .factor = 0.9 };
    world_work_out(&world);
    assert_true(world.effects[1].factor == 1.0);
    assert_near(world.effects[2].factor, 1.8, 1e-12);
    assert_near(world.effects[3].factor, 0.9, 1e-12);
    double expected[7 * 48];
    for (int i = 0; i < 7 * 48; i++)
        expected[i] = 10.0;
    assert_true(effects_apply(world.effects, &world.office.hours, expected, NULL));
    assert_near(expected[2 * 48 + 17], 18.0, 1e-12);
    assert_int_equal(world.office.faults.n, 0);
    world_close(&world);
}

static void assert_told(const struct world *world, enum sim_severity severity, const char *path,
                        const char *got)
{
    assert_int_equal(world->office.faults.n, 1);
    const struct sim_fault *fault = &world->office.faults.items[0];
    assert_int_equal(fault->severity, severity);
    assert_string_equal(fault->path, path);
    assert_string_equal(fault->got, got);
}

static void what_is_not_meant_is_warned_of(void **state)
{
    (void)state;
    int sunday = OCTOBER_2 + 6, earlier = OCTOBER_2 - 300;
    struct dated_event event = { .name = "e", .dates = { &sunday, 1 }, .factor = 2 };
    struct world world;
    world_open(&world, &event, 14);
    world_work_out(&world);
    assert_told(&world, SIM_WARNING, "events.e.dates", "2017-10-08");
    world_close(&world);
    world_open(&world, NULL, 14);
    world.dated.school_holidays.file =
        (struct sim_dates_file){ "zone.csv", { &earlier, 1 }, "zone.csv" };
    world_work_out(&world);
    assert_told(&world, SIM_WARNING, "school_holidays.file", "2016-12-06");
    world_close(&world);
}

static void a_line_that_is_not_there_is_a_fault(void **state)
{
    (void)state;
    int date = OCTOBER_2;
    const char *line[] = { "c" };
    struct dated_event event = {
        .name = "e", .dates = { &date, 1 }, .factor = 2, .lines = { line, 1 }
    };
    struct world world;
    world_open(&world, &event, 7);
    assert_false(dated_check(&world.dated, &all_lines, &all_reasons, &world.office.hours,
                             &world.office.faults));
    assert_told(&world, SIM_INPUT, "events.e.lines", "c");
    world_close(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_like_others_is_as_expected),
        cmocka_unit_test(an_event_multiplies_its_day_and_fades_over_open_days),
        cmocka_unit_test(without_decay_an_event_is_one_day),
        cmocka_unit_test(an_event_before_the_first_day_fades_into_it),
        cmocka_unit_test(an_event_may_concern_a_line_and_some_reasons),
        cmocka_unit_test(an_event_may_silence_a_line),
        cmocka_unit_test(school_holidays_multiply_their_days),
        cmocka_unit_test(what_is_not_meant_is_warned_of),
        cmocka_unit_test(a_line_that_is_not_there_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
