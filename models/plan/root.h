/* Where a function of one number changes its sign.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * T. R. Chandrupatla, A new hybrid quadratic/bisection algorithm for finding the zero of a
 * nonlinear function without using derivatives, Advances in Engineering Software 28, 1997. */
#ifndef PLAN_ROOT_H
#define PLAN_ROOT_H

typedef double root_function(const void *self, double x);

/* Between low and high, where the function must have different signs (or be 0), to a relative
 * error of a few 1e-15 of x. Where the signs are the same, the end where it is nearer to 0. */
double root_find(root_function *function, const void *self, double low, double high);

#endif
