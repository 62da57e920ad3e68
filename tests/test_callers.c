/* The pool of callers, and the queues that run through it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/flow/callers.h"

static struct callers callers;

static int open_pool(void **state)
{
    (void)state;
    callers = (struct callers){ 0 };
    callers_clear(&callers);
    return 0;
}

static int close_pool(void **state)
{
    (void)state;
    sim_release(callers.all);
    return 0;
}

static uint32_t take(void)
{
    struct caller *caller = callers_take(&callers);
    assert_non_null(caller);
    assert_ptr_equal(caller, &callers.all[caller->self]);
    caller->state = CALLER_QUEUED;
    return caller->self;
}

static void records_are_given_out_once_until_they_come_back(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 5000; i++)
        assert_int_equal(take(), i);
    callers_give_back(&callers, &callers.all[17]);
    callers_give_back(&callers, &callers.all[4000]);
    assert_int_equal(callers.all[17].state, CALLER_GONE);
    assert_int_equal(take(), 4000);
    assert_int_equal(take(), 17);
    assert_int_equal(take(), 5000);
    assert_int_equal(callers.used, 5001);
}

static void what_a_record_holds_survives_growth(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 3000; i++) {
        const uint32_t c = take(); /* which may move them all */
        callers.all[c].number = 7 * i;
    }
    for (uint32_t i = 0; i < 3000; i++) {
        assert_int_equal(callers.all[i].number, 7 * i);
        assert_int_equal(callers.all[i].self, i);
    }
}

static void an_emptied_pool_begins_anew_in_the_same_memory(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 100; i++)
        take();
    callers_give_back(&callers, &callers.all[50]);
    const struct caller *all = callers.all;
    callers_clear(&callers);
    for (uint32_t i = 0; i < 100; i++)
        assert_int_equal(take(), i);
    assert_ptr_equal(callers.all, all);
}

static void the_address_of_a_caller_is_his_number_and_slot_of_birth(void **state)
{
    (void)state;
    const uint32_t c = take();
    struct caller *caller = &callers.all[c];
    caller->number = 12;
    caller->where = 3456;
    const struct sim_place place = caller_place(caller, 5, 9);
    assert_int_equal(place.entity, 12);
    assert_int_equal(place.where, 3456);
    assert_int_equal(place.purpose, 5);
    assert_int_equal(place.draw, 9);
}

static void assert_line(const struct waiting_line *line, const uint32_t *wanted, size_t n)
{
    uint32_t c = line->first, before = NOBODY;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(c, wanted[i]);
        assert_int_equal(callers.all[c].previous, before);
        before = c;
        c = callers.all[c].next;
    }
    assert_int_equal(c, NOBODY);
    assert_int_equal(line->last, before);
}

/* Two queues through one pool, against lists kept naively. */
static void queues_keep_their_order_whoever_leaves(void **state)
{
    (void)state;
    enum { MOST = 50 };
    struct waiting_line lines[2] = { { NOBODY, NOBODY }, { NOBODY, NOBODY } };
    uint32_t wanted[2][MOST];
    size_t n[2] = { 0, 0 };
    struct chance chance = { { 61, 1 }, 0 };
    for (int step = 0; step < 20000; step++) {
        const uint32_t q = chance_below(&chance, 2);
        if (n[q] == MOST || (n[q] && chance_is(&chance, 0.5))) {
            const size_t i = chance_below(&chance, (uint32_t)n[q]);
            const uint32_t c = wanted[q][i];
            waiting_leave(&lines[q], &callers, &callers.all[c]);
            callers_give_back(&callers, &callers.all[c]);
            for (size_t k = i + 1; k < n[q]; k++)
                wanted[q][k - 1] = wanted[q][k];
            n[q]--;
        } else {
            const uint32_t c = take();
            waiting_join(&lines[q], &callers, &callers.all[c]);
            wanted[q][n[q]++] = c;
        }
        assert_line(&lines[q], wanted[q], n[q]);
    }
}

int main(void)
{
#define POOL(test) cmocka_unit_test_setup_teardown(test, open_pool, close_pool)
    const struct CMUnitTest tests[] = {
        POOL(records_are_given_out_once_until_they_come_back),
        POOL(what_a_record_holds_survives_growth),
        POOL(an_emptied_pool_begins_anew_in_the_same_memory),
        POOL(the_address_of_a_caller_is_his_number_and_slot_of_birth),
        POOL(queues_keep_their_order_whoever_leaves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
