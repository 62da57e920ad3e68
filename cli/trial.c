/* A question put again with one input elsewhere: a scenario, perhaps an option held against it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/trial.h"

#include "models/flow/counts.h"
#include "sim/estimate.h"

#include <math.h>

static size_t sides(const struct question *question)
{
    return question->files[1] ? 2 : 1;
}

/* What is warned of where inputs stand elsewhere was warned of where they stand, or is nothing
 * that anybody asked for. */
static bool side_open(struct alternative *self, const char *file, const char *name,
                      const struct sim_texts *sets, struct call *call)
{
    struct sim_faults faults = { 0 };
    struct call own = *call;
    own.faults = &faults;
    const bool ok = alternative_open(self, file, name, sets, &own);
    for (size_t i = 0; i < faults.n; i++)
        if (faults.items[i].severity != SIM_WARNING)
            sim_faults_add(call->faults, faults.items[i]);
    if (faults.out_of_memory) sim_faults_memory(call->faults);
    sim_faults_close(&faults);
    call->files = own.files;
    return ok;
}

bool trial_open(struct trial *self, const struct question *question, const struct tried *tried,
                double value)
{
    struct sim_texts sets = { NULL, 0 };
    struct call *call = question->call;
    bool ok = true;
    *self = (struct trial){ .input = value };
    if (tried && !tried_sets(tried, value, &sets, call->arena))
        return sim_faults_memory(call->faults);
    for (size_t i = 0; i < sides(question); i++) {
        const char *file = question->files[i];
        const char *name =
            tried ? sim_arena_print(call->arena, "%s, %s", file, sets.values[0]) : file;
        if (!name) return sim_faults_memory(call->faults);
        const bool opened = side_open(&self->sides[i], file, name, &sets, call);
        if (opened) alternative_narrow(&self->sides[i], &centre_measures[question->row]);
        ok = ok && opened;
    }
    return ok;
}

void trial_close(struct trial *self)
{
    for (size_t i = 0; i < 2; i++)
        if (self->sides[i].fold.model) sim_fold_close(&self->sides[i].fold);
    *self = (struct trial){ .input = self->input };
}

bool trial_run(struct trial *self, const struct question *question)
{
    for (size_t i = 0; i < sides(question); i++) {
        struct alternative *side = &self->sides[i];
        if (!alternative_run(side, question->replications, question->seed, question->threads,
                             question->call))
            return false;
        if (side->fold.n < question->replications) return false;
    }
    return true;
}

static struct sim_series series_of(const struct trial *self, size_t side)
{
    const struct sim_fold *fold = &self->sides[side].fold;
    return (struct sim_series){ fold->over, fold->under, fold->n, 1 };
}

static struct sim_difference between(const struct trial *self)
{
    return sim_difference_of(series_of(self, 0), series_of(self, 1));
}

struct sim_estimate trial_value(const struct trial *self, const struct question *question)
{
    if (!question->files[1]) return sim_fold_estimate(&self->sides[0].fold, 0);
    const struct sim_difference difference = between(self);
    const double half = sim_difference_half(&difference, 0.95, 1);
    return (struct sim_estimate){ difference.value, difference.value - half,
                                  difference.value + half, NAN, NAN };
}

struct sim_difference trial_change(const struct trial *from, const struct trial *to,
                                   const struct question *question)
{
    if (!question->files[1]) return sim_difference_of(series_of(from, 0), series_of(to, 0));
    return sim_difference_of_differences(series_of(from, 0), series_of(from, 1),
                                         series_of(to, 0), series_of(to, 1));
}

double trial_decision(const struct trial *self, const struct question *question, double *error)
{
    const enum sim_better better = centre_measures[question->row].better;
    const double sign = better == SIM_LOWER ? -1.0 : 1.0;
    *error = NAN;
    if (question->files[1]) {
        const struct sim_difference difference = between(self);
        *error = difference.error;
        return sign * difference.value;
    }
    if (isnan(question->bound)) return NAN;
    const struct sim_estimate value = trial_value(self, question);
    const double degrees = (double)question->replications - 1.0;
    *error = (value.high - value.low) / 2.0 / sim_student(degrees);
    return sign * (value.value - question->bound);
}
