/* Laws of chance with a mean: how long a call lasts, how long a caller waits.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A draw is mean x base: the base variate has mean 1 and depends on the shape alone, so a
 * longer mean gives the same caller a longer call. To add a law: one line in sim_laws[], one
 * function. */
#ifndef SIM_LAW_H
#define SIM_LAW_H

#include "sim/field.h"
#include "sim/ziggurat.h"

enum sim_law_kind {
    SIM_EXPONENTIAL,
    SIM_LOGNORMAL,
    SIM_WEIBULL,
    SIM_GAMMA,
    SIM_ERLANG,
    SIM_UNIFORM_LAW,
    SIM_DETERMINISTIC,
    SIM_HYPEREXPONENTIAL,
    SIM_EMPIRICAL,
    SIM_NEVER,
    SIM_N_LAWS
};

/* As a planner writes it, then as sim_law_check() completes it. Times in seconds. */
struct sim_law {
    int kind;
    double mean;           /* hyperexponential, empirical: not used, they have their own */
    double factor;         /* multiplies every draw */
    double cv;             /* lognormal, gamma, uniform */
    double shape;          /* Weibull, gamma, Erlang */
    double p;              /* hyperexponential: share of the first phase */
    double mean_1, mean_2; /* hyperexponential: mean of each phase */
    struct sim_reals values, weights; /* empirical */
    double expected;                  /* completed: mean of what is drawn */
    double scale;                     /* from here on: completed; a draw is scale x raw */
    double a, b;                      /* what the raw variate needs, see each law */
    const double *cumulated;          /* empirical: weights, summed up */
};

struct sim_law_type {
    const char *name;
    /* A variate that, times scale, has the law's mean. */
    double (*raw)(const struct sim_law *law, const struct sim_draw *draw);
    /* Completes scale, a and b; returns what is wrong (a msgid), NULL when all is well. */
    const char *(*complete)(struct sim_law *law, struct sim_arena *arena);
    const char *keys; /* those it looks at besides law, between blanks */
};

extern const struct sim_law_type sim_laws[SIM_N_LAWS];
extern const char *const sim_law_names[SIM_N_LAWS + 1]; /* NULL-terminated, for SIM_CHOICE */

/* Does that law look at this key of its table? False too for keys that are none of a law's. */
bool sim_law_uses(const struct sim_law *law, const char *key);

/* Completes a law that was read. Faults name `path`. */
bool sim_law_check(struct sim_law *self, const char *path, struct sim_arena *arena,
                   struct sim_faults *faults);

/* The same for a time that must end: "never" is refused. */
bool sim_law_check_finite(struct sim_law *self, const char *path, struct sim_arena *arena,
                          struct sim_faults *faults);

/* One variate, in seconds; infinite for "never". */
static inline double sim_law_draw(const struct sim_law *self, const struct sim_draw *draw)
{
    if (self->kind == SIM_EXPONENTIAL) return self->scale * sim_exponential(draw);
    return self->scale * sim_laws[self->kind].raw(self, draw);
}

/* The same where the word alone settles it, which is most of the time for the exponential: true
 * when it did. */
static inline bool sim_law_quick(const struct sim_law *self, uint32_t word, double *value)
{
    double base;
    if (self->kind != SIM_EXPONENTIAL || !sim_exponential_quick(word, &base)) return false;
    *value = self->scale * base;
    return true;
}

/* The fields of a law, as rows of a table: `law_`, `mean_` and `cv_` are the defaults as a
 * planner would write them, with the class of the mean. */
/* clang-format off */
#define SIM_LAW_REAL(key_, member_, unit_, low_, high_, fallback_, class_, help_) \
    { .key = (key_), .kind = SIM_REAL, .unit = (unit_), .offset = offsetof(struct sim_law, member_), \
      .low = (low_), .high = (high_), .fallback = (fallback_), .class_of_default = (class_), \
      .help = (help_) }
#define SIM_LAW_REALS(key_, member_, unit_, high_, help_) \
    { .key = (key_), .kind = SIM_REALS, .unit = (unit_), .offset = offsetof(struct sim_law, member_), \
      .low = 0, .high = (high_), .fallback = "", .help = (help_) }

#define SIM_LAW_FIELDS(law_, mean_, cv_, class_) SIM_LAW_FIELDS_LIKELY(law_, mean_, cv_, class_, NULL)
/* The same where the mean is likely to lie in a range: see sim/field.h. */
#define SIM_LAW_FIELDS_LIKELY(law_, mean_, cv_, class_, likely_) \
    { .key = "law", .kind = SIM_CHOICE, .offset = offsetof(struct sim_law, kind), \
      .fallback = (law_), .class_of_default = (class_), .choices = sim_law_names, \
      .help = N_("the law; its other keys depend on it") }, \
    { .key = "mean", .kind = SIM_REAL, .unit = SIM_SECONDS, .offset = offsetof(struct sim_law, mean), \
      .low = 1e-3, .high = 1e8, .fallback = (mean_), .class_of_default = (class_), \
      .likely = (likely_), \
      .help = N_("mean; hyperexponential and empirical laws have their own instead") }, \
    SIM_LAW_REAL("factor", factor, SIM_PLAIN, 1e-6, 1e6, "1", 0, \
        N_("multiplies every draw: 1.01 is one per cent longer")), \
    SIM_LAW_REAL("cv", cv, SIM_PLAIN, 0, 20, cv_, class_, \
        N_("coefficient of variation: lognormal, gamma, uniform (at most 0.577)")), \
    SIM_LAW_REAL("shape", shape, SIM_PLAIN, 0.05, 1e4, "", 0, \
        N_("shape: Weibull, gamma (instead of cv), Erlang (a whole number of phases)")), \
    SIM_LAW_REAL("p", p, SIM_SHARE, 0, 1, "", 0, \
        N_("hyperexponential: probability of the first phase")), \
    SIM_LAW_REAL("mean_1", mean_1, SIM_SECONDS, 1e-3, 1e8, "", 0, \
        N_("hyperexponential: mean of the first phase")), \
    SIM_LAW_REAL("mean_2", mean_2, SIM_SECONDS, 1e-3, 1e8, "", 0, \
        N_("hyperexponential: mean of the second phase")), \
    SIM_LAW_REALS("values", values, SIM_SECONDS, 1e8, \
        N_("empirical: the observed values, one of which is drawn")), \
    SIM_LAW_REALS("weights", weights, SIM_PLAIN, 1e12, \
        N_("empirical: how often each value was observed; left out, once"))
/* clang-format on */

#endif
