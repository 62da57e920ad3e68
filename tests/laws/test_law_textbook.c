/* The textbook scenarios, run as they are shipped, give the exact values that their comments
 * tell. SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/theory.h"

#include <stdio.h>

#define FOLDER DECROCHE_SOURCE_DIR "/scenarios/textbook/"

struct told {
    const char *measure;
    double exact, sharp; /* the greatest standard error, over the value */
    const char *axis, *cell;
};

struct book {
    const char *file;
    size_t replications;
    struct told lines[14];
};

/* Of a year, but for the last: of a day. */
static const struct book books[] = {
    { "erlang-a.cfg",
      20,
      { { "p_wait", .294691, .0025, NULL, NULL },
        { "abandonment_rate", .0484449, .004, NULL, NULL },
        { "wait_mean", 14.53346, .004, NULL, NULL },
        { "wait_answered_mean", 13.03286, .004, NULL, NULL },
        { "occupancy", .761244, .0025, NULL, NULL },
        { "service_level", .777425, .0025, NULL, NULL } } },
    { "erlang-b.cfg",
      8,
      { { "p_blocked", .12166106, .003, NULL, NULL },
        { "answer_rate", 1, .0025, NULL, NULL },
        { "occupancy", .702671152, .0025, NULL, NULL } } },
    { "erlang-c.cfg",
      16,
      { { "p_wait", .40918015, .003, NULL, NULL },
        { "wait_mean", 61.377024, .006, NULL, NULL },
        { "queue_mean", 1.6367206, .006, NULL, NULL },
        { "service_level", .64189645, .0025, NULL, NULL },
        { "wait_p90", 211.347798, .008, NULL, NULL },
        { "wait_p95", 315.319878, .008, NULL, NULL },
        { "occupancy", .8, .0025, NULL, NULL } } },
    { "n-design.cfg",
      16,
      { { "p_wait", .18994576, .003, "reason", "general" },
        { "answer_rate", .94161244, .0025, "reason", "general" },
        { "wait_mean", 7.0065072, .004, "reason", "general" },
        { "p_wait", .44436348, .003, "reason", "medico-social" },
        { "answer_rate", .77372707, .0025, "reason", "medico-social" },
        { "wait_mean", 27.1527516, .004, "reason", "medico-social" },
        { "answer_rate", .90488752, .0025, NULL, NULL },
        { "queue_mean", .30435995, .004, NULL, NULL },
        { "occupancy", .7390576, .0025, "group", "general" },
        { "occupancy", .68856565, .0025, "group", "medico-social" } } },
    { "redials.cfg",
      10,
      { { "attempts_per_need", 1.1780618, .0025, NULL, NULL },
        { "answer_rate", .74808647, .0025, NULL, NULL },
        { "need_answer_rate", .88129212, .0025, NULL, NULL },
        { "p_wait", .60216839, .0025, NULL, NULL },
        { "wait_mean", 30.229623, .006, NULL, NULL },
        { "service_level", .48494456, .004, NULL, NULL },
        { "queue_mean", .94966307, .006, NULL, NULL },
        { "occupancy", .88129212, .0025, NULL, NULL },
        { "attempts", 990702.86, .0025, NULL, NULL },
        { "answered", 741131.43, .0025, NULL, NULL },
        { "needs_lost", 99828.58, .004, NULL, NULL } } },
    { "a-day.cfg",
      8000,
      { { "offered", 820, .0025, NULL, NULL },
        { "answered", 744.50445, .0025, NULL, NULL },
        { "abandoned", 75.124964, .006, NULL, NULL },
        { "cut_off", .37059003, .03, NULL, NULL },
        { "answer_rate", .90793225, .0025, NULL, NULL },
        { "abandonment_rate", .091615809, .006, NULL, NULL },
        { "service_level", .82723095, .0025, NULL, NULL },
        { "service_level_left", .89515178, .0025, NULL, NULL },
        { "wait_mean", 16.4908458, .006, NULL, NULL },
        { "queue_mean", .46953102, .006, NULL, NULL },
        { "agents_present", 9.125, .0025, NULL, NULL },
        { "talk_hours_per_agent_day", 6.1191233, .0025, NULL, NULL },
        { "queue_mean", .28828275, .02, "half_hour", "08:30" },
        { "queue_mean", 1.3255971, .01, "half_hour", "10:00" } } },
};

static void compare(const struct book *book)
{
    struct theory t;
    char path[sizeof FOLDER + 32];
    snprintf(path, sizeof path, FOLDER "%s", book->file);
    assert_true(theory_open_file(&t, book->file, path));
    assert_true(theory_run(&t, book->replications));
    for (size_t i = 0; i < sizeof book->lines / sizeof book->lines[0]; i++) {
        const struct told *told = &book->lines[i];
        if (!told->measure) break;
        const struct figure figure =
            told->axis ? theory_cell(&t, told->axis, told->cell, told->measure)
                       : theory_figure(&t, told->measure);
        theory_compare(&t, told->measure, figure, told->exact, told->sharp);
    }
    assert_true(theory_close(&t));
}

static void each_gives_the_values_it_tells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof books / sizeof books[0]; i++)
        compare(&books[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(each_gives_the_values_it_tells) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
