/* The list of what is wrong, and the exit code it asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/fault.h"

static void add(struct sim_faults *faults, enum sim_severity severity)
{
    sim_faults_add(faults, (struct sim_fault){ .severity = severity, .what = "it" });
}

static void an_empty_list_forbids_nothing(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    assert_false(sim_faults_any(&faults));
    assert_int_equal(sim_faults_exit(&faults), 0);
    sim_faults_close(&faults);
}

static void texts_are_copied_and_what_is_not_known_stays_so(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    char path[] = "groups.a", got[] = "08:00";
    sim_faults_add(&faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                .path = path,
                                                .what = "starts before opening",
                                                .got = got });
    memset(path, 'x', sizeof path - 1);
    memset(got, 'x', sizeof got - 1);
    const struct sim_fault *fault = &faults.items[0];
    assert_string_equal(fault->path, "groups.a");
    assert_string_equal(fault->got, "08:00");
    assert_null(fault->file);
    assert_null(fault->wanted);
    assert_null(fault->hint);
    assert_int_equal(fault->line, 0);
    sim_faults_close(&faults);
}

static void a_warning_lets_the_run_go_on(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    add(&faults, SIM_WARNING);
    assert_int_equal(faults.n, 1);
    assert_false(sim_faults_any(&faults));
    assert_int_equal(sim_faults_exit(&faults), 0);
    sim_faults_close(&faults);
}

static void the_machine_comes_before_the_planner(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    add(&faults, SIM_INPUT);
    assert_true(sim_faults_any(&faults));
    assert_int_equal(sim_faults_exit(&faults), 2);
    add(&faults, SIM_MACHINE);
    assert_int_equal(sim_faults_exit(&faults), 3);
    add(&faults, SIM_WARNING);
    assert_int_equal(sim_faults_exit(&faults), 3);
    assert_int_equal(faults.n, 3);
    sim_faults_close(&faults);
}

static void memory_that_ran_out_is_a_fault_of_the_machine(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    assert_false(sim_faults_memory(&faults));
    assert_true(sim_faults_any(&faults));
    assert_int_equal(faults.n, 0);
    assert_int_equal(sim_faults_exit(&faults), 3);
    sim_faults_close(&faults);
}

static void many_faults_are_all_kept_in_order(void **state)
{
    (void)state;
    struct sim_faults faults = { 0 };
    for (int i = 0; i < 1000; i++)
        sim_faults_add(&faults, (struct sim_fault){ .severity = SIM_INPUT,
                                                    .what = "it",
                                                    .got = sim_faults_text(&faults, "%d", i) });
    assert_int_equal(faults.n, 1000);
    assert_int_equal(faults.n_input, 1000);
    for (int i = 0; i < 1000; i++) {
        char number[12];
        snprintf(number, sizeof number, "%d", i);
        assert_string_equal(faults.items[i].got, number);
    }
    sim_faults_close(&faults);
    assert_int_equal(faults.n, 0);
    assert_false(sim_faults_any(&faults));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_list_forbids_nothing),
        cmocka_unit_test(texts_are_copied_and_what_is_not_known_stays_so),
        cmocka_unit_test(a_warning_lets_the_run_go_on),
        cmocka_unit_test(the_machine_comes_before_the_planner),
        cmocka_unit_test(memory_that_ran_out_is_a_fault_of_the_machine),
        cmocka_unit_test(many_faults_are_all_kept_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
