/* Staffings of Erlang A compared: all intervals hold the exact differences together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/covering.h"

/* A share of .95 of 60 seeds is 57, give or take 1.7. */
static void intervals_hold_the_exact_differences_together(void **state)
{
    (void)state;
    static struct staffings staffings;
    struct covering found;
    assert_true(staffings_open(&staffings, 6, 4, 0));
    assert_true(covering_count(&found, &staffings, 1001, 60, 20));
    assert_in_range(found.to_base, 54, 60);
    for (int m = 0; m < COVERING_MEASURES; m++) {
        assert_in_range(found.to_best[m], 54, 60);
        assert_in_range(found.alone[m], 51, 60);
    }
    staffings_close(&staffings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_hold_the_exact_differences_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
