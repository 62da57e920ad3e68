/* What tests of chance need: numbers to draw from, moments with their errors, distances.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SAMPLING_H
#define TESTS_SAMPLING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sim/ziggurat.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#define assert_near(got, wanted, tolerance)                                                    \
    near_check((got), (wanted), (tolerance), #got, __FILE__, __LINE__)

static inline void near_check(double got, double wanted, double tolerance, const char *what,
                              const char *file, int line)
{
    if (fabs(got - wanted) <= tolerance) return;
    print_error("%s is %.17g, not %.17g within %g\n", what, got, wanted, tolerance);
    _fail(file, line);
}

/* Equal by bits of value: also when both are NaN. */
static inline bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Numbers for a test, one after the other, from an address of the random field. */
struct chance {
    struct sim_stream stream;
    uint32_t n;
};

static inline uint32_t chance_word(struct chance *self)
{
    const struct sim_place place = { self->n / 4, 0, 200, 0 };
    return sim_stream_block(&self->stream, place, 0).word[self->n++ % 4];
}

static inline double chance_uniform(struct chance *self)
{
    return sim_uniform(chance_word(self));
}

/* One of 0 .. n - 1. */
static inline uint32_t chance_below(struct chance *self, uint32_t n)
{
    return (uint32_t)(chance_uniform(self) * n);
}

static inline bool chance_is(struct chance *self, double p)
{
    return chance_uniform(self) < p;
}

/* The draw of entity i in a lane: what the laws draw from. */
static inline struct sim_draw draw_of(const struct sim_stream *stream, uint32_t i,
                                      uint32_t lane)
{
    const struct sim_place place = { i, 7, 3, 1 };
    const struct sim_words words = sim_stream_block(stream, place, 0);
    return (struct sim_draw){ stream, place, lane, words.word[lane] };
}

/* Moments of a sample, with their standard errors from its own higher moments. */
struct sample {
    double mean, sd, cv, se_mean, se_cv;
};

static inline struct sample sample_of(const double *x, size_t n)
{
    const double size = (double)n;
    double mean = 0.0, m2 = 0.0, m3 = 0.0, m4 = 0.0;
    for (size_t i = 0; i < n; i++)
        mean += x[i] / size;
    for (size_t i = 0; i < n; i++) {
        const double d = x[i] - mean, dd = d * d;
        m2 += dd / size;
        m3 += dd * d / size;
        m4 += dd * dd / size;
    }
    /* The delta method for sqrt(m2) / mean. */
    const double of_variance = m2 > 0.0 ? (m4 - m2 * m2) / (4.0 * m2 * mean * mean) : 0.0;
    const double of_mean = m2 * m2 / (mean * mean * mean * mean);
    const double of_both = m3 / (mean * mean * mean);
    return (struct sample){ mean, sqrt(m2), sqrt(m2) / mean, sqrt(m2 / size),
                            sqrt(fmax(0.0, of_variance + of_mean - of_both) / size) };
}

static inline int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The largest distance between the sample, which is sorted in place, and a law (Kolmogorov and
 * Smirnov), times the root of its size: above 1.95 once in 1000 samples. */
static inline double ks_distance(double *x, size_t n, double (*below)(double))
{
    double most = 0.0;
    qsort(x, n, sizeof *x, by_value);
    for (size_t i = 0; i < n; i++) {
        const double f = below(x[i]);
        most = fmax(most, fmax(f - (double)i / (double)n, (double)(i + 1) / (double)n - f));
    }
    return most * sqrt((double)n);
}

/* The chance of a chi-square as large as that of these counts, when all are equally likely. */
static inline double even_chance(const uint32_t *counts, size_t n_cells)
{
    double n = 0.0, squares = 0.0;
    for (size_t i = 0; i < n_cells; i++)
        n += counts[i];
    const double wanted = n / (double)n_cells;
    for (size_t i = 0; i < n_cells; i++)
        squares += (counts[i] - wanted) * (counts[i] - wanted) / wanted;
    return gsl_cdf_chisq_Q(squares, (double)n_cells - 1.0);
}

#endif
