/* Quantiles of positive observations in constant memory, to half a per cent of their value.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buckets are the leading bits of a double: its exponent and the first 8 bits of its mantissa,
 * so each is at most 1/256 of its value wide (0.4 %); its upper edge is in it, for many waits
 * end on the stroke, and are not longer than that. From 2^-10 s (1 ms; what is below falls in
 * the first bucket) to 2^22 s (48 days). Zeroes, which are most waits of a well-staffed centre,
 * are counted apart. */
#ifndef SIM_HISTOGRAM_H
#define SIM_HISTOGRAM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { SIM_HISTOGRAM_LOW = -10, SIM_HISTOGRAM_HIGH = 22, SIM_HISTOGRAM_BITS = 8 };
enum { SIM_HISTOGRAM_BUCKETS = (SIM_HISTOGRAM_HIGH - SIM_HISTOGRAM_LOW) << SIM_HISTOGRAM_BITS };

struct sim_histogram {
    uint64_t n;      /* observations above 0 */
    uint64_t zeroes; /* and those that are 0 */
    uint64_t bucket[SIM_HISTOGRAM_BUCKETS];
};

/* Counts one observation above 0. */
static inline void sim_histogram_add(struct sim_histogram *self, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int64_t index = (int64_t)((bits - 1) >> (52 - SIM_HISTOGRAM_BITS)) -
                    ((int64_t)(1023 + SIM_HISTOGRAM_LOW) << SIM_HISTOGRAM_BITS);
    if (index < 0) index = 0;
    if (index >= SIM_HISTOGRAM_BUCKETS) index = SIM_HISTOGRAM_BUCKETS - 1;
    self->bucket[index]++;
    self->n++;
}

void sim_histogram_clear(struct sim_histogram *self);

/* Adds the counts of another histogram. */
void sim_histogram_merge(struct sim_histogram *self, const struct sim_histogram *other);

/* The smallest value that a share p of the observations does not exceed (0 < p < 1), of the
 * histograms set[i] whose bit i is in `which`, pooled; NaN when they are empty. */
double sim_histogram_quantile(const struct sim_histogram *set, unsigned which, double p);

/* The share of the observations of the same histograms that are above a value of 0 or more; NaN
 * when they are empty. */
double sim_histogram_above(const struct sim_histogram *set, unsigned which, double value);

#endif
