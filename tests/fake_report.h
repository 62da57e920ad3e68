/* A report made by hand, for the tests of what writes reports: one month, four measures of each
 * kind, three axes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAKE_REPORT_H
#define TESTS_FAKE_REPORT_H

#include "plots/report.h"

#include <math.h>
#include <string.h>

enum {
    FAKE_RATE,
    FAKE_ATTEMPTS,
    FAKE_ANSWERED,
    FAKE_LOST,
    FAKE_WAIT,
    FAKE_P90,
    FAKE_OCCUPANCY,
    FAKE_TALK,
    FAKE_PER_NEED,
    FAKE_CLOSURE,
    FAKE_CUT_OFF,
    FAKE_CALLBACKS,
    FAKE_COST,
    FAKE_MEASURES
};
enum { FAKE_LINE, FAKE_WEEKDAY, FAKE_HALF_HOUR, FAKE_DATED, FAKE_AXES };
enum { FAKE_RUNS = 20, FAKE_CELLS = 4, FAKE_INPUTS = 9 };

#define FAKE_ALL_AXES 15U

static const struct sim_measure fake_measures[FAKE_MEASURES] = {
    { "answer_rate", "1", SIM_SHOW_SHARE, SIM_HIGHER, SIM_RATIO, .axes = FAKE_ALL_AXES,
      .label = "answer rate", .definition = "calls answered, of calls offered" },
    { "attempts", "calls", SIM_SHOW_COUNT, SIM_LOWER, SIM_TOTAL, .axes = FAKE_ALL_AXES,
      .label = "attempts", .definition = "all diallings, \"closed\" and busy ones too" },
    { "answered", "calls", SIM_SHOW_COUNT, SIM_HIGHER, SIM_TOTAL, .axes = FAKE_ALL_AXES,
      .label = "answered", .definition = "calls that an agent answered" },
    { "needs_lost", "needs", SIM_SHOW_COUNT, SIM_LOWER, SIM_TOTAL, .axes = 1U << FAKE_LINE,
      .label = "needs lost", .definition = "needs that gave up, never having reached anyone" },
    { "wait_answered_mean", "s", SIM_SHOW_SECONDS, SIM_LOWER, SIM_RATIO, .axes = FAKE_ALL_AXES,
      .label = "mean wait of the answered",
      .definition = "from the end of dialling to the answer" },
    { "wait_p90", "s", SIM_SHOW_SECONDS, SIM_LOWER, SIM_QUANTILE, .axes = 0,
      .label = "wait of 9 in 10 at most", .definition = "quantile of waits, all runs" },
    { "occupancy", "1", SIM_SHOW_SHARE, SIM_NEITHER, SIM_RATIO, .axes = 0, .label = "occupancy",
      .definition = "talk and wrap-up, of time available" },
    { "talk_hours_per_agent_day", "h", SIM_SHOW_NUMBER, SIM_NEITHER, SIM_RATIO, .axes = 0,
      .label = "talk hours per agent and day",
      .definition = "hours talking, per agent and day" },
    { "attempts_per_need", "calls", SIM_SHOW_NUMBER, SIM_LOWER, SIM_RATIO,
      .axes = 1U << FAKE_LINE, .label = "attempts per need",
      .definition = "attempts, per need" },
    { "time_to_closure", "s", SIM_SHOW_SECONDS, SIM_LOWER, SIM_RATIO, .axes = 0,
      .label = "time to closure", .definition = "from the first dialling to the closure" },
    { "cut_off", "calls", SIM_SHOW_COUNT, SIM_LOWER, SIM_TOTAL, .axes = 0, .label = "cut off",
      .definition = "callers cut off at closing" },
    { "callbacks", "calls", SIM_SHOW_COUNT, SIM_NEITHER, SIM_TOTAL, .axes = 0,
      .label = "call-backs", .definition = "undefined here" },
    { "cost", "EUR", SIM_SHOW_NUMBER, SIM_LOWER, SIM_TOTAL, .axes = 0, .label = "cost",
      .definition = "paid hours times their price" },
};

static const char *const fake_lines[] = { "halluin", "roubaix", "tourcoing", "empty" };
static const char *const fake_line_titles[] = { "Halluin", "Roubaix, côté gare", "Tourcoing",
                                                "" };
static const char *const fake_weekdays[] = { "monday", "tuesday", "wednesday", "thursday" };
static const char *const fake_half_hours[] = { "08:30", "09:00", "09:30", "10:00" };
static const char *const fake_dates[] = { "2017-10-02 08:30-09:00", "2017-10-02 09:00-09:30",
                                          "2017-10-03 08:30-09:00", "2017-10-03 09:00-09:30" };

static const struct sim_axis fake_axes[FAKE_AXES] = {
    { "line", fake_lines, fake_line_titles, FAKE_CELLS, SIM_FOR_ALL },
    { "weekday", fake_weekdays, NULL, FAKE_CELLS, SIM_FOR_ALL },
    { "half_hour", fake_half_hours, NULL, FAKE_CELLS, SIM_FOR_ALL },
    { "interval", fake_dates, NULL, FAKE_CELLS, SIM_FOR_DATES },
};

static const char *const fake_choices[] = { "exponential", "lognormal", NULL };

static const struct sim_field fake_fields[FAKE_INPUTS] = {
    { "mean", SIM_REAL, SIM_SECONDS, .class_of_default = 'D' },
    { "agents", SIM_WHOLE, SIM_PEOPLE, .class_of_default = 'G' },
    { "tracing", SIM_FLAG, .class_of_default = 0 },
    { "law", SIM_CHOICE, .choices = fake_choices, .class_of_default = 'R' },
    { "start", SIM_DATE, .class_of_default = 0 },
    { "open", SIM_REAL, SIM_CLOCK, .class_of_default = 'G' },
    { "days", SIM_DAYS, .class_of_default = 'G' },
    { "profile", SIM_REALS, SIM_SHARE, .class_of_default = 'A' },
    { "note", SIM_TEXT, .class_of_default = 0 },
};

/* Everything in one place, so that a test can change what it likes. */
struct fake_report {
    struct report report;
    struct sim_results results;
    struct sim_estimate overall[FAKE_MEASURES];
    struct sim_estimate cells[FAKE_AXES][FAKE_CELLS * FAKE_MEASURES];
    struct sim_estimate *by[FAKE_AXES];
    double over[FAKE_RUNS * FAKE_MEASURES], under[FAKE_RUNS * FAKE_MEASURES];
    struct sim_inputs inputs;
    struct sim_input input[FAKE_INPUTS];
    double mean, open;
    int agents, law, start;
    bool tracing;
    unsigned days;
    double shares[2];
    struct sim_reals profile;
    const char *note;
    struct report_target targets[3];
};

