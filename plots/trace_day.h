/* One day of one replication, as files and figures show it: codes, hours, numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_TRACE_DAY_H
#define PLOTS_TRACE_DAY_H

#include <stddef.h>
#include <stdint.h>

/* What happened. A text that does not belong to it is NULL, a number NaN or 0. */
struct trace_event {
    const char *at;   /* "2017-10-05T08:31:07.250" */
    const char *what; /* "dials" */
    const char *need, *line, *reason, *agent, *duty, *module;
    const char *until; /* what is planned: when, as `at` */
    double wait_s, length_s;
    unsigned attempt;    /* of the need */
    unsigned waiting;    /* callers, from now on */
    const char *subject; /* "wrong_line", "status": what kind of attempt */
};

/* What an agent did, in hours since midnight. */
struct trace_span {
    size_t lane, kind;
    double from_h, to_h;
};

/* How many wait from then on. */
struct trace_crowd {
    double at_h;
    unsigned callers, visitors;
};

/* A kind of span: its name in files, and its title, a msgid. */
struct trace_kind {
    const char *name, *title;
};

/* A number of the day, by the name of its measure. */
struct trace_count {
    const char *measure;
    double value;
};

/* Everything is borrowed. */
struct trace_day {
    const char *program, *version, *title, *name, *sha256;
    uint64_t seed;
    unsigned replication;     /* from 1 */
    int date;                 /* days since 1970 */
    const char *day;          /* the same, "2017-10-05" */
    const char *need, *agent; /* the events are of these alone; NULL: of all */
    const struct trace_event *events;
    size_t n_events;
    const char *const *lanes; /* agents */
    size_t n_lanes;
    const struct trace_kind *kinds;
    size_t n_kinds;
    const struct trace_span *spans;
    size_t n_spans;
    const struct trace_crowd *crowds; /* in order of time */
    size_t n_crowds;
    const double *open_h; /* n_open times from and to, in order */
    size_t n_open;
    const double
        *marks_h; /* n_marks times of the day at which something happened to the need */
    size_t n_marks;
    const struct trace_count *counts;
    size_t n_counts;
};

#endif
