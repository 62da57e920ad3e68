/* A training plan against the same centre without it, on common random numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/payback.h"

#include "models/centre.h"
#include "models/life/workplace.h"
#include "sim/estimate.h"

#include <string.h>

static const struct sim_measure handling_hours = {
    .name = "handling_hours",
    .unit = "h",
    .show = SIM_SHOW_NUMBER,
    .better = SIM_LOWER,
    .quantity = SIM_TOTAL,
    .over = SIM_SUM(SIM_PLUS(S_HANDLING), SIM_PLUS(S_OUTBOUND), SIM_PLUS(S_ADVISING)),
    .axes = 1U << AXIS_MONTH,
    .scale = 1.0 / 3600.0,
    .label = N_("hours of handling"),
    .definition = N_("talk and wrap-up, call-backs, colleagues who are consulted")
};

static const struct sim_measure training_hours = {
    .name = "training_hours",
    .unit = "h",
    .show = SIM_SHOW_NUMBER,
    .better = SIM_NEITHER,
    .quantity = SIM_TOTAL,
    .over = SIM_SUM(SIM_PLUS(S_TRAINING), SIM_PLUS(S_TRAINING_CLOSED)),
    .axes = 1U << AXIS_MONTH,
    .scale = 1.0 / 3600.0,
    .label = N_("training hours"),
    .definition = N_("hours of agents in training, also while closed")
};

static const char *const others[] = {
    "attempts_open",   "answered",    "answer_rate", "need_answer_rate",   "first_level_rate",
    "requests_opened", "calls_again", "redials",     "wait_answered_mean", "handling_mean",
};
enum { N_OTHERS = sizeof others / sizeof *others, MOST_TOLD = N_OTHERS + 3 };

static const struct scenario *scenario_of(const struct payback *self)
{
    return self->sides[PAYBACK_WITH].scenario;
}

static const struct sim_measure *measure_of(const struct sim_model *model, const char *name)
{
    for (size_t i = 0; i < model->n_measures; i++)
        if (strcmp(model->measures[i].name, name) == 0) return &model->measures[i];
    return NULL;
}

/* Handling alone falls where fewer are answered; that of those who are reached does not. */
static struct sim_measure handling_per_need(const struct sim_model *side)
{
    struct sim_measure self = handling_hours;
    self.name = "handling_per_need";
    self.unit = "s";
    self.show = SIM_SHOW_SECONDS;
    self.quantity = SIM_RATIO;
    self.under = measure_of(side, "need_answer_rate")->over;
    self.scale = 1.0;
    self.label = N_("handling per need reached");
    self.definition = N_("hours of handling / needs reached");
    return self;
}

/* Those that both sides have. */
static bool told_fill(struct payback *self, struct sim_arena *arena)
{
    struct sim_measure *per_need = sim_arena_new(arena, 1, sizeof *per_need);
    self->told = sim_arena_new(arena, MOST_TOLD, sizeof *self->told);
    if (!self->told || !per_need) return false;
    *per_need = handling_per_need(&self->sides[PAYBACK_WITH]);
    self->told[self->n_told++] = &training_hours;
    self->told[self->n_told++] = &handling_hours;
    self->told[self->n_told++] = per_need;
    for (size_t i = 0; i < N_OTHERS; i++) {
        const struct sim_measure *measure = measure_of(&self->sides[PAYBACK_WITH], others[i]);
        if (measure && measure_of(&self->sides[PAYBACK_WITHOUT], others[i]))
            self->told[self->n_told++] = measure;
    }
    return true;
}

bool payback_open(struct payback *self, const struct scenario *with,
                  const struct scenario *without, size_t n_rows, struct sim_arena *arena,
                  struct sim_faults *faults)
{
    const struct centre_detail plain = { .dated = false };
    *self = (struct payback){ .n_rows = n_rows };
    if (!centre_model(&self->sides[PAYBACK_WITH], with, plain, arena, faults) ||
        !centre_model(&self->sides[PAYBACK_WITHOUT], without, plain, arena, faults))
        return false;
    for (int day = 0; day < with->hours.n_days; day++)
        self->n_days += with->hours.days[day].counted;
    self->given_h = sim_aligned(n_rows * self->n_days * sizeof *self->given_h);
    self->saved_h = sim_aligned(n_rows * self->n_days * sizeof *self->saved_h);
    return (self->given_h && self->saved_h && told_fill(self, arena)) ||
           sim_faults_memory(faults);
}

void payback_close(struct payback *self)
{
    sim_release(self->given_h);
    sim_release(self->saved_h);
    *self = (struct payback){ .n_rows = 0 };
}

int payback_date(const struct payback *self, size_t day)
{
    const struct hours *hours = &scenario_of(self)->hours;
    int first = 0;
    while (!hours->days[first].counted)
        first++;
    return hours->days[first].date + (int)day;
}

/* Where one pair happens: a workplace and a row for each side. */
struct pair {
    const struct payback *payback;
    void *places[PAYBACK_SIDES];
    struct sim_row rows[PAYBACK_SIDES];
};

static size_t n_counts(const struct sim_model *side)
{
    return sim_model_cells(side) * SIM_COUNTERS;
}

