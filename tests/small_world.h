/* A struct of every kind of field, with its table: what the readers' tests fill.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SMALL_WORLD_H
#define TESTS_SMALL_WORLD_H

#include "sim/field.h"

#include <math.h>

struct wait {
    int law;
    double mean, cv, message;
};

struct team {
    const char *name, *title;
    int agents;
    double presence;
};

struct opening {
    unsigned days;
    double open, close;
};

struct world {
    const char *title;
    int start;
    double per_hour, cost;
    bool tracing;
    int cap;
    struct sim_reals profile;
    struct sim_texts targets;
    struct sim_dates closed;
    struct wait patience;
    struct sim_list teams, hours;
};

static const char *const laws[] = { "exponential", "lognormal", "weibull", NULL };

static const struct sim_field wait_rows[] = {
    { .key = "law",
      .kind = SIM_CHOICE,
      .offset = offsetof(struct wait, law),
      .fallback = "lognormal",
      .class_of_default = 'D',
      .choices = laws },
    { .key = "mean",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct wait, mean),
      .low = 1,
      .high = 3600,
      .fallback = "4 min",
      .class_of_default = 'R',
      .help = "How long callers wait on average." },
    { .key = "cv",
      .kind = SIM_REAL,
      .offset = offsetof(struct wait, cv),
      .fallback = "",
      .class_of_default = 'D' },
    { .key = "message",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct wait, message),
      .high = INFINITY,
      .fallback = "0 s" },
};
static const struct sim_fields wait_fields = SIM_FIELDS(struct wait, wait_rows, "Patience.");

static const struct sim_field team_rows[] = {
    { .key = "name", .kind = SIM_NAME, .offset = offsetof(struct team, name) },
    { .key = "title",
      .kind = SIM_TEXT,
      .offset = offsetof(struct team, title),
      .fallback = "" },
    { .key = "agents",
      .kind = SIM_WHOLE,
      .unit = SIM_PEOPLE,
      .offset = offsetof(struct team, agents),
      .low = 0,
      .high = 200 },
    { .key = "presence",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct team, presence),
      .low = 0,
      .high = 1,
      .fallback = "85 %" },
};
static const struct sim_fields team_fields = SIM_FIELDS(struct team, team_rows, "Teams.");

static const struct sim_field opening_rows[] = {
    { .key = "days",
      .kind = SIM_DAYS,
      .offset = offsetof(struct opening, days),
      .fallback = "weekdays" },
    { .key = "open",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct opening, open) },
    { .key = "close",
      .kind = SIM_REAL,
      .unit = SIM_CLOCK,
      .offset = offsetof(struct opening, close) },
};
static const struct sim_fields opening_fields = SIM_FIELDS(struct opening, opening_rows, NULL);

static const struct sim_field world_rows[] = {
    { .key = "title",
      .kind = SIM_TEXT,
      .offset = offsetof(struct world, title),
      .low = 1,
      .high = 8,
      .help = "What a|b means." },
    { .key = "start",
      .kind = SIM_DATE,
      .offset = offsetof(struct world, start),
      .fallback = "2017-10-02" },
    { .key = "per_hour",
      .kind = SIM_REAL,
      .unit = SIM_PER_HOUR,
      .offset = offsetof(struct world, per_hour),
      .fallback = "94 /h" },
    { .key = "cost",
      .kind = SIM_REAL,
      .unit = SIM_EUROS,
      .offset = offsetof(struct world, cost),
      .fallback = "24 EUR" },
    { .key = "tracing",
      .kind = SIM_FLAG,
      .offset = offsetof(struct world, tracing),
      .fallback = "true" },
    { .key = "cap", .kind = SIM_WHOLE, .offset = offsetof(struct world, cap), .fallback = "" },
    { .key = "profile",
      .kind = SIM_REALS,
      .unit = SIM_SHARE,
      .offset = offsetof(struct world, profile),
      .low = 0,
      .high = 1,
      .fallback = "50 %, .25" },
    { .key = "targets",
      .kind = SIM_TEXTS,
      .offset = offsetof(struct world, targets),
      .low = 0,
      .high = 2,
      .fallback = "" },
    { .key = "closed",
      .kind = SIM_DATES,
      .offset = offsetof(struct world, closed),
      .fallback = "" },
    { .key = "patience",
      .kind = SIM_GROUP,
      .offset = offsetof(struct world, patience),
      .sub = &wait_fields },
    { .key = "teams",
      .kind = SIM_LIST,
      .offset = offsetof(struct world, teams),
      .low = 1,
      .high = 3,
      .sub = &team_fields },
    { .key = "hours",
      .kind = SIM_LIST,
      .offset = offsetof(struct world, hours),
      .sub = &opening_fields },
};
static const struct sim_fields world_fields = SIM_FIELDS(struct world, world_rows, "A world.");

#endif
