/* The floor: who comes, who goes, and who has been free longest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/sampling.h"

#include "models/staff/floor.h"

static struct floor floor_;
static uint32_t joined[64];
static size_t n_joined;

static void note_joined(void *told, uint32_t a)
{
    assert_ptr_equal(told, &floor_);
    joined[n_joined++] = a;
}

static uint32_t gone[64];
static size_t n_gone;

static void note_gone(void *told, uint32_t a)
{
    assert_ptr_equal(told, &floor_);
    assert_int_equal(floor_.agents[a].state, AGENT_OFF);
    gone[n_gone++] = a;
}

static int open_floor(void **state)
{
    (void)state;
    static const int n[] = { 4, 3 };
    n_joined = 0;
    if (!floor_open(&floor_, n, 2)) return 1;
    floor_clear(&floor_);
    return 0;
}

static int close_floor(void **state)
{
    (void)state;
    floor_close(&floor_);
    return 0;
}

static void bring(uint32_t team, int target, double now)
{
    n_joined = 0;
    floor_bring(&floor_, team, target, now, note_joined, &floor_);
}

static void send_home(uint32_t team, int target, double now)
{
    n_gone = 0;
    floor_send(&floor_, team, target, now, note_gone, &floor_);
}

static void take_call(uint32_t a, double now)
{
    floor_unidle(&floor_, a, now);
    floor_busy(&floor_, a, now);
}

/* As at the end of a call: goes if somebody of the team has to. */
static void end_call(uint32_t a, double now)
{
    const bool goes = floor_.teams[floor_.agents[a].group].n_leaving > 0;
    floor_unbusy(&floor_, a, now);
    if (goes)
        floor_leave(&floor_, a, now);
    else
        floor_idle(&floor_, a, now);
}

static void assert_idle(uint32_t team, const uint32_t *agents, size_t n)
{
    const struct team *it = &floor_.teams[team];
    assert_int_equal(it->n_idle, n);
    uint32_t a = it->longest, before = NOBODY;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(a, agents[i]);
        assert_int_equal(floor_.agents[a].previous, before);
        before = a;
        a = floor_.agents[a].next;
    }
    assert_int_equal(a, NOBODY);
    assert_int_equal(it->shortest, before);
}

#define IDLE(team, ...)                                                                        \
    assert_idle((team), (const uint32_t[]){ __VA_ARGS__ },                                     \
                sizeof((const uint32_t[]){ __VA_ARGS__ }) / sizeof(uint32_t))

static void an_empty_floor_has_everybody_at_home(void **state)
{
    (void)state;
    for (uint32_t team = 0; team < 2; team++) {
        assert_idle(team, NULL, 0);
        assert_int_equal(team_present(&floor_.teams[team]), 0);
    }
    for (uint32_t a = 0; a < 7; a++) {
        assert_int_equal(floor_.agents[a].state, AGENT_OFF);
        assert_int_equal(floor_.agents[a].group, a < 4 ? 0 : 1);
    }
}

static void as_many_come_in_as_are_missing_and_each_is_told(void **state)
{
    (void)state;
    bring(0, 3, 10.0);
    assert_int_equal(n_joined, 3);
    IDLE(0, 0, 1, 2);
    bring(0, 3, 11.0);
    assert_int_equal(n_joined, 0);
    bring(0, 2, 12.0);
    assert_int_equal(n_joined, 0);
    assert_int_equal(team_present(&floor_.teams[0]), 3);
    bring(1, 3, 12.0);
    IDLE(1, 4, 5, 6);
    IDLE(0, 0, 1, 2);
}

static void who_is_free_longest_stands_first(void **state)
{
    (void)state;
    bring(0, 4, 0.0);
    take_call(0, 1.0);
    take_call(2, 2.0);
    IDLE(0, 1, 3);
    end_call(2, 5.0);
    end_call(0, 6.0);
    IDLE(0, 1, 3, 2, 0);
    take_call(3, 7.0); /* from the middle */
    IDLE(0, 1, 2, 0);
    take_call(0, 7.0); /* from the end */
    IDLE(0, 1, 2);
    assert_int_equal(floor_.teams[0].n_busy, 2);
    assert_int_equal(team_present(&floor_.teams[0]), 4);
}

