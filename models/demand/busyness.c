/* Busy and quiet days, busy and quiet intervals: random factors of mean 1 on all that is
 * expected. SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/demand/busyness.h"

#include "models/demand/purpose.h"
#include "sim/ziggurat.h"

#include <gsl/gsl_cdf.h>

const char *const interval_of_choices[] = { "all_lines", "each_line", NULL };

/* The curve: its points, from -EDGE to EDGE; straight in between, beyond as at its ends. */
enum { EDGE = 6, POINTS_PER_UNIT = 64, N_POINTS = 2 * EDGE * POINTS_PER_UNIT + 1 };

static double gamma_at_score(double score, double cv)
{
    const double shape = 1.0 / (cv * cv);
    return score < 0.0 ? gsl_cdf_gamma_Pinv(gsl_cdf_ugaussian_P(score), shape, 1.0 / shape)
                       : gsl_cdf_gamma_Qinv(gsl_cdf_ugaussian_Q(score), shape, 1.0 / shape);
}

bool busyness_build(struct busyness *self, struct sim_arena *arena, struct sim_faults *faults)
{
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

/* The score of a day with that uniform number, after the last open one. */
static double day_score(const struct busyness *self, struct mood *mood, double u, bool open)
{
    double score = gsl_cdf_ugaussian_Pinv(u);
    if (!open) return score;
    const double r = self->day_correlation;
    if (mood->begun) score = r * mood->day_score + sqrt(1.0 - r * r) * score;
    mood->begun = true;
    mood->day_score = score;
    return score;
}

double busyness_day(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream, int date, bool open)
{
    if (self->day_cv <= 0.0) return 1.0;
    const struct sim_place place = { (uint32_t)date, 0, PURPOSE_BUSYNESS, 0 };
    const double u = sim_uniform(sim_stream_block(stream, place, 0).word[0]);
    const double shape = 1.0 / (self->day_cv * self->day_cv);
    if (self->day_correlation == 0.0) return gsl_cdf_gamma_Pinv(u, shape, 1.0 / shape);
    return gamma_at_score(day_score(self, mood, u, open), self->day_cv);
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

double busyness_interval(const struct busyness *self, const struct mood *mood, size_t i)
{
    const double at = (mood->scores[i] + EDGE) * POINTS_PER_UNIT;
    if (!(at > 0.0)) return self->curve[0];
    if (at >= N_POINTS - 1) return self->curve[N_POINTS - 1];
    const int below = (int)at;
    return self->curve[below] + (at - below) * (self->curve[below + 1] - self->curve[below]);
}
