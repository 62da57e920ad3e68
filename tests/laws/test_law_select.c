/* The best of staffings of Erlang A: found as often as promised, for less than equal
 * allocation. SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/laws/choosing.h"

enum { SEEDS = 40 };

/* .95 of 40 seeds is 38, give or take 1.4. */
static void the_best_is_found_as_often_as_promised(void **state)
{
    (void)state;
    static struct staffings staffings;
    struct choosing found;
    assert_true(staffings_open(&staffings, 4, 8, 10));
    assert_true(choosing_count(&found, &staffings, SIM_KIM_NELSON, 501, SEEDS));
    assert_int_equal(found.best, 3); /* neither the fewest nor the most agents */
    assert_in_range(found.right, 36, SEEDS);
    assert_true(found.replications < 0.6 * found.equal);
    staffings_close(&staffings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_is_found_as_often_as_promised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
