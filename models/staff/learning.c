/* Learning: what each agent has attended and done, and what he or she can do by now.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/learning.h"

#include <math.h>
#include <string.h>

bool learning_open(struct learning *self, const struct training *training, uint32_t n_members)
{
    *self = (struct learning){ .training = training, .n_members = n_members };
    if (!training) return true;
    const size_t n = n_members, n_modules = n * training->n_modules;
    self->abilities = sim_aligned(n * training->n_reasons * sizeof *self->abilities);
    self->attended_s = sim_aligned(n_modules * sizeof *self->attended_s);
    self->practice = sim_aligned(n_modules * sizeof *self->practice);
    self->progress = sim_aligned(training->n_modules * sizeof *self->progress);
    if (training->counts_calls)
        self->calls = sim_aligned(n * training->n_reasons * sizeof *self->calls);
    return self->abilities && self->attended_s && self->practice && self->progress &&
           (self->calls || !training->counts_calls);
}

void learning_close(struct learning *self)
{
    sim_release(self->abilities);
    sim_release(self->attended_s);
    sim_release(self->practice);
    sim_release(self->progress);
    sim_release(self->calls);
    *self = (struct learning){ 0 };
}

static bool goes_by_calls(const struct learning *self, uint32_t module)
{
    return self->training->modules[module].practice == PRACTICE_CALLS;
}

void learning_clear(struct learning *self)
{
    if (!self->training) return;
    const uint32_t n_modules = self->training->n_modules;
    for (size_t i = 0; i < (size_t)self->n_members * n_modules; i++) {
        self->attended_s[i] = 0.0;
        self->practice[i] = goes_by_calls(self, (uint32_t)(i % n_modules)) ? NAN : 0.0;
    }
    if (self->calls)
        memset(self->calls, 0,
               (size_t)self->n_members * self->training->n_reasons * sizeof *self->calls);
}

/* Calls so far for the reasons that a module changes. */
static double calls_of(const struct learning *self, uint32_t who, uint32_t module)
{
    const struct training *training = self->training;
    const double *calls = &self->calls[(size_t)who * training->n_reasons];
    double sum = 0.0;
    for (size_t r = 0; r < training->n_reasons; r++)
        if (training->gains[module * training->n_reasons + r].changes) sum += calls[r];
    return sum;
}

/* How much of a module counts; notes when one that goes by calls is found finished. */
static double progress_of(struct learning *self, uint32_t who, uint32_t module)
{
    const struct module *it = &self->training->modules[module];
    const size_t i = (size_t)who * self->training->n_modules + module;
    double practice = self->practice[i];
    if (goes_by_calls(self, module) && module_is_finished(it, self->attended_s[i])) {
        const double calls = calls_of(self, who, module);
        if (isnan(practice)) self->practice[i] = calls;
        practice = calls - self->practice[i];
    }
    return module_progress(it, self->attended_s[i], practice);
}

static void apply(struct ability *ability, const struct gain *gain, double progress)
{
    if (gain->p_resolved > ability->p_resolved)
        ability->p_resolved += (gain->p_resolved - ability->p_resolved) * progress;
    ability->p_resolved = fmin(1.0, ability->p_resolved + gain->p_more * progress);
    ability->handling_factor *= 1.0 + (gain->handling_factor - 1.0) * progress;
}

/* What is still missing is missing from what was learnt too. */
static void begin(struct ability *ability, const struct newcomers *newcomers, double left)
{
    ability->handling_factor *= 1.0 + (newcomers->handling_factor - 1.0) * left;
    ability->p_resolved *= 1.0 + (newcomers->p_factor - 1.0) * left;
}

void learning_refresh(struct learning *self, const struct member *member, uint32_t who,
                      uint32_t group, int date)
{
    const struct training *training = self->training;
    if (!training) return;
    for (uint32_t m = 0; m < training->n_modules; m++)
        self->progress[m] = progress_of(self, who, m);
    for (size_t r = 0; r < training->n_reasons; r++) {
        struct ability *ability = &self->abilities[who * training->n_reasons + r];
        *ability = training->abilities[group * training->n_reasons + r];
        for (uint32_t m = 0; m < training->n_modules; m++)
            apply(ability, &training->gains[m * training->n_reasons + r], self->progress[m]);
        if (member->newcomer)
            begin(ability, training->newcomers,
                  newcomer_left(training, r, date - member->from_date));
    }
}

void learning_work(struct learning *self, uint32_t who)
{
    for (uint32_t m = 0; self->training && m < self->training->n_modules; m++) {
        const size_t i = (size_t)who * self->training->n_modules + m;
        if (module_is_finished(&self->training->modules[m], self->attended_s[i]) &&
            !goes_by_calls(self, m))
            self->practice[i] += 1.0;
    }
}
