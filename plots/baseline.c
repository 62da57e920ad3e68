/* What a scenario came to when it was last looked at: to be held against what it comes to now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/baseline.h"

#include <math.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <string.h>

/* In the order in which a reader looks for what has changed: what goes in, what the floor is,
 * what comes out. */
const char *const baseline_family[] = { "needs",
                                        "busyness",
                                        "handling_mean",
                                        "patience_mean",
                                        "agents_present",
                                        "shrinkage",
                                        "paid_hours",
                                        "overtime",
                                        "training_hours",
                                        "consultations",
                                        "visit_share",
                                        "answer_rate",
                                        "answer_rate_attempts",
                                        "service_level",
                                        "abandonment_rate",
                                        "p_wait",
                                        "p_wait_over_120",
                                        "wait_answered_mean",
                                        "attempts",
                                        "offered",
                                        "answered",
                                        "turned_away_closed",
                                        "turned_away_busy",
                                        "balked",
                                        "cut_off",
                                        "redials",
                                        "calls_again",
                                        "need_answer_rate",
                                        "needs_lost",
                                        "attempts_per_need",
                                        "queue_mean",
                                        "occupancy",
                                        "talk_hours_per_agent_day",
                                        "first_level_rate",
                                        "transfers",
                                        "first_contact_resolution",
                                        "time_to_closure",
                                        "requests_opened",
                                        "requests_open_at_end",
                                        "status_calls",
                                        "callbacks_reached",
                                        NULL };

struct baseline_series *baseline_series_of(const struct baseline *self, const char *measure)
{
    for (size_t i = 0; i < self->n_series; i++)
        if (strcmp(self->series[i].measure, measure) == 0) return &self->series[i];
    return NULL;
}

const struct baseline_value *baseline_value_of(const struct baseline *self, const char *measure)
{
    for (size_t i = 0; i < self->n_values; i++)
        if (strcmp(self->values[i].measure, measure) == 0) return &self->values[i];
    return NULL;
}

/* ---- a digest of all numbers, in which what is undefined has one form */

static void digest_add(struct sha256_ctx *context, const double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t bits = UINT64_MAX;
        uint8_t bytes[sizeof bits];
        if (!isnan(numbers[i])) memcpy(&bits, &numbers[i], sizeof bits);
        for (size_t k = 0; k < sizeof bits; k++)
            bytes[k] = (uint8_t)(bits >> (8 * k));
        sha256_update(context, sizeof bytes, bytes);
    }
}

static void digest_make(const struct sim_results *results, char hex[BASELINE_DIGEST])
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    const size_t per_estimate = sizeof(struct sim_estimate) / sizeof(double);
    sha256_init(&context);
    digest_add(&context, results->over, results->n_done * results->n_measures);
    digest_add(&context, results->under, results->n_done * results->n_measures);
    digest_add(&context, (const double *)results->overall, results->n_measures * per_estimate);
    for (size_t axis = 0; axis < results->n_axes; axis++)
        digest_add(&context, (const double *)results->by[axis],
                   results->axes[axis].n * results->n_measures * per_estimate);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

/* ---- making one */

static bool in_family(const char *measure)
{
    for (const char *const *name = baseline_family; *name; name++)
        if (strcmp(*name, measure) == 0) return true;
    return false;
}

static bool series_make(struct baseline *self, const struct sim_results *results,
                        struct sim_arena *arena)
{
    const size_t n = results->n_done;
    for (const char *const *name = baseline_family; *name; name++) {
        const size_t measure = sim_results_measure(results, *name);
        if (measure >= results->n_measures) continue;
        struct baseline_series *series = &self->series[self->n_series++];
        *series = (struct baseline_series){ .measure = *name };
        series->over = sim_arena_new(arena, n, sizeof(double));
        series->under = sim_arena_new(arena, n, sizeof(double));
        if (!series->over || !series->under) return false;
        for (size_t i = 0; i < n; i++) {
            series->over[i] = results->over[i * results->n_measures + measure];
            series->under[i] = results->under[i * results->n_measures + measure];
        }
    }
    return true;
}

static bool is_kept(const struct sim_results *results, size_t axis, size_t measure)
{
    const struct sim_measure *what = &results->measures[measure];
    return results->axes[axis].depth == SIM_FOR_ALL && (what->axes >> axis & 1U) &&
           in_family(what->name);
}

/* Adds the cells of one axis; a measure that is undefined there is left out. */
static void cells_add(struct baseline *self, const struct sim_results *results, size_t axis)
{
    for (size_t cell = 0; cell < results->axes[axis].n; cell++)
        for (size_t i = 0; i < results->n_measures; i++) {
            const struct sim_estimate *here = &sim_results_cell(results, axis, cell)[i];
            if (!is_kept(results, axis, i) || isnan(here->value)) continue;
            self->cells[self->n_cells++] = (struct baseline_cell){
                results->axes[axis].name, results->axes[axis].cells[cell],
                results->measures[i].name, here->value, (here->high - here->low) / 2.0
            };
        }
}

static size_t cells_most(const struct sim_results *results)
{
    size_t n = 0;
    for (size_t axis = 0; axis < results->n_axes; axis++)
        n += results->axes[axis].n * results->n_measures;
    return n;
}

bool baseline_make(struct baseline *self, const struct report *report, struct sim_arena *arena,
                   struct sim_faults *faults)
{
    const struct sim_results *results = report->results;
    *self = (struct baseline){ .version = report->version,
                               .scenario = report->name,
                               .title = report->title,
                               .sha256 = report->sha256,
                               .seed = results->seed,
                               .n = results->n_done };
    self->series = sim_arena_new(arena, results->n_measures, sizeof *self->series);
    self->values = sim_arena_new(arena, results->n_measures, sizeof *self->values);
    self->cells = sim_arena_new(arena, cells_most(results), sizeof *self->cells);
    if (!self->series || !self->values || !self->cells || !series_make(self, results, arena))
        return sim_faults_memory(faults);
    for (size_t i = 0; i < results->n_measures; i++)
        self->values[self->n_values++] =
            (struct baseline_value){ results->measures[i].name, results->overall[i].value };
    for (size_t axis = 0; axis < results->n_axes; axis++)
        cells_add(self, results, axis);
    digest_make(results, self->digest);
    return true;
}