static void the_free_go_at_once_and_the_busy_after_their_call(void **state)
{
    (void)state;
    bring(0, 4, 0.0);
    take_call(1, 1.0);
    take_call(2, 1.0);
    send_home(0, 1, 10.0);
    assert_idle(0, NULL, 0);
    assert_int_equal(n_gone, 2);
    assert_int_equal(gone[0], 0);
    assert_int_equal(gone[1], 3);
    assert_int_equal(floor_.teams[0].n_leaving, 1);
    assert_int_equal(team_present(&floor_.teams[0]), 2);
    end_call(2, 20.0);
    assert_int_equal(floor_.agents[2].state, AGENT_OFF);
    assert_int_equal(floor_.teams[0].n_leaving, 0);
    end_call(1, 30.0);
    IDLE(0, 1);
    send_home(0, 0, 40.0);
    assert_idle(0, NULL, 0);
    assert_int_equal(team_present(&floor_.teams[0]), 0);
}

static void sending_nobody_home_changes_nothing(void **state)
{
    (void)state;
    bring(0, 3, 0.0);
    take_call(1, 1.0);
    send_home(0, 3, 2.0);
    send_home(0, 4, 2.0);
    IDLE(0, 0, 2);
    assert_int_equal(floor_.teams[0].n_leaving, 0);
}

static void who_was_about_to_leave_stays_before_others_come_in(void **state)
{
    (void)state;
    bring(0, 2, 0.0);
    take_call(0, 1.0);
    take_call(1, 1.0);
    send_home(0, 0, 10.0);
    assert_int_equal(floor_.teams[0].n_leaving, 2);
    bring(0, 3, 20.0);
    assert_int_equal(floor_.teams[0].n_leaving, 0);
    assert_int_equal(n_joined, 1);
    IDLE(0, 2);
    end_call(0, 25.0);
    end_call(1, 26.0);
    IDLE(0, 2, 0, 1);
}

/* Busy, idle and present time, however they came and went. */
static void time_busy_and_time_idle_are_the_time_present(void **state)
{
    (void)state;
    struct chance chance = { { 60, 1 }, 0 };
    double now = 0.0, busy_s = 0.0;
    double since[7] = { 0.0 };
    for (int step = 0; step < 20000; step++) {
        now += chance_uniform(&chance);
        const uint32_t a = chance_below(&chance, 7), team = a < 4 ? 0 : 1;
        const int target = (int)chance_below(&chance, 5) - (team == 1);
        if (chance_is(&chance, 0.1)) {
            send_home(team, target < 0 ? 0 : target, now);
            bring(team, target < 0 ? 0 : target, now);
        } else if (floor_.agents[a].state == AGENT_IDLE) {
            take_call(a, now);
            since[a] = now;
        } else if (floor_.agents[a].state == AGENT_BUSY) {
            end_call(a, now);
            busy_s += now - since[a];
        }
    }
    double busy = 0.0, present = 0.0;
    for (uint32_t a = 0; a < 7; a++)
        if (floor_.agents[a].state == AGENT_BUSY) busy_s += now - since[a];
    for (int team = 0; team < 2; team++) {
        busy += sim_level_harvest(&floor_.teams[team].busy, now);
        present += sim_level_harvest(&floor_.teams[team].present, now);
    }
    assert_near(busy, busy_s, 1e-6);
    assert_near(busy + floor_idle_s(&floor_, now), present, 1e-6);
    assert_true(present > 10000.0);
}

static void a_floor_without_agents_is_a_floor(void **state)
{
    (void)state;
    static const int none[] = { 0 };
    struct floor empty;
    assert_true(floor_open(&empty, none, 1));
    floor_clear(&empty);
    floor_bring(&empty, 0, 3, 1.0, note_joined, &floor_);
    assert_int_equal(n_joined, 0);
    floor_close(&empty);
}

int main(void)
{
#define FLOOR(test) cmocka_unit_test_setup_teardown(test, open_floor, close_floor)
    const struct CMUnitTest tests[] = {
        FLOOR(an_empty_floor_has_everybody_at_home),
        FLOOR(as_many_come_in_as_are_missing_and_each_is_told),
        FLOOR(who_is_free_longest_stands_first),
        FLOOR(the_free_go_at_once_and_the_busy_after_their_call),
        FLOOR(sending_nobody_home_changes_nothing),
        FLOOR(who_was_about_to_leave_stays_before_others_come_in),
        FLOOR(time_busy_and_time_idle_are_the_time_present),
        FLOOR(a_floor_without_agents_is_a_floor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
