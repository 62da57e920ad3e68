/* How many callers still wait after so long: the laws of sim/law as formulas need them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each law has its tail and its partial mean in closed form (N. L. Johnson, S. Kotz and
 * N. Balakrishnan, Continuous Univariate Distributions, 1994-95). */
#include "models/plan/survival.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* 1 - e^-u (1 + u): the series where the difference would cost digits. */
static double erlang_2_below(double u)
{
    if (u > 0.5) return -expm1(-u) - u * exp(-u);
    double term = 0.5 * u * u * exp(-u), sum = 0.0;
    for (int k = 3; term > 1e-18 * sum; k++) {
        sum += term;
        term *= u / k;
    }
    return sum;
}

static struct survival of_exponential(double mean, double x)
{
    const double u = x / mean, gone = -expm1(-u);
    return (struct survival){ exp(-u), gone, mean * gone, mean * erlang_2_below(u) };
}

static struct survival of_parts(double tail, double gone, double spent, double x)
{
    return (struct survival){ tail, gone, spent + x * tail, spent };
}

/* exp(N(m, b^2)): the partial mean is the mean times a normal probability, shifted by b. */
static struct survival of_lognormal(const struct sim_law *law, double x)
{
    const double m = log(law->scale) + law->a, z = (log(x) - m) / law->b;
    return of_parts(gsl_cdf_ugaussian_Q(z), gsl_cdf_ugaussian_P(z),
                    law->expected * gsl_cdf_ugaussian_P(z - law->b), x);
}

/* E^a with E exponential: E[E^a; E <= y] is an incomplete gamma function of 1 + a. */
static struct survival of_weibull(const struct sim_law *law, double x)
{
    const double y = pow(x / law->scale, 1.0 / law->a);
    return of_parts(exp(-y), -expm1(-y), law->expected * gsl_sf_gamma_inc_P(1.0 + law->a, y),
                    x);
}

static struct survival of_gamma(const struct sim_law *law, double x)
{
    const double y = x / law->scale;
    return of_parts(gsl_sf_gamma_inc_Q(law->a, y), gsl_sf_gamma_inc_P(law->a, y),
                    law->expected * gsl_sf_gamma_inc_P(1.0 + law->a, y), x);
}

static struct survival of_uniform(const struct sim_law *law, double x)
{
    const double low = law->scale * (1.0 - law->b), high = law->scale * (1.0 + law->b);
    const double y = fmin(fmax(x, low), high), width = high - low;
    return of_parts((high - y) / width, (y - low) / width, 0.5 * (y - low) * (y + low) / width,
                    x);
}

static struct survival of_deterministic(const struct sim_law *law, double x)
{
    const bool over = x >= law->scale;
    return of_parts(over ? 0.0 : 1.0, over ? 1.0 : 0.0, over ? law->scale : 0.0, x);
}

static struct survival of_hyperexponential(const struct sim_law *law, double x)
{
    const struct survival one = of_exponential(law->scale * law->a, x),
                          two = of_exponential(law->scale * law->b, x);
    const double p = law->p, q = 1.0 - p;
    return (struct survival){ p * one.tail + q * two.tail, p * one.gone + q * two.gone,
                              p * one.held + q * two.held, p * one.spent + q * two.spent };
}

static double empirical_value(const struct sim_law *law, size_t i)
{
    return law->scale * law->values.values[i];
}

static struct survival of_empirical(const struct sim_law *law, double x)
{
    const size_t n = law->values.n;
    double tail = 0.0, gone = 0.0, spent = 0.0;
    for (size_t i = 0; i < n; i++) {
        const double p =
            (law->cumulated[i] - (i ? law->cumulated[i - 1] : 0.0)) / law->cumulated[n - 1];
        const double value = empirical_value(law, i);
        if (value > x) {
            tail += p;
        } else {
            gone += p;
            spent += p * value;
        }
    }
    return of_parts(tail, gone, spent, x);
}

struct survival survival_at(const struct sim_law *law, double x)
{
    switch ((enum sim_law_kind)law->kind) {
    case SIM_EXPONENTIAL:
        return of_exponential(law->scale, x);
    case SIM_LOGNORMAL:
        return of_lognormal(law, x);
    case SIM_WEIBULL:
        return of_weibull(law, x);
    case SIM_GAMMA:
    case SIM_ERLANG:
        return of_gamma(law, x);
    case SIM_UNIFORM_LAW:
        return of_uniform(law, x);
    case SIM_DETERMINISTIC:
        return of_deterministic(law, x);
    case SIM_HYPEREXPONENTIAL:
        return of_hyperexponential(law, x);
    case SIM_EMPIRICAL:
        return of_empirical(law, x);
    case SIM_NEVER:
    case SIM_N_LAWS:
        break;
    }
    return (struct survival){ 1.0, 0.0, x, 0.0 };
}

/* The lesser of the two that is above x, infinite when none is. */
static double lesser_above(double x, double one, double other)
{
    return fmin(one > x ? one : INFINITY, other > x ? other : INFINITY);
}

double survival_next_kink(const struct sim_law *law, double x)
{
    double next = INFINITY;
    if (law->kind == SIM_DETERMINISTIC) return lesser_above(x, law->scale, law->scale);
    if (law->kind == SIM_UNIFORM_LAW)
        return lesser_above(x, law->scale * (1.0 - law->b), law->scale * (1.0 + law->b));
    for (size_t i = 0; law->kind == SIM_EMPIRICAL && i < law->values.n; i++)
        next = lesser_above(x, empirical_value(law, i), next);
    return next;
}

struct sim_law survival_exponential(double mean_s)
{
    const enum sim_law_kind kind = isinf(mean_s) ? SIM_NEVER : SIM_EXPONENTIAL;
    return (struct sim_law){
        .kind = (int)kind, .mean = mean_s, .factor = 1.0, .expected = mean_s, .scale = mean_s
    };
}
