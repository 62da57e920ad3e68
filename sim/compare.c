/* Options compared on common random numbers: paired differences, simultaneous intervals, and
 * how each stands to the best.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/compare.h"

#include "sim/arena.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

struct sim_series sim_series_of(const struct sim_results *results, size_t measure)
{
    return (struct sim_series){ &results->over[measure], &results->under[measure],
                                results->n_done, results->n_measures };
}

static struct sim_difference undefined(void)
{
    return (struct sim_difference){ NAN, NAN, NAN, NAN, NAN, NAN };
}

/* Ratio of the sums, and the mean denominator, of the first n; NaN where that is 0. */
struct centre {
    double ratio, mean_under;
};

static struct centre centre_of(struct sim_series series, size_t n)
{
    double over = 0.0, under = 0.0;
    for (size_t i = 0; i < n; i++) {
        over += series.over[i * series.stride];
        under += series.under[i * series.stride];
    }
    return (struct centre){ under != 0.0 ? over / under : NAN, under / (double)n };
}

/* By how much replication i lies off the ratio, in its unit. */
static double moved(struct sim_series series, struct centre centre, size_t i)
{
    const size_t at = i * series.stride;
    return (series.over[at] - centre.ratio * series.under[at]) / centre.mean_under;
}

static double own_value(struct sim_series series, size_t i)
{
    const size_t at = i * series.stride;
    return series.under[at] != 0.0 ? series.over[at] / series.under[at] : NAN;
}

static void count_pairs(struct sim_difference *self, struct sim_series base,
                        struct sim_series other, size_t n)
{
    double above = 0.0, below = 0.0, both = 0.0;
    for (size_t i = 0; i < n; i++) {
        const double a = own_value(base, i), b = own_value(other, i);
        if (isnan(a) || isnan(b)) continue;
        both += 1.0;
        above += b > a;
        below += b < a;
    }
    self->above = above / both;
    self->below = below / both;
}

struct sim_difference sim_difference_of(struct sim_series base, struct sim_series other)
{
    struct sim_difference found = undefined();
    const size_t n = base.n < other.n ? base.n : other.n;
    if (n == 0) return found;
    const struct centre a = centre_of(base, n), b = centre_of(other, n);
    found.value = b.ratio - a.ratio;
    count_pairs(&found, base, other, n);
    if (n < 2 || isnan(found.value)) return found;
    double paired = 0.0, alone = 0.0;
    for (size_t i = 0; i < n; i++) {
        const double by_base = moved(base, a, i), by_other = moved(other, b, i);
        paired += (by_other - by_base) * (by_other - by_base);
        alone += by_other * by_other + by_base * by_base;
    }
    found.degrees = (double)n - 1.0;
    found.error = sqrt(paired / ((double)n * found.degrees));
    found.alone = sqrt(alone / ((double)n * found.degrees));
    return found;
}

/* The variance of a ratio. */
static double variance_of(struct sim_series series, struct centre centre)
{
    double squares = 0.0;
    for (size_t i = 0; i < series.n; i++)
        squares += pow(moved(series, centre, i), 2.0);
    return squares / ((double)series.n * ((double)series.n - 1.0));
}

struct sim_difference sim_difference_apart(struct sim_series base, struct sim_series other)
{
    struct sim_difference found = undefined();
    if (base.n == 0 || other.n == 0) return found;
    const struct centre a = centre_of(base, base.n), b = centre_of(other, other.n);
    found.value = b.ratio - a.ratio;
    if (base.n < 2 || other.n < 2 || isnan(found.value)) return found;
    const double of_base = variance_of(base, a), of_other = variance_of(other, b);
    const double both = of_base + of_other;
    found.alone = found.error = sqrt(both);
    found.degrees = both > 0.0 ? both * both /
                                     (of_base * of_base / ((double)base.n - 1.0) +
                                      of_other * of_other / ((double)other.n - 1.0))
                               : (double)(base.n + other.n) - 2.0;
    return found;
}

struct sim_difference sim_difference_of_differences(struct sim_series a0, struct sim_series b0,
                                                    struct sim_series a1, struct sim_series b1)
{
    const struct sim_series all[] = { a0, b0, a1, b1 };
    static const double signs[] = { 1.0, -1.0, -1.0, 1.0 };
    struct sim_difference found = undefined();
    struct centre centres[4];
    size_t n = a0.n;
    for (int k = 1; k < 4; k++)
        n = all[k].n < n ? all[k].n : n;
    if (n == 0) return found;
    found.value = 0.0;
    for (int k = 0; k < 4; k++) {
        centres[k] = centre_of(all[k], n);
        found.value += signs[k] * centres[k].ratio;
    }
    if (n < 2 || isnan(found.value)) return found;
    double paired = 0.0, alone = 0.0;
    for (size_t i = 0; i < n; i++) {
        double by_all = 0.0;
        for (int k = 0; k < 4; k++) {
            const double by_one = moved(all[k], centres[k], i);
            by_all += signs[k] * by_one;
            alone += by_one * by_one;
        }
        paired += by_all * by_all;
    }
    found.degrees = (double)n - 1.0;
    found.error = sqrt(paired / ((double)n * found.degrees));
    found.alone = sqrt(alone / ((double)n * found.degrees));
    return found;
}

