/* Handling that always takes the same time, where nobody hangs up.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/constant.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#define NEGLIGIBLE 1e-18

/* log P(N = n), N Poisson: n is a whole number. */
static double log_poisson(double n, double mean)
{
    return n * log(mean) - mean - lgamma(n + 1.0);
}

/* P(N >= n) */
static double at_least(double n, double mean)
{
    return n <= 0.0 ? 1.0 : gsl_cdf_poisson_Q((unsigned)n - 1U, mean);
}

/* The walk S_k = N(k load) - k agents: sums of P(S_k = j) / k. They end where S_k > 0 is as
 * good as impossible. */
struct walk {
    double load, agents;
};

/* E[queue] = sum of E[max(S_k, 0)] / k, and E[max(N - m, 0)] = mean P(N >= m) - m P(N > m). */
static double queue_mean(const struct walk *walk)
{
    double sum = 0.0;
    for (double k = 1.0;; k += 1.0) {
        const double mean = k * walk->load, most = k * walk->agents;
        const double above = at_least(most + 1.0, mean);
        const double excess = (mean - most) * above + mean * exp(log_poisson(most, mean));
        sum += excess / k;
        if (excess <= NEGLIGIBLE * sum || above == 0.0) return sum;
    }
}

/* P(queue = 0) = exp(- sum of P(S_k > 0) / k) */
static double log_no_queue(const struct walk *walk)
{
    double sum = 0.0;
    for (double k = 1.0;; k += 1.0) {
        const double above = at_least(k * walk->agents + 1.0, k * walk->load);
        sum += above / k;
        if (above <= NEGLIGIBLE * sum || above == 0.0) return -sum;
    }
}

/* sum of P(S_k = j) / k */
static double visits(const struct walk *walk, double j)
{
    double sum = 0.0;
    for (double k = 1.0;; k += 1.0) {
        const double here = exp(log_poisson(k * walk->agents + j, k * walk->load)) / k;
        sum += here;
        if (here <= NEGLIGIBLE * sum && k * (walk->agents - walk->load) > 1.0) return sum;
        if (sum == 0.0 && k * (walk->agents - walk->load) > 800.0) return sum;
    }
}

/* P(queue = 0 .. n - 1): the power series of exp(sum of visits(j) z^j), term by term, all of
 * them positive. */
static double *queue_law(const struct walk *walk, size_t n, struct sim_arena *arena)
{
    double *p = sim_arena_new(arena, n + 1, sizeof *p),
           *jumps = sim_arena_new(arena, n + 1, sizeof *jumps);
    if (!p || !jumps) return NULL;
    p[0] = exp(log_no_queue(walk));
    for (size_t i = 1; i < n; i++) {
        jumps[i] = (double)i * visits(walk, (double)i);
        for (size_t j = 1; j <= i; j++)
            p[i] += jumps[j] * p[i - j];
        p[i] /= (double)i;
    }
    return p;
}

/* P(wait <= t), k - 1 <= t / handling < k: as many callers as came in k handling - t are at
 * most k agents - 1, those in the queue included. */
double constant_within(const struct constant_law *law, double t, struct sim_arena *arena)
{
    const struct walk walk = { law->of.rate_per_s * law->of.handling_s, law->of.agents };
    const double k = floor(t / law->of.handling_s) + 1.0;
    const double mean = law->of.rate_per_s * (k * law->of.handling_s - t);
    const size_t n = (size_t)(k * walk.agents);
    const double *p = queue_law(&walk, n, arena);
    double within = 0.0, at_most = 0.0;
    if (!p) return NAN;
    for (size_t i = 0; i < n; i++) {
        at_most += p[i];
        within += at_most * exp(log_poisson((double)(n - 1 - i), mean));
    }
    return within;
}

bool constant_solve(struct constant_law *law, const struct constant *of,
                    struct sim_arena *arena)
{
    const struct walk walk = { of->rate_per_s * of->handling_s, of->agents };
    *law = (struct constant_law){ .of = *of, .queue_mean = queue_mean(&walk) };
    law->wait_s = law->queue_mean / of->rate_per_s;
    law->p_wait = 1.0 - constant_within(law, 0.0, arena);
    return !isnan(law->p_wait);
}
