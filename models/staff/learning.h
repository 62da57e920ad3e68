/* Learning: what each agent has attended and done in one replication, and what he or she can do
 * by now.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Abilities are worked out anew at the beginning of each day, so that a call costs nothing
 * more: its agent points to a row of his own instead of his group's. */
#ifndef MODELS_STAFF_LEARNING_H
#define MODELS_STAFF_LEARNING_H

#include "models/staff/timetable.h"

struct learning {
    const struct training *training; /* NULL: nobody learns, and all else is empty */
    struct ability *abilities;       /* [member * n_reasons + reason], owned, as all below */
    double *attended_s;              /* [member * n_modules]: of the module */
    double *practice; /* the same: days at work since it was finished; of one that goes by
                         calls, those before, NaN until then */
    double *progress; /* [n_modules]: of the agent at hand */
    double *calls;    /* [member * n_reasons]: handled; only where some module goes by calls */
    uint32_t n_members;
};

/* Makes room; where there is no training it stays empty. False when memory has run out. */
bool learning_open(struct learning *self, const struct training *training, uint32_t n_members);
void learning_close(struct learning *self);

/* Nobody has learnt anything. */
void learning_clear(struct learning *self);

/* What an agent of a group can do on a date, from what he did before it. */
void learning_refresh(struct learning *self, const struct member *member, uint32_t who,
                      uint32_t group, int date);

/* The sessions he is to attend on a date. */
static inline void learning_timetable(const struct learning *self, uint32_t who, int date,
                                      struct timetable *lessons)
{
    lessons->n = 0;
    if (self->training)
        training_timetable(self->training, who, date,
                           &self->attended_s[(size_t)who * self->training->n_modules], lessons);
}

/* He is on the phones today. */
void learning_work(struct learning *self, uint32_t who);

/* He has turned to a lesson of a module, of so many seconds. */
static inline void learning_attend(struct learning *self, uint32_t who, uint32_t module,
                                   double seconds)
{
    self->attended_s[(size_t)who * self->training->n_modules + module] += seconds;
}

/* He takes a call. */
static inline void learning_handle(struct learning *self, uint32_t who, uint32_t reason)
{
    self->calls[(size_t)who * self->training->n_reasons + reason] += 1.0;
}

#endif
