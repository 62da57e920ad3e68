/* What the tests of formulas share: a table of values, held to so many digits.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLAN_WITNESS_H
#define TESTS_PLAN_WITNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

/* Fails, and says where, unless the relative error is at most `digits`, or the absolute one
 * 1e-12. Undefined stands for undefined. */
static inline void witness(const char *what, double found, double exact, double digits)
{
    if (isnan(found) && isnan(exact)) return;
    if (fabs(found - exact) <= fmax(1e-12, digits * fabs(exact))) return;
    fail_msg("%s: %.17g, not %.17g", what, found, exact);
}

#endif