static inline struct sim_estimate fake_estimate(double value, double half)
{
    return (struct sim_estimate){ value, value - half, value + half, value - 5 * half,
                                  value + 5 * half };
}

static inline void fake_overall(struct fake_report *self)
{
    const struct sim_estimate overall[FAKE_MEASURES] = {
        [FAKE_RATE] = fake_estimate(0.843, 0.0043),
        [FAKE_ATTEMPTS] = fake_estimate(16243.2, 311.7),
        [FAKE_ANSWERED] = fake_estimate(13021.4, 205),
        [FAKE_LOST] = fake_estimate(512.3, 41),
        [FAKE_WAIT] = { 41.3, 38.1, 46.2, 20.2, 95.4 },
        [FAKE_P90] = fake_estimate(245.2, 8.4),
        [FAKE_OCCUPANCY] = fake_estimate(0.871, 0.009),
        [FAKE_TALK] = fake_estimate(3.42, 0.06),
        [FAKE_PER_NEED] = fake_estimate(1.382, 0.021),
        [FAKE_CLOSURE] = fake_estimate(5.2 * 86400, 9000),
        [FAKE_CUT_OFF] = { 0, 0, 0, 0, 0 },
        [FAKE_CALLBACKS] = { NAN, NAN, NAN, NAN, NAN },
        [FAKE_COST] = fake_estimate(36960, 120),
    };
    memcpy(self->overall, overall, sizeof overall);
}

