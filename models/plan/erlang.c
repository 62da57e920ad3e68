/* A queue at rest, by formula: M/M/c/K+G, of which Erlang B, C and A are special cases.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/erlang.h"

#include "models/plan/loss.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

enum { MOST_STEPS = 100 };

double erlang_load(const struct erlang *self)
{
    return self->rate_per_s * self->handling_s;
}

bool erlang_is_stable(const struct erlang *self)
{
    if (self->patience.kind != SIM_NEVER || isfinite(self->lines)) return true;
    return erlang_load(self) * (1.0 - self->p_balk) < self->agents;
}

/* Gamma(m, y) e^y y^-m for y above m, by Legendre's continued fraction (Lentz's method). */
static double upper_fraction(double m, double y)
{
    double b = y + 1.0 - m, c = 1e300, d = 1.0 / b, h = d;
    for (int i = 1; i < 100000; i++) {
        const double a = -i * (i - m);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        h *= c * d;
        if (fabs(c * d - 1.0) < 1e-16) break;
    }
    return h;
}

/* log of the sum of y^j / j! over j < m; m may be real, or infinite. */
static double log_head(double m, double y)
{
    if (isinf(m)) return y;
    if (m <= 0.0) return -INFINITY;
    if (y < m + 2.0 * sqrt(m) + 1.0) return y + log(gsl_sf_gamma_inc_Q(m, y));
    return m * log(y) + log(upper_fraction(m, y)) - lgamma(m);
}

/* What the queue sees of H: only those who do not balk join. */
static double joined(const struct erlang *self, double held)
{
    return self->rate_per_s * (1.0 - self->p_balk) * held;
}

/* log of v(x) over rate p(c-1). */
static double waiting_height(const void *self, double x)
{
    const struct erlang *of = self;
    const double y = joined(of, survival_at(&of->patience, x).held);
    return log_head(of->lines - of->agents, y) - x * of->agents / of->handling_s;
}

/* The same with the one term j = lines - c: all lines are busy. */
static double blocked_height(const void *self, double x)
{
    const struct erlang *of = self;
    const double m = of->lines - of->agents;
    const double y = joined(of, survival_at(&of->patience, x).held);
    return (m > 0.0 ? m * log(y) - lgamma(m + 1.0) : 0.0) - x * of->agents / of->handling_s;
}

/* All integrals over v at once. */
enum { V_ALL, V_ANSWERED, V_LEFT, V_HELD, V_ANSWERED_S, V_LEFT_S, N_V };

static void v_values(const void *self, double x, double *values)
{
    const struct erlang_law *law = self;
    const struct erlang *of = &law->of;
    const struct survival at = survival_at(&of->patience, x);
    const double height =
        log_head(of->lines - of->agents, joined(of, at.held)) - x * of->agents / of->handling_s;
    const double v = law->density * exp(height - law->hill.top);
    const double joining = v * (1.0 - of->p_balk);
    values[V_ALL] = v;
    values[V_ANSWERED] = joining * at.tail;
    values[V_LEFT] = joining * at.gone;
    values[V_HELD] = joining * at.held;
    values[V_ANSWERED_S] = joining * at.tail * x;
    values[V_LEFT_S] = joining * at.spent;
}

/* Adds integrals over a hill between two waits, parted where it is not smooth. */
static void pieces_add(const struct erlang_law *self, const struct hill *hill,
                       quadrature_values *values, double from, double to, size_t n,
                       double *sums)
{
    const double end = fmin(to, hill->high);
    double low = fmax(from, hill->low);
    while (low < end) {
        double high = fmin(end, survival_next_kink(&self->of.patience, low));
        if (hill->peak > low) high = fmin(high, hill->peak);
        quadrature_add(self->rule, values, self, low, high, n, sums);
        low = high;
    }
}

static void v_add(const struct erlang_law *self, double from, double to, double sums[N_V])
{
    pieces_add(self, &self->hill, v_values, from, to, N_V, sums);
}

/* log of what weighs each kind of state against p(c-1): agents free, waiting, lines full. */
struct weights {
    double free, waiting, blocked;
};

