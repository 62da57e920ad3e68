/* Several integrals at once over a piece on which they are smooth.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tanh-sinh rule of H. Takahasi and M. Mori (Double exponential formulas for numerical
 * integration, Publ. RIMS 9, 1974): its nodes crowd at both ends, so that an end where the
 * integrand is not smooth (a Weibull law at 0) does no harm. The error about squares each time
 * the step is halved. */
#ifndef PLAN_QUADRATURE_H
#define PLAN_QUADRATURE_H

#include <stddef.h>

enum { QUADRATURE_MOST = 6, QUADRATURE_LEVELS = 7, QUADRATURE_NODES = 448 };

/* The nodes; made once, then used for any number of integrals. */
struct quadrature {
    double near[QUADRATURE_NODES]; /* distance to the nearer end, over the length */
    double weight[QUADRATURE_NODES];
    size_t end[QUADRATURE_LEVELS]; /* of the nodes that a level adds */
};

/* Writes n values of the integrands at x. */
typedef void quadrature_values(const void *self, double x, double *values);

void quadrature_open(struct quadrature *self);

/* Adds to sums[0..n-1] the integrals from low to high (finite); n is at most QUADRATURE_MOST.
 * Relative error near 1e-14 where the integrands are smooth within. */
void quadrature_add(const struct quadrature *self, quadrature_values *values, const void *of,
                    double low, double high, size_t n, double *sums);

#endif
