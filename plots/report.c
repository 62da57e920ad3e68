/* What all reports of a run are made of, and whether its targets were met.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report.h"

#include <math.h>

bool report_target_holds(const struct report_target *target, double value)
{
    return target->at_least ? value >= target->bound : value <= target->bound;
}

enum report_verdict report_verdict(const struct sim_results *results,
                                   const struct report_target *target)
{
    const size_t measure = sim_results_measure(results, target->measure);
    if (measure >= results->n_measures) return REPORT_UNKNOWN;
    const struct sim_estimate *estimate = &results->overall[measure];
    if (isnan(estimate->value)) return REPORT_UNKNOWN;
    const bool holds = report_target_holds(target, estimate->value);
    if (!isnan(estimate->low) && report_target_holds(target, estimate->low) != holds)
        return REPORT_UNSETTLED;
    if (!isnan(estimate->high) && report_target_holds(target, estimate->high) != holds)
        return REPORT_UNSETTLED;
    return holds ? REPORT_MET : REPORT_MISSED;
}

struct sim_estimate report_share(double kept, double n)
{
    const double z = 1.959963984540054; /* the normal quantile at 0.975 */
    const double p = kept / n, z2 = z * z / n;
    const double middle = (p + z2 / 2) / (1 + z2);
    const double half = z / (1 + z2) * sqrt(p * (1 - p) / n + z2 / (4 * n));
    return (struct sim_estimate){ p, middle - half, middle + half, NAN, NAN };
}

struct sim_estimate report_single_runs(const struct sim_results *results,
                                       const struct report_target *target)
{
    const size_t measure = sim_results_measure(results, target->measure);
    double kept = 0, n = 0;
    for (size_t i = 0; measure < results->n_measures && i < results->n_done; i++) {
        const double value = sim_results_row(results, i, measure);
        if (isnan(value)) continue;
        n++;
        kept += report_target_holds(target, value);
    }
    if (n < 2) return (struct sim_estimate){ NAN, NAN, NAN, NAN, NAN };
    return report_share(kept, n);
}
