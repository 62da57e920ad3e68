/* Consultation: an agent in the midst of a call asks a colleague.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff/consultation.h"

static const struct sim_field length_rows[] = { SIM_LAW_FIELDS("lognormal", "60 s", "0.8",
                                                               'D') };
static const struct sim_fields length_fields = SIM_FIELDS(
    struct sim_law, length_rows,
    N_("how long the two confer; it keeps both, and makes the call longer by as much"));

static const struct sim_field rows[] = {
    { .key = "probability",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct consultation, probability),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .likely = "5 %..25 %",
      .help = N_("of the calls in which somebody is helped, the share in which the agent asks "
                 "a colleague, at any moment of the talk") },
    { .key = "length",
      .kind = SIM_GROUP,
      .offset = offsetof(struct consultation, length),
      .sub = &length_fields },
    { .key = "wait_at_most",
      .kind = SIM_REAL,
      .unit = SIM_SECONDS,
      .offset = offsetof(struct consultation, wait_at_most_s),
      .low = 0,
      .high = 3600,
      .fallback = "30 s",
      .class_of_default = 'D',
      .help = N_("how long the agent waits for a colleague where none is free, the caller on "
                 "the line; then he goes on alone") },
    { .key = "gain",
      .kind = SIM_REAL,
      .unit = SIM_SHARE,
      .offset = offsetof(struct consultation, gain),
      .low = 0,
      .high = 1,
      .fallback = "0 %",
      .class_of_default = 'D',
      .help = N_("added to the chance to resolve where a colleague has joined; 0: the chances "
                 "are of answers with the help there is") },
};
const struct sim_fields consultation_fields =
    SIM_FIELDS(struct consultation, rows,
               N_("an agent asks a colleague during a call: one who is free, of the groups "
                  "that may take such calls, or who becomes free in time"));

bool consultation_check(struct consultation *self, struct sim_arena *arena,
                        struct sim_faults *faults)
{
    return sim_law_check_finite(&self->length, "consultation.length.law", arena, faults);
}
