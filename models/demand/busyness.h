/* Busy and quiet days, busy and quiet intervals: random factors of mean 1 on all that is
 * expected. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A factor is Gamma distributed; what follows it in time hangs together with it by a Gaussian
 * copula: a first-order autoregression of standard normal scores, each of which stands for the
 * quantile of the factor that is as rare (Cario and Nelson, "Autoregressive to anything", Oper.
 * Res. Letters 19, 1996). The correlation is that of the scores; that of the factors is a
 * little less. Each innovation has the address of its date, or of its interval and line. */
#ifndef MODELS_DEMAND_BUSYNESS_H
#define MODELS_DEMAND_BUSYNESS_H

#include "models/hours_rules.h"
#include "sim/stream.h"

enum interval_of { OF_ALL_LINES, OF_EACH_LINE };

/* As written, in demand. */
struct busyness {
    double day_cv, day_correlation;           /* from one open day to the next */
    double interval_cv, interval_correlation; /* from one interval of a day to the next */
    int interval_of;                          /* enum interval_of */

    /* worked out */
    double *curve; /* the interval's factor by score; NULL: intervals do not vary */
    int *earlier;  /* open dates before the first day, from which its score comes */
    size_t n_earlier;
};

/* Their names in a scenario, in that order. */
extern const char *const interval_of_choices[];

/* Where one replication is: the scores that the next ones hang on. */
struct mood {
    double day_score;
    bool begun; /* there was an open day */
    double
        *scores; /* of the present interval, [busyness_n()]; owned by whoever made the mood */
};

/* Works out what follows from it, in the arena, for a run that begins on the date `first`. */
bool busyness_build(struct busyness *self, const struct hours_rules *rules, int first,
                    struct sim_arena *arena, struct sim_faults *faults);

/* How many factors an interval has: one for all lines, or one each; 0 where it does not vary.
 */
size_t busyness_n(const struct busyness *self, size_t n_lines);

/* Makes the mood that of the day before the first: days before it have a busyness too, so that
 * a date has the same in every horizon. */
void busyness_begin(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream);

/* The factor of a day. Closed days stand apart: they hang on none, and none on them. */
double busyness_day(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream, int date, bool open);

/* Goes on to the interval whose address is `where`, the first of its day or not, with `n`
 * factors; needs a curve. */
void busyness_go_on(const struct busyness *self, struct mood *mood,
                    const struct sim_stream *stream, uint32_t where, bool first, size_t n);

/* The i-th factor of the present interval. */
double busyness_interval(const struct busyness *self, const struct mood *mood, size_t i);

#endif
