/* A day as if each interval were at rest.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/steady.h"

#include "models/plan/loss.h"
#include "models/plan/root.h"

#include <math.h>

static struct erlang queue_of(const struct day *day, size_t i, double rate_per_s)
{
    return (struct erlang){
        .rate_per_s = rate_per_s,
        .handling_s = day->handling_s,
        .agents = day->segments[i].agents,
        .lines = INFINITY,
        .p_balk = day->p_balk,
        .patience = survival_exponential(1.0 / day->left_per_s),
    };
}

/* Nobody calls, or nobody is there: nothing is answered, and nothing more is known. */
static bool is_idle(const struct day *day, size_t i, double rate_per_s)
{
    return !(rate_per_s > 0.0) || day->segments[i].agents == 0;
}

static void part_solve(const struct day *day, size_t i, double rate_per_s,
                       const struct quadrature *rule, struct steady_part *part)
{
    *part = (struct steady_part){ .rate_per_s = rate_per_s };
    if (is_idle(day, i, rate_per_s)) return;
    const struct erlang queue = queue_of(day, i, rate_per_s);
    struct erlang_law law = { 0 };
    part->at_rest = erlang_is_stable(&queue);
    if (!part->at_rest) return;
    erlang_solve(&law, &queue, rule);
    part->shares = law.shares;
    part->within = erlang_within(&law, day->within_s);
}

/* ---- load ---- */

/* m' = rate - m / handling, within one segment. */
static double load_after(const struct day *day, size_t i, double load, double t)
{
    const double limit = day->segments[i].rate_per_s * day->handling_s;
    return limit + (load - limit) * exp(-t / day->handling_s);
}

double steady_load(const struct day *self, double t)
{
    double load = 0.0;
    for (size_t i = 0; i < self->n && t > 0.0; i++) {
        const double length = self->segments[i].length_s;
        load = load_after(self, i, load, fmin(t, length));
        t -= length;
    }
    return t > 0.0 ? load * exp(-t / self->handling_s) : load;
}

double steady_load_mean(const struct day *self, size_t segment)
{
    double load = 0.0;
    for (size_t i = 0; i < segment; i++)
        load = load_after(self, i, load, self->segments[i].length_s);
    const double length = self->segments[segment].length_s;
    const double limit = self->segments[segment].rate_per_s * self->handling_s;
    return limit -
           (load - limit) * (self->handling_s / length) * expm1(-length / self->handling_s);
}

/* ---- backlog ---- */

/* One interval whose waiting callers are those it was left less those it leaves. */
struct carry {
    const struct day *day;
    size_t i;
    const struct quadrature *rule;
    double left_before;
    struct steady_part *part;
};

static double queue_mean(const struct steady_part *part)
{
    return part->at_rest ? part->rate_per_s * part->shares.wait_s : 0.0;
}

static double carry_gap(const void *self, double rate_per_s)
{
    const struct carry *carry = self;
    const struct day_segment *segment = &carry->day->segments[carry->i];
    part_solve(carry->day, carry->i, rate_per_s, carry->rule, carry->part);
    return rate_per_s - segment->rate_per_s -
           (carry->left_before - queue_mean(carry->part)) / segment->length_s;
}

/* Returns the callers left waiting at its end. */
static double carry_patience(const struct day *day, size_t i, double left_before,
                             const struct quadrature *rule, struct steady_part *part)
{
    const struct carry carry = { day, i, rule, left_before, part };
    const struct day_segment *segment = &day->segments[i];
    const double most = segment->rate_per_s + left_before / segment->length_s;
    if (is_idle(day, i, most)) {
        part_solve(day, i, 0.0, rule, part);
        return 0.0;
    }
    carry_gap(&carry, root_find(carry_gap, &carry, 1e-9 * most, most));
    return queue_mean(part);
}

static void part_add(struct steady_part *sum, const struct steady_part *part, double weight)
{
    double *to = (double *)&sum->shares;
    const double *from = (const double *)&part->shares;
    for (size_t i = 0; i < sizeof sum->shares / sizeof *to; i++)
        to[i] += weight * from[i];
    sum->rate_per_s += weight * part->rate_per_s;
    sum->within.answered += weight * part->within.answered;
    sum->at_rest = sum->at_rest && part->at_rest;
}

/* Periods of about a handling time. Callers who find no agent free are all put off to the next
 * period; what the others make of the agents' time is then met by a queue at rest. Returns the
 * callers put off at the end. */
static double carry_blocked(const struct day *day, size_t i, double left_before,
                            const struct quadrature *rule, struct steady_part *part)
{
    const struct day_segment *segment = &day->segments[i];
    const double n = fmax(1.0, round(segment->length_s / day->handling_s));
    const double length_s = segment->length_s / n;
    double left = left_before;
    *part = (struct steady_part){ .at_rest = true };
    for (double k = 0.0; k < n; k += 1.0) {
        const double rate = segment->rate_per_s + left / length_s;
        const bool idle = is_idle(day, i, rate);
        const double blocked =
            idle ? 1.0 : loss_blocked(rule, rate * day->handling_s, segment->agents);
        struct steady_part period;
        part_solve(day, i, rate * (1.0 - blocked), rule, &period);
        part_add(part, &period, 1.0 / n);
        left = rate * blocked * length_s;
    }
    return left;
}

void steady_live(const struct day *self, enum steady_method method,
                 const struct quadrature *rule, struct steady_part *parts)
{
    double left = 0.0;
    for (size_t i = 0; i < self->n; i++)
        if (method == STEADY_SIPP)
            part_solve(self, i, self->segments[i].rate_per_s, rule, &parts[i]);
        else if (method == STEADY_MOL)
            part_solve(self, i, steady_load_mean(self, i) / self->handling_s, rule, &parts[i]);
        else if (self->left_per_s > 0.0)
            left = carry_patience(self, i, left, rule, &parts[i]);
        else
            left = carry_blocked(self, i, left, rule, &parts[i]);
}
