/* What is measured of a week by formula: the names and definitions of the simulation.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/plan/week.h"

#include <stddef.h>

static double offered(const struct week_lived *lived)
{
    return lived->attempts - lived->blocked;
}

static double unanswered(const struct week_lived *lived)
{
    return lived->balked + lived->abandoned;
}

#define VALUE(name_, value_)                                                                   \
    static double name_(const struct week_lived *lived)                                        \
    {                                                                                          \
        return value_;                                                                         \
    }
VALUE(answer_rate, lived->answered / offered(lived))
VALUE(answer_rate_attempts, lived->answered / lived->attempts)
VALUE(service_level, lived->answered_within / offered(lived))
VALUE(service_level_excluding_short,
      lived->answered_within / (offered(lived) - lived->left_within))
VALUE(service_level_of_answered, lived->answered_within / lived->answered)
VALUE(service_level_left, (lived->answered_within + lived->left_within) / offered(lived))
VALUE(abandonment_rate, unanswered(lived) / offered(lived))
VALUE(abandonment_rate_pure, lived->abandoned / offered(lived))
VALUE(p_wait, lived->waited / offered(lived))
VALUE(p_blocked, lived->blocked / lived->attempts)
VALUE(wait_mean, lived->wait_s / offered(lived))
VALUE(wait_answered_mean, lived->answered_s / lived->answered)
VALUE(wait_abandoned_mean, lived->abandoned_s / lived->abandoned)
VALUE(attempts, lived->attempts + lived->turned_away)
VALUE(attempts_open, lived->attempts)
VALUE(turned_away_busy, lived->blocked)
VALUE(offered_calls, offered(lived))
VALUE(answered, lived->answered)
VALUE(balked, lived->balked)
VALUE(abandoned, lived->abandoned)
VALUE(redials, lived->redials)
VALUE(calls_again, lived->calls_again)
VALUE(queue_mean, lived->wait_s / lived->length_s)
VALUE(occupancy, (lived->busy_s + lived->held_s) / lived->agents_s)
VALUE(agents_present, lived->agents_s / lived->length_s)
VALUE(needs, lived->needs)
VALUE(attempts_per_need, (lived->attempts + lived->turned_away) / lived->needs)

/* clang-format off */
#define MEASURE(name_) { #name_, false, name_ }
#define LEVEL(name_) { #name_, true, name_ }
const struct week_measure week_measures[] = {
    MEASURE(answer_rate),
    MEASURE(answer_rate_attempts),
    LEVEL(service_level),
    LEVEL(service_level_excluding_short),
    LEVEL(service_level_of_answered),
    LEVEL(service_level_left),
    MEASURE(abandonment_rate),
    MEASURE(abandonment_rate_pure),
    MEASURE(p_wait),
    MEASURE(p_blocked),
    MEASURE(wait_mean),
    MEASURE(wait_answered_mean),
    MEASURE(wait_abandoned_mean),
    MEASURE(attempts),
    MEASURE(attempts_open),
    MEASURE(turned_away_busy),
    { "offered", false, offered_calls },
    MEASURE(answered),
    MEASURE(balked),
    MEASURE(abandoned),
    MEASURE(redials),
    MEASURE(calls_again),
    MEASURE(needs),
    MEASURE(attempts_per_need),
    MEASURE(queue_mean),
    MEASURE(occupancy),
    MEASURE(agents_present),
};
/* clang-format on */
const size_t n_week_measures = sizeof week_measures / sizeof week_measures[0];

/* All but at_rest are numbers, one like the other. */
void week_lived_add(struct week_lived *sum, const struct week_lived *lived, double weight)
{
    double *to = (double *)sum;
    const double *from = (const double *)lived;
    for (size_t i = 0; i < offsetof(struct week_lived, at_rest) / sizeof *to; i++)
        to[i] += weight * from[i];
    sum->at_rest = sum->at_rest && lived->at_rest;
}
