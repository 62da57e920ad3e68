/* A model without a contact centre, for the tests of the engine: throws of a die.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TOY_MODEL_H
#define TESTS_TOY_MODEL_H

#include "tests/sampling.h"

#include "sim/fold.h"
#include "sim/replicate.h"

#include <string.h>

/* Counters: throws, sixes, and the sum of what was thrown. */
enum { TOY_THROWS, TOY_SIXES, TOY_POINTS };
enum { TOY_N_THROWS, TOY_SIX_RATE, TOY_MEDIAN, TOY_MEAN, TOY_MEASURES };
enum { TOY_HAND, TOY_PARITY, TOY_AXES };
enum { TOY_HANDS = 3, TOY_NEVER = 1000000 };

static const struct sim_measure toy_measures[TOY_MEASURES] = {
    { .name = "throws",
      .unit = "1",
      .quantity = SIM_TOTAL,
      .over = SIM_SUM(SIM_PLUS(TOY_THROWS)),
      .axes = 1U << TOY_HAND | 1U << TOY_PARITY },
    { .name = "six_rate",
      .unit = "1",
      .quantity = SIM_RATIO,
      .over = SIM_SUM(SIM_PLUS(TOY_SIXES)),
      .under = SIM_SUM(SIM_PLUS(TOY_THROWS)),
      .axes = 1U << TOY_HAND },
    { .name = "delay_p50",
      .unit = "s",
      .quantity = SIM_QUANTILE,
      .p = 0.5,
      .histograms = 1 | 2 },
    { .name = "points_mean",
      .unit = "1",
      .quantity = SIM_RATIO,
      .over = SIM_SUM(SIM_PLUS(TOY_POINTS)),
      .under = SIM_SUM(SIM_PLUS(TOY_THROWS)),
      .axes = 1U << TOY_HAND },
};

static const char *const toy_hands[TOY_HANDS] = { "left", "right", "both" };
static const char *const toy_parities[] = { "odd", "even" };
static const struct sim_axis toy_axes[TOY_AXES] = {
    { "hand", toy_hands, NULL, TOY_HANDS, SIM_FOR_ALL },
    { "parity", toy_parities, NULL, 2, SIM_FOR_ALL },
};

struct toy_scenario {
    uint32_t throws;      /* in replication 0; up to 9 more in others */
    uint32_t fails_at;    /* this replication fails; TOY_NEVER: none */
    bool without_a_place; /* open() finds no memory */
};

/* What a careless model would leave behind: it must be cleared, or results depend on threads.
 */
struct toy_place {
    const struct sim_model *model;
    double throws;
};

static inline void *toy_open(const struct sim_model *model)
{
    const struct toy_scenario *scenario = model->scenario;
    struct toy_place *place = scenario->without_a_place ? NULL : calloc(1, sizeof *place);
    if (place) place->model = model;
    return place;
}

static inline void toy_close(void *place)
{
    free(place);
}

static inline void toy_count(double *cell, uint32_t points)
{
    cell[TOY_THROWS] += 1.0;
    cell[TOY_SIXES] += points == 6;
    cell[TOY_POINTS] += points;
}

static inline bool toy_replicate(void *workplace, const struct sim_stream *stream,
                                 struct sim_row *row, struct sim_faults *faults)
{
    struct toy_place *place = workplace;
    const struct toy_scenario *scenario = place->model->scenario;
    if (stream->replication == scenario->fails_at) {
        sim_faults_add(faults, (struct sim_fault){ .severity = SIM_MACHINE, .what = "fell" });
        return false;
    }
    place->throws = scenario->throws + stream->replication % 10;
    for (uint32_t i = 0; i < (uint32_t)place->throws; i++) {
        const struct sim_draw draw = draw_of(stream, i, 0);
        const uint32_t points = 1 + (uint32_t)(6.0 * sim_uniform(draw.word));
        double *cells = row->counts;
        const size_t hand = sim_model_first_cell(place->model, TOY_HAND) + i % TOY_HANDS;
        const size_t parity = sim_model_first_cell(place->model, TOY_PARITY) + 1 - points % 2;
        toy_count(cells, points);
        toy_count(&cells[hand * SIM_COUNTERS], points);
        toy_count(&cells[parity * SIM_COUNTERS], points);
        sim_histogram_add(&row->histograms[points % 2], sim_exponential(&draw));
    }
    return true;
}

static inline struct sim_model toy_model(const struct toy_scenario *scenario)
{
    return (struct sim_model){ .measures = toy_measures,
                               .n_measures = TOY_MEASURES,
                               .axes = toy_axes,
                               .n_axes = TOY_AXES,
                               .scenario = scenario,
                               .open = toy_open,
                               .close = toy_close,
                               .replicate = toy_replicate };
}

#endif
