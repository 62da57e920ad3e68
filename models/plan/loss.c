/* Erlang B: callers who find all lines busy are turned away, for any law of handling.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/loss.h"

#include "models/plan/hill.h"
#include "models/plan/root.h"

#include <math.h>

struct loss {
    double load, lines;
};

/* 1 / B = integral of e^-t (1 + t / load)^lines. */
static double fortet(const void *self, double t)
{
    const struct loss *loss = self;
    return loss->lines * log1p(t / loss->load) - t;
}

double loss_minus_log(const struct quadrature *rule, double load, double lines)
{
    const struct loss loss = { load, lines };
    const double peak = lines > load ? lines - load : 0.0;
    return hill_log_integral(rule, fortet, &loss, 1.0 + peak);
}

double loss_blocked(const struct quadrature *rule, double load, double lines)
{
    return load > 0.0 ? exp(-loss_minus_log(rule, load, lines)) : 0.0;
}

struct extended {
    const struct quadrature *rule;
    double load, lines, redial;
};

/* Attempts less those that are first ones or redials, in Erlang: rises with the attempts, for
 * one attempt more is at most one more turned away. */
static double extended_gap(const void *self, double attempts)
{
    const struct extended *of = self;
    return attempts * (1.0 - of->redial * loss_blocked(of->rule, attempts, of->lines)) -
           of->load;
}

double loss_blocked_redialling(const struct quadrature *rule, double load, double lines,
                               double redial)
{
    const struct extended of = { rule, load, lines, redial };
    const double attempts = root_find(extended_gap, &of, load, load / (1.0 - redial));
    return loss_blocked(rule, attempts, lines);
}

double loss_lines(const struct quadrature *rule, double load, double most_blocked)
{
    double low = 0.0, high = 1.0; /* low has too few lines */
    if (most_blocked >= 1.0) return 0.0;
    while (loss_blocked(rule, load, high) > most_blocked) {
        low = high;
        high *= 2.0;
    }
    while (high - low > 1.0) {
        const double middle = floor(0.5 * (low + high));
        if (loss_blocked(rule, load, middle) > most_blocked)
            low = middle;
        else
            high = middle;
    }
    return high;
}