static void pair_close(void *workplace)
{
    struct pair *self = workplace;
    for (int side = 0; side < PAYBACK_SIDES; side++) {
        if (self->places[side]) self->payback->sides[side].close(self->places[side]);
        sim_release(self->rows[side].counts);
        sim_release(self->rows[side].histograms);
    }
    sim_release(self);
}

static void *pair_open(const struct sim_model *model)
{
    struct pair *self = sim_aligned(sizeof *self);
    bool ok = self;
    if (ok) self->payback = model->scenario;
    for (int side = 0; side < PAYBACK_SIDES && ok; side++) {
        const struct sim_model *of = &self->payback->sides[side];
        self->places[side] = of->open(of);
        self->rows[side].counts = sim_aligned(n_counts(of) * sizeof(double));
        self->rows[side].histograms =
            sim_aligned(SIM_HISTOGRAMS * sizeof *self->rows[side].histograms);
        ok = self->places[side] && self->rows[side].counts && self->rows[side].histograms;
    }
    if (!ok && self) pair_close(self);
    return ok ? self : NULL;
}

/* What a measure counts in a day of a replication that is over. */
static double day_hours(const struct workplace *w, const struct day *day,
                        const struct sim_measure *measure)
{
    double sum = 0.0;
    for (int i = day->first_slot; i < day->first_slot + day->n_slots; i++)
        sum += sim_measure_over(measure, &w->counts.by_slot[(size_t)i * N_COUNTS]);
    return sum;
}

/* The course of the pair, to its row. */
static void note_course(const struct pair *self, size_t row)
{
    const struct payback *payback = self->payback;
    const struct hours *hours = &scenario_of(payback)->hours;
    const struct workplace *with = self->places[PAYBACK_WITH];
    const struct workplace *without = self->places[PAYBACK_WITHOUT];
    size_t at = row * payback->n_days;
    for (int i = 0; i < hours->n_days; i++) {
        const struct day *day = &hours->days[i];
        if (!day->counted) continue;
        payback->given_h[at] =
            day_hours(with, day, &training_hours) - day_hours(without, day, &training_hours);
        payback->saved_h[at++] =
            day_hours(without, day, &handling_hours) - day_hours(with, day, &handling_hours);
    }
}

/* Numerator and denominator of each measure on each side, of a cell of the sides. */
static void note_cell(const struct pair *self, double *counts, size_t cell)
{
    const struct payback *payback = self->payback;
    for (size_t k = 0; k < payback->n_told; k++)
        for (size_t side = 0; side < PAYBACK_SIDES; side++) {
            const double *from = &self->rows[side].counts[cell * SIM_COUNTERS];
            double *to = &counts[(PAYBACK_SIDES * k + side) * 2];
            to[0] = sim_measure_over(payback->told[k], from);
            to[1] = sim_measure_under(payback->told[k], from);
        }
}

static bool pair_replicate(void *workplace, const struct sim_stream *stream,
                           struct sim_row *row, struct sim_faults *faults)
{
    struct pair *self = workplace;
    const struct payback *payback = self->payback;
    for (int side = 0; side < PAYBACK_SIDES; side++) {
        const struct sim_model *of = &payback->sides[side];
        memset(self->rows[side].counts, 0, n_counts(of) * sizeof(double));
        memset(self->rows[side].histograms, 0,
               SIM_HISTOGRAMS * sizeof *self->rows[side].histograms);
        if (!of->replicate(self->places[side], stream, &self->rows[side], faults)) return false;
    }
    if (stream->replication < payback->n_rows) note_course(self, stream->replication);
    note_cell(self, row->counts, 0);
    const struct sim_model *with = &payback->sides[PAYBACK_WITH];
    const size_t first = sim_model_first_cell(with, AXIS_MONTH);
    for (size_t i = 0; i < with->axes[AXIS_MONTH].n; i++)
        note_cell(self, &row->counts[(1 + i) * SIM_COUNTERS], first + i);
    return true;
}

/* A measure of the sides as one of the pair, whose counters are its own two. */
static bool measure_pair(struct sim_measure *pair, const struct sim_measure *side, size_t index,
                         struct sim_arena *arena)
{
    short *over = sim_arena_new(arena, 4, sizeof *over);
    if (!over) return false;
    over[0] = (short)SIM_PLUS(2 * index);
    over[2] = (short)SIM_PLUS(2 * index + 1);
    *pair = *side;
    pair->over = &over[0];
    pair->under = &over[2];
    pair->scale = 1.0;
    pair->features = 0;
    pair->axes = side->axes >> AXIS_MONTH & 1U;
    return true;
}

bool payback_model(struct sim_model *model, const struct payback *self, struct sim_arena *arena,
                   struct sim_faults *faults)
{
    const size_t n = PAYBACK_SIDES * self->n_told;
    struct sim_measure *measures = sim_arena_new(arena, n, sizeof *measures);
    bool ok = measures;
    for (size_t i = 0; i < n && ok; i++)
        ok = measure_pair(&measures[i], self->told[i / PAYBACK_SIDES], i, arena);
    *model = (struct sim_model){ .measures = measures,
                                 .n_measures = n,
                                 .axes = &self->sides[PAYBACK_WITH].axes[AXIS_MONTH],
                                 .n_axes = 1,
                                 .scenario = self,
                                 .open = pair_open,
                                 .close = pair_close,
                                 .replicate = pair_replicate };
    return ok || sim_faults_memory(faults);
}
