/* Two kinds of calls and two groups (the N design): who helps whom, who comes first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/exact.h"
#include "tests/laws/theory.h"

/* Class 1 may go to both groups, class 2 to G alone. */
struct design {
    const char *id;
    const char *first, *then;     /* groups, as class 1 tries them */
    const char *favoured, *other; /* which class a free agent of G takes first */
};

static const struct design designs[] = {
    { "N1", "S", "G", "two", "one" },
    { "N2", "S", "G", "one", "two" },
    { "N3", "S", "G", "two", "one" },
    { "N4", "G", "S", "two", "one" },
};

#define OF(class_) .axis = "reason", .cell = (class_)
static const struct theory_pair pairs[] = {
    { .column = "p_wait_1", .measure = "p_wait", OF("one") },
    { .column = "p_abandon_1", .measure = "abandonment_rate", OF("one"), .sharp = 0.005 },
    { .column = "p_answered_1", .measure = "answer_rate", OF("one") },
    { .column = "mean_wait_all_1",
      .measure = "wait_mean",
      OF("one"),
      .unit = 60,
      .sharp = 0.005 },
    { .column = "p_wait_2", .measure = "p_wait", OF("two") },
    { .column = "p_abandon_2", .measure = "abandonment_rate", OF("two"), .sharp = 0.005 },
    { .column = "p_answered_2", .measure = "answer_rate", OF("two") },
    { .column = "mean_wait_all_2",
      .measure = "wait_mean",
      OF("two"),
      .unit = 60,
      .sharp = 0.005 },
    { .column = "occupancy_S", .measure = "occupancy", .axis = "group", .cell = "S" },
    { .column = "occupancy_G", .measure = "occupancy", .axis = "group", .cell = "G" },
    { .column = "p_answered_all", .measure = "answer_rate" },
};

static void open_design(struct theory *t, const struct design *design)
{
    const char *id = design->id;
    const double rate = exact(id, "lam1") + exact(id, "lam2");
    const int reserve = (int)exact(id, "reserve");
    assert_true(theory_open(
        t, id,
        THEORY_AT_REST(30) THEORY_PLAIN THEORY_RATE THEORY_HANDLING THEORY_PATIENCE
        "reasons = ( { name = \"one\"; share = %.10g; }, { name = \"two\"; share = %.10g; } "
        ");\n"
        "groups = (\n"
        "    { name = \"S\"; agents = %d; skills = ( { reasons = ( \"one\" ); } ); },\n"
        "    { name = \"G\"; agents = %d;\n"
        "      skills = ( { reasons = ( \"%s\" ); priority = 1; },\n"
        "                 { reasons = ( \"%s\" ); } ); } );\n"
        "routes = (\n"
        "    { reasons = ( \"one\" ); steps = (\n"
        "        { groups = ( \"%s\" ); reserve = %d; }, { groups = ( \"%s\" ); reserve = %d; "
        "} ); },\n"
        "    { reasons = ( \"two\" ); steps = ( { groups = ( \"G\" ); } ); } );\n",
        rate, 1.0 / exact(id, "mu1S"), 1.0 / exact(id, "th1"), exact(id, "lam1") / rate,
        exact(id, "lam2") / rate, (int)exact(id, "cS"), (int)exact(id, "cG"), design->favoured,
        design->other, design->first, design->first[0] == 'G' ? reserve : 0, design->then,
        design->then[0] == 'G' ? reserve : 0));
}

static void calls_are_shared_as(const struct design *design)
{
    struct theory t;
    const char *id = design->id;
    open_design(&t, design);
    assert_true(theory_run(&t, 240));
    theory_compare_pairs(&t, pairs, sizeof pairs / sizeof pairs[0]);
    theory_compare(&t, "mean queue, both", theory_figure(&t, "queue_mean"),
                   exact(id, "mean_queue_1") + exact(id, "mean_queue_2"), 0.005);
    const double helped =
        exact(id, "lam1") * exact(id, "p_answered_1") * exact(id, "share_class1_answered_by_G");
    theory_compare(&t, "answered by G", theory_cell(&t, "group", "G", "answered"),
                   (helped + exact(id, "lam2") * exact(id, "p_answered_2")) * 30.0 * 1440.0,
                   THEORY_SHARP);
    assert_true(theory_close(&t));
}

static void helpers_who_take_their_own_first_follow_the_chain(void **state)
{
    (void)state;
    calls_are_shared_as(&designs[0]);
}

static void helpers_who_take_others_first_follow_the_chain(void **state)
{
    (void)state;
    calls_are_shared_as(&designs[1]);
}

static void a_reserve_of_one_follows_the_chain(void **state)
{
    (void)state;
    calls_are_shared_as(&designs[2]);
}

static void helpers_who_are_tried_first_follow_the_chain(void **state)
{
    (void)state;
    calls_are_shared_as(&designs[3]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(helpers_who_take_their_own_first_follow_the_chain),
        cmocka_unit_test(helpers_who_take_others_first_follow_the_chain),
        cmocka_unit_test(a_reserve_of_one_follows_the_chain),
        cmocka_unit_test(helpers_who_are_tried_first_follow_the_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