/* Integrals over v as if it were 1 at its top; their logarithm, rid of that. */
static double log_waiting(struct erlang_law *self, double scale, double sums[N_V])
{
    if (self->of.lines <= self->of.agents) return -INFINITY;
    self->hill = hill_find(waiting_height, &self->of, scale);
    self->density = 1.0;
    v_add(self, 0.0, INFINITY, sums);
    return self->hill.top + log(sums[V_ALL]) + log(self->of.rate_per_s);
}

static void blocked_value(const void *self, double x, double *values)
{
    const struct erlang_law *law = self;
    values[0] = exp(blocked_height(&law->of, x) - law->blocked_top);
}

static double log_blocked(struct erlang_law *self, double scale)
{
    double sum = 0.0;
    const struct hill hill = hill_find(blocked_height, &self->of, scale);
    self->blocked_top = hill.top;
    pieces_add(self, &hill, blocked_value, 0.0, INFINITY, 1, &sum);
    return hill.top + log(sum) + log(self->of.rate_per_s);
}

static struct weights weights_find(struct erlang_law *self, double sums[N_V])
{
    const struct erlang *of = &self->of;
    const double scale = of->handling_s / of->agents;
    struct weights log_of = { loss_minus_log(self->rule, erlang_load(of), of->agents - 1.0),
                              log_waiting(self, scale, sums), -INFINITY };
    if (isfinite(of->lines)) log_of.blocked = log_blocked(self, scale);
    return log_of;
}

static void shares_find(struct erlang_law *self, const double sums[N_V])
{
    struct erlang_shares *shares = &self->shares;
    shares->waited = self->density * sums[V_ANSWERED];
    shares->balked = self->of.p_balk * self->p_wait;
    shares->abandoned = self->density * sums[V_LEFT];
    shares->wait_s = self->density * sums[V_HELD];
    shares->answered_s = self->density * sums[V_ANSWERED_S];
    shares->abandoned_s = self->density * sums[V_LEFT_S];
}

void erlang_solve(struct erlang_law *self, const struct erlang *of,
                  const struct quadrature *rule)
{
    double sums[N_V] = { 0 };
    *self = (struct erlang_law){ .of = *of, .rule = rule };
    const struct weights log_of = weights_find(self, sums);
    const double most = fmax(log_of.free, fmax(log_of.waiting, log_of.blocked));
    const double sum =
        exp(log_of.free - most) + exp(log_of.waiting - most) + exp(log_of.blocked - most);
    self->shares.free = exp(log_of.free - most) / sum;
    self->shares.blocked = exp(log_of.blocked - most) / sum;
    self->p_wait = exp(log_of.waiting - most) / sum;
    /* v at the top, so that its integral is p_wait. */
    self->density = of->rate_per_s * exp(self->hill.top - most) / sum;
    shares_find(self, sums);
}

struct erlang_within erlang_within(const struct erlang_law *self, double t)
{
    double before[N_V] = { 0 }, after[N_V] = { 0 };
    const double joining = 1.0 - self->of.p_balk;
    if (self->p_wait > 0.0) {
        v_add(self, 0.0, t, before);
        v_add(self, t, INFINITY, after);
    }
    const double gone = survival_at(&self->of.patience, t).gone;
    return (struct erlang_within){
        self->shares.free + before[V_ANSWERED],
        self->shares.balked + before[V_LEFT] + joining * gone * after[V_ALL],
    };
}

/* Newton's method, held between bounds; F is carried along from one wait to the next. */
double erlang_answered_quantile(const struct erlang_law *self, double p)
{
    const double wanted = p * (self->shares.free + self->shares.waited) - self->shares.free;
    double low = 0.0, high = self->hill.high, t = 0.0, found = 0.0;
    if (!(wanted > 0.0)) return 0.0;
    for (int i = 0; i < MOST_STEPS; i++) {
        double at[N_V], moved[N_V] = { 0 };
        v_values(self, t, at);
        const double newton = t + (wanted - found) / at[V_ANSWERED];
        const double next = newton > low && newton < high ? newton : 0.5 * (low + high);
        v_add(self, fmin(t, next), fmax(t, next), moved);
        found += next > t ? moved[V_ANSWERED] : -moved[V_ANSWERED];
        const double step = fabs(next - t);
        t = next;
        if (step <= 1e-14 * t) break;
        if (found < wanted)
            low = t;
        else
            high = t;
    }
    return t;
}