struct sim_difference sim_difference_of_quantiles(const struct sim_histogram *base,
                                                  const struct sim_histogram *other,
                                                  size_t n_histograms, unsigned which, double p)
{
    struct sim_difference found = undefined();
    unsigned all = 0;
    for (size_t i = 0; i < SIM_SECTIONS; i++)
        all |= which << (i * n_histograms);
    const double a = sim_histogram_quantile(base, all, p),
                 b = sim_histogram_quantile(other, all, p);
    found.value = b - a;
    double paired = 0.0, alone = 0.0, n = 0.0;
    for (size_t i = 0; i < SIM_SECTIONS; i++) {
        const double by_base = sim_histogram_quantile(&base[i * n_histograms], which, p) - a;
        const double by_other = sim_histogram_quantile(&other[i * n_histograms], which, p) - b;
        if (isnan(by_base) || isnan(by_other)) continue;
        n += 1.0;
        paired += (by_other - by_base) * (by_other - by_base);
        alone += by_other * by_other + by_base * by_base;
    }
    if (n < 2.0) return found;
    found.degrees = n - 1.0;
    found.error = sqrt(paired / (n * found.degrees));
    found.alone = sqrt(alone / (n * found.degrees));
    return found;
}

double sim_difference_gain(const struct sim_difference *self)
{
    if (!(self->alone > 0.0)) return NAN;
    return self->error > 0.0 ? pow(self->alone / self->error, 2.0) : INFINITY;
}

/* Student's t that is exceeded with probability `beyond`. */
static double student(double beyond, double degrees)
{
    return gsl_cdf_tdist_Qinv(beyond, degrees);
}

double sim_difference_half(const struct sim_difference *self, double level, size_t comparisons)
{
    if (isnan(self->error) || self->error == 0.0) return self->error;
    return self->error * student((1.0 - level) / (2.0 * (double)comparisons), self->degrees);
}

double sim_difference_shown(const struct sim_difference *self, double level, size_t comparisons,
                            double power)
{
    if (isnan(self->error) || self->error == 0.0) return self->error;
    return sim_difference_half(self, level, comparisons) +
           self->error * student(1.0 - power, self->degrees);
}

/* By how much option i is better than option l, and the half-width of that. */
struct lead {
    double value, half;
};

static struct lead lead_of(const struct sim_series *options, size_t i, size_t l, double sign,
                           double beyond)
{
    const struct sim_difference found = sim_difference_of(options[l], options[i]);
    const double half =
        found.error > 0.0 ? found.error * student(beyond, found.degrees) : found.error;
    return (struct lead){ sign * found.value, half };
}

/* Leads stand in a square: that of i over l at i * n + l. */
static void bounds_fill(const struct lead *leads, size_t n, struct sim_to_best *found)
{
    size_t n_best = 0, best = 0;
    for (size_t i = 0; i < n; i++) {
        found[i].high = INFINITY;
        for (size_t l = 0; l < n; l++)
            if (l != i)
                found[i].high =
                    fmin(found[i].high, leads[i * n + l].value + leads[i * n + l].half);
        found[i].high = fmax(0.0, found[i].high);
        if (found[i].high > 0.0) {
            best = i;
            n_best++;
        }
    }
    for (size_t i = 0; i < n; i++) {
        found[i].low = 0.0;
        if (n_best == 1 && i == best) continue;
        for (size_t l = 0; l < n; l++)
            if (l != i && found[l].high > 0.0)
                found[i].low =
                    fmin(found[i].low, leads[i * n + l].value - leads[i * n + l].half);
    }
}

bool sim_compare_best(const struct sim_series *options, size_t n, enum sim_better better,
                      double level, struct sim_to_best *found)
{
    struct lead *leads = sim_aligned(n * n * sizeof *leads);
    if (!leads) return false;
    const double sign = better == SIM_LOWER ? -1.0 : 1.0;
    const double beyond = (1.0 - level) / (double)(n - 1);
    for (size_t i = 0; i < n; i++)
        for (size_t l = 0; l < i; l++) {
            const struct lead lead = lead_of(options, i, l, sign, beyond);
            leads[i * n + l] = lead;
            leads[l * n + i] = (struct lead){ -lead.value, lead.half };
        }
    bounds_fill(leads, n, found);
    sim_release(leads);
    return true;
}
