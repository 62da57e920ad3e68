/* Which sessions of modules somebody is to attend, and when he will have finished them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_STAFF_TIMETABLE_H
#define MODELS_STAFF_TIMETABLE_H

#include "models/staff/training.h"

/* The sessions that someone is to attend on a date, having attended so much of each module;
 * NULL: as foreseen. */
void training_timetable(const struct training *self, uint32_t who, int date,
                        const double *attended_s, struct timetable *lessons);

/* How much of a session lies within shifts. */
double lesson_within_s(struct stretch lesson, const struct stretches *shifts);

/* Fills `foreseen`; room for n_modules numbers is needed meanwhile. */
void training_foresee(struct training *self, const struct roster *roster,
                      const struct hours *hours, double *attended_s);

#endif
