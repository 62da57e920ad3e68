/* Options compared on common random numbers: paired differences, simultaneous intervals, and
 * how each stands to the best.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Replication i of every option meets the same chances, so that options are compared pair by
 * pair. A rate is a ratio of sums, r = sum y / sum x; to first order, replication i moves it by
 * (y_i - r x_i) / (n mean(x)), and the difference of two rates by the difference of what it
 * moves each (delta method; Cochran, Sampling Techniques, 1977, 6.4 and 6.11). The variance of
 * these differences is the variance of the difference, correlation included.
 *
 * Several differences at once: each interval at level 1 - a / m, where m is how many
 * are looked at (Bonferroni), which holds however they hang together. */
#ifndef SIM_COMPARE_H
#define SIM_COMPARE_H

#include "sim/estimate.h"

/* The replications of one option: numerator and denominator of replication i stand at
 * over[i * stride] and under[i * stride]. Borrowed. */
struct sim_series {
    const double *over, *under;
    size_t n, stride;
};

/* One measure of results, or of any rows of that shape. */
struct sim_series sim_series_of(const struct sim_results *results, size_t measure);

/* The other option less the base. NaN where undefined: no data, or one replication. */
struct sim_difference {
    double value;
    double error;        /* its standard error; 0 where no pair differs from another */
    double degrees;      /* of freedom that the error has */
    double alone;        /* the standard error that independent runs would have had */
    double above, below; /* shares of pairs in which the other one is above, is below */
};

/* Of as many pairs as both have. */
struct sim_difference sim_difference_of(struct sim_series base, struct sim_series other);

/* Of runs that share nothing, of any lengths: the errors of both add up, and the degrees are
 * Welch's (Biometrika 34, 1947). The shares are NaN: there are no pairs. */
struct sim_difference sim_difference_apart(struct sim_series base, struct sim_series other);

/* The difference of two differences, (b1 - a1) - (b0 - a0), replication by replication. */
struct sim_difference sim_difference_of_differences(struct sim_series a0, struct sim_series b0,
                                                    struct sim_series a1, struct sim_series b1);

/* As of pairs, but of a quantile of pooled observations, from the sections of both: see
 * sim/estimate.h. The shares are those of pairs of replications, and are left to the series. */
struct sim_difference sim_difference_of_quantiles(const struct sim_histogram *base,
                                                  const struct sim_histogram *other,
                                                  size_t n_histograms, unsigned which,
                                                  double p);

/* By how much the variance of independent runs is larger; infinite where no pair differs from
 * another, NaN where nothing varies at all. */
double sim_difference_gain(const struct sim_difference *self);

/* The half-width of one of `comparisons` intervals that hold together with probability `level`.
 */
double sim_difference_half(const struct sim_difference *self, double level, size_t comparisons);

/* The smallest true difference that such an interval would have told from 0 with probability
 * `power`: (t at the level + t at the power) x standard error (Law, 2015, 10.2; normal theory).
 */
double sim_difference_shown(const struct sim_difference *self, double level, size_t comparisons,
                            double power);

/* How far an option is from the best of all others: low to high, both in the measure's unit and
 * turned so that more is better. low = 0: it is the best. high = 0: it is not. */
struct sim_to_best {
    double low, high;
};

/* Multiple comparisons with the best: with probability `level` all intervals hold together.
 * (Hsu, Ann. Stat. 12, 1984; with unequal paired errors after Edwards and Hsu, J. Am. Stat.
 * Assoc. 78, 1983; only the n - 1 differences with the unknown best have to hold, each at
 * 1 - (1 - level) / (n - 1), one-sided.) At least two options. False without memory. */
bool sim_compare_best(const struct sim_series *options, size_t n, enum sim_better better,
                      double level, struct sim_to_best *found);

#endif
