/* Gains that add up from step to step: when their mean turns, for good, above nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/crossing.h"

#include "sim/arena.h"
#include "sim/estimate.h"

#include <stdlib.h>
#include <string.h>

int sim_crossing_step(const double *gains, size_t n_steps)
{
    double sum = 0.0;
    size_t last = n_steps; /* at whose end it was not above 0; n_steps: none yet */
    for (size_t i = 0; i < n_steps; i++) {
        sum += gains[i];
        if (!(sum > 0.0)) last = i;
    }
    if (last == n_steps) return n_steps ? 0 : SIM_NEVER_CROSSES;
    return last + 1 < n_steps ? (int)last + 1 : SIM_NEVER_CROSSES;
}

/* Where the sum of as many rows, drawn anew, crosses. */
static int sample(const double *gains, size_t n_rows, size_t n_steps,
                  const struct sim_stream *stream, struct sim_place place, double *sums)
{
    memset(sums, 0, n_steps * sizeof *sums);
    for (size_t i = 0; i < n_rows; i++) {
        place.where = (uint32_t)i;
        const uint64_t word = sim_stream_block(stream, place, 0).word[0];
        const double *row = &gains[(size_t)(word * n_rows >> 32) * n_steps];
        for (size_t step = 0; step < n_steps; step++)
            sums[step] += row[step];
    }
    return sim_crossing_step(sums, n_steps);
}

/* Never comes last. */
static int by_step(const void *a, const void *b)
{
    const unsigned x = (unsigned)*(const int *)a, y = (unsigned)*(const int *)b;
    return (x > y) - (x < y);
}

bool sim_crossing_find(const double *gains, size_t n_rows, size_t n_steps,
                       const struct sim_stream *stream, uint32_t purpose,
                       struct sim_crossing *found)
{
    enum { TAIL = SIM_CROSSING_SAMPLES / 40 };
    int steps[SIM_CROSSING_SAMPLES];
    double *sums = sim_aligned(n_steps * sizeof *sums);
    size_t n_never = 0;
    if (!sums) return false;
    for (size_t row = 0; row < n_rows; row++) {
        const double *own = &gains[row * n_steps];
        for (size_t step = 0; step < n_steps; step++)
            sums[step] += own[step];
        n_never += sim_crossing_step(own, n_steps) == SIM_NEVER_CROSSES;
    }
    *found = (struct sim_crossing){ .at = sim_crossing_step(sums, n_steps),
                                    .p_never = (double)n_never / (double)n_rows };
    for (uint32_t i = 0; i < SIM_CROSSING_SAMPLES; i++)
        steps[i] = sample(gains, n_rows, n_steps, stream,
                          (struct sim_place){ .entity = i, .purpose = purpose }, sums);
    qsort(steps, SIM_CROSSING_SAMPLES, sizeof *steps, by_step);
    found->low = steps[TAIL];
    found->high = steps[SIM_CROSSING_SAMPLES - 1 - TAIL];
    sim_release(sums);
    return true;
}

void sim_crossing_sums(const double *gains, size_t n_rows, size_t n_steps,
                       struct sim_estimate *sums)
{
    for (size_t step = 0; step < n_steps; step++) {
        struct sim_ratio ratio = { 0 };
        for (size_t row = 0; row < n_rows; row++) {
            double sum = 0.0;
            for (size_t i = 0; i <= step; i++)
                sum += gains[row * n_steps + i];
            sim_ratio_add(&ratio, sum, 1.0);
        }
        sums[step] = sim_ratio_estimate(&ratio);
    }
}
