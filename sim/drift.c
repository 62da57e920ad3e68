/* Has a measure changed since its baseline? One test for each measure of a declared family, and
 * one level for all of them together.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/drift.h"

#include "sim/arena.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

/* Sums in another order, or another library, differ in last digits, and queues magnify that; a
 * millionth is no change. */
#define SAME_TO 1e-6
/* Tables of the same probability, as far as it is computed. */
#define TIES_TO 1e-9

static double ratio_of(struct sim_series series)
{
    double over = 0.0, under = 0.0;
    for (size_t i = 0; i < series.n; i++) {
        over += series.over[i * series.stride];
        under += series.under[i * series.stride];
    }
    return under != 0.0 ? over / under : NAN;
}

static size_t with_any(struct sim_series series)
{
    size_t n = 0;
    for (size_t i = 0; i < series.n; i++)
        n += series.over[i * series.stride] != 0.0;
    return n;
}

/* ---- exact tests */

/* Twice the smaller tail of n fair coins, `less` of which fell on one side. */
static double sign_p(size_t less, size_t n)
{
    const size_t tail = less * 2 > n ? n - less : less;
    return fmin(1.0, 2.0 * gsl_cdf_binomial_P((unsigned)tail, 0.5, (unsigned)n));
}

static double pairs_p(struct sim_series base, struct sim_series now)
{
    const size_t n = base.n < now.n ? base.n : now.n;
    size_t more = 0, less = 0;
    for (size_t i = 0; i < n; i++) {
        const double was = base.over[i * base.stride], is = now.over[i * now.stride];
        more += is > was;
        less += is < was;
    }
    return more + less > 0 ? sign_p(less, more + less) : 1.0;
}

/* Fisher's: all tables of the same margins that are no likelier than the one seen. */
static double fisher_p(struct sim_series base, struct sim_series now)
{
    const unsigned any = (unsigned)(with_any(base) + with_any(now)),
                   none = (unsigned)(base.n + now.n) - any, drawn = (unsigned)base.n;
    const double seen = gsl_ran_hypergeometric_pdf((unsigned)with_any(base), any, none, drawn);
    double p = 0.0;
    for (unsigned i = 0; i <= any && i <= drawn; i++) {
        const double here = gsl_ran_hypergeometric_pdf(i, any, none, drawn);
        if (here <= seen * (1.0 + TIES_TO)) p += here;
    }
    return fmin(1.0, p);
}

/* ---- the test of one measure */

/* That the true change is within the tolerance, given one as far off as this. */
static double student_p(const struct sim_difference *found, double tolerance)
{
    const double off = fabs(found->value);
    if (found->error == 0.0) return off > tolerance ? 0.0 : 1.0;
    const double beyond = gsl_cdf_tdist_Q((off - tolerance) / found->error, found->degrees);
    const double across = gsl_cdf_tdist_Q((off + tolerance) / found->error, found->degrees);
    return fmin(1.0, beyond + across);
}

static bool is_rare(struct sim_series base, struct sim_series now)
{
    return 2 * (with_any(base) + with_any(now)) <= base.n + now.n;
}

static bool is_same(const struct sim_drift *self)
{
    return fabs(self->is - self->was) <= SAME_TO * fmax(fabs(self->was), fabs(self->is));
}

struct sim_drift sim_drift_of(struct sim_series base, struct sim_series now,
                              const struct sim_drift_way *way)
{
    struct sim_drift self = { .was = ratio_of(base), .is = ratio_of(now), .half = NAN };
    self.p = self.together = 1.0;
    const struct sim_difference found =
        way->paired ? sim_difference_of(base, now) : sim_difference_apart(base, now);
    if (isnan(self.was) || isnan(self.is) || isnan(found.error)) return self;
    self.half = sim_difference_half(&found, 0.95, 1);
    self.test = way->paired ? SIM_DRIFT_PAIRED : SIM_DRIFT_APART;
    if (is_same(&self) || fabs(self.is - self.was) <= way->tolerance) return self;
    if (way->counts && is_rare(base, now)) {
        self.test = SIM_DRIFT_RARE;
        self.p = way->paired ? pairs_p(base, now) : fisher_p(base, now);
    } else {
        self.p = student_p(&found, way->tolerance);
    }
    return self;
}

/* ---- all of them */

static int by_p(const void *a, const void *b)
{
    const double p = (*(struct sim_drift *const *)a)->p, q = (*(struct sim_drift *const *)b)->p;
    return (p > q) - (p < q);
}

bool sim_drift_together(struct sim_drift **all, size_t n)
{
    struct sim_drift **sorted = sim_aligned((n + 1) * sizeof(struct sim_drift *));
    if (!sorted) return false;
    for (size_t i = 0; i < n; i++)
        sorted[i] = all[i];
    qsort(sorted, n, sizeof(struct sim_drift *), by_p);
    double least = 0.0;
    for (size_t i = 0; i < n; i++) {
        least = fmax(least, fmin(1.0, (double)(n - i) * sorted[i]->p));
        sorted[i]->together = least;
    }
    sim_release(sorted);
    return true;
}
