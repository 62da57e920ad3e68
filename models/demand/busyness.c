/* Busy and quiet days, busy and quiet intervals: random factors of mean 1 on all that is
 * expected. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/busyness.h"

#include "models/demand/purpose.h"
#include "sim/ziggurat.h"

#include <gsl/gsl_cdf.h>

const char *const interval_of_choices[] = { "all_lines", "each_line", NULL };

/* The curve: its points, from -EDGE to EDGE; a cubic in between, beyond as at its ends. A
 * quantile costs some microseconds, and few points are soon made. */
enum { EDGE = 6, POINTS_PER_UNIT = 16, N_POINTS = 2 * EDGE * POINTS_PER_UNIT + 1 };

static double gamma_at_score(double score, double cv)
{
    const double shape = 1.0 / (cv * cv);
    return score < 0.0 ? gsl_cdf_gamma_Pinv(gsl_cdf_ugaussian_P(score), shape, 1.0 / shape)
                       : gsl_cdf_gamma_Qinv(gsl_cdf_ugaussian_Q(score), shape, 1.0 / shape);
}

/* The first date that counts for a horizon: some whole number of ERAs, and so the same for
 * horizons near each other, and far enough from their first days for nothing to be left of how
 * it begins. */
static int first_of_era(int first)
{
    enum { ERA = 1024, FAR = 256 };
    const int before = first - FAR;
    return before - ((before % ERA) + ERA) % ERA;
}

static bool earlier_fill(struct busyness *self, const struct hours_rules *rules, int first,
                         struct sim_arena *arena, struct sim_faults *faults)
{
    if (!(self->day_cv > 0.0) || self->day_correlation == 0.0) return true;
    const int start = first_of_era(first);
    self->earlier = sim_arena_new(arena, (size_t)(first - start), sizeof *self->earlier);
    if (!self->earlier) return sim_faults_memory(faults);
    for (int date = start; date < first; date++)
        if (hours_rules_is_open_on(rules, date)) self->earlier[self->n_earlier++] = date;
    return true;
}

bool busyness_build(struct busyness *self, const struct hours_rules *rules, int first,
                    struct sim_arena *arena, struct sim_faults *faults)
{
    if (!earlier_fill(self, rules, first, arena, faults)) return false;
    if (!(self->interval_cv > 0.0)) return true;
    self->curve = sim_arena_new(arena, N_POINTS, sizeof *self->curve);
    if (!self->curve) return sim_faults_memory(faults);
    for (int i = 0; i < N_POINTS; i++)
        self->curve[i] = gamma_at_score((double)i / POINTS_PER_UNIT - EDGE, self->interval_cv);
    return true;
}

size_t busyness_n(const struct busyness *self, size_t n_lines)
{
    if (!self->curve) return 0;
    return self->interval_of == OF_EACH_LINE ? n_lines : 1;
}

static double day_uniform(const struct sim_stream *stream, int date)
{
    const struct sim_place place = { (uint32_t)date, 0, PURPOSE_BUSYNESS, 0 };
    return sim_uniform(sim_stream_block(stream, place, 0).word[0]);
}

/* The score of a day, after the last open one. */
static double day_score(const struct busyness *self, struct mood *mood,
                        const struct sim_stream *stream, int date, bool open)
{
    double score = gsl_cdf_ugaussian_Pinv(day_uniform(stream, date));
    if (!open) return score;
    const double r = self->day_correlation;
    if (mood->begun) score = r * mood->day_score + sqrt(1.0 - r * r) * score;
    mood->begun = true;
    mood->day_score = score;
    return score;
}

void busyness_begin(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream)
{
    mood->begun = false;
    for (size_t i = 0; i < self->n_earlier; i++)
        day_score(self, mood, stream, self->earlier[i], true);
}

double busyness_day(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream, int date, bool open)
{
    if (self->day_cv <= 0.0) return 1.0;
    const double shape = 1.0 / (self->day_cv * self->day_cv);
    if (self->day_correlation == 0.0)
        return gsl_cdf_gamma_Pinv(day_uniform(stream, date), shape, 1.0 / shape);
    return gamma_at_score(day_score(self, mood, stream, date, open), self->day_cv);
}

void busyness_go_on(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream, uint32_t where, bool first, size_t n)
{
    const double r = self->interval_correlation, rest = sqrt(1.0 - r * r);
    for (uint32_t i = 0; i < n; i++) {
        const struct sim_place place = { i, where, PURPOSE_INTERVAL, 0 };
        const uint32_t word = sim_stream_block(stream, place, 0).word[0];
        const double fresh = sim_normal(&(struct sim_draw){ stream, place, 0, word });
        mood->scores[i] = first ? fresh : r * mood->scores[i] + rest * fresh;
    }
}

/* Lagrange's cubic through four neighbours, `t` after the second. */
static double cubic(const double *y, double t)
{
    return -t * (t - 1.0) * (t - 2.0) / 6.0 * y[0] +
           (t + 1.0) * (t - 1.0) * (t - 2.0) / 2.0 * y[1] -
           (t + 1.0) * t * (t - 2.0) / 2.0 * y[2] + (t + 1.0) * t * (t - 1.0) / 6.0 * y[3];
}

double busyness_interval(const struct busyness *self, const struct mood *mood, size_t i)
{
    const double at = (mood->scores[i] + EDGE) * POINTS_PER_UNIT;
    if (!(at >= 1.0)) return self->curve[0];
    if (at >= N_POINTS - 2) return self->curve[N_POINTS - 1];
    const int below = (int)at;
    return fmax(0.0, cubic(&self->curve[below - 1], at - below));
}
