/* Training: modules, when they are held and for whom, and what those who attend can do after.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a module is for attends its sessions while at work, until having had its hours; where
 * sessions of several modules meet, that of the first module in the list which is not finished.
 * What is learnt by whom belongs to a replication: models/staff/learning.h. */
#ifndef MODELS_STAFF_TRAINING_H
#define MODELS_STAFF_TRAINING_H

#include "models/staff/duty.h"
#include "models/staff/group.h"

/* How what was learnt comes to count. */
enum approach { APPROACH_STEP, APPROACH_EXPONENTIAL, APPROACH_POWER };

/* What an approach goes by: hours of the module; then, once these are had, days at work or
 * calls for its reasons. */
enum practice { PRACTICE_HOURS, PRACTICE_DAYS, PRACTICE_CALLS };

/* As written: a session. */
struct lesson {
    unsigned days;
    double from_s, to_s; /* since midnight */
    int every_weeks;
    int from_date, until_date; /* 0: the beginning of the horizon, which training_build() puts
                                  there; no limit */
    struct sim_dates dates;    /* instead of all these days */
    struct sim_texts people;   /* empty: all whom the module is for */
};

/* As written: what a module changes, once it counts in full. */
struct change {
    struct sim_texts reasons;
    double p_resolved;      /* NaN: not said */
    double p_more;          /* added to the chance */
    double handling_factor; /* times the handling time before */
};

/* As written: a module. */
struct module {
    const char *name, *title;
    double hours_s;          /* of the whole module */
    struct sim_texts groups; /* empty: all that are staffed by people */
    struct sim_texts people; /* empty: all of these groups */
    struct sim_list lessons; /* of struct lesson */
    struct sim_list changes; /* of struct change */
    int approach, practice;
    double pace; /* hours, days or calls; NaN: not said */
    double exponent;
};

/* As written: newcomers, on their first day, over an experienced agent. */
struct newcomers {
    double handling_factor, p_factor; /* of handling time, of the chance to resolve */
    double months; /* until a twentieth of the difference is left; a reason may say otherwise */
};

extern const struct sim_fields module_fields, newcomers_fields;

/* What a module in full changes for a reason. */
struct gain {
    double p_resolved, p_more, handling_factor;
    bool changes; /* anything */
};

/* Worked out: all that agents may learn. Indexes are of lists as written; lessons count through
 * all modules. */
struct training {
    const struct module *modules;
    uint32_t n_modules, n_lessons;
    size_t n_reasons;
    bool has_newcomers;
    bool *invited; /* [member * n_lessons + lesson] */
    int *foreseen; /* [member * n_modules + module]: the date on which he will have finished it,
                      were he never away; INT_MAX: not in these days */
    struct gain *gains; /* [module * n_reasons + reason] */
    const struct newcomers *newcomers;
    const struct reason *reasons;
    const struct ability
        *abilities;    /* [group * n_reasons + reason]: before anything is learnt */
    bool counts_calls; /* some approach goes by them */
};

/* What training is joined with. */
struct training_place {
    const struct roster *roster;
    const struct sim_list *groups, *reasons;
    const struct hours *hours;
};

/* Checks what is written, as far as it can be without hours. */
void training_check(const struct sim_list *modules, const struct sim_list *groups,
                    const struct sim_list *reasons, struct sim_faults *faults);

/* Joins what was checked with who is there, in the arena; titles and dates left out are put in
 * their places. NULL where nobody learns, and where memory has run out, with a fault. */
const struct training *training_build(const struct sim_list *modules,
                                      const struct newcomers *newcomers,
                                      const struct training_place *place,
                                      const struct ability *abilities, struct sim_arena *arena,
                                      struct sim_faults *faults);

/* Warns of modules that nobody can attend, or finish, within the horizon. */
void training_warn(const struct training *self, const struct roster *roster,
                   const struct hours *hours, struct sim_faults *faults);

bool lesson_is_on(const struct lesson *self, int date);

/* The share of its changes that counts, 0 to 1, after so much of the module and, since it was
 * finished, so many days or calls. A step comes with its last hour; an exponential approach
 * leaves exp(-u / pace) of the difference after a practice of u, a power law (Newell and
 * Rosenbloom, Mechanisms of skill acquisition and the law of practice, 1981)
 * (1 + u / pace)^-exponent. */
double module_progress(const struct module *self, double attended_s, double practice);

/* Has an agent who attended so much had the whole of it? */
static inline bool module_is_finished(const struct module *self, double attended_s)
{
    return attended_s > self->hours_s - 1.0;
}

/* The share that is left of a newcomer's difference at a reason so many days after the first; 1
 * before it. */
double newcomer_left(const struct training *self, size_t reason, double days);

#endif
