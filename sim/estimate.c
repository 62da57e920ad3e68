/* From the counts of replications to estimates with intervals.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/estimate.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

void sim_ratio_add(struct sim_ratio *self, double y, double x)
{
    self->n += 1.0;
    self->sum_y += y;
    self->sum_x += x;
    const double dy = y - self->y, dx = x - self->x;
    self->y += dy / self->n;
    self->x += dx / self->n;
    self->yy += dy * (y - self->y);
    self->xx += dx * (x - self->x);
    self->xy += dy * (x - self->x);
}

double sim_student(double degrees)
{
    return gsl_cdf_tdist_Pinv(0.975, degrees);
}

static struct sim_estimate undefined(void)
{
    return (struct sim_estimate){ NAN, NAN, NAN, NAN, NAN };
}

struct sim_estimate sim_ratio_estimate(const struct sim_ratio *self)
{
    struct sim_estimate estimate = undefined();
    if (self->n < 1.0 || self->sum_x == 0.0) return estimate;
    const double r = self->sum_y / self->sum_x;
    estimate.value = r;
    if (self->n < 2.0) return estimate;
    const double squares = self->yy - 2.0 * r * self->xy + r * r * self->xx;
    const double error = sqrt(fmax(0.0, squares) / (self->n * (self->n - 1.0))) / fabs(self->x);
    const double half = sim_student(self->n - 1.0) * error;
    estimate.low = r - half;
    estimate.high = r + half;
    return estimate;
}

/* What is asked of pooled histograms: a quantile, or the share above a value. */
typedef double (*question)(const struct sim_histogram *set, unsigned which, double about);

/* The answer of all sections together, as histograms side by side, and its interval. */
static struct sim_estimate sections_estimate(const struct sim_histogram *sections,
                                             size_t n_histograms, unsigned which, question ask,
                                             double about)
{
    struct sim_estimate estimate = undefined();
    unsigned all = 0;
    for (size_t i = 0; i < SIM_SECTIONS; i++)
        all |= which << (i * n_histograms);
    estimate.value = ask(sections, all, about);
    double squares = 0.0, n = 0.0;
    for (size_t i = 0; i < SIM_SECTIONS; i++) {
        const double here = ask(&sections[i * n_histograms], which, about);
        if (isnan(here)) continue;
        n += 1.0;
        squares += (here - estimate.value) * (here - estimate.value);
    }
    if (n < 2.0) return estimate;
    const double half = sim_student(n - 1.0) * sqrt(squares / (n * (n - 1.0)));
    estimate.low = fmax(0.0, estimate.value - half);
    estimate.high = estimate.value + half;
    return estimate;
}

struct sim_estimate sim_quantile_estimate(const struct sim_histogram *sections,
                                          size_t n_histograms, unsigned which, double p)
{
    return sections_estimate(sections, n_histograms, which, sim_histogram_quantile, p);
}

struct sim_estimate sim_above_estimate(const struct sim_histogram *sections,
                                       size_t n_histograms, unsigned which, double value)
{
    return sections_estimate(sections, n_histograms, which, sim_histogram_above, value);
}

double sim_sample_quantile(double *values, size_t n, double p)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(values[i])) values[kept++] = values[i];
    if (kept == 0) return NAN;
    gsl_sort(values, 1, kept);
    return gsl_stats_quantile_from_sorted_data(values, 1, kept, p);
}

static double counters_sum(const short *which, const double *counters)
{
    double sum = 0.0;
    for (; *which; which++)
        sum += *which > 0 ? counters[*which - 1] : -counters[-*which - 1];
    return sum;
}

double sim_measure_over(const struct sim_measure *measure, const double *counters)
{
    const double scale = measure->scale > 0.0 ? measure->scale : 1.0;
    return scale * counters_sum(measure->over, counters);
}

double sim_measure_under(const struct sim_measure *measure, const double *counters)
{
    if (measure->quantity != SIM_RATIO) return 1.0;
    return counters_sum(measure->under, counters);
}
