/* From the counts of replications to estimates with intervals.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rate is a ratio of sums over replications. Its interval follows from the delta method
 * (Cochran, Sampling Techniques, 1977, 6.4; Law, Simulation Modeling and Analysis,
 * 2015, 9.5.3): with y and x the numerator and denominator of a replication and r = sum y / sum
 * x, var r = sum (y - r x)^2 / (n (n-1) mean(x)^2), and Student's t with n - 1 degrees. A mean
 * is the ratio whose x is always 1. Quantiles pool all replications; their interval comes from
 * sections of them (Asmussen and Glynn, Stochastic Simulation, 2007, III.5a). */
#ifndef SIM_ESTIMATE_H
#define SIM_ESTIMATE_H

#include "sim/histogram.h"
#include "sim/measure.h"
#include "sim/results.h"

/* Sums, means and centred sums of products of (y, x), one pair at a time (Welford, 1962). The
 * sums of whole numbers are exact, as the means are not. */
struct sim_ratio {
    double n, y, x, yy, xx, xy;
    double sum_y, sum_x;
};

void sim_ratio_add(struct sim_ratio *self, double y, double x);

/* r and its 95 % interval; NaN where the denominator is 0, an interval of NaN for n < 2. */
struct sim_estimate sim_ratio_estimate(const struct sim_ratio *self);

enum { SIM_SECTIONS = 10 };

/* The quantile of all sections together and its interval. Replication i went to section
 * i % SIM_SECTIONS; sections[s * n_histograms + h] is histogram h of section s. */
struct sim_estimate sim_quantile_estimate(const struct sim_histogram *sections,
                                          size_t n_histograms, unsigned which, double p);

/* The same for the share of observations above a value of 0 or more. */
struct sim_estimate sim_above_estimate(const struct sim_histogram *sections,
                                       size_t n_histograms, unsigned which, double value);

/* Student's t such that 95 % lie within +-t. */
double sim_student(double degrees);

/* The p-quantile of n values, which are sorted in place; NaNs are left out first. */
double sim_sample_quantile(double *values, size_t n, double p);

/* Numerator and denominator of a ratio or total measure among the counters of a cell. */
double sim_measure_over(const struct sim_measure *measure, const double *counters);
double sim_measure_under(const struct sim_measure *measure, const double *counters);

#endif
