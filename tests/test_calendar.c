/* Events to come: their order, taking them back, and the memory behind them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "sim/calendar.h"

#include <string.h>

static struct sim_calendar calendar;

static int open_calendar(void **state)
{
    (void)state;
    sim_calendar_clear(&calendar);
    return 0;
}

static int close_calendar(void **state)
{
    (void)state;
    sim_calendar_close(&calendar);
    return 0;
}

/* Takes what comes next; its subject, and its instant. */
static uint32_t take(double *at)
{
    const double next_at = sim_calendar_next_at(&calendar);
    assert_true(next_at < INFINITY);
    const struct sim_due due = sim_calendar_take(&calendar, at);
    assert_true(*at == next_at);
    return due.subject;
}

/* True when nothing comes any more. */
static bool is_over(void)
{
    return isinf(sim_calendar_next_at(&calendar));
}

static void the_earliest_comes_first(void **state)
{
    (void)state;
    static const double times[] = { 5, 1, 4, 1.5, 9, 2, 6, 0, 3 };
    for (uint32_t i = 0; i < 9; i++)
        assert_true(sim_calendar_ask(&calendar, times[i], 0, 1, i) != 0);
    double at, before = -1.0;
    for (int i = 0; i < 9; i++) {
        const uint32_t subject = take(&at);
        assert_true(at == times[subject]);
        assert_true(at > before);
        before = at;
    }
    assert_true(is_over());
}

static void asked_in_order_they_come_in_order_however_many_there_are(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 1000; i++)
        sim_calendar_ask(&calendar, i, 0, 1, i);
    for (uint32_t i = 0; i < 1000; i++) {
        double at;
        assert_int_equal(take(&at), i);
    }
}

static void equal_times_come_by_rank_then_in_order_of_asking(void **state)
{
    (void)state;
    /* Subjects say in which place they should come. */
    static const uint32_t asked[][2] = { { 2, 5 }, { 0, 0 }, { 3, 8 }, { 1, 2 }, { 0, 1 },
                                         { 2, 6 }, { 1, 3 }, { 2, 7 }, { 1, 4 } };
    for (size_t i = 0; i < 9; i++)
        sim_calendar_ask(&calendar, 7.0, asked[i][0], 1, asked[i][1]);
    for (uint32_t i = 0; i < 9; i++) {
        double at;
        assert_int_equal(take(&at), i);
        assert_true(at == 7.0);
    }
}

static void an_event_taken_back_does_not_come(void **state)
{
    (void)state;
    sim_event events[10];
    for (uint32_t i = 0; i < 10; i++)
        events[i] = sim_calendar_ask(&calendar, i, 0, 3, i);
    for (uint32_t i = 0; i < 10; i += 2)
        sim_calendar_cancel(&calendar, events[i]);
    for (uint32_t i = 1; i < 10; i += 2) {
        double at;
        assert_int_equal(take(&at), i);
        assert_true(at == i);
    }
    assert_true(is_over());
}

static void handles_count_from_1_and_no_two_are_alive_at_once(void **state)
{
    (void)state;
    bool alive[5000] = { false };
    for (uint32_t i = 0; i < 4999; i++) {
        const sim_event event = sim_calendar_ask(&calendar, 4999 - i, 0, 0, i);
        assert_in_range(event, 1, 4999);
        assert_false(alive[event]);
        alive[event] = true;
    }
    for (uint32_t i = 4999; i-- > 0;) {
        double at;
        assert_int_equal(take(&at), i);
    }
}

/* What a calendar is, said naively: a list in order. */
struct naive {
    struct sim_key key;
    sim_event event; /* 0: firm */
    uint32_t subject;
};

enum { STEPS = 100000 };
static struct naive list[STEPS];
static size_t n_list;

static void naive_ask(struct naive asked)
{
    size_t i = n_list++;
    for (; i > 0 && sim_key_before(asked.key, list[i - 1].key); i--)
        list[i] = list[i - 1];
    list[i] = asked;
}

static void naive_remove(size_t i)
{
    memmove(&list[i], &list[i + 1], (--n_list - i) * sizeof *list);
}

static void ask_both(struct chance *chance, double now, uint32_t step)
{
    /* Few instants, so that many are equal; some of them hours ahead, on the bounds of spans
     * and between them. */
    const double ahead = chance_is(chance, 0.2) ? SIM_SPAN_S / 2.0 : 1.0;
    const double at = now + ahead * chance_below(chance, 50);
    const uint32_t rank = chance_below(chance, 3);
    sim_event event = 0;
    if (chance_is(chance, 0.5)) {
        sim_calendar_ask_firm(&calendar, at, rank, 1, step);
    } else {
        event = sim_calendar_ask(&calendar, at, rank, 1, step);
        assert_true(event != 0);
    }
    naive_ask((struct naive){ { at, (uint64_t)rank << 60 | step }, event, step });
}

