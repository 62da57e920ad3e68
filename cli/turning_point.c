/* Where an input would have to lie for a decision to turn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/turning_point.h"

#include <math.h>

enum { LOOKS = 8 };

/* A value of the input, and what decides there. */
struct point {
    double input, decision, error;
};

static struct point point_of(const struct question *question, const struct trial *trial,
                             double input)
{
    struct point point = { .input = input };
    point.decision = trial_decision(trial, question, &point.error);
    return point;
}

static bool point_find(const struct question *question, const struct tried *tried, double input,
                       struct point *point)
{
    struct trial trial;
    const bool ok = trial_open(&trial, question, tried, input) && trial_run(&trial, question);
    if (ok) *point = point_of(question, &trial, input);
    trial_close(&trial);
    return ok;
}

/* Between two points that differ in the decision: false position, halving the weight of an end
 * that stays (Illinois; Dowell and Jarratt, BIT 11, 1971), to a hundredth of the stretch. */
static bool turn_between(const struct question *question, const struct tried *tried,
                         struct point a, struct point b, struct tornado_bar *bar)
{
    const double close_enough = 0.01 * fabs(b.input - a.input);
    double weight_a = a.decision, weight_b = b.decision;
    struct point last = fabs(a.decision) < fabs(b.decision) ? a : b;
    const double slope = (b.decision - a.decision) / (b.input - a.input);
    double steep = slope;
    for (int look = 0; look < LOOKS && fabs(b.input - a.input) > close_enough; look++) {
        const double input = (a.input * weight_b - b.input * weight_a) / (weight_b - weight_a);
        const double before = last.input, was = last.decision;
        if (!point_find(question, tried, input, &last)) return false;
        if (last.input != before) steep = (last.decision - was) / (last.input - before);
        if (fabs(last.decision) < 0.1 * last.error || last.decision == 0.0) break;
        if ((last.decision > 0.0) == (b.decision > 0.0)) {
            b = last;
            weight_b = last.decision;
            weight_a /= 2.0;
        } else {
            a = last;
            weight_a = last.decision;
            weight_b /= 2.0;
        }
    }
    if (!(fabs(steep) > 0.0) || (steep > 0.0) != (slope > 0.0)) steep = slope;
    bar->turns_input = last.input - last.decision / steep;
    bar->turns_half =
        sim_student((double)question->replications - 1.0) * last.error / fabs(steep);
    return true;
}

/* What a turn is rounded to, no larger than its half: a power of ten; of a duration, seconds,
 * minutes, hours or days, by ones or tens. */
static double grain_of(const struct tornado_bar *bar)
{
    static const double lengths[] = { 1, 10, 60, 600, 3600, 86400 };
    const double most = fmax(bar->turns_half, 1e-3 * fabs(bar->turns_input));
    if (bar->times || bar->unit != SIM_SECONDS || most < lengths[0])
        return pow(10.0, floor(log10(most)));
    size_t i = sizeof lengths / sizeof *lengths - 1;
    while (lengths[i] > most)
        i--;
    return lengths[i];
}

bool turning_point_find(struct tornado_bar *bar, const struct question *question,
                        const struct tried *tried, const struct trial *at,
                        const struct trial *low, const struct trial *high)
{
    struct sim_arena *arena = question->call->arena;
    const struct point stands = point_of(question, at, tried_stands_at(tried));
    const struct point ends[] = {
        point_of(question, low, tried->range.low),
        point_of(question, high, tried->range.high),
    };
    bar->turns_input = bar->turns_half = NAN;
    for (int end = 0; end < 2; end++) {
        const bool turns = (ends[end].decision > 0.0) != (stands.decision > 0.0);
        if (isnan(stands.decision) || !turns || ends[end].input == stands.input) continue;
        if (!turn_between(question, tried, stands, ends[end], bar)) return false;
        bar->turns_grain = grain_of(bar);
        bar->turns_at = tried_text(
            tried, bar->turns_grain * round(bar->turns_input / bar->turns_grain), arena);
        return bar->turns_at || sim_faults_memory(question->call->faults);
    }
    return true;
}
