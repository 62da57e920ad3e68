/* How many are born now, and who they are: what day and interval make of the expected needs.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/life/pace.h"

#include <math.h>

void begin_day(struct workplace *w, const struct day *day)
{
    const struct scenario *scenario = w->scenario;
    w->busyness = busyness_day(&scenario->demand.busyness, &w->mood, &w->stream, day->date,
                               day->open_s > 0.0);
    w->mix = scenario->effects[day - scenario->hours.days].mix;
    w->lines = w->mix->lines;
}

/* Each line has a factor of its own: they share the interval anew. Returns what it is for all.
 */
static double share_lines(struct workplace *w, const struct busyness *busyness)
{
    const unsigned n = w->mix->n_lines;
    double before = 0.0, sum = 0.0;
    for (unsigned i = 0; i < n; i++) {
        const double part = w->mix->lines[i] - before;
        before = w->mix->lines[i];
        w->own_lines[i] = sum += part * busyness_interval(busyness, &w->mood, i);
    }
    for (unsigned i = 0; i < n; i++)
        w->own_lines[i] /= sum > 0.0 ? sum : 1.0;
    w->lines = w->own_lines;
    return sum;
}

/* The factor of an interval on all its needs. */
static double interval_factor(struct workplace *w, const struct slot *slot)
{
    const struct busyness *busyness = &w->scenario->demand.busyness;
    const size_t n = busyness_n(busyness, w->scenario->lines.n);
    if (n == 0) return 1.0;
    busyness_go_on(busyness, &w->mood, &w->stream, slot->where, slot->time_of_day == 0, n);
    return n == 1 ? busyness_interval(busyness, &w->mood, 0) : share_lines(w, busyness);
}

void bear(struct workplace *w, const struct slot *slot)
{
    const double expected =
        w->scenario->expected[w->slot] * w->busyness * interval_factor(w, slot);
    if (!births_draw(&w->births, slot, expected, &w->stream)) w->out_of_memory = true;
    w->next_birth = w->births.keys;
    w->next_birth_at = w->births.n ? births_at(w->births.keys[0], slot) : INFINITY;
}
