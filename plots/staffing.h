/* Agents required and present over a week, ready to be printed, written and drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_STAFFING_H
#define PLOTS_STAFFING_H

#include "plots/number.h"
#include "plots/report.h"

#include <stdio.h>

/* One open interval of the week. Numbers are on one such date. */
struct staffing_interval {
    int weekday;       /* 0 is Monday */
    const char *clock; /* "08:30" */
    double start_h, end_h;
    int n_dates; /* of the horizon that have it */
    double needs, attempts;
    double load; /* of those attempts, in agents kept busy */
    bool met;    /* all targets */
    const struct sim_estimate
        *values;           /* [n_targets]; low and high NaN where a formula gave them */
    const int *required;   /* [n_groups + 1]: the last is all groups */
    const double *present; /* [n_groups + 1] */
};

/* One stretch of opening: a half-day. */
struct staffing_half {
    size_t first, n;     /* of intervals */
    const double *spare; /* [n_groups + 1]: present less required, where that is least */
};

enum { STAFFING_PARTS = 10 };

/* Why not all people of a group are on the phones: shares of their open hours. */
struct staffing_part {
    const char *name;  /* "shrinkage_leave": a measure of the simulation */
    const char *label; /* msgid */
    double share;
};

struct staffing_group {
    const char *name, *title;
    bool has_people;
    double people;        /* employed, on average; agents where it is a headcount */
    double required_mean; /* agents on the phones over all open intervals, dates weighted */
    double shrinkage;     /* 1 - on the phones / people, of open hours; 0 for a headcount */
    struct staffing_part parts[STAFFING_PARTS];
    size_t n_parts;
    double heads_mean; /* people who cover all hours: required / (1 - shrinkage) */
    double heads_peak; /* and every interval, with the week that they have now */
    size_t peak;       /* the interval that asks for most */
};

/* What a simulation of the required staffing says, and of what was foreseen. */
struct staffing_check {
    size_t replications;
    const struct sim_estimate *values; /* [n_targets], of the whole */
    struct sim_estimate attempts;      /* while open */
    double attempts_expected;          /* the same, by the formulas; NaN: not asked */
    size_t n_missed;                   /* intervals that miss a target */
};

/* Everything is borrowed. */
struct staffing {
    const char *version, *title, *name, *sha256;
    uint64_t seed;
    const char *method;       /* "sipp" */
    const char *method_title; /* msgid: a sentence */
    const struct report_target *targets;
    const struct sim_measure *const *measures; /* [n_targets] */
    size_t n_targets;
    double most; /* agents there can be; infinite: no limit */
    const struct staffing_interval *intervals;
    size_t n;
    const struct staffing_half *halves;
    size_t n_halves;
    const struct staffing_group *groups;
    size_t n_groups;
    struct staffing_check check;
    double within_s;
    double interval_h;
};

/* Weekdays: names as in the JSON, and as a person reads them. */
const char *staffing_weekday(int weekday);
const char *staffing_weekday_title(int weekday);

/* The intervals in which the targets are not met. */
size_t staffing_n_missed(const struct staffing *self);

/* One screen or two, in the language of LC_MESSAGES. */
void staffing_text_write(FILE *out, const struct staffing *self, struct words words);

/* JSON, schema version 1. */
bool staffing_json_write(FILE *out, const struct staffing *self, struct sim_faults *faults);

/* One tidy table: a row per interval and group. */
void staffing_csv_write(FILE *out, const struct staffing *self);

/* Could the figure be drawn there? Nothing is left behind. */
bool staffing_figure_check(const char *directory, struct sim_faults *faults);

/* A step figure: required, present, what is missing; SVG and PNG, with its data beside it, in a
 * folder that is made where it does not exist. */
bool staffing_figure_write(const char *directory, const struct staffing *self,
                           struct words words, const char *templates,
                           struct sim_faults *faults);

#endif