/* Cells differ a little from one another; the last line is empty. */
static inline void fake_cells(struct fake_report *self)
{
    for (size_t axis = 0; axis < FAKE_AXES; axis++) {
        self->by[axis] = self->cells[axis];
        for (size_t cell = 0; cell < FAKE_CELLS; cell++)
            for (size_t i = 0; i < FAKE_MEASURES; i++) {
                struct sim_estimate *estimate = &self->cells[axis][cell * FAKE_MEASURES + i];
                const double share = 1 - 0.04 * (double)(cell + axis);
                *estimate = self->overall[i];
                estimate->value *= share, estimate->low *= share, estimate->high *= share;
                estimate->p10 = estimate->p90 = NAN;
                if (axis == FAKE_LINE && cell == FAKE_CELLS - 1) estimate->value = NAN;
                if (isnan(estimate->value)) estimate->low = estimate->high = NAN;
            }
    }
}

static inline void fake_rows(struct fake_report *self)
{
    for (size_t row = 0; row < FAKE_RUNS; row++)
        for (size_t i = 0; i < FAKE_MEASURES; i++) {
            const size_t at = row * FAKE_MEASURES + i;
            const bool ratio = fake_measures[i].quantity == SIM_RATIO;
            self->under[at] = isnan(self->overall[i].value) ? 0 : ratio ? 1000 : 1;
            self->over[at] =
                self->overall[i].value * self->under[at] * (0.91 + 0.01 * (double)row);
        }
}

static inline void fake_inputs(struct fake_report *self)
{
    static const char *const paths[FAKE_INPUTS] = {
        "handling.mean",  "groups.accueil.agents", "requests.tracing",
        "patience.law",   "horizon.start",         "hours.[0].open",
        "hours.[0].days", "demand.profile",        "note"
    };
    self->mean = 240, self->open = 8.5 * 3600, self->agents = 7, self->law = 1;
    self->start = 17441, self->tracing = true, self->days = 1U | 8U;
    self->shares[0] = 0.1, self->shares[1] = NAN;
    self->profile = (struct sim_reals){ self->shares, 2 };
    const void *const values[FAKE_INPUTS] = { &self->mean, &self->agents,  &self->tracing,
                                              &self->law,  &self->start,   &self->open,
                                              &self->days, &self->profile, &self->note };
    for (size_t i = 0; i < FAKE_INPUTS; i++)
        self->input[i] = (struct sim_input){ paths[i], &fake_fields[i], values[i],
                                             (enum sim_origin)(i % 3), 0 };
    self->inputs = (struct sim_inputs){ self->input, FAKE_INPUTS };
}

/* Fills the report; its address must not change from then on. */
static inline void fake_report_start(struct fake_report *self)
{
    *self = (struct fake_report){ .results = { .seed = 1, .n_asked = FAKE_RUNS } };
    fake_overall(self);
    fake_cells(self);
    fake_rows(self);
    fake_inputs(self);
    self->results.n_done = FAKE_RUNS;
    self->results.measures = fake_measures, self->results.n_measures = FAKE_MEASURES;
    self->results.axes = fake_axes, self->results.n_axes = FAKE_AXES;
    self->results.overall = self->overall, self->results.by = self->by;
    self->results.over = self->over, self->results.under = self->under;
    self->targets[0] = (struct report_target){ "answer_rate", true, 0.85 };
    self->targets[1] = (struct report_target){ "wait_p90", false, 600 };
    self->targets[2] = (struct report_target){ "first_level_rate", true, 0.5 };
    self->report = (struct report){ .results = &self->results,
                                    .inputs = &self->inputs,
                                    .program = "decroche",
                                    .version = "0.1.0",
                                    .title = "Roubaix-Tourcoing, octobre 2017",
                                    .name = "nord/2017",
                                    .sha256 = "0123456789abcdef",
                                    .targets = self->targets,
                                    .n_targets = 3 };
}

/* As if one replication only had been made: values, but no interval. */
static inline void fake_report_once(struct fake_report *self)
{
    self->results.n_done = self->results.n_asked = 1;
    for (size_t i = 0; i < FAKE_MEASURES; i++)
        self->overall[i].low = self->overall[i].high = self->overall[i].p10 =
            self->overall[i].p90 = NAN;
    for (size_t axis = 0; axis < FAKE_AXES; axis++)
        for (size_t i = 0; i < FAKE_CELLS * FAKE_MEASURES; i++)
            self->cells[axis][i].low = self->cells[axis][i].high = NAN;
}

#endif
