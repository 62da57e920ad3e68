/* How a model declares what it measures: name, unit, which way is better, definition, and of
 * which counters it is made.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A replication counts into counters, numbered from 0 by the model. A measure is a ratio of two
 * sums of counters, or a quantile of a histogram: declared once, it is computed everywhere
 * (overall, by line, by half-hour ...) by the same rule. */
#ifndef SIM_MEASURE_H
#define SIM_MEASURE_H

/* A sum of counters names those it adds and those it takes off; SIM_SUM ends the list. */
#define SIM_PLUS(counter) ((counter) + 1)
#define SIM_LESS(counter) (-((counter) + 1))
#define SIM_SUM(...)      ((const short[]){ __VA_ARGS__, 0 })

enum sim_better { SIM_LOWER = -1, SIM_NEITHER = 0, SIM_HIGHER = 1 };

enum sim_quantity {
    SIM_RATIO,   /* over / under * scale */
    SIM_TOTAL,   /* over * scale, per replication */
    SIM_QUANTILE /* the p-quantile of the pooled `histograms` */
};

/* How a value is shown: the machine-readable unit is `unit`. */
enum sim_show { SIM_SHOW_COUNT, SIM_SHOW_SHARE, SIM_SHOW_SECONDS, SIM_SHOW_NUMBER };

struct sim_measure {
    const char *name; /* answer_rate */
    const char *unit; /* "1", "s", "calls", "agents": as in the JSON */
    enum sim_show show;
    enum sim_better better;
    enum sim_quantity quantity;
    unsigned histograms;       /* bit i: histogram i is among those pooled */
    unsigned features;         /* measured only in models that have one of these; 0: always */
    unsigned axes;             /* bit i: it has a meaning in the cells of axis i of the model */
    const short *over, *under; /* by SIM_SUM; NULL: not used */
    double scale;              /* 0 is read as 1 */
    double p;
    const char *label;      /* a few words, msgid */
    const char *definition; /* what exactly is divided by what, msgid */
};

#endif
