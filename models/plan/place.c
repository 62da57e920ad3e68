/* The wait of a caller who knows his place in the queue, where patience is exponential.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/place.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

double place_answered(struct place_law law, int ahead, double t)
{
    const double places = ahead + 1.0;
    if (!(law.served_per_s > 0.0)) return 0.0;
    if (law.left_per_s == 0.0)
        return isinf(t) ? 1.0 : gsl_sf_gamma_inc_P(places, law.served_per_s * t);
    const double a = law.served_per_s / law.left_per_s, ever = a / (a + places);
    if (isinf(t)) return ever;
    /* P(Beta(a + 1, places) > exp(-t / patience)), from the end where it is small. */
    return ever * gsl_sf_beta_inc(places, a + 1.0, -expm1(-law.left_per_s * t));
}
