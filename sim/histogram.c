/* Quantiles of positive observations in constant memory: the parts outside the inner loop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/histogram.h"

#include <math.h>

void sim_histogram_clear(struct sim_histogram *self)
{
    memset(self, 0, sizeof *self);
}

void sim_histogram_merge(struct sim_histogram *self, const struct sim_histogram *other)
{
    if (other->n == 0 && other->zeroes == 0) return;
    self->n += other->n;
    self->zeroes += other->zeroes;
    for (size_t i = 0; i < SIM_HISTOGRAM_BUCKETS; i++)
        self->bucket[i] += other->bucket[i];
}

/* Within a bucket observations are taken as evenly spread, from its lower edge on. */
static double bucket_value(size_t index, double share)
{
    const double step = 1.0 / (1 << SIM_HISTOGRAM_BITS);
    const int exponent = (int)(index >> SIM_HISTOGRAM_BITS) + SIM_HISTOGRAM_LOW;
    const double mantissa = 1.0 + step * (double)(index & ((1 << SIM_HISTOGRAM_BITS) - 1));
    return ldexp(mantissa + step * share, exponent);
}

/* Sum over the asked histograms of one bucket. */
static uint64_t pooled(const struct sim_histogram *set, unsigned which, size_t bucket)
{
    uint64_t n = 0;
    for (; which; which >>= 1, set++)
        if (which & 1) n += set->bucket[bucket];
    return n;
}

double sim_histogram_quantile(const struct sim_histogram *set, unsigned which, double p)
{
    uint64_t zeroes = 0, n = 0;
    for (unsigned i = 0; which >> i; i++) {
        if (!(which >> i & 1)) continue;
        zeroes += set[i].zeroes;
        n += set[i].zeroes + set[i].n;
    }
    if (n == 0) return NAN;
    const double rank = p * (double)n;
    uint64_t below = zeroes;
    if (rank <= (double)below) return 0.0;
    for (size_t i = 0; i < SIM_HISTOGRAM_BUCKETS; i++) {
        const uint64_t here = pooled(set, which, i);
        if (here && rank <= (double)(below + here))
            return bucket_value(i, (rank - (double)below) / (double)here);
        below += here;
    }
    return bucket_value(SIM_HISTOGRAM_BUCKETS - 1, 1.0);
}

/* The bucket a value falls in, and how far it lies within it (from 0 to 1). */
static size_t bucket_of(double value, double *share)
{
    int exponent;
    const double mantissa = 2.0 * frexp(value, &exponent) - 1.0; /* from 0 to 1 */
    const double scaled = mantissa * (1 << SIM_HISTOGRAM_BITS);
    const double within = ceil(scaled) - 1.0; /* the upper edge is in it */
    const long index =
        ((long)(exponent - 1 - SIM_HISTOGRAM_LOW) << SIM_HISTOGRAM_BITS) + (long)within;
    *share = scaled - within;
    if (index >= 0 && index < SIM_HISTOGRAM_BUCKETS) return (size_t)index;
    *share = index < 0 ? 0.0 : 1.0;
    return index < 0 ? 0 : SIM_HISTOGRAM_BUCKETS - 1;
}

double sim_histogram_above(const struct sim_histogram *set, unsigned which, double value)
{
    double n = 0.0, share = 0.0;
    const size_t first = value > 0.0 ? bucket_of(value, &share) : 0;
    for (unsigned i = 0; which >> i; i++) {
        if (!(which >> i & 1)) continue;
        n += (double)(set[i].zeroes + set[i].n);
    }
    if (n == 0.0) return NAN;
    double above = (1.0 - share) * (double)pooled(set, which, first);
    for (size_t i = first + 1; i < SIM_HISTOGRAM_BUCKETS; i++)
        above += (double)pooled(set, which, i);
    return above / n;
}