static void any_order_of_asking_taking_back_and_taking_gives_that_of_a_sorted_list(void **state)
{
    (void)state;
    struct chance chance = { { 20, 1 }, 0 };
    double now = 0.0;
    n_list = 0;
    for (uint32_t step = 0; step < STEPS; step++) {
        /* Now growing, now shrinking. */
        const double grows = step / 5000 % 2 ? 0.35 : 0.6;
        if (n_list == 0 || chance_is(&chance, grows)) {
            ask_both(&chance, now, step);
        } else if (chance_is(&chance, 0.3)) {
            const size_t i = chance_below(&chance, (uint32_t)n_list);
            if (!list[i].event) continue;
            sim_calendar_cancel(&calendar, list[i].event);
            naive_remove(i);
        } else {
            assert_true(sim_calendar_next_at(&calendar) == list[0].key.at);
            assert_int_equal(take(&now), list[0].subject);
            assert_true(now == list[0].key.at);
            naive_remove(0);
        }
    }
    for (; n_list; naive_remove(0))
        assert_int_equal(take(&now), list[0].subject);
    assert_true(is_over());
}

static void the_only_event_may_be_years_ahead(void **state)
{
    (void)state;
    static const double days[] = { 0.01, 1, 30, 365, 500, 758, 759, 4000, 4001, 1e6 };
    const uint32_t n = sizeof days / sizeof days[0];
    double at;
    for (uint32_t i = 0; i < n; i++) { /* one by one */
        sim_calendar_ask_firm(&calendar, days[i] * 86400.0, 0, 1, i);
        assert_int_equal(take(&at), i);
        assert_true(at == days[i] * 86400.0 && is_over());
    }
    sim_calendar_clear(&calendar);
    for (uint32_t i = n; i-- > 0;) /* the latest first */
        sim_calendar_ask_firm(&calendar, days[i] * 86400.0, 0, 1, i);
    for (uint32_t i = 0; i < n; i++)
        assert_int_equal(take(&at), i);
    assert_true(is_over());
}

static void an_event_asked_for_when_the_next_is_far_comes_before_it(void **state)
{
    (void)state;
    double at;
    sim_calendar_ask_firm(&calendar, 10.0, 0, 1, 0);
    sim_calendar_ask_firm(&calendar, 5e5, 0, 1, 9);
    assert_int_equal(take(&at), 0);
    for (uint32_t i = 1; i < 9; i++) {
        sim_calendar_ask_firm(&calendar, at + 9000.0, 0, 1, i);
        assert_int_equal(take(&at), i);
    }
    assert_int_equal(take(&at), 9);
    assert_true(is_over());
}

/* Asks for n events and takes some; the handles it was given. */
static void some_life(sim_event *events, uint32_t n)
{
    struct chance chance = { { 20, 2 }, 0 };
    sim_event late = 0;
    for (uint32_t i = 0; i < n; i++) {
        double at;
        if (i % 3 == 2) sim_calendar_take(&calendar, &at);
        if (i % 7 == 6) sim_calendar_cancel(&calendar, late);
        events[i] = sim_calendar_ask(&calendar, chance_uniform(&chance) + i, 0, 1, i);
        if (i % 7 == 5) late = sim_calendar_ask(&calendar, 2.0 * n + i, 0, 1, i);
    }
}

static void an_emptied_calendar_gives_the_same_handles_from_the_same_memory(void **state)
{
    (void)state;
    enum { N = 3000 };
    static sim_event first[N], again[N];
    some_life(first, N);
    const struct sim_key *heap = calendar.timers.heap;
    const size_t room = calendar.timers.timer_capacity;
    for (int round = 0; round < 3; round++) {
        sim_calendar_clear(&calendar);
        assert_true(isinf(sim_calendar_next_at(&calendar)));
        some_life(again, N);
        assert_memory_equal(first, again, sizeof first);
        assert_ptr_equal(calendar.timers.heap, heap);
        assert_int_equal(calendar.timers.timer_capacity, room);
    }
}

static void a_calendar_that_held_more_before_gives_the_same_handles(void **state)
{
    (void)state;
    enum { N = 500 };
    static sim_event first[N], again[N];
    some_life(first, N);
    for (uint32_t i = 0; i < 20000; i++)
        sim_calendar_ask(&calendar, i, 0, 0, i);
    sim_calendar_clear(&calendar);
    some_life(again, N);
    assert_memory_equal(first, again, sizeof first);
}

int main(void)
{
#define CALENDAR(test) cmocka_unit_test_setup_teardown(test, open_calendar, close_calendar)
    const struct CMUnitTest tests[] = {
        CALENDAR(the_earliest_comes_first),
        CALENDAR(asked_in_order_they_come_in_order_however_many_there_are),
        CALENDAR(equal_times_come_by_rank_then_in_order_of_asking),
        CALENDAR(an_event_taken_back_does_not_come),
        CALENDAR(handles_count_from_1_and_no_two_are_alive_at_once),
        CALENDAR(the_only_event_may_be_years_ahead),
        CALENDAR(an_event_asked_for_when_the_next_is_far_comes_before_it),
        CALENDAR(any_order_of_asking_taking_back_and_taking_gives_that_of_a_sorted_list),
        CALENDAR(an_emptied_calendar_gives_the_same_handles_from_the_same_memory),
        CALENDAR(a_calendar_that_held_more_before_gives_the_same_handles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
